"""What the form of a document shows: what was typed so far with more lines, or what stands of a registered one."""

from django.db.models import Model
from django.http import QueryDict

from directives.identities import PARTS
from directives.letter_forms import MORE_LINES, MOST_LINES, ROWS, LetterForm
from directives.line_forms import ACT, KNOW
from directives.models import Directive
from organizations.models import Document

ADD = "them"


def added(data: QueryDict) -> str:
    """Return which lines are asked for by a button; empty where the form was sent to be stored."""
    return data.get(ADD, "") if data.get(ADD) in ROWS else ""


def typed(data: QueryDict) -> tuple[dict, dict[str, list[dict]]]:
    """Return what was typed so far, to be shown again with more lines: of the head, and of each kind of line."""
    head = {name: data.get(name) for name in LetterForm.base_fields if name in data}
    rows = {name: [_typed_row(name, place, data) for place in range(_total(name, data))] for name in ROWS}
    rows[added(data)] += [{}] * MORE_LINES
    return head, rows


def stored(directive: Directive, names: dict[int, str]) -> tuple[dict, dict[str, list[dict]]]:
    """Return what stands of a registered document, as the form shows it; ``names`` are the labels of its units."""
    of_document = known(directive.document)
    own = {name: getattr(directive, name) for name in ("meeting_on", "signed_as", "signer", "place")}
    head = (
        of_document | own | {"kept_by": directive.kept_by_id, "issuing_unit": names.get(directive.issuing_unit_id, "")}
    )
    return head, {
        "addressees": [_addressee(each, names) for each in directive.addressees.all()],
        "clauses": [
            {"row": each.pk, "label": each.label, "summary": each.summary, "place": place}
            for place, each in enumerate(directive.document.clauses.all(), start=1)
        ],
        "citations": [_citation(each) for each in directive.citations.select_related("document", "clause")],
    }


def known(document: Document) -> dict:
    """Return what is known of a document itself, as the form shows it."""
    names = (*PARTS, "subject", "secrecy", "valid_from", "valid_until", "note")
    return {name: getattr(document, name) for name in names}


def _total(name: str, data: QueryDict) -> int:
    said = data.get(f"{name}-TOTAL_FORMS", "")
    return min(int(said), MOST_LINES - MORE_LINES) if said.isdecimal() and len(said) < 6 else 0


def _typed_row(name: str, place: int, data: QueryDict) -> dict:
    fields = ROWS[name][1].base_fields
    return {field: data[key] for field in fields if (key := f"{name}-{place}-{field}") in data}


def _addressee(row: Model, names: dict[int, str]) -> dict:
    said = {"row": row.pk, "words": row.words, "to_act": ACT if row.to_act else KNOW, "bound": row.bound}
    return said | {"unit": names.get(row.unit_id, "")}


def _citation(row: Model) -> dict:
    other = row.document
    said = {"row": row.pk, "kind": row.kind, "other_kind": other.kind, "number": other.number}
    said |= {"issued_on": other.issued_on, "issuer": other.issuer, "subject": other.subject}
    return said | {"clause": row.clause.label if row.clause else ""}
