"""Addresses of classes: the list, each class and what is done to it, and who issues certificates."""

from django.urls import path

from candidates.views import certificates, classes, rosters, undoing

app_name = "classes"

urlpatterns = [
    path("", classes.index, name="list"),
    path("moi/", classes.new, name="new"),
    path("noi-cap/", certificates.issuer_list, name="issuers"),
    path("noi-cap/moi/", certificates.new_issuer, name="new_issuer"),
    path("<int:pk>/", classes.one, name="class"),
    path("<int:pk>/sua/", classes.edit, name="edit"),
    path("<int:pk>/khai-giang/", classes.opening, name="opening"),
    path("<int:pk>/be-giang/", classes.ending, name="ending"),
    path("<int:pk>/khong-mo/", classes.cancellation, name="cancellation"),
    path("<int:pk>/hoc-vien/", rosters.choosing, name="choosing"),
    path("<int:pk>/hoc-vien/<int:enrolment>/rut/", rosters.withdrawal, name="withdrawal"),
    path("<int:pk>/ket-qua/", rosters.results, name="results"),
    path("<int:pk>/giay-chung-nhan/", certificates.certification, name="certification"),
    path("<int:pk>/giay-chung-nhan/huy/", undoing.certificates, name="certificates_undo"),
    path("<int:pk>/tot-nghiep/", rosters.graduation, name="graduation"),
]
