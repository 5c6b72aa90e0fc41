"""What Biểu 2- and 2B-BTCTW break people down by: a value of a dimension, as a condition, in an address and in words.

An empty value stands for people of whom it is not recorded, so that the parts of a dimension add up to the whole.
"""

from dataclasses import dataclass

from django.db.models import F, Func, IntegerField, Q
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, ExtractYear
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual

from candidates.enums import AcademicTitle, AgeBand, Dimension, Occupation, Qualification, Schooling

NOT_RECORDED = "chưa ghi"
_CLOSED = {
    Dimension.OCCUPATION: Occupation,
    Dimension.AGE: AgeBand,
    Dimension.SCHOOLING: Schooling,
    Dimension.QUALIFICATION: Qualification,
    Dimension.TITLE: AcademicTitle,
}
_COLUMNS = {
    Dimension.OCCUPATION: "dossier__occupation",
    Dimension.SCHOOLING: "dossier__schooling",
    Dimension.QUALIFICATION: "dossier__qualification",
    Dimension.TITLE: "dossier__academic_title",
    Dimension.ETHNIC_GROUP: "dossier__person__ethnic_group",
    Dimension.RELIGION: "dossier__person__religion",
}
_NUMBERS = (Dimension.SCHOOLING, Dimension.QUALIFICATION)


class AgeInYears(Func):
    """SQL's full years between a day and an earlier one."""

    template = "extract(year from age(%(expressions)s))::integer"
    output_field = IntegerField()


@dataclass(frozen=True)
class Trait:
    """A value of a dimension; empty: not recorded."""

    dimension: Dimension
    value: str = ""

    @property
    def text(self) -> str:
        """The trait as an address has it: ``nghe:worker``."""
        return f"{self.dimension.value}:{self.value}"

    @property
    def label(self) -> str:
        """The value as people write it."""
        if not self.value:
            return NOT_RECORDED
        closed = _CLOSED.get(self.dimension)
        return closed(_typed(self)).label if closed else self.value

    @property
    def words(self) -> str:
        """The trait in a sentence."""
        return f"{self.dimension.label}: {self.label}"


def parse(text: str) -> Trait:
    """Read a trait out of an address; raises ValueError for a dimension or a value that there is not."""
    dimension, _, value = text.partition(":")
    trait = Trait(Dimension(dimension), value)
    closed = _CLOSED.get(trait.dimension)
    if closed and (value or trait.dimension == Dimension.AGE):  # everybody's year of birth is recorded
        closed(_typed(trait))
    return trait


def of(dimension: Dimension) -> tuple[Trait, ...]:
    """Return the traits of a closed dimension in the order of the form, without the one that is not recorded."""
    return tuple(Trait(dimension, str(value)) for value in _CLOSED[dimension].values)


def condition(trait: Trait, day: Combinable) -> Q:
    """Return the condition on stage entries; ``day`` is the day by which an age is told."""
    if trait.dimension == Dimension.AGE:
        first, last = AgeBand(trait.value).bounds
        return between(first, last, day)
    column = _COLUMNS[trait.dimension]
    if trait.value:
        return Q(**{column: _typed(trait)})
    return Q(**{f"{column}__isnull": True}) if trait.dimension in _NUMBERS else Q(**{column: ""})


def between(first: int, last: int, day: Combinable) -> Q:
    """By full years where the day of birth is known, else by the difference of the years; both ends belong to it."""
    found = age(day)
    return Q(GreaterThanOrEqual(found, first)) & Q(LessThanOrEqual(found, last))


def age(day: Combinable) -> Coalesce:
    """Return the age of the person of a stage entry on a day, in full years."""
    by_day = AgeInYears(day, F("dossier__person__birth_date"))
    return Coalesce(by_day, ExtractYear(day) - F("dossier__person__birth_year"), output_field=IntegerField())


def _typed(trait: Trait) -> int | str:
    return int(trait.value) if trait.dimension in _NUMBERS else trait.value
