"""The yearly report of a socio-political organisation in small: targets, branches, enterprises, seminars, who signs with whom."""

from datetime import date

import pytest

from candidates.enums import ClassKind, ClassState, Stage
from candidates.models import Dossier, Membership, TrainingClass
from directives.enums import Measure, NumberKind, PeriodKind
from directives.models import Directive, Target
from organizations import tree
from organizations.acting import acting
from organizations.enums import Deed, DocumentKind, FigureKind, Sector, UnitKind
from organizations.errors import Refused
from organizations.models import Clause, Document, Figure, Unit, UnitVersion
from reports.document import Report, Table
from reports.templatetags import paper
from tests import people
from tests.people import TODAY
from tests.reports import asking

SINCE = date(2015, 1, 1)
THIS_YEAR = {Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 2, 3)}


def built(cast: people.Cast, organisation: Unit | None = None) -> Report:
    """The report of an organisation; somebody is followed in its province, tied to nobody."""
    if not Dossier.objects.exists():
        people.dossier(cast, full_name="Lê Không Hội")
    return asking.report("doan-the", organisation or cast.youth_union, TODAY)


TARGETS, BRANCHES = "Kết quả thực hiện chỉ tiêu", "Kết quả của từng cơ sở"
FOUNDED = "Tổ chức đảng thành lập trong doanh nghiệp ngoài khu vực Nhà nước"
SEMINARS = "Hội nghị tập huấn đã tổ chức"


def tables(made: Report) -> dict[str, Table]:
    """The tables by their titles: a report numbers those it has."""
    return {table.title: table for section in made.sections for table in section.tables}


def words(made: Report) -> str:
    told = [*made.opening, *(each for section in made.sections for each in section.paragraphs)]
    return " ".join("".join(part.text for part in paper.parts(each)) for each in told)


def admitted(cast: people.Cast, organisation: Unit, **facts: object) -> Dossier:
    made = people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR, **facts)
    with acting(None, Deed.EDIT_CANDIDATE):
        Membership.objects.create(person=made.person, organisation=organisation, valid_from=SINCE)
    return made


def branch(cast: people.Cast) -> Unit:
    made = people.unit("D.1.1", "Đoàn cơ sở Một", UnitKind.SOCIO_POLITICAL, cast.youth_union)
    tree.rebuild()
    return made


def target(cast: people.Cast, **more: object) -> None:
    plan = Document.objects.create(
        kind=DocumentKind.PLAN, issuer="Đoàn Khối", subject="Kế hoạch", number=f"{len(more)}-KH"
    )
    given = {"measure": Measure.MEMBERS_ADMITTED, "number_kind": NumberKind.ABSOLUTE, "number": 10, "first_year": 2021}
    Target.objects.create(
        directive=Directive.objects.create(document=plan),
        clause=Clause.objects.create(document=plan, position=1, label="Mục 1", summary="Đặt chỉ tiêu."),
        unit=cast.youth_union,
        **given | more,
    )


def test_targets_per_year_and_per_own_term_stand_side_by_side(cast):
    admitted(cast, cast.youth_union)
    target(cast, last_year=2021)
    target(cast, period=PeriodKind.TERM, term_start=date(2017, 10, 1), term_stop=date(2022, 10, 1), number=50)
    rows = [[figure.value for figure in row.figures] for row in tables(built(cast))[TARGETS].rows]
    assert sorted(row[:4] for row in rows) == [
        ["nhiệm kỳ 2017 – 2022 (số liệu từ 05/3/2018)", "50 người", 50, 1],
        ["năm 2021", "10 người", 10, 1],
    ]


def test_a_term_that_began_before_the_records_has_no_percentage(cast):
    admitted(cast, cast.youth_union)
    target(cast, period=PeriodKind.TERM, term_start=date(2017, 10, 1), term_stop=date(2022, 10, 1), number=50)
    (row,) = tables(built(cast))[TARGETS].rows
    assert (row.figures[4].value, row.figures[4].words) == (None, "chưa có số liệu những năm đầu nhiệm kỳ")


