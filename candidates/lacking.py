"""Which dossiers on their way to the decision lack something as at a day, and exactly what; SQL says it of each row.

A dossier that was proposed is looked at from the day of its proposal where a rule counts from that day: the certificate,
the rated years, the commendation. So the list says what the criteria say of that day, by what is recorded by now; the
verdicts that were stored with the proposal stay as they were.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q, QuerySet, TextChoices

from candidates import criteria, gaps, queries
from candidates.enums import (
    EARLIER,
    SUBMITTED,
    CriterionCode,
    IntroducerKind,
    PaperKind,
    Rater,
    Stage,
    Verification,
    Verified,
)
from candidates.models import BackgroundCheck, Helper, Introducer, Paper, StageEntry
from candidates.rules.ratings import RATERS
from candidates.rules.ratings import listed as named
from candidates.statistics import Cell
from organizations.access import Reach
from organizations.enums import Deed

# From the class onwards a dossier is made ready; after the decision nothing can be added to it.
STAGES = (Stage.TRAINED, *EARLIER, *SUBMITTED)


class Lack(TextChoices):
    """What may be lacking; the values are the words of the list's address."""

    CERTIFICATE = "giay-chung-nhan", "Giấy chứng nhận lớp nhận thức"
    APPLICATION = "don", "Đơn xin vào Đảng"
    WORKPLACE = "y-kien-noi-cong-tac", "Ý kiến nơi công tác, đoàn thể"
    RESIDENCE = "y-kien-noi-cu-tru", "Ý kiến nơi cư trú"
    CHECKS = "tham-tra", "Thẩm tra lý lịch chưa xong"
    INTRODUCERS = "nguoi-gioi-thieu", "Người giới thiệu"
    HELPER = "nguoi-giup-do", "Đảng viên giúp đỡ"
    RATINGS = "xep-loai", "Xếp loại hằng năm"
    COMMENDATION = "khen-thuong", "Khen thưởng, thi đua"
    BIRTH_DATE = "ngay-sinh", "Ngày sinh"
    OCCUPATION = "nghe-nghiep", "Nghề nghiệp"


@dataclass(frozen=True)
class Lacked:
    """One thing that a dossier lacks, in words."""

    lack: Lack
    words: str


def listed(cell: Cell, own: Reach) -> QuerySet[StageEntry]:
    """Return one row per dossier of a cell within the reach, with a flag for each thing that it may lack.

    ``may_record`` and ``may_edit`` say whether the person may fill it in.
    """
    found = queries.listed(cell, own).annotate(anchor=gaps.anchor(cell.on))
    wanted = _papers(cell.on) | _checks(cell.on) | _people(cell.on) | _merits(cell.on)
    flags = {name: ExpressionWrapper(condition, BooleanField()) for name, condition in wanted.items()}
    return found.annotate(**flags, may_record=_may(own, Deed.RECORD_PAPER), may_edit=_may(own, Deed.EDIT_CANDIDATE))


def only(found: QuerySet[StageEntry], lack: Lack | None) -> QuerySet[StageEntry]:
    """Narrow rows to those that lack ``lack``, or anything at all."""
    return found.filter(gaps.any_of(Q(**{_flag(each): True}) for each in ([lack] if lack else Lack)))


def counts(found: QuerySet[StageEntry]) -> dict[Lack, int]:
    """Count the rows that lack each thing, in one query."""
    asked = {f"n_{lack.name}": Count("pk", filter=Q(**{_flag(lack): True})) for lack in Lack}
    numbers = found.aggregate(**asked)
    return {lack: numbers[f"n_{lack.name}"] for lack in Lack}


def lacked(entry: StageEntry) -> list[Lacked]:
    """Say in words what a row lacks."""
    said = {Lack.CERTIFICATE: _certificate_words, Lack.RATINGS: _ratings_words}
    return [
        Lacked(lack, said[lack](entry) if lack in said else lack.label) for lack in Lack if getattr(entry, _flag(lack))
    ]


def _flag(lack: Lack) -> str:
    return f"lacks_{lack.name.lower()}"


