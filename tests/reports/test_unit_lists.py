"""Numbers that count units, organisations, classes and duties: each opens a list of exactly as many."""

from datetime import date

import pytest

from candidates.enums import ClassKind, ClassState, Stage
from candidates.models import TrainingClass
from directives.enums import Bound, ObligationKind, PeriodKind
from directives.models import Target
from organizations.enums import FigureKind, Role
from organizations.models import Explanation, Figure, StandingOffice
from reports import frozen, held
from reports.models.frozen import ListKind
from tests import duties, issues, people
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


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ("tien-do", {ListKind.DOSSIERS, ListKind.UNITS, ListKind.CLASSES}),
        ("hoi", {ListKind.NOMINATIONS, ListKind.UNITS}),
        ("doan-the", {ListKind.SEMINARS}),
        ("minh-chung", {ListKind.UNITS, ListKind.CLASSES}),
        ("hoc-lop", {ListKind.DOSSIERS, ListKind.CLASSES}),
    ],
)
def test_every_frozen_list_shows_as_many_rows_as_its_number(told, monkeypatch, code, kinds):
    people.nomination(told)
    issues.light_paper(monkeypatch)
    made = issues.frozen(told.youth_union if code == "doan-the" else told.bloc, code=code)
    numbers = dict(held.numbered(frozen.from_text(made.content)))
    browser, met = people.signed_in(told.officer), set()
    for kept in made.lists.all():
        answer = browser.get(f"/bao-cao/so/{made.pk}/danh-sach/{kept.place}/")
        rows = answer.content.decode().count('<tr><th scope="row">')
        assert (answer.status_code, rows) == (200, numbers[kept.address]), (kept.kind, kept.words)
        met |= {ListKind(kept.kind)} if rows else set()
    assert kinds <= met


@pytest.mark.parametrize(
    ("code", "words"), [("tien-do", "có 2 lớp"), ("doan-the", "có 1 hội nghị")], ids=["classes", "seminars"]
)
def test_a_frozen_list_of_classes_says_what_its_rows_are(told, monkeypatch, code, words):
    issues.light_paper(monkeypatch)
    made = issues.frozen(told.youth_union if code == "doan-the" else told.bloc, code=code)
    kept = made.lists.filter(kind__in=(ListKind.CLASSES, ListKind.SEMINARS)).first()
    page = people.signed_in(told.officer).get(f"/bao-cao/so/{made.pk}/danh-sach/{kept.place}/").content.decode()
    assert words in page
    assert "Khối" in page or "Đoàn" in page


@pytest.mark.parametrize("part", [1, 3], ids=["a quarter that is gone", "a quarter that has not begun"])
def test_a_target_of_a_quarter_calls_no_unit_idle_that_admitted_in_the_year(told, part):
    Target.objects.update(period=PeriodKind.QUARTER, part=part)
    found = opened(told, "tien-do")
    assert (found["idle"], found["units"]) == (1, 2)
    made = people.signed_in(told.officer).get("/bao-cao/tien-do/to-chuc/chua-ket-nap/?don_vi=B&den_ngay=2021-05-31")
    assert [each.code for each in made.context["units"]] == [told.single_cell.code]


def test_of_a_single_unit_its_charge_says_as_many_as_its_list_and_no_units_are_counted(told):
    Target.objects.update(unit=told.single_cell)
    people.person("moi", "Đinh Thị Mới", Role.MEMBER_IN_CHARGE, told.single_cell)
    made = asking.report("tien-do", told.single_cell, TODAY)
    browser = people.signed_in(told.officer)
    found = {}
    for label, value, href in one_truth.numbers(made):
        if "/phu-trach-" in href:
            assert len(browser.get(href).context["units"]) == value, label
            found[label.rpartition(": ")[2]] = value
    assert found == {"idle1": 1, "units1": 1}
    assert not {href for _, _, href in one_truth.numbers(made) if "/nguon-" in href or "/chua-ket-nap/" in href}
