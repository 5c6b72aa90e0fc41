"""Addresses of dossiers."""

from django.urls import path

app_name = "candidates"

urlpatterns = []
