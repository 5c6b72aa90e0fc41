"""Addresses of the desk and of reports."""

from django.urls import path

from reports.views import desk, printed

app_name = "reports"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("bao-cao/", printed.catalogue, name="catalogue"),
    path("bao-cao/<slug:code>/", printed.report, name="report"),
    path("bao-cao/<slug:code>/pdf/", printed.pdf, name="pdf"),
    path("bao-cao/<slug:code>/phieu-kiem-soat/", printed.slip, name="slip"),
]
