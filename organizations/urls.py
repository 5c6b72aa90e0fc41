"""Addresses of units and of the day one looks from."""

from django.urls import path, register_converter

from organizations.converters import Code
from organizations.views import as_at, figures, roles, units

app_name = "organizations"
register_converter(Code, "code")

urlpatterns = [
    path("xem-tai-ngay/", as_at.as_at, name="as_at"),
    path("to-chuc/", units.index, name="units"),
    path("vai-tro/", roles.roles, name="roles"),
    path("to-chuc/<code:code>/", units.unit, name="unit"),
    path("to-chuc/<code:code>/so-dang-vien/", figures.declare, name="declare"),
]
