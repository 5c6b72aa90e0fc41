"""The app's place in Django."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Configuration of the app."""

    name = "reports"
