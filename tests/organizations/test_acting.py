"""The one context of writes: who, which deed and why stand at every audit event, and an undone act leaves nothing."""

from datetime import date

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from candidates import actions, stages
from candidates.enums import Stage
from candidates.guards import Step
from candidates.models import Dossier, Person, StageEntry
from candidates.models.candidate import SENSITIVE
from organizations import access, acting
from organizations.enums import Deed
from organizations.models import Reading
from tests import people
from tests.people import DAYS, TODAY

EVENTS = [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]
PersonEvent = Person.pgh_event_model
FACTS = {"full_name": "Nguyễn Văn An", "birth_year": 1990}


def add(cast: people.Cast, **facts: object) -> Dossier:
    own = access.reach(cast.secretary, TODAY)
    return actions.add_candidate(cast.cell, FACTS | facts, on=TODAY, own=own, today=TODAY)


def add_and_fail(cast: people.Cast) -> None:
    with acting.acting(cast.secretary, Deed.ADD_CANDIDATE):
        add(cast)
        assert events_with("Nguyễn Văn An") == {PersonEvent._meta.db_table}
        raise ZeroDivisionError


def edit(cast: people.Cast, made: Dossier, **facts: object) -> None:
    own = access.reach(cast.secretary, TODAY)
    with acting.acting(cast.secretary, Deed.EDIT_CANDIDATE):
        actions.edit_candidate(made, FACTS | facts, own=own, version=made.version)


def events_with(words: str) -> set[str]:
    """The event tables that hold ``words`` in any column."""
    found = set()
    with connection.cursor() as cursor:
        for table in (model._meta.db_table for model in EVENTS):
            cursor.execute(f'SELECT count(*) FROM "{table}" e WHERE to_jsonb(e)::text LIKE %s', [f"%{words}%"])
            found |= {table} if cursor.fetchone()[0] else set()
    return found


def test_nobody_is_added_outside_an_act(cast):
    with pytest.raises(RuntimeError, match="inside acting"):
        add(cast)


def test_no_step_is_made_outside_an_act(cast):
    made = people.dossier(cast)
    own = access.reach(cast.secretary, TODAY)
    with pytest.raises(RuntimeError, match="inside acting"):
        stages.move(made, Stage.SYMPATHISER, Step(DAYS[Stage.SYMPATHISER]), own=own, today=TODAY, version=made.version)


def test_no_receipt_is_recorded_outside_an_act(cast):
    made = people.dossier(cast, Stage.DECIDED)
    own = access.reach(cast.secretary, TODAY)
    with pytest.raises(RuntimeError, match="inside acting"):
        stages.record_receipt(made, TODAY, own=own, today=TODAY, version=made.version)


def test_an_act_ends_with_its_block_even_when_it_fails(cast):
    with pytest.raises(ZeroDivisionError), acting.acting(cast.secretary, Deed.ADD_CANDIDATE):
        raise ZeroDivisionError
    with pytest.raises(RuntimeError):
        acting.current()


def test_the_current_act_says_who_does_what_and_why(cast):
    with acting.acting(cast.secretary, Deed.ADD_CANDIDATE, "nhập bù") as act:
        assert acting.current() == act == acting.Act(cast.secretary, Deed.ADD_CANDIDATE, "nhập bù")


def test_every_event_names_user_deed_and_reason(cast):
    with acting.acting(cast.secretary, Deed.ADD_CANDIDATE, "nhập bù"):
        made = add(cast)
    said = {"user": cast.secretary.pk, "name": "Đỗ Thị Thư", "deed": "add_candidate", "reason": "nhập bù"}
    for row in (made, made.person, made.entries.get()):
        assert [event.pgh_context.metadata for event in row.events.all()] == [said]


def test_the_installation_acts_under_no_user(cast):
    with acting.acting(None, Deed.LOAD_DEMO):
        made = add(cast)
    metadata = made.events.get().pgh_context.metadata
    assert (metadata["user"], metadata["name"]) == (None, "hệ thống")


def test_bulk_writes_leave_events_with_the_same_act(cast):
    made = [people.dossier(cast, full_name=name).person for name in ("Trần Văn An", "Lê Thị Bình")]
    with acting.acting(cast.officer, Deed.EDIT_CANDIDATE):
        Person.objects.update(sex="male")
    changed = PersonEvent.objects.filter(pgh_label="update").order_by("pgh_obj")
    assert [event.pgh_obj for event in changed] == made
    assert {event.pgh_context.metadata["user"] for event in changed} == {cast.officer.pk}


def test_what_is_undone_leaves_neither_row_nor_event(cast):
    with pytest.raises(ZeroDivisionError):
        add_and_fail(cast)
    assert events_with("Nguyễn Văn An") == set()
    assert [model.objects.count() for model in (Person, Dossier, StageEntry)] == [0, 0, 0]


@pytest.mark.parametrize("model", EVENTS, ids=lambda model: model.__name__)
def test_every_event_table_is_guarded_against_change(db, model):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass AND tgenabled = 'O' AND tgname LIKE %s",
            [model._meta.db_table, "pgtrigger_append_only%"],
        )
        assert cursor.fetchone()[0] == 1


@pytest.mark.parametrize(
    "change", [lambda rows: rows.update(full_name="Ai đó"), lambda rows: rows.delete()], ids=["change", "delete"]
)
def test_an_event_is_neither_changed_nor_deleted(cast, change):
    people.dossier(cast)
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        change(PersonEvent.objects.all())
    assert PersonEvent.objects.get().full_name == "Nguyễn Văn An"


def test_events_have_no_columns_for_what_is_sensitive():
    columns = {field.name for field in PersonEvent._meta.get_fields()}
    assert "full_name" in columns
    assert columns.isdisjoint({*SENSITIVE, "search_key"})


def test_ethnic_group_and_religion_reach_no_event(cast):
    with acting.acting(cast.secretary, Deed.ADD_CANDIDATE):
        made = add(cast, ethnic_group="Chăm", religion="Bà-ni")
    edit(cast, made, ethnic_group="Raglai", religion="Bà-la-môn")
    assert Person.objects.filter(ethnic_group="Raglai", religion="Bà-la-môn").exists()
    assert {words: events_with(words) for words in ("Chăm", "Bà-ni", "Raglai", "Bà-la-môn")} == {
        "Chăm": set(),
        "Bà-ni": set(),
        "Raglai": set(),
        "Bà-la-môn": set(),
    }


def test_a_change_of_religion_alone_still_leaves_an_event(cast):
    made = people.dossier(cast)
    edit(cast, made, religion="Công giáo")
    event = made.person.events.get(pgh_label="update")
    assert (event.version, event.pgh_context.metadata["user"]) == (2, cast.secretary.pk)


def test_passwords_reach_no_event(cast):
    assert cast.secretary.events.count() == 1
    assert events_with(cast.secretary.password) == set()


def test_a_reading_names_who_read_what_of_how_many(cast):
    acting.record_reading(cast.officer, Deed.PRINT_NAMES, "Danh sách " + "x" * 500, 45)
    read = Reading.objects.get()
    assert (read.user, read.deed, read.people, len(read.subject)) == (cast.officer, Deed.PRINT_NAMES, 45, 400)
    assert read.at.date() >= date(2026, 1, 1)
