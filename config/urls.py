"""All addresses: each app under its own words, sign-in and sign-out from allauth, nothing else of it."""

from allauth.account.views import login, logout
from django.urls import include, path

urlpatterns = [
    path("", include("reports.urls")),
    path("", include("organizations.urls")),
    path("ho-so/", include("candidates.urls")),
    path("van-ban/", include("directives.urls")),
    path("dang-nhap/", login, name="account_login"),
    path("dang-xuat/", logout, name="account_logout"),
]

handler404 = "organizations.views.refusals.not_found"
