"""What holds for a period: half-open, the end may be empty."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import DateRangeField, RangeBoundary
from django.db import models
from django.db.models import Expression, F, Func, Q


class DateRange(Func):
    """SQL's half-open ``daterange`` over two date columns."""

    function = "daterange"
    output_field = DateRangeField()


def period_of(start: str = "valid_from", stop: str = "valid_until") -> DateRange:
    """Return the half-open range expression over two columns, for exclusion constraints."""
    return DateRange(F(start), F(stop), RangeBoundary())


class DatedQuerySet(models.QuerySet):
    """Rows with a period of validity."""

    def on(self, day: date) -> Self:
        """Rows that hold on ``day``."""
        return self.filter(valid_on(day))


def valid_on(day: date | Expression, prefix: str = "") -> Q:
    """Return the condition "holds on ``day``" for rows reached through ``prefix`` (such as ``"ancestry__"``)."""
    begun = Q(**{f"{prefix}valid_from__lte": day})
    not_ended = Q(**{f"{prefix}valid_until__isnull": True}) | Q(**{f"{prefix}valid_until__gt": day})
    return begun & not_ended


class Dated(models.Model):
    """A row that holds from ``valid_from`` up to, not including, ``valid_until``."""

    valid_from = models.DateField("từ ngày")
    valid_until = models.DateField("trước ngày", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
                name="%(app_label)s_%(class)s_period_has_days",
            )
        ]
