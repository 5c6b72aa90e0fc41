"""What the database itself refuses in this app: every named constraint with a row that breaks it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from candidates import policy
from candidates.enums import Confidence, ExitReason, PaperKind, ParameterCode, Stage
from candidates.models import (
    DayCorrection,
    Dossier,
    Membership,
    Nomination,
    Paper,
    Parameter,
    Person,
    Regime,
    StageEntry,
)
from organizations.models import Document, Unit
from tests import people, training
from tests.candidates import agendas, handed, holds, laid, merits, vettings, votes
from tests.people import TODAY

DAY = date(2021, 3, 3)


def another_entry(made: Dossier, **values: object) -> StageEntry:
    known = {"dossier": made, "unit": made.unit, "position": 2, "stage": Stage.SYMPATHISER, "on": TODAY}
    return StageEntry.objects.create(**known | values)


def ended(made: Dossier, until: date = TODAY) -> Dossier:
    made.entries.update(until=until)
    return made


def regime(**values: object) -> Regime:
    return Regime.objects.create(document=Document.objects.first(), **values)


def parameter(code: ParameterCode = ParameterCode.AGE_FROM, **values: object) -> Parameter:
    found = policy.row(code, TODAY)
    known = {"regime": found.regime, "code": code, "document": found.document, "confidence": Confidence.PRIMARY}
    return Parameter.objects.create(**known | values)


def confirmed_by_nobody(_):
    Parameter.objects.filter(code=ParameterCode.AGE_FROM).update(confirmed_on=DAY)


def received_before_issue(made):
    days = {"issued_on": DAY, "received_on": date(2021, 3, 2)}
    Paper.objects.create(dossier=made, kind=PaperKind.ADMISSION, **days)


def nominate(made: Dossier, **values: object) -> Nomination:
    places = {"organisation": Unit.objects.get(code="H.1"), "cell": made.unit}
    return Nomination.objects.create(person=made.person, nominated_on=DAY, **places | values)


def nominated_twice(made):
    nominate(made)
    nominate(made)


def belong(made: Dossier, valid_from: date = DAY, valid_until: date | None = None) -> Membership:
    where = Unit.objects.get(code="H.1")
    days = {"valid_from": valid_from, "valid_until": valid_until}
    return Membership.objects.create(person=made.person, organisation=where, **days)


def belong_twice(made):
    belong(made)
    belong(made, valid_from=TODAY)


BEFORE = date(2021, 3, 2)
BREAKS: dict[str, Callable[[Dossier], object]] = {
    "candidates_person_birth_agrees": lambda made: Person.objects.update(birth_year=1991),
    "candidates_dossier_one_open": lambda made: Dossier.objects.create(person=made.person, unit=made.unit),
    "candidates_paper_received_after_issue": received_before_issue,
    "candidates_entry_position": lambda made: another_entry(ended(made), position=1),
    "candidates_entry_one_open": lambda made: another_entry(made, on=date(2017, 1, 2)),
    "candidates_entry_no_overlap": lambda made: another_entry(ended(made), on=date(2021, 5, 30)),
    "candidates_entry_ends_after_start": lambda made: another_entry(made, until=date(2021, 5, 30)),
    "candidates_entry_exit_has_reason": lambda made: another_entry(ended(made), stage=Stage.REMOVED),
    "candidates_entry_cancelled_with_reason": lambda made: made.entries.update(cancelled_at=f"{TODAY} 00:00+07:00"),
    "candidates_entry_due_has_rule": lambda made: made.entries.update(due_on=TODAY),
    "candidates_regime_one_at_a_time": lambda made: regime(code="QD0", valid_from=DAY, valid_until=TODAY),
    "candidates_regime_period_has_days": lambda made: regime(code="QD0", valid_from=DAY, valid_until=DAY),
    "candidates_nomination_once": nominated_twice,
    "candidates_nomination_answer_by_after": lambda made: nominate(made, answer_by=BEFORE),
    "candidates_nomination_answered_after": lambda made: nominate(
        made, answer="returned", return_reason="age", answered_on=BEFORE
    ),
    "candidates_nomination_answer_complete": lambda made: nominate(made, answer="returned", answered_on=DAY),
    "candidates_membership_one_at_a_time": belong_twice,
    "candidates_membership_period_has_days": lambda made: belong(made, valid_until=DAY),
    "candidates_parameter_in_force_once": lambda made: parameter(),
    "candidates_parameter_corrected_with_reason": lambda made: parameter(
        void=True, corrects=policy.row(ParameterCode.AGE_FROM, TODAY)
    ),
    "candidates_parameter_confirmed_by_and_on": confirmed_by_nobody,
}


def corrected_twice(_):
    for kind in ("off", "worked"):
        DayCorrection.objects.create(day=DAY, kind=kind, source="TB")


def expires_by_nothing(made):
    Paper.objects.create(
        dossier=made, kind=PaperKind.CERTIFICATE, issued_on=DAY, expires_rule=Parameter.objects.first()
    )


BREAKS |= {
    "candidates_entry_extended_with_reason": lambda made: made.entries.update(extended_to=TODAY),
    "candidates_entry_end_has_rule": lambda made: made.entries.update(ends_on=TODAY),
    "candidates_paper_rule_has_expiry": expires_by_nothing,
    "candidates_daycorrection_once": corrected_twice,
}
BREAKS |= (
    agendas.BREAKS
    | handed.BREAKS
    | holds.BREAKS
    | laid.BREAKS
    | merits.BREAKS
    | training.BREAKS
    | vettings.BREAKS
    | votes.BREAKS
)


def named_constraints(app: str) -> set[str]:
    """The names of all constraints that the models of an app declare."""
    return {made.name for model in apps.get_app_config(app).get_models() for made in model._meta.constraints}


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_refuses_a_row_that_breaks(cast, name):
    made = people.dossier(cast)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        BREAKS[name](made)


def test_every_named_constraint_has_its_case():
    assert set(BREAKS) == named_constraints("candidates")


@pytest.mark.parametrize(
    "values",
    [
        {"answer": "accepted", "answered_on": DAY},
        {"answer": "returned", "answered_on": DAY},
        {"answer": "returned", "return_reason": "age"},
        {"answered_on": DAY},
        {"return_reason": "age"},
    ],
)
def test_an_answer_is_whole(cast, values):
    made = people.dossier(cast)
    with pytest.raises(IntegrityError, match="answer_complete"), transaction.atomic():
        nominate(made, **values)


@pytest.mark.parametrize(
    ("state", "values"),
    [
        ("answered", {"asked_on": DAY, "answered_on": None}),
        ("answered", {"asked_on": DAY, "answered_on": BEFORE}),
        ("asked", {"asked_on": DAY, "answered_on": DAY}),
        ("none", {"answered_on": DAY}),
    ],
)
def test_only_an_answered_check_has_the_day_of_its_answer(cast, state, values):
    made = people.dossier(cast)
    with pytest.raises(IntegrityError, match="answered_after_asked"), transaction.atomic():
        vettings.check(made, state=state, **values)


@pytest.mark.parametrize(
    "values",
    [
        {"state": "cancelled", "cancelled_on": DAY},
        {"state": "cancelled", "cancel_reason": "Dịch bệnh"},
        {"state": "planned", "cancelled_on": DAY},
        {"state": "planned", "cancel_reason": "Dịch bệnh"},
    ],
)
def test_a_class_given_up_has_its_day_and_its_reason_and_no_other_has_them(cast, values):
    lesson = training.a_class(cast.bloc)
    with pytest.raises(IntegrityError, match="cancelled_with_reason"), transaction.atomic():
        type(lesson).objects.filter(pk=lesson.pk).update(**values)


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ({"withdrawn": True}, True),
        ({"withdrawn": True, "withdrawn_on": DAY}, True),
        ({"withdrawn": True, "withdrawn_on": DAY, "enrolled_on": DAY}, True),
        ({"withdrawn": True, "enrolled_on": DAY}, False),
        ({"withdrawn_on": DAY}, False),
        ({"withdrawn_on": DAY, "enrolled_on": DAY}, False),
    ],
)
def test_only_a_row_without_the_day_of_joining_may_lack_the_day_of_leaving(cast, values, kept):
    lesson, made = training.a_class(cast.bloc), people.dossier(cast)
    if kept:
        assert training.student(lesson, made, **values).pk
        return
    with pytest.raises(IntegrityError, match="withdrawn_on_a_day"), transaction.atomic():
        training.student(lesson, made, **values)


def test_a_membership_taken_back_leaves_room_for_the_right_one(cast):
    made = people.dossier(cast)
    Membership.objects.filter(pk=belong(made).pk).update(void=True)
    belong(made)
    assert (Membership.objects.count(), Membership.ever.count()) == (1, 2)


@pytest.mark.parametrize(
    ("stage", "reason"), [(Stage.REMOVED, ""), (Stage.SYMPATHISER, ExitReason.WISH), (Stage.OFFICIAL, ExitReason.OTHER)]
)
def test_a_reason_stands_at_the_way_out_and_nowhere_else(cast, stage, reason):
    made = ended(people.dossier(cast))
    with pytest.raises(IntegrityError, match="exit_has_reason"), transaction.atomic():
        another_entry(made, stage=stage, exit_reason=reason)


@pytest.mark.parametrize("stage", [Stage.REMOVED, Stage.OFFICIAL])
def test_a_second_dossier_may_follow_a_finished_one(cast, stage):
    made = people.dossier(cast)
    Dossier.objects.filter(pk=made.pk).update(stage=stage)
    Dossier.objects.create(person=made.person, unit=made.unit)
    assert made.person.dossiers.count() == 2


def test_two_steps_may_happen_on_one_day(cast):
    made = ended(people.dossier(cast))
    another_entry(made, until=TODAY)
    another_entry(made, position=3, stage=Stage.TRAINED)
    assert made.entries.count() == 3
