"""The address at which an administrator lets the installation keep scans, or no more."""

from django.urls import path

from candidates.views import scans

app_name = "scans"

urlpatterns = [path("", scans.switch, name="switch")]
