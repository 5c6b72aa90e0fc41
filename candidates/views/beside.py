"""What stands beside the stage of a dossier on its page: side tracks, transfers, a new case; and what this person may do."""

from datetime import date

from django.http import HttpRequest

from candidates import arrivals, holding, holds, reopening
from candidates.enums import FINAL, HoldKind
from candidates.models import Comment, Dossier, StageEntry
from candidates.tracks import RETURN, Track
from candidates.transfers import SEND
from candidates.views.sensitive import sees_political
from organizations.access import Reach
from organizations.enums import Deed

CELL = (Deed.MOVE_AS_CELL,)


def around(request: HttpRequest, dossier: Dossier, entry: StageEntry, today: date) -> dict:
    """The context ``beside`` of ``_holds.html`` and ``_transfers.html``; ``dossier`` with what ``records.PREFETCH`` fetches."""
    own, is_now = request.reach, entry.until is None
    sees = sees_political(request, dossier)
    shown = holds.of(dossier, today, sees_sensitive=sees)
    may_reopen = is_now and dossier.stage in FINAL and own.covers(Deed.ADD_CANDIDATE, dossier.unit)
    return {
        "rows": [_row(own, dossier, each) for each in shown],
        "is_held": any(each.is_open for each in shown),
        "begins": _begins(own, dossier, today) if is_now and not _sent(dossier) else [],
        "moved": arrivals.of(dossier, today) if dossier.transfers.all() else [],
        "may_send": is_now and dossier.stage not in FINAL and not _sent(dossier) and holding.may(own, (SEND,), dossier),
        "may_reopen": may_reopen,
        "is_readmission": reopening.is_readmission(dossier),
    }


def _row(own: Reach, dossier: Dossier, shown: holds.Shown) -> dict:
    lasts = shown.hold.ended_on is None
    reviews = lasts and shown.track.kind == HoldKind.RETURNED and holding.may(own, (RETURN,), dossier)
    mends = lasts and holding.may(own, CELL, dossier)
    hands_in = shown.track.kind == HoldKind.RETURNED and not reviews
    return {
        "shown": shown,
        "may_end": lasts and holding.may(own, shown.track.ends, dossier),
        "end_verb": "Nộp lại hồ sơ đã bổ sung" if hands_in else shown.track.end_verb,
        "may_comment": reviews,
        "comments": [_comment(each, mends, reviews) for each in shown.comments],
    }


def _comment(said: Comment, mends: bool, reviews: bool) -> dict:
    is_open, is_fixed = said.closed_on is None, said.fixed_on is not None
    colour = "is-done" if not is_open else ("is-waiting" if is_fixed else "is-soon")
    may = {"may_fix": mends and is_open and not is_fixed, "may_close": reviews and is_open}
    return {"said": said, "colour": colour} | may


def _begins(own: Reach, dossier: Dossier, today: date) -> list[Track]:
    """The tracks that this person may begin; a report to the superior only where votes call for it."""
    open_to = [each for each in holds.may_begin(dossier, today) if holding.may(own, each.begins, dossier)]
    return [each for each in open_to if each.kind != HoldKind.REPORTED_UP or _is_called_for(dossier, today)]


def _is_called_for(dossier: Dossier, today: date) -> bool:
    return bool(dossier.ballots.all()) and bool(holding.reported_for(dossier, today))


def _sent(dossier: Dossier) -> bool:
    return any(each.is_under_way for each in dossier.transfers.all())
