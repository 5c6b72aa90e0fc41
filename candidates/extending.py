"""Extending the term of a decision once, within what the regime of its day allows (29-QĐ/TW, point 4.3.1)."""

from dataclasses import dataclass
from datetime import date

from candidates import actions, calendars, policy
from candidates.enums import SUBMITTED, ParameterCode, Stage, Way
from candidates.models import Dossier, Parameter, StageEntry
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn, tidy

LONGEST = 400


@dataclass(frozen=True)
class Asked:
    """What is asked for: so many working days more, or until a day; why, and by which paper."""

    reason: str
    paper: str = ""
    days: int | None = None
    until: date | None = None

    @property
    def words(self) -> str:
        """The reason with the paper, as it is stored."""
        return tidy(f"{self.reason} (theo {self.paper})" if self.paper else self.reason)


@dataclass(frozen=True)
class Room:
    """How far a term may be extended: the last day, so many working days after the term, by which value."""

    entry: StageEntry
    rule: Parameter
    last: date

    @property
    def most(self) -> int:
        """The most working days."""
        return int(self.rule.value)


def extend(dossier: Dossier, asked: Asked, *, own: Reach, today: date, version: int) -> StageEntry:
    """Record inside ``acting`` that the deciding committee gave itself more time; once, and never beyond the last day."""
    current()
    check_may(own, Deed.MOVE_AS_BOARD, dossier.unit)
    allowed = room(dossier, today)
    until = _until(allowed, asked)
    actions.touch(dossier, version)
    said = {"extended_to": until, "extension_reason": asked.words, "extension_rule": allowed.rule}
    if not calendars.are_told(allowed.entry.due_on, until):
        said["due_provisional"] = True
    StageEntry.objects.filter(pk=allowed.entry.pk).update(**said)
    allowed.entry.refresh_from_db()
    return allowed.entry


def room(dossier: Dossier, today: date) -> Room:
    """Return how far the running term of the decision may be extended; Refused with the reason where it may not."""
    entry = dossier.entries.select_related("due_rule").get(until__isnull=True)
    if against := _against(entry, today):
        raise Refused(against)
    proposed = dossier.entries.filter(stage=Stage.PROPOSED, way=Way.STEP).order_by("-position").first()
    rule = policy.row(ParameterCode.EXTENSION_DAYS, proposed.on)
    if rule is None or not rule.value:
        raise Refused(
            f"Không kéo dài được: chưa đủ căn cứ, không có quy định nào trong hệ thống tại ngày {date_vn(proposed.on)} cho phép "
            "kéo dài thời hạn quyết định. Nếu có văn bản, đề nghị Ban Tổ chức Tỉnh ủy ghi giá trị vào trang Quy định trước."
        )
    return Room(entry, rule, calendars.after(entry.due_on, int(rule.value)))


def _against(entry: StageEntry, today: date) -> str:
    if entry.stage not in SUBMITTED:
        return (
            "Chỉ kéo dài được thời hạn quyết định kết nạp, khi hồ sơ đã được chi bộ đề nghị và chưa có quyết định; hồ sơ này "
            f"đang ở bước “{entry.get_stage_display()}” từ ngày {date_vn(entry.on)}."
        )
    if entry.on > today:
        return f"Bước này ghi sau ngày đang xem ({date_vn(today)}); hãy chọn “xem tại ngày” muộn hơn."
    if entry.due_on is None:
        return (
            f"Bước “{entry.get_stage_display()}” ngày {date_vn(entry.on)} không có hạn để kéo dài: hệ thống chưa có giá "
            "trị của quy định tại ngày này."
        )
    if entry.extended_to:
        return (
            f"Thời hạn đã được kéo dài một lần, từ {date_vn(entry.due_on)} đến {date_vn(entry.extended_to)} "
            f"({entry.extension_reason}); quy định chỉ cho kéo dài một lần."
        )
    return ""


def _until(allowed: Room, asked: Asked) -> date:
    """The new day; raises Refused for a wrong one."""
    due = allowed.entry.due_on
    if not asked.reason.strip():
        raise Refused("Cần ghi lý do kéo dài.")
    if len(asked.words) > LONGEST:
        raise Refused(f"Lý do và văn bản dài quá {LONGEST} ký tự; hãy ghi ngắn lại.")
    if (asked.days is None) == (asked.until is None):
        raise Refused("Hãy ghi số ngày làm việc kéo dài, hoặc ngày hết hạn mới; chỉ ghi một trong hai.")
    # A number of days beyond the most is not counted out: it is refused below by its number.
    within = asked.days is None or asked.days <= allowed.most
    until = asked.until or (calendars.after(due, asked.days) if within else None)
    if until and until <= due:
        raise Refused(f"Ngày hết hạn mới {date_vn(until)} phải sau hạn đang có {date_vn(due)}.")
    if until is None or until > allowed.last:
        wish = f"đến ngày {date_vn(until)}" if until else f"thêm {asked.days} ngày làm việc"
        raise Refused(
            f"Không kéo dài được {wish}: hạn {date_vn(due)} chỉ được kéo dài thêm nhiều nhất {allowed.most} ngày làm việc, "
            f"tức là đến hết ngày {date_vn(allowed.last)} ({_place(allowed.rule)})."
        )
    return until


def _place(rule: Parameter) -> str:
    return policy.as_rule(rule).source.words
