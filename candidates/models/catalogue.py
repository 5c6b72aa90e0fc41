"""The catalogue of papers as dated rows: which form a paper is, who issues it, which step needs it, how sure that is."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q

from candidates.enums import PERSONAL_PAPERS, Confidence, PaperCondition, PaperKind, Stage
from candidates.models.void import NotVoid
from organizations.models import Dated
from organizations.models.dated import DatedQuerySet, period_of
from organizations.models.kept import kept_for_ever


@pghistory.track()
class PaperForm(Dated):
    """What one edition of the texts says of one kind of paper, in the period of that edition.

    ``needed_for`` is the stage that a dossier enters with it (empty: no step asks for it); ``copies`` is how many it takes.
    A paper that ``stands_for`` another takes the place of one of its copies. For how long a paper counts is a parameter
    (``terms.VALIDITY``), not told here. A wrong row is never rewritten: it is void, and the row that ``corrects`` it says why.
    """

    edition = models.CharField("danh mục", max_length=20)
    document = models.ForeignKey("organizations.Document", models.PROTECT, verbose_name="văn bản")
    kind = models.CharField("loại giấy tờ", max_length=20, choices=PaperKind)
    code = models.CharField("ký hiệu mẫu", max_length=20, blank=True)
    catalogue_number = models.CharField("số trong danh mục hồ sơ", max_length=10, blank=True)
    name = models.CharField("tên giấy tờ", max_length=300)
    needed_for = models.CharField("bước cần", max_length=20, choices=Stage, blank=True)
    condition = models.CharField("áp dụng cho", max_length=20, choices=PaperCondition)
    copies = models.PositiveSmallIntegerField("số bản", default=1)
    stands_for = models.CharField("thay một bản của", max_length=20, choices=PaperKind, blank=True)
    issued_by = models.CharField("nơi lập, ban hành", max_length=200)
    confidence = models.CharField("độ chắc của nguồn", max_length=5, choices=Confidence)
    confirmed_by = models.ForeignKey("organizations.User", models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_on = models.DateField("xác nhận ngày", null=True, blank=True)
    basis = models.CharField("xác nhận theo", max_length=200, blank=True)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="corrected_by")
    reason = models.CharField("lý do đính chính", max_length=400, blank=True)
    void = models.BooleanField(default=False, editable=False)

    objects = NotVoid.from_queryset(DatedQuerySet)()
    ever = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        triggers = [kept_for_ever()]
        verbose_name = "giấy tờ trong danh mục"
        ordering = ["valid_from", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            ExclusionConstraint(
                name="candidates_paperform_one_at_a_time",
                expressions=[("kind", RangeOperators.EQUAL), (period_of(), RangeOperators.OVERLAPS)],
                condition=Q(void=False),
            ),
            models.CheckConstraint(condition=Q(copies__gt=0), name="candidates_paperform_has_copies"),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(reason=""), name="candidates_paperform_corrected_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_on__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_on__isnull=False),
                name="candidates_paperform_confirmed_by_and_on",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})" if self.code else self.name

    @property
    def is_personal(self) -> bool:
        """Say whether it is of the person's own hand: only presence, date and keeper of such a paper are recorded."""
        return self.kind in PERSONAL_PAPERS
