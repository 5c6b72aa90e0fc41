"""The submission of several dossiers to the committee that decides, with their list; what each of them lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from candidates import queries
from candidates.enums import BallotBody, BallotOutcome, BallotSubject, PaperKind, Stage
from candidates.models import Ballot, Dossier, Paper
from organizations import tree
from organizations.access import Reach
from organizations.enums import GRASSROOTS_KINDS, Deed, UnitKind
from organizations.errors import Refused
from organizations.formats import date_vn, number_vn
from organizations.models import UnitVersion
from reports.document import Letterhead, Signature
from reports.forms.fields.units import STANDING, committee_name
from reports.forms.heading import BLANK
from reports.forms.places import ballots, edit, step
from reports.forms.subject import Subject

BY_GRASSROOTS, BY_BOARD = "co-so", "ban-to-chuc"
SUBMITTERS = ((BY_GRASSROOTS, "Tổ chức cơ sở đảng trình"), (BY_BOARD, "Ban Tổ chức trình Ban Thường vụ"))
MOST = 100
BOARD = "BAN TỔ CHỨC"
# From this day on a submission is addressed "Kính trình" (399-QĐ/TW of 09-01-2026 and its guide, as staff tools say).
PRESENTED_SINCE = date(2026, 1, 9)
HEADS = (
    "TT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Dân tộc",
    "Tôn giáo",
    "Nghề nghiệp",
    "Chi bộ",
    "Nghị quyết chi bộ",
    "Tán thành",
)
COMMITTEE_HEAD = "Nghị quyết đảng ủy cơ sở"


@dataclass(frozen=True)
class Lacking:
    """What one person of the list lacks, and where it is typed in."""

    person: str
    label: str
    url: str
    action: str


@dataclass(frozen=True)
class Submission:
    """A submission ready to be shown or printed, with its list; ``lacking`` stands on the page, never on paper."""

    letterhead: Letterhead
    number: str
    address: str
    addressee: str
    body: tuple[str, ...]
    signature: Signature
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    as_at: date
    lacking: tuple[Lacking, ...]
    shows_sensitive: bool

    @property
    def title(self) -> str:
        """What the file is called inside."""
        return f"Tờ trình {self.letterhead.subject}"


def waiting(own: Reach, by: str, on: date) -> QuerySet[Dossier]:
    """Return the dossiers of a reach that wait to be submitted by the grassroots, or to the decision by the board."""
    alone = UnitVersion.objects.on(on).filter(unit=OuterRef("unit"), kind=UnitKind.GRASSROOTS_CELL)
    own_way = Q(stage=Stage.ENDORSED) | Q(Exists(alone), stage=Stage.PROPOSED)
    found = queries.dossiers(own, Deed.PRINT_FORM).filter(own_way if by == BY_GRASSROOTS else Q(stage=Stage.SUBMITTED))
    papers = Prefetch("papers", Paper.objects.order_by("issued_on", "pk"))
    return found.prefetch_related(papers, "ballots").annotate(unit_name=tree.name_on(on)).by_name()


def build(chosen: Sequence[Dossier], by: str, on: date, *, sees_sensitive: bool) -> Submission:
    """Build the submission of dossiers that belong to one submitter; Refused where they belong to several."""
    issuer, above = _line(chosen, by, on)
    head = _letterhead(issuer, above, by)
    rows = tuple(_row(place, each, on, sees_sensitive) for place, each in enumerate(chosen, 1))
    addressee = f"{STANDING} {committee_name(above)}"
    return Submission(
        letterhead=head,
        number=f"Số {BLANK}-TTr/{_sign(issuer, above, by)}",
        address="Kính trình" if on >= PRESENTED_SINCE else "Kính gửi",
        addressee=addressee,
        body=_body(issuer, addressee, len(chosen), by),
        signature=_signature(by, issuer, addressee),
        heads=(*HEADS, COMMITTEE_HEAD),
        rows=rows,
        as_at=on,
        lacking=tuple(lack for each in chosen for lack in _lacks(each, on)),
        shows_sensitive=sees_sensitive and any(each.person.ethnic_group or each.person.religion for each in chosen),
    )


def _line(chosen: Sequence[Dossier], by: str, on: date) -> tuple[UnitVersion, UnitVersion]:
    """Who submits, and to whom: the grassroots organisation and the one above it, or the board of that one to its committee."""
    over = Q(unit__below__unit__in=[each.unit_id for each in chosen], unit__below__valid_from__lte=on)
    lasting = Q(unit__below__valid_until__isnull=True) | Q(unit__below__valid_until__gt=on)
    of_kind = (
        UnitVersion.objects.on(on).filter(over, lasting, kind__in=GRASSROOTS_KINDS).select_related("unit", "parent")
    )
    grassroots = list({each.pk: each for each in of_kind}.values())
    parents = {each.parent_id for each in grassroots}
    if by == BY_GRASSROOTS and len(grassroots) > 1:
        names = "; ".join(sorted(each.name for each in grassroots))
        raise Refused(
            f"Các hồ sơ đã chọn thuộc {len(grassroots)} tổ chức cơ sở đảng ({names}); mỗi nơi trình một tờ, "
            f"hãy chọn lại."
        )
    if not grassroots or len(parents) > 1 or None in parents:
        raise Refused("Các hồ sơ đã chọn không cùng một cấp ủy cấp trên trực tiếp; hãy chọn hồ sơ của một nơi.")
    above = tree.version(grassroots[0].parent, on)
    return (grassroots[0] if by == BY_GRASSROOTS else above), above


def _letterhead(issuer: UnitVersion, above: UnitVersion, by: str) -> Letterhead:
    of_board = by == BY_BOARD
    return Letterhead(
        superior=(str(committee_name(above)) if of_board else above.name).upper(),
        issuer=BOARD if of_board else str(committee_name(issuer)).upper(),
        sign="",
        place=issuer.place or above.place or "……",
        kind="TỜ TRÌNH",
        subject="đề nghị kết nạp đảng viên",
    )


def _sign(issuer: UnitVersion, above: UnitVersion, by: str) -> str:
    if by == BY_BOARD:
        return f"BTC{above.sign}"
    return "CB" if issuer.kind == UnitKind.GRASSROOTS_CELL else issuer.sign or "ĐU"


def _body(issuer: UnitVersion, addressee: str, people: int, by: str) -> tuple[str, ...]:
    who = "Ban Tổ chức" if by == BY_BOARD else committee_name(issuer)
    return (
        "Căn cứ Điều lệ Đảng Cộng sản Việt Nam và các quy định, hướng dẫn thi hành Điều lệ Đảng;",
        f"{who} kính trình {addressee} xem xét, quyết định kết nạp vào Đảng đối với {number_vn(people)} quần chúng đã "
        f"được chi bộ, "
        "chi bộ, cấp ủy cơ sở xét, đề nghị (danh sách và hồ sơ kèm theo).",
        f"Kính trình {addressee} xem xét, quyết định.",
    )


def _signature(by: str, issuer: UnitVersion, addressee: str) -> Signature:
    recipients = (f"{addressee} (báo cáo)", "Lưu hồ sơ")
    if by == BY_BOARD:
        return Signature("", "TRƯỞNG BAN", recipients)
    body = "CHI BỘ" if issuer.kind == UnitKind.GRASSROOTS_CELL else "ĐẢNG ỦY"
    return Signature(f"T/M {body}", "BÍ THƯ", recipients)


def _row(place: int, found: Dossier, on: date, sees_sensitive: bool) -> tuple[str, ...]:
    person, vote = found.person, _vote(found, on)
    sensitive = (person.ethnic_group, person.religion) if sees_sensitive else ("", "")
    birth = date_vn(person.birth_date) if person.birth_date else str(person.birth_year)
    cell, committee = _paper(found, PaperKind.CELL_RESOLUTION, on), _paper(found, PaperKind.COMMITTEE_RESOLUTION, on)
    return (
        str(place), person.full_name, birth, person.get_sex_display(), *sensitive, found.get_occupation_display(),
        found.unit_name or "", _said(cell), f"{vote.in_favour}/{vote.denominator}" if vote else "", _said(committee),
    )  # fmt: skip


def _paper(found: Dossier, kind: PaperKind, on: date) -> Paper | None:
    known = [each for each in found.papers.all() if each.kind == kind and each.issued_on <= on]
    return known[-1] if known else None


def _said(paper: Paper | None) -> str:
    if paper is None:
        return ""
    return f"{paper.number}, {date_vn(paper.issued_on)}" if paper.number else date_vn(paper.issued_on)


def _vote(found: Dossier, on: date) -> Ballot | None:
    """The newest vote of the cell about admission that passed."""
    of_cell = [each for each in found.ballots.all() if each.body == BallotBody.CELL and each.held_on <= on]
    passed = [
        each for each in of_cell if (each.subject, each.outcome) == (BallotSubject.ADMISSION, BallotOutcome.PASSED)
    ]
    return max(passed, key=lambda each: (each.held_on, each.pk)) if passed else None


def _lacks(found: Dossier, on: date) -> list[Lacking]:
    """What the row of one person lacks."""
    said, about = found.person.full_name, Subject(found, on, None)
    lacks = [("Ngày sinh", edit)] if found.person.birth_date is None else []
    lacks += [] if _paper(found, PaperKind.CELL_RESOLUTION, on) else [("Nghị quyết chi bộ", step(Stage.PROPOSED))]
    lacks += [("Kết quả biểu quyết của chi bộ", ballots)] if _vote(found, on) is None else []
    return [Lacking(said, label, *place(about)) for label, place in lacks]
