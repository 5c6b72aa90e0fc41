"""The part on people left to admit, and on what holds their dossiers up."""

from dataclasses import replace
from datetime import date, timedelta

from candidates import statistics
from candidates import stuck as counted_stuck
from candidates.enums import BEFORE_DECISION, Group, Stage
from candidates.statistics import Cell
from directives import sources, stuck
from directives.sources import Sources
from organizations.access import Reach
from organizations.formats import date_vn
from organizations.models import UnitVersion
from organizations.periods import Period
from reports.comparing import stuck_table
from reports.counted import figures
from reports.document import Paragraph, Section
from reports.unit_tables import narrowed

_WORDS = {
    Sources.LEFT: "Đến ngày {on} đơn vị còn {{left}} người trong nguồn, đang được xem xét trước bước có quyết định, trong đó "
    "{{certified}} người có giấy chứng nhận lớp bồi dưỡng nhận thức về Đảng còn giá trị.",
    Sources.NONE_LEFT: "Đến ngày {on} hồ sơ đã nhập cho thấy đơn vị không còn nguồn; đơn vị chưa xác nhận.",
    Sources.NOTHING_ENTERED: "Đến ngày {on} hệ thống chưa có hồ sơ nào của đơn vị: chưa đủ căn cứ để nói còn hay hết nguồn.",
}


def section(version: UnitVersion, on: date, own: Reach) -> Section:
    """Return the part on sources, with the reasons by which dossiers stand still."""
    left = Cell((version.unit,), BEFORE_DECISION, on)
    ways = replace(left, stages=counted_stuck.STAGES)
    ever = replace(left, stages=tuple(Stage), period=Period(date.min, on + timedelta(days=1)))
    there, recorded = statistics.counts([ways, ever])
    state = sources.state(there, recorded)
    told = figures({"left": left, "certified": narrowed(left, Group.CERTIFIED)}) if state == Sources.LEFT else {}
    words = Paragraph(_WORDS[state].format(on=date_vn(on)), told)
    found = stuck.reasons(version.unit, own, on)
    return Section("NGUỒN VÀ CHỖ VƯỚNG", (words,), tables=(stuck_table(found),) if found else ())
