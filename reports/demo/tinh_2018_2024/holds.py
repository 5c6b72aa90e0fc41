"""Dossiers that were paused beside their stage: some of those whose verification took long."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from random import Random

from candidates.enums import HoldKind, HoldOutcome, Stage
from candidates.models import Hold
from organizations.models import User
from reports.demo.dossiers import Followed
from reports.demo.lives import working_day
from reports.demo.tinh_2018_2024 import calendar

LONG, SHARE = timedelta(days=110), 0.5
BEGUN, ENDED, EXPECTED = timedelta(days=30), timedelta(days=7), timedelta(days=90)
REASON = "Nơi thẩm tra chưa trả lời; người vào Đảng đi công tác dài ngày"


def pause(random: Random, followed: Iterable[Followed], by: User) -> None:
    """Pause this share of those who stood long in verification, until shortly before it ended."""
    Hold.objects.bulk_create(hold for each in followed for hold in _of_one(random, each, by))


def _of_one(random: Random, each: Followed, by: User) -> Iterator[Hold]:
    days = dict(each.life.steps)
    begun = days.get(Stage.VERIFYING)
    ended = next(
        (on for stage, on in each.life.steps if begun and on >= begun and stage != Stage.VERIFYING and on != begun),
        None,
    )
    last = ended or calendar.LAST
    if begun is None or last - begun < LONG or random.random() >= SHARE:
        return
    from_on = working_day(begun + BEGUN)
    hold = Hold(
        dossier=each.dossier,
        kind=HoldKind.PAUSED,
        stage=Stage.VERIFYING,
        unit=each.dossier.unit,
        reason=REASON,
        begun_on=from_on,
        expected_on=working_day(from_on + EXPECTED),
        by=by,
    )
    if ended:
        hold.ended_on, hold.outcome, hold.ended_by = working_day(ended - ENDED), HoldOutcome.RESUMED, by
    yield hold
