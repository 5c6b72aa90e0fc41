"""Words to put targets and their shares on the stage of the tests, and to merge units."""

from collections.abc import Mapping
from datetime import date

from django.http import HttpResponse
from django.test import Client

from directives.enums import NumberKind, PeriodKind, ShareState
from directives.models import Allocation, Distribution, Target
from organizations import tree
from organizations.enums import UnitKind
from organizations.models import Unit
from tests import people
from tests.pages import read, send
from tests.people import TODAY

FIRST = date(2021, 1, 1)
PLAN = {
    "kind": "plan",
    "number": "5-KH/ĐU",
    "issuer": "Đảng ủy Khối",
    "issued_on": "20/01/2021",
    "subject": "Giao chỉ tiêu năm 2021",
    "valid_from": "01/01/2021",
}

# The columns of a target of the term from August 2020 to July 2025.
TERM = {
    "period": PeriodKind.TERM,
    "term_start": date(2020, 8, 1),
    "term_stop": date(2025, 8, 1),
    "first_year": 2020,
    "last_year": 2025,
}


def issued(
    target: Target, shares: Mapping[Unit, int], since: date = FIRST, sharer: Unit | None = None, number: int = 1
) -> Distribution:
    """Record a version of shares as issued by the target's own document, past the actions that guard it."""
    document = target.directive.document
    made = Distribution.objects.create(
        target=target,
        unit=sharer or target.unit,
        year=since.year,
        number=number,
        state=ShareState.ISSUED,
        document=document,
        valid_from=since,
        whole=sum(shares.values()),
    )
    common = {"target": target, "distribution": made, "year": since.year, "document": document, "valid_from": since}
    for unit, number in shares.items():
        Allocation.objects.create(unit=unit, people=number, **common)
    return made


def people_asked(unit: Unit, amount: int, /, **more: object) -> Target:
    """A target of so many people, read back from the database."""
    made = people.target(unit, amount, NumberKind.ABSOLUTE)
    Target.objects.filter(pk=made.pk).update(**more)
    return Target.objects.select_related("directive__document", "unit").get(pk=made.pk)


def merge(gone: tuple[Unit, ...], code: str, name: str, since: date) -> Unit:
    """Let grassroots organisations become a new one from a day on: their cells go on under it."""
    parent = gone[0].versions.latest("valid_from").parent
    made = people.unit(code, name, UnitKind.GRASSROOTS, parent, since)
    for ended in gone:
        for child in Unit.objects.filter(versions__parent=ended, versions__valid_until=None):
            people.place_under(child, made, since)
        people.close(ended, since)
    tree.rebuild()
    return made


def address(target: Target, query: str = "") -> str:
    """The grid of a target."""
    return f"/van-ban/chi-tieu/{target.pk}/phan-bo/{query}"


def boxes(target: Target, shares: dict) -> dict[str, str]:
    """The cells of units as a browser sends them."""
    return {f"o-{target.pk}-{unit.pk}": str(text) for unit, text in shares.items()}


def press(browser: Client, target: Target, button: str, shares: dict, query: str = "", **typed: object) -> HttpResponse:
    """Open the grid, type, and press one of its buttons."""
    fields = boxes(target, shares) | typed | {"lam": button}
    return send(browser, address(target, query), **fields)


def issue(browser: Client, target: Target, shares: dict, query: str = "", **typed: object) -> HttpResponse:
    """Issue shares by the plan."""
    return press(browser, target, "giao", shares, query, **(PLAN | typed))


def given(target: Target, on: date = TODAY) -> dict:
    """What each unit has on a day, by code."""
    return {row.unit.code: (row.people, row.people_max) for row in Allocation.objects.on(on).filter(target=target)}


def words(answer: HttpResponse) -> str:
    """What a page says."""
    return read(answer).words


def adjust(officer: Client, target: Target, shares: dict, **typed: object) -> HttpResponse:
    """Issue a later version."""
    later = {"number": "9-KH/ĐU", "issued_on": "20/5/2021", "valid_from": "01/5/2021", "reason": "Điều chỉnh giữa năm"}
    return issue(officer, target, shares, **(later | typed))
