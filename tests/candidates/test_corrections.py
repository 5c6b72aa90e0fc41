"""Taking back a mistaken step: it counts no more, stays on record, and can be made again rightly."""

from datetime import date

import pytest

from candidates import stages, statistics
from candidates.enums import Stage
from candidates.models import Dossier, Paper, StageEntry
from candidates.statistics import Cell
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.periods import year
from tests import people

REASON = "ghi nhầm ngày"


def take_back(made: Dossier, who, reason: str = REASON, version: int | None = None) -> None:
    made.refresh_from_db()
    with acting(who, Deed.CORRECT_STEP):
        stages.take_back(
            made, reason, own=access.reach(who, people.TODAY), today=people.TODAY, version=version or made.version
        )


def test_the_step_before_stands_again(cast):
    made = people.dossier(cast, Stage.TRAINED)
    take_back(made, cast.secretary)
    made.refresh_from_db()
    assert (made.stage, stages.open_entry(made).stage) == (Stage.SYMPATHISER, Stage.SYMPATHISER)


def test_what_was_taken_back_stays_on_record_with_who_and_why(cast):
    made = people.dossier(cast, Stage.TRAINED)
    take_back(made, cast.secretary)
    (entry,) = StageEntry.ever.filter(dossier=made, cancelled_at__isnull=False)
    assert (entry.stage, entry.cancelled_by, entry.cancel_reason) == (Stage.TRAINED, cast.secretary, REASON)
    assert (Paper.ever.get(entry=entry).void, Paper.objects.filter(entry=entry).exists()) == (True, False)


def test_a_mistaken_admission_is_counted_no_more(cast):
    made = people.dossier(cast, Stage.ADMITTED)
    admitted = Cell((cast.bloc,), (Stage.ADMITTED,), people.TODAY, year(2019))
    assert statistics.count(admitted) == 1
    take_back(made, cast.secretary)
    decided = Cell((cast.bloc,), (Stage.DECIDED,), people.TODAY)
    assert statistics.counts([admitted, decided]) == [0, 1]


def test_the_step_is_made_again_with_the_same_number(cast):
    made = people.dossier(cast, Stage.SYMPATHISER)
    people.advance(made, Stage.TRAINED, on=date(2019, 3, 29), number="7/GCN")
    take_back(made, cast.secretary)
    people.advance(made, Stage.TRAINED, on=date(2019, 4, 2), number="7/GCN")
    assert [entry.on for entry in made.entries.filter(stage=Stage.TRAINED)] == [date(2019, 4, 2)]
    assert [entry.position for entry in StageEntry.ever.filter(dossier=made)] == [1, 2, 3, 4]


def test_two_steps_are_taken_back_one_after_the_other(cast):
    made = people.dossier(cast, Stage.PREPARING)
    take_back(made, cast.secretary)
    take_back(made, cast.secretary)
    assert stages.open_entry(made).stage == Stage.SYMPATHISER


def test_the_first_step_is_not_taken_back(cast):
    made = people.dossier(cast)
    with pytest.raises(Refused, match="Bước đầu tiên"):
        take_back(made, cast.secretary)


def test_a_correction_needs_its_reason(cast):
    made = people.dossier(cast, Stage.TRAINED)
    with pytest.raises(Refused, match="lý do"):
        take_back(made, cast.secretary, reason=" ")


@pytest.mark.parametrize(
    ("upto", "who"), [(Stage.TRAINED, "officer"), (Stage.DECIDED, "secretary"), (Stage.TRAINED, "leader")]
)
def test_only_the_owner_of_the_step_takes_it_back(upto, who, cast):
    made = people.dossier(cast, upto)
    with pytest.raises(NotAllowed):
        take_back(made, getattr(cast, who))


def test_whoever_read_an_older_state_is_told(cast):
    made = people.dossier(cast, Stage.TRAINED)
    with pytest.raises(Conflict):
        take_back(made, cast.secretary, version=made.version - 1)


def test_the_page_takes_back_and_the_history_shows_it_struck_through(cast):
    made = people.dossier(cast, Stage.TRAINED)
    secretary = people.signed_in(cast.secretary)
    address = f"/ho-so/{made.code}/dinh-chinh/"
    form = secretary.get(address).context["form"]
    sent = {"form_token": form["form_token"].value(), "version": made.version, "reason": REASON}
    assert secretary.post(address, sent).status_code == 302
    assert secretary.post(address, sent).status_code == 302
    page = secretary.get(f"/ho-so/{made.code}/").content.decode()
    assert (f"đã đính chính bởi {cast.secretary}: {REASON}" in page, StageEntry.ever.filter(dossier=made).count()) == (
        True,
        3,
    )
