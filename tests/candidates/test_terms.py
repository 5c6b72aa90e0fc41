"""What a step stores: when the next one is due, when probation is over, when a paper expires; no later change touches it."""

from datetime import date

import pytest

from candidates import moves, policy, stages, terms
from candidates.enums import PaperKind, ParameterCode, Stage
from candidates.models import Paper, Parameter, Regime, StageEntry
from tests import people
from tests.candidates.walking import SITUATION_7, step, walked

RESOLUTION = moves.find(Stage.CONSULTING, Stage.PROPOSED)
DECISION = moves.find(Stage.SUBMITTED, Stage.DECIDED)
CEREMONY = moves.find(Stage.DECIDED, Stage.ADMITTED)
LEAP = {Stage.PROPOSED: date(2023, 12, 4), Stage.DECIDED: date(2024, 2, 1), Stage.ADMITTED: date(2024, 2, 29)}


@pytest.mark.parametrize(
    ("move", "on", "received", "due"),
    [
        pytest.param(RESOLUTION, date(2022, 1, 5), None, date(2022, 4, 6), id="24-QĐ/TW 4.3.1: situation 1"),
        pytest.param(DECISION, date(2022, 1, 10), date(2022, 1, 17), date(2022, 3, 7), id="24-QĐ/TW 4.1: situation 1"),
        pytest.param(DECISION, date(2019, 11, 11), date(2019, 11, 18), date(2019, 12, 30), id="29-QĐ/TW 4.1: receipt"),
        pytest.param(DECISION, date(2026, 8, 3), date(2026, 8, 10), date(2026, 9, 16), id="208-QĐ/TW 4.1: issue"),
        pytest.param(DECISION, date(2026, 8, 3), None, date(2026, 9, 16), id="208-QĐ/TW 4.1: no receipt needed"),
        pytest.param(CEREMONY, date(2019, 12, 16), None, date(2021, 1, 28), id="29-QĐ/TW 4.2: review"),
        pytest.param(CEREMONY, date(2023, 8, 31), None, date(2024, 10, 15), id="24-QĐ/TW 4.2: situation 7"),
    ],
)
def test_the_next_step_is_due_by_the_regime_of_the_day(db, move, on, received, due):
    assert terms.due_after(move, on, received).on == due


@pytest.mark.parametrize(
    ("move", "on", "received"),
    [
        pytest.param(DECISION, date(2019, 11, 11), None, id="29: the receipt is missing"),
        pytest.param(DECISION, date(2026, 5, 4), date(2026, 5, 6), id="20: the term is untold"),
        pytest.param(RESOLUTION, date(2026, 5, 4), None, id="20: the term of the decision is untold"),
        pytest.param(CEREMONY, date(2026, 5, 4), None, id="20: the term of recognition is untold"),
        pytest.param(RESOLUTION, date(2026, 8, 3), None, id="208: the term of the decision is untold"),
        pytest.param(RESOLUTION, date(2016, 7, 24), None, id="before 29 no text is at hand"),
        pytest.param(moves.find(Stage.SOURCE, Stage.SYMPATHISER), date(2019, 5, 6), None, id="no clock"),
        pytest.param(moves.find(Stage.PROPOSED, Stage.REMOVED), date(2019, 5, 6), None, id="no clock on the way out"),
    ],
)
def test_nothing_is_due_where_no_term_or_no_starting_day_is_known(db, move, on, received):
    assert terms.due_after(move, on, received) is None


@pytest.mark.parametrize(("on", "regime"), [(date(2021, 7, 29), "QD29"), (date(2021, 7, 30), "QD24")])
def test_the_due_day_names_the_value_that_set_it(db, on, regime):
    rule = terms.due_after(RESOLUTION, on).rule
    assert (rule.regime.code, rule.code, rule.value) == (regime, ParameterCode.DECISION_DAYS, "60")


