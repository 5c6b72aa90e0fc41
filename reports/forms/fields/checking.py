"""Fields of one verification: where it went, about whom, how long it waits."""

from collections.abc import Callable

from candidates import chased
from candidates.models import BackgroundCheck
from candidates.records import RecordKind
from organizations.formats import date_vn
from reports.forms import places
from reports.forms.fields.field import A_DAY, SHORT, Field, day_words
from reports.forms.subject import Subject

CHECK = places.record(RecordKind.CHECK)


def _of_check(read: Callable[[BackgroundCheck], str | None]) -> Callable[[Subject], str | None]:
    return lambda found: read(found.row) if found.row else None


def _letter(check: BackgroundCheck) -> str | None:
    return f"văn bản số {check.letter}" if check.letter else "văn bản"


def _age(found: Subject) -> str | None:
    return str(chased.age(found.row, found.on)) if found.row else None


def _chased(found: Subject) -> str | None:
    """The days on which the answer was asked for again."""
    days = [date_vn(each.on) for each in chased.known(found.row, found.on)] if found.row else []
    return ", ".join(f"ngày {day}" for day in days) or None


FIELDS = (
    Field("check_place", "Nơi thẩm tra", _of_check(lambda row: row.place or None), CHECK, required=True),
    Field("check_about", "Thẩm tra về ai", _of_check(lambda row: row.get_relation_display()), CHECK, required=True),
    Field("check_member", "Đảng viên được cử đi", _of_check(lambda row: row.sent_member or None), CHECK, required=True),
    Field(
        "check_asked",
        "Ngày gửi đề nghị thẩm tra",
        _of_check(lambda row: day_words(row.asked_on)),
        CHECK,
        required=True,
        blank=A_DAY,
    ),
    Field("check_letter", "Số công văn đã gửi", _of_check(_letter), CHECK, blank="văn bản"),
    Field("check_age", "Số ngày đã chờ", _age, CHECK, blank=SHORT),
    Field("check_chased", "Các lần đôn đốc", _chased, CHECK),
)
