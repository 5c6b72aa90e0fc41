"""The control slip names every value by which a report counts and which nobody confirmed, with its document and clause."""

from datetime import date

import pytest

from candidates.enums import ParameterCode
from candidates.models import Parameter
from reports.paper_words import unconfirmed
from tests import people

CODES = (ParameterCode.ADMITTED_BY, ParameterCode.CELL_LEAST)


def test_what_nobody_confirmed_is_named_with_its_value_and_source(db):
    assert unconfirmed(people.TODAY, *CODES) == [
        "Số kết nạp tính theo: Ngày lễ kết nạp, theo 29-QĐ/TW (chưa xác nhận).",
        "Số đảng viên chính thức ít nhất để lập chi bộ: 3 đảng viên chính thức, theo Điều 24, khoản 1, "
        "Điều lệ Đảng (2011) (chưa xác nhận).",
    ]


def test_what_somebody_confirmed_is_not_named(cast):
    confirmed = {"confirmed_by": cast.officer, "confirmed_on": people.TODAY}
    Parameter.objects.filter(code__in=CODES).update(**confirmed)
    assert unconfirmed(people.TODAY, *CODES) == []


@pytest.mark.parametrize("day", [date(2016, 7, 24), date(2010, 1, 1)])
def test_before_the_first_regime_the_slip_says_that_nothing_tells(day, db):
    (note,) = unconfirmed(day, ParameterCode.ADMITTED_BY)
    assert note.startswith("Số kết nạp tính theo: chưa đủ căn cứ, không có quy định tại ngày")
