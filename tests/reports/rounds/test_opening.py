"""Opening, ending and taking back rounds, by the officer's own pages."""

import pytest

from organizations.models import Unit
from organizations.periods import inclusive
from reports.models import PeriodRound
from tests import people, rounds

ASKED = "?don_vi=B&ky=q1&nam=2021"


@pytest.fixture
def officer(cast):
    return people.signed_in(cast.officer)


def typed(officer, **said: object) -> dict:
    given = {
        "first_day": "1/1/2021",
        "last_day": "31/3/2021",
        "as_at": "31/3/2021",
        "due_on": "10/6/2021",
        "bodies": ["B.1", "B.2"],
    }
    return rounds.form(officer, rounds.OPEN + ASKED) | given | said


def test_a_round_asks_every_grassroots_organisation_at_first(officer, cast):
    form = officer.get(rounds.OPEN + ASKED).context["form"]
    assert form.initial["bodies"] == [code for code, _ in form.fields["bodies"].choices] == ["B.1", "B.2"]
    assert (form.initial["first_day"], form.initial["as_at"]) == (
        rounds.FIRST_QUARTER.start,
        rounds.FIRST_QUARTER.last_day,
    )


def test_the_quarter_that_ended_last_is_proposed(officer):
    span = officer.get(rounds.OPEN).context["span"]
    assert (span.cleaned_data["ky"], span.cleaned_data["nam"]) == ("q1", 2021)


def test_an_opened_round_stands_in_the_list_and_says_whom_it_asks(officer, cast):
    answer = officer.post(rounds.OPEN + ASKED, typed(officer, bodies=["B.1"]), follow=True)
    made = PeriodRound.objects.get()
    assert answer.redirect_chain == [(f"{rounds.LIST}{made.pk}/", 302)]
    assert [place.unit for place in made.places.all()] == [cast.office]
    assert (made.due_on.day, made.opened_on, made.by) == (10, people.TODAY, cast.officer)
    assert "Quý I năm 2021" in rounds.sentences(officer.get(rounds.LIST))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            {"last_day": "30/6/2021", "as_at": "30/6/2021"},
            "chưa kết thúc (ngày cuối 30/6/2021, đang xem tại ngày 31/5/2021)",
        ),
        ({"as_at": "1/6/2021"}, "Ngày tính số liệu 01/6/2021 chưa đến"),
        ({"as_at": "30/3/2021"}, "Ngày tính số liệu 30/3/2021 trước ngày cuối kỳ 31/3/2021"),
        ({"due_on": "30/5/2021"}, "Hạn xác nhận 30/5/2021 đã qua"),
        ({"first_day": "1/4/2021"}, "Ngày cuối kỳ trước ngày đầu kỳ"),
        ({"bodies": []}, "Hãy chọn ít nhất một tổ chức cơ sở đảng"),
        ({"bodies": ["F.1"]}, "không phải là lựa chọn hợp lệ"),
        ({"due_on": ""}, "Hãy nhập hạn xác nhận."),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_sentence_and_stays_typed(officer, said, sentence):
    answer = officer.post(rounds.OPEN + ASKED, typed(officer, **said))
    assert answer.status_code == 200
    assert sentence in rounds.sentences(answer)
    assert "1/1/2021" in rounds.sentences(answer) or "1/4/2021" in rounds.sentences(answer)
    assert not PeriodRound.objects.exists()


def test_one_period_of_one_unit_is_closed_once(officer, cast):
    given = typed(officer, bodies=["B.2"])
    rounds.opened(cast.bloc, [cast.office])
    answer = officer.post(rounds.OPEN + ASKED, given)
    assert "Quý i năm 2021 đã chốt một lần" in rounds.sentences(answer).replace("Quý I", "Quý i")
    assert "đợt chốt mở ngày 10/5/2021, số liệu đến hết ngày 31/3/2021, hạn 20/5/2021" in rounds.sentences(answer)
    assert PeriodRound.objects.count() == 1


def test_a_period_that_was_closed_is_told_before_anything_is_typed(officer, cast):
    made = rounds.opened(cast.bloc, [cast.office])
    page = rounds.sentences(officer.get(rounds.OPEN + ASKED))
    assert "Quý I năm 2021 đã chốt một lần: đợt chốt mở ngày 10/5/2021" in page
    assert f'href="{rounds.LIST}{made.pk}/">Mở đợt đó</a>' in page
    assert 'name="due_on"' not in page


def test_an_organisation_asked_by_another_committee_is_named_with_that_round(officer, cast):
    rounds.opened(cast.office, [cast.office])
    answer = officer.post(rounds.OPEN + ASKED, typed(officer))
    assert "Đảng bộ Sở Một đã có trong đợt chốt mở ngày 10/5/2021" in rounds.sentences(answer)


