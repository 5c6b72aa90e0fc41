"""What is laid by heart is what the walk wrote: rows, events, order; a changed rule makes a dossier walk again."""

import json
from datetime import date

import pytest

from candidates.enums import Stage
from candidates.models import Parameter
from organizations.acting import acting
from organizations.enums import Deed
from tests import by_heart, people


@pytest.fixture
def walks(monkeypatch) -> list[Stage]:
    """The stages to which a dossier really walked, in a process that knows no way yet."""
    found, advance = [], people.advance
    monkeypatch.setattr(by_heart, "_known", {})
    monkeypatch.setattr(people, "advance", lambda made, to, **said: found.append(to) or advance(made, to, **said))
    return found


@pytest.mark.parametrize("upto", [Stage.SOURCE, Stage.PROPOSED, Stage.OFFICIAL])
@pytest.mark.parametrize("place", ["cell", "single_cell"])
def test_a_dossier_laid_by_heart_differs_from_one_that_walked_in_keys_and_name_alone(cast, upto, place, walks):
    where = getattr(cast, place)
    walked = people.dossier(cast, upto, where=where)
    steps = [*walks]
    laid = people.dossier(cast, upto, where=where, full_name="Trần Thị Bình")
    assert walks == steps
    assert (laid.person.full_name, laid.person.search_key) == ("Trần Thị Bình", "tran thi binh")
    assert _told(laid) == _told(walked)


def test_one_that_was_laid_goes_on_like_one_that_walked(cast, walks):
    walked, laid = (people.dossier(cast, Stage.PROPOSED) for _ in range(2))
    for made in (walked, laid):
        people.advance(made, Stage.OFFICIAL, on=people.DAYS[Stage.OFFICIAL])
    assert _told(laid) == _told(walked)


def test_another_day_on_the_way_is_walked_from_there(cast, walks):
    people.dossier(cast, Stage.ENDORSED)
    walks.clear()
    other = people.dossier(cast, Stage.PROPOSED, days={Stage.PROPOSED: date(2019, 10, 9)})
    assert walks == [Stage.PROPOSED]
    assert [entry.on.day for entry in other.entries.order_by("position")] == [5, 10, 29, 5, 19, 16, 9]


def test_under_a_changed_rule_everybody_walks(cast, walks):
    people.dossier(cast, Stage.SYMPATHISER)
    with acting(None, Deed.LOAD_POLICY):
        Parameter.objects.filter(code="age_from").update(value="19")
    people.dossier(cast, Stage.SYMPATHISER)
    people.dossier(cast, Stage.SYMPATHISER)
    assert walks == [Stage.SYMPATHISER] * 3


def test_a_way_on_which_something_else_is_written_is_walked_each_time(cast, walks, monkeypatch):
    advance = people.advance

    def declares_too(made, to, **said):
        people.declare(cast.other_cell, date(2019, 1, 1 + len(walks)), 30)
        advance(made, to, **said)

    monkeypatch.setattr(people, "advance", declares_too)
    people.dossier(cast, Stage.SYMPATHISER)
    people.dossier(cast, Stage.SYMPATHISER, full_name="Trần Thị Bình", where=cast.cell)
    assert walks == [Stage.SYMPATHISER] * 2


def test_another_line_of_units_is_another_way(cast, walks):
    for where in (cast.cell, cast.single_cell, cast.cell, cast.single_cell):
        people.dossier(cast, Stage.SYMPATHISER, where=where)
    assert len(walks) == 2


def test_a_cell_that_declared_its_members_is_another_way(cast, walks):
    people.dossier(cast, Stage.SYMPATHISER)
    people.declare(cast.cell, people.FOUNDED, 30)
    people.dossier(cast, Stage.SYMPATHISER)
    assert len(walks) == 2


def test_changes_of_what_was_laid_are_recorded_as_ever(cast, walks):
    laid = [people.dossier(cast, Stage.SOURCE) for _ in range(2)][1]
    with acting(None, Deed.EDIT_CANDIDATE):
        type(laid).objects.filter(pk=laid.pk).update(occupation="worker")
    assert [event.occupation for event in laid.pgh_event_model.objects.filter(pgh_obj=laid).order_by("pgh_id")] == [
        "",
        "worker",
    ]


def _told(made) -> str:
    """Everything that a walk wrote, without keys, name and times; keys of its own rows as the place among them."""
    rows = by_heart._read(made)
    places: dict = {}
    for table, found in rows.items():
        if table.model is not by_heart.Context:
            places[table.model] = {row[table.key]: number for number, row in enumerate(found)}
    for table, found in rows.items():
        for row in found:
            own = {column: model for column, model in table.keys.items() if model in places}
            row.update({column: places[model].get(row[column]) for column, model in own.items()})
            row.update(dict.fromkeys((*table.times, "pgh_context_id", "full_name", "name_key", "search_key", "code")))
            row["number"] = str(row.get("number", "")).replace(f"{made.pk}/TN", "…/TN")
    contexts = sorted(json.dumps(row["metadata"], sort_keys=True) for row in rows.pop(by_heart.TABLES[-1]))
    return json.dumps([contexts, [found for _, found in rows.items()]], sort_keys=True)
