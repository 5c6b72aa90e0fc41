"""The cell answers a nomination, as the browser does it; an answer given wrongly is taken back."""

from datetime import date, timedelta

import pytest
from django.test import Client

from candidates import answering, checks, nominated
from candidates.enums import Answer, ReturnReason, Stage
from candidates.models import Dossier, Membership, Nomination, Person, StageEntry
from candidates.nominated import Nominated
from organizations.access import reach
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import NotAllowed
from organizations.periods import year
from tests import pages, people
from tests.people import NOMINATED, TODAY

LIST = "/ho-so/gioi-thieu/"
ANSWERED = date(2021, 3, 15)
NEW_DOSSIER = "Đưa vào nguồn, lập hồ sơ mới"
ALREADY = "Giới thiệu này đã được trả lời"
RETURNED = {"how": "return", "return_reason": "age", "on": "15/3/2021"}
TAKEN = {"how": "new", "on": "15/3/2021"}


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def of(made: Nomination) -> str:
    return f"{LIST}{made.pk}/tra-loi/"


def correction_of(made: Nomination) -> str:
    return f"{LIST}{made.pk}/dinh-chinh/"


def stored(made: Nomination) -> Nomination:
    return Nomination.objects.select_related("dossier__person", "person").get(pk=made.pk)


def namesake(cast: people.Cast, **more: object) -> Dossier:
    """A dossier of somebody with the name and the year of whom the tests nominate."""
    return people.dossier(cast, full_name="Lê Thị Bông", birth_year=1992, birth_date=None, **more)


def options(client: Client, made: Nomination) -> list[str]:
    return [value for value, _ in client.get(of(made)).context["form"].fields["how"].choices]


def test_the_page_tells_what_the_organisation_said(cast, secretary):
    made = people.nomination(cast, found_at="Phong trào thi đua", number="12-CV/H", answer_by=date(2021, 4, 1))
    words = pages.read(secretary.get(of(made))).words
    told = (
        "Hội Một giới thiệu cho Chi bộ Một ngày 01/3/2021, văn bản số 12-CV/H",
        "Phong trào thi đua",
        "đã qua 60 ngày",
    )
    assert [said for said in told if said not in words] == []


def test_taken_up_a_dossier_opens_at_source_for_the_very_person(cast, secretary):
    made = people.nomination(cast, member_since=date(2018, 5, 1))
    answer = pages.send(secretary, of(made), **TAKEN)
    dossier, now = Dossier.objects.get(), stored(made)
    assert answer.url == f"/ho-so/{dossier.code}/"
    assert (dossier.person, dossier.unit, dossier.stage) == (made.person, cast.cell, Stage.SOURCE)
    assert (now.answer, now.answered_on, now.answered_by, now.dossier) == (
        Answer.ACCEPTED,
        ANSWERED,
        cast.secretary,
        dossier,
    )
    assert StageEntry.objects.get().on == ANSWERED
    page = pages.read(secretary.get(answer.url))
    assert "Đã ghi trả lời." in page.words
    assert "Hội Một giới thiệu cho Chi bộ Một" in page.words
    assert "Hội Một · Hội viên, đoàn viên từ 01/5/2018" in page.words


def test_tied_to_a_dossier_that_is_there_the_nominated_person_becomes_the_one_of_the_dossier(cast, secretary):
    made = people.nomination(cast, member_since=date(2018, 5, 1))
    dossier = namesake(cast)
    assert options(secretary, made) == ["new", dossier.code, "return"]
    answer = pages.send(secretary, of(made), how=dossier.code, on="15/3/2021")
    now = stored(made)
    assert (answer.url, now.dossier, now.person) == (f"/ho-so/{dossier.code}/", dossier, dossier.person)
    assert (Membership.objects.get().person, Dossier.objects.count()) == (dossier.person, 1)
    assert Person.objects.filter(pk=made.person_id).exists()
    assert list(checks.nominated_people()) == []


