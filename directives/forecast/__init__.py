"""The mathematics of the forecast, on plain numbers: no Django, no clock, the same answer each time (docs/forecast.md).

Stages are numbers in the order of the main line, units and cells are keys, days are ordinals of ``datetime.date``.
"""
