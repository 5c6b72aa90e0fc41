"""The app's place in Django."""

from django.apps import AppConfig


class CandidatesConfig(AppConfig):
    """Configuration of the app."""

    name = "candidates"
