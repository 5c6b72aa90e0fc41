"""Every number of every report of the story opens a list of as many people or units."""

from datetime import date

from directives.enums import PeriodKind
from organizations import access, clock
from organizations.models import User
from reports.demo.khoi_2021.story import AS_AT
from tests import quotas
from tests.reports import one_truth

TERM = {
    "period": PeriodKind.TERM,
    "term_start": date(2020, 8, 1),
    "term_stop": date(2025, 8, 1),
    "first_year": 2020,
    "last_year": 2025,
}


def test_every_number_of_every_report_opens_a_list_of_as_many(bloc, officer):
    own = access.reach(User.objects.get(username="canbo"), clock.real_today())
    quotas.people_asked(bloc, 800, **TERM)  # the story has targets of the year alone
    found = [
        each for report in one_truth.reports(bloc, AS_AT, {"hoi"}) for each in one_truth.numbers(report) if each[1]
    ]
    assert len(found) > 1500
    assert one_truth.bare(found) == []
    assert one_truth.wrong(found, own, AS_AT, officer) == []
