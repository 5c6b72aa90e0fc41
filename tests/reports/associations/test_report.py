"""The yearly report on associations in small: rows, turns and people, sources left, last year, what must not be signed."""

from datetime import date

import pytest

from candidates.enums import Answer, ReturnReason, Stage
from candidates.models import Dossier, Membership, Nomination
from directives.enums import CitationKind, ObligationKind, ReadingCode
from directives.models import Citation, Directive, OwnReading
from organizations.acting import acting
from organizations.enums import AssociationKind, Deed, DocumentKind, FigureKind, IdleReason, OfficeCell
from organizations.errors import Refused
from organizations.models import Clause, Document, Explanation, Figure, Oversight, StandingOffice, Unit
from reports.document import Report, Table
from reports.templatetags import paper
from tests import duties, people
from tests.people import TODAY
from tests.reports import asking

SINCE, NOMINATED = date(2015, 1, 1), date(2021, 2, 1)
THIS_YEAR = {Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 2, 3)}


def built(cast: people.Cast, on: date = TODAY) -> Report:
    """The report of the bloc; somebody is followed there, tied to nobody."""
    if not Dossier.objects.exists():
        people.dossier(cast, days={Stage.SOURCE: date(2021, 1, 4)}, full_name="Lê Không Hội")
    return asking.report("hoi", cast.bloc, on)


def table(made: Report, number: int) -> Table:
    return next(each for section in made.sections for each in section.tables if each.number == number)


def cells(found: Table, key: str) -> dict[str, object]:
    """A column by the labels of its rows."""
    place = [column.key for column in found.columns].index(key)
    return {row.label: row.figures[place].value for row in found.rows}


def words(made: Report) -> str:
    told = [*made.opening, *(each for section in made.sections for each in section.paragraphs)]
    return " ".join("".join(part.text for part in paper.parts(each)) for each in told)


def belong(made: Dossier, organisation: Unit) -> None:
    with acting(None, Deed.EDIT_CANDIDATE):
        Membership.objects.create(person=made.person, organisation=organisation, valid_from=SINCE)


def nominate(made: Dossier, organisation: Unit, on: date = NOMINATED, **said: object) -> None:
    answer = said or {"answer": Answer.ACCEPTED, "answered_on": on, "dossier": made}
    with acting(None, Deed.NOMINATE):
        Nomination.objects.create(
            person=made.person, organisation=organisation, cell=made.unit, nominated_on=on, **answer
        )


def declare(organisation: Unit, **figures: int) -> None:
    with acting(None, Deed.DECLARE_ORGANISATION):
        for kind, value in figures.items():
            Figure.objects.create(
                unit=organisation, kind=FigureKind(kind), on=date(2021, 1, 1), value=value, declared_by="thử nghiệm"
            )


def reading(cast: people.Cast, *, in_use: bool) -> None:
    letter = Document.objects.create(kind=DocumentKind.LETTER, number="1-CV/TN", issuer="Cấp ủy", subject="V/v hội")
    clause = Clause.objects.create(document=letter, position=1, label="Điểm 3", summary="Phấn đấu giới thiệu.")
    directive = Directive.objects.create(document=letter, issuing_unit=cast.bloc)
    OwnReading.objects.create(
        directive=directive,
        clause=clause,
        code=ReadingCode.STILL_HAS_SOURCES,
        words="Tỷ lệ là cách hiểu.",
        in_use=in_use,
    )
    assert not Citation.objects.filter(kind=CitationKind.GROUNDS).exists()


def test_one_person_nominated_by_two_associations_is_two_turns_and_one_person(cast):
    """Situation 13: rows 1 + 1, people 1, one taken off as counted twice."""
    made = people.dossier(cast)
    for organisation in (cast.association, cast.branch):
        belong(made, organisation)
        nominate(made, organisation)
    found = table(built(cast), 3)
    introduced = {"Hội Một": 1, "Chi hội Một": 1, "Cộng lượt": 2, "Trừ trùng": 1, "Số người": 1}
    assert cells(found, "introduced") == introduced
    assert cells(table(built(cast), 2), "end") == introduced


def test_an_association_of_members_over_age_has_no_sources_left(cast):
    """Situation 13: "không còn nguồn" by what it declared; silence is "chưa báo", anything else "còn nguồn"."""
    reading(cast, in_use=True)
    declare(cast.association, organisation_members=300, not_yet_of_age=0)
    left = cells(table(built(cast), 4), "left")
    assert left == {"Hội Một": "không còn nguồn", "Chi hội Một": "chưa báo"}
    declare(cast.branch, organisation_members=40, not_yet_of_age=12)
    assert cells(table(built(cast), 4), "left")["Chi hội Một"] == "còn nguồn"
    assert "1 hội còn nguồn chưa giới thiệu được ai trong năm; 1 hội không còn nguồn; 0 hội" in words(built(cast))


