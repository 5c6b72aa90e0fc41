"""Side tracks as the browser does them: by the role that owns each, refused to readers, unknown to strangers."""

import pytest
from django.urls import reverse

from candidates.enums import HoldKind, HoldOutcome, Stage
from candidates.models import Comment, Hold
from candidates.tracks import TRACKS
from tests import pages, people
from tests.candidates import sides

DAY = {"on": "3/5/2021"}
LATER = {"on": "20/5/2021"}
WORDS = DAY | {"reason": "Theo đề nghị"}
PAPER = "Biên bản số 05-BB/CB ngày 03/5/2021"
# By whom each begins and ends, at which stage, and what is typed.
WALKS = [
    (HoldKind.PAUSED, Stage.PREPARING, "secretary", WORDS | {"expected_on": "1/9/2021"}, "secretary", {}),
    (HoldKind.PAUSED, Stage.PREPARING, "clerk", WORDS | {"basis": PAPER}, "clerk", {"basis": PAPER}),
    (
        HoldKind.POLITICAL, Stage.PREPARING, "officer", WORDS | {"number": "7-CV"},
        "officer", {"number": "9-KL", "outcome": HoldOutcome.QUALIFIED},
    ),
    (HoldKind.REMEDY, Stage.DECIDED, "officer", WORDS | {"number": "98-CV"}, "officer", {"number": "9-QĐ"}),
    (HoldKind.RETURNED, Stage.SUBMITTED, "appraiser", WORDS | {"code": "paper_wrong"}, "officer", {}),
    (HoldKind.RETURNED, Stage.REVIEWED, "office_worker", WORDS | {"code": "procedure"}, "secretary", {}),
]  # fmt: skip


def address(made, name: str, *args: object) -> str:
    return reverse(f"candidates:{name}", args=[made.code, *args])


@pytest.mark.parametrize(("kind", "stage", "begins", "said", "ends", "ended"), WALKS)
def test_a_side_track_is_begun_and_ended_by_the_role_that_owns_it(cast, kind, stage, begins, said, ends, ended):
    made = people.dossier(cast, stage)
    answer = pages.send(people.signed_in(getattr(cast, begins)), address(made, "hold", kind.value), **said)
    assert answer.url == f"/ho-so/{made.code}/"
    held = Hold.objects.get()
    assert (held.kind, held.by.username, held.ended_on) == (kind, getattr(cast, begins).username, None)
    answer = pages.send(people.signed_in(getattr(cast, ends)), address(made, "end_hold", held.pk), **LATER, **ended)
    assert answer.url == f"/ho-so/{made.code}/"
    held.refresh_from_db()
    assert (held.outcome, held.end_act.deed) == (
        ended.get("outcome", TRACKS[kind].outcomes[0]), TRACKS[kind].ends[0 if ends != "secretary" else -1],
    )  # fmt: skip


def test_a_returned_dossier_is_mended_thing_by_thing(cast):
    made = people.dossier(cast, Stage.SUBMITTED)
    reviewer, cell = people.signed_in(cast.appraiser), people.signed_in(cast.secretary)
    first = {"field_1": "Đơn xin vào Đảng", "words_1": "Thiếu chữ ký."}
    pages.send(reviewer, address(made, "hold", "returned"), **WORDS, code="paper_wrong", **first)
    held = Hold.objects.get()
    pages.send(reviewer, address(made, "comment", held.pk), **DAY, field="Mục khác", words="Thiếu dấu giáp lai.")
    for said in held.comments.all():
        pages.send(cell, address(made, "fix", said.pk), words="Đã bổ sung.", on="10/5/2021")
        pages.send(reviewer, address(made, "close", said.pk), on="12/5/2021")
    held.refresh_from_db()
    assert held.outcome == HoldOutcome.COMPLETED
    assert not Comment.objects.filter(closed_on=None)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (DAY | {"code": "paper_wrong"}, "Hãy ghi lý do."),
        (WORDS, "Hãy chọn hồ sơ được trả vì việc gì."),
        (WORDS | {"code": "paper_wrong", "words_1": "Thiếu chữ ký."}, "Hãy chọn mục của nhận xét này."),
        (WORDS | {"code": "paper_wrong", "field_1": "Mục khác"}, "Hãy ghi nhận xét về mục này."),
        (WORDS | {"code": "paper_wrong", "on": "1/6/2021"}, "chưa đến (đang xem tại ngày 31/5/2021)"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(cast, said, sentence):
    made = people.dossier(cast, Stage.SUBMITTED)
    answer = pages.send(people.signed_in(cast.appraiser), address(made, "hold", "returned"), **said)
    page = pages.read(answer)
    assert sentence in page.words
    assert {name: page.form.fields[name] for name in said if name in page.form.fields} == {
        name: value for name, value in said.items() if name in page.form.fields
    }
    assert not Hold.objects.exists()


@pytest.mark.parametrize("kind", list(HoldKind))
def test_a_reader_is_refused_a_stranger_finds_nothing_and_a_wrong_verb_is_told(cast, kind):
    made = people.dossier(cast, Stage.SUBMITTED)
    place = address(made, "hold", kind.value)
    asked = {"leader": "get", "stranger": "get", "officer": "delete"}
    codes = [getattr(people.signed_in(getattr(cast, who)), verb)(place).status_code for who, verb in asked.items()]
    assert codes == [403, 404, 405]


def test_the_owner_of_the_political_conclusion_alone_reads_what_it_is_about(cast):
    made = people.dossier(cast, Stage.PREPARING)
    held = sides.hold(made, HoldKind.POLITICAL, reason="Có vấn đề bí mật")
    place = address(made, "end_hold", held.pk)
    assert "Có vấn đề bí mật" in pages.read(people.signed_in(cast.officer).get(place)).words
    assert people.signed_in(cast.secretary).get(place).status_code == 403
    assert people.signed_in(cast.leader).get(place).status_code == 403


def test_an_unknown_side_track_is_not_found(cast):
    made = people.dossier(cast, Stage.PREPARING)
    assert people.signed_in(cast.secretary).get(address(made, "hold", "khong-co")).status_code == 404


def test_the_list_shows_who_waits_beside_their_stage_and_filters_by_it(cast):
    waits, goes_on = (people.dossier(cast, Stage.PREPARING, full_name=name) for name in ("Lê Văn Dừng", "Lê Văn Đi"))
    sides.hold(waits, HoldKind.PAUSED)
    browser = people.signed_in(cast.leader)
    every, paused = (pages.read(browser.get("/ho-so/", said)).words for said in ({}, {"tinh_trang": "paused"}))
    assert "Lập hồ sơ Tạm dừng" in every
    assert (goes_on.person.full_name in every, goes_on.person.full_name in paused) == (True, False)
    assert waits.person.full_name in paused
    assert browser.get("/ho-so/", {"tinh_trang": "khong-co"}).status_code == 400
