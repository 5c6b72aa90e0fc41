"""The demo story, loaded once for all tests of this folder (it takes seconds), and taken back afterwards."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from organizations import access, clock
from organizations.models import Unit, User
from reports.demo import stories
from reports.demo.khoi_2021 import story as told
from reports.document import Report
from tests import people
from tests.reports import asking


@pytest.fixture(scope="package")
def loaded(django_db_setup, django_db_blocker) -> Iterator[Unit]:
    """The story inside one open transaction; each test below works in a savepoint of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield stories.load(told.CODE)
        transaction.set_rollback(True)


@pytest.fixture
def bloc(loaded, db) -> Unit:
    """The root unit of the story."""
    return loaded


@pytest.fixture(scope="package")
def built(loaded) -> Report:
    """The progress report of the whole bloc, with names."""
    return asking.report("tien-do", loaded, told.AS_AT, with_names=True, own=None)


@pytest.fixture
def report(built, db) -> Report:
    """The same, for a test that also asks the database."""
    return built


@pytest.fixture
def leader(bloc) -> Client:
    """The leader of the story, looking from its day."""
    return people.signed_in(User.objects.get(username="lanhdao"))


@pytest.fixture
def officer(bloc) -> Client:
    """The officer of the story, looking from its day."""
    return people.signed_in(User.objects.get(username="canbo"))


@pytest.fixture
def reach(bloc) -> access.Reach:
    """What the leader reaches today."""
    return access.reach(User.objects.get(username="lanhdao"), clock.real_today())
