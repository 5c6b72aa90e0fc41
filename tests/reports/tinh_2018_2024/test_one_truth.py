"""Every number of every report of the story opens a list of as many people or units."""

from django.test import Client

from organizations import access, clock
from organizations.models import User
from reports.demo.tinh_2018_2024.story import AS_AT
from tests import people
from tests.reports import one_truth

# The quota is one of each year, and nobody follows an association.
WITHOUT = {"nhiem-ky", "hoi"}
# Lists of thousands of dossiers are counted row by row more rarely than in the small stories.
SAMPLED = 150


def test_every_number_of_every_report_opens_a_list_of_as_many(province):
    user = User.objects.get(username="canbotinh")
    own = access.reach(user, clock.real_today())
    made = one_truth.reports(province, AS_AT, WITHOUT)
    found = [each for report in made for each in one_truth.numbers(report) if each[1]]
    assert len(found) > 1400
    assert one_truth.bare(found) == []
    assert one_truth.wrong(found, own, AS_AT, looking(user), SAMPLED) == []


def looking(user: User) -> Client:
    """A browser that looks from the day of the story, which is later than that of the other tests."""
    client = people.signed_in(user)
    session = client.session
    session[clock.SESSION_KEY] = AS_AT.isoformat()
    session.save()
    return client
