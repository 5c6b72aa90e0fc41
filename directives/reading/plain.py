"""A letter in plain values, with exactly the keys that ``read_directive --json`` promises."""

from decimal import Decimal

from .letter import Cited, Duty, Field, Letter, Quota
from .numbers import plain_number


def as_json(letter: Letter) -> dict:
    """Return the proposals in plain values; a missing value is None."""
    return {
        "kind": _value(letter.kind),
        "number": _value(letter.number),
        "issued_on": letter.issued_on.isoformat() if letter.issued_on else None,
        "place": _value(letter.place),
        "issuer": _value(letter.issuer),
        "subject": _value(letter.subject),
        "addressees": _addressees(letter),
        "signer": _value(letter.signer),
        "signer_title": _value(letter.signer_title),
        "cites": [_cited(each) for each in letter.cites],
        "targets": [_target(each) for each in letter.targets],
        "criteria": [{"sentence": each.sentence} for each in letter.criteria],
        "duties": [_duty(each) for each in letter.duties],
        "not_understood": [each.sentence for each in letter.not_understood],
    }


def _addressees(letter: Letter) -> list[str]:
    """Those who must act; where the letter names none of them, all who get it."""
    acting = [each.words for each in letter.addressees if each.to_act]
    return acting or [each.words for each in letter.addressees]


def _value(field: Field | None) -> str | None:
    return field.value if field else None


def _number(value: Decimal | None) -> int | float | None:
    return None if value is None else plain_number(value)


def _cited(cited: Cited) -> dict:
    return {
        "number": cited.number,
        "issued_on": cited.issued_on.isoformat() if cited.issued_on else None,
        "kind": cited.kind,
    }


def _target(quota: Quota) -> dict:
    return {
        "value": _number(quota.value),
        "value_max": _number(quota.value_max),
        "unit": quota.unit,
        "comparison": quota.comparison,
        "base": quota.base,
        "period": quota.period,
        "sentence": quota.sentence,
    }


def _duty(duty: Duty) -> dict:
    return {
        "actor": duty.actor,
        "action": duty.action,
        "due_on": duty.due_on.isoformat() if duty.due_on else None,
        "repeats": duty.repeats,
        "sentence": duty.sentence,
    }
