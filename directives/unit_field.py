"""A unit chosen among thousands: typed by its name or code, helped by the browser's own list of suggestions."""

import re
from collections.abc import Iterable
from datetime import date

from django import forms
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Length

from directives import obligations
from organizations import tree
from organizations.access import Reach
from organizations.enums import Deed, UnitKind
from organizations.formats import plain, tidy
from organizations.models import Unit, UnitAncestry, UnitVersion
from organizations.models.search import Plain

SUGGESTED, TOLD = 400, 4
_CODE_AT_END = re.compile(r"\(([\w.-]+)\)$")


class Units:
    """The units that a keeper of documents may name: those of the reach, the organisations followed, and those above.

    One object serves all fields of a page; ``suggestions`` feed the datalist, those nearest to the top first. ``named`` are
    those that a document names already: they may stay, wherever they lie and even where they are no more.
    """

    def __init__(self, own: Reach, on: date, named: Iterable[int] = ()) -> None:
        self.on = on
        self._named = list(Unit.objects.filter(pk__in=named).annotate(name=tree.name_on(on, "pk")))
        above = UnitAncestry.objects.on(on).filter(unit__in=own.roots(Deed.KEEP_DOCUMENTS)).values("ancestor")
        within = obligations.within(own, Deed.KEEP_DOCUMENTS)
        known = UnitVersion.objects.on(on).filter(Q(unit__in=within) | Q(unit__in=above))
        self.versions: QuerySet[UnitVersion] = known.select_related("unit").order_by(Length("unit__code"), "unit__code")

    @property
    def suggestions(self) -> list[str]:
        """What the browser offers; single cells are typed."""
        return [label(each) for each in self.versions.exclude(kind=UnitKind.CELL)[:SUGGESTED]]

    @property
    def labels(self) -> dict[int, str]:
        """How the units that a document names already are written in the form."""
        return {unit.pk: f"{unit.name or 'đơn vị đã kết thúc'} ({unit.code})" for unit in self._named}

    def kept(self, typed: str) -> Unit | None:
        """The unit that a document names already, where it was left as it stood."""
        return next((unit for unit in self._named if self.labels[unit.pk] == typed), None)

    def named(self, typed: str) -> list[UnitVersion]:
        """Those that fit what was typed: by the code, the whole name, its beginning, words of it."""
        code = _CODE_AT_END.search(typed)
        keyed = self.versions.annotate(key=Plain(F("name")))
        tries = (
            self.versions.filter(unit__code__iexact=code[1] if code else typed),
            keyed.filter(key=plain(typed)),
            keyed.filter(key__startswith=plain(typed)),
            keyed.filter(*(Q(key__contains=word) for word in plain(typed).split())),
        )
        return next((found for each in tries if (found := list(each[: TOLD + 1]))), [])


class UnitField(forms.Field):
    """A unit typed by its name (all or part of it, with or without marks) or code."""

    widget = forms.TextInput(attrs={"list": "don-vi", "autocomplete": "off"})
    units: Units

    def to_python(self, value: str | Unit | None) -> Unit | None:
        """The one unit that fits what was typed."""
        if isinstance(value, Unit) or not (typed := tidy(value or "")):
            return value or None
        if kept := self.units.kept(typed):
            return kept
        found = self.units.named(typed)
        if len(found) == 1:
            return found[0].unit
        raise forms.ValidationError(_told(typed, found))


def label(version: UnitVersion) -> str:
    """How a unit is offered: its name and its code."""
    return f"{version.name} ({version.unit.code})"


def _told(typed: str, found: list[UnitVersion]) -> str:
    if not found:
        return f"Không có đơn vị nào mang tên hoặc mã “{typed}” trong phạm vi của đồng chí. Hãy nhập tên khác, hoặc để trống."
    names = "; ".join(label(each) for each in found[:TOLD])
    rest = " và đơn vị khác" if len(found) > TOLD else ""
    return f"Có nhiều đơn vị khớp với “{typed}”: {names}{rest}. Hãy nhập rõ hơn, hoặc nhập mã trong ngoặc."
