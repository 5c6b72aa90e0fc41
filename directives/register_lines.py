"""Writes the lines of a registered document: addressees, clauses, relations.

A line that is said anew is changed where it stands, one that is said no more is void: what was there stays in the audit trail.
"""

from collections.abc import Iterable
from itertools import count

from django.db.models import ForeignObjectRel, Max, Model
from pghistory.models import Event

from directives import identities, register
from directives.letters import AddresseeLine, CitationLine, ClauseLine, Letter
from directives.models import Addressee, Citation, Directive
from organizations.access import Reach
from organizations.errors import Refused
from organizations.formats import plain, tidy
from organizations.models import Clause, Document


def write_lines(directive: Directive, letter: Letter, own: Reach) -> None:
    """Let a document have exactly these lines; ``own`` says which other documents may be named to whoever writes them."""
    addressees = [(line.row, _addressee(line)) for line in letter.addressees]
    _write(Addressee, {"directive": directive}, addressees)
    _check_labels(letter.clauses)
    for clause in _dropped(directive.document, letter.clauses):
        _check_free(clause)
    clauses = [(line.row, {"label": tidy(line.label), "summary": line.summary.strip()}) for line in letter.clauses]
    _write(Clause, {"document": directive.document}, clauses)
    _write_citations(directive, letter.citations, own)


def _addressee(line: AddresseeLine) -> dict:
    return {"words": tidy(line.words), "to_act": line.to_act, "unit": line.unit, "bound": line.bound}


def _write(model: type[Model], of: dict, lines: list[tuple[int | None, dict]]) -> None:
    """Change, add and void rows so that exactly ``lines`` stand, in their order."""
    there = {row.pk: row for row in model.objects.filter(**of)}
    said = {row for row, _ in lines}
    model.objects.filter(pk__in=set(there) - said).update(void=True)
    places = _places(model, of, [there.get(row) for row, _ in lines])
    for (row, values), place in zip(lines, places, strict=True):
        _write_row(model, of, there.get(row), values | {"position": place})


def _places(model: type[Model], of: dict, rows: list[Model | None]) -> Iterable[int]:
    """The numbers of the lines: those that they have, where these still stand in order; else new ones after all others."""
    kept = [row.position for row in rows if row]
    last = model.objects.filter(**of).aggregate(last=Max("position"))["last"] or 0
    is_appended = all(row is None for row in rows[len(kept) :])
    if is_appended and kept == sorted(kept):
        return [*kept, *range(last + 1, last + 1 + len(rows) - len(kept))]
    return [place for place, _ in zip(count(last + 1), rows, strict=False)]


def _write_row(model: type[Model], of: dict, row: Model | None, values: dict) -> None:
    if row is None:
        model.objects.create(**of, **values)
    elif any(getattr(row, name) != value for name, value in values.items()):
        model.objects.filter(pk=row.pk).update(**values)


def _check_labels(lines: tuple[ClauseLine, ...]) -> None:
    labels = [plain(line.label) for line in lines]
    if twice := next((line.label for line in lines if labels.count(plain(line.label)) > 1), None):
        raise Refused(f"Điểm, khoản “{twice}” ghi hai lần. Hãy đặt tên khác cho một trong hai, hoặc gộp lại.")


def _dropped(document: Document, lines: tuple[ClauseLine, ...]) -> list[Clause]:
    return list(document.clauses.exclude(pk__in=[line.row for line in lines if line.row]))


def _check_free(clause: Clause) -> None:
    """A clause from which something followed is not taken back."""
    hanging = [_hangs(clause, relation) for relation in Clause._meta.related_objects]
    if words := [each for each in hanging if each]:
        raise Refused(
            f"Không bỏ được “{clause.label}”: đã có {', '.join(words)} theo điểm này. Hãy giữ điểm, sửa lời; "
            "hoặc chuyển các mục đó trước."
        )


def _hangs(clause: Clause, relation: ForeignObjectRel) -> str:
    """What of one kind followed from a clause, in words; its own events and relations to other documents do not hold it."""
    model = relation.related_model
    if model is Citation or issubclass(model, Event):
        return ""
    number = model._default_manager.filter(**{relation.field.name: clause}).count()
    return f"{number} {model._meta.verbose_name}" if number else ""


def _write_citations(directive: Directive, lines: tuple[CitationLine, ...], own: Reach) -> None:
    clauses = {plain(clause.label): clause for clause in directive.document.clauses.all()}
    wanted = {}
    for line in lines:
        other = _document_of(line, own)
        if other.pk == directive.document_id:
            raise Refused(f"Quan hệ “{line.kind.label}” ghi chính văn bản này. Hãy ghi văn bản khác.")
        wanted[other.pk, line.kind.value] = _clause_of(line, clauses)
    there = {(row.document_id, row.kind): row for row in directive.citations.all()}
    gone = [row.pk for key, row in there.items() if key not in wanted]
    Citation.objects.filter(pk__in=gone).update(void=True)
    for (document, kind), clause in wanted.items():
        _write_citation(directive, there.get((document, kind)), document, kind, clause)


def _write_citation(
    directive: Directive, row: Citation | None, document: int, kind: str, clause: Clause | None
) -> None:
    if row is None:
        Citation.objects.create(directive=directive, document_id=document, kind=kind, clause=clause)
    elif row.clause_id != (clause and clause.pk):
        Citation.objects.filter(pk=row.pk).update(clause=clause)


def _clause_of(line: CitationLine, clauses: dict[str, Clause]) -> Clause | None:
    if not line.clause:
        return None
    if found := clauses.get(plain(line.clause)):
        return found
    raise Refused(
        f"Quan hệ với {line.other.words} ghi tại “{line.clause}”, nhưng văn bản không có điểm, khoản nào mang tên đó. "
        "Hãy ghi đúng tên điểm, hoặc để trống."
    )


def _document_of(line: CitationLine, own: Reach) -> Document:
    """The document that is meant; recorded now, as one that is only cited, where nobody knows it yet."""
    found = identities.meant(line.other)
    if len(found) > 1:
        told = [each.citation for each in register.nameable(found, own)][:3]
        if len(told) < len(found):
            told.append("văn bản khác")
        raise Refused(
            f"Có {len(found)} văn bản khớp với {line.other.words}: {'; '.join(told)}. "
            "Hãy ghi thêm loại, ngày hoặc cơ quan ban hành để rõ văn bản nào."
        )
    return found[0] if found else Document.objects.create(**line.other.columns, subject=tidy(line.subject))
