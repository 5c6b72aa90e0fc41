"""Writes what the national texts say: confirms a value, corrects it, adds a regime, moves the day of effect.

All run inside ``acting`` and need Deed.KEEP_RULES over a province. Nothing stored is rewritten: a wrong value is marked void
and recorded anew with its reason; a step that was made, and a term that was stored with it, keep the row by which they came.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from candidates import regimes
from candidates.citing import Cited, document_of
from candidates.enums import Confidence, ParameterCode, RegimeKind
from candidates.models import Parameter, Regime
from organizations import turns
from organizations.access import Reach
from organizations.acting import acting, current
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.formats import date_vn, tidy
from organizations.models import Document


@dataclass(frozen=True)
class Value:
    """What a text says of one value: the stored value (empty: it does not say), the clause, how sure the source is."""

    code: ParameterCode
    value: str
    clause: str
    confidence: Confidence


@dataclass(frozen=True)
class NewRegime:
    """A set of rules from a day on, by its document, with its values."""

    code: str
    cited: Cited
    valid_from: date
    values: tuple[Value, ...]


def confirm(row: Parameter, basis: str, *, own: Reach, today: date, version: int | None) -> None:
    """Say that a value stands in the text, by a paper where there is one; once.

    ``version`` is the key of the row that the person had before them; Conflict where that one was corrected since.
    """
    _hold(own)
    row = _in_force(row, version)
    if not row.value:
        raise Refused(
            f"“{regimes.name_of(row.code)}” của {row.regime} chưa rõ nên chưa có gì để xác nhận. "
            "Khi có văn bản, hãy đính chính để ghi giá trị, rồi xác nhận."
        )
    by = {"confirmed_by": current().by, "confirmed_on": today, "basis": tidy(basis)}
    if not Parameter.objects.filter(pk=row.pk, confirmed_by=None).update(**by):
        raise Refused(
            f"Giá trị này đã được {row.confirmed_by} xác nhận ngày {date_vn(row.confirmed_on)}; không xác nhận thêm lần nữa."
        )


def correct(row: Parameter, said: Value, cited: Cited, reason: str, *, own: Reach, version: int | None) -> Parameter:
    """Put a value in the place of a wrong one, and say why; the wrong one stays on record. ``version`` as with ``confirm``."""
    _hold(own)
    row = _in_force(row, version)
    if not reason.strip():
        raise Refused("Cần ghi lý do đính chính.")
    document = document_of(cited)
    fresh = {"value": said.value, "clause": tidy(said.clause), "confidence": said.confidence, "document": document}
    if all(getattr(row, name) == value for name, value in fresh.items()):
        raise Refused("Giá trị, văn bản, điểm khoản và độ chắc đều như đang ghi; không có gì để đính chính.")
    _check_ages(_values_of(row.regime) | {row.code: replace(said, code=row.code)})
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        Parameter.objects.filter(pk=row.pk).update(void=True)
        kept = {"regime": row.regime, "code": row.code, "corrects": row, "reason": tidy(reason)}
        return Parameter.objects.create(**kept, **fresh)


def add(given: NewRegime, *, own: Reach) -> Regime:
    """Record a regime from a day on; what was in force until then ends on that day."""
    _hold(own)
    _check_code(given.code)
    _check_issued(given.cited.issued_on, given.valid_from)
    document = document_of(given.cited)
    _check_document(document)
    _check_ages({value.code: value for value in given.values})
    until = _make_room(given.valid_from)
    dates = {"valid_from": given.valid_from, "valid_until": until}
    made = Regime.objects.create(code=given.code, kind=RegimeKind.APPLYING, document=document, **dates)
    Parameter.objects.bulk_create(_stored(made, given.values))
    return made


def move_border(regime: Regime, valid_from: date, reason: str, *, own: Reach) -> None:
    """Correct the day of effect of a regime, and with it the last day of the one before."""
    _hold(own)
    regime = Regime.objects.select_for_update(of=("self",)).select_related("document").get(pk=regime.pk)
    _check_issued(regime.document.issued_on, valid_from)
    before = _of_kind(regime.kind).filter(valid_until=regime.valid_from).first()
    _check_border(regime, before, valid_from, reason)
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        ending = [(before, {"valid_until": valid_from})] if before else []
        moves = [*ending, (regime, {"valid_from": valid_from})]
        # Whichever of the two becomes shorter goes first: two regimes never hold at once, not even in between.
        for each, days in moves if valid_from < regime.valid_from else reversed(moves):
            Regime.objects.filter(pk=each.pk).update(**days)


def period_words(regime: Regime) -> str:
    """Say when a regime is in force."""
    until = f" đến trước ngày {date_vn(regime.valid_until)}" if regime.valid_until else ""
    return f"{regime} có hiệu lực từ ngày {date_vn(regime.valid_from)}{until}"


def _hold(own: Reach) -> None:
    """Check the right, and let changes of the national texts come one after the other."""
    current()
    if not regimes.keeps_national(own):
        raise NotAllowed(regimes.ONLY_THE_PROVINCE)
    turns.take("regimes")


def _of_kind(kind: str = RegimeKind.APPLYING):
    return Regime.objects.filter(kind=kind).select_related("document").order_by("valid_from")


def _in_force(row: Parameter, version: int | None) -> Parameter:
    """Return the row in force, which nobody else changes meanwhile; Conflict where the person saw another."""
    stored = Parameter.objects.select_related("regime", "confirmed_by").get(regime=row.regime_id, code=row.code)
    if stored.pk != version:
        raise Conflict(_corrected_since(stored), stored.pk)
    return stored


def _corrected_since(now: Parameter) -> str:
    """Who put what in the place of the value that a person had before them, as the audit trail has it."""
    if now.corrects_id is None:
        return "Biểu mẫu không khớp với giá trị đang ghi; hãy xem lại giá trị đang ghi, nếu vẫn cần thì gửi lại."
    context = now.events.order_by("pgh_id").values_list("pgh_context__metadata", flat=True).first() or {}
    why = f" (lý do: {now.reason})" if now.reason else ""
    return (
        f"“{regimes.name_of(now.code)}” của {now.regime} đã được {context.get('name', 'người khác')} đính chính thành "
        f"“{regimes.said(now.code, now.value)}”{why} sau khi đồng chí mở trang. "
        "Hãy xem lại giá trị đang ghi; nếu vẫn cần thì gửi lại."
    )


def _check_issued(issued_on: date | None, valid_from: date) -> None:
    """No text is in force before it was issued."""
    if issued_on and valid_from < issued_on:
        raise Refused(
            f"Ngày có hiệu lực {date_vn(valid_from)} trước ngày ban hành {date_vn(issued_on)}; hãy kiểm tra lại hai ngày này."
        )


def _check_code(code: str) -> None:
    if same := Regime.objects.filter(code__iexact=code).first():
        raise Refused(f"Ký hiệu {code} đã dùng: {period_words(same)}. Hãy chọn ký hiệu khác.")


def _check_document(document: Document) -> None:
    if same := Regime.objects.filter(document=document).first():
        raise Refused(
            f"{document.citation} đã được ghi: {period_words(same)}. "
            "Nếu ngày hiệu lực ghi nhầm, hãy đính chính ngày hiệu lực của quy định đó."
        )


def _make_room(start: date) -> date | None:
    """End whatever was in force on the day before ``start``; return the day from which a later one holds, if any."""
    found = list(_of_kind().select_for_update(of=("self",)))
    if not found:
        return None
    first, last = found[0], found[-1]
    if start < first.valid_from:
        return first.valid_from
    if start <= last.valid_from:
        over = next(each for each in found if each.valid_until is None or start < each.valid_until)
        raise Refused(_overlap(over, last))
    if last.valid_until and start > last.valid_until:
        raise Refused(
            f"{period_words(last)}; nếu quy định mới chỉ có hiệu lực từ ngày {date_vn(start)} thì từ ngày "
            f"{date_vn(last.valid_until)} đến trước ngày đó không có quy định nào. Hãy ghi ngày có hiệu lực "
            f"{date_vn(last.valid_until)} hoặc kiểm tra lại."
        )
    Regime.objects.filter(pk=last.pk).update(valid_until=start)
    return None


def _overlap(over: Regime, last: Regime) -> str:
    named = period_words(over) if over == last else f"{period_words(over)}, {period_words(last)}"
    return (
        f"{named}; quy định mới phải có hiệu lực sau ngày {date_vn(last.valid_from)}. Nếu ngày hiệu lực của {over} ghi nhầm, "
        "hãy đính chính ngày đó trước."
    )


def _check_border(regime: Regime, before: Regime | None, start: date, reason: str) -> None:
    if not reason.strip():
        raise Refused("Cần ghi lý do đính chính.")
    if start == regime.valid_from:
        raise Refused(f"{period_words(regime)} rồi; không có gì để đính chính.")
    if before and start <= before.valid_from:
        raise Refused(
            f"{period_words(before)}; nếu {regime} có hiệu lực từ ngày {date_vn(start)} thì {before} không còn ngày nào. "
            f"Ngày hiệu lực phải sau ngày {date_vn(before.valid_from)}."
        )
    if regime.valid_until and start >= regime.valid_until:
        after = _of_kind(regime.kind).filter(valid_from__gte=regime.valid_until).first()
        named = period_words(after) if after else period_words(regime)
        raise Refused(
            f"{named}; nếu {regime} có hiệu lực từ ngày {date_vn(start)} thì {regime} không còn ngày nào. "
            f"Ngày hiệu lực phải trước ngày {date_vn(regime.valid_until)}."
        )


def _values_of(regime: Regime) -> dict[str, Value]:
    rows = regime.parameters.filter(Q(code=ParameterCode.AGE_FROM) | Q(code=ParameterCode.AGE_TO), void=False)
    return {row.code: Value(ParameterCode(row.code), row.value, row.clause, Confidence(row.confidence)) for row in rows}


def _check_ages(values: dict[str, Value]) -> None:
    """Nobody could be of age where the least age lies above the greatest."""
    least, most = (values.get(code) for code in (ParameterCode.AGE_FROM, ParameterCode.AGE_TO))
    if least and most and least.value and most.value and int(least.value) > int(most.value):
        raise Refused(
            f"Tuổi thấp nhất {least.value} cao hơn tuổi cao nhất {most.value}; hãy kiểm tra lại hai giá trị này."
        )


def _stored(regime: Regime, values: Iterable[Value]) -> list[Parameter]:
    return [
        Parameter(
            regime=regime,
            code=each.code,
            value=each.value,
            clause=tidy(each.clause),
            document=regime.document,
            confidence=each.confidence if each.value else Confidence.UNKNOWN,
        )
        for each in values
    ]
