"""Reads the dated values: what is in force on a day, with its source."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from django.db.models import QuerySet

from candidates import firmness, models
from candidates.enums import CHOICES, SCHOOLINGS, ParameterCode, RegimeKind, Schooling
from candidates.rules.parameters import Parameter

# The regimes with their periods, and the values already asked for by code and the regimes of a day.
_Remembered = tuple[list[models.Regime], dict[tuple, models.Parameter | None]]
_remembered: ContextVar[_Remembered | None] = ContextVar("remembered", default=None)


def row(code: ParameterCode, on: date) -> models.Parameter | None:
    """Return the stored value of ``code`` in force on a day; None before the first regime."""
    remembered = _remembered.get()
    if remembered is None:
        return _row(code, models.Regime.objects.on(on))
    regimes, known = remembered
    holding = tuple(each.pk for each in regimes if each.valid_from <= on and (each.valid_until or date.max) > on)
    if (code, holding) not in known:
        known[code, holding] = _row(code, holding)
    return known[code, holding]


@contextmanager
def remembering() -> Iterator[None]:
    """Ask for each value once in each period of the regimes: for writing thousands of steps while no rule changes."""
    mark = _remembered.set((list(models.Regime.objects.all()), {}))
    try:
        yield
    finally:
        _remembered.reset(mark)


def in_force(on: date) -> dict[str, Parameter]:
    """Return all values in force on a day by their code; empty before the first regime."""
    return {found.code: as_rule(found) for found in in_order(_of(models.Regime.objects.on(on)))}


def of_regime(code: str, on: date) -> dict[str, Parameter]:
    """Return the values of one regime whatever the day, beside those of the Charter of a day.

    Raises Regime.DoesNotExist for an unknown code.
    """
    regime = models.Regime.objects.get(code=code)
    charter = models.Regime.objects.on(on).filter(kind=RegimeKind.CHARTER)
    rows = _of([regime.pk, *charter.values_list("pk", flat=True)])
    return {found.code: as_rule(found) for found in in_order(rows)}


def as_rule(found: models.Parameter) -> Parameter:
    """Turn a stored value into what the rules see."""
    return Parameter(found.code, found.value, firmness.source(found), value_words(found.code, found.value))


def value_words(code: str, value: str) -> str:
    """Say a stored value in words; empty where it is unknown."""
    if not value:
        return ""
    if code in SCHOOLINGS:
        return Schooling(int(value)).label
    return CHOICES[code](value).label if code in CHOICES else value


def in_order(rows: Iterable[models.Parameter]) -> list[models.Parameter]:
    """Return rows so that of two for one code the one that holds comes last: a confirmed one, else that of the Charter.

    Installations from before the term of probation was read as the Charter's own have it with each regulation, too; what
    somebody confirmed there holds until the Charter's is confirmed.
    """
    return sorted(rows, key=lambda each: (each.confirmed_by_id is not None, each.regime.kind == RegimeKind.CHARTER))


def admitted_by(on: date) -> Parameter | None:
    """Return the rule by which "admitted" is counted on a day: ``ceremony`` or ``decision``."""
    found = row(ParameterCode.ADMITTED_BY, on)
    return as_rule(found) if found else None


def _row(code: ParameterCode, regimes: Iterable[object]) -> models.Parameter | None:
    return next(reversed(in_order(_of(regimes).filter(code=code))), None)


def _of(regimes: Iterable[object]) -> QuerySet[models.Parameter]:
    return models.Parameter.objects.filter(regime__in=regimes).select_related("document", "regime")
