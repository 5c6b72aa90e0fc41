"""Reports about associations are frozen without loss: the nominations behind their numbers too."""

import pytest

from organizations.models import Unit
from reports.demo.hoi_2015.story import AS_AT
from tests import issues


@pytest.mark.parametrize(("code", "unit"), [("hoi", None), ("doan-the", "D.60.1")])
def test_nothing_is_lost_when_a_report_on_associations_is_frozen(code, unit, province):
    assert issues.parting(code, Unit.objects.get(code=unit) if unit else province, AS_AT) == []
