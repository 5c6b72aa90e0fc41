"""Recording a duty from a clause in the browser, correcting, ending it, taking it back: who may, for whom, what is refused."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from directives import obligations
from directives.enums import Bound, Repeats
from directives.models import Fulfilment, Obligation
from tests import duties, pages, people
from tests.people import TODAY

REASON = {"reason": "đọc lại văn bản"}


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


def new(directive) -> str:
    return reverse("directives:oblige", args=[directive.pk])


def page(work: str, made: Obligation) -> str:
    return reverse(f"directives:obligation_{work}", args=[made.directive_id, made.pk])


def record(browser, directive, **typed):
    wanted = {"kind": "report", "words": "Báo cáo kết quả", "bound": ["cells"], "from_on": "1/3/2021"}
    return pages.send(browser, new(directive), **(wanted | typed))


def test_an_officer_records_who_must_do_what_by_when_how_often(cast, officer):
    letter = duties.letter(cast.bloc)
    answer = record(
        officer, letter, actor="Các cấp ủy cơ sở", due_on="5/4/2021", repeats="monthly", needs_accepting="on"
    )
    made = Obligation.objects.get()
    assert answer.url == reverse("directives:obligation", args=[letter.pk, made.pk])
    assert (made.unit, made.bound, made.rhythm) == (cast.bloc, Bound.CELLS, Repeats.MONTHLY)
    assert (made.actor, made.due_on, made.needs_accepting) == ("Các cấp ủy cơ sở", date(2021, 4, 5), True)
    words = pages.read(officer.get(answer.url)).words
    assert "hằng tháng, từ 01/3/2021; đang tính tháng 5/2021 · hạn 05/6/2021" in words
    assert "Văn bản giao: Các cấp ủy cơ sở" in words


def test_a_duty_without_a_day_stays_without_a_term(cast, officer):
    record(officer, duties.letter(cast.bloc), due_on="")
    made = Obligation.objects.get()
    assert (made.due_on, obligations.state(made, cast.cell, date(2030, 1, 1))) == (None, obligations.State.NO_TERM)


def test_several_kinds_and_units_by_name_are_bound_together(cast, officer):
    record(officer, duties.letter(cast.bloc), bound=["cells", "associations"], units=["B.1", "D.1"])
    made = Obligation.objects.get()
    codes = obligations.bound_units(made, TODAY).values_list("code", flat=True)
    assert sorted(codes) == ["B.1", "B.1.Hai", "B.1.Một", "B.2", "D.1", "H.1", "H.1.1"]
    assert made.bindings.count() == 3


def test_making_known_names_the_document_itself_unless_another_is_chosen(cast, officer):
    letter = duties.letter(cast.bloc)
    record(officer, letter, kind="make_known")
    assert Obligation.objects.get().subject == letter.document


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"words": ""}, "Hãy ghi nội dung phải làm"),
        ({"bound": []}, "Hãy chọn ít nhất một loại đơn vị"),
        ({"under": "F"}, "Hãy chọn trong danh sách"),
        ({"from_on": "31/2/2021"}, "không phải là một ngày có trong lịch"),
        ({"due_on": "15/2/2021"}, "Hạn 15/02/2021 trước ngày bắt đầu 01/3/2021"),
        ({"from_on": "1/1/2021", "due_on": "15/2/2021"}, "trước ngày ban hành văn bản (01/3/2021)"),
    ],
)
def test_bad_input_is_told_and_what_was_typed_stays(cast, officer, typed, sentence):
    answer = pages.read(record(officer, duties.letter(cast.bloc), **({"actor": "Các chi bộ"} | typed)))
    assert sentence in answer.words
    assert answer.form.fields["actor"] == "Các chi bộ"
    assert not Obligation.objects.exists()


def test_the_same_form_twice_records_it_once(cast, officer):
    letter = duties.letter(cast.bloc)
    opened = pages.read(officer.get(new(letter))).form
    typed = {"words": "Báo cáo", "bound": ["cells"]}
    answers = [officer.post(new(letter), opened.fields | typed) for _ in range(2)]
    assert (answers[0].url == answers[1].url, Obligation.objects.count()) == (True, 1)


def test_below_the_issuer_a_duty_is_followed_by_whoever_recorded_it(cast):
    people.person("vpso", "Trịnh Văn Sở", people.Role.COMMITTEE_OFFICE, cast.office)
    browser = people.signed_in(people.User.objects.get(username="vpso"))
    record(browser, duties.letter(cast.bloc))
    made = Obligation.objects.get()
    assert (made.unit, made.keeper) == (cast.office, cast.office)
    assert people.signed_in(cast.leader).get(page("correct", made)).status_code == 403


def test_a_correction_needs_a_reason_keeps_the_replies_and_stays_in_the_history(cast, officer):
    made = duties.duty(cast.bloc, due_on=date(2021, 4, 1))
    Fulfilment.objects.create(obligation=made, unit=cast.cell, on=date(2021, 3, 30))
    assert "Hãy ghi lý do sửa" in pages.read(pages.send(officer, page("correct", made), due_on="15/4/2021")).words
    answer = pages.send(officer, page("correct", made), due_on="15/4/2021", bound=["cells"], **REASON)
    made.refresh_from_db()
    assert (made.due_on, made.version, made.fulfilments.count()) == (date(2021, 4, 15), 2, 1)
    words = pages.read(officer.get(answer.url)).words
    assert "hạn 15/4/2021 Lê Văn Cán: đọc lại văn bản" in words
    assert "hạn 01/4/2021" in words


def test_the_form_of_a_correction_shows_everybody_who_is_bound(cast, officer):
    record(officer, duties.letter(cast.bloc), bound=["grassroots", "cells"], units=["B.1"])
    made = Obligation.objects.get()
    form = officer.get(page("correct", made)).context["form"]
    assert (form.initial["under"], form.initial["bound"], form.initial["units"]) == (
        "B",
        ["grassroots", "cells"],
        ["B.1"],
    )
    pages.send(officer, page("correct", made), bound=["cells"], units=[], **REASON)
    made = Obligation.objects.get()
    assert (made.bound, made.bindings.count()) == ("cells", 0)


def test_who_was_overtaken_is_told_and_may_send_again(cast, officer):
    made = duties.duty(cast.bloc)
    opened = pages.read(officer.get(page("correct", made))).form
    Obligation.objects.filter(pk=made.pk).update(version=2)
    late = officer.post(page("correct", made), opened.fields | REASON | {"bound": ["cells"]})
    assert "vừa được người khác sửa" in pages.read(late).words


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"repeats": "monthly"}, "B.1.Một đã trả lời ngày 30/3/2021 theo kỳ “một lần”"),
        ({"from_on": "1/4/2021"}, "trước ngày bắt đầu mới 01/4/2021"),
    ],
)
def test_what_replies_hang_on_cannot_change_under_them(cast, officer, typed, sentence):
    made = duties.duty(cast.bloc)
    Fulfilment.objects.create(obligation=made, unit=cast.cell, on=date(2021, 3, 30))
    answer = pages.send(officer, page("correct", made), **({"bound": ["cells"]} | REASON | typed))
    assert sentence in pages.read(answer).words


def test_an_ended_duty_is_asked_no_longer_and_nobody_is_late(cast, officer):
    made = duties.duty(cast.bloc, due_on=date(2021, 4, 1))
    assert (
        "phải sau ngày nhiệm vụ bắt đầu"
        in pages.read(pages.send(officer, page("end", made), until="1/3/2021", **REASON)).words
    )
    pages.send(officer, page("end", made), until="1/5/2021", **REASON)
    made.refresh_from_db()
    states = [obligations.state(made, cast.cell, day) for day in (date(2021, 4, 30), TODAY)]
    assert states == [obligations.State.LATE, obligations.State.ENDED]
    assert obligations.tally(obligations.rounds(made, TODAY), TODAY, obligations.Unit.objects.all())[0].late == 0


def test_a_duty_recorded_by_mistake_is_taken_back_unless_somebody_replied(cast, officer):
    made, wrong = duties.duty(cast.bloc), duties.duty(cast.bloc)
    Fulfilment.objects.create(obligation=made, unit=cast.cell, on=TODAY)
    assert "Đã có 1 trả lời" in pages.read(pages.send(officer, page("take_back", made), **REASON)).words
    answer = pages.send(officer, page("take_back", wrong), **REASON)
    assert answer.url == reverse("directives:directive", args=[wrong.directive_id])
    assert (Obligation.objects.filter(pk=wrong.pk).exists(), Obligation.ever.get(pk=wrong.pk).void_reason) == (
        False,
        "đọc lại văn bản",
    )


def test_a_document_without_clauses_says_what_to_do(cast, officer):
    empty = duties.Directive.objects.create(
        document=people.Document.objects.create(kind="letter", issuer="x", subject="y")
    )
    assert "Văn bản chưa có điểm nào" in pages.read(officer.get(new(empty))).words


def test_nobody_is_bound_beyond_the_reach(cast, officer):
    record(officer, duties.letter(cast.bloc), units=["F.1"])
    assert not Obligation.objects.exists()


def test_the_same_duty_is_recorded_once_however_its_words_are_typed(cast, officer):
    letter = duties.letter(cast.bloc)
    record(officer, letter, due_on="5/4/2021")
    again = record(officer, letter, due_on="5/4/2021", words="  BÁO CÁO  kết quả ")
    assert "“Điểm 1” đã có nhiệm vụ “Báo cáo kết quả”, hạn 05/4/2021" in pages.read(again).words
    assert pages.read(again).form.fields["words"].strip() == "BÁO CÁO  kết quả"
    assert Obligation.objects.count() == 1


@pytest.mark.parametrize(
    "other",
    [{"words": "Báo cáo kết quả rà soát"}, {"due_on": "6/4/2021"}, {"bound": ["grassroots"]}, {"kind": "review"}],
)
def test_what_differs_in_words_term_units_or_kind_is_another_duty(cast, officer, other):
    letter = duties.letter(cast.bloc)
    for typed in ({}, other):
        record(officer, letter, **({"due_on": "5/4/2021"} | typed))
    assert Obligation.objects.count() == 2


def test_a_duty_may_be_corrected_without_being_taken_for_its_own_double(cast, officer):
    letter = duties.letter(cast.bloc)
    record(officer, letter, due_on="5/4/2021")
    made = Obligation.objects.get()
    pages.send(officer, page("correct", made), actor="Các chi bộ", **REASON)
    assert Obligation.objects.get().actor == "Các chi bộ"
