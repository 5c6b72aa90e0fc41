"""What the database itself refuses in this app: every named constraint with a row that breaks it."""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import F

from directives.enums import BaseKind, Bound, NumberKind, ObligationKind, PeriodKind
from directives.models import (
    Addressee,
    Allocation,
    Binding,
    Delivery,
    Distribution,
    Escalation,
    Fulfilment,
    LetterFile,
    Obligation,
    ReadLetter,
    Reminder,
    ReplyFile,
    Ruling,
    Target,
)
from tests import duties, people, quotas
from tests.people import TODAY


def again(row: models.Model, **changed: object) -> None:
    """Store a row a second time."""
    row.pk = None
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(force_insert=True)


def shared_twice(target: Target) -> None:
    for number in (1, 2):
        share = {"target": target, "unit": target.unit, "year": 2021, "document": target.directive.document}
        Allocation.objects.create(people=number, **share)


def addressed_twice(target: Target) -> None:
    for words in ("Các chi bộ", "Các đảng bộ"):
        Addressee.objects.create(directive=target.directive, position=1, words=words)


def done_twice(target: Target) -> None:
    made = duties.duty(target.unit)
    for day in (1, 2):
        Fulfilment.objects.create(obligation=made, unit=target.unit, on=date(2021, 4, day))


def make_nothing_known(target: Target) -> None:
    made = duties.duty(target.unit)
    Obligation.objects.filter(pk=made.pk).update(kind=ObligationKind.MAKE_KNOWN)


def change(**values: object):
    return lambda target: Target.objects.filter(pk=target.pk).update(**values)


def bound_under_nothing(target: Target) -> None:
    Addressee.objects.create(directive=target.directive, position=9, words="Các chi bộ", bound=Bound.CELLS)


def read(target: Target) -> int:
    """A letter that was sent to be read; returns its key."""
    known = {"sha256": "0" * 64, "text": "Số 1-CV/TN", "read_on": TODAY}
    return ReadLetter.objects.create(unit=target.unit, **known).pk


def delivered_twice(target: Target) -> None:
    for day in (1, 2):
        Delivery.objects.create(directive=target.directive, unit=target.unit, on=date(2021, 4, day))


def taken_back_without_a_reason(target: Target) -> None:
    LetterFile.objects.filter(pk=duties.letter_file(target.directive).pk).update(void=True)


def replied(**changed: object):
    """A duty of the unit with a reply, whose columns are changed past the forms."""

    def broken(target: Target) -> None:
        made = duties.replied(target.unit)
        Fulfilment.objects.filter(obligation=made).update(**changed)

    return broken


def ruled(**changed: object):
    return lambda target: duties.replied(target.unit).rulings.update(**changed)


def exempt_twice(target: Target) -> None:
    made = duties.duty(target.unit)
    for _ in range(2):
        Ruling.objects.create(obligation=made, unit=target.unit, kind="exempt", on=TODAY, words="mới lập")


def attached(**changed: object):
    def broken(target: Target) -> None:
        duties.replied(target.unit)
        ReplyFile.objects.update(**changed)

    return broken


def attached_twice(target: Target) -> None:
    duties.replied(target.unit)
    duties.attached(Fulfilment.objects.get(), stored_as="f" * 32)


def bound_twice(target: Target) -> None:
    made = duties.duty(target.unit)
    for _ in range(2):
        Binding.objects.create(obligation=made, unit=target.unit, bound="cells")


def reminded(**changed: object):
    def broken(target: Target) -> None:
        duties.asked_again(target.unit, 1)
        Reminder.objects.update(**changed)

    return broken


def escalated(times: int = 1, **changed: object):
    def broken(target: Target) -> None:
        made = duties.duty(target.unit)
        said = {"released": False, "on": TODAY, "words": "chưa cần", "reminders": 2} | changed
        for _ in range(times):
            Escalation.objects.create(obligation=made, unit=target.unit, **said)

    return broken


def distributed_twice(**changed: object):
    """A second version or draft beside the first."""

    def again_with(target: Target) -> None:
        again(quotas.issued(target, {}), **changed)

    return again_with


def draft_twice(target: Target) -> None:
    for number in (1, 2):
        Distribution.objects.create(target=target, unit=target.unit, year=2021, number=number)


def shared(**changed: object):
    def change_a_share(target: Target) -> None:
        quotas.issued(target, {target.unit: 3})
        Allocation.objects.update(**changed)

    return change_a_share


