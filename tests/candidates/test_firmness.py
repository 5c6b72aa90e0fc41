"""Which stored values are firm: what was confirmed stays so while its value stands, and what rests on it says the same."""

from datetime import date

import pytest
from django.utils.timezone import localdate

from candidates import clocks, firmness, lateness, policy
from candidates.enums import ParameterCode, Stage
from candidates.models import Dossier, Parameter, StageEntry
from candidates.statistics import Cell, DueState, count
from organizations.formats import date_vn
from tests.candidates.walking import SITUATION_1, in_full, walked
from tests.people import TODAY

LATE = date(2022, 4, 7)
UNCONFIRMED = "chưa xác nhận"


@pytest.fixture
def made(cast) -> Dossier:
    return walked(cast, Stage.PROPOSED, SITUATION_1)


def confirm(row: Parameter, cast) -> None:
    Parameter.objects.filter(pk=row.pk).update(confirmed_by=cast.officer, confirmed_on=TODAY)


def lived(row: Parameter, life: str, cast) -> Parameter:
    """Let a value live: ``c`` confirms it, ``=`` corrects its citation alone, ``x`` its value, ``o`` back to the first."""
    first = row.value
    for turn in life:
        row = Parameter.objects.get(regime=row.regime, code=row.code)
        if turn == "c":
            confirm(row, cast)
            continue
        Parameter.objects.filter(pk=row.pk).update(void=True)
        said = {
            "value": {"=": row.value, "x": "45", "o": first}[turn],
            "clause": f"{row.clause}a",
            "reason": "đọc nhầm",
        }
        kept = {"regime": row.regime, "code": row.code, "document": row.document, "confidence": row.confidence}
        Parameter.objects.create(corrects=row, **kept, **said)
    return row


def read(made: Dossier, on: date = LATE) -> clocks.Clock:
    return next(each for each in clocks.of(in_full(made), on) if each.kind == "decision")


LIVES = {
    "": UNCONFIRMED,
    "c": "",
    "c=": "",
    "c==": "",
    "c=c": "",
    "=c": "",
    "=": UNCONFIRMED,
    "cx": "changed",
    "cxc": "changed",
    "x": "changed",
    "xc": "changed",
    "c=x": "changed",
    "cxo": "",
    "xo": UNCONFIRMED,
    "xcxo": UNCONFIRMED,
}


@pytest.mark.parametrize(("life", "why"), LIVES.items(), ids=[life or "untouched" for life in LIVES])
def test_clock_verdict_and_sql_say_the_same_of_the_value_that_set_a_term(cast, made, life, why):
    rule = StageEntry.objects.get(stage=Stage.PROPOSED).due_rule
    lived(rule, life, cast)
    rule = Parameter.ever.select_related("document").get(pk=rule.pk)
    doubt = f"đã được đính chính ngày {date_vn(localdate())}" if why == "changed" else why
    words = (
        f"Cần kiểm tra: hạn {'theo giá trị ' if why == 'changed' else ''}{doubt} đã qua 1 ngày"
        if doubt
        else "Quá hạn 1 ngày"
    )
    found = read(made)
    assert (firmness.doubt(rule), firmness.is_firm(rule)) == (doubt, not doubt)
    assert (found.state, found.words) == ("check" if doubt else "late", words)
    assert found.source == policy.as_rule(rule).source
    assert (found.source.confirmed, found.source.words.endswith(f"({doubt})")) == (not doubt, bool(doubt))
    assert StageEntry.objects.filter(firmness.firm("due_rule")).exists() == (not doubt)
    counted = {each: count(Cell((cast.bloc,), (Stage.PROPOSED,), LATE, due=each)) for each in DueState}
    assert counted[DueState.CHECK if doubt else DueState.OVERDUE] == sum(counted.values()) == 1


def test_python_and_sql_agree_on_every_row_that_ever_was(cast, db):
    rows = Parameter.objects.exclude(value="").filter(code=ParameterCode.DECISION_DAYS)
    for row, life in zip(rows, ("c=", "xc", "c"), strict=False):
        lived(row, life, cast)
    firm = set(Parameter.ever.filter(firmness.firm("pk")).values_list("pk", flat=True))
    assert firm == {row.pk for row in Parameter.ever.all() if firmness.is_firm(row)}
    assert firm == {row.pk for row in firmness.rules() if firmness.is_firm(row)}
    assert firm


def test_the_value_that_stands_now_is_confirmed_only_by_itself(cast, made):
    rule = StageEntry.objects.get(stage=Stage.PROPOSED).due_rule
    lived(rule, "c=", cast)
    now = policy.row(ParameterCode.DECISION_DAYS, date(2022, 1, 5))
    assert (now.pk != rule.pk, firmness.is_firm(now), firmness.doubt(now)) == (True, False, UNCONFIRMED)


@pytest.mark.parametrize("name", lateness.RULES)
@pytest.mark.parametrize("state", lateness.Lateness)
def test_a_term_is_late_only_where_each_of_its_values_is_firm(cast, made, name, state):
    entry = StageEntry.objects.get(stage=Stage.PROPOSED)
    confirm(entry.due_rule, cast)
    doubted = policy.row(ParameterCode.EXTENSION_DAYS, entry.on)
    longer = {"extended_to": date(2022, 4, 12), "extension_reason": "x", "extension_rule": entry.due_rule}
    StageEntry.objects.filter(pk=entry.pk).update(**longer | {name: doubted})
    found = StageEntry.objects.filter(pk=entry.pk).filter(lateness.condition(state, date(2022, 4, 13)))
    assert found.exists() == (read(made, date(2022, 4, 13)).state == state) == (state == lateness.Lateness.CHECK)


def test_a_value_that_was_read_with_its_state_asks_for_nothing_more(cast, made, django_assert_num_queries):
    rule = StageEntry.objects.get(stage=Stage.PROPOSED).due_rule
    lived(rule, "cx", cast)
    known = firmness.rules().get(pk=rule.pk)
    with django_assert_num_queries(0):
        assert not firmness.is_firm(known)
