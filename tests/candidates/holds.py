"""Words of the tests about side tracks, transfers and acts: stored rows, beside the actions that write them."""

from collections.abc import Callable
from datetime import date

from django.utils import timezone

from candidates.enums import ActKind, HoldKind, ReturnCode
from candidates.models import Act, Comment, Dossier, Hold, Transfer
from organizations.enums import Deed
from organizations.models import Unit

BEGUN, BEFORE = date(2021, 3, 3), date(2021, 3, 2)


def held(made: Dossier, kind: HoldKind = HoldKind.PAUSED, **values: object) -> Hold:
    """Record that a dossier waits beside its stage."""
    known = {"stage": made.stage, "unit": made.unit, "reason": "đi học dài ngày", "begun_on": BEGUN}
    return Hold.objects.create(dossier=made, kind=kind, **known | values)


def comment(made: Dossier, **values: object) -> Comment:
    """Record what a returned dossier must mend."""
    returned = held(made, HoldKind.RETURNED, code=ReturnCode.PAPER_MISSING)
    return Comment.objects.create(hold=returned, field="Đơn xin vào Đảng", words="thiếu ngày", on=BEGUN, **values)


def sent(made: Dossier, **values: object) -> Transfer:
    """Record that a dossier was sent to another unit."""
    to = Unit.objects.exclude(pk=made.unit_id).first()
    known = {"stage": made.stage, "from_unit": made.unit, "to_unit": to, "sent_on": BEGUN}
    return Transfer.objects.create(dossier=made, **known | values)


def _twice(make: Callable[[], object]) -> None:
    for _ in range(2):
        make()


def _undone_for_nothing(made: Dossier) -> None:
    Act.objects.create(
        dossier=made, kind=ActKind.STEP, words="bước", deed=Deed.MOVE_AS_CELL, on=BEGUN, undone_at=timezone.now()
    )


# Every named constraint of these models, with a row that breaks it.
BREAKS: dict[str, Callable[[Dossier], object]] = {
    "candidates_act_undone_with_reason": _undone_for_nothing,
    "candidates_hold_one_open": lambda made: _twice(lambda: held(made)),
    "candidates_hold_ends_with_outcome": lambda made: held(made, ended_on=BEGUN),
    "candidates_hold_returned_for_something": lambda made: held(made, HoldKind.RETURNED),
    "candidates_comment_fixed_after": lambda made: comment(made, fixed_on=BEFORE),
    "candidates_comment_closed_after": lambda made: comment(made, closed_on=BEFORE),
    "candidates_transfer_one_under_way": lambda made: _twice(lambda: sent(made)),
    "candidates_transfer_goes_somewhere": lambda made: sent(made, to_unit=None),
    "candidates_transfer_received_after_sent": lambda made: sent(made, received_on=BEFORE),
    "candidates_transfer_refused_with_reason": lambda made: sent(made, refused_on=BEGUN),
}
