"""The demo story ``khoi-2021``: it tells the numbers of letter 259-CV/ĐUK, and every life in it is a legal one."""

import json
from collections import defaultdict
from datetime import date
from io import StringIO
from itertools import pairwise
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from candidates import assessment, moves
from candidates.enums import MAIN_LINE, Sex, Stage
from candidates.models import Dossier, Paper, StageEntry
from candidates.rules.verdict import Answer
from organizations import declared, tree
from organizations.enums import CELL_KINDS
from organizations.errors import Refused
from organizations.models import Installation, Unit, UnitVersion
from reports.demo import names, stories
from reports.demo.khoi_2021 import accounts, bodies, lives, people, story

JANUARY = date(2021, 1, 1)


def said(*words: str, **options: object) -> str:
    """Return what a command prints."""
    out = StringIO()
    call_command(*words, stdout=out, **options)
    return out.getvalue()


def test_the_story_tells_the_numbers_of_the_letter(bloc):
    (told,) = json.loads(said("target_progress", "--on", "2021-05-31", "--json"))
    numbers = ("base", "target", "actual", "percent", "same_period", "percent_of_same_period")
    assert [told[name] for name in numbers] == [5000, 150, 45, 30.0, 124, 36.3]
    assert (told["directive"], told["unit"], told["period"]) == ("259-CV/ĐUK", "22.001", "2021-01-01/2021-12-31")
    assert told["missing"] == 150 - 45 - told["decided"] - told["submitted"] - told["earlier"]


def test_the_day_of_the_story_is_the_default_of_the_command(bloc):
    assert said("target_progress", "--json") == said("target_progress", "--on", "2021-05-31", "--json")


def test_the_command_tells_one_line_for_people(bloc):
    assert said("target_progress").strip() == "259-CV/ĐUK · 22.001: 45/150 (30,0 %), cùng kỳ 36,3 %"


def test_the_command_tells_the_share_of_one_unit(bloc):
    (share,) = json.loads(said("target_progress", "--unit", "22.001.001", "--on", "2021-05-31", "--json"))
    assert (share["unit"], share["target"] > 0) == ("22.001.001", True)


def test_the_command_knows_no_other_unit(bloc):
    with pytest.raises(CommandError, match=r"Không có tổ chức đảng nào mang mã 99\."):
        said("target_progress", "--unit", "99")


def test_the_members_are_five_thousand_and_nobody_forgot_to_declare(bloc):
    assert declared.members(bloc, JANUARY) == declared.Base(5000, ())


def test_about_seventy_grassroots_organisations_stand_under_the_bloc(bloc):
    found = tree.grassroots(bloc, story.AS_AT)
    assert found.count() == len(bodies.COMMITTEES) + len(bodies.SINGLE_CELLS)
    assert 65 <= found.count() <= 75


def test_the_stored_tree_is_what_the_versions_say(bloc):
    assert tree.differences() == 0


def test_every_dossier_lies_in_a_cell(bloc):
    cells = UnitVersion.objects.on(story.AS_AT).filter(kind__in=CELL_KINDS).values("unit")
    assert not Dossier.objects.exclude(unit__in=cells).exists()
    assert Dossier.objects.count() >= len(lives.all_lives(Random(story.SEED)))


def test_every_way_follows_the_table_of_moves_with_its_days_in_order(bloc):
    wrong = [way for way in _ways().values() if not _is_legal(way)]
    assert wrong == []


def test_every_dossier_stands_where_its_last_step_says(bloc):
    stands = dict(Dossier.objects.values_list("pk", "stage"))
    assert stands == {dossier: way[-1].stage for dossier, way in _ways().items()}


def test_every_step_has_the_paper_that_the_table_wants(bloc):
    wanted, papers = {}, Paper.objects.exclude(entry=None).values_list("entry_id", "kind", "number")
    for entry in StageEntry.objects.exclude(from_stage=""):
        move = moves.find(Stage(entry.from_stage), Stage(entry.stage))
        if move.paper:
            wanted[entry.pk] = (move.paper, move.needs_number)
    assert {entry: (kind, wanted[entry][1]) for entry, kind, _ in papers} == wanted
    assert [entry for entry, _, number in papers if wanted[entry][1] != bool(number)] == []


def test_numbers_of_decisions_are_given_once(bloc):
    given = Paper.objects.exclude(number="").values_list("kind", "number", "issued_on__year")
    assert given.count() == given.distinct().count()


