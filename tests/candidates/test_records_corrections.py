"""Putting right what was recorded by mistake: it counts no more, and its reason stays in the audit trail."""

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
from tests.candidates.test_records import HELPER, MODELS, TASK, TYPED, page_of, stored

REASON = "Ghi nhầm người"
VOIDED = [RecordKind.RATING, RecordKind.COMMENDATION, RecordKind.OPINION, RecordKind.INTRODUCER]
EVERY = pytest.mark.parametrize("kind", RecordKind)


@pytest.fixture
def made(cast) -> Dossier:
    return people.dossier(cast)


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


@pytest.mark.parametrize("kind", VOIDED)
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


@pytest.mark.parametrize("kind", VOIDED)
def test_after_that_the_right_one_can_be_recorded(kind, made, secretary):
    pages.send(secretary, recorded(secretary, made, kind), reason=REASON)
    assert pages.send(secretary, page_of(made, kind), **TYPED[kind]).status_code == 302
    assert [row.void for row in stored(kind)].count(False) == 1


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (RecordKind.HELPER, HELPER | {"name": "Trần Thị Giup"}),
        (RecordKind.TASK, TASK | {"words": "Phụ trách thể thao"}),
    ],
)
def test_a_helper_and_a_task_are_put_right_in_place_and_the_audit_keeps_both(kind, typed, made, secretary):
    address = recorded(secretary, made, kind)
    form = pages.read(secretary.get(address)).form
    assert {name: form.fields[name] for name in TYPED[kind]} == _shown(TYPED[kind])
    assert pages.send(secretary, address, form, **typed, reason=REASON).status_code == 302
    (row,) = stored(kind)
    assert str(row) == next(iter(typed.values()))
    event = last_event(kind)
    assert (str(event.pgh_context.metadata["reason"]), event.pgh_label) == (REASON, "update")


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
    assert not getattr(stored(kind)[0], "void", False)


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


@pytest.mark.parametrize(
    ("name", "start", "sentence"),
    [
        ("Trần Thị Giúp", "1/5/2021", "Ngày phân công phải trước ngày thôi giúp đỡ 01/5/2021."),
        ("Lý Văn Thay", "30/4/2021", "Trần Thị Giúp giúp đỡ đến trước ngày 01/5/2021; hai người không trùng ngày."),
    ],
)
def test_two_helpers_never_overlap_by_a_correction(name, start, sentence, made, secretary):
    pages.send(secretary, page_of(made, RecordKind.HELPER), **HELPER)
    pages.send(secretary, page_of(made, RecordKind.HELPER), name="Lý Văn Thay", valid_from="1/5/2021")
    row = Helper.objects.get(name=name)
    address = f"{page_of(made, RecordKind.HELPER)}{row.pk}/dinh-chinh/"
    page = pages.read(pages.send(secretary, address, valid_from=start, reason=REASON))
    assert sentence in page.words
    row.refresh_from_db()
    assert row.valid_from in (date(2021, 3, 1), date(2021, 5, 1))


def test_an_introducer_taken_back_makes_the_set_incomplete_again(made, secretary):
    for name in ("Lê Văn Một", "Lê Văn Hai"):
        Introducer.objects.create(dossier=made, kind="member", name=name, on=date(2021, 4, 5))
    address = f"{page_of(made, RecordKind.INTRODUCER)}{Introducer.objects.first().pk}/dinh-chinh/"
    pages.send(secretary, address, reason=REASON)
    words = pages.read(secretary.get(page_of(made, RecordKind.INTRODUCER))).words
    assert "Chưa đủ: mới có một đảng viên chính thức" in words


def _shown(typed: dict) -> dict:
    """Days as the page writes them."""
    return {name: "01/3/2021" if value == "1/3/2021" else "03/3/2021" if value == "3/3/2021" else value
            for name, value in typed.items()}  # fmt: skip
