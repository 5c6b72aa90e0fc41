"""Side tracks: what stops a dossier for a while beside its stage, what is asked of it, and its way to another unit."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q

from candidates.enums import HoldKind, HoldOutcome, PaperKind, ReturnCode, Stage
from candidates.models.void import NotVoid
from organizations.models.kept import kept_for_ever


@pghistory.track(exclude=["kind", "reason", "outcome", "end_note"])
class Hold(models.Model):
    """A dossier waits beside its stage from ``begun_on`` until ``ended_on``; while it lasts no step forward is made.

    ``number`` and ``issuer`` are those of the letter that began it, ``end_number`` that of the one that ended it. That a
    conclusion on the political standard is awaited is sensitive: kind, reason and outcome never enter the audit events.
    """

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="holds")
    kind = models.CharField("loại", max_length=20, choices=HoldKind)
    stage = models.CharField("đang ở bước", max_length=20, choices=Stage)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")
    code = models.CharField("lý do trả", max_length=20, choices=ReturnCode, blank=True)
    reason = models.CharField("lý do", max_length=400)
    number = models.CharField("số văn bản", max_length=60, blank=True)
    issuer = models.CharField("nơi ban hành", max_length=200, blank=True)
    begun_on = models.DateField("từ ngày")
    expected_on = models.DateField("dự kiến đến ngày", null=True, blank=True)
    basis = models.CharField("nhập thay theo giấy tờ", max_length=200, blank=True)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, related_name="holds")

    ended_on = models.DateField("đến ngày", null=True, blank=True)
    outcome = models.CharField("kết quả", max_length=20, choices=HoldOutcome, blank=True)
    end_number = models.CharField("số văn bản kết thúc", max_length=60, blank=True)
    end_note = models.CharField("ghi chú kết thúc", max_length=400, blank=True)
    ended_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    end_act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="releases")
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "tạm dừng, trả hồ sơ"
        ordering = ["begun_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "kind"],
                condition=Q(void=False, ended_on__isnull=True),
                name="candidates_hold_one_open",
                violation_error_message="Việc này đang được ghi và chưa kết thúc.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, outcome="")
                | (Q(ended_on__isnull=False, ended_on__gte=F("begun_on")) & ~Q(outcome="")),
                name="candidates_hold_ends_with_outcome",
            ),
            models.CheckConstraint(
                condition=(Q(kind=HoldKind.RETURNED) & ~Q(code="")) | (~Q(kind=HoldKind.RETURNED) & Q(code="")),
                name="candidates_hold_returned_for_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.begun_on}"


@pghistory.track()
class Comment(models.Model):
    """What a returned dossier must mend: one thing of it, what is wrong, when it was mended and when that was accepted.

    Each of the three was written under an act of its own, so that each can be undone.
    """

    hold = models.ForeignKey(Hold, models.PROTECT, related_name="comments")
    field = models.CharField("mục", max_length=60)
    words = models.CharField("nhận xét", max_length=400)
    by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    on = models.DateField("ngày nhận xét")
    act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="comments")
    fixed_on = models.DateField("ngày sửa", null=True, blank=True)
    fixed_words = models.CharField("đã sửa thế nào", max_length=400, blank=True)
    fixed_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    fix_act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="fixes")
    closed_on = models.DateField("ngày hoàn tất", null=True, blank=True)
    closed_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    close_act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="closings")
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "nhận xét khi trả hồ sơ"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(fixed_on__isnull=True) | Q(fixed_on__gte=F("on")), name="candidates_comment_fixed_after"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("on")), name="candidates_comment_closed_after"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.words}"


class TransferQuerySet(models.QuerySet):
    """Transfers, by how far they came."""

    def under_way(self) -> Self:
        """Those that a cell of this installation must still receive."""
        return self.filter(to_unit__isnull=False, received_on__isnull=True, refused_on__isnull=True)


class Transfers(NotVoid.from_queryset(TransferQuerySet)):
    """Transfers that no correction took back."""


@pghistory.track()
class Transfer(models.Model):
    """A dossier goes on in another unit: sent with the letter of its stage, then received there; outside, it ends here.

    Whoever should receive it may refuse with a reason: then it stays with the cell that sent it.

    ``to_unit`` is empty where the place lies outside what this installation follows: ``place`` names it.
    """

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="transfers")
    stage = models.CharField("đang ở bước", max_length=20, choices=Stage)
    from_unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")
    to_unit = models.ForeignKey("organizations.Unit", models.PROTECT, null=True, blank=True, related_name="arrivals")
    place = models.CharField("nơi đến", max_length=200, blank=True)
    letter = models.CharField("giấy tờ kèm theo", max_length=20, choices=PaperKind, blank=True)
    number = models.CharField("số", max_length=60, blank=True)
    sent_on = models.DateField("ngày giới thiệu")
    reason = models.CharField("lý do", max_length=400, blank=True)
    basis = models.CharField("nhập thay theo giấy tờ", max_length=200, blank=True)
    sent_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, related_name="+")
    act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, related_name="transfers")
    received_on = models.DateField("ngày tiếp nhận", null=True, blank=True)
    received_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    receive_act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="arrivals")
    refused_on = models.DateField("ngày không tiếp nhận", null=True, blank=True)
    refuse_reason = models.CharField("lý do không tiếp nhận", max_length=400, blank=True)
    refused_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    refuse_act = models.ForeignKey("candidates.Act", models.PROTECT, null=True, blank=True, related_name="refusals")
    void = models.BooleanField(default=False, editable=False)

    objects = Transfers()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "chuyển đơn vị"
        ordering = ["sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(void=False, received_on__isnull=True, refused_on__isnull=True, to_unit__isnull=False),
                name="candidates_transfer_one_under_way",
                violation_error_message="Hồ sơ này đang được chuyển đi và nơi đến chưa tiếp nhận.",
            ),
            models.CheckConstraint(
                condition=Q(to_unit__isnull=False, place="") | (Q(to_unit__isnull=True) & ~Q(place="")),
                name="candidates_transfer_goes_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True) | Q(received_on__gte=F("sent_on")),
                name="candidates_transfer_received_after_sent",
            ),
            models.CheckConstraint(
                condition=Q(refused_on__isnull=True, refuse_reason="")
                | (Q(refused_on__gte=F("sent_on"), received_on__isnull=True) & ~Q(refuse_reason="")),
                name="candidates_transfer_refused_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_unit} → {self.to_unit or self.place} {self.sent_on}"

    @property
    def is_under_way(self) -> bool:
        """Say whether a cell of this installation must still receive it."""
        return self.to_unit_id is not None and self.received_on is None and self.refused_on is None
