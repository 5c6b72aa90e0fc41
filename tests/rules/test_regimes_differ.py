"""One dossier under 24-QĐ/TW, 294-QĐ/TW and 208-QĐ/TW: different where the texts differ, and nowhere else."""

from datetime import date

import pytest

from candidates.known_values import REGIMES
from candidates.rules.criteria import CRITERIA, Moment, asked
from candidates.rules.facts import Checked, Facts, Held, Helping, Introduction, Tally
from candidates.rules.verdict import Answer
from tests.rules import told

MET, NOT_MET, UNKNOWN = Answer.MET, Answer.NOT_MET, Answer.UNKNOWN
CODES = tuple(known.code for known in REGIMES)
MEETING, DECIDED = date(2026, 8, 3), date(2026, 8, 20)
RELATIONS = {"self": "answered", "parents": "answered", "spouse": "none", "spouse_parents": "none", "children": "none"}
DAY = date(2026, 6, 1)

# Lower secondary school without a diploma; everything else in order; the whole committee of the grassroots decides.
ONE = Facts(
    birth_year=1998,
    birth_date=date(1998, 5, 4),
    meeting_on=MEETING,
    decided_on=DECIDED,
    recognition_on=date(2027, 9, 10),
    ceremony_on=date(2026, 9, 1),
    certificate_on=date(2024, 3, 1),
    schooling=3,
    diploma=False,
    introductions=(
        Introduction("member", "Lê Văn Một", DAY, date(2020, 1, 1), date(2015, 1, 1)),
        Introduction("member", "Lê Văn Hai", DAY, date(2020, 1, 1), date(2015, 1, 1)),
    ),
    helping=Helping("Trần Thị Giúp", date(2024, 1, 1), date(2010, 1, 1)),
    papers=(Held("opinion_workplace", "", DAY), Held("opinion_residence", "", DAY), Held("application", "", DAY)),
    checks=tuple(
        Checked(relation, state, relation, "Nơi hỏi", DAY if state == "answered" else None, None)
        for relation, state in RELATIONS.items()
    ),
    tallies=(
        Tally("cell", "admission", MEETING, members=21, present=18, in_favour=15, against=3, away=1, exempt_absent=1),
        Tally("grassroots_committee", "admission", DECIDED, members=15, present=13, in_favour=11, against=2),
        Tally("cell", "recognition", date(2027, 9, 6), members=21, present=18, in_favour=15, against=3),
    ),
    official_members=21,
    declared_on=date(2026, 1, 1),
)
ALIKE = {
    "age": (MET, MET, MET),  # point 1.1.1 in all three
    "schooling": (NOT_MET, NOT_MET, MET),  # 1.2.1: a diploma; 208: the programme completed
    "certificate": (MET, MET, MET),
    "helper": (MET, MET, UNKNOWN),  # of 208 no text at hand tells it
    "introducers": (MET, MET, UNKNOWN),
    "opinions": (MET, MET, UNKNOWN),
    "papers": (UNKNOWN, UNKNOWN, UNKNOWN),  # a local practice, nationally not found
    "background": (MET, MET, UNKNOWN),
    "cell_size": (MET, MET, MET),  # Charter, art. 24
    "cell_ballot": (MET, MET, MET),  # 208: unknown what to subtract, and two thirds either way
    "committee_ballot": (MET, MET, UNKNOWN),  # 06-HD/TW 3.7.a; 208 does not know a vote of the whole committee
    "decider": (MET, MET, NOT_MET),  # 4.3.2; 208: the standing committee decides (situation 5)
    "probation": (MET, MET, MET),
    "recognition_ballot": (MET, MET, MET),
}


def answers(code: str) -> dict[str, Answer]:
    """What is said of somebody whom nobody thinks of striking off."""
    moments = [moment for moment in Moment if moment != Moment.STRIKING_OFF]
    found = [verdict for moment in moments for verdict in asked(moment, ONE, told.of(code))]
    return {verdict.rule: verdict.answer for verdict in found}


@pytest.mark.parametrize(("place", "code"), list(enumerate(["QD24", "QD294", "QD208"])))
def test_each_regime_answers_in_its_own_way(place, code):
    assert answers(code) == {rule: said[place] for rule, said in ALIKE.items()}


def test_every_verdict_cites_the_text_of_its_own_regime():
    for code in ("QD24", "QD294"):
        cited = {verdict.source.document for verdict in asked(Moment.PROPOSAL, ONE, told.of(code)) if verdict.source}
        number = code.removeprefix("QD")
        assert f"{number}-QĐ/TW" in cited
        assert not cited & {f"{other.removeprefix('QD')}-QĐ/TW" for other in CODES if other != code}


def test_of_the_regime_that_nobody_has_seen_only_the_charter_and_the_probation_are_told():
    certain = {rule for rule, answer in answers("QD20").items() if answer != UNKNOWN}
    assert certain == {"cell_size", "cell_ballot", "probation", "recognition_ballot"}


def test_no_value_at_all_answers_cannot_tell_to_everything():
    found = [each.judge(ONE, {}) for each in CRITERIA if each.moment != Moment.STRIKING_OFF]
    assert {verdict.answer for verdict in found if verdict} == {UNKNOWN}
    assert all("chưa đủ căn cứ" in verdict.sentence for verdict in found if verdict)
