"""Two people at the same moment: whoever comes second sees what the first one wrote, and nobody waits for the other in a ring."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates import acts, stages, undoing
from candidates.enums import Stage
from candidates.guards import Step
from candidates.models import Act
from organizations import turns
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Refused
from tests import people
from tests.candidates import agendas, sides
from tests.people import TODAY

TALLY = {name: int(number) for name, number in agendas.COMMITTEE.items()} | {"blank": 0, "away": 0, "exempt_absent": 0}


def locked(queries: CaptureQueriesContext) -> list[str]:
    """The tables whose rows were held, in order."""
    held = [each["sql"] for each in queries if "FOR UPDATE" in each["sql"]]
    return [sql.split('FROM "')[1].split('"')[0] for sql in held]


def test_what_was_undone_meanwhile_is_not_undone_again_in_another_name(cast):
    made = people.dossier(cast, Stage.PREPARING)
    seen = acts.last(made)
    for by, refused in ((cast.secretary, False), (cast.officer, True)):
        made = sides.fresh(made)
        with acting(by, Deed.CORRECT_STEP):
            if refused:
                with pytest.raises(Refused):
                    undoing.undo(seen, "ghi nhầm", **sides.known(made))
            else:
                undoing.undo(seen, "ghi nhầm", **sides.known(made))
    assert Act.ever.get(pk=seen.pk).undone_by == cast.secretary


def test_a_meeting_holds_the_people_before_their_dossiers_as_a_single_step_does(cast):
    meeting = agendas.meeting(cast, *agendas.submitted(cast, 2))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        agendas.recorded(meeting, cast.officer, tally=TALLY)
    assert locked(queries)[:2] == ["candidates_person", "candidates_dossier"]


def test_a_number_given_meanwhile_is_refused(cast, monkeypatch):
    first, second = agendas.submitted(cast, 2)
    real, waiting = turns.take, [first]

    def decide(made) -> None:
        people.papers(made, Stage.DECIDED, on=TODAY)
        step = Step(on=TODAY, number="15-QĐ", issuer="Đảng ủy Khối")
        with acting(cast.officer, Deed.MOVE_AS_BOARD):
            stages.move(made, Stage.DECIDED, step, **sides.known(sides.fresh(made)))

    def take(*words: object) -> None:
        if waiting:
            decide(waiting.pop())
        real(*words)

    monkeypatch.setattr(turns, "take", take)
    with pytest.raises(Refused) as refused:
        decide(second)
    assert "Số 15-QĐ ngày 31/5/2021 đã ghi cho hồ sơ khác" in " ".join(refused.value.sentences)
