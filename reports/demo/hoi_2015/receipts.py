"""Who said by the end of 2015 that a duty of the letters was done: documents made known, seminars held, reports sent."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from directives.enums import Bound, ObligationKind
from directives.models import Directive, Fulfilment, Obligation
from organizations.formats import date_vn
from organizations.models import Unit
from reports.demo.hoi_2015.associations import SILENT
from reports.demo.hoi_2015.organisations import Societies
from reports.demo.hoi_2015.training import SEMINARS
from reports.demo.hoi_2015.tree import Land
from reports.demo.lives import working_day

FIRST, WITHIN_DAYS = date(2015, 9, 28), 85
IN_PARTY, IN_ASSOCIATIONS = 0.75, 0.6
REPORTED_ON = {"youth": date(2015, 12, 18), "labour": date(2015, 12, 22), "women": date(2015, 12, 25)}


def fulfil(random: Random, letter: Directive, conclusion: Directive, land: Land, societies: Societies) -> None:
    """Record what was done of letter 2246 and of the conclusion."""
    rows = [*_made_known(random, letter, land, societies), *_seminars(conclusion, societies)]
    Fulfilment.objects.bulk_create([*rows, *_reports(conclusion, societies)])


def _made_known(random: Random, letter: Directive, land: Land, societies: Societies) -> Iterator[Fulfilment]:
    """Grassroots organisations by most, associations by fewer; the silent one said nothing."""
    associations = [each.unit for each in societies.associations if each.code != SILENT]
    bound = {Bound.GRASSROOTS: (land.grassroots, IN_PARTY), Bound.ASSOCIATIONS: (associations, IN_ASSOCIATIONS)}
    for duty in letter.obligations.filter(kind=ObligationKind.MAKE_KNOWN):
        units, share = bound[Bound(duty.bound)]
        yield from (_receipt(random, duty, unit) for unit in units if random.random() < share)


def _receipt(random: Random, duty: Obligation, unit: Unit) -> Fulfilment:
    day = working_day(FIRST + timedelta(days=random.randint(0, WITHIN_DAYS)))
    words = f"Hội nghị quán triệt ngày {date_vn(day)}"
    return Fulfilment(obligation=duty, unit=unit, on=day, words=words, people=random.randint(12, 90))


def _seminars(conclusion: Directive, societies: Societies) -> Iterator[Fulfilment]:
    duty = conclusion.obligations.get(clause__label="Điểm 2.4", bound=Bound.SOCIO_POLITICAL)
    for key, name, day, people in SEMINARS:
        yield Fulfilment(obligation=duty, unit=societies.tops[key], on=day, words=name, people=people)


def _reports(conclusion: Directive, societies: Societies) -> Iterator[Fulfilment]:
    duty = conclusion.obligations.get(kind=ObligationKind.REPORT, bound=Bound.SOCIO_POLITICAL)
    for key, day in REPORTED_ON.items():
        unit, words = societies.tops[key], "Báo cáo năm 2015 (văn bản minh họa)"
        yield Fulfilment(obligation=duty, unit=unit, year=day.year, on=day, words=words)
