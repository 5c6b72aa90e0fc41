"""Addresses of units, accounts, the audit, and of the day one looks from."""

from django.urls import path, register_converter

from organizations.converters import Code, UserName
from organizations.views import accounts, as_at, audit, figures, keeping, organisations, roles, security, units

app_name = "organizations"
register_converter(Code, "code")
register_converter(UserName, "username")

urlpatterns = [
    path("xem-tai-ngay/", as_at.as_at, name="as_at"),
    path("to-chuc/", units.index, name="units"),
    path("vai-tro/", roles.roles, name="roles"),
    path("tai-khoan/", accounts.index, name="accounts"),
    path("tai-khoan/moi/", accounts.new, name="account_new"),
    path("tai-khoan/<username:username>/", accounts.account, name="account"),
    path("tai-khoan/<username:username>/phan-cong/", accounts.give, name="account_post"),
    path("tai-khoan/<username:username>/phan-cong/<int:number>/thoi/", accounts.end, name="account_end"),
    path("tai-khoan/<username:username>/<slug:what>/", accounts.change, name="account_change"),
    path("tai-khoan-cua-toi/phien-khac/", security.end_other_sessions, name="end_other_sessions"),
    path("nhat-ky/", audit.changes, name="audit"),
    path("nhat-ky/luot-doc/", audit.readings, name="readings"),
    path("to-chuc/<code:code>/", units.unit, name="unit"),
    path("to-chuc/<code:code>/so-dang-vien/", figures.declare, name="declare"),
    path("to-chuc/<code:code>/ra-soat-nguon/", figures.review, name="review"),
    path("hoi-doan-the/", organisations.index, name="organisations"),
    path("hoi-doan-the/them/", keeping.new, name="organisation_new"),
    path("hoi-doan-the/<code:code>/", organisations.organisation, name="organisation"),
    path("hoi-doan-the/<code:code>/sua/", keeping.change, name="organisation_change"),
    path("hoi-doan-the/<code:code>/theo-doi/", keeping.follow, name="organisation_follow"),
    path("hoi-doan-the/<code:code>/co-quan-thuong-truc/", keeping.office, name="organisation_office"),
    path("hoi-doan-the/<code:code>/ket-thuc/", keeping.end, name="organisation_end"),
    path("hoi-doan-the/<code:code>/so-lieu/", figures.declare_organisation, name="organisation_figures"),
]
