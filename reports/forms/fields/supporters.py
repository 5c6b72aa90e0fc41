"""Fields of who introduces and who helps."""

from datetime import date

from candidates.models import Helper
from candidates.records import RecordKind
from reports.forms import places
from reports.forms.fields.field import A_DAY, Field, day_words
from reports.forms.parts import RowOf
from reports.forms.subject import Subject

INTRODUCER, HELPER = places.record(RecordKind.INTRODUCER), places.record(RecordKind.HELPER)


def _of_row(name: str):
    def read(found: Subject) -> str | date | None:
        return getattr(found.row, name) if found.row else None

    return read


def _helper(found: Subject) -> Helper | None:
    """The helper whom the paper is about; an introducer's own help where that one helps, else who helps on the day."""
    if found.form.row == RowOf.HELPER:
        return found.row
    every = [each for each in found.dossier.helpers.all() if each.valid_from <= found.on]
    if found.form.row == RowOf.MEMBER:
        return next((each for each in every if found.row and each.name == found.row.name), None)
    return next((each for each in reversed(every) if each.valid_until is None or each.valid_until > found.on), None)


def _helper_name(found: Subject) -> str | None:
    helper = _helper(found)
    return helper.name if helper else None


def _helped_since(found: Subject) -> str | None:
    helper = _helper(found)
    return day_words(helper.valid_from) if helper else None


def _helper_official(found: Subject) -> str | None:
    helper = _helper(found)
    return day_words(helper.official_since) if helper else None


FIELDS = (
    Field("introducer", "Đảng viên giới thiệu", _of_row("name"), INTRODUCER, required=True),
    Field(
        "introducer_official",
        "Ngày chính thức của đảng viên giới thiệu",
        lambda found: day_words(_of_row("official_since")(found)),
        INTRODUCER,
        blank=A_DAY,
    ),
    Field(
        "introducer_together",
        "Cùng công tác, cư trú từ ngày",
        lambda found: day_words(_of_row("together_since")(found)),
        INTRODUCER,
        blank=A_DAY,
    ),
    Field("helper", "Đảng viên giúp đỡ", _helper_name, HELPER, required=True),
    Field("helped_since", "Ngày chi bộ phân công giúp đỡ", _helped_since, HELPER, blank=A_DAY),
    Field("helper_official", "Ngày chính thức của đảng viên giúp đỡ", _helper_official, HELPER, blank=A_DAY),
)
