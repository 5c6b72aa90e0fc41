"""Addresses of documents, what they ask for, and who has done it."""

from django.urls import path

from directives.views import documents, duties, organisation_targets, scorecard, switches

app_name = "directives"

urlpatterns = [
    path("", documents.index, name="index"),
    path("chi-tieu-doan-the/", organisation_targets.index, name="organisation_targets"),
    path("bang-diem/", scorecard.index, name="scorecard"),
    path("bang-diem/excel/", scorecard.excel, name="scorecard_excel"),
    path("<int:pk>/", documents.directive, name="directive"),
    path("<int:pk>/nhiem-vu/<int:number>/", duties.obligation, name="obligation"),
    path("<int:pk>/nhiem-vu/<int:number>/don-vi/<code:code>/", duties.receipt, name="receipt"),
    path("<int:pk>/cach-hieu/<int:number>/", switches.reading, name="reading"),
    path("<int:pk>/chi-tieu-doan-the/<code:code>/", organisation_targets.new, name="set_target"),
]
