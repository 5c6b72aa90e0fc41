"""Addresses of the rules: what is in force, each regime and each value of it, and the criteria of local letters."""

from django.urls import path

from candidates.views import calendar, catalogue, local_criteria, regimes, regulating

app_name = "regimes"

urlpatterns = [
    path("", regimes.index, name="index"),
    path("so-sanh/", regimes.compare, name="compare"),
    path("moi/", regulating.new, name="new"),
    path("rieng/moi/", local_criteria.new, name="local_new"),
    path("rieng/<int:pk>/", local_criteria.local, name="local"),
    path("rieng/<int:pk>/xac-nhan/", local_criteria.confirm, name="local_confirm"),
    path("rieng/<int:pk>/thoi-ap-dung/", local_criteria.end, name="local_end"),
    path("lich-nghi/", calendar.index, name="calendar"),
    path("lich-nghi/ngay/moi/", calendar.correct_day, name="calendar_day"),
    path("lich-nghi/ngay/<int:pk>/huy/", calendar.take_back_day, name="calendar_day_void"),
    path("lich-nghi/<int:year>/xac-nhan/", calendar.confirm_year, name="calendar_confirm"),
    path("giay-to/", catalogue.index, name="catalogue"),
    path("giay-to/<int:pk>/", catalogue.row, name="catalogue_row"),
    path("giay-to/<int:pk>/xac-nhan/", catalogue.confirm, name="catalogue_confirm"),
    path("giay-to/<int:pk>/dinh-chinh/", catalogue.correct, name="catalogue_correct"),
    path("<code:code>/", regimes.regime, name="regime"),
    path("<code:code>/hieu-luc/", regulating.border, name="border"),
    path("<code:code>/<slug:parameter>/", regimes.parameter, name="parameter"),
    path("<code:code>/<slug:parameter>/xac-nhan/", regulating.confirm, name="confirm"),
    path("<code:code>/<slug:parameter>/dinh-chinh/", regulating.correct, name="correct"),
]
