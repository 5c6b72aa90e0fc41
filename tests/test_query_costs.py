"""How many queries the pages cost: few, and as many for three rows as for one."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from candidates.enums import ClassState, Grade, ParameterCode, Result, Stage
from candidates.models import Parameter
from candidates.records import RecordKind
from directives import obligations
from directives.enums import Bound, Measure
from directives.models import Delivery, Fulfilment, Ruling, Target
from organizations import clock, tree
from organizations.enums import ORGANISATION_FIGURES, OfficeCell, UnitKind
from organizations.models import Clause, Figure, Oversight, StandingOffice
from reports.models import PrintJob, SavedReport
from tests import duties, issues, people, training
from tests.candidates import handed, merits

LIST = "/ho-so/"
LACKING = "/ho-so/con-thieu/"


def queries(client: Client, address: str) -> int:
    """Count the queries of a page once everything that a process loads only once is there."""
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


@pytest.mark.parametrize("who", ["secretary", "officer", "leader"])
@pytest.mark.parametrize("address", [LIST, f"{LIST}?vao_buoc=source&tu=1/1/2018", f"{LIST}?tim=van", "/", LACKING])
def test_a_list_costs_as_many_queries_for_three_rows_as_for_one(who, address, cast):
    people.target(cast.bloc)
    people.dossier(cast, Stage.PROPOSED)
    browser = people.signed_in(getattr(cast, who))
    once = queries(browser, address)
    people.dossier(cast, Stage.PROPOSED, full_name="Lê Văn Bình")
    people.dossier(cast, Stage.PROPOSED, full_name="Đỗ Văn Chi", where=cast.single_cell)
    assert queries(browser, address) == once


@pytest.mark.parametrize("address", [LIST, "/"])
def test_terms_by_corrected_values_cost_as_many_queries_for_three_as_for_one(address, cast):
    people.dossier(cast, Stage.PROPOSED)
    browser = people.signed_in(cast.officer)
    Parameter.objects.filter(code=ParameterCode.DECISION_DAYS).update(void=True)
    once = queries(browser, address)
    Parameter.ever.filter(code=ParameterCode.DECISION_DAYS).update(void=False)
    people.dossier(cast, Stage.PROPOSED, full_name="Lê Văn Bình")
    people.dossier(cast, Stage.PROPOSED, full_name="Đỗ Văn Chi", where=cast.single_cell)
    Parameter.objects.filter(code=ParameterCode.DECISION_DAYS).update(void=True)
    assert queries(browser, address) == once


@pytest.mark.parametrize("who", ["mass_officer", "secretary", "leader"])
@pytest.mark.parametrize("query", ["", "to_chuc=H.1", "to_chuc=H.1&ket_qua=considered", "tim=thi"])
def test_the_list_of_nominations_costs_as_many_queries_for_three_as_for_one(who, query, cast):
    people.accept(people.nomination(cast), people.TODAY)
    browser, address = people.signed_in(getattr(cast, who)), f"{LIST}gioi-thieu/?{query}"
    once = queries(browser, address)
    people.send_back(people.nomination(cast, full_name="Lê Thị C"), people.TODAY)
    people.nomination(cast, full_name="Lê Thị D", cell=cast.single_cell)
    assert queries(browser, address) == once <= 12


def test_a_nomination_costs_as_many_queries_among_three_cells_and_dossiers_as_among_one(cast):
    made = people.nomination(cast)
    new, answer = f"{LIST}gioi-thieu/moi/", f"{LIST}gioi-thieu/{made.pk}/tra-loi/"
    officer, secretary = people.signed_in(cast.mass_officer), people.signed_in(cast.secretary)
    once = queries(officer, new), queries(secretary, answer)
    _cells_under(cast.bloc, 3)
    for _ in range(2):
        people.dossier(cast, full_name="Lê Thị Bông", birth_year=1992, birth_date=None)
    assert (queries(officer, new), queries(secretary, answer)) == once
    assert max(once) <= 12


def test_a_dossier_costs_as_many_queries_for_three_memberships_and_nominations_as_for_one(cast, secretary):
    made = people.accept(people.nomination(cast, member_since=people.FOUNDED), people.TODAY)
    once = queries(secretary, f"{LIST}{made.code}/")
    for each in (cast.youth_union, cast.branch):
        other = people.nomination(cast, organisation=each, member_since=people.FOUNDED)
        people.accept(other, people.TODAY, made)
    assert queries(secretary, f"{LIST}{made.code}/") == once


@pytest.mark.parametrize(
    ("who", "address", "most"),
    [
        ("secretary", "/", 12),
        ("secretary", LIST, 12),
        ("leader", LIST, 12),
        ("leader", f"{LIST}?don_vi=B.1&vao_buoc=source&tu=1/1/2018", 12),
        ("leader", "/to-chuc/B/", 12),
        ("officer", "/to-chuc/B.1/", 12),
        ("officer", "/to-chuc/B.2/", 12),
        ("officer", "/hoi-doan-the/", 12),
        ("officer", "/hoi-doan-the/H.1/", 13),  # what it told of itself
        ("leader", "/van-ban/", 12),
        ("leader", LACKING, 12),
        ("leader", f"{LACKING}?don_vi=B.1&thieu=nguoi-giup-do", 12),
        # A forecast that nobody asked for since the last step is worked out once; who follows duties is told of replies, late
        # units and what came up, each kind asked once.
        ("leader", "/", 26),
        ("officer", "/", 29),
        ("administrator", "/tai-khoan/", 12),
        ("administrator", "/tai-khoan/thu/", 12),
        ("auditor", "/nhat-ky/", 12),
        ("auditor", "/nhat-ky/luot-doc/", 12),
        (
            "leader",
            "/bao-cao/tien-do/",
            78,
        ),  # its draft, what stands empty, who has not confirmed, causes, what follows
        ("leader", "/bao-cao/hoi/", 77),  # its draft, what stands empty, who has not confirmed: one each
        ("officer", "/bao-cao/doan-the/", 60),
    ],
)
def test_a_page_costs_few_queries(who, address, most, cast):
    people.dossier(cast, Stage.PROPOSED)
    people.target(cast.bloc)
    assert queries(people.signed_in(getattr(cast, who)), address) <= most


@pytest.mark.parametrize("query", ["", "?xep=con-thieu", "?cach_tinh=now", "?don_vi=B.3"])
def test_the_scorecard_costs_as_many_queries_for_124_units_as_for_one(query, cast):
    many = people.unit("B.3", "Đảng bộ Sở Ba", UnitKind.GRASSROOTS, cast.bloc)
    people.target(cast.bloc)
    _cells_under(many, 1)
    browser = people.signed_in(cast.leader)
    once = {page: queries(browser, f"/van-ban/bang-diem/{page}{query}") for page in ("", "excel/")}
    _cells_under(many, 3)
    assert {page: queries(browser, f"/van-ban/bang-diem/{page}{query}") for page in once} == once
    _cells_under(many, 120)
    assert {page: queries(browser, f"/van-ban/bang-diem/{page}{query}") for page in once} == once
    # Two of them ask whether the forecast that was worked out still holds; one asks which units the reader may list.
    assert max(once.values()) <= 15


def test_a_scorecard_whose_forecasts_are_worked_out_anew_costs_as_many_queries_for_three_units_as_for_one(cast):
    many = people.unit("B.3", "Đảng bộ Sở Ba", UnitKind.GRASSROOTS, cast.bloc)
    people.target(cast.bloc)
    for place, measure in enumerate((Measure.UNITS_ADMITTING, Measure.NEW_SOURCES, Measure.MADE_KNOWN), start=4):
        Target.objects.filter(pk=people.target(cast.bloc, place).pk).update(
            measure=measure, base="", number_kind="absolute"
        )
    duties.duty(cast.bloc, kind="make_known")
    browser, address = people.signed_in(cast.leader), "/van-ban/bang-diem/?don_vi=B"
    counted = []
    for more in (0, 1, 2):
        _cells_under(many, 2 * more + 1) if more else tree.rebuild()
        browser.get(address)
        cache.clear()
        with CaptureQueriesContext(connection) as caught:
            assert browser.get(address).status_code == 200
        counted.append(len(caught))
    assert counted[0] == counted[1] == counted[2]


def test_the_page_of_a_target_costs_as_many_queries_for_many_units_as_for_few(cast):
    made = people.target(cast.bloc)
    browser, address = people.signed_in(cast.leader), f"/van-ban/chi-tieu/{made.pk}/"
    people.dossier(cast, Stage.PROPOSED)
    once = queries(browser, address)
    _cells_under(cast.bloc, 3)
    people.dossier(cast, Stage.PROPOSED, where=cast.single_cell)
    assert queries(browser, address) == once <= 32


@pytest.mark.parametrize("who", ["secretary", "leader", "mass_officer"])
@pytest.mark.parametrize("query", ["", "?tim=thu"])
def test_the_list_of_documents_costs_as_many_queries_for_three_as_for_one(who, query, cast):
    duties.duty(cast.bloc)
    browser, address = people.signed_in(getattr(cast, who)), f"/van-ban/{query}"
    once = queries(browser, address)
    for _ in range(2):
        duties.duty(cast.bloc)
    assert queries(browser, address) == once <= 12


@pytest.mark.parametrize(
    ("who", "bound"), [("leader", "cells"), ("office_worker", "cells"), ("leader", "associations")]
)
def test_a_duty_costs_as_many_queries_for_three_receipts_as_for_none(who, bound, cast):
    made = duties.duty(cast.bloc, bound)
    browser, address = people.signed_in(getattr(cast, who)), f"/van-ban/{made.directive_id}/nhiem-vu/{made.pk}/"
    once = queries(browser, address)
    _cells_under(cast.office, 3)
    for unit in obligations.bound_units(made, people.TODAY):
        Fulfilment.objects.create(obligation=made, unit=unit, on=people.TODAY, by=cast.secretary)
    # Who else is bound and what the superior said are asked once each; whoever follows the duty sees its history too.
    assert queries(browser, address) == once <= 15


def test_the_table_of_a_document_costs_as_many_queries_for_three_duties_and_units_as_for_one(cast):
    made = duties.duty(cast.bloc, due_on=people.TODAY)
    browser, address = people.signed_in(cast.leader), f"/van-ban/{made.directive_id}/bang-theo-doi/"
    once = queries(browser, address)
    _cells_under(cast.office, 3)
    for kind in ("review", "report"):
        duties.duty(cast.bloc, kind=kind, directive=made.directive, due_on=people.TODAY)
    Fulfilment.objects.create(obligation=made, unit=cast.cell, on=people.TODAY)
    # A review asks for the figures of all of them once more.
    assert queries(browser, address) == once + 1 <= 15


@pytest.mark.parametrize("who", ["secretary", "leader"])
def test_what_a_unit_is_asked_costs_as_many_queries_for_three_documents_as_for_one(who, cast):
    duties.duty(cast.bloc, "itself")
    duties.duty(cast.bloc)
    browser = people.signed_in(getattr(cast, who))
    once = queries(browser, "/van-ban/nhiem-vu/")
    for _ in range(2):
        duties.duty(cast.bloc)
    assert queries(browser, "/van-ban/nhiem-vu/") == once <= 12


@pytest.mark.parametrize("address", ["/van-ban/cho-chap-nhan/", "/van-ban/vuot-han/"])
def test_what_waits_for_the_superior_costs_as_many_queries_for_three_units_as_for_one(address, cast):
    browser = people.signed_in(cast.leader if "vuot" in address else cast.officer)
    for unit in (cast.cell, cast.other_cell, cast.single_cell):
        duties.asked_again(unit)
        replied = duties.replied(unit)
        Ruling.objects.filter(obligation=replied).update(void=True)
        if unit == cast.cell:
            once = queries(browser, address)
    assert queries(browser, address) == once <= 14


def test_the_page_of_the_late_units_costs_as_many_queries_for_three_as_for_one(cast):
    made = duties.duty(cast.bloc, due_on=duties.DUE)
    browser, address = people.signed_in(cast.officer), f"/van-ban/{made.directive_id}/don-doc/"
    once = queries(browser, address)
    _cells_under(cast.office, 3)
    duties.duty(cast.bloc, directive=made.directive, due_on=duties.DUE)
    assert queries(browser, address) == once <= 15


def test_a_document_costs_as_many_queries_for_three_of_each_thing_as_for_one(cast):
    made = duties.around(cast).directive
    duties.own_target(cast.association, directive=made)
    browser, address = people.signed_in(cast.officer), f"/van-ban/{made.pk}/"
    once = queries(browser, address)
    for unit in (cast.branch, cast.youth_union):
        duties.own_target(unit, directive=made)
        duties.duty(cast.bloc, directive=made)
        duties.citation(made, duties.letter(cast.bloc, unit.code).document)
        duties.addressee(made, unit.code, Bound.GRASSROOTS, cast.bloc)
        duties.letter_file(made, unit.pk)
    assert queries(browser, address) == once <= 34


@pytest.mark.parametrize("query", ["hieu_luc=con&nam=2021&loai=letter", "hieu_luc=het", "giao=nhiem-vu&tim=giao"])
def test_the_register_narrowed_costs_few_queries(query, cast):
    duties.around(cast)
    assert queries(people.signed_in(cast.officer), f"/van-ban/?{query}") <= 12


@pytest.mark.parametrize("page", ["noi-nhan/", "sua/"])
def test_a_page_of_the_register_costs_as_many_queries_for_three_lines_as_for_one(page, cast):
    made = duties.around(cast).directive
    browser, address = people.signed_in(cast.officer), f"/van-ban/{made.pk}/{page}"
    once = queries(browser, address)
    for number in (1, 2):
        duties.addressee(made, f"Nơi nhận {number}", Bound.GRASSROOTS, cast.bloc)
        duties.citation(made, duties.stub(f"{number}-KL"))
    for number in (1, 2):
        Clause.objects.create(document=made.document, position=9 + number, label=f"Mục {number}", summary="Lời.")
    Delivery.objects.create(directive=made, unit=cast.cell, on=people.TODAY)
    # Two of them ask whether the forecasts that were worked out still hold.
    assert queries(browser, address) == once <= 20


@pytest.mark.parametrize("who", ["secretary", "officer"])
def test_documents_that_are_only_cited_cost_as_many_queries_for_three_as_for_one(who, cast):
    made = duties.around(cast).directive
    browser = people.signed_in(getattr(cast, who))
    stub = made.citations.get().document_id
    once = [queries(browser, f"/van-ban/chua-vao-so/{page}") for page in ("", f"{stub}/")]
    for number in (1, 2):
        duties.citation(made, duties.stub(f"{number}-KL"))
        duties.citation(duties.letter(cast.bloc), made.citations.first().document)
    again = [queries(browser, f"/van-ban/chua-vao-so/{page}") for page in ("", f"{stub}/")]
    assert (again, max(again) <= 12) == (once, True)


@pytest.mark.parametrize("who", ["mass_officer", "officer"])
def test_the_targets_of_organisations_cost_as_many_queries_for_three_as_for_one(who, cast):
    asked = duties.duty(cast.bloc, "associations", "targets")
    duties.own_target(cast.association, directive=asked.directive)
    duties.own_target(cast.association, "nominated")
    browser, address = people.signed_in(getattr(cast, who)), "/van-ban/chi-tieu-doan-the/"
    once = queries(browser, address)
    for unit in (cast.branch, cast.youth_union):
        duties.own_target(unit)
        duties.own_target(unit, "nominated")
    assert queries(browser, address) == once <= 20


# docs/adr/0013-what-a-page-may-ask.md: once per kind of row; before the proposal the criteria ask for theirs.
@pytest.mark.parametrize("who", ["secretary", "officer", "leader"])
@pytest.mark.parametrize(
    ("stage", "asked"),
    [(Stage.SOURCE, 35), (Stage.PREPARING, 37), (Stage.PROPOSED, 40), (Stage.ADMITTED, 40), (Stage.OFFICIAL, 33)],
)
def test_the_page_of_a_dossier_asks_once_for_each_kind_of_row(who, stage, asked, cast):
    made = people.dossier(cast, stage, occupation="state")
    merits.around(made)
    # Whoever may not take back what was done last is not asked about it further.
    assert asked - 1 <= queries(people.signed_in(getattr(cast, who)), f"{LIST}{made.code}/") <= asked


def test_a_dossier_costs_as_many_queries_for_five_steps_as_for_four(cast, secretary):
    begun, ready = people.dossier(cast, Stage.PREPARING), people.dossier(cast, Stage.VERIFYING)
    assert queries(secretary, f"{LIST}{begun.code}/") == queries(secretary, f"{LIST}{ready.code}/")


def test_a_third_regime_beside_two_others_costs_only_its_own_values(cast, secretary):
    address = f"{LIST}{people.dossier(cast, Stage.ADMITTED).code}/doi-chieu/?che_do=QD24&che_do=QD29"
    assert queries(secretary, f"{address}&che_do=QD208") == queries(secretary, address) + 3


@pytest.mark.parametrize("kind", RecordKind)
def test_a_dossier_and_its_records_cost_as_many_queries_for_many_as_for_none(kind, cast, secretary):
    bare, full = (people.dossier(cast, full_name=name, occupation="state") for name in ("Lê Văn Bình", "Lê Văn Chi"))
    merits.around(full)
    merits.rate(full, y2019=Grade.GOOD, y2020=Grade.GOOD)
    for page in ("", f"ghi-chep/{kind.value}/"):
        assert queries(secretary, f"{LIST}{full.code}/{page}") == queries(secretary, f"{LIST}{bare.code}/{page}")


def test_a_unit_costs_as_many_queries_for_three_children_as_for_one(cast):
    browser = people.signed_in(cast.leader)
    alone = people.unit("B.3", "Đảng bộ Sở Ba", UnitKind.GRASSROOTS, cast.bloc)
    _cells_under(alone, 1)
    once = queries(browser, "/to-chuc/B.3/")
    _cells_under(alone, 3)
    assert queries(browser, "/to-chuc/B.3/") == once


def test_a_report_costs_as_many_queries_for_five_units_as_for_two(cast):
    section = people.unit("B.4", "Đảng bộ bộ phận Bốn", UnitKind.SECTION, cast.bloc)
    people.target(section)
    _cells_under(section, 2)
    browser = people.signed_in(cast.leader)
    address = "/bao-cao/tien-do/?don_vi=B.4"
    once = queries(browser, address)
    _cells_under(section, 3)
    assert queries(browser, address) == once


def test_the_list_of_organisations_costs_as_many_queries_for_four_rows_as_for_one(cast):
    browser, address = people.signed_in(cast.officer), "/hoi-doan-the/"
    for organisation in (cast.branch, cast.youth_union):
        people.close(organisation, people.TODAY)
    once = queries(browser, address)
    for number in range(3):
        made = people.unit(f"H.9{number}", f"Hội {number}", UnitKind.ASSOCIATION, cast.association)
        _declared(made, cast.cell)
    tree.rebuild()
    assert queries(browser, address) == once <= 12


def _declared(organisation, cell) -> None:
    Oversight.objects.create(organisation=organisation, unit=cell, valid_from=people.FOUNDED)
    StandingOffice.objects.create(
        organisation=organisation, arrangement=OfficeCell.SHARED, cell=cell, valid_from=people.FOUNDED
    )
    for kind in ORGANISATION_FIGURES:
        Figure.objects.create(unit=organisation, kind=kind, on=people.FOUNDED, value=5)


PAGES_OF_A_CLASS = ("", "tot-nghiep/", "ket-qua/", "hoc-vien/", "giay-chung-nhan/?mau={n}&tu_so=1&ngay=19/3/2021")


@pytest.mark.parametrize(
    ("who", "address"),
    [("trainer", "/lop/{}/" + rest) for rest in PAGES_OF_A_CLASS]
    + [(who, address) for who in ("secretary", "leader") for address in ("/lop/", "/lop/{}/")],
)
def test_a_class_costs_as_many_queries_for_three_students_as_for_one(who, address, cast):
    lesson = training.a_class(cast.bloc, ClassState.CLOSED, places=9)
    browser = people.signed_in(getattr(cast, who))
    at = address.replace("{}", str(lesson.pk))
    _learning(cast, lesson, "Lê Văn An")
    once = queries(browser, at)
    for name in ("Lê Văn Bình", "Lê Văn Chi"):
        _learning(cast, lesson, name)
        _learning(cast, training.a_class(cast.bloc, ClassState.CLOSED), name)
    assert (queries(browser, at), once <= 14) == (once, True)


def _learning(cast, lesson, name) -> None:
    """One student who passed, and one more person who waits."""
    training.student(lesson, people.dossier(cast, Stage.SYMPATHISER, full_name=name), Result.PASSED)
    people.dossier(cast, Stage.SYMPATHISER, full_name=f"{name} Chờ")


@pytest.mark.parametrize("address", ["chuyen-csdl/", "chuyen-csdl/excel/", "doi-chieu-csdl/"])
def test_handing_on_costs_as_many_queries_for_three_as_for_one(address, cast):
    _handed_on(cast, "Lê Văn An")
    browser = people.signed_in(cast.officer)
    once = queries(browser, f"{LIST}{address}")
    for name in ("Lê Văn Bình", "Lê Văn Chi"):
        _handed_on(cast, name)
    assert queries(browser, f"{LIST}{address}") == once <= 14


def test_a_sheet_costs_as_many_queries_for_many_papers_and_helpers_as_for_few(cast):
    bare, full = (people.dossier(cast, Stage.DECIDED, full_name=name) for name in ("Lê Văn Bình", "Lê Văn Chi"))
    merits.around(full)
    browser = people.signed_in(cast.officer)
    few, many = (queries(browser, f"{LIST}{made.code}/phieu-du-lieu/") for made in (bare, full))
    assert few == many <= 16


def test_a_reconciliation_costs_as_many_queries_for_three_differences_as_for_one(cast):
    stored = handed.reconciliation(cast.bloc)
    handed.differ(stored, people.dossier(cast, Stage.DECIDED))
    browser, address = people.signed_in(cast.officer), f"{LIST}doi-chieu-csdl/{stored.pk}/"
    once = queries(browser, address)
    for name in ("Lê Văn Bình", "Lê Văn Chi"):
        handed.differ(stored, people.dossier(cast, Stage.DECIDED, full_name=name))
    assert queries(browser, address) == once <= 12


def test_the_scans_of_a_paper_cost_as_many_queries_for_three_as_for_one(cast, secretary):
    paper = people.dossier(cast, Stage.TRAINED).papers.first()
    handed.scan(paper)
    address = f"{LIST}{paper.dossier.code}/giay-to/{paper.pk}/ban-quet/"
    once = queries(secretary, address)
    for number in (1, 2):
        handed.scan(paper, stored_as=f"{number:032x}", sha256=f"{number:064x}")
    assert queries(secretary, address) == once <= 12


def test_the_list_of_read_letters_costs_as_many_queries_for_three_as_for_one(cast):
    browser = people.signed_in(cast.officer)
    duties.read_letter(cast.bloc)
    once = queries(browser, "/van-ban/doc/")
    for number in (2, 3):
        duties.read_letter(cast.bloc, number)
    assert queries(browser, "/van-ban/doc/") == once <= 12


def _handed_on(cast, name: str) -> None:
    made = people.dossier(cast, Stage.DECIDED, full_name=name)
    handed.differ(handed.reconciliation(cast.bloc), made)


def _cells_under(parent, number: int) -> None:
    first = parent.child_versions.count() + 1
    for place in range(first, first + number):
        people.unit(f"{parent.code}.{place}", f"Chi bộ {place}", UnitKind.GRASSROOTS_CELL, parent)
    tree.rebuild()


def test_the_register_of_reports_costs_as_many_queries_for_three_rows_as_for_one(cast):
    browser = people.signed_in(cast.officer)
    first = issues.entered(issues.row(cast.bloc), "1")
    once = queries(browser, "/bao-cao/so/")
    issues.row(cast.office)
    issues.entered(issues.row(cast.cell), "2")
    assert first.number == "1"
    assert queries(browser, "/bao-cao/so/") == once <= 12


def test_the_papers_in_the_background_cost_as_many_queries_for_three_rows_as_for_one(cast):
    browser = people.signed_in(cast.officer)
    _job(cast, cast.bloc)
    once = queries(browser, "/bao-cao/nen/")
    _job(cast, cast.office)
    _job(cast, cast.cell, "waiting")
    assert queries(browser, "/bao-cao/nen/") == once <= 12


def test_the_catalogue_costs_as_many_queries_for_three_saved_reports_as_for_one(cast):
    browser = people.signed_in(cast.officer)
    _kept(cast, cast.bloc, "Một")
    once = queries(browser, "/bao-cao/")
    _kept(cast, cast.office, "Hai", shared=cast.bloc)
    _kept(cast, cast.cell, "Ba", by=cast.leader, shared=cast.bloc)
    assert queries(browser, "/bao-cao/") == once


def _job(cast, unit, state: str = "done") -> PrintJob:
    days = {"on": people.TODAY, "first_day": people.TODAY, "last_day": people.TODAY, "asked_at": clock.now()}
    stored = {"state": state, "pdf": b"%PDF" if state == "done" else None}
    return PrintJob.objects.create(
        by=cast.officer, code="bieu-2", unit=unit, reading="then", named=False, **days, **stored
    )


def _kept(cast, unit, name: str, **told: object) -> SavedReport:
    known = {"by": cast.officer, "rule": "month", "reading": "then", "named": False, "saved_on": people.TODAY}
    return SavedReport.objects.create(name=name, code="bieu-2", unit=unit, **known | told)
