"""How each app says where the changes of its rows belong: a declaration on its AppConfig, read by ``audit``.

A lower app never learns of an upper one: each names its own models. A model that nobody names stays out of the audit page.
"""

from dataclasses import dataclass, field

from django.db.models import Q

from organizations.enums import Secrecy


@dataclass(frozen=True)
class Partly:
    """A further place: its auditors see the changes of rows of which ``when`` holds, but none of the columns ``hidden``."""

    place: str
    when: Q = field(default_factory=Q)
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trace:
    """``places``: lookups from a row to the units whose auditors see its changes; none: common to the whole product.

    ``subject``: lookups to the texts that name the row to a reader. ``partly``: a place whose auditors see less. ``hidden``:
    columns that no auditor is shown. ``unless``: rows whose changes no auditor is shown while it holds of them.
    """

    subject: tuple[str, ...]
    places: tuple[str, ...] = ()
    partly: Partly | None = None
    hidden: tuple[str, ...] = ()
    unless: Q = field(default_factory=Q)


def unless_secret(document: str) -> Q:
    """Return the condition that a document, reached through ``document``, bears a degree of secrecy."""
    return Q(**{f"{document}secrecy__in": [each for each in Secrecy if each != Secrecy.NORMAL]})


def of_dossier(*subject: str) -> Trace:
    """Return the trace of a row that hangs on a dossier: the dossier's unit of today, its code and person."""
    return Trace(("dossier__code", "dossier__person__full_name", *subject), ("dossier__unit",))
