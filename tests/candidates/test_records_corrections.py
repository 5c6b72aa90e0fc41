"""Taking back what was recorded by mistake: it counts no more, and its reason stays in the audit trail."""

from datetime import date

import pytest
from django.apps import apps
from django.test import Client

from candidates import recording
from candidates.enums import Stage
from candidates.models import Dossier, Helper, Introducer, Paper, Rating
from candidates.records import RecordKind
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import NotAllowed, Refused
from tests import pages, people
from tests.candidates.test_records import MODELS, TYPED, of_every_kind, page_of, stored

REASON = "Ghi nhầm người"
EVERY = pytest.mark.parametrize("kind", RecordKind)


@pytest.fixture
def made(cast) -> Dossier:
    return of_every_kind(cast)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def recorded(secretary: Client, made: Dossier, kind: RecordKind) -> str:
    """Record one thing; return the address of its correction."""
    pages.send(secretary, page_of(made, kind), **TYPED[kind])
    return f"{page_of(made, kind)}{stored(kind)[0].pk}/dinh-chinh/"


def last_event(kind: RecordKind):
    name = f"{MODELS[kind].__name__}Event"
    return apps.get_model("candidates", name).objects.select_related("pgh_context").order_by("-pgh_id").first()


@EVERY
def test_a_mistaken_record_is_taken_back_and_stays_in_the_audit(kind, made, secretary, cast):
    address = recorded(secretary, made, kind)
    line = pages.read(secretary.get(page_of(made, kind)))
    assert address in [href for href, _ in line.links]
    assert pages.send(secretary, address, reason=REASON).url == page_of(made, kind)
    (row,) = stored(kind)
    assert row.void
    event = last_event(kind)
    assert (event.void, event.pgh_context.metadata["reason"], event.pgh_context.metadata["user"]) == (
        True, REASON, cast.secretary.pk,
    )  # fmt: skip
    assert "Đính chính" not in [words for _, words in pages.read(secretary.get(page_of(made, kind))).links]
    assert secretary.get(address).status_code == 404


@EVERY
def test_after_that_the_right_one_can_be_recorded(kind, made, secretary):
    pages.send(secretary, recorded(secretary, made, kind), reason=REASON)
    assert pages.send(secretary, page_of(made, kind), **TYPED[kind]).status_code == 302
    assert [row.void for row in stored(kind)].count(False) == 1


@EVERY
def test_nothing_is_corrected_without_a_reason(kind, made, secretary):
    before = recorded(secretary, made, kind), [vars(row) | {"_state": None} for row in stored(kind)]
    page = pages.read(pages.send(secretary, before[0], reason=" "))
    assert "Hãy ghi lý do đính chính." in page.words
    assert [vars(row) | {"_state": None} for row in stored(kind)] == before[1]


@EVERY
@pytest.mark.parametrize(("who", "status"), [("leader", 403), ("stranger", 404)])
def test_nobody_else_corrects(kind, who, status, cast, made, secretary):
    address, browser = recorded(secretary, made, kind), people.signed_in(getattr(cast, who))
    assert [browser.get(address).status_code, browser.post(address, {"reason": "x"}).status_code] == [status] * 2
    assert not stored(kind)[0].void


@EVERY
def test_the_record_of_another_dossier_is_not_found_under_this_one(kind, cast, made, secretary):
    address = recorded(secretary, made, kind)
    other = people.dossier(cast, full_name="Lê Văn Bình")
    assert secretary.get(address.replace(made.code, other.code)).status_code == 404


def test_the_paper_of_a_step_is_not_corrected_here(cast, secretary):
    trained = people.dossier(cast, Stage.TRAINED)
    certificate = Paper.objects.get(dossier=trained, entry__stage=Stage.TRAINED)
    assert secretary.get(f"{page_of(trained, RecordKind.OPINION)}{certificate.pk}/dinh-chinh/").status_code == 404
    with pytest.raises(Refused, match="chỉ đính chính cùng bước đó"), acting(cast.secretary, Deed.RECORD_PAPER):
        recording.take_back(trained, certificate, REASON, own=access.reach(cast.secretary, people.TODAY))


def test_a_correction_that_somebody_else_made_first_is_told(cast, made, secretary):
    address = recorded(secretary, made, RecordKind.RATING)
    row = Rating.objects.get()
    pages.send(secretary, address, reason=REASON)
    with pytest.raises(Refused, match="đã được đính chính trước đó"), acting(cast.secretary, Deed.RECORD_PAPER):
        recording.take_back(made, row, REASON, own=access.reach(cast.secretary, people.TODAY))


def test_the_actions_themselves_ask_for_the_deed(cast, made):
    given = {"words": "Việc", "given_on": people.TODAY}
    with pytest.raises(NotAllowed, match="Ghi giấy tờ"), acting(cast.leader, Deed.RECORD_PAPER):
        recording.give_task(made, given, own=access.reach(cast.leader, people.TODAY), today=people.TODAY)


END = "thoi/"


def ending(secretary: Client, made: Dossier) -> str:
    return recorded(secretary, made, RecordKind.HELPER).replace("dinh-chinh/", END)


