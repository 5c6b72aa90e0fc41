"""Fixtures that all tests share."""

from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from candidates import reference
from candidates.models import ScanSwitch
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


@pytest.fixture
def cast(db) -> people.Cast:
    """The fixed cast on its small tree."""
    return people.cast()


@pytest.fixture
def scans_root(settings, tmp_path) -> Path:
    """A place for the files of scans, and one for those of documents, that go with the test."""
    settings.SCANS_ROOT = tmp_path / "scans"
    settings.LETTERS_ROOT = tmp_path / "letters"
    return settings.SCANS_ROOT


@pytest.fixture
def files_kept(db: None, scans_root: Path) -> Path:
    """An installation whose administrator switched the keeping of scans and files on."""
    ScanSwitch.objects.create(is_on=True, on=people.TODAY, reason="Kế hoạch số hóa")
    return scans_root
