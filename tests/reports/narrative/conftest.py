"""A bloc with a target and somebody admitted, its officer, and the page on which the officer edits the text."""

import pytest
from django.test import Client

from candidates.enums import Stage
from tests import people
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
