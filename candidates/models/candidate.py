"""A person, and the dossier of that person's way into the Party."""

from typing import TYPE_CHECKING, Self

import pghistory
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import ExtractYear, Now

from candidates.enums import FINAL, AcademicTitle, Area, Occupation, Qualification, Schooling, Sex, Stage
from organizations.enums import Sector
from organizations.models.kept import kept_for_ever

if TYPE_CHECKING:
    from candidates.models.stage import StageEntry

SENSITIVE = ("ethnic_group", "religion")
# HS and at least seven digits of the row's number.
CODE = "('HS' || lpad(%(expressions)s::text, greatest(7, length(%(expressions)s::text)), '0'))"


class Plain(Func):
    """SQL's search key of a text, equal to ``organizations.formats.plain``: no marks, đ as d, lower case."""

    template = (
        "lower(translate(regexp_replace(normalize(%(expressions)s, NFD), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'dd'))"
    )
    output_field = models.TextField()


@pghistory.track(exclude=[*SENSITIVE, "search_key"])
class Person(models.Model):
    """A person outside the Party who is followed; ethnic group and religion never enter the audit events.

    ``version`` counts every change, so that a change of a sensitive field alone still leaves an event ("changed").
    """

    full_name = models.CharField("họ và tên", max_length=120)
    name_key = models.CharField(max_length=400, editable=False, db_collation="C")
    search_key = models.GeneratedField(
        expression=Plain(F("full_name")), output_field=models.TextField(), db_persist=True, editable=False
    )
    sex = models.CharField("giới tính", max_length=10, choices=Sex, blank=True)
    birth_year = models.PositiveSmallIntegerField("năm sinh")
    birth_date = models.DateField("ngày sinh", null=True, blank=True)
    ethnic_group = models.CharField("dân tộc", max_length=40, blank=True)
    religion = models.CharField("tôn giáo", max_length=40, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "người vào Đảng"
        indexes = [models.Index(fields=["name_key", "id"], name="candidates_person_by_name")]
        constraints = [
            models.CheckConstraint(
                condition=Q(birth_date__isnull=True) | Q(birth_year=ExtractYear("birth_date")),
                name="candidates_person_birth_agrees",
                violation_error_message="Năm sinh không khớp với ngày sinh.",
            )
        ]

    def __str__(self) -> str:
        return self.full_name


class DossierQuerySet(models.QuerySet):
    """Dossiers, by what they are today."""

    def open(self) -> Self:
        """Dossiers that still have a way to go."""
        return self.exclude(stage__in=FINAL)

    def in_units(self, units: models.QuerySet) -> Self:
        """Dossiers that lie in one of ``units`` today: where every read by a person starts."""
        return self.filter(unit__in=units)

    def by_name(self) -> Self:
        """In the order of Vietnamese names: given name, family name, middle names."""
        return self.order_by("person__name_key", "pk")


@pghistory.track(exclude=["code"])
class Dossier(models.Model):
    """One way of one person from nguồn to chính thức or out of the list, with the facts that Biểu 2-BTCTW counts.

    ``stage`` equals the stage of the open StageEntry; ``version`` counts every change and guards against overwriting.
    """

    code = models.GeneratedField(
        expression=Func(F("id"), template=CODE),
        output_field=models.CharField(max_length=20),
        db_persist=True,
        unique=True,
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="dossiers")
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="dossiers", verbose_name="chi bộ")
    stage = models.CharField("bước hiện tại", max_length=20, choices=Stage, default=Stage.SOURCE)
    version = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField(db_default=Now(), editable=False)
    youth_union = models.BooleanField("đoàn viên Đoàn TNCS Hồ Chí Minh", null=True, blank=True)
    company_owner = models.BooleanField("chủ doanh nghiệp tư nhân", null=True, blank=True)
    population_breach = models.BooleanField("vi phạm chính sách dân số – KHHGĐ", null=True, blank=True)
    foreign_spouse = models.BooleanField("có quan hệ hôn nhân với người nước ngoài", null=True, blank=True)
    readmission = models.BooleanField("kết nạp lại", default=False)
    sector = models.CharField("nơi làm việc thuộc loại hình", max_length=20, choices=Sector, blank=True)
    occupation = models.CharField("nghề nghiệp", max_length=20, choices=Occupation, blank=True)
    schooling = models.PositiveSmallIntegerField("giáo dục phổ thông", choices=Schooling, null=True, blank=True)
    diploma = models.BooleanField("có bằng tốt nghiệp bậc học đó", null=True, blank=True)
    qualification = models.PositiveSmallIntegerField(
        "chuyên môn nghiệp vụ", choices=Qualification, null=True, blank=True
    )
    academic_title = models.CharField("chức danh khoa học", max_length=20, choices=AcademicTitle, blank=True)
    area = models.CharField("khu vực cư trú", max_length=10, choices=Area, blank=True)
    militia = models.BooleanField("dân quân tự vệ", null=True, blank=True)

    objects = DossierQuerySet.as_manager()

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "hồ sơ"
        indexes = [models.Index(fields=["unit", "updated_at", "id"], name="candidates_dossier_recent")]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=~Q(stage__in=sorted(FINAL)),
                name="candidates_dossier_one_open",
                violation_error_message="Người này đang có một hồ sơ chưa kết thúc.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.person}"

    @property
    def steps(self) -> list["StageEntry"]:
        """The steps that no correction took back, the oldest first; out of ``history`` where a read fetched it along."""
        if "history" in vars(self):
            return [entry for entry in self.history if entry.cancelled_at is None]
        return list(self.entries.all())
