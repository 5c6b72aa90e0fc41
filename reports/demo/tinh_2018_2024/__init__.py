"""The demo story tinh-2018-2024: an invented province over seven years, for the forecast and its back-test.

Everything in it is fictitious. Its people go on because cells meet, classes are held, committees decide and ceremonies have
their days: nothing in it draws from a table of durations, so that the forecast is tried on something that it was not made from.
"""