def test_members_admitted_are_not_those_admitted_after_a_nomination(cast):
    member, nominee = (
        people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR, full_name=name) for name in ("Lê An", "Lê Chi")
    )
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR, full_name="Lê Dung")
    for made in (member, nominee):
        belong(made, cast.association)
    nominate(nominee, cast.association, date(2018, 4, 2))
    found = built(cast)
    assert [cells(table(found, 3), key)["Số người"] for key in ("held", "nominated", "staff")] == [2, 1, 0]
    whole = "chiếm 66,7 % số đảng viên mới của toàn đảng bộ (3 người)"
    assert f"Đã kết nạp 2 hội viên vào Đảng, {whole}; trong đó 1 người do hội giới thiệu" in words(found)


def test_without_records_of_last_year_nothing_is_compared(cast):
    made = people.dossier(cast, days={Stage.SOURCE: date(2021, 1, 4)})
    nominate(made, cast.association)
    found = built(cast)
    assert "introduced_before" not in [column.key for column in table(found, 3).columns]
    assert "Chưa có số liệu đầu kỳ, cùng kỳ năm 2020" in table(found, 3).counted
    assert "chưa có số liệu cùng kỳ năm 2020" in words(found)


def test_the_same_period_is_told_once_last_year_is_known(cast):
    old, new = (people.dossier(cast, full_name=name) for name in ("Lê An", "Lê Bình"))
    nominate(old, cast.association, date(2020, 3, 2))
    nominate(new, cast.association)
    people.dossier(cast, full_name="Lê Chi")
    found = table(built(cast), 3)
    assert cells(found, "introduced_before")["Hội Một"] == 1
    assert [cells(found, "introduced_percent")[row] for row in ("Hội Một", "Chi hội Một")] == [100, None]
    assert "bằng cùng kỳ năm 2020 (1 người)" in words(built(cast))


@pytest.mark.parametrize(("in_use", "told"), [(True, True), (False, False)])
def test_the_ratio_of_those_with_sources_can_be_switched_off(cast, in_use, told):
    declare(cast.association, organisation_members=50, not_yet_of_age=20)
    nominate(people.dossier(cast), cast.association)
    reading(cast, in_use=in_use)
    assert ("1 trên 1 hội còn nguồn có giới thiệu" in words(built(cast))) is told


def test_a_silent_association_counts_as_having_sources_only_where_it_introduced_somebody(cast):
    nominate(people.dossier(cast), cast.branch)
    reading(cast, in_use=True)
    found = words(built(cast))
    assert "1 trên 1 hội còn nguồn có giới thiệu" in found
    assert (
        "0 hội còn nguồn chưa giới thiệu được ai trong năm; 0 hội không còn nguồn; 1 hội chưa giới thiệu và chưa báo"
        in found
    )


def test_a_branch_that_another_unit_follows_is_its_to_report(cast):
    Oversight.objects.create(organisation=cast.branch, unit=cast.foreign_bloc, valid_from=SINCE)
    assert [row.label for row in table(built(cast), 2).rows][:2] == ["Hội Một", "Cộng lượt"]
    people.dossier(cast, where=cast.foreign_cell)
    theirs = asking.report("hoi", cast.foreign_bloc, TODAY)
    assert "Chi hội Một" in [row.label for row in table(theirs, 2).rows]


def test_what_was_made_known_counts_the_units_of_the_report_alone(cast):
    people.dossier(cast)
    duties.duty(cast.bloc, kind=ObligationKind.MAKE_KNOWN)
    Oversight.objects.filter(organisation=cast.foreign_association).update(unit=cast.office)
    whole, part = (words(asking.report("hoi", unit, TODAY)) for unit in (cast.bloc, cast.office))
    assert "0 trên 3 chi bộ đã báo thực hiện" in whole
    assert "0 trên 2 chi bộ đã báo thực hiện" in part


