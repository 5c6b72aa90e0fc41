"""Writes of duties: one is recorded from a clause, corrected, ended, or taken back as recorded by mistake."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from directives import keepers
from directives.enums import Bound, ObligationKind, Repeats
from directives.models import Binding, Directive, Fulfilment, Obligation
from organizations import turns
from organizations.access import Reach
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.formats import date_vn, number_vn, plain, tidy
from organizations.models import Clause, Document, Unit

Pairs = tuple[tuple[Unit, Bound], ...]
NOT_YOURS = "Đơn vị {} không nằm trong phần đồng chí được ghi văn bản, nhiệm vụ; hãy chọn đơn vị khác."


@dataclass(frozen=True)
class Wanted:
    """What a clause asks for: of whom (units themselves or kinds of units under them), what, from when, by when, how often.

    ``actor`` are the text's own words for who acts. Without ``due_on`` the text names no day. ``needs_accepting``: a reply
    waits for the superior's word.
    """

    clause: Clause
    kind: ObligationKind
    words: str
    bound: Pairs
    from_on: date
    due_on: date | None = None
    repeats: Repeats = Repeats.ONCE
    actor: str = ""
    subject: Document | None = None
    needs_accepting: bool = False


def record_obligation(directive: Directive, wanted: Wanted, *, own: Reach) -> Obligation:
    """Record a duty from a clause of a document, inside ``acting``; it is followed by whoever keeps the document."""
    current()
    _check(directive, wanted, own)
    _check_once(directive, wanted)
    made = Obligation.objects.create(directive=directive, keeper=_keeper(directive, own), **_stored(wanted))
    _bind(made, wanted.bound[1:])
    return made


def correct(duty: Obligation, wanted: Wanted, reason: str, *, own: Reach, version: int) -> None:
    """Put right what a duty says, inside ``acting``; replies stay, what stood before stays in the history."""
    keepers.check_keeps(own, duty)
    _check(duty.directive, wanted, own)
    _check_once(duty.directive, wanted, but=duty)
    _check_replies_fit(duty, wanted)
    with _because(reason):
        _change(duty, version, **_stored(wanted))
        _bind(duty, wanted.bound[1:])


def end(duty: Obligation, until: date, reason: str, *, own: Reach, version: int) -> None:
    """Let a duty end: from ``until`` on nobody is asked any more; replies and rounds before stay."""
    keepers.check_keeps(own, duty)
    if until <= duty.from_on:
        raise Refused(
            f"Ngày kết thúc {date_vn(until)} phải sau ngày nhiệm vụ bắt đầu ({date_vn(duty.from_on)}); nếu nhiệm vụ ghi "
            "nhầm, hãy gỡ nhiệm vụ."
        )
    with _because(reason):
        _change(duty, version, until=until)


def take_back(duty: Obligation, reason: str, *, own: Reach, version: int) -> None:
    """Take a duty back that was recorded by mistake; refused once units replied, because their words would hang on nothing."""
    keepers.check_keeps(own, duty)
    replied = Fulfilment.objects.filter(obligation=duty).select_related("unit")
    if count := replied.count():
        first = replied[0]
        raise Refused(
            f"Đã có {number_vn(count)} trả lời (ví dụ {first.unit}, ngày {date_vn(first.on)}) nên không gỡ được. Hãy kết thúc "
            "nhiệm vụ, hoặc sửa nội dung."
        )
    with _because(reason):
        _change(duty, version, void=True, void_reason=tidy(reason))


def _because(reason: str) -> acting:
    act = current()
    return acting(act.by, act.deed, tidy(reason))


def _change(duty: Obligation, version: int, **values: object) -> None:
    unchanged = Obligation.objects.filter(pk=duty.pk, version=version)
    if not unchanged.update(**values, version=F("version") + 1):
        now = Obligation.ever.get(pk=duty.pk)
        raise Conflict(
            "Nhiệm vụ này vừa được người khác sửa. Hãy xem lại; nếu vẫn cần thì gửi lại.",
            now.version,
        )


def _stored(wanted: Wanted) -> dict:
    unit, bound = wanted.bound[0]
    is_known = wanted.kind == ObligationKind.MAKE_KNOWN
    return {
        "clause": wanted.clause,
        "kind": wanted.kind,
        "words": tidy(wanted.words),
        "actor": tidy(wanted.actor),
        "subject": (wanted.subject or wanted.clause.document) if is_known else None,
        "unit": unit,
        "bound": bound,
        "from_on": wanted.from_on,
        "due_on": wanted.due_on,
        "yearly": wanted.repeats == Repeats.YEARLY,
        "repeats": wanted.repeats,
        "needs_accepting": wanted.needs_accepting,
    }


def _bind(duty: Obligation, further: Iterable[tuple[Unit, Bound]]) -> None:
    """Let exactly ``further`` be bound besides the first; who is no longer among them stays on record, out of force."""
    wanted = {(unit.pk, bound) for unit, bound in further}
    for each in duty.bindings.all():
        if (each.unit_id, each.bound) in wanted:
            wanted.remove((each.unit_id, each.bound))
        else:
            Binding.objects.filter(pk=each.pk).update(void=True)
    for unit, bound in sorted(wanted):
        Binding.objects.create(obligation=duty, unit_id=unit, bound=bound)


def _keeper(directive: Directive, own: Reach) -> Unit | None:
    """Nobody in particular where the person keeps the issuer's documents; else the unit for which this person works."""
    issuer = directive.issuing_unit
    if issuer and own.covers(Deed.KEEP_DOCUMENTS, issuer):
        return None
    return own.roots(Deed.KEEP_DOCUMENTS)[0]