def test_a_membership_that_the_person_has_already_is_not_doubled_and_not_deleted(cast):
    made, dossier = people.nomination(cast, member_since=date(2018, 5, 1)), namesake(cast)
    Membership.objects.create(person=dossier.person, organisation=cast.association, valid_from=date(2019, 1, 1))
    people.accept(made, ANSWERED, dossier)
    held = set(Membership.objects.values_list("person", "valid_from"))
    assert held == {(dossier.person_id, date(2019, 1, 1)), (made.person_id, date(2018, 5, 1))}


def test_earlier_nominations_of_the_same_person_go_along(cast):
    first = people.nomination(cast)
    people.send_back(first, NOMINATED)
    second = people.nomination(cast, on=date(2021, 3, 2), whom="again")
    dossier = namesake(cast)
    people.accept(second, ANSWERED, dossier)
    assert {stored(made).person for made in (first, second)} == {dossier.person}
    cell = Nominated((cast.association,), TODAY, year(2021))
    assert (nominated.count(cell), nominated.turns(cell)) == (1, 2)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(
            lambda cast: people.dossier(cast, full_name="Lê Thị Hoa", birth_year=1992, birth_date=None), id="name"
        ),
        pytest.param(
            lambda cast: people.dossier(cast, full_name="Lê Thị Bông", birth_year=1991, birth_date=None), id="year"
        ),
        pytest.param(lambda cast: namesake(cast, where=cast.other_cell), id="cell beyond the reach"),
        pytest.param(lambda cast: finished(namesake(cast)), id="finished"),
    ],
)
def test_only_open_dossiers_of_the_name_and_year_in_the_reach_are_offered(make, cast, secretary):
    made, other = people.nomination(cast), make(cast)
    assert options(secretary, made) == ["new", "return"]
    page = pages.read(pages.send(secretary, of(made), how=other.code, on="15/3/2021"))
    assert (stored(made).answer, other.code in page.form.fields.get("how", "")) == (Answer.WAITING, False)


def finished(made: Dossier) -> Dossier:
    people.advance(made, Stage.REMOVED, on=TODAY, exit_reason="wish")
    return made


def test_whoever_enters_for_several_cells_is_offered_dossiers_of_all_of_them(cast):
    made, other = people.nomination(cast), namesake(cast, where=cast.other_cell)
    assert options(people.signed_in(cast.clerk), made) == ["new", other.code, "return"]


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ({Stage.SOURCE: date(2021, 3, 16)}, "lập ngày 16/3/2021, sau ngày trả lời 15/3/2021."),
        ({}, "đã có quyết định kết nạp ngày 18/11/2019, trước ngày giới thiệu; không tính là do tổ chức giới thiệu."),
    ],
)
def test_a_dossier_that_began_later_or_was_decided_before_is_refused(days, sentence, cast, secretary):
    made = people.nomination(cast)
    dossier = namesake(cast, upto=Stage.SOURCE if days else Stage.DECIDED, days=days)
    page = pages.read(pages.send(secretary, of(made), how=dossier.code, on="15/3/2021"))
    assert (sentence in page.words, stored(made).answer) == (True, Answer.WAITING)


def test_a_return_keeps_its_reason_and_its_note(cast, secretary):
    made = people.nomination(cast)
    answer = pages.send(secretary, of(made), **RETURNED, return_note="Đã quá tuổi")
    now = stored(made)
    assert answer.url == LIST
    assert (now.answer, now.answered_on, now.return_reason, now.return_note, now.answered_by) == (
        Answer.RETURNED,
        ANSWERED,
        ReturnReason.AGE,
        "Đã quá tuổi",
        cast.secretary,
    )
    assert not Dossier.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"how": ""}, "Hãy chọn câu trả lời của chi bộ."),
        ({"how": "HS0000001"}, "Hãy chọn một lựa chọn hợp lệ"),
        ({"return_reason": ""}, "Hãy chọn lý do trả lại."),
        ({"how": "new"}, "Lý do, ghi chú chỉ ghi khi trả lại"),
        ({"on": ""}, "Hãy nhập ngày trả lời."),
        ({"on": "28/2/2021"}, "Ngày trả lời 28/02/2021 trước ngày giới thiệu 01/3/2021."),
        ({"on": "1/6/2021"}, "Ngày trả lời 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021)."),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(typed, sentence, cast, secretary):
    made = people.nomination(cast)
    whole = RETURNED | {"return_note": "Ghi chú"} | typed
    page = pages.read(pages.send(secretary, of(made), **whole))
    assert sentence in page.words
    kept = {name: page.form.fields.get(name, "") for name in ("on", "return_reason", "return_note")}
    assert kept == {name: whole[name] for name in kept}
    assert (stored(made).answer, Dossier.objects.exists()) == (Answer.WAITING, False)


