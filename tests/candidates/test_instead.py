"""A clerk enters for the cell: each deed asks for the paper, keeps it, is refused without; nobody else is asked."""

from datetime import date

import pytest

from candidates import actions, answering, instead, stages
from candidates.enums import Answer, Stage
from candidates.models import Dossier, Nomination, Paper, StageEntry
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed, Role
from organizations.errors import NotAllowed, Refused
from organizations.models import Post
from tests import pages, people
from tests.people import TODAY

PAPER = "biên bản họp chi bộ số 05-BB/CB"
IN_THE_AUDIT = f"Nhập thay theo giấy tờ: {PAPER}"
ASKED = "Nhập thay chi bộ: hãy ghi số, ngày của giấy tờ làm căn cứ."
REFUSED = "Nhập thay chi bộ: cần ghi số, ngày của giấy tờ làm căn cứ."
NEW = "/ho-so/moi/"
PERSON = {"full_name": "Lê Văn Tám", "birth_year": "1999"}
TAKEN = {"how": "new", "on": "15/3/2021"}
RETURNED = {"how": "return", "return_reason": "age", "on": "15/3/2021"}


@pytest.fixture
def clerk(cast):
    return people.signed_in(cast.clerk)


def decided(cast: people.Cast) -> Dossier:
    made = people.dossier(cast, Stage.PROPOSED)
    people.advance(made, Stage.DECIDED, on=people.DAYS[Stage.DECIDED], received_on=None)
    return made


def trained(cast: people.Cast) -> Dossier:
    return people.dossier(cast, Stage.TRAINED)


def namesake(cast: people.Cast) -> Dossier:
    return people.dossier(cast, full_name="Lê Thị Bông", birth_year=1992, birth_date=None)


def pages_of(cast: people.Cast) -> dict[str, tuple[str, dict]]:
    """Every page on which a deed of the cell may be entered for it, with what one types there."""
    return {
        "new": (NEW, PERSON | {"unit": cast.cell.pk}),
        "answer": (f"/ho-so/gioi-thieu/{people.nomination(cast).pk}/tra-loi/", RETURNED),
        "receipt": (f"/ho-so/{decided(cast).code}/nhan-quyet-dinh/", {"received_on": "25/11/2019"}),
        "correction": (f"/ho-so/{trained(cast).code}/dinh-chinh/", {"reason": "ghi nhầm"}),
        "step": (f"/ho-so/{trained(cast).code}/buoc/preparing/", {"on": "5/8/2019"}),
    }


def reason_of(row) -> str:
    return row.events.order_by("-pgh_id").first().pgh_context.metadata["reason"]


@pytest.mark.parametrize("place", ["new", "answer", "receipt", "correction", "step"])
def test_a_clerk_is_asked_for_the_paper_and_keeps_what_was_typed(place, cast, clerk):
    address, typed = pages_of(cast)[place]
    page = pages.read(pages.send(clerk, address, **typed))
    assert (ASKED in page.words, "Nhập thay theo giấy tờ" in page.words) == (True, True)
    assert {name: page.form.fields[name] for name in typed if name != "how"} == {
        name: str(value) for name, value in typed.items() if name != "how"
    }
    assert pages.send(clerk, address, page.form, **typed, basis=PAPER).status_code == 302


@pytest.mark.parametrize("place", ["new", "answer", "receipt", "correction", "step"])
def test_the_cell_itself_is_not_asked(place, cast):
    secretary, (address, typed) = people.signed_in(cast.secretary), pages_of(cast)[place]
    assert "basis" not in pages.read(secretary.get(address)).form.fields
    assert pages.send(secretary, address, **typed, basis="không hỏi").status_code == 302
    assert not StageEntry.ever.filter(basis="không hỏi").exists()


def test_the_paper_stands_with_the_first_step_of_a_new_dossier(cast, clerk):
    pages.send(clerk, NEW, **PERSON, unit=cast.cell.pk, basis=PAPER)
    assert StageEntry.objects.get().basis == PAPER


def test_the_paper_stands_with_the_dossier_that_an_acceptance_opens(cast, clerk):
    made = people.nomination(cast)
    pages.send(clerk, f"/ho-so/gioi-thieu/{made.pk}/tra-loi/", **TAKEN, basis=PAPER)
    assert StageEntry.objects.get().basis == PAPER