def test_coded_reasons_stand_as_causes_and_open_their_nominations(cast):
    made = people.dossier(cast)
    nominate(made, cast.association, answer=Answer.RETURNED, answered_on=NOMINATED, return_reason=ReturnReason.AGE)
    causes = built(cast).sections[2].paragraphs[2]
    assert causes.words == "Nguyên nhân chi bộ trả lại giới thiệu: không trong độ tuổi ({r0})."
    assert (causes.figures["r0"].value, "ly_do=age" in causes.figures["r0"].href) == (1, True)


def test_the_offices_say_what_they_have_and_where_members_suffice(cast):
    declare(cast.association, organisation_members=50, office_staff=5, office_official=3)
    StandingOffice.objects.create(
        organisation=cast.association,
        arrangement=OfficeCell.SHARED,
        cell=cast.cell,
        bodies=["trade_union"],
        valid_from=SINCE,
    )
    found = built(cast)
    (row,) = (row for row in table(found, 1).rows if row.label == "Hội Một")
    told = [figure.value for figure in row.figures]
    assert told == ["chưa ghi", "", 50, None, None, 5, 3, "Ghép với Chi bộ Một", "đủ", "Công đoàn"]
    assert "thành lập chi bộ tại cơ quan thường trực Hội Một" in words(found)


def test_an_association_says_of_which_kind_it_is_and_several_how_many_of_each(cast):
    cast.association.versions.update(association_kind=AssociationKind.CHARITABLE)
    Oversight.objects.filter(organisation=cast.foreign_association).update(unit=cast.office)
    kinds = cells(table(built(cast), 1), "kind")
    assert (kinds["Hội Một"], kinds["Cộng"]) == ("Hội nhân đạo, từ thiện", "2 chưa ghi, 1 hội nhân đạo, từ thiện")


def explain(organisation: Unit, on: date, **said: str) -> None:
    Explanation.objects.create(unit=organisation, on=on, declared_by="Thường trực hội", **said)


def test_a_reason_and_a_remedy_stand_as_the_association_told_them_and_its_reason_is_a_cause(cast):
    explain(cast.association, date(2020, 12, 31), reason=IdleReason.NO_CELL, remedy="của năm trước")
    explain(
        cast.association,
        date(2021, 5, 1),
        reason=IdleReason.NO_PLAN,
        words="mới đại hội",
        remedy="lập kế hoạch quý III",
    )
    made = built(cast)
    idle = table(made, 4)
    said = "chưa có kế hoạch phát hiện, bồi dưỡng: mới đại hội"
    assert (cells(idle, "reason")["Hội Một"], cells(idle, "remedy")["Hội Một"]) == (said, "lập kế hoạch quý III")
    assert cells(idle, "remedy")["Chi hội Một"] == "chưa báo"
    assert "do các hội báo: chưa có kế hoạch phát hiện, bồi dưỡng (1)." in words(made)


def test_without_any_reason_it_is_said_that_none_was_told(cast):
    assert "Các hội chưa giới thiệu được người chưa báo nguyên nhân." in words(built(cast))


def test_what_nobody_confirmed_stands_on_the_slip_and_not_in_the_report(cast):
    found = built(cast)
    assert any("Điều 24, khoản 1" in note and "chưa xác nhận" in note for note in found.slip)
    assert "chưa xác nhận" not in words(found)
    assert found.letterhead.issuer == "BAN TỔ CHỨC"
    assert (found.signature.authority, found.signature.title) == ("", "TRƯỞNG BAN")


def test_each_row_has_a_figure_for_each_column(cast):
    found = built(cast)
    tables = [table(found, number) for number in (1, 2, 3, 4)]
    assert all(len(row.figures) == len(each.columns) for each in tables for row in each.rows)


def test_a_year_without_any_record_is_no_year_of_noughts(cast):
    with pytest.raises(Refused, match="hệ thống chưa có số liệu nào"):
        asking.report("hoi", cast.bloc, date(2017, 12, 31))


@pytest.mark.parametrize("in_use", [True, False])
def test_with_the_reading_switched_off_nothing_is_parted_by_sources(in_use, cast):
    people.dossier(cast)
    declare(cast.association, organisation_members=300, not_yet_of_age=0)
    reading(cast, in_use=in_use)
    assert ("còn nguồn" in words(built(cast))) is in_use
    assert ("2 hội chưa giới thiệu được ai trong năm." in words(built(cast))) is not in_use


@pytest.mark.parametrize("place", ["single_cell", "foreign_cell"])
def test_a_unit_that_follows_no_association_is_refused(cast, place):
    with pytest.raises(Refused, match="chưa theo dõi hội quần chúng nào"):
        asking.report("hoi", getattr(cast, place), TODAY)
