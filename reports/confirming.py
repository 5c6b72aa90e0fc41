"""Writes what organisations confirm, what the superior says of it, and why confirmed figures changed afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import IntegrityError, transaction

from organizations import locking
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.formats import date_vn, number_vn, tidy
from reports import opening
from reports.models import Adjustment, AskedUnit, Confirmation, ConfirmedFigure, FiguresRuling, LateReason
from reports.models.round import Word
from reports.rounds import adjusting, figures, late, reached, standing
from reports.rounds.figures import Counted
from reports.rounds.late import LateChange
from reports.rounds.standing import Standing, State


class FiguresMoved(Refused):
    """The numbers are no longer those that the person had before them; ``digest`` marks those of now."""

    def __init__(self, *sentences: str, digest: str) -> None:
        super().__init__(*sentences)
        self.digest = digest


@dataclass(frozen=True)
class Said:
    """What an organisation says when it confirms: of the whole, of single figures (by key), and what it had before it.

    ``seen`` is the digest of the figures shown, ``basis`` the paper by which somebody above confirms for it.
    """

    seen: str
    comment: str = ""
    comments: Mapping[str, str] = field(default_factory=dict)
    basis: str = ""


def confirm(place: AskedUnit, said: Said, *, own: Reach, today: date, version: int) -> Confirmation:
    """Store the figures of an organisation as they are now, as confirmed by it, inside ``acting``."""
    current()
    check_may(own, Deed.CONFIRM_FIGURES, place.unit)
    opening.check_runs(place.round, today)
    stands = standing.of_place(place, date.max)
    _check_version(stands, version)
    _check_may_confirm(stands, today)
    if reached.needs_basis(own, place.unit) and not tidy(said.basis):
        raise Refused("Xác nhận thay cho tổ chức: hãy ghi số, ngày của giấy tờ làm căn cứ.")
    now = figures.counted(place.round, place.unit)
    _check_seen(now, said.seen)
    adjusted = adjusting.due(place, today)
    _check_new(stands, now, adjusted, said)
    _check_explained(adjusted)
    return _stored(place, said, now, adjusted, stands, today)


def accept(place: AskedUnit, words: str, *, own: Reach, today: date, version: int) -> FiguresRuling:
    """Accept what an organisation confirmed, inside ``acting``: from now on what changes it needs a reason."""
    stands = _judged(place, own, today, version)
    if stands.state == State.ACCEPTED:
        raise Refused(f"Số liệu này đã được chấp nhận ngày {date_vn(stands.ruled.on)}.")
    if stands.state != State.CONFIRMED:
        raise Refused("Tổ chức chưa xác nhận (hoặc đã bị trả lại) nên chưa có gì để chấp nhận.")
    if stands.confirmed.by and stands.confirmed.by == current().by:
        raise NotAllowed("Đồng chí đã ghi xác nhận này; người khác chấp nhận.")
    stands.confirmed.place = place
    if changed := late.since([stands.confirmed]):
        told = "; ".join(f"{each.code}: {', '.join(move.words for move in each.moves)}" for each in changed)
        raise Refused(
            f"Số liệu đã thay đổi từ khi tổ chức xác nhận ngày {date_vn(stands.confirmed.on)} ({told}). Hãy trả lại để tổ chức "
            "xác nhận số mới."
        )
    lock = locking.lock(place.unit, place.round.as_at, opening.words(place.round), today)
    return _ruled(stands, {"kind": Word.ACCEPTED, "on": today, "words": tidy(words), "lock": lock})


def accept_all(chosen: Sequence[tuple[AskedUnit, int]], *, own: Reach, today: date) -> int:
    """Accept what several organisations confirmed (each with the version seen), inside ``acting``: all of them or none.

    Refused names every organisation that stands in the way.
    """
    against = []
    for place, version in chosen:
        try:
            accept(place, "", own=own, today=today, version=version)
        except (Refused, Conflict, NotAllowed) as error:
            against += [f"{place.name or place.unit.code}: {sentence}" for sentence in error.sentences]
    if against:
        raise Refused(*against)
    return len(chosen)


def send_back(
    place: AskedUnit, words: str, due_on: date | None, *, own: Reach, today: date, version: int
) -> FiguresRuling:
    """Return what an organisation confirmed, with a reason and a new term, inside ``acting``; an acceptance ends by it."""
    stands = _judged(place, own, today, version)
    if stands.state not in standing.DONE:
        raise Refused("Tổ chức chưa xác nhận (hoặc đã bị trả lại) nên chưa có gì để trả lại.")
    if not tidy(words):
        raise Refused("Hãy ghi lý do trả lại, để tổ chức biết phải kiểm tra điều gì.")
    if due_on is None or due_on < today:
        raise Refused(f"Hãy cho hạn mới để xác nhận lại, từ ngày {date_vn(today)} trở đi.")
    if stands.state == State.ACCEPTED:
        locking.lift(stands.ruled.lock)
    return _ruled(stands, {"kind": Word.RETURNED, "on": today, "words": tidy(words), "due_on": due_on})


def explain(place: AskedUnit, reasons: Mapping[tuple[int, str], str], *, own: Reach, today: date) -> int:
    """Record why dossiers changed confirmed figures (by confirmation and code), inside ``acting``; return how many."""
    by = current().by
    check_may(own, Deed.CONFIRM_FIGURES, place.unit)
    given = {key: tidy(words) for key, words in reasons.items() if tidy(words)}
    if not given:
        raise Refused("Hãy ghi lý do cho ít nhất một thay đổi.")
    LateReason.objects.bulk_create(
        LateReason(of_id=of, code=code, words=words, on=today, by=by) for (of, code), words in given.items()
    )
    return len(given)


def _check_version(stands: Standing, version: int) -> None:
    if stands.key != version:
        raise Conflict(
            f"Trong lúc đồng chí xem, tổ chức đã có {stands.confirmed}. Hãy xem lại; nếu vẫn cần thì gửi lại.",
            stands.key,
        )


def _check_may_confirm(stands: Standing, today: date) -> None:
    if stands.state == State.ACCEPTED:
        raise Refused(
            f"Số liệu này đã xác nhận ngày {date_vn(stands.confirmed.on)} và được chấp nhận ngày {date_vn(stands.ruled.on)}; "
            "muốn xác nhận lại, cấp trên phải trả lại trước."
        )
    last = stands.ruled or stands.confirmed
    if last and last.on > today:
        raise Refused(f"Đã có việc ghi ngày {date_vn(last.on)}, sau ngày đang xem; hãy chọn “xem tại ngày” muộn hơn.")


def _check_seen(now: list[Counted], seen: str) -> None:
    digest = figures.digest(now)
    if digest != seen:
        told = ", ".join(f"{each.figure.label.lower()} {number_vn(each.value)}" for each in now)
        raise FiguresMoved(
            f"Số liệu vừa thay đổi trong lúc đồng chí xem; nay là: {told}. Hãy kiểm tra lại rồi xác nhận.",
            digest=digest,
        )


def _check_new(stands: Standing, now: list[Counted], adjusted: list[LateChange], said: Said) -> None:
    """The same figures are not confirmed again while they wait for the superior's word, unless something is said of them.

    Other adjustments of earlier periods than those it took up make it another confirmation, too.
    """
    if stands.state != State.CONFIRMED or tidy(said.comment) or any(tidy(words) for words in said.comments.values()):
        return
    if adjusting.untold(stands.confirmed, adjusted):
        return
    kept = {each.key: frozenset(each.members) for each in stands.confirmed.figures.all()}
    if kept == {each.figure.key: each.members for each in now}:
        raise Refused(
            f"Đúng các số này đã được xác nhận ngày {date_vn(stands.confirmed.on)}, đang chờ cấp trên; không phải xác nhận "
            "lại. Muốn nói thêm thì ghi ý kiến rồi gửi."
        )


def _check_explained(adjusted: list[LateChange]) -> None:
    if missing := [each.code for each in adjusted if not each.told.reason]:
        raise Refused(
            f"Số đã chốt kỳ trước có thay đổi chưa ghi lý do: {', '.join(missing)}. Hãy ghi lý do từng thay đổi rồi xác nhận."
        )


def _stored(
    place: AskedUnit, said: Said, now: list[Counted], adjusted: list[LateChange], stands: Standing, today: date
) -> Confirmation:
    number = stands.confirmed.number + 1 if stands.confirmed else 1
    given = {"on": today, "comment": tidy(said.comment), "basis": tidy(said.basis), "by": current().by}
    made = Confirmation.objects.create(place=place, number=number, trail_from=late.trail_end(), **given)
    ConfirmedFigure.objects.bulk_create(
        ConfirmedFigure(
            confirmation=made,
            order=order,
            key=each.figure.key,
            label=each.figure.label,
            value=each.value,
            members=sorted(each.members),
            comment=tidy(said.comments.get(each.figure.key, "")),
        )
        for order, each in enumerate(now, start=1)
    )
    Adjustment.objects.bulk_create(
        Adjustment(
            confirmation=made,
            of=each.of,
            key=move.key,
            label=move.label,
            code=each.code,
            is_in=move.is_in,
            reason=each.told.reason[:400],
        )
        for each in adjusted
        for move in each.moves
    )
    return made


def _judged(place: AskedUnit, own: Reach, today: date, version: int) -> Standing:
    """What stands, for whoever judges it: theirs, in a round that runs, unchanged since they saw it."""
    reached.check_judges(own, place.round)
    opening.check_runs(place.round, today)
    stands = standing.of_place(place, date.max)
    _check_version(stands, version)
    last = stands.ruled or stands.confirmed
    if last and last.on > today:
        raise Refused(f"Đã có việc ghi ngày {date_vn(last.on)}, sau ngày đang xem; hãy chọn “xem tại ngày” muộn hơn.")
    return stands


def _ruled(stands: Standing, said: dict) -> FiguresRuling:
    try:
        with transaction.atomic():
            return FiguresRuling.objects.create(confirmation=stands.confirmed, by=current().by, **said)
    except IntegrityError as error:
        raise Refused("Xác nhận này vừa được người khác cho ý kiến; hãy tải lại trang.") from error
