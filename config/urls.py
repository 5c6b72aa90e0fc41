"""All addresses: each app under its own words, sign-in and one's own account from allauth, nothing else of it."""

from allauth.account.views import login, logout
from allauth.mfa.base.views import authenticate
from django.urls import include, path

from organizations.views import security

MINE = "tai-khoan-cua-toi/"

urlpatterns = [
    # First: it registers the converters of unit codes that the others use.
    path("", include("organizations.urls")),
    path("", include("reports.urls")),
    path("ho-so/", include("candidates.urls")),
    path("lop/", include("candidates.class_urls")),
    path("quy-dinh/", include("candidates.regime_urls")),
    path("ban-quet/", include("candidates.scan_urls")),
    path("van-ban/", include("directives.urls")),
    path("dang-nhap/", login, name="account_login"),
    path("dang-nhap/ma-xac-thuc/", authenticate, name="mfa_authenticate"),
    path("dang-xuat/", logout, name="account_logout"),
    path(f"{MINE}mat-khau/", security.change_password, name="account_change_password"),
    path(f"{MINE}xac-nhan/", security.confirm, name="account_reauthenticate"),
    path(f"{MINE}xac-nhan/ma/", security.confirm_by_code, name="mfa_reauthenticate"),
    path(f"{MINE}xac-thuc/", security.second_factor, name="mfa_index"),
    path(f"{MINE}xac-thuc/bat/", security.turn_on, name="mfa_activate_totp"),
    path(f"{MINE}xac-thuc/tat/", security.turn_off, name="mfa_deactivate_totp"),
    path(f"{MINE}xac-thuc/ma-du-phong/", security.codes, name="mfa_view_recovery_codes"),
    path(f"{MINE}xac-thuc/ma-du-phong/moi/", security.new_codes, name="mfa_generate_recovery_codes"),
]

handler404 = "organizations.views.refusals.not_found"
