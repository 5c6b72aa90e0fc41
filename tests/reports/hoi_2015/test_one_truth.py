"""Every number of every report of the story opens a list of as many people or units."""

from organizations import access, clock
from organizations.models import User
from reports.demo.hoi_2015.story import AS_AT
from tests import people
from tests.reports import one_truth

# Nobody set this province a quota of admissions for that year.
WITHOUT = {"tien-do", "nhiem-ky"}


def test_every_number_of_every_report_opens_a_list_of_as_many(province):
    user = User.objects.get(username="canbo")
    made = [*one_truth.reports(province, AS_AT, WITHOUT), *one_truth.of_organisations(AS_AT)]
    found = [each for report in made for each in one_truth.numbers(report) if each[1]]
    assert {"hoi", "doan-the"} <= {report.code for report in made}
    assert len(found) > 500
    assert one_truth.bare(found) == []
    own = access.reach(user, clock.real_today())
    assert one_truth.wrong(found, own, AS_AT, people.signed_in(user)) == []
