"""Fields of the person."""

from reports.forms import places
from reports.forms.fields.field import A_DAY, SHORT, Field, day_words
from reports.forms.subject import Subject


def _birth(found: Subject) -> str | None:
    """The day of birth; the year alone is not what a form asks for."""
    return day_words(found.dossier.person.birth_date)


def _sex(found: Subject) -> str | None:
    return found.dossier.person.get_sex_display() or None


def _admitted_word(found: Subject) -> str:
    return "kết nạp lại" if found.dossier.readmission else "kết nạp"


FIELDS = (
    Field("name", "Họ và tên", lambda found: found.dossier.person.full_name, places.edit, required=True),
    Field("birth", "Ngày sinh", _birth, places.edit, required=True, blank=A_DAY),
    Field("sex", "Giới tính", _sex, places.edit, blank=SHORT),
    Field(
        "ethnic",
        "Dân tộc",
        lambda found: found.dossier.person.ethnic_group or None,
        places.edit,
        sensitive=True,
        blank=SHORT,
    ),
    Field(
        "religion",
        "Tôn giáo",
        lambda found: found.dossier.person.religion or None,
        places.edit,
        sensitive=True,
        blank=SHORT,
    ),
    Field("admitted_word", "Kết nạp, kết nạp lại", _admitted_word),
    Field("stage", "Bước hiện tại", lambda found: found.dossier.get_stage_display()),
)
