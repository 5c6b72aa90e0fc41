"""Numbers that count units, organisations, classes and duties: each opens a list of exactly as many."""

from datetime import date

import pytest

from candidates.enums import ClassKind, ClassState, Stage
from candidates.models import TrainingClass
from directives.enums import Bound, ObligationKind
from organizations.enums import FigureKind
from organizations.models import Explanation, Figure, StandingOffice
from tests import duties, people
from tests.people import TODAY
from tests.reports import asking, one_truth

THIS_YEAR = {Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 4, 3)}


@pytest.fixture
def told(cast) -> people.Cast:
    """A bloc with something to say in every sentence that counts units."""
    people.target(cast.bloc)
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    people.dossier(cast, Stage.PROPOSED, where=cast.single_cell, full_name="Lê Văn Bình")
    duties.duty(cast.bloc, kind=ObligationKind.MAKE_KNOWN)
    duties.duty(cast.bloc, Bound.CELLS, words="Báo cáo quý")
    Figure.objects.create(
        unit=cast.office, kind=FigureKind.EXPECTED, on=date(2021, 9, 30), value=2, said_on=date(2021, 5, 1)
    )
    Figure.objects.create(unit=cast.association, kind=FigureKind.OFFICE_OFFICIAL, on=date(2021, 1, 1), value=5)
    Figure.objects.create(unit=cast.association, kind=FigureKind.NOT_YET_OF_AGE, on=date(2021, 1, 1), value=9)
    StandingOffice.objects.create(
        organisation=cast.branch, arrangement="own", cell=cast.cell, valid_from=date(2015, 1, 1)
    )
    Explanation.objects.create(unit=cast.association, on=date(2021, 5, 1), reason="no_plan")
    held = {"state": ClassState.OPENED, "starts_on": date(2021, 3, 1), "ends_on": date(2021, 3, 3)}
    for kind, more in ((ClassKind.AWARENESS, held), (ClassKind.AWARENESS, {}), (ClassKind.SEMINAR, held)):
        where = {"organisation": cast.youth_union} if kind == ClassKind.SEMINAR else {}
        TrainingClass.objects.create(
            kind=kind, name="Lớp", unit=cast.bloc, planned_for=date(2021, 3, 1), **where, **more
        )
    return cast


def opened(cast: people.Cast, code: str) -> dict[str, int]:
    """The numbers of a report that count units, each held against its list."""
    made = asking.report(code, cast.youth_union if code == "doan-the" else cast.bloc, TODAY)
    browser, found = people.signed_in(cast.officer), {}
    for label, value, href in one_truth.numbers(made):
        if "/to-chuc/" in href:
            answer = browser.get(href)
            assert (answer.status_code, len(answer.context["units"])) == (200, value), label
            found[label.removeprefix(f"{code}: ")] = value
    return found


@pytest.mark.parametrize(
    ("code", "least"),
    [
        ("tien-do", {"planned1": 2, "opened1": 1, "told": 1, "units": 2, "idle": 1, "idle1": 0, "units1": 1}),
        ("hoi", {"members": 2, "own": 1, "could": 1, "bound1": 3, "done1": 0}),
        ("doan-the", {"seminars": 1}),
        ("minh-chung", {"planned1": 2}),
        ("hoc-lop", {"planned1": 2, "opened1": 1}),
    ],
)
def test_every_number_of_units_opens_a_list_of_as_many(told, code, least):
    found = opened(told, code)
    assert {token: found.get(token) for token in least} == least


def test_the_numbers_of_a_duty_open_whom_it_binds_and_who_has_done_it(told):
    found = opened(told, "minh-chung")
    rows = {label: value for label, value in found.items() if "Báo cáo quý" in label}
    assert {label.rpartition(": ")[2]: value for label, value in rows.items()} == {
        "bound": 3,
        "done": 0,
        "left": 3,
        "exempt": 0,
    }


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/bao-cao/tien-do/to-chuc/khong-co/?don_vi=B", 404),
        ("/bao-cao/tien-do/to-chuc/don-vi/?don_vi=F", 400),
        ("/bao-cao/tien-do/to-chuc/don-vi/?don_vi=B&den_ngay=1/2/2019", 409),
    ],
)
def test_a_list_that_is_not_there_says_so(told, address, status):
    assert people.signed_in(told.officer).get(address).status_code == status