def test_two_answers_at_once_the_second_is_told_who_was_faster(cast, secretary):
    made, clerk = people.nomination(cast), people.signed_in(cast.clerk)
    opened = pages.read(secretary.get(of(made))).form
    pages.send(clerk, of(made), **RETURNED, basis="BB 05")
    answer = pages.send(secretary, of(made), opened, **TAKEN)
    words = pages.read(answer).words
    assert (
        "Giới thiệu đã được Vũ Thị Nhập thay đổi trong lúc đồng chí nhập: hiện “Chưa xem xét, trả lại”. Hãy xem lại; nếu vẫn "
        "cần thì gửi lại."
    ) in words
    assert (ALREADY in words, stored(made).answer, Dossier.objects.exists()) == (True, Answer.RETURNED, False)


@pytest.mark.parametrize("version", ["", "0", "99"])
def test_an_answer_with_a_made_up_version_is_refused(version, cast, secretary):
    made = people.nomination(cast)
    pages.send(secretary, of(made), **RETURNED, version=version)
    assert stored(made).answer == Answer.WAITING


def test_the_same_answer_sent_twice_is_written_once_and_says_so(cast, secretary):
    made = people.nomination(cast)
    opened = pages.read(secretary.get(of(made))).form
    answers = [pages.send(secretary, of(made), opened, **TAKEN) for _ in range(2)]
    assert answers[0].url == answers[1].url
    assert (Dossier.objects.count(), stored(made).version) == (1, 2)
    assert "đã được gửi và ghi nhận một lần" in pages.read(secretary.get(answers[1].url)).words


def test_what_was_answered_is_not_answered_again(cast, secretary):
    made = people.nomination(cast)
    people.send_back(made, ANSWERED)
    page = pages.read(secretary.get(of(made)))
    assert ALREADY in page.words
    assert NEW_DOSSIER not in page.words
    known = {"own": reach(cast.secretary, TODAY), "today": TODAY, "version": 2}
    with (
        pytest.raises(answering.Refused, match="đính chính câu trả lời trước"),
        acting(cast.secretary, Deed.ANSWER_NOMINATION),
    ):
        answering.accept(stored(made), ANSWERED, dossier=None, **known)


def test_before_it_was_made_there_is_nothing_to_answer(cast, secretary):
    made = people.nomination(cast, on=TODAY)
    session = secretary.session
    session["as_at"] = (TODAY - timedelta(days=1)).isoformat()
    session.save()
    assert secretary.get(of(made)).status_code == 404


def test_the_act_itself_refuses_whoever_does_not_answer_for_the_cell(cast):
    made = people.nomination(cast)
    known = {"today": TODAY, "version": made.version}
    for who in (cast.mass_officer, cast.leader, cast.stranger):
        with pytest.raises(NotAllowed), acting(who, Deed.ANSWER_NOMINATION):
            answering.send_back(made, ANSWERED, "age", "", own=reach(who, TODAY), **known)


def test_somebody_with_an_open_dossier_elsewhere_gets_no_second_one(cast, secretary):
    first = people.nomination(cast, cell=cast.other_cell)
    people.send_back(first, NOMINATED)
    second = people.nomination(cast, on=date(2021, 3, 2), whom="again")
    Dossier.objects.create(person=first.person, unit=cast.other_cell)
    page = pages.read(pages.send(secretary, of(second), **TAKEN))
    assert "Người này đang có một hồ sơ chưa kết thúc" in page.words
    assert ("HS0" in page.words, Dossier.objects.count()) == (False, 1)


# Corrections
