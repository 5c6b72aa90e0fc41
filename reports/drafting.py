"""Saves an edited text of a report as another version; nothing that was saved is written over."""

from collections.abc import Sequence
from datetime import date

from organizations import turns
from organizations.access import Reach
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Conflict, Refused
from organizations.formats import date_vn
from reports import drafts, issued
from reports.asked import Asked
from reports.drafts import Draft, Line
from reports.models import DraftVersion, ReportDraft

FASTER = (
    "{who} vừa lưu bản soạn số {number} ngày {day}, trong khi đồng chí soạn từ bản số {version}. Hãy mở trang soạn ở cửa sổ khác "
    "để xem bản đó; gửi lại lần nữa thì lời của đồng chí thành bản số {next}, bản trước vẫn được giữ."
)
SAME = "Chưa có đoạn nào được sửa, bỏ, chuyển hay thêm nên không lưu bản soạn mới."


def save(asked: Asked, lines: Sequence[Line], *, version: int, own: Reach, on: date) -> DraftVersion:
    """Save the edited text of what is asked, inside ``acting``; ``version`` is the number of the one it was edited from.

    Raises Conflict where somebody saved meanwhile, Refused where nothing was changed.
    """
    by = current().by
    issued.check_may(own, Deed.ISSUE_REPORT, asked.unit)
    turns.take("report draft", asked.unit.pk, asked.report)
    newest = drafts.of(asked)
    if newest.number != version:
        raise Conflict(_faster(newest, version), newest.number)
    if drafts.stored(lines) == drafts.stored(newest.lines):
        raise Refused(SAME)
    of, _ = ReportDraft.objects.get_or_create(**drafts.identity(asked))
    return DraftVersion.objects.create(
        draft=of, number=newest.number + 1, paragraphs=drafts.stored(lines), saved_on=on, by=by
    )


def _faster(newest: Draft, version: int) -> str:
    stored = newest.version
    who = f"Đ/c {stored.by.full_name}" if stored and stored.by else "Người khác"
    day = date_vn(stored.saved_on if stored else None)
    return FASTER.format(who=who, number=newest.number, day=day, version=version, next=newest.number + 1)
