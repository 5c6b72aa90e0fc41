"""The working calendar: which years somebody checked against the State's announcement, and the days that differ."""

import pghistory
from django.db import models
from django.db.models import Q

from candidates.enums import DayKind
from candidates.models.void import NotVoid
from organizations.models.kept import kept_for_ever


@pghistory.track()
class HolidayYear(models.Model):
    """A year whose holidays and compensatory days somebody compared with the announcement that names them."""

    year = models.PositiveSmallIntegerField("năm", unique=True)
    source = models.CharField("văn bản công bố lịch nghỉ", max_length=200)
    confirmed_by = models.ForeignKey("organizations.User", models.PROTECT, related_name="+")
    confirmed_on = models.DateField("xác nhận ngày")

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "lịch nghỉ của năm"
        ordering = ["year"]

    def __str__(self) -> str:
        return str(self.year)


@pghistory.track()
class DayCorrection(models.Model):
    """A day that is off, or worked, against what the calendar says by itself; a mistaken row is marked void."""

    day = models.DateField("ngày")
    kind = models.CharField("là ngày", max_length=10, choices=DayKind)
    source = models.CharField("căn cứ", max_length=200)
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "ngày sửa trong lịch nghỉ"
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day"],
                condition=Q(void=False),
                name="candidates_daycorrection_once",
                violation_error_message="Ngày này đã được sửa trong lịch nghỉ.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.get_kind_display()}"
