"""Addresses of the desk, of reports, of forms about a dossier, and of the verifications that wait."""

from django.urls import path

from reports.views import (
    checks,
    desk,
    evidence,
    forms,
    issued,
    issuing,
    jobs,
    printed,
    reminders,
    submissions,
    targets,
    verifying,
)

app_name = "reports"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("bao-cao/", printed.catalogue, name="catalogue"),
    path("bao-cao/so/", issued.register, name="issued_register"),
    path("bao-cao/so/<int:pk>/", issued.report, name="issued"),
    path("bao-cao/so/<int:pk>/pdf/", issued.pdf, name="issued_pdf"),
    path("bao-cao/so/<int:pk>/phieu-kiem-soat/", issued.slip, name="issued_slip"),
    path("bao-cao/so/<int:pk>/excel/", issued.excel, name="issued_excel"),
    path("bao-cao/so/<int:pk>/danh-sach/<int:place>/", issued.members, name="issued_list"),
    path("bao-cao/so/<int:pk>/thay-doi/", issued.changes, name="issued_changes"),
    path("bao-cao/so/<int:pk>/vao-so/", issuing.enter, name="issued_enter"),
    path("bao-cao/so/<int:pk>/bo/", issuing.drop, name="issued_drop"),
    path("bao-cao/so/<int:pk>/dinh-chinh/", issuing.correct, name="issued_correct"),
    path("bao-cao/nen/", jobs.index, name="jobs"),
    path("bao-cao/nen/<int:pk>/", jobs.job, name="job"),
    path("bao-cao/nen/<int:pk>/tep/", jobs.file, name="job_file"),
    path("bao-cao/<slug:code>/lap-nen/", jobs.ask, name="job_ask"),
    path("bao-cao/kiem-tra/", verifying.verify, name="verify"),
    path("bao-cao/<slug:code>/trinh-ky/", issuing.submit, name="submit"),
    path("bao-cao/<slug:code>/", printed.report, name="report"),
    path("bao-cao/<slug:code>/to-chuc/<slug:key>/", printed.units, name="units"),
    path("bao-cao/<slug:code>/pdf/", printed.pdf, name="pdf"),
    path("bao-cao/<slug:code>/phieu-kiem-soat/", printed.slip, name="slip"),
    path("bieu-mau/to-trinh/", submissions.submission, name="submission"),
    path("bieu-mau/to-trinh/pdf/", submissions.pdf, name="submission_pdf"),
    path("bieu-mau/<slug:code>/", forms.index, name="forms"),
    path("bieu-mau/<slug:code>/<slug:slug>/", forms.form, name="form"),
    path("bieu-mau/<slug:code>/<slug:slug>/pdf/", forms.pdf, name="form_pdf"),
    path("bao-cao/<slug:code>/excel/", printed.excel, name="excel"),
    path("van-ban/chi-tieu/minh-chung/", evidence.sheet, name="evidence"),
    path("van-ban/chi-tieu/<int:pk>/", targets.target, name="target"),
    path("tham-tra/", checks.waiting, name="checks"),
    path("tham-tra/don-doc/pdf/", checks.letters, name="chasing_letters"),
    path("van-ban/<int:pk>/don-doc/<int:number>/pdf/", reminders.pdf, name="reminder_pdf"),
]
