"""The app's place in Django."""

from django.apps import AppConfig


class DirectivesConfig(AppConfig):
    """Configuration of the app."""

    name = "directives"