@pytest.mark.parametrize(
    ("kind", "issued", "expires"),
    [
        pytest.param(PaperKind.CERTIFICATE, date(2020, 1, 15), date(2025, 1, 15), id="06-HD/TW 5.4: 60 months"),
        pytest.param(PaperKind.CERTIFICATE, date(2016, 7, 24), None, id="before 29 no text is at hand"),
        pytest.param(PaperKind.APPLICATION, date(2021, 1, 15), None, id="no national text tells for other papers"),
        pytest.param(PaperKind.CEREMONY, date(2021, 1, 15), None, id="a ceremony never expires"),
    ],
)
def test_a_paper_counts_as_long_as_the_regime_of_its_day_says(db, kind, issued, expires):
    found = terms.expiry(kind, issued)
    assert (found.on if found else None) == expires


@pytest.mark.parametrize("kind", [PaperKind.APPLICATION, PaperKind.OPINION_RESIDENCE])
def test_a_paper_expires_where_the_regime_tells_months(db, kind):
    Parameter.objects.filter(code=ParameterCode.PAPER_MONTHS).update(value="12")
    found = terms.expiry(kind, date(2021, 2, 28))
    assert (found.on, found.rule.code) == (date(2022, 2, 28), ParameterCode.PAPER_MONTHS)


def test_a_step_stores_the_expiry_of_its_paper_with_its_rule(cast):
    people.dossier(cast, Stage.TRAINED)
    paper = Paper.objects.get(kind=PaperKind.CERTIFICATE)
    assert paper.expires_rule == policy.row(ParameterCode.CERTIFICATE_MONTHS, paper.issued_on)


@pytest.mark.parametrize(
    ("days", "ends"),
    [
        pytest.param({}, date(2024, 8, 31), id="Điều lệ, Điều 5: situation 7"),
        pytest.param(LEAP, date(2025, 2, 28), id="Điều lệ, Điều 5: from 29 February"),
        pytest.param({Stage.ADMITTED: date(2023, 9, 30)}, date(2024, 9, 30), id="Điều lệ, Điều 5: the end of a month"),
    ],
)
def test_the_end_of_probation_is_stored_with_the_ceremony_and_recognition_counts_from_it(cast, days, ends):
    made = walked(cast, Stage.ADMITTED, SITUATION_7 | days)
    entry = stages.open_entry(made)
    assert (entry.ends_on, entry.ends_rule.code) == (ends, ParameterCode.PROBATION_MONTHS)
    assert step(made, Stage.OFFICIAL, date(2025, 11, 20)).on == ends


def _longer(made) -> None:
    """A later correction: probation of 6 months instead of 12, in every regime."""
    for row in Parameter.objects.filter(code=ParameterCode.PROBATION_MONTHS):
        Parameter.objects.filter(pk=row.pk).update(void=True)
        row.pk, row.value, row.reason, row.corrects_id = None, "6", "đọc nhầm", row.pk
        row.save(force_insert=True)


def _new_regime(made) -> None:
    """A regime that begins after the ceremony and says everything otherwise."""
    Regime.objects.filter(code="QD24").update(valid_until=date(2023, 10, 1))
    before = Regime.objects.get(code="QD24")
    new = Regime.objects.create(
        code="QDX", document=before.document, valid_from=date(2023, 10, 1), valid_until=date(2025, 1, 20)
    )
    for row in before.parameters.filter(code__in=(ParameterCode.PROBATION_MONTHS, ParameterCode.RECOGNITION_DAYS)):
        row.pk, row.regime, row.value = None, new, "6"
        row.save(force_insert=True)


@pytest.mark.parametrize("change", [_longer, _new_regime])
def test_neither_a_correction_nor_a_new_regime_changes_a_past_step(cast, change):
    made = walked(cast, Stage.ADMITTED, SITUATION_7)
    before = list(StageEntry.objects.values("due_on", "due_rule", "ends_on", "ends_rule"))
    change(made)
    assert list(StageEntry.objects.values("due_on", "due_rule", "ends_on", "ends_rule")) == before
    assert step(made, Stage.OFFICIAL, date(2024, 10, 7)).on == date(2024, 8, 31)


def test_an_old_step_without_a_stored_end_goes_by_the_rule_of_its_day(cast):
    made = walked(cast, Stage.ADMITTED, SITUATION_7)
    StageEntry.objects.update(ends_on=None, ends_rule=None)
    step(made, Stage.REVIEWED, date(2024, 9, 9))
    assert step(made, Stage.OFFICIAL, date(2024, 10, 7)).on == date(2024, 8, 31)
