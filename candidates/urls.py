"""Addresses of dossiers: a list, a new one, one by its code, and each step of it as a thing that one creates."""

from django.urls import path

from candidates.views import dossiers, people, steps

app_name = "candidates"

urlpatterns = [
    path("", dossiers.index, name="list"),
    path("moi/", people.new, name="new"),
    path("<code:code>/", dossiers.dossier, name="dossier"),
    path("<code:code>/sua/", people.edit, name="edit"),
    path("<code:code>/dinh-chinh/", steps.correction, name="correct"),
    path("<code:code>/nhan-quyet-dinh/", steps.receipt, name="receipt"),
    path("<code:code>/buoc/<slug:stage>/", steps.step, name="step"),
]
