"""The app's place in Django."""

from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    """Configuration of the app."""

    name = "organizations"
