"""Every number of every report of the story opens a list of as many people or units."""

from organizations import access, clock
from organizations.models import User
from reports.demo.khoi_2021.story import AS_AT
from tests.reports import one_truth


def test_every_number_of_every_report_opens_a_list_of_as_many(bloc, officer):
    own = access.reach(User.objects.get(username="canbo"), clock.real_today())
    found = [
        each for report in one_truth.reports(bloc, AS_AT, {"hoi"}) for each in one_truth.numbers(report) if each[1]
    ]
    assert len(found) > 1500
    assert one_truth.bare(found) == []
    assert one_truth.wrong(found, own, AS_AT, officer) == []
