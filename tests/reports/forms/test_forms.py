"""Every form over a dossier that has everything and one that has nothing: what is printed, what is missing, where it goes."""

import pytest
from django.db import transaction
from django.test import Client

from candidates.enums import Stage
from candidates.models import Dossier
from organizations.enums import Deed
from organizations.models import Reading, User
from reports import pdf
from reports.forms import catalogue, filling
from reports.forms.fields import ALL
from reports.forms.parts import Issuer, Shape, Sure
from tests import databases, pages, people
from tests.reports.forms import papers

EVERY = pytest.mark.parametrize("slug", papers.SLUGS)
BOUND_TO_SECTION = ("7-knd", "14-knd")


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker):
    """The two dossiers, built once; tests that write take it back."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast = people.cast()
        complete, empty = papers.complete(cast), papers.empty(cast)
        databases.settle()
        yield cast, complete, empty
        transaction.set_rollback(True)


@pytest.fixture
def cast(scene, db) -> people.Cast:
    return scene[0]


@pytest.fixture
def whole(scene, db) -> Dossier:
    return scene[1]


@pytest.fixture
def bare(scene, db) -> Dossier:
    return scene[2]


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


@EVERY
def test_a_form_of_a_complete_dossier_lacks_nothing_required_and_is_printed_whole(slug, whole):
    found = papers.filled(whole, slug)
    assert [each.label for each in found.missing if each.required] == []
    assert found.against == ()
    file = pdf.render_forms([found.paper])
    said = papers.text(file)
    form = catalogue.find(slug)
    title = form.kind or form.subject.split(" ")[0]
    assert papers.NAME in said
    assert title.split(" ")[0].lower() in said.lower()
    assert [wrong for wrong in ("None", "{", "}", "bắt buộc", "Còn thiếu") if wrong in said] == []
    # How sure the wording is stands on the page, never on paper.
    assert [each for each in Sure if each.words[:30] in said] == []
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in papers.fonts(file)]
    assert all("/FontFile2" in each for each in descriptors)


@EVERY
def test_a_form_of_an_empty_dossier_names_what_is_missing_and_its_draft_has_dots_for_it(slug, bare):
    found = papers.filled(bare, slug)
    asked = {name for block in found.paper.form.body for name, _ in filling.tokens(block.words)}
    if "birth" in asked:
        assert "Ngày sinh" in [each.label for each in found.missing]
        assert found.lacks_required
    said = papers.text(pdf.render_forms([found.paper]))
    assert "Lê Thị Trống" in said
    assert "……" in said
    assert "None" not in said


@EVERY
def test_each_thing_missing_leads_to_a_page_that_opens_to_whoever_owns_it(slug, bare, cast):
    browsers = [people.signed_in(who) for who in (cast.secretary, cast.officer, cast.office_worker)]
    for each in papers.filled(bare, slug).missing:
        assert 200 in [browser.get(each.url).status_code for browser in browsers], each


@EVERY
def test_a_form_shows_what_is_missing_before_its_preview(slug, bare, officer):
    answer = officer.get(f"/bieu-mau/{bare.code}/{slug}/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 0 < page.index('id="con-thieu"') < page.index('id="xem-truoc"')
    assert catalogue.find(slug).editions[0].sure.words in page
    read = pages.read(answer)
    assert (read.inline, read.unlabelled) == ([], [])


def test_the_way_of_a_dossier_decides_which_forms_stand_first(whole, bare, officer):
    assert "phieu-bao" in _before_fold(officer, whole)
    assert "phieu-bao" not in _before_fold(officer, bare)
    assert "bien-nhan" in _before_fold(officer, bare)


def _before_fold(browser: Client, made: Dossier) -> str:
    page = browser.get(f"/bieu-mau/{made.code}/").content.decode()
    return page[page.index("dung-luc-nay") : page.index("Biểu mẫu của các bước khác")]


def test_a_cell_without_a_section_is_offered_no_form_of_a_section(bare, whole, officer):
    listed = {made.pk: officer.get(f"/bieu-mau/{made.code}/").content.decode() for made in (bare, whole)}
    assert [slug in listed[bare.pk] for slug in BOUND_TO_SECTION] == [False, False]
    assert [slug in listed[whole.pk] for slug in BOUND_TO_SECTION] == [True, True]


def test_what_the_person_writes_by_hand_is_no_form():
    assert {"1-KNĐ", "2-KNĐ", "10-KNĐ"} & {form.code for form in catalogue.FORMS} == set()


def test_a_required_gap_refuses_the_print_and_offers_the_draft(bare, officer):
    refused = officer.get(f"/bieu-mau/{bare.code}/6-knd/pdf/")
    assert refused.status_code == 409
    assert "Còn thiếu mục bắt buộc" in pages.read(refused).words
    draft = officer.get(f"/bieu-mau/{bare.code}/6-knd/pdf/?trong=1")
    assert (draft.status_code, draft["Content-Type"]) == (200, "application/pdf")
    assert "Số -NQ/CB" in papers.text(draft.content)


def test_printing_leaves_a_trace_and_a_refused_print_leaves_none(whole, bare, officer, cast):
    officer.get(f"/bieu-mau/{whole.code}/6-knd/pdf/")
    officer.get(f"/bieu-mau/{bare.code}/6-knd/pdf/")
    traces = Reading.objects.filter(user=cast.officer, deed=Deed.PRINT_FORM)
    assert [(each.subject.endswith(whole.code), each.people) for each in traces] == [(True, 1)]


@pytest.mark.parametrize(("who", "shown"), [("officer", True), ("office_worker", False)])
def test_ethnic_group_and_religion_print_for_those_alone_who_may_see_them(who, shown, whole, cast):
    browser = people.signed_in(getattr(cast, who))
    said = papers.text(browser.get(f"/bieu-mau/{whole.code}/gcn-giup-do/pdf/").content)
    assert ("Tày" in said) == shown
    page = pages.read(browser.get(f"/bieu-mau/{whole.code}/gcn-giup-do/")).words
    assert (filling.SENSITIVE in page) == (not shown)
    assert ("Tày" in page) == shown
    assert Reading.objects.filter(deed=Deed.SEE_SENSITIVE).exists() == shown


ADDRESSES = ("/bieu-mau/{}/", "/bieu-mau/{}/6-knd/", "/bieu-mau/{}/6-knd/pdf/")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("who", "status"), [("stranger", 404), ("leader", 403), ("auditor", 403), ("secretary", 404)])
def test_a_stranger_finds_no_form_and_a_reader_may_not(address, who, status, whole, cast):
    # The secretary's own cell is another one.
    assert people.signed_in(getattr(cast, who)).get(address.format(whole.code)).status_code == status


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_form_is_only_read(address, whole, officer):
    assert officer.post(address.format(whole.code)).status_code == 405


@pytest.mark.parametrize("rest", ["khong-co/", "6-knd/?dong=1", "3-knd/?dong=999999", "3-knd/?dong=x"])
def test_a_form_or_a_row_that_is_not_there_is_not_found(rest, whole, officer):
    assert officer.get(f"/bieu-mau/{whole.code}/{rest}").status_code == 404


def test_each_token_of_each_form_is_a_field():
    named = {
        name
        for form in catalogue.FORMS
        for words in (
            *[block.words for block in form.body if block.shape != Shape.LISTING],
            *form.addressees,
            *form.recipients,
        )
        for name, _ in filling.tokens(words)
    }
    assert named - set(ALL) == set(filling.HAND)
    assert set(ALL) - named == set()


def test_forms_have_addresses_and_codes_of_their_own():
    assert len({form.slug for form in catalogue.FORMS}) == len(catalogue.FORMS)
    codes = [form.code for form in catalogue.FORMS if form.code]
    assert codes == sorted(set(codes), key=codes.index)
    assert set(codes) == {
        f"{n}-KNĐ" for n in ("3", "4", "4A", "5", "6", "7", "8", "9", "11", "12", "13", "14", "15", "16")
    }


def test_a_committees_form_bears_its_own_head(whole):
    heads = {each: papers.filled(whole, slug).paper for each, slug in _ISSUED.items()}
    assert [(paper.letterhead.superior, paper.letterhead.issuer) for paper in heads.values()] == [
        ("ĐẢNG BỘ BỘ PHẬN BA", "CHI BỘ BA"),
        ("ĐẢNG BỘ SỞ MỘT", "ĐẢNG ỦY BỘ PHẬN BA"),
        ("ĐẢNG BỘ KHỐI", "ĐẢNG ỦY SỞ MỘT"),
        ("", "ĐẢNG ỦY KHỐI"),
    ]


_ISSUED = {Issuer.CELL: "5-knd", Issuer.SECTION: "7-knd", Issuer.COMMITTEE: "15-knd", Issuer.DECIDER: "16-knd"}


def test_a_recorded_paper_prints_its_number_and_day_another_leaves_room(whole, bare):
    assert papers.filled(whole, "15-knd").paper.number == "Số 07-NQ/ĐU"
    assert "ngày 04 tháng 01 năm 2021" in papers.text(pdf.render_forms([papers.filled(whole, "15-knd").paper]))
    assert "Hạ Long, ngày tháng năm" in papers.text(pdf.render_forms([papers.filled(bare, "6-knd").paper]))


def test_the_same_data_gives_the_same_bytes(whole):
    assert pdf.render_forms([papers.filled(whole, "9-knd").paper]) == pdf.render_forms(
        [papers.filled(whole, "9-knd").paper]
    )


def test_a_form_of_the_people_in_the_cell_opens_to_its_secretary(bare, cast: people.Cast):
    secretary: User = cast.secretary
    assert people.signed_in(secretary).get(f"/bieu-mau/{bare.code}/6-knd/").status_code == 200
    assert bare.stage == Stage.SOURCE
