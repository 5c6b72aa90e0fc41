"""Settings and fixtures that all tests share."""

import pytest

from tests import people


@pytest.fixture(autouse=True)
def _plain_settings(settings):
    """Static files without manifest, no redirect to https, a fast password hasher: none of it is under test."""
    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    settings.SECURE_SSL_REDIRECT = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast(db) -> people.Cast:
    """The fixed cast on its small tree."""
    return people.cast()
