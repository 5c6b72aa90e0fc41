"""The demo story, loaded once for the tests of this folder that ask for it (half a minute), and taken back afterwards."""

from collections.abc import Iterator

import pytest

from organizations.models import Unit
from reports.demo.tinh_2018_2024 import story
from tests.reports import loading


@pytest.fixture(scope="package")
def loaded(django_db_setup, django_db_blocker) -> Iterator[Unit]:
    """The story inside one open transaction; each test below works in a savepoint of it."""
    with django_db_blocker.unblock(), loading.told(story.CODE) as root:
        yield root


@pytest.fixture
def province(loaded, db) -> Unit:
    """The root unit of the story."""
    return loaded
