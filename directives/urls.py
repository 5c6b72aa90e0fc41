"""Addresses of documents, what they ask for, and who has done it."""

from django.urls import path

from directives.views import (
    deliveries,
    documents,
    duties,
    letter_files,
    organisation_targets,
    read_letters,
    registering,
    scorecard,
    shares,
    switches,
    targets,
    unit_targets,
)

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
    path("moi/", registering.new, name="register"),
    path("chua-vao-so/", documents.stubs, name="stubs"),
    path("chua-vao-so/<int:pk>/", documents.stub, name="stub"),
    path("<int:pk>/sua/", registering.correct, name="correct"),
    path("<int:pk>/tep/", letter_files.add, name="file_add"),
    path("<int:pk>/tep/<int:number>/", letter_files.file, name="file"),
    path("<int:pk>/tep/<int:number>/go/", letter_files.take_back, name="file_take_back"),
    path("<int:pk>/noi-nhan/", deliveries.index, name="deliveries"),
    path("doc/", read_letters.index, name="read_letters"),
    path("doc/<int:pk>/", read_letters.letter, name="read_letter"),
    path("doc/<int:pk>/bo/", read_letters.drop, name="drop_read_letter"),
    path("<int:pk>/noi-nhan/<code:code>/", deliveries.delivery, name="delivery"),
    path("<int:pk>/chi-tieu/moi/", targets.new, name="target_new"),
    path("chi-tieu/<int:pk>/sua/", targets.correct, name="target_correct"),
    path("chi-tieu/<int:pk>/xac-nhan/", targets.confirm, name="target_confirm"),
    path("chi-tieu/<int:pk>/rut/", targets.withdraw, name="target_withdraw"),
    path("chi-tieu/<int:pk>/phan-bo/", shares.grid, name="shares"),
    path("chi-tieu/<int:pk>/phan-bo/excel/", shares.excel, name="shares_excel"),
    path("chi-tieu/<int:pk>/to-chuc/", unit_targets.units, name="target_units"),
    path("phan-bo/<int:pk>/", shares.version, name="share_version"),
]
