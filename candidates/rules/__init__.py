"""The rules of admission as pure functions of facts and dates: no database, no request, no clock."""
