"""Where everything stands in a drawing: plain data in, frozen geometry out; the templates only draw it.

Coordinates are whole units of an SVG canvas (whole, because a template would print 12.5 as "12,5" in Vietnamese), x to
the right, y down. Numbers stay numbers here; the templates format them. One drawing serves the screen and the paper.
"""

from reports.charts.funnel import Funnel, Stage, funnel
from reports.charts.ladder import Ladder, ladder
from reports.charts.months import Month, Months, months
from reports.charts.quota import Part, QuotaBar, quota_bar

__all__ = [
    "Funnel",
    "Ladder",
    "Month",
    "Months",
    "Part",
    "QuotaBar",
    "Stage",
    "funnel",
    "ladder",
    "months",
    "quota_bar",
]
