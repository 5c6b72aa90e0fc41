"""Public holidays of Vietnam, lunar ones and compensatory days included, from the ``holidays`` package."""

from datetime import date
from functools import lru_cache

import holidays

_SPAN = 2


@lru_cache(maxsize=64)
def holidays_around(year: int) -> frozenset[date]:
    """Return the days off from ``year`` on, for as many years as any deadline of the procedure can run."""
    return frozenset(holidays.country_holidays("VN", years=range(year, year + _SPAN)))
