"""What the database itself refuses in this app: every named constraint with a row that breaks it."""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from directives.enums import BaseKind, NumberKind
from directives.models import Allocation, Target
from tests import people


def twice(target: Target) -> None:
    target.pk = None
    target.save(force_insert=True)


def shared_twice(target: Target) -> None:
    for number in (1, 2):
        share = {"target": target, "unit": target.unit, "year": 2021, "document": target.directive.document}
        Allocation.objects.create(people=number, **share)


def change(**values: object):
    return lambda target: Target.objects.filter(pk=target.pk).update(**values)


BREAKS = {
    "directives_target_once": twice,
    "directives_target_years_in_order": change(last_year=2020),
    "directives_target_percent_has_base": change(number_kind=NumberKind.PERCENT),
    "directives_target_confirmed_by_and_on": change(confirmed_on=date(2021, 1, 1)),
    "directives_allocation_once": shared_twice,
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


def test_every_named_constraint_has_its_case():
    models = apps.get_app_config("directives").get_models()
    assert set(BREAKS) == {made.name for model in models for made in model._meta.constraints}
