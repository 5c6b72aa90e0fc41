"""The head and the foot of a form: who issues it, its number and day where they are recorded, who signs."""

from candidates.enums import BallotBody
from organizations.enums import CELL_KINDS
from organizations.models import UnitVersion
from reports.document import Letterhead
from reports.forms.fields.field import LONG
from reports.forms.fields.units import committee_name
from reports.forms.parts import Issuer, Layout
from reports.forms.subject import Subject

BLANK = "\N{NO-BREAK SPACE}" * 6
YOUTH, UNION = "ĐOÀN TNCS HỒ CHÍ MINH", "CÔNG ĐOÀN VIỆT NAM"
OUTSIDE = {Issuer.YOUTH_UNION: YOUTH, Issuer.TRADE_UNION: UNION}
SIGNS = {Issuer.YOUTH_UNION: "ĐTN", Issuer.TRADE_UNION: "CĐ", Issuer.SECTION: "ĐUBP"}
_SECRETARY = "BÍ THƯ"


def letterhead(found: Subject) -> Letterhead:
    """Return the head: superior and issuing body, place, kind and subject; the day only where the paper is recorded."""
    form, recorded = found.form, found.recorded
    return Letterhead(
        superior=_superior(found),
        issuer=_issuer(found),
        sign="",
        place=_place(found),
        kind=form.kind,
        subject=form.subject,
        issued_on=recorded.issued_on if recorded and form.layout != Layout.MEMBER else None,
    )


def number(found: Subject) -> str:
    """The line of the number: as recorded, else room for it before the kind and the body; "" for a paper without one."""
    if not found.form.sign:
        return ""
    end = f"-{found.form.sign}/{_sign(found)}"
    given = found.recorded.number if found.recorded else ""
    if not given or given.isdecimal():
        return f"Số {given.zfill(2) if given else BLANK}{end}"
    return f"Số {given}"


def signer(found: Subject) -> tuple[str, str]:
    """By which authority, and as what, the paper is signed."""
    form = found.form
    if form.signer:
        return "", form.signer
    if form.issuer in OUTSIDE:
        return "T/M BAN CHẤP HÀNH", _SECRETARY if form.issuer == Issuer.YOUTH_UNION else "CHỦ TỊCH"
    return f"T/M {_collective(found)}", _SECRETARY


def _collective(found: Subject) -> str:
    version = found.issuing
    if version is None or version.kind in CELL_KINDS:
        return "CHI BỘ"
    if found.form.issuer != Issuer.DECIDER:
        return "ĐẢNG ỦY" if found.form.issuer == Issuer.COMMITTEE else "ĐẢNG ỦY BỘ PHẬN"
    return "ĐẢNG ỦY" if found.deciding_body == BallotBody.GRASSROOTS_COMMITTEE else "BAN THƯỜNG VỤ"


def _superior(found: Subject) -> str:
    if found.form.issuer in OUTSIDE:
        return OUTSIDE[found.form.issuer]
    version = found.issuing
    if version is None or version == found.line[0]:
        return ""
    return found.line[found.line.index(version) - 1].name.upper()


def _issuer(found: Subject) -> str:
    if found.form.issuer in OUTSIDE:
        return f"BAN CHẤP HÀNH {LONG}"
    version = found.issuing
    if version is None:
        return ""
    return version.name.upper() if version.kind in CELL_KINDS else str(committee_name(version)).upper()


def _sign(found: Subject) -> str:
    """The body in the number: CB for a cell, the committee's own sign."""
    version: UnitVersion | None = found.issuing
    if version is not None and version.kind in CELL_KINDS:
        return "CB"
    return SIGNS.get(found.form.issuer) or (version.sign if version and version.sign else "ĐU")


def _place(found: Subject) -> str:
    """The seat of the issuing body, else of the nearest one above that has one."""
    version = found.issuing or found.cell
    upwards = found.line[: found.line.index(version) + 1][::-1]
    return next((each.place for each in upwards if each.place), LONG[:6])