def test_a_branch_and_the_organisation_count_a_person_once(cast):
    one = branch(cast)
    made = admitted(cast, one, full_name="Lê An")
    with acting(None, Deed.EDIT_CANDIDATE):
        Membership.objects.create(person=made.person, organisation=cast.youth_union, valid_from=SINCE)
        Figure.objects.create(
            unit=one, kind=FigureKind.ORGANISATION_MEMBERS, on=date(2021, 1, 1), value=40, declared_by="thử nghiệm"
        )
    table = tables(built(cast))[BRANCHES]
    keys = [column.key for column in table.columns]
    told = {row.label: dict(zip(keys, [figure.value for figure in row.figures], strict=True)) for row in table.rows}
    assert [told[row]["admitted"] for row in ("Đoàn cơ sở Một", "Cộng lượt", "Trừ trùng", "Số người")] == [1, 1, 0, 1]
    assert (told["Đoàn cơ sở Một"]["members"], float(told["Đoàn cơ sở Một"]["share"])) == (40, 2.5)


def test_enterprises_outside_the_state_sector_are_told_in_people_and_in_party_organisations(cast):
    admitted(cast, cast.youth_union, full_name="Lê An", sector=Sector.NON_STATE_ENTERPRISE)
    admitted(cast, cast.youth_union, full_name="Lê Bình", sector=Sector.AGENCY)
    new = people.unit("B.9", "Chi bộ Công ty Chín", UnitKind.GRASSROOTS_CELL, cast.bloc, since=date(2021, 3, 2))
    UnitVersion.objects.filter(unit=new).update(sector=Sector.NON_STATE_ENTERPRISE)
    tree.rebuild()
    found = built(cast)
    assert "Có 1 đoàn viên, hội viên làm việc trong doanh nghiệp ngoài khu vực Nhà nước" in words(found)
    assert "toàn đảng bộ thành lập 1 tổ chức đảng" in words(found)
    assert [row.label for row in tables(found)[FOUNDED].rows] == ["Chi bộ Công ty Chín"]


def test_an_older_party_organisation_that_only_changed_its_name_is_not_a_new_one(cast):
    UnitVersion.objects.filter(unit=cast.single_cell).update(sector=Sector.NON_STATE_ENTERPRISE)
    people.place_under(cast.single_cell, cast.office, date(2021, 2, 1))
    assert FOUNDED not in tables(built(cast))


def test_seminars_of_the_year_are_listed(cast):
    held = {"kind": ClassKind.SEMINAR, "unit": cast.bloc, "organisation": cast.youth_union, "state": ClassState.CLOSED}
    days = {"planned_for": date(2021, 3, 1), "starts_on": date(2021, 3, 9), "ends_on": date(2021, 3, 9)}
    with acting(None, Deed.RUN_CLASSES):
        TrainingClass.objects.create(name="Tập huấn 2021", participants=85, **held, **days)
        before = {"planned_for": date(2020, 3, 1), "starts_on": date(2020, 3, 9), "ends_on": date(2020, 3, 9)}
        TrainingClass.objects.create(name="Tập huấn 2020", participants=70, **held, **before)
    assert [(row.label, row.figures[2].value) for row in tables(built(cast))[SEMINARS].rows] == [("Tập huấn 2021", 85)]


def test_ban_to_chuc_signs_beside_the_organisation(cast):
    found = built(cast)
    assert (found.signature.authority, found.letterhead.party) == ("TM. BAN THƯỜNG VỤ", "")
    assert found.signature.cosigner == "XÁC NHẬN BAN TỔ CHỨC ĐẢNG ỦY KHỐI"


@pytest.mark.parametrize("place", ["bloc", "association"])
def test_anything_but_a_socio_political_organisation_is_refused(cast, place):
    with pytest.raises(Refused, match="không phải là một tổ chức chính trị – xã hội"):
        built(cast, getattr(cast, place))


def test_a_row_has_its_own_declaration_and_not_that_of_its_branches_again(cast):
    one = branch(cast)
    two = people.unit("D.1.1.1", "Chi đoàn Một", UnitKind.SOCIO_POLITICAL, one)
    tree.rebuild()
    with acting(None, Deed.DECLARE_ORGANISATION):
        for where, value in ((one, 100), (two, 40)):
            words = {"kind": FigureKind.ORGANISATION_MEMBERS, "on": date(2021, 1, 1), "declared_by": "thử nghiệm"}
            Figure.objects.create(unit=where, value=value, **words)
    row = tables(built(cast))[BRANCHES].rows[0]
    assert (row.label, row.figures[0].value) == ("Đoàn cơ sở Một", 100)