BREAKS = {
    "directives_obligation_one_rhythm": lambda target: duties.duty(target.unit, yearly=True, repeats="monthly"),
    "directives_obligation_ends_after_start": lambda target: duties.duty(target.unit, until=duties.ISSUED),
    "directives_obligation_void_with_reason": lambda target: duties.duty(target.unit, void=True),
    "directives_binding_once": bound_twice,
    "directives_fulfilment_report_has_day": replied(report="tien-do"),
    "directives_ruling_of_a_reply_or_exempt": ruled(kind="exempt", words="mới lập"),
    "directives_ruling_has_reason": ruled(kind="returned", words=""),
    "directives_ruling_new_term_when_returned": ruled(due_on=TODAY),
    "directives_ruling_once_for_a_reply": lambda target: again(duties.replied(target.unit).rulings.get()),
    "directives_ruling_exempt_once": exempt_twice,
    "directives_replyfile_void_with_reason": attached(void=True),
    "directives_replyfile_once": attached_twice,
    "directives_reminder_number_has_day": reminded(issued_on=None),
    "directives_reminder_issued_after_draft": reminded(on=TODAY),
    "directives_reminder_void_with_reason": reminded(void=True),
    "directives_reminder_number_once": lambda target: again(
        duties.remind(duties.duty(target.unit), target.unit, TODAY)
    ),
    "directives_reminded_once": lambda target: again(
        duties.remind(duties.duty(target.unit), target.unit, TODAY).lines.get()
    ),
    "directives_escalation_has_words": escalated(words=""),
    "directives_escalation_released_to_somebody": escalated(released=True),
    "directives_escalation_once": escalated(2),
    "directives_addressee_bound_under_unit": bound_under_nothing,
    "directives_delivery_once": delivered_twice,
    "directives_readletter_dropped_is_empty": lambda target: ReadLetter.objects.filter(pk=read(target)).update(
        dropped=True
    ),
    "directives_readletter_once": lambda target: [read(target), read(target)],
    "directives_letterfile_once": lambda target: again(duties.letter_file(target.directive), stored_as="1" * 32),
    "directives_letterfile_void_with_reason": taken_back_without_a_reason,
    "directives_target_only_an_aspiration_has_no_number": change(number=None),
    "directives_target_range_in_order": change(number_max=150),
    "directives_target_part_of_a_year": change(part=1),
    "directives_target_rhythm_of_a_term": change(each_year=30),
    "directives_target_base_day_of_a_term": change(base_on=TODAY),
    "directives_target_not_part_of_itself": change(part_of=F("pk")),
    "directives_distribution_numbered_once": distributed_twice(valid_from=date(2021, 6, 1)),
    "directives_distribution_one_from_a_day": distributed_twice(number=2),
    "directives_distribution_one_draft": draft_twice,
    "directives_distribution_issued_by_a_document": distributed_twice(number=2, document=None),
    "directives_allocation_range_in_order": shared(people_max=3),
    "directives_allocation_period_has_days": shared(valid_until=date(2021, 1, 1)),
    "directives_target_once": again,
    "directives_target_years_in_order": change(last_year=2020),
    "directives_target_term_has_days": change(period=PeriodKind.TERM),
    "directives_target_percent_has_base": change(number_kind=NumberKind.PERCENT),
    "directives_target_confirmed_by_and_on": change(confirmed_on=date(2021, 1, 1)),
    "directives_allocation_once": shared_twice,
    "directives_addressee_position": addressed_twice,
    "directives_citation_once": lambda target: again(duties.citation(target.directive, target.directive.document)),
    "directives_ownreading_once": lambda target: again(duties.reading(target.unit)),
    "directives_obligation_known_has_subject": make_nothing_known,
    "directives_obligation_due_after_start": lambda target: duties.duty(target.unit, due_on=date(2021, 2, 1)),
    "directives_fulfilment_once": done_twice,
}


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_refuses_a_row_that_breaks(cast, name):
    target = people.target(cast.bloc, 150, NumberKind.ABSOLUTE)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        BREAKS[name](target)


def test_a_number_of_people_has_no_base(cast):
    target = people.target(cast.bloc, 150, NumberKind.ABSOLUTE)
    with pytest.raises(IntegrityError, match="percent_has_base"), transaction.atomic():
        change(base=BaseKind.MEMBERS_YEAR_START)(target)


@pytest.mark.parametrize("days", [{"term_stop": TODAY}, {"term_start": TODAY, "term_stop": TODAY}])
def test_a_term_has_a_first_day_and_at_least_one(cast, days):
    target = people.target(cast.bloc, 150, NumberKind.ABSOLUTE)
    with pytest.raises(IntegrityError, match="term_has_days"), transaction.atomic():
        change(period=PeriodKind.TERM, **days)(target)


def test_only_what_is_made_known_has_a_subject(cast):
    with pytest.raises(IntegrityError, match="known_has_subject"), transaction.atomic():
        duties.duty(cast.bloc, subject=duties.letter(cast.bloc, "9-CV/TN").document)


def test_what_was_taken_back_may_be_said_again_and_every_year_has_its_own(cast):
    made = duties.duty(cast.bloc)
    said = {"obligation": made, "unit": cast.cell, "on": TODAY}
    Fulfilment.objects.create(**said, void=True)
    for year in (None, 2020, 2021):
        Fulfilment.objects.create(**said, year=year)
    assert (Fulfilment.objects.count(), Fulfilment.ever.count()) == (3, 4)


def test_every_named_constraint_has_its_case():
    found = apps.get_app_config("directives").get_models()
    assert set(BREAKS) == {made.name for model in found for made in model._meta.constraints}
