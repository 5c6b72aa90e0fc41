"""Addresses of documents and their targets."""

from django.urls import path

app_name = "reports"

urlpatterns = []
