"""What organisations declare of themselves: who may, what cannot be true, what is only doubtful, what their page shows."""

from datetime import date

import pytest

from organizations import access, declared, declaring, explained
from organizations.acting import acting
from organizations.declaring import Figures
from organizations.enums import Deed, FigureKind
from organizations.errors import NotAllowed, Refused
from organizations.models import Explanation, Figure
from tests import pages, people
from tests.people import TODAY

ON = date(2020, 12, 31)
MEMBERS, INSIDE, LEFT = FigureKind.ORGANISATION_MEMBERS, FigureKind.ALREADY_IN_PARTY, FigureKind.NOT_YET_OF_AGE
STAFF, OFFICIAL = FigureKind.OFFICE_STAFF, FigureKind.OFFICE_OFFICIAL
WHOLE = {MEMBERS: 1250, INSIDE: 300, LEFT: 800, STAFF: 5, OFFICIAL: 3}
PAGE, ADDRESS = "/hoi-doan-the/H.1/", "/hoi-doan-the/H.1/so-lieu/"


def declare(who, organisation, values=None, *, on=ON):
    with acting(who, Deed.DECLARE_ORGANISATION):
        said = Figures(on, WHOLE if values is None else values, "báo cáo năm")
        declaring.declare_organisation(organisation, said, own=access.reach(who, TODAY), today=TODAY)


def known(organisation, kind=MEMBERS, on=TODAY):
    return declared.figures_by_unit([organisation.pk], kind, on, on).get(organisation.pk)


@pytest.mark.parametrize("who", ["mass_officer", "officer"])
@pytest.mark.parametrize("place", ["association", "branch"])
def test_the_mass_officer_and_the_board_declare_for_an_organisation_and_what_is_below(who, place, cast):
    declare(getattr(cast, who), getattr(cast, place))
    assert {kind: known(getattr(cast, place), kind) for kind in WHOLE} == WHOLE


@pytest.mark.parametrize("who", ["foreign_mass_officer", "leader", "secretary", "office_worker", "nobody"])
def test_nobody_else_declares(who, cast):
    with pytest.raises(NotAllowed):
        declare(getattr(cast, who), cast.association)


def test_the_mass_officer_declares_for_no_other_organisation(cast):
    with pytest.raises(NotAllowed):
        declare(cast.mass_officer, cast.youth_union)


def test_why_nobody_was_introduced_is_told_with_the_figures_or_alone_and_told_again_it_is_corrected(cast):
    browser = people.signed_in(cast.mass_officer)
    typed = {"on": "31/12/2020", "reason": "no_plan", "remedy": "  lập kế   hoạch "}
    assert pages.send(browser, ADDRESS, **typed).url == PAGE
    told = pages.read(browser.get(PAGE)).words
    assert "Chưa có kế hoạch phát hiện, bồi dưỡng" in told
    assert "lập kế hoạch" in told
    opened = pages.read(browser.get(f"{ADDRESS}?ngay=2020-12-31"))
    assert (opened.form.fields["reason"], opened.form.fields["remedy"]) == ("no_plan", "lập kế hoạch")
    pages.send(browser, ADDRESS, **typed | {"reason": "other", "words": "hội mới thành lập"})
    rows = Explanation.objects.order_by("pk").values_list("reason", "in_force", "replaces")
    assert list(rows) == [("no_plan", False, None), ("other", True, Explanation.objects.first().pk)]
    assert [each.why for each in explained.of(cast.association, TODAY)] == ["Lý do khác: hội mới thành lập"]


def test_a_reason_is_withdrawn_by_emptying_the_form_that_showed_it_and_stays_in_the_record(cast):
    browser, day = people.signed_in(cast.mass_officer), {"on": "31/12/2020"}
    pages.send(browser, ADDRESS, **day, reason="no_plan", remedy="lập kế hoạch")
    shown = f"{ADDRESS}?ngay=2020-12-31"
    assert pages.send(browser, shown, **day, reason="", words="", remedy="").url == PAGE
    assert not explained.of(cast.association, TODAY).exists()
    assert list(Explanation.objects.values_list("reason", "in_force")) == [("no_plan", False)]
    assert "Chưa có kế hoạch phát hiện" not in pages.read(browser.get(PAGE)).words
    pages.send(browser, shown, **day, reason="other", words="hội mới thành lập")
    assert [each.reason for each in explained.of(cast.association, TODAY)] == ["other"]


