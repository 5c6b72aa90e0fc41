"""Fields of the organisations, as they are named on the day of the paper."""

from candidates.enums import BallotBody
from organizations.models import UnitVersion
from reports.forms.fields.field import Field
from reports.forms.subject import Subject

STANDING = "Ban Thường vụ"
# The whole committee decides only where it was so recorded; everywhere else its standing committee does.
WHOLE = (BallotBody.GRASSROOTS_COMMITTEE,)


def committee_name(version: UnitVersion | None) -> str | None:
    """The committee of an organisation as its papers name it."""
    return (version.committee or version.name) if version else None


def decider_name(found: Subject) -> str | None:
    """The body that decides: the standing committee, or the whole committee that voted."""
    name = committee_name(found.decider)
    if name is None or found.deciding_body in WHOLE:
        return name
    return f"{STANDING} {name}"


def _above(found: Subject) -> str | None:
    """To whom the cell reports: the sectional or grassroots committee, for a grassroots cell the one above it."""
    return committee_name(found.section or found.committee or found.upper)


def _above_words(found: Subject) -> str:
    """Who carries a decision out: the committee over the cell and the cell itself."""
    over = committee_name(found.committee)
    return f"{over}, {found.cell.name}" if over else found.cell.name


def _upper_case(found: Subject) -> str | None:
    name = decider_name(found)
    return name.upper() if name else None


def issuing_name(found: Subject) -> str | None:
    """Who speaks in the paper: the cell by its name, a committee by its own, the deciding body as such."""
    version = found.issuing
    if version is not None and version == found.cell:
        return version.name
    return decider_name(found) if version is not None and version == found.decider else committee_name(version)


FIELDS = (
    Field("cell", "Chi bộ", lambda found: found.cell.name),
    Field("section", "Đảng ủy bộ phận", lambda found: committee_name(found.section)),
    Field("committee", "Đảng ủy cơ sở", lambda found: committee_name(found.committee or found.upper)),
    Field("above", "Cấp ủy cấp trên của chi bộ", _above),
    Field("above_words", "Tổ chức thi hành", _above_words),
    Field("upper", "Cấp ủy cấp trên trực tiếp", lambda found: committee_name(found.upper)),
    Field("issuing", "Nơi ban hành", issuing_name),
    Field("decider", "Cấp ủy có thẩm quyền", decider_name),
    Field("DECIDER", "Cấp ủy có thẩm quyền", _upper_case),
)
