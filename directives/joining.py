"""The forecast of units that admit at least one: the chance of each that has sources and admitted nobody yet."""

import math
from collections.abc import Iterable
from dataclasses import replace

from directives.forecast import counting
from directives.forecast.reaching import Ahead
from directives.foreseen import LEAST_ENDED_ABOVE, YEARS, Forecast
from directives.observing import Observed
from directives.unit_measures import Body
from organizations.formats import number_vn
from organizations.models import Unit


def foreseen(none: Forecast, observed: Observed, unit: Unit, left: Iterable[Body]) -> Forecast:
    """Return how many units will have admitted somebody, those that have already among them; or why nothing is said."""
    whole = observed.ended(observed.asked.top, YEARS)
    if whole < LEAST_ENDED_ABOVE:
        return replace(
            none,
            reason=f"Chưa đủ dữ liệu để dự báo: toàn đảng bộ mới có {number_vn(whole)} hồ sơ đến đích trong {YEARS} năm qua, "
            f"cần ít nhất {LEAST_ENDED_ABOVE}.",
        )
    chances = [(_some(observed.ahead(body.unit)), 1) for body in left if body.unit.pk in observed.lines]
    how = observed.spread(unit)
    told = (
        f"Dựa trên hồ sơ đang theo dõi của {number_vn(len(chances))} đơn vị còn nguồn mà chưa kết nạp và "
        f"{number_vn(whole)} hồ sơ của toàn đảng bộ đã đến đích trong {YEARS} năm qua."
    )
    outlook = counting.outlook(chances, 0.0, none.already, none.goal, how.value, how.freedom)
    return replace(none, outlook=outlook, rests_on=told)


def _some(ahead: Ahead) -> float:
    """The chance that at least one reaches the goal, of those under way and those who still come."""
    nobody = math.prod((1 - chance) ** people for chance, people in ahead.chances)
    return 1 - nobody * math.exp(-ahead.coming)
