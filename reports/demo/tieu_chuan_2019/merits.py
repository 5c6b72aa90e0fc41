"""Ratings, commendations and memberships of the cases as rows; opinions and introducers, some of them missing."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from candidates.enums import CommendationKind, Grade, IntroducerKind, PaperKind, Rater, Sex, Stage
from candidates.models import Commendation, Introducer, Membership, Paper, Person, Rating
from reports.demo import names
from reports.demo.dossiers import Followed
from reports.demo.tieu_chuan_2019.cases import Case
from reports.demo.tieu_chuan_2019.tree import Land

WORKPLACE, RESIDENCE = PaperKind.OPINION_WORKPLACE, PaperKind.OPINION_RESIDENCE
MEMBER, UNION = IntroducerKind.MEMBER, IntroducerKind.TRADE_UNION
# What goes round among those who learned in the class: the opinions that came, who introduces.
OPINIONS = ((WORKPLACE, RESIDENCE), (WORKPLACE,), (WORKPLACE, RESIDENCE), (), (RESIDENCE,))
INTRODUCERS = ((MEMBER, MEMBER), (UNION, MEMBER), (MEMBER,), ())
OPINION_ON, INTRODUCED_ON = date(2019, 5, 20), date(2019, 5, 27)
TOGETHER_SINCE = date(2016, 3, 1)


def record(cases: Sequence[Case], followed: Sequence[Followed], land: Land) -> None:
    """Record what each case says of the person's years."""
    pairs = [(case, each.dossier.person) for case, each in zip(cases, followed, strict=True)]
    Membership.objects.bulk_create(
        Membership(person=person, organisation=land.union, valid_from=date(case.since, 3, 1))
        for case, person in pairs
        if case.since
    )
    Rating.objects.bulk_create(row for pair in pairs for row in _ratings(*pair))
    Commendation.objects.bulk_create(row for pair in pairs for row in _commendations(*pair))


def vouch(random: Random, followed: Sequence[Followed]) -> None:
    """Record opinions and introducers of those on the way: some have all, some lack one, some everything."""
    ready = [each for each in followed if each.life.day(Stage.TRAINED)]
    Paper.objects.bulk_create(row for place, each in enumerate(ready) for row in _opinions(place, each))
    Introducer.objects.bulk_create(row for place, each in enumerate(ready) for row in _introducers(random, place, each))


def _ratings(case: Case, person: Person) -> Iterator[Rating]:
    told = (
        (Rater.AGENCY, case.agency, "Thủ trưởng cơ quan"),
        (Rater.ORGANISATION, case.organisation, "Công đoàn cơ sở"),
    )
    for rater, grades, issuer in told:
        for year, grade in grades.items():
            yield _rating(person, year, grade, rater, issuer)


def _rating(person: Person, year: int, grade: Grade, rater: Rater, issuer: str) -> Rating:
    words = {"issuer": issuer, "issued_on": date(year, 12, 20)}
    return Rating(person=person, year=year, rater=rater, grade=grade, **words)


def _commendations(case: Case, person: Person) -> Iterator[Commendation]:
    kinds = ((CommendationKind.COMMENDED, case.commended), (CommendationKind.EMULATION, case.titled))
    for kind, years in kinds:
        for year in years:
            words = {"number": f"{person.pk}/QĐ-KT", "issuer": "Cấp có thẩm quyền khen thưởng"}
            yield Commendation(person=person, year=year, kind=kind, issued_on=date(year + 1, 1, 25), **words)


def _opinions(place: int, each: Followed) -> Iterator[Paper]:
    issuers = {WORKPLACE: "Công đoàn cơ sở", RESIDENCE: "Chi ủy nơi cư trú"}
    for kind in OPINIONS[place % len(OPINIONS)]:
        day = OPINION_ON + timedelta(days=place % 5)
        yield Paper(
            dossier=each.dossier, kind=kind, issued_on=day, issuer=issuers[kind], kept_at="Văn phòng cấp ủy cơ sở"
        )


def _introducers(random: Random, place: int, each: Followed) -> Iterator[Introducer]:
    for kind in INTRODUCERS[place % len(INTRODUCERS)]:
        is_member = kind == MEMBER
        name = names.draw(random, random.choice(list(Sex))) if is_member else "Ban Chấp hành Công đoàn cơ sở"
        since = TOGETHER_SINCE if is_member else None
        yield Introducer(dossier=each.dossier, kind=kind, name=name, on=INTRODUCED_ON, together_since=since)
