"""Work on a large report in the background: what was asked, by whom, how far it is, and what came of it."""

from django.db import models
from django.db.models import Q

from organizations.models.kept import kept_for_ever


class JobState(models.TextChoices):
    """How a paper in the background stands."""

    WAITING = "waiting", "Đang chờ đến lượt"
    RUNNING = "running", "Đang lập"
    DONE = "done", "Đã lập xong"
    FAILED = "failed", "Không lập được"
    EXPIRED = "expired", "Đã hết hạn giữ"


class Purpose(models.TextChoices):
    """What the paper of a job is printed for."""

    PRINT = "print", "Bản in"
    SIGN = "sign", "Chốt để trình ký"
    ISSUE = "issue", "Vào sổ, ban hành"


class PrintJob(models.Model):
    """The PDF of a large report, asked by a person with the parameters of a report; ``percent`` moves while it is printed.

    ``named`` prints the names. A file to look at is for who asked alone and is taken out of the row after a day; the row stays.
    One for the signer or for the register is stored with ``frozen``: ``given`` is what the form said – who signs, or the number
    and the day – and nothing of it holds before the job is done.
    """

    by = models.ForeignKey("organizations.User", models.PROTECT, related_name="+")
    code = models.CharField("báo cáo", max_length=20)
    unit = models.ForeignKey("organizations.Unit", models.PROTECT, related_name="+")
    on = models.DateField("số liệu đến hết ngày")
    first_day = models.DateField("ngày đầu kỳ")
    last_day = models.DateField("ngày cuối kỳ")
    reading = models.CharField("cách tính đơn vị", max_length=4)
    named = models.BooleanField("kèm danh sách tên")
    purpose = models.CharField("để làm gì", max_length=5, choices=Purpose, default=Purpose.PRINT)
    given = models.JSONField("đã ghi khi gửi", default=dict)
    corrects = models.ForeignKey("reports.IssuedReport", models.PROTECT, null=True, related_name="+")
    frozen = models.ForeignKey("reports.FrozenReport", models.PROTECT, null=True, related_name="jobs")
    state = models.CharField("tình trạng", max_length=8, choices=JobState, default=JobState.WAITING)
    percent = models.PositiveSmallIntegerField("đã lập, %", default=0)
    trouble = models.CharField("vì sao không lập được", max_length=400, blank=True)
    asked_at = models.DateTimeField("yêu cầu lúc")
    ended_at = models.DateTimeField("xong lúc", null=True)
    pdf = models.BinaryField("bản in", null=True)

    class Meta:
        triggers = [kept_for_ever()]
        verbose_name = "bản in lập trong nền"
        indexes = [models.Index(fields=["by", "state"], name="reports_job_of_person")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=JobState.DONE, purpose=Purpose.PRINT, pdf__isnull=False)
                | ~Q(state=JobState.DONE, purpose=Purpose.PRINT) & Q(pdf__isnull=True),
                name="reports_job_file_when_done",
            ),
            models.CheckConstraint(
                condition=Q(purpose=Purpose.PRINT, frozen__isnull=True)
                | Q(purpose=Purpose.ISSUE, frozen__isnull=False)
                | Q(purpose=Purpose.SIGN, frozen__isnull=False, state=JobState.DONE)
                | Q(purpose=Purpose.SIGN, frozen__isnull=True) & ~Q(state=JobState.DONE),
                name="reports_job_stored_when_done",
            ),
            models.UniqueConstraint(
                fields=["frozen"],
                condition=Q(purpose=Purpose.ISSUE, state__in=[JobState.WAITING, JobState.RUNNING]),
                name="reports_job_issues_once",
            ),
            models.CheckConstraint(
                condition=Q(state=JobState.FAILED) & ~Q(trouble="") | ~Q(state=JobState.FAILED) & Q(trouble=""),
                name="reports_job_trouble_when_failed",
            ),
            models.CheckConstraint(condition=Q(percent__lte=100), name="reports_job_percent_at_most_100"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.unit_id}: {self.get_state_display()}"