def test_a_helper_ends(made, secretary):
    address = ending(secretary, made)
    assert address in [href for href, _ in pages.read(secretary.get(page_of(made, RecordKind.HELPER))).links]
    assert pages.send(secretary, address, until="1/4/2021").status_code == 302
    assert Helper.objects.get().valid_until == date(2021, 4, 1)
    page = pages.read(secretary.get(page_of(made, RecordKind.HELPER)))
    assert "thôi từ ngày 01/4/2021" in page.words
    assert "Hiện không có đảng viên nào được phân công." in page.words
    assert address not in [href for href, _ in page.links]


@pytest.mark.parametrize(
    ("until", "sentence"),
    [
        ("1/3/2021", "Ngày thôi giúp đỡ phải sau ngày phân công 01/3/2021."),
        ("1/6/2021", "Ngày thôi giúp đỡ 01/6/2021 chưa đến"),
        ("", "Hãy nhập ngày thôi giúp đỡ."),
    ],
)
def test_a_helper_ends_on_a_day_that_can_be(until, sentence, made, secretary):
    page = pages.read(pages.send(secretary, ending(secretary, made), until=until))
    assert sentence in page.words
    assert page.form.fields["until"] == until
    assert Helper.objects.get().valid_until is None


def test_a_helper_ends_once(made, secretary):
    address = ending(secretary, made)
    for _ in range(2):
        answer = pages.send(secretary, address, until="1/4/2021")
    assert "đã thôi giúp đỡ từ ngày 01/4/2021." in pages.read(answer).words


def helped(made: Dossier) -> list[tuple]:
    """Who helps, by what counts."""
    return list(made.helpers.values_list("name", "valid_from", "valid_until"))


def followed(secretary: Client, made: Dossier, *days: str) -> list[str]:
    """Record a helper for each of ``days``; return the addresses of their corrections."""
    for place, day in enumerate(days):
        pages.send(secretary, page_of(made, RecordKind.HELPER), name=f"Trần Thị {'ABC'[place]}", valid_from=day)
    return [f"{page_of(made, RecordKind.HELPER)}{row.pk}/dinh-chinh/" for row in made.helpers.all()]


FIRST, SECOND = date(2021, 3, 1), date(2021, 5, 1)


def test_a_helper_goes_on_when_the_one_who_followed_is_taken_back(made, secretary):
    last = followed(secretary, made, "1/3/2021", "1/5/2021")[-1]
    assert "Đính chính xong, Trần Thị A tiếp tục giúp đỡ từ ngày 01/3/2021." in pages.read(secretary.get(last)).words
    pages.send(secretary, last, reason=REASON)
    assert helped(made) == [("Trần Thị A", FIRST, None)]
    assert last_event(RecordKind.HELPER).pgh_context.metadata["reason"] == REASON
    words = pages.read(secretary.get(page_of(made, RecordKind.HELPER))).words
    assert "Trần Thị B" not in words
    assert "Hiện không có đảng viên nào" not in words


def test_only_the_last_of_three_helpers_can_let_the_one_before_go_on(made, secretary):
    _, second, third = followed(secretary, made, "1/3/2021", "1/5/2021", "15/5/2021")
    before = helped(made)
    page = pages.read(pages.send(secretary, second, reason=REASON))
    assert "nhưng đã ghi Trần Thị C giúp đỡ từ ngày 15/5/2021. Hãy đính chính dòng của Trần Thị C trước." in page.words
    assert (page.form.fields["reason"], helped(made)) == (REASON, before)
    for address in (third, second):
        assert pages.send(secretary, address, reason=REASON).status_code == 302
    assert helped(made) == [("Trần Thị A", FIRST, None)]


def test_the_first_helper_is_taken_back_from_under_the_next(made, secretary):
    first, _ = followed(secretary, made, "1/3/2021", "1/5/2021")
    assert "tiếp tục giúp đỡ" not in pages.read(secretary.get(first)).words
    pages.send(secretary, first, reason=REASON)
    assert helped(made) == [("Trần Thị B", SECOND, None)]


def test_whoever_had_ended_earlier_stays_ended(made, secretary):
    pages.send(secretary, ending(secretary, made), until="1/4/2021")
    address = followed(secretary, made, "1/5/2021")[-1]
    pages.send(secretary, address, reason=REASON)
    assert helped(made) == [("Trần Thị Giúp", FIRST, date(2021, 4, 1))]


def test_a_helper_taken_back_is_not_ended(made, secretary):
    address = ending(secretary, made)
    Helper.objects.update(void=True)
    assert secretary.get(address).status_code == 404


def test_an_introducer_taken_back_makes_the_set_incomplete_again(made, secretary):
    for name in ("Lê Văn Một", "Lê Văn Hai"):
        Introducer.objects.create(dossier=made, kind="member", name=name, on=date(2021, 4, 5))
    address = f"{page_of(made, RecordKind.INTRODUCER)}{Introducer.objects.first().pk}/dinh-chinh/"
    pages.send(secretary, address, reason=REASON)
    words = pages.read(secretary.get(page_of(made, RecordKind.INTRODUCER))).words
    assert "Chưa đủ: mới có một đảng viên chính thức" in words
