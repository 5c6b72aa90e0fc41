"""Fixtures that all tests share."""

import gc
from pathlib import Path

import pytest
from django.db import connection, transaction
from hypothesis import settings as hypothesis_settings

from candidates import reference
from candidates.models import ScanSwitch
from organizations.acting import acting
from organizations.enums import Deed
from tests import by_heart, databases, people, sharing_work

# Properties try the same cases in every run, and leave no files behind.
hypothesis_settings.register_profile("same_every_time", derandomize=True, deadline=None, database=None)
hypothesis_settings.load_profile("same_every_time")


def pytest_xdist_make_scheduler(config, log):
    return sharing_work.ByModuleOrStory(config, log) if config.getvalue("dist") == "loadscope" else None


def pytest_collection_modifyitems(config, items) -> None:
    if hasattr(config, "workerinput"):
        sharing_work.longest_first(items)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: the collector of garbage need not look through all of it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings, django_db_keepdb, django_db_blocker, django_test_environment
):
    """The database of this worker is a copy of one that is migrated already."""
    with django_db_blocker.unblock():
        connection.settings_dict["TEST"]["TEMPLATE"] = databases.migrated()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The reference regimes are recorded once for all tests; each test still works on its own transaction."""
    with django_db_blocker.unblock():
        with acting(None, Deed.LOAD_POLICY):
            reference.load()
        with transaction.atomic():
            people.learn()
            by_heart.begin()
            transaction.set_rollback(True)


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
