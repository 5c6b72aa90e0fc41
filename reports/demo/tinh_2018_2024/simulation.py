"""Month after month: cells find sources and meet, classes are held, committees decide, ceremonies gather on feasts."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from candidates.enums import ExitReason, Stage
from candidates.rules.deadlines import add_months
from reports.demo.tinh_2018_2024 import calendar
from reports.demo.tinh_2018_2024.agents import Candidate, Cell, Commune, District, lognormal, poisson
from reports.demo.tinh_2018_2024.calendar import Month, day_of, later

# When cells find people: the reviews of January and July, the youth month of March.
_FINDING = {1: 1.9, 3: 1.7, 6: 1.2, 7: 1.7, 2: 0.5, 12: 0.5}
_REASONS = (ExitReason.WISH, ExitReason.STANDARD, ExitReason.LEFT, ExitReason.LEFT, ExitReason.OTHER)
# Extra meetings of the district's standing committee before the feasts.
_EXTRA = (1, 5, 8)
_OPEN = frozenset({Stage.SOURCE, Stage.SYMPATHISER, Stage.TRAINED, Stage.PREPARING, Stage.VERIFYING, Stage.CONSULTING})
_UNWILLING_FOR = timedelta(days=730)
# When the story begins, the cells draw up their lists: so many times as many sources as later, for some months.
_AT_FIRST, _FIRST_MONTHS = 2.2, calendar.months()[:4]


def run(random: Random, districts: list[District]) -> None:
    """Let the whole story happen."""
    for month in calendar.months():
        for district in districts:
            _month(random, district, month)


def _month(random: Random, district: District, month: Month) -> None:
    if month[1] == 1:
        district.luck = district.luck**0.4 * lognormal(random, 0.16)
    held = district.closed.get(month, 1.0)
    for commune in district.communes:
        hurry = _hurry(commune, month)
        for cell in commune.cells:
            _find(random, district, cell, month, held)
            _leave(random, district, cell, month)
            _meet(random, commune, cell, month, held * hurry)
        if random.random() < held:
            _endorse(random, commune, month)
    _teach(random, district, month, held)
    _decide(random, district, month, held)
    _celebrate(random, district, month, held)


def _hurry(commune: Commune, month: Month) -> float:
    """From September on cells hurry where the commune is behind its share, and rest where it is met."""
    quota = commune.quota.get(month[0])
    if month[1] < 9 or quota is None:
        return 1.0
    return 1.35 if commune.admitted_in(month[0]) < quota * month[1] / 12 else 0.75


def _find(random: Random, district: District, cell: Cell, month: Month, held: float) -> None:
    at_first = _AT_FIRST if month in _FIRST_MONTHS else 1
    mean = cell.find / 12 * _FINDING.get(month[1], 0.8) * district.luck * (0.4 + 0.6 * held) * at_first
    for _ in range(poisson(random, mean)):
        on, pace = day_of(month, random.randint(2, 28)), lognormal(random, 0.35)
        ready_on = later(on, 75 * pace)
        cell.people.append(Candidate([(Stage.SOURCE, on)], pace, random.random() < 0.76, ready_on))


def _leave(random: Random, district: District, cell: Cell, month: Month) -> None:
    """Some go away, some lose the wish; whoever never wanted is taken off at a review after two years."""
    for each in cell.people:
        if each.stage not in _OPEN or (each.since.year, each.since.month) >= month:
            continue
        waits_in_vain = month[1] in (1, 7) and not each.willing and _end(month) - each.since > _UNWILLING_FOR
        if random.random() < district.leaving / 12 or (waits_in_vain and random.random() < 0.6):
            _go_away(random, each, day_of(month, random.randint(3, 27)))


def _go_away(random: Random, each: Candidate, on: date) -> None:
    begun = each.stage in (Stage.PREPARING, Stage.VERIFYING, Stage.CONSULTING)
    if begun and random.random() < 0.4:
        each.go(Stage.WITHDRAWN, on)
        return
    each.go(Stage.REMOVED, on)
    each.exit_reason = random.choice(_REASONS)


def _meet(random: Random, commune: Commune, cell: Cell, month: Month, held: float) -> None:
    """The cell's monthly meeting takes up as many candidates as its secretary brings, those nearest to the goal first."""
    on = day_of(month, cell.meets_on)
    _verify(random, commune, cell, on, held)
    if random.random() > cell.diligence * held:
        return
    ready = [each for each in cell.people if each.willing and each.ready_on <= on and each.stage in _AT_MEETING]
    ready.sort(key=lambda each: (-_AT_MEETING.index(each.stage), each.ready_on))
    for each in ready[: random.choice((1, 2, 2, 3))]:
        _take_up(random, each, on)


