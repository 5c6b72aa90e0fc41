"""How a person's years were rated, and what they were commended for (52-CV/BTCĐU, point 2)."""

import pghistory
from django.db import models

from candidates.enums import CommendationKind, Grade, Rater
from candidates.models.void import NotVoid
from organizations.models.kept import kept_for_ever


class Merit(models.Model):
    """What stands in a paper about one year of a person; a mistaken row is marked void, never deleted."""

    person = models.ForeignKey("candidates.Person", models.PROTECT, related_name="%(class)ss")
    year = models.PositiveSmallIntegerField("năm")
    issuer = models.CharField("nơi ban hành", max_length=200, blank=True)
    number = models.CharField("số", max_length=60, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        abstract = True


@pghistory.track()
class Rating(Merit):
    """The grade that the agency or the organisation gave for a year."""

    rater = models.CharField("nơi đánh giá", max_length=20, choices=Rater)
    grade = models.PositiveSmallIntegerField("xếp loại", choices=Grade)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "đánh giá, xếp loại"
        ordering = ["person", "year", "rater"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "year", "rater"],
                condition=models.Q(void=False),
                name="candidates_rating_once_a_year",
                violation_error_message="Năm này đã có xếp loại của nơi đó.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.get_grade_display()}"


@pghistory.track()
class Commendation(Merit):
    """A commendation or an emulation title for a year."""

    kind = models.CharField("hình thức", max_length=20, choices=CommendationKind)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "khen thưởng"
        ordering = ["person", "year", "pk"]

    def __str__(self) -> str:
        return f"{self.year}: {self.get_kind_display()}"
