"""Addresses of documents and their targets."""

from django.urls import path

from directives.views import documents

app_name = "directives"

urlpatterns = [
    path("", documents.index, name="index"),
    path("<int:pk>/", documents.directive, name="directive"),
]