def _may(own: Reach, deed: Deed) -> Exists:
    return Exists(own.units(deed).filter(pk=OuterRef("dossier__unit")))


def _papers(on: date) -> dict[str, Q]:
    """The certificate counts on the day of judgement; the other papers once they are there."""
    certificates = _paper(PaperKind.CERTIFICATE, OuterRef("anchor"))
    valid = certificates.filter(Q(expires_on__isnull=True) | Q(expires_on__gt=OuterRef("anchor")))
    once = {
        Lack.APPLICATION: PaperKind.APPLICATION,
        Lack.WORKPLACE: PaperKind.OPINION_WORKPLACE,
        Lack.RESIDENCE: PaperKind.OPINION_RESIDENCE,
    }
    flags = {_flag(lack): ~Q(Exists(_paper(kind, on))) for lack, kind in once.items()}
    return flags | {_flag(Lack.CERTIFICATE): ~Q(Exists(valid)), "had_certificate": Q(Exists(certificates))}


def _paper(kind: PaperKind, by: date | OuterRef) -> QuerySet[Paper]:
    return Paper.objects.filter(dossier=OuterRef("dossier"), kind=kind, issued_on__lte=by)


def _checks(on: date) -> dict[str, Q]:
    """The verification as ``vetted.checks_lacking`` reads it: one of the relations without a row, or an answer to come."""
    there = BackgroundCheck.objects.filter(Q(asked_on__isnull=True) | Q(asked_on__lte=on), dossier=OuterRef("dossier"))
    waiting = there.filter(Q(state=Verification.ASKED) | Q(answered_on__gt=on))
    of_each = there.order_by().values("dossier").annotate(relations=Count("relation", distinct=True))
    whole = Exists(of_each.filter(relations=len(Verified)))
    return {_flag(Lack.CHECKS): ~Q(whole) | Q(Exists(waiting))}


def _people(on: date) -> dict[str, Q]:
    """Introducers complete by the Charter as ``records.introduced`` reads it, a helper, and what is known of the person."""
    member, there = Q(kind=IntroducerKind.MEMBER), Introducer.objects.filter(on__lte=on)
    introducers = there.filter(dossier=OuterRef("dossier"))
    another = there.filter(member, dossier=OuterRef("dossier"), pk__lt=OuterRef("pk"))
    pair = Q(Exists(introducers.filter(member).filter(Exists(another))))
    body = Q(Exists(introducers.filter(member))) & Q(Exists(introducers.exclude(member)))
    return {
        _flag(Lack.INTRODUCERS): ~(pair | body),
        _flag(Lack.HELPER): ~Q(Exists(Helper.objects.on(on).filter(dossier=OuterRef("dossier")))),
        _flag(Lack.BIRTH_DATE): Q(dossier__person__birth_date__isnull=True),
        _flag(Lack.OCCUPATION): Q(dossier__occupation=""),
    }


def _merits(on: date) -> dict[str, Q]:
    """A flag for each year and rater that a criterion asks, one for any of them, one for the commendation."""
    over = list(criteria.begun_by(on).filter(code=CriterionCode.RATED_YEARS))
    years = {f"gap_{rater}_{back}": condition for rater, back, condition in gaps.unrated(over)}
    ratings = {_flag(Lack.RATINGS): gaps.any_of(years.values())}
    return years | ratings | {_flag(Lack.COMMENDATION): gaps.uncommended(over)}


def _certificate_words(entry: StageEntry) -> str:
    return "Giấy chứng nhận lớp nhận thức đã hết giá trị" if entry.had_certificate else Lack.CERTIFICATE.label


def _ratings_words(entry: StageEntry) -> str:
    """The years in words, by rater: Xếp loại của cơ quan, đơn vị năm 2017."""
    parts = [f"của {RATERS[rater]} {named(years)}" for rater in Rater.values if (years := _gap_years(entry, rater))]
    return f"Xếp loại {'; '.join(parts)}"


def _gap_years(entry: StageEntry, rater: str) -> list[int]:
    marks = (name.split("_") for name, lacks in vars(entry).items() if name.startswith(f"gap_{rater}_") and lacks)
    return [entry.anchor.year - int(back) for _, _, back in marks]
