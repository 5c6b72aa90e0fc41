"""The targets that socio-political organisations set themselves after the conclusion of 2014, by invented plans."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from directives.enums import BaseKind, CitationKind, Measure, NumberKind, PeriodKind
from directives.models import Citation, Directive, Target
from organizations.enums import DocumentKind
from organizations.formats import date_vn
from organizations.models import Clause, Document, User
from reports.demo.hoi_2015.organisations import Societies
from reports.demo.hoi_2015.tree import NOTE

YEAR = 2015
SET_BY = "Điểm 2.2"
CONFIRMED_ON = date(2015, 10, 5)


@dataclass(frozen=True)
class Plan:
    """An organisation's invented plan: whom to nominate and to admit this year, and to admit over its own term.

    ``share`` is the year's admissions in percent of its members, where it set no number.
    """

    key: str
    number: str
    issuer: str
    issued_on: date
    term: tuple[date, date]
    nominated: int
    admitted_in_term: int
    admitted: int | None = None
    share: Decimal | None = None


# The veterans have set no target yet.
PLANS = (
    Plan("youth", "05-KH/TĐTN", "Ban Thường vụ Tỉnh Đoàn", date(2015, 1, 20), (date(2012, 10, 15), date(2017, 10, 15)),
         30, 110, admitted=20),
    Plan("labour", "07-KH/LĐLĐ", "Ban Thường vụ Liên đoàn Lao động tỉnh", date(2015, 1, 27),
         (date(2013, 4, 10), date(2018, 4, 10)), 25, 90, admitted=25),
    Plan("women", "11-KH/BTV", "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh", date(2015, 2, 5),
         (date(2011, 11, 20), date(2016, 11, 20)), 20, 60, share=Decimal("0.15")),
    Plan("farmers", "09-KH/HND", "Ban Thường vụ Hội Nông dân tỉnh", date(2015, 2, 10),
         (date(2013, 3, 5), date(2018, 3, 5)), 15, 50, admitted=10),
)  # fmt: skip


def set_all(conclusion: Directive, societies: Societies, confirmed_by: User) -> None:
    """Record the plans as documents that carry the conclusion out, and the targets by its clause."""
    clause = conclusion.document.clauses.get(label=SET_BY)
    confirmed = {"confirmed_by": confirmed_by, "confirmed_on": CONFIRMED_ON}
    for plan in PLANS:
        document = _document(plan)
        directive = Directive.objects.create(document=document, kept_by=conclusion.kept_by)
        Citation.objects.create(directive=directive, document=conclusion.document, kind=CitationKind.CARRIES_OUT)
        origin = f"Kế hoạch số {plan.number} ngày {date_vn(plan.issued_on)} của {plan.issuer} (văn bản minh họa)"
        common = {"directive": conclusion, "clause": clause, "unit": societies.tops[plan.key], "origin": origin}
        Target.objects.bulk_create(Target(**common, **confirmed, **each) for each in _of(plan, clause))


def _document(plan: Plan) -> Document:
    return Document.objects.create(
        kind=DocumentKind.PLAN,
        number=plan.number,
        issuer=plan.issuer,
        issued_on=plan.issued_on,
        subject="Bồi dưỡng, giới thiệu đoàn viên, hội viên ưu tú cho Đảng năm 2015 và cả nhiệm kỳ (văn bản minh họa)",
        note=NOTE,
    )


def _of(plan: Plan, clause: Clause) -> list[dict]:
    """Two targets for the year, one for the term."""
    year = {"period": PeriodKind.YEAR, "first_year": YEAR, "last_year": YEAR}
    start, stop = plan.term
    term = {"period": PeriodKind.TERM, "term_start": start, "term_stop": stop}
    term |= {"first_year": start.year, "last_year": stop.year}
    return [
        year | {"measure": Measure.NOMINATED} | _people(plan.nominated),
        year
        | {"measure": Measure.MEMBERS_ADMITTED}
        | (_people(plan.admitted) if plan.admitted else _percent(plan.share)),
        term | {"measure": Measure.MEMBERS_ADMITTED} | _people(plan.admitted_in_term),
    ]


def _people(number: int) -> dict:
    return {"number_kind": NumberKind.ABSOLUTE, "number": Decimal(number), "base": ""}


def _percent(share: Decimal) -> dict:
    return {"number_kind": NumberKind.PERCENT, "number": share, "base": BaseKind.ORGANISATION_MEMBERS}
