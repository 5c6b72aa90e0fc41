"""Addresses of documents, what they ask for, and who has done it."""

from django.urls import path

from directives.views import (
    conclusions,
    deliveries,
    documents,
    duties,
    escalations,
    follow,
    forecast,
    letter_files,
    obliging,
    organisation_targets,
    read_letters,
    registering,
    reminders,
    replies,
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
    path("chi-tieu/<int:pk>/du-bao/", forecast.forecast, name="forecast"),
    path("phan-bo/<int:pk>/", shares.version, name="share_version"),
]

# Duties: recorded, replied to, judged, followed, asked again, put before the superior.
_DUTY = "<int:pk>/nhiem-vu/<int:number>/"
_UNIT = f"{_DUTY}don-vi/<code:code>/"
urlpatterns += [
    path("nhiem-vu/", follow.of_unit, name="duties"),
    path("cho-chap-nhan/", replies.to_accept, name="to_accept"),
    path("vuot-han/", escalations.index, name="escalations"),
    path("ket-luan-moi/<slug:report>/<code:code>/", conclusions.new, name="conclude"),
    path("<int:pk>/bang-theo-doi/", follow.table, name="follow"),
    path("<int:pk>/nhiem-vu/moi/", obliging.new, name="oblige"),
    path(f"{_DUTY}sua/", obliging.correct, name="obligation_correct"),
    path(f"{_DUTY}ket-thuc/", obliging.end, name="obligation_end"),
    path(f"{_DUTY}go/", obliging.take_back, name="obligation_take_back"),
    path(f"{_UNIT}tra-loi/", replies.reply, name="reply"),
    path(f"{_UNIT}tra-loi/tep/<int:row>/", replies.file, name="reply_file"),
    path(f"{_UNIT}tra-loi/tep/<int:row>/go/", replies.take_file_back, name="reply_file_take_back"),
    path(f"{_UNIT}y-kien/<slug:said>/", replies.word, name="ruling"),
    path(f"{_UNIT}y-kien/<int:row>/rut/", replies.withdraw, name="ruling_withdraw"),
    path(f"{_UNIT}bao-cao-cap-tren/", escalations.decide, name="escalate"),
    path("<int:pk>/don-doc/", reminders.new, name="remind"),
    path("<int:pk>/don-doc/<int:number>/", reminders.reminder, name="reminder"),
    path("<int:pk>/don-doc/<int:number>/huy/", reminders.take_back, name="reminder_take_back"),
]
