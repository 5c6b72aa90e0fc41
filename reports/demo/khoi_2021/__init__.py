"""The story ``khoi-2021``: the bloc of provincial agencies that letter 259-CV/ĐUK speaks to, seen from 31-5-2021.

Members on 1 January 2021: 5.000. Admitted by ceremony in the first five months: 124 in 2020, 45 in 2021.
"""
