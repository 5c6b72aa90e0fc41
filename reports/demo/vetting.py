"""What a story invents of the check of a dossier before the cell proposes it: introducers, opinions, background checks.

Whoever was proposed has everything; of those who are still preparing, some lack one thing or another.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from random import Random

from candidates.enums import IntroducerKind, PaperKind, Sex, Stage, Verification, Verified
from candidates.models import BackgroundCheck, Introducer, Paper
from reports.demo import names
from reports.demo.dossiers import Followed
from reports.demo.lives import working_day

YEAR = timedelta(days=366)
KEPT_AT = "Văn phòng cấp ủy cơ sở"
UNION = "Ban Chấp hành Đoàn cơ sở"
ISSUERS = {PaperKind.OPINION_WORKPLACE: "Công đoàn cơ sở", PaperKind.OPINION_RESIDENCE: "Chi ủy nơi cư trú"}
PLACES = ("Đảng ủy phường Hồng Hà", "Đảng ủy xã Quảng La", "Đảng ủy phường Cao Xanh", "Đảng ủy xã Thống Nhất")
# The share of those still preparing who have each thing already.
READY = 0.6
FAMILY = (Verified.SPOUSE, Verified.SPOUSE_PARENTS, Verified.CHILDREN)


def vouch(random: Random, followed: Sequence[Followed], until: date) -> None:
    """Record what was gathered by ``until`` for everybody whose dossier was begun."""
    begun = [each for each in followed if each.life.day(Stage.PREPARING)]
    Introducer.objects.bulk_create(row for each in begun for row in _introducers(random, each, until))
    Paper.objects.bulk_create(row for each in begun for row in _opinions(random, each, until))
    verify(random, followed, until)


def verify(random: Random, followed: Iterable[Followed], until: date) -> None:
    """Record the background checks of everybody whose dossier was begun, some of them still without an answer."""
    begun = [each for each in followed if each.life.day(Stage.PREPARING)]
    BackgroundCheck.objects.bulk_create(row for each in begun for row in _checks(random, each, until))


def _has(random: Random, each: Followed) -> bool:
    return each.life.day(Stage.PROPOSED) is not None or random.random() < READY


def _day(random: Random, each: Followed, until: date) -> date:
    """A day between the application and the cell meeting, or the story's day."""
    start = each.life.day(Stage.PREPARING)
    last = min(each.life.day(Stage.PROPOSED) or until, until)
    return max(start, working_day(start + (last - start) * random.randint(30, 70) // 100))


def _introducers(random: Random, each: Followed, until: date) -> Iterator[Introducer]:
    if not _has(random, each):
        return
    day, by_union = _day(random, each, until), bool(each.dossier.youth_union)
    kinds = (IntroducerKind.YOUTH_UNION, IntroducerKind.MEMBER) if by_union else (IntroducerKind.MEMBER,) * 2
    for kind in kinds:
        yield _introducer(random, each, kind, day)


def _introducer(random: Random, each: Followed, kind: IntroducerKind, day: date) -> Introducer:
    if kind != IntroducerKind.MEMBER:
        return Introducer(dossier=each.dossier, kind=kind, name=UNION, on=day)
    since = {"together_since": day - YEAR * random.randint(2, 6), "official_since": day - YEAR * random.randint(3, 15)}
    return Introducer(
        dossier=each.dossier, kind=kind, name=names.draw(random, random.choice(list(Sex))), on=day, **since
    )


def _opinions(random: Random, each: Followed, until: date) -> Iterator[Paper]:
    for kind, issuer in ISSUERS.items():
        if _has(random, each):
            yield Paper(
                dossier=each.dossier, kind=kind, issued_on=_day(random, each, until), issuer=issuer, kept_at=KEPT_AT
            )


def _checks(random: Random, each: Followed, until: date) -> Iterator[BackgroundCheck]:
    start, last = each.life.day(Stage.PREPARING), _day(random, each, until)
    for relation in (Verified.SELF, Verified.PARENTS):
        words = {"relation": relation, "place": random.choice(PLACES), "asked_on": start, "kept_at": KEPT_AT}
        if _has(random, each):
            yield BackgroundCheck(dossier=each.dossier, state=Verification.ANSWERED, answered_on=last, **words)
        else:
            yield BackgroundCheck(dossier=each.dossier, state=Verification.ASKED, **words)
    for relation in FAMILY:
        yield BackgroundCheck(dossier=each.dossier, relation=relation, state=Verification.NONE)