@pytest.mark.parametrize("how", ["return", "link"])
def test_the_paper_of_another_answer_stands_in_the_audit_trail(how, cast, clerk):
    made, there = people.nomination(cast), namesake(cast)
    typed = RETURNED if how == "return" else {"how": there.code, "on": "15/3/2021"}
    pages.send(clerk, f"/ho-so/gioi-thieu/{made.pk}/tra-loi/", **typed, basis=PAPER)
    assert Nomination.objects.get(pk=made.pk).answer != Answer.WAITING
    assert reason_of(made) == IN_THE_AUDIT


def test_the_paper_of_a_receipt_and_of_a_correction_stands_in_the_audit_trail(cast, clerk):
    received, mistaken = decided(cast), trained(cast)
    pages.send(clerk, f"/ho-so/{received.code}/nhan-quyet-dinh/", received_on="25/11/2019", basis=PAPER)
    assert reason_of(Paper.objects.get(entry__stage=Stage.DECIDED)) == IN_THE_AUDIT
    pages.send(clerk, f"/ho-so/{mistaken.code}/dinh-chinh/", reason="ghi nhầm", basis=PAPER)
    (entry,) = StageEntry.ever.filter(cancelled_at__isnull=False)
    assert (entry.cancel_reason, reason_of(entry)) == ("ghi nhầm", IN_THE_AUDIT)


def add(cast, known):
    known.pop("version")
    actions.add_candidate(cast.cell, {"full_name": "Lê Văn Tám", "birth_year": 1999}, on=TODAY, **known)


def take_up(cast, known):
    answering.accept(people.nomination(cast), TODAY, dossier=None, **known | {"version": 1})


def tie(cast, known):
    answering.accept(people.nomination(cast), TODAY, dossier=namesake(cast), **known | {"version": 1})


def send_back(cast, known):
    answering.send_back(people.nomination(cast), TODAY, "age", "", **known | {"version": 1})


def receive(cast, known):
    made = decided(cast)
    made.refresh_from_db()
    stages.record_receipt(made, TODAY, **known | {"version": made.version})


def correct(cast, known):
    made = trained(cast)
    stages.take_back(made, "ghi nhầm", **known | {"version": made.version})


@pytest.mark.parametrize("act", [add, take_up, tie, send_back, receive, correct])
@pytest.mark.parametrize("basis", ["", " "])
def test_the_act_itself_refuses_without_the_paper(act, basis, cast):
    known = {"own": access.reach(cast.clerk, TODAY), "today": TODAY, "version": 0, "basis": basis}
    with pytest.raises(Refused) as refusal, acting(cast.clerk, Deed.ENTER_FOR_CELL):
        act(cast, known)
    assert refusal.value.sentences == (REFUSED,)


def test_a_paper_gives_nobody_the_step_of_the_board(cast):
    made = people.dossier(cast, Stage.DECIDED)
    own = access.reach(cast.clerk, TODAY)
    with pytest.raises(NotAllowed), acting(cast.clerk, Deed.CORRECT_STEP):
        stages.take_back(made, "ghi nhầm", own=own, today=TODAY, version=made.version, basis=PAPER)


@pytest.mark.parametrize(
    ("who", "needed"),
    [("clerk", True), ("secretary", False), ("officer", False), ("leader", False), ("stranger", False)],
)
def test_who_enters_for_the_cell(who, needed, cast):
    assert instead.needs_basis(access.reach(getattr(cast, who), TODAY), cast.cell) is needed


def test_whoever_is_secretary_of_one_cell_and_enters_for_another_is_asked_there_alone(cast, clerk):
    Post.objects.create(user=cast.clerk, role=Role.CELL_SECRETARY, unit=cast.cell, valid_from=date(2015, 1, 1))
    assert pages.send(clerk, NEW, **PERSON, unit=cast.cell.pk, basis=PAPER).status_code == 302
    assert StageEntry.objects.get().basis == ""
    other = PERSON | {"full_name": "Lê Văn Chín", "unit": cast.other_cell.pk}
    assert ASKED in pages.read(pages.send(clerk, NEW, **other)).words
