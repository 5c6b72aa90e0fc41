"""The receipt of a decision, recorded after it was signed: the due day that counts from it, and what stands against it."""

from datetime import date

import pytest

from candidates import policy, stages
from candidates.enums import ParameterCode, Stage
from candidates.models import Dossier, Parameter
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.models import User
from tests import people
from tests.candidates.test_stages import TOMORROW, written
from tests.people import DAYS, TODAY


def receive(by: User, made: Dossier, on: date, *, version: int | None = None) -> None:
    with acting(by, Deed.MOVE_AS_CELL):
        own = access.reach(by, TODAY)
        stages.record_receipt(made, on, own=own, today=TODAY, version=version or made.version)


def decided(cast: people.Cast, received_on: date | None = None) -> Dossier:
    """A dossier whose decision was signed, and received or not."""
    made = people.dossier(cast, Stage.PROPOSED)
    people.advance(made, Stage.DECIDED, on=DAYS[Stage.DECIDED], received_on=received_on)
    made.refresh_from_db()
    return made


def test_the_receipt_of_a_decision_sets_the_due_day_of_the_ceremony(cast):
    made = decided(cast)
    assert stages.open_entry(made).due_on is None
    receive(cast.secretary, made, date(2019, 11, 25))
    entry = stages.open_entry(made)
    assert (entry.due_on, entry.due_rule) == (date(2020, 1, 7), policy.row(ParameterCode.CEREMONY_DAYS, entry.on))
    assert (entry.paper.received_on, entry.stage, entry.position) == (date(2019, 11, 25), Stage.DECIDED, 10)
    made.refresh_from_db()
    assert made.version == 11


def test_a_due_day_that_counts_from_the_decision_stays_at_the_receipt(cast):
    Parameter.objects.filter(code=ParameterCode.CEREMONY_FROM).update(value="issue")
    made = decided(cast)
    before = stages.open_entry(made).due_on
    receive(cast.secretary, made, date(2019, 11, 25))
    assert before == stages.open_entry(made).due_on == date(2019, 12, 30)


@pytest.mark.parametrize(
    ("make", "on", "sentences"),
    [
        pytest.param(decided, TOMORROW, ["Ngày nhận 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021)."], id="to come"),
        pytest.param(
            decided,
            date(2019, 11, 17),
            ["Ngày nhận 17/11/2019 trước ngày ký quyết định 18/11/2019."],
            id="before it was signed",
        ),
        pytest.param(
            lambda cast: decided(cast, date(2019, 11, 20)),
            date(2019, 11, 17),
            [
                "Đã ghi ngày nhận quyết định 20/11/2019.",
                "Ngày nhận 17/11/2019 trước ngày ký quyết định 18/11/2019.",
            ],
            id="recorded already, and before it was signed",
        ),
        pytest.param(
            lambda cast: people.dossier(cast, Stage.PROPOSED),
            TODAY,
            ["Chỉ ghi ngày nhận quyết định khi hồ sơ đã có quyết định và chưa tổ chức lễ kết nạp."],
            id="before the decision",
        ),
        pytest.param(
            lambda cast: people.dossier(cast, Stage.ADMITTED),
            TODAY,
            ["Chỉ ghi ngày nhận quyết định khi hồ sơ đã có quyết định và chưa tổ chức lễ kết nạp."],
            id="after the ceremony",
        ),
    ],
)
def test_what_stands_against_a_receipt_is_said_and_nothing_is_written(cast, make, on, sentences):
    made = make(cast)
    before = written()
    with pytest.raises(Refused) as refusal:
        receive(cast.secretary, made, on)
    assert (list(refusal.value.sentences), written()) == (sentences, before)


@pytest.mark.parametrize(
    ("who", "version", "kind"),
    [
        ("officer", None, NotAllowed),
        ("leader", None, NotAllowed),
        ("stranger", None, NotAllowed),
        ("secretary", 1, Conflict),
    ],
)
def test_a_receipt_is_for_the_cell_that_saw_the_dossier_as_it_is(cast, who, version, kind):
    made = decided(cast)
    before = written()
    with pytest.raises(kind):
        receive(getattr(cast, who), made, TODAY, version=version)
    assert written() == before
