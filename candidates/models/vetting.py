"""Tracking facts of the background check, consents of superiors, and an earlier time in the Party; never their content.

A mistaken row is marked void, never deleted.
"""

import pghistory
from django.db import models
from django.db.models import F, Q

from candidates.enums import ConsentGround, ConsentMatter, Finding, Leaving, Verification, Verified
from candidates.models.void import NotVoid
from organizations.models.kept import kept_for_ever


@pghistory.track()
class BackgroundCheck(models.Model):
    """One letter or visit that verifies one kind of relative (or the person) at one place, and whether it was answered.

    ``sent_member`` is the member who went there, ``is_related`` whether that member is the candidate or a relative.
    """

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="checks")
    relation = models.CharField("thẩm tra về", max_length=20, choices=Verified)
    state = models.CharField("tình trạng", max_length=10, choices=Verification)
    place = models.CharField("nơi thẩm tra", max_length=200, blank=True)
    letter = models.CharField("số công văn, giấy giới thiệu", max_length=60, blank=True)
    asked_on = models.DateField("ngày gửi", null=True, blank=True)
    answered_on = models.DateField("ngày có kết quả", null=True, blank=True)
    sent_member = models.CharField("đảng viên được cử đi", max_length=120, blank=True)
    is_related = models.BooleanField("người đi thẩm tra là người thân", null=True, blank=True)
    kept_at = models.CharField("nơi giữ bản gốc", max_length=200, blank=True)
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "thẩm tra, xác minh"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[Verification.ASKED, Verification.ANSWERED]) | Q(asked_on__isnull=False),
                name="candidates_check_asked_has_day",
            ),
            models.CheckConstraint(
                condition=Q(state=Verification.ANSWERED, answered_on__isnull=False, answered_on__gte=F("asked_on"))
                | (~Q(state=Verification.ANSWERED) & Q(answered_on__isnull=True)),
                name="candidates_check_answered_after_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_relation_display()}: {self.get_state_display()}"


@pghistory.track()
class Chasing(models.Model):
    """An unanswered verification was asked for again on a day, by a letter or by word of mouth (``note``)."""

    verification = models.ForeignKey(
        BackgroundCheck, models.PROTECT, related_name="chasings", verbose_name="thẩm tra, xác minh"
    )
    on = models.DateField("ngày đôn đốc")
    number = models.CharField("số công văn", max_length=60, blank=True)
    note = models.CharField("ghi chú", max_length=200, blank=True)
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "lần đôn đốc thẩm tra"
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["verification", "on"],
                condition=Q(void=False),
                name="candidates_chasing_once_a_day",
                violation_error_message="Đã ghi một lần đôn đốc trong ngày đó.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.on}"


@pghistory.track()
class Consent(models.Model):
    """A superior committee's written consent, or the ground of an exception, with its paper."""

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="consents")
    matter = models.CharField("về việc", max_length=20, choices=ConsentMatter)
    ground = models.CharField("lý do", max_length=20, choices=ConsentGround)
    number = models.CharField("số văn bản", max_length=60, blank=True)
    issued_on = models.DateField("ngày văn bản")
    issuer = models.CharField("nơi ban hành", max_length=200)
    kept_at = models.CharField("nơi giữ bản gốc", max_length=200, blank=True)
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "văn bản đồng ý, trường hợp ngoại lệ"
        ordering = ["issued_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_matter_display()}: {self.issuer}"


@pghistory.track(exclude=["leaving", "cleared_on", "readmitted_before"])
class FormerMembership(models.Model):
    """When and how somebody left the Party before; how, and what tells it, is sensitive and never enters the audit events."""

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="former_memberships")
    left_on = models.DateField("ra khỏi Đảng ngày")
    leaving = models.CharField("trường hợp", max_length=20, choices=Leaving)
    cleared_on = models.DateField("được xóa án tích ngày", null=True, blank=True)
    readmitted_before = models.BooleanField("đã từng được kết nạp lại", null=True, blank=True)
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "lần ra khỏi Đảng trước đây"
        ordering = ["left_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(void=False),
                name="candidates_formermembership_once",
                violation_error_message="Đã ghi lần ra khỏi Đảng trước đây của hồ sơ này.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.left_on}"


@pghistory.track()
class LocalFinding(models.Model):
    """What a person found about a local criterion that no rule can judge (``CriterionCode.STATED``)."""

    dossier = models.ForeignKey("candidates.Dossier", models.PROTECT, related_name="findings")
    criterion = models.ForeignKey("candidates.LocalCriterion", models.PROTECT, related_name="findings")
    answer = models.CharField("kết quả", max_length=10, choices=Finding)
    on = models.DateField("ngày xét")
    basis = models.CharField("căn cứ", max_length=200)
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid()
    ever = models.Manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "kết quả xét tiêu chuẩn riêng"
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "criterion", "on"],
                condition=Q(void=False),
                name="candidates_localfinding_once_a_day",
                violation_error_message="Tiêu chuẩn này đã có kết quả xét trong ngày đó.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.criterion_id}: {self.answer}"