def test_another_period_may_be_closed_beside_it(officer, cast):
    rounds.opened(cast.bloc, [cast.office], rounds.LAST_YEAR)
    officer.post(rounds.OPEN + ASKED, typed(officer))
    assert PeriodRound.objects.count() == 2


def test_a_second_click_opens_no_second_round(officer):
    given = typed(officer)
    for _ in range(2):
        assert officer.post(rounds.OPEN + ASKED, given).status_code == 302
    assert PeriodRound.objects.count() == 1


@pytest.mark.parametrize(
    "query", ["?don_vi=F&ky=q1&nam=2021", "?don_vi=B&ky=q9&nam=2021", "?don_vi=B&ky=q1&nam=x", "?la=1"]
)
def test_an_address_that_names_no_period_is_told(officer, query):
    assert officer.get(rounds.OPEN + query).status_code == 400


def test_an_ended_round_is_not_ended_again(officer, cast):
    made = rounds.opened(cast.bloc, [cast.office])
    page = f"{rounds.LIST}{made.pk}/ket-thuc/"
    first, second = rounds.form(officer, page), rounds.form(officer, page)
    assert officer.post(page, first).status_code == 302
    assert "Đợt chốt này đã kết thúc ngày 31/5/2021" in rounds.sentences(officer.post(page, second))


def test_a_round_in_which_somebody_waits_for_a_word_is_not_ended(officer, cast):
    made = rounds.opened(cast.bloc, [cast.office])
    rounds.confirmed(made, cast.office)
    page = f"{rounds.LIST}{made.pk}/ket-thuc/"
    answer = officer.post(page, rounds.form(officer, page))
    assert "1 tổ chức đã xác nhận mà chưa được chấp nhận hay trả lại" in rounds.sentences(answer)


def test_silence_is_no_consent_when_a_round_has_ended(officer, cast):
    made = rounds.opened(cast.bloc, [cast.office])
    page = f"{rounds.LIST}{made.pk}/ket-thuc/"
    officer.post(page, rounds.form(officer, page))
    assert "Không chốt, đợt đã kết thúc" in rounds.sentences(officer.get(f"{rounds.LIST}{made.pk}/"))
    secretary = people.signed_in(cast.office_worker)
    answer = secretary.post(rounds.address(made, cast.office, "xac-nhan/"), {})
    assert answer.status_code == 200
    assert not made.places.get().confirmations.exists()


def test_a_round_opened_by_mistake_is_taken_back_with_a_reason_and_may_be_opened_again(officer, cast):
    made = rounds.opened(cast.bloc, [cast.office])
    page = f"{rounds.LIST}{made.pk}/rut/"
    assert "Hãy ghi lý do rút đợt chốt." in rounds.sentences(officer.post(page, rounds.form(officer, page)))
    officer.post(page, rounds.form(officer, page) | {"reason": "Nhầm kỳ"})
    assert officer.get(f"{rounds.LIST}{made.pk}/").status_code == 404
    officer.post(rounds.OPEN + ASKED, typed(officer))
    assert [each.void_reason for each in PeriodRound.ever.order_by("pk")] == ["Nhầm kỳ", ""]


def test_a_round_in_which_somebody_confirmed_stays(officer, cast):
    made = rounds.opened(cast.bloc, [cast.office])
    rounds.confirmed(made, cast.office)
    page = f"{rounds.LIST}{made.pk}/rut/"
    answer = officer.post(page, rounds.form(officer, page) | {"reason": "Nhầm kỳ"})
    assert "Đã có tổ chức xác nhận trong đợt này (ngày 31/5/2021)" in rounds.sentences(answer)


def test_an_officer_below_only_reads_a_round_of_the_committee_above(cast):
    made = rounds.opened(cast.bloc, [cast.office])
    below = people.person("duoi", "Lê Văn Dưới", "board_officer", cast.office)
    browser = people.signed_in(below)
    assert browser.get(f"{rounds.LIST}{made.pk}/").status_code == 200
    assert browser.get(f"{rounds.LIST}{made.pk}/ket-thuc/").status_code == 403
    assert browser.get(rounds.address(made, cast.office, "y-kien/")).status_code == 403


def test_only_those_who_exist_on_the_day_of_the_figures_are_asked(officer, cast):
    people.close(cast.single_cell, inclusive(rounds.FIRST_QUARTER.start, rounds.FIRST_QUARTER.last_day).last_day)
    form = officer.get(rounds.OPEN + ASKED).context["form"]
    assert [code for code, _ in form.fields["bodies"].choices] == ["B.1"]
    assert Unit.objects.filter(code="B.2").exists()
