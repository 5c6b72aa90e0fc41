"""Addresses of dossiers: a list, a new one, one by its code, and each step of it as a thing that one creates."""

from django.urls import path

from candidates.views import (
    ballots,
    clocks,
    comparing,
    dossiers,
    holds,
    lacking,
    memberships,
    nominations,
    people,
    records,
    reopening,
    steps,
    transfers,
)

app_name = "candidates"

urlpatterns = [
    path("", dossiers.index, name="list"),
    path("moi/", people.new, name="new"),
    path("con-thieu/", lacking.index, name="lacking"),
    path("gioi-thieu/", nominations.index, name="nominations"),
    path("gioi-thieu/moi/", nominations.nominate, name="nominate"),
    path("gioi-thieu/<int:number>/tra-loi/", nominations.answer, name="answer"),
    path("gioi-thieu/<int:number>/dinh-chinh/", nominations.correction, name="correct_answer"),
    path("chuyen-den/", transfers.index, name="arrivals"),
    path("chuyen-den/<int:number>/tiep-nhan/", transfers.receive, name="receive"),
    path("chuyen-den/<int:number>/khong-tiep-nhan/", transfers.refuse, name="refuse"),
    path("<code:code>/", dossiers.dossier, name="dossier"),
    path("<code:code>/doi-chieu/", comparing.compare, name="compare"),
    path("<code:code>/sua/", people.edit, name="edit"),
    path("<code:code>/dinh-chinh/", steps.correction, name="correct"),
    path("<code:code>/gia-han/", clocks.extension, name="extension"),
    path("<code:code>/nhan-quyet-dinh/", steps.receipt, name="receipt"),
    path("<code:code>/buoc/<slug:stage>/", steps.step, name="step"),
    path("<code:code>/tam-dung/<slug:kind>/", holds.begin, name="hold"),
    path("<code:code>/tam-dung/<int:pk>/ket-thuc/", holds.end, name="end_hold"),
    path("<code:code>/tam-dung/<int:pk>/nhan-xet/", holds.comment, name="comment"),
    path("<code:code>/nhan-xet/<int:pk>/da-sua/", holds.fix, name="fix"),
    path("<code:code>/nhan-xet/<int:pk>/hoan-tat/", holds.close, name="close"),
    path("<code:code>/chuyen-don-vi/", transfers.send, name="transfer"),
    path("<code:code>/lap-lai/", reopening.reopen, name="reopen"),
    path("<code:code>/bieu-quyet/", ballots.ballots, name="ballots"),
    path("<code:code>/bieu-quyet/<int:pk>/dinh-chinh/", ballots.correct, name="ballot_correct"),
    path("<code:code>/hoi-vien/", memberships.begin, name="begin_membership"),
    path("<code:code>/hoi-vien/<int:number>/ket-thuc/", memberships.end, name="end_membership"),
    path("<code:code>/hoi-vien/<int:number>/dinh-chinh/", memberships.correct, name="correct_membership"),
    path("<code:code>/ghi-chep/<slug:kind>/", records.record, name="record"),
    path("<code:code>/ghi-chep/nguoi-giup-do/<int:pk>/thoi/", records.end_help, name="end_help"),
    path("<code:code>/ghi-chep/tham-tra/<int:pk>/ket-qua/", records.answer_check, name="answer_check"),
    path("<code:code>/ghi-chep/<slug:kind>/<int:pk>/dinh-chinh/", records.correct, name="record_correct"),
]
