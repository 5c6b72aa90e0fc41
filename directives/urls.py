"""Addresses of documents, what they ask for, and who has done it."""

from django.urls import path

from directives.views import documents, duties, organisation_targets, shares, switches, targets, unit_targets

app_name = "directives"

urlpatterns = [
    path("", documents.index, name="index"),
    path("chi-tieu-doan-the/", organisation_targets.index, name="organisation_targets"),
    path("<int:pk>/", documents.directive, name="directive"),
    path("<int:pk>/nhiem-vu/<int:number>/", duties.obligation, name="obligation"),
    path("<int:pk>/nhiem-vu/<int:number>/don-vi/<code:code>/", duties.receipt, name="receipt"),
    path("<int:pk>/cach-hieu/<int:number>/", switches.reading, name="reading"),
    path("<int:pk>/chi-tieu-doan-the/<code:code>/", organisation_targets.new, name="set_target"),
    path("<int:pk>/chi-tieu/moi/", targets.new, name="target_new"),
    path("chi-tieu/<int:pk>/sua/", targets.correct, name="target_correct"),
    path("chi-tieu/<int:pk>/xac-nhan/", targets.confirm, name="target_confirm"),
    path("chi-tieu/<int:pk>/rut/", targets.withdraw, name="target_withdraw"),
    path("chi-tieu/<int:pk>/phan-bo/", shares.grid, name="shares"),
    path("chi-tieu/<int:pk>/phan-bo/excel/", shares.excel, name="shares_excel"),
    path("chi-tieu/<int:pk>/to-chuc/", unit_targets.units, name="target_units"),
    path("phan-bo/<int:pk>/", shares.version, name="share_version"),
]
