"""A report as canonical JSON and back: what is stored when a report is put before its signer, and what every later page prints.

The text is canonical – keys in order, no spaces, letters as they are – so that equal reports give equal text and its hash
means something. A field that a report got after it was frozen takes its default; one that was dropped since is left out.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from reports import charts
from reports.document import Report

FORMAT = 1
# What a drawing may be, by the name that is stored with it.
DRAWINGS = {kind.__name__: kind for kind in (charts.Funnel, charts.Months, charts.QuotaBar)}
_DRAWING, _DECIMAL = "drawing", "decimal"


class Unreadable(ValueError):
    """Stored text that is no report of a format that is known."""


def to_text(report: Report) -> str:
    """Return the canonical JSON of a report."""
    return canonical({"format": FORMAT, "report": _plain(report)})


def from_text(text: str) -> Report:
    """Return the report whose canonical JSON is ``text``; raises Unreadable for anything else."""
    found = json.loads(text)
    if found.get("format") != FORMAT:
        raise Unreadable(f"Format {found.get('format')} of a stored report is not known.")
    return _made(Report, found["report"])


def canonical(value: object) -> str:
    """Return plain values as the one JSON text that they have."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sealed(text: str, lists: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Return the SHA-256 of a report's text and of the lists behind its numbers (address, keys), in their order."""
    made = hashlib.sha256(text.encode())
    for address, members in lists:
        made.update(canonical([address, list(members)]).encode())
    return made.hexdigest()


def readdressed(value: Any, address_of: Callable[[str], str]) -> Any:
    """Return a report, or a part of it, in which every address of a list is what ``address_of`` makes of it."""
    if isinstance(value, tuple):
        return tuple(readdressed(each, address_of) for each in value)
    if isinstance(value, dict):
        return {key: readdressed(each, address_of) for key, each in value.items()}
    if not is_dataclass(value):
        return value
    changed = {}
    for field in fields(value):
        found = getattr(value, field.name)
        is_address = field.name == "href" or field.name.endswith("_href")
        changed[field.name] = address_of(found) if is_address and found else readdressed(found, address_of)
    return replace(value, **changed)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        found = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return found | ({_DRAWING: type(value).__name__} if type(value).__name__ in DRAWINGS else {})
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return {_DECIMAL: str(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value


def _made(kind: Any, found: Any) -> Any:
    """A stored value as the type that its field names."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _one_of(get_args(kind), found)
    if origin is tuple:
        return tuple(_made(get_args(kind)[0], each) for each in found)
    if origin is dict:
        return {key: _made(get_args(kind)[1], each) for key, each in found.items()}
    if kind is object:
        return _dataclass(DRAWINGS[found[_DRAWING]], found)
    if is_dataclass(kind):
        return _dataclass(kind, found)
    return _leaf(kind, found)


def _one_of(kinds: tuple, found: Any) -> Any:
    if found is None and NoneType in kinds:
        return None
    if isinstance(found, dict) and _DECIMAL in found:
        return Decimal(found[_DECIMAL])
    others = [kind for kind in kinds if kind not in (NoneType, Decimal)]
    plain = [kind for kind in others if isinstance(kind, type) and isinstance(found, kind)]
    return found if plain else _made(others[0], found)


def _leaf(kind: Any, found: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(found)
    if kind is date:
        return date.fromisoformat(found)
    if isinstance(found, dict) and _DECIMAL in found:
        return Decimal(found[_DECIMAL])
    return found


def _dataclass(kind: type, found: dict) -> Any:
    types = _types(kind)
    known = {name: _made(types[name], found[name]) for name in types if name in found}
    missing = {field.name for field in fields(kind) if field.name not in found and _has_no_default(field)}
    if missing:
        raise Unreadable(f"{kind.__name__} was stored without {', '.join(sorted(missing))}.")
    return kind(**known)


def _has_no_default(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _types(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
