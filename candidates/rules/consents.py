"""Written consents and recorded exceptions: which one counts on a day, and which one came too late."""

from datetime import date

from candidates.rules.facts import Consented, Facts


def in_time(facts: Facts, matter: str, day: date) -> Consented | None:
    """Return the newest consent for a matter dated on ``day`` or before it: a consent is asked for beforehand."""
    return max((each for each in _for(facts, matter) if each.on <= day), key=_by_day, default=None)


def too_late(facts: Facts, matter: str, day: date) -> Consented | None:
    """Return the first consent for a matter dated after ``day``."""
    return min((each for each in _for(facts, matter) if each.on > day), key=_by_day, default=None)


def _for(facts: Facts, matter: str) -> list[Consented]:
    return [each for each in facts.consents if each.matter == matter]


def _by_day(consent: Consented) -> date:
    return consent.on
