"""The parts of the progress report in small: who is in charge, quarters still to come, classes, unions with their branches."""

from datetime import date

import pytest

from candidates.enums import ClassKind, ClassState, PaperKind, Result, Stage
from candidates.models import Enrolment, Membership, Paper
from organizations import declared, tree
from organizations.acting import acting
from organizations.enums import Deed, Role, UnitKind
from organizations.models import Post
from reports.document import Table
from reports.progress import in_charge, reviews
from tests import people, training
from tests.people import FOUNDED, TODAY
from tests.reports import asking

THIS_YEAR = {Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 4, 3)}


def table(cast: people.Cast, title: str) -> Table:
    made = asking.report("tien-do", cast.bloc, TODAY)
    return next(each for section in made.sections for each in section.tables if each.title.startswith(title))


def row(found: Table, label: str) -> dict[str, object]:
    (figures,) = (each.figures for each in found.rows if each.label == label)
    return {column.key: figure.value for column, figure in zip(found.columns, figures, strict=True)}


def test_the_newest_of_two_members_in_charge_heads_the_group(cast):
    people.target(cast.bloc)
    newest = people.person("moi", "Đinh Thị Mới", Role.MEMBER_IN_CHARGE, cast.single_cell)
    Post.objects.create(user=newest, role=Role.MEMBER_IN_CHARGE, unit=cast.office, valid_from=date(2021, 1, 1))
    bodies = list(tree.grassroots(cast.bloc, TODAY))
    before, now = (in_charge.charges(bodies, day) for day in (date(2020, 12, 31), TODAY))
    assert [charge.label for charge in before] == ["Đ/c Đinh Thị Mới (1 đơn vị)", "Đ/c Mai Văn Trách (1 đơn vị)"]
    assert [charge.label for charge in now] == ["Đ/c Đinh Thị Mới (2 đơn vị)"]


def test_namesakes_in_charge_stay_two(cast):
    people.person("trung", "Mai Văn Trách", Role.MEMBER_IN_CHARGE, cast.single_cell)
    found = in_charge.charges(list(tree.grassroots(cast.bloc, TODAY)), TODAY)
    assert [charge.label for charge in found] == ["Đ/c Mai Văn Trách (1 đơn vị)"] * 2


@pytest.mark.parametrize(
    ("on", "months", "since"),
    [
        (date(2021, 3, 30), [3, 6, 9, 12], date(2020, 12, 31)),
        (date(2021, 3, 31), [6, 9, 12], date(2020, 12, 31)),
        (date(2021, 6, 30), [9, 12], date(2020, 12, 31)),
        (date(2021, 7, 1), [9, 12], date(2021, 6, 30)),
        (date(2021, 12, 31), [], date(2021, 6, 30)),
    ],
)
def test_a_report_as_at_the_end_of_a_quarter_expects_nothing_of_it(on, months, since):
    assert [end.month for end in reviews.quarters_left(on)] == months
    assert declared.half_year_before(on) == since


def test_a_class_counts_whom_it_certified_and_who_was_admitted_since(cast):
    people.target(cast.bloc)
    made = people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    paper = Paper.objects.get(dossier=made, kind=PaperKind.CERTIFICATE)
    held = training.a_class(
        cast.bloc, ClassState.CLOSED, name="Lớp I", planned_for=date(2020, 3, 1), starts_on=date(2019, 3, 25)
    )
    with acting(None, Deed.RUN_CLASSES):
        Enrolment.objects.create(training_class=held, dossier=made, result=Result.PASSED, certificate=paper)
    found = row(table(cast, "Các lớp bồi dưỡng"), "Lớp I")
    keys = ("students", "certified", "before", "now", "not_admitted")
    assert [found[key] for key in keys] == [1, 1, 0, 1, 0]


def test_a_class_for_new_members_tells_nothing_of_admission(cast):
    people.target(cast.bloc)
    training.a_class(cast.bloc, ClassState.OPENED, ClassKind.NEW_MEMBERS, name="Lớp đảng viên mới")
    found = row(table(cast, "Các lớp bồi dưỡng"), "Lớp đảng viên mới")
    assert [found[key] for key in ("before", "now", "not_admitted", "near_expiry")] == [None] * 4


def test_a_union_counts_the_members_of_its_branches(cast):
    people.target(cast.bloc)
    branch = people.unit("D.1.1", "Đoàn cơ sở Một", UnitKind.SOCIO_POLITICAL, cast.youth_union)
    tree.rebuild()
    made = people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    with acting(None, Deed.EDIT_CANDIDATE):
        Membership.objects.create(person=made.person, organisation=branch, valid_from=FOUNDED)
    assert row(table(cast, "Kết quả của các tổ chức đoàn thể"), "Đoàn Thanh niên Khối")["admitted"] == 1
