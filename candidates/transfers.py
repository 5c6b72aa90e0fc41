"""Writes transfers: a dossier is sent with the letter of its stage, received by another cell or refused, or leaves for good.

All run inside ``acting``, each under an act of its own, so that each can be undone while nothing was built on it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F
from django.db.models.functions import Greatest

from candidates import actions, acts, guards, instead, moves, stages, terms
from candidates.enums import FINAL, ActKind, PaperKind, Stage, Way
from candidates.guards import Step
from candidates.models import Act, Dossier, Person, StageEntry, Transfer
from organizations import locking
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn, tidy
from organizations.models import Unit

SEND, RECEIVE = Deed.MOVE_AS_CELL, Deed.ADD_CANDIDATE


@dataclass(frozen=True)
class Sending:
    """What a person says of a dossier that is sent: ``with_letter`` whether the letter of its stage goes along."""

    on: date
    number: str = ""
    reason: str = ""
    basis: str = ""
    with_letter: bool = True


def letter_of(dossier: Dossier) -> PaperKind | None:
    """Return the letter that goes along when a dossier leaves at its stage; None where none can leave."""
    return moves.LETTERS.get(Stage(dossier.stage))


def letter_is_needed(dossier: Dossier) -> bool:
    """Say whether nothing is sent without its letter; the certificate of being helped may be missing (situation 6)."""
    return letter_of(dossier) != PaperKind.HELPED


def send(dossier: Dossier, to: Unit, said: Sending, *, own: Reach, today: date, version: int) -> Transfer:
    """Send a dossier to another cell of this installation; until that receives it nothing goes on."""
    _hold(dossier, own, said.basis, version)
    entry = dossier.entries.get(until__isnull=True)
    if against := [*_against_sending(dossier, entry, said, today), *_against_cell(dossier, to)]:
        raise Refused(*against)
    actions.check_cell(to, said.on)
    act = acts.begin(dossier, ActKind.SEND, "Giới thiệu chuyển đơn vị", said.on, deed=SEND)
    actions.touch(dossier, version)
    return _create(dossier, said, act, to_unit=to)


def send_out(dossier: Dossier, place: str, said: Sending, *, own: Reach, today: date, version: int) -> Transfer:
    """Send a dossier to a place that is not followed here: its way ends, there is no receipt."""
    stages.check_owner(
        own, moves.find(Stage(dossier.stage), Stage.MOVED_OUT) or moves.MOVED_OUT[0], dossier.unit, said.basis
    )
    if not place.strip():
        raise Refused("Cần ghi nơi đến.")
    letter = letter_of(dossier)
    step = Step(on=said.on, number=said.number, note=said.reason, basis=said.basis)
    entry = stages.move(dossier, Stage.MOVED_OUT, step, own=own, today=today, version=version)
    where = {"stage": entry.from_stage, "place": tidy(place), "letter": letter if said.with_letter else ""}
    return _create(dossier, said, entry.act, **where)


def receive(sent: Transfer, on: date, *, own: Reach, today: date, version: int, basis: str = "") -> StageEntry:
    """Receive a dossier in the cell to which it was sent: it goes on at the same stage, with the terms that run.

    Whoever helped in the old cell helps no more from that day.
    """
    entry = _hold_arrival(sent, own, basis, version, "Ngày tiếp nhận", on, today)
    dossier, to = sent.dossier, sent.to_unit
    actions.check_cell(to, on)
    locking.check_open(dossier.unit, on)
    locking.check_open(to, on)
    act = acts.begin(dossier, ActKind.RECEIVE, "Tiếp nhận chuyển đến", on, deed=RECEIVE)
    received = {"received_on": on, "received_by": current().by, "receive_act": act}
    Transfer.objects.filter(pk=sent.pk).update(**received)
    actions.touch(dossier, version, unit=to)
    _end_help(dossier, on, act)
    StageEntry.objects.filter(pk=entry.pk).update(until=on)
    return _goes_on(entry, to, on, act, basis)


def refuse(sent: Transfer, on: date, reason: str, *, own: Reach, today: date, version: int, basis: str = "") -> None:
    """Refuse to receive a dossier, with a reason: it stays with the cell that sent it."""
    _hold_arrival(sent, own, basis, version, "Ngày trả lời", on, today)
    if not reason.strip():
        raise Refused("Cần ghi lý do không tiếp nhận.")
    instead.note(basis)
    act = acts.begin(sent.dossier, ActKind.REFUSE, "Không tiếp nhận chuyển đến", on, deed=RECEIVE)
    refused = {"refused_on": on, "refuse_reason": tidy(reason), "refused_by": current().by, "refuse_act": act}
    Transfer.objects.filter(pk=sent.pk).update(**refused)
    actions.touch(sent.dossier, version)


def _hold(dossier: Dossier, own: Reach, basis: str, version: int) -> None:
    """Check the deed, the paper and the version, and let what is done about one person come one after the other."""
    current()
    check_may(own, moves.SUBSTITUTES[SEND] if instead.needs_basis(own, dossier.unit) else SEND, dossier.unit)
    instead.check_basis(own, dossier.unit, basis)
    Person.objects.select_for_update().get(pk=dossier.person_id)
    actions.check_version(dossier, version)


def _hold_arrival(
    sent: Transfer, own: Reach, basis: str, version: int, label: str, on: date, today: date
) -> StageEntry:
    """The same for whoever should receive a dossier; returns its stage in force."""
    current()
    check_may(own, RECEIVE, sent.to_unit)
    instead.check_basis(own, sent.to_unit, basis)
    Person.objects.select_for_update().get(pk=sent.dossier.person_id)
    actions.check_version(sent.dossier, version)
    entry = sent.dossier.entries.get(until__isnull=True)
    if against := [*_answered(sent), *_against_day(label, on, sent, today)]:
        raise Refused(*against)
    return entry


def _against_sending(dossier: Dossier, entry: StageEntry, said: Sending, today: date) -> list[str]:
    letter = letter_of(dossier)
    if letter is None or dossier.stage in FINAL:
        return [f"Hồ sơ đã kết thúc ở bước “{dossier.get_stage_display()}” nên không chuyển đơn vị."]
    if entry.on > today:
        return [
            f"Hồ sơ đã có bước ghi sau ngày đang xem ({date_vn(today)}). Muốn ghi tiếp, hãy chọn “xem tại ngày” muộn hơn."
        ]
    against = []
    if there := dossier.transfers.under_way().first():
        against.append(f"Hồ sơ đã được giới thiệu chuyển đi ngày {date_vn(there.sent_on)} và nơi đến chưa tiếp nhận.")
    if said.on > today:
        against.append(f"Ngày giới thiệu {date_vn(said.on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    if said.on < guards.begun(entry):
        against.append(
            f"Ngày giới thiệu {date_vn(said.on)} trước bước “{entry.get_stage_display()}” ngày {date_vn(guards.begun(entry))}; "
            "hãy kiểm tra lại ngày."
        )
    if letter_is_needed(dossier) and not (said.with_letter and said.number.strip()):
        against.append(f"Cần số của “{letter.label}”; ở bước này hồ sơ không chuyển đi nếu thiếu văn bản đó.")
    return against


def _against_cell(dossier: Dossier, to: Unit) -> list[str]:
    return ["Hồ sơ đang ở chính chi bộ này; hãy chọn chi bộ khác."] if to.pk == dossier.unit_id else []


def _answered(sent: Transfer) -> list[str]:
    if sent.received_on:
        return [f"Hồ sơ này đã được tiếp nhận ngày {date_vn(sent.received_on)}; hãy tải lại trang."]
    if sent.refused_on:
        return [f"Đã trả lời không tiếp nhận ngày {date_vn(sent.refused_on)}; hãy tải lại trang."]
    return []


def _against_day(label: str, on: date, sent: Transfer, today: date) -> list[str]:
    against = []
    if on < sent.sent_on:
        against.append(f"{label} {date_vn(on)} trước ngày giới thiệu {date_vn(sent.sent_on)}; hãy kiểm tra lại ngày.")
    if on > today:
        against.append(f"{label} {date_vn(on)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    return against


def _create(dossier: Dossier, said: Sending, act: Act, **where: object) -> Transfer:
    letter = letter_of(dossier) if said.with_letter else ""
    known = {"stage": dossier.stage, "letter": letter or "", "from_unit": dossier.unit} | where
    words = {name: tidy(getattr(said, name)) for name in ("number", "reason", "basis")}
    return Transfer.objects.create(dossier=dossier, **known, **words, sent_on=said.on, sent_by=current().by, act=act)


def _end_help(dossier: Dossier, on: date, act: Act) -> None:
    """Let whoever helped in the old cell help until that day; one who only just began, for a day."""
    helping = dossier.helpers.filter(valid_until__isnull=True)
    helping.update(valid_until=Greatest(on, F("valid_from") + timedelta(days=1)), end_act=act)


def _goes_on(entry: StageEntry, to: Unit, on: date, act: Act, basis: str) -> StageEntry:
    return StageEntry.objects.create(
        dossier=entry.dossier,
        position=StageEntry.ever.filter(dossier=entry.dossier_id).count() + 1,
        from_stage=entry.stage,
        stage=entry.stage,
        way=Way.MOVED,
        act=act,
        on=on,
        unit=to,
        by=current().by,
        basis=tidy(basis),
        **terms.carried(entry),
    )
