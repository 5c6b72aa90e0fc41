"""Addresses of units and of the day one looks from."""

from django.urls import path

from organizations.views import as_at, units

app_name = "organizations"

urlpatterns = [
    path("xem-tai-ngay/", as_at.as_at, name="as_at"),
    path("to-chuc/", units.index, name="units"),
    path("to-chuc/<str:code>/", units.unit, name="unit"),
]
