"""A bloc with a target and somebody admitted, and who works there."""

import pytest
from django.test import Client

from candidates.enums import Stage
from tests import issues, people
from tests.reports.test_annulled import THIS_YEAR


@pytest.fixture
def cast(cast) -> people.Cast:
    """The cast, with a target of the bloc and one person admitted this year."""
    people.target(cast.bloc)
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    return cast


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


@pytest.fixture
def alone(settings) -> None:
    """An installation on a machine without any network, where papers with a degree of secrecy are kept."""
    settings.STANDS_ALONE = True


@pytest.fixture
def light(monkeypatch) -> None:
    """Paper that costs nothing, where the test is not about paper."""
    issues.light_paper(monkeypatch)