_AT_MEETING = (Stage.SOURCE, Stage.TRAINED, Stage.CONSULTING)


def _take_up(random: Random, each: Candidate, on: date) -> None:
    if each.stage == Stage.SOURCE:
        each.go(Stage.SYMPATHISER, on, later(on, 45))
    elif each.stage == Stage.TRAINED:
        each.go(Stage.PREPARING, on, later(on, random.uniform(12, 45) * each.pace))
    else:
        each.go(Stage.PROPOSED, on)


def _verify(random: Random, commune: Commune, cell: Cell, on: date, held: float) -> None:
    """Dossiers that are written go out for verification; answers that came let the cell ask for opinions."""
    for each in cell.people:
        if each.stage == Stage.PREPARING and each.ready_on <= on:
            sent = max(each.ready_on, later(on, -random.randint(0, 20)))
            answer = random.uniform(25, 75) * commune.clerk * lognormal(random, 0.4) / max(held, 0.35)
            each.go(Stage.VERIFYING, sent, later(sent, answer))
        elif each.stage == Stage.VERIFYING and each.ready_on <= on:
            if random.random() < 0.03:
                each.go(Stage.REMOVED, later(on, -1))
                each.exit_reason = ExitReason.POLITICAL
            else:
                begun = each.ready_on
                each.go(Stage.CONSULTING, begun, later(begun, random.uniform(10, 28)))


def _teach(random: Random, district: District, month: Month, held: float) -> None:
    """A class of the district: those who waited longest; one in twelve does not get the certificate."""
    if month[1] not in district.classes or held < 0.8:
        return
    on = day_of(month, 18 + 2 * (month[0] % 3))
    waiting = [each for each in _people(district) if each.stage == Stage.SYMPATHISER and each.ready_on <= on]
    waiting.sort(key=lambda each: each.since)
    for each in waiting[: district.seats]:
        if random.random() < 0.92:
            each.go(Stage.TRAINED, on, later(on, random.uniform(20, 150) * each.pace))


def _endorse(random: Random, commune: Commune, month: Month) -> None:
    """The committee of the commune meets after its cells and sends on what it endorsed; a single cell sends by itself."""
    on = day_of(month, commune.meets_on)
    for cell in commune.cells:
        for each in cell.people:
            if each.stage == Stage.PROPOSED and each.since <= on:
                if not cell.single:
                    each.go(Stage.ENDORSED, on)
                each.go(Stage.SUBMITTED, later(each.since, random.randint(2, 9)))


def _decide(random: Random, district: District, month: Month, held: float) -> None:
    """The standing committee decides what lay there for some days; before a feast it meets once more."""
    days = [day_of(month, 26)] + ([day_of(month, 12)] if month[1] in _EXTRA else [])
    for on in sorted(days):
        if random.random() > max(held, 0.3):
            continue
        for each in _people(district):
            if each.stage == Stage.SUBMITTED and each.since <= on - timedelta(days=6) and random.random() < 0.93:
                each.go(Stage.DECIDED, on)
                each.received_on = later(on, random.randint(2, 7))
                each.ceremony_on = _ceremony(random, max(each.received_on, each.since))


def _ceremony(random: Random, received: date) -> date:
    """Most wait for a feast that is near; the others have their ceremony within the month."""
    feast = calendar.feast_after(received, 34)
    if feast and random.random() < 0.75:
        return max(received, later(feast, random.randint(-5, 1)))
    return max(received, later(received, random.randint(4, 30)))


def _celebrate(random: Random, district: District, month: Month, held: float) -> None:
    """Ceremonies of the month are held, or put off while gatherings are not allowed."""
    last = _end(month)
    for each in _people(district):
        if each.stage != Stage.DECIDED or each.ceremony_on > last:
            continue
        if random.random() < held:
            each.go(Stage.ADMITTED, each.ceremony_on)
        else:
            each.ceremony_on = later(last, random.randint(5, 28))


def _end(month: Month) -> date:
    return add_months(date(*month, 1), 1) - timedelta(days=1)


def _people(district: District) -> Iterator[Candidate]:
    return (each for commune in district.communes for each in commune.people)
