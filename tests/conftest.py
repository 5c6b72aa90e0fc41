"""Settings and fixtures that all tests share."""

import pytest
from hypothesis import settings as hypothesis_settings

from candidates import reference
from organizations.acting import acting
from organizations.enums import Deed
from tests import people

# Properties try the same cases in every run, and leave no files behind.
hypothesis_settings.register_profile("same_every_time", derandomize=True, deadline=None, database=None)
hypothesis_settings.load_profile("same_every_time")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The reference regimes are recorded once for all tests; each test still works on its own transaction."""
    with django_db_blocker.unblock(), acting(None, Deed.LOAD_POLICY):
        reference.load()


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