def test_figures_told_in_a_form_that_showed_no_reason_leave_it_in_force(cast):
    browser, day = people.signed_in(cast.mass_officer), {"on": "31/12/2020"}
    pages.send(browser, ADDRESS, **day, reason="no_plan")
    assert pages.send(browser, ADDRESS, **day, **{MEMBERS.value: "30"}).url == PAGE
    assert [each.reason for each in explained.of(cast.association, TODAY)] == ["no_plan"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"words": "bận"}, "hãy chọn nguyên nhân trong danh sách"),
        ({"reason": "other"}, "hãy nói rõ nguyên nhân"),
        ({}, "hoặc nguyên nhân chưa giới thiệu được người"),
    ],
)
def test_an_explanation_that_explains_nothing_is_told_and_stays_typed(typed, sentence, cast):
    page = pages.read(pages.send(people.signed_in(cast.mass_officer), ADDRESS, on="31/12/2020", **typed))
    assert sentence in page.words
    assert {name: page.form.fields[name] for name in typed} == typed
    assert not Explanation.objects.exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "nhập ít nhất một số"),
        ({MEMBERS: 10, INSIDE: 11}, "Số hội viên, đoàn viên là đảng viên .11. nhiều hơn tổng số"),
        ({MEMBERS: 10, LEFT: 11}, "Số chưa là đảng viên, 18–60 tuổi .11. nhiều hơn"),
        ({MEMBERS: 10, INSIDE: 6, LEFT: 5}, "Cộng số là đảng viên .* .11. nhiều hơn"),
    ],
)
def test_what_cannot_be_true_is_told_and_writes_nothing(values, sentence, cast):
    with pytest.raises(Refused, match=sentence):
        declare(cast.mass_officer, cast.association, values)
    assert not Figure.objects.exists()


@pytest.mark.parametrize("values", [{MEMBERS: 10, INSIDE: 10, LEFT: 0}, {INSIDE: 11}, {STAFF: 2, OFFICIAL: 3}])
def test_what_may_be_true_is_recorded(values, cast):
    declare(cast.mass_officer, cast.association, values)
    assert {kind: known(cast.association, kind) for kind in values} == values


@pytest.mark.parametrize(("on", "sentence"), [(date(2021, 6, 1), "chưa đến"), (date(2014, 1, 1), "không tồn tại")])
def test_a_day_on_which_nothing_can_be_declared_is_told(on, sentence, cast):
    with pytest.raises(Refused, match=sentence):
        declare(cast.mass_officer, cast.association, on=on)


def test_a_correction_of_one_figure_leaves_the_others_and_the_corrected_row(cast):
    declare(cast.mass_officer, cast.association)
    declare(cast.officer, cast.association, {INSIDE: 310})
    assert (known(cast.association, INSIDE), known(cast.association, LEFT)) == (310, 800)
    old, new = Figure.objects.filter(kind=INSIDE).order_by("pk")
    assert (old.in_force, new.replaces, new.declared_by) == (False, old, "Lê Văn Cán")


def test_a_part_is_compared_with_what_was_declared_for_the_same_day(cast):
    declare(cast.mass_officer, cast.association)
    with pytest.raises(Refused, match="nhiều hơn tổng số"):
        declare(cast.mass_officer, cast.association, {MEMBERS: 299})


def test_a_figure_is_known_from_its_day_on(cast):
    declare(cast.mass_officer, cast.association)
    assert (known(cast.association, on=date(2020, 12, 30)), known(cast.association, on=ON)) == (None, 1250)


def test_the_form_records_and_the_page_shows(cast):
    browser = people.signed_in(cast.mass_officer)
    typed = {"on": "31/12/2020", "organisation_members": "1.250", "already_in_party": "300", "source": "BC số 5"}
    assert pages.send(browser, ADDRESS, **typed).url == PAGE
    words = pages.read(browser.get(PAGE)).words
    assert "Sửa số liệu ngày 31/12/2020 1.250 300 chưa báo chưa báo chưa báo BC số 5" in words


def test_what_is_only_doubtful_is_recorded_with_a_word_of_warning(cast):
    browser = people.signed_in(cast.mass_officer)
    pages.send(browser, ADDRESS, on="31/12/2020", office_staff="2", office_official="3")
    words = pages.read(browser.get(PAGE)).words
    assert "có 3 đảng viên chính thức nhưng chỉ 2 cán bộ" in words
    assert known(cast.association, OFFICIAL) == 3


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"organisation_members": "-3"}, "Số người không thể âm."),
        ({"organisation_members": "1.25"}, "Hãy nhập một số nguyên"),
        ({"organisation_members": "10", "already_in_party": "11"}, "nhiều hơn tổng số"),
        ({"on": "32/1/2020"}, "không phải là một ngày"),
        ({}, "nhập ít nhất một số"),
    ],
)
def test_bad_input_is_told_and_stays(typed, sentence, cast):
    page = pages.read(pages.send(people.signed_in(cast.mass_officer), ADDRESS, **typed))
    assert sentence in page.words
    assert page.form.fields.items() >= typed.items()
    assert not Figure.objects.exists()


def test_correcting_opens_with_what_stands(cast):
    declare(cast.mass_officer, cast.association, {MEMBERS: 1250})
    fields = pages.read(people.signed_in(cast.mass_officer).get(f"{ADDRESS}?ngay=2020-12-31")).form.fields
    told = {name: fields.get(name, "") for name in ("on", "organisation_members", "already_in_party", "source")}
    assert told == {
        "on": "31/12/2020",
        "organisation_members": "1250",
        "already_in_party": "",
        "source": "báo cáo năm",
    }


@pytest.mark.parametrize(("who", "link"), [("mass_officer", True), ("officer", True), ("leader", False)])
def test_the_button_stands_only_for_whoever_may_declare(who, link, cast):
    page = pages.read(people.signed_in(getattr(cast, who)).get(PAGE))
    assert (ADDRESS in [href for href, _ in page.links]) == link
