"""Rounds in which organisations confirm the figures of a period: whom one asks, what each confirmed, what the superior said."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q

from organizations.formats import date_vn
from organizations.models.kept import Standing, kept_for_ever, written_once


class Word(models.TextChoices):
    """What the superior says of a confirmation."""

    ACCEPTED = "accepted", "Chấp nhận"
    RETURNED = "returned", "Trả lại"


@pghistory.track()
class PeriodRound(models.Model):
    """A committee asks the organisations under ``unit`` to confirm their figures of a period, as at ``as_at``, by ``due_on``.

    An ended round takes no confirmation any more: whoever was silent has confirmed nothing. One opened by mistake is void.
    """

    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")
    first_day = models.DateField("ngày đầu kỳ")
    last_day = models.DateField("ngày cuối kỳ")
    as_at = models.DateField("số liệu đến hết ngày")
    due_on = models.DateField("hạn xác nhận")
    opened_on = models.DateField("ngày mở")
    words = models.CharField("nội dung", max_length=400, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    ended_on = models.DateField("ngày kết thúc", null=True, blank=True)
    ended_by = models.ForeignKey(
        "organizations.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người kết thúc"
    )
    void = models.BooleanField(default=False, editable=False)
    void_reason = models.CharField("lý do rút", max_length=400, blank=True)

    objects = Standing()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "đợt chốt số liệu"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_day__lte=F("last_day"), last_day__lte=F("as_at"), as_at__lte=F("opened_on")),
                name="reports_round_days_in_order",
            ),
            models.CheckConstraint(condition=Q(due_on__gte=F("opened_on")), name="reports_round_due_after_opening"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("opened_on")), name="reports_round_ends_later"
            ),
            models.CheckConstraint(
                condition=Q(void=False, void_reason="") | (Q(void=True) & ~Q(void_reason="")),
                name="reports_round_void_with_reason",
            ),
            models.UniqueConstraint(
                fields=["unit", "first_day", "last_day"], condition=Q(void=False), name="reports_round_once"
            ),
        ]

    def __str__(self) -> str:
        return f"Đợt chốt số liệu từ {date_vn(self.first_day)} đến {date_vn(self.last_day)}"


class AskedUnit(models.Model):
    """A grassroots organisation that a round asks for its figures."""

    round = models.ForeignKey(PeriodRound, models.PROTECT, related_name="places")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")

    class Meta:
        triggers = [written_once()]
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["round", "unit"], name="reports_round_asks_once")]

    def __str__(self) -> str:
        return self.unit.code


@pghistory.track()
class Confirmation(models.Model):
    """An organisation confirmed its figures on a day; a further one stands in its place, nothing is rewritten.

    ``basis`` is the paper by which somebody above confirmed for the organisation. What the audit trail of steps has after its
    row ``trail_from`` was recorded later.
    """

    place = models.ForeignKey(AskedUnit, models.PROTECT, related_name="confirmations", verbose_name="nơi được hỏi")
    number = models.PositiveSmallIntegerField("lần")
    on = models.DateField("ngày xác nhận")
    comment = models.CharField("ý kiến", max_length=400, blank=True)
    basis = models.CharField("xác nhận thay theo giấy tờ", max_length=200, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    trail_from = models.BigIntegerField("số cuối trong nhật ký các bước", default=0, editable=False)

    class Meta:
        triggers = [written_once()]
        verbose_name = "xác nhận số liệu chốt"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["place", "number"], name="reports_confirmation_number")]

    def __str__(self) -> str:
        return f"xác nhận lần {self.number} ngày {date_vn(self.on)}"


class ConfirmedFigure(models.Model):
    """A number as it was confirmed, with the codes of the dossiers that it counted, and what the organisation says of it."""

    confirmation = models.ForeignKey(Confirmation, models.PROTECT, related_name="figures")
    order = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=20)
    label = models.CharField(max_length=120)
    value = models.PositiveIntegerField()
    members = ArrayField(models.CharField(max_length=40))
    comment = models.CharField("ý kiến", max_length=400, blank=True)

    class Meta:
        triggers = [written_once()]
        ordering = ["confirmation", "order"]
        constraints = [
            models.UniqueConstraint(fields=["confirmation", "key"], name="reports_confirmed_figure_once"),
            models.CheckConstraint(
                condition=Q(value=Func(F("members"), function="cardinality", output_field=models.IntegerField())),
                name="reports_confirmed_figure_is_its_list",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.value}"


class Adjustment(models.Model):
    """A late change of figures confirmed before (``of``), taken into a later confirmation: who came in or went out, and why."""

    confirmation = models.ForeignKey(Confirmation, models.PROTECT, related_name="adjustments")
    of = models.ForeignKey(Confirmation, models.PROTECT, related_name="adjusted_by")
    key = models.CharField(max_length=20)
    label = models.CharField(max_length=120)
    code = models.CharField(max_length=40)
    is_in = models.BooleanField()
    reason = models.CharField(max_length=400)

    class Meta:
        triggers = [written_once()]
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["confirmation", "of", "key", "code"], name="reports_adjustment_once")
        ]

    def __str__(self) -> str:
        return f"{self.label}: {'+' if self.is_in else '−'}1 ({self.code})"

    @property
    def words(self) -> str:
        """The move as a line says it that names the dossier already."""
        return f"{'+1' if self.is_in else '−1'} {self.label}"

    @property
    def line(self) -> tuple[int, str]:
        """What one line is about: a dossier in the figures of one confirmation."""
        return self.of_id, self.code


@pghistory.track()
class FiguresRuling(models.Model):
    """The superior accepts a confirmation, which locks the figures, or returns it with a reason and a new term.

    What was accepted can still be returned: the lock is lifted, both rows stay.
    """

    confirmation = models.ForeignKey(Confirmation, models.PROTECT, related_name="rulings", verbose_name="xác nhận")
    kind = models.CharField("ý kiến", max_length=10, choices=Word)
    on = models.DateField("ngày")
    words = models.CharField("nội dung, lý do", max_length=400, blank=True)
    due_on = models.DateField("hạn mới", null=True, blank=True)
    lock = models.OneToOneField(
        "organizations.PeriodLock", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="khóa số liệu"
    )
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        triggers = [written_once()]
        verbose_name = "ý kiến của cấp trên về số liệu chốt"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["confirmation", "kind"], name="reports_figures_ruling_once"),
            models.CheckConstraint(
                condition=Q(kind=Word.ACCEPTED, due_on__isnull=True, lock__isnull=False)
                | (Q(kind=Word.RETURNED, due_on__gte=F("on"), lock__isnull=True) & ~Q(words="")),
                name="reports_figures_ruling_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ngày {date_vn(self.on)}"


@pghistory.track()
class LateReason(models.Model):
    """Why a dossier came into confirmed figures or went out of them afterwards; a further row stands in its place."""

    of = models.ForeignKey(Confirmation, models.PROTECT, related_name="late_reasons", verbose_name="số đã chốt")
    code = models.CharField("hồ sơ", max_length=40)
    words = models.CharField("lý do", max_length=400)
    on = models.DateField("ngày")
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        triggers = [written_once()]
        verbose_name = "lý do thay đổi sau khi chốt"
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="reports_late_reason_says_why")]

    def __str__(self) -> str:
        return f"{self.code}: {self.words}"
