"""The demo story, loaded twice: the first loading leaves its picture, the second stays for all tests of this folder."""

from collections.abc import Iterator

import pytest

from organizations.models import Unit
from reports.demo.hoi_2015 import story
from tests.reports import loading


@pytest.fixture(scope="package")
def first_picture(django_db_setup, django_db_blocker) -> list[list[tuple]]:
    """Everything that chance had a hand in when the story was loaded before."""
    with django_db_blocker.unblock(), loading.told(story.CODE):
        return loading.picture()


@pytest.fixture(scope="package")
def loaded(first_picture, django_db_blocker) -> Iterator[Unit]:
    """The story inside one open transaction; each test below works in a savepoint of it."""
    with django_db_blocker.unblock(), loading.told(story.CODE) as root:
        yield root


@pytest.fixture
def province(loaded, db) -> Unit:
    """The root unit of the story."""
    return loaded