def _check(directive: Directive, wanted: Wanted, own: Reach) -> None:
    if wanted.clause.document_id != directive.document_id:
        raise Refused("Điểm, khoản được chọn không thuộc văn bản này. Hãy chọn lại.")
    if not wanted.bound:
        raise Refused("Hãy chọn ít nhất một đối tượng thực hiện: loại đơn vị, hoặc từng đơn vị.")
    for unit, _ in wanted.bound:
        if not keepers.covers(own, Deed.KEEP_DOCUMENTS, unit):
            raise NotAllowed(NOT_YOURS.format(unit))
    _check_days(directive, wanted)


def _check_days(directive: Directive, wanted: Wanted) -> None:
    due, issued = wanted.due_on, directive.document.issued_on
    if due and due < wanted.from_on:
        raise Refused(f"Hạn {date_vn(due)} trước ngày bắt đầu {date_vn(wanted.from_on)}; hãy kiểm tra lại hai ngày.")
    if due and issued and due < issued:
        raise Refused(
            f"Hạn {date_vn(due)} trước ngày ban hành văn bản ({date_vn(issued)}); hãy kiểm tra lại lời văn bản."
        )


def _check_once(directive: Directive, wanted: Wanted, but: Obligation | None = None) -> None:
    """A clause asks the same of the same units once; what was recorded already is named."""
    turns.take("duties", directive.pk)
    same = Obligation.objects.filter(clause=wanted.clause, kind=wanted.kind, due_on=wanted.due_on)
    for other in same.exclude(pk=but.pk if but else None).prefetch_related("bindings"):
        is_said = plain(other.words) == plain(tidy(wanted.words)) and other.rhythm == wanted.repeats
        if is_said and _pairs(other) == {(unit.pk, bound) for unit, bound in wanted.bound}:
            due = f", hạn {date_vn(other.due_on)}" if other.due_on else ""
            raise Refused(
                f"“{wanted.clause.label}” đã có nhiệm vụ “{other.words}”{due} cho chính các đơn vị này. Hãy mở nhiệm vụ đó; "
                "nếu là việc khác thì ghi nội dung cho rõ."
            )


def _pairs(duty: Obligation) -> set[tuple[int, str]]:
    return {(duty.unit_id, duty.bound), *((each.unit_id, each.bound) for each in duty.bindings.all())}


def _check_replies_fit(duty: Obligation, wanted: Wanted) -> None:
    first = Fulfilment.objects.filter(obligation=duty).order_by("on").select_related("unit").first()
    if first is None:
        return
    if wanted.repeats != duty.rhythm:
        raise Refused(
            f"{first.unit} đã trả lời ngày {date_vn(first.on)} theo kỳ “{duty.rhythm.label}” nên không đổi được kỳ. Hãy kết "
            "thúc nhiệm vụ này rồi ghi nhiệm vụ mới."
        )
    if wanted.from_on > first.on:
        raise Refused(
            f"{first.unit} đã trả lời ngày {date_vn(first.on)}, trước ngày bắt đầu mới {date_vn(wanted.from_on)}; hãy chọn "
            "ngày không muộn hơn."
        )
