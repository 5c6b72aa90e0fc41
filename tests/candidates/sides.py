"""Words of the tests about side tracks and transfers: each through the product's own acts, as whoever owns it."""

from datetime import date

from candidates import holding, transfers
from candidates.enums import HoldKind, HoldOutcome, ReturnCode
from candidates.holding import Beginning, Ending
from candidates.models import Comment, Dossier, Hold, Transfer
from candidates.tracks import RETURN, TRACKS
from candidates.transfers import Sending
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed, Role
from organizations.models import Post, Unit
from tests.people import FOUNDED, TODAY

BEGUN, ENDED = date(2021, 5, 3), date(2021, 5, 20)
ROLES = (Role.CELL_SECRETARY, Role.COMMITTEE_OFFICE, Role.BOARD_OFFICER)
COMMENTS = (("Đơn xin vào Đảng", "Thiếu chữ ký."), ("Kết quả biểu quyết", "Ghi thiếu số có mặt."))


def at(*places: Unit) -> access.Reach:
    """A reach with every deed of the way at some units."""
    return access.Reach(
        tuple(Post(role=role, unit=place, valid_from=FOUNDED) for role in ROLES for place in places), TODAY
    )


def fresh(made: Dossier) -> Dossier:
    """The dossier as it stands now."""
    return Dossier.objects.select_related("person", "unit").get(pk=made.pk)


def known(made: Dossier, today: date = TODAY, own: access.Reach | None = None) -> dict:
    """What every act is told besides its own words."""
    return {"own": own or at(made.unit), "today": today, "version": made.version}


def hold(made: Dossier, kind: HoldKind, on: date = BEGUN, *, today: date = TODAY, **said: object) -> Hold:
    """Let a dossier wait by a side track."""
    made = fresh(made)
    given = {"reason": "Theo đề nghị", "number": "12-CV/TN", "code": ReturnCode.PAPER_WRONG} | said
    if kind != HoldKind.RETURNED:
        given.pop("code")
    with acting(None, TRACKS[kind].begins[0]):
        return holding.begin(made, kind, Beginning(on=on, **given), **known(made, today))


def returned(made: Dossier, on: date = BEGUN) -> list[Comment]:
    """Return a dossier with two comments; gives them back."""
    return list(hold(made, HoldKind.RETURNED, on, comments=COMMENTS).comments.all())


def release(held: Hold, on: date = ENDED, outcome: str = "", *, today: date = TODAY, **said: object) -> None:
    """Let a dossier go on."""
    held = Hold.objects.select_related("dossier__unit", "dossier__person").get(pk=held.pk)
    track = TRACKS[HoldKind(held.kind)]
    ending = Ending(**{"on": on, "outcome": outcome or track.outcomes[0], "number": "34-CV/TN"} | said)
    with acting(None, track.ends[0]):
        holding.end(held, ending, **known(held.dossier, today))


def fix(said: Comment, on: date = date(2021, 5, 10), *, today: date = TODAY) -> None:
    """Mend one thing."""
    said = again(said)
    with acting(None, Deed.MOVE_AS_CELL):
        holding.fix(said, "Đã bổ sung.", on, **known(said.hold.dossier, today))


def close(said: Comment, on: date = date(2021, 5, 12), *, today: date = TODAY) -> bool:
    """Accept one thing as mended."""
    said = again(said)
    with acting(None, RETURN):
        return holding.close(said, on, **known(said.hold.dossier, today))


def again(said: Comment) -> Comment:
    """The comment as it stands now, with its dossier."""
    return Comment.objects.select_related("hold__dossier__unit", "hold__dossier__person").get(pk=said.pk)


def conclude(held: Hold, outcome: HoldOutcome, on: date = ENDED) -> None:
    """Let the conclusion on the political standard, or the superior's answer, be recorded."""
    release(held, on, outcome)


def send(made: Dossier, to: Unit, on: date = BEGUN, *, today: date = TODAY, **said: object) -> Transfer:
    """Send a dossier to another cell with the letter of its stage."""
    made = fresh(made)
    with acting(None, Deed.MOVE_AS_CELL):
        return transfers.send(made, to, Sending(**{"on": on, "number": "07-GGT"} | said), **known(made, today))


def send_out(made: Dossier, on: date = BEGUN, place: str = "Đảng ủy phường Bến Thành", **said: object) -> Transfer:
    """Send a dossier out of what is followed here."""
    made = fresh(made)
    with acting(None, Deed.MOVE_AS_CELL):
        return transfers.send_out(made, place, Sending(**{"on": on, "number": "08-GGT"} | said), **known(made))


def receive(sent: Transfer, on: date = ENDED, *, today: date = TODAY, own: access.Reach | None = None) -> Dossier:
    """Receive a dossier in the cell to which it was sent."""
    sent = Transfer.objects.select_related("dossier__unit", "dossier__person", "to_unit").get(pk=sent.pk)
    with acting(None, Deed.ADD_CANDIDATE):
        transfers.receive(sent, on, **known(sent.dossier, today, own or at(sent.to_unit)))
    return fresh(sent.dossier)


def refuse(
    sent: Transfer, on: date = ENDED, reason: str = "Người này chưa về công tác.", *, today: date = TODAY
) -> None:
    """Refuse to receive a dossier."""
    sent = Transfer.objects.select_related("dossier__unit", "dossier__person", "to_unit").get(pk=sent.pk)
    with acting(None, Deed.ADD_CANDIDATE):
        transfers.refuse(sent, on, reason, **known(sent.dossier, today, at(sent.to_unit)))


def stages_of(made: Dossier) -> list[tuple[str, str]]:
    """The stages of a dossier with the way by which each came about."""
    return list(made.entries.order_by("position").values_list("stage", "way"))