def test_whoever_was_admitted_this_year_fulfilled_the_rules(bloc):
    admitted = StageEntry.objects.filter(stage=Stage.ADMITTED, on__range=(JANUARY, story.AS_AT))
    proposed = StageEntry.objects.filter(stage=Stage.PROPOSED, dossier__in=admitted.values("dossier"))
    verdicts = [
        verdict.sentence
        for entry in proposed.select_related("dossier__person")
        for verdict in assessment.before_proposal(entry.dossier, entry.on)
        if verdict.answer == Answer.NOT_MET
    ]
    assert (admitted.count(), proposed.count(), verdicts) == (45, 45, [])


def test_some_organisations_have_nobody_left_to_admit(bloc):
    empty = UnitVersion.objects.filter(name__in=[f"Chi bộ {name}" for name in bodies.WITHOUT_SOURCES]).values("unit")
    waiting = StageEntry.objects.standing(story.AS_AT).filter(unit__in=empty, stage__in=MAIN_LINE[:6])
    assert (empty.count(), waiting.count()) == (len(bodies.WITHOUT_SOURCES), 0)


def test_the_installation_knows_its_story(bloc):
    assert Installation.objects.values_list("story", "as_at").get() == ("khoi-2021", date(2021, 5, 31))


def test_a_story_is_not_loaded_twice(bloc):
    before = Unit.objects.count()
    with pytest.raises(Refused, match="chỉ nạp vào cơ sở dữ liệu trống"):
        stories.load(story.CODE)
    with pytest.raises(CommandError, match="chỉ nạp vào cơ sở dữ liệu trống"):
        said("load_demo", story.CODE)
    assert Unit.objects.count() == before


def test_set_up_leaves_a_loaded_story_alone(bloc):
    assert said("load_demo", story.CODE, "--if-empty") == ""


def test_an_unknown_story_is_refused_with_those_there_are():
    with pytest.raises(Refused, match=r"Không có bộ dữ liệu minh họa “khac”. Hiện có: khoi-2021, hoi-2015, "):
        stories.load("khac")


@pytest.mark.parametrize("account", accounts.ACCOUNTS, ids=lambda account: account.username)
def test_every_published_account_signs_in_and_finds_its_desk(account, bloc):
    client = Client()
    client.post("/dang-nhap/", {"login": account.username, "password": accounts.PASSWORD})
    assert client.get("/").status_code == 200
    assert f"{account.username} " in said("demo_accounts")


def test_the_lives_are_the_same_at_every_loading():
    assert lives.all_lives(Random(story.SEED)) == lives.all_lives(Random(story.SEED))
    assert lives.all_lives(Random(story.SEED)) != lives.all_lives(Random(story.SEED + 1))


def test_the_people_are_the_same_at_every_loading():
    def drawn(seed: int) -> list:
        random = Random(seed)
        return [people.invent(random, "Sở Y tế", story.AS_AT) for _ in range(50)]

    assert drawn(story.SEED) == drawn(story.SEED)
    assert drawn(story.SEED) != drawn(story.SEED + 1)


@pytest.mark.parametrize("sex", Sex)
def test_a_name_has_a_family_a_middle_and_a_given_name(sex):
    random = Random(story.SEED)
    assert {len(names.draw(random, sex).split()) for _ in range(200)} <= {3, 4}


def _ways() -> dict[int, list[StageEntry]]:
    ways = defaultdict(list)
    for entry in StageEntry.objects.order_by("dossier", "position"):
        ways[entry.dossier_id].append(entry)
    return ways


def _is_legal(way: list[StageEntry]) -> bool:
    first, last = way[0], way[-1]
    numbered = [entry.position for entry in way] == list(range(1, len(way) + 1))
    ends = (first.from_stage, first.stage, last.until) == ("", Stage.SOURCE, None)
    return numbered and ends and all(_follows(before, after) for before, after in pairwise(way))


def _follows(before: StageEntry, after: StageEntry) -> bool:
    legal = moves.find(Stage(before.stage), Stage(after.stage)) is not None
    # Official membership begins before the review that led to it, which then ends on its own day.
    joined = (
        before.until == before.on
        if before.stage == Stage.REVIEWED and after.on < before.on
        else before.until == after.on
    )
    cut_short = before.stage == Stage.ADMITTED and before.until <= after.on
    return legal and after.from_stage == before.stage and before.on <= before.until and (joined or cut_short)
