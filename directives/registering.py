"""Writes of the register: a document is registered in one act, completed where it was only cited, and corrected.

All run inside ``acting`` and need Deed.KEEP_DOCUMENTS in the unit that keeps the document.
"""

from datetime import date

from django.db.models import F

from directives import identities, register
from directives.enums import CHANGING_KINDS
from directives.identities import Alike, Identity, Likeness
from directives.letters import Head, Letter
from directives.models import Directive
from directives.register_lines import write_lines
from organizations import turns
from organizations.access import Reach, check_may
from organizations.acting import acting, current
from organizations.enums import Deed, Secrecy
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.formats import date_vn, tidy
from organizations.models import Document

_OF_DIRECTIVE = ("kept_by", "issuing_unit", "meeting_on", "signed_as", "signer", "place")
_OF_DOCUMENT = ("secrecy", "valid_from", "valid_until", "note")


class Alikes(Refused):
    """A document that is the same, or may be, is there already; ``documents`` are those that the person may see."""

    def __init__(self, sentence: str, documents: tuple[Document, ...]) -> None:
        super().__init__(sentence)
        self.documents = documents


def register_letter(
    letter: Letter, *, own: Reach, today: date, is_other: bool = False, stub: Document | None = None
) -> Directive:
    """Register a document; ``stub``, or a document of this identity that is only cited so far, is completed by it.

    ``is_other``: somebody looked at the documents that may be the same and says that this is another one.
    """
    current()
    turns.take("register", "document")
    check_may(own, Deed.KEEP_DOCUMENTS, letter.head.kept_by)
    _check_head(letter.head, today)
    document = _check_new(letter.head.identity, stub, is_other=is_other, own=own)
    document = _write_document(document, letter.head)
    directive = Directive.objects.create(document=document, **_columns(letter.head, _OF_DIRECTIVE))
    _check_relations(directive, letter)
    write_lines(directive, letter, own)
    return directive


def correct(
    directive: Directive, letter: Letter, reason: str, *, own: Reach, today: date, version: int, is_other: bool = False
) -> None:
    """Let a registered document say what ``letter`` says; what stood there stays in the audit trail with the reason."""
    act = current()
    if not register.may_keep(own, directive):
        raise NotAllowed(f"Vai trò của đồng chí không có quyền “{Deed.KEEP_DOCUMENTS.label}” đối với văn bản này.")
    turns.take("register", "document")
    check_may(own, Deed.KEEP_DOCUMENTS, letter.head.kept_by)
    _check_head(letter.head, today)
    if identities.of(directive.document).columns != letter.head.identity.columns:
        _check_free(letter.head.identity, directive.document, is_other=is_other, own=own)
    if letter.head.secrecy != directive.document.secrecy:
        _check_without_file(directive, letter.head)
    with acting(act.by, act.deed, tidy(reason)):
        unchanged = Directive.objects.filter(pk=directive.pk, version=version)
        if not unchanged.update(version=F("version") + 1, **_columns(letter.head, _OF_DIRECTIVE)):
            raise _faster(directive)
        _write_document(directive.document, letter.head)
        _check_relations(directive, letter)
        write_lines(directive, letter, own)


def _check_head(head: Head, today: date) -> None:
    if head.identity.is_empty:
        raise Refused("Hãy ghi ít nhất một trong các mục: loại, số, cơ quan ban hành, ngày ban hành.")
    for day, name in ((head.identity.issued_on, "Ngày ban hành"), (head.meeting_on, "Ngày họp")):
        if day and day > today:
            raise Refused(f"{name} {date_vn(day)} chưa đến (đang xem tại ngày {date_vn(today)}).")
    begun = head.valid_from or head.identity.issued_on
    if begun and head.valid_until and head.valid_until <= begun:
        raise Refused(f"Ngày hết hiệu lực {date_vn(head.valid_until)} phải sau ngày có hiệu lực {date_vn(begun)}.")


def _check_new(identity: Identity, stub: Document | None, *, is_other: bool, own: Reach) -> Document | None:
    """Return the document that is only cited so far and that this registration completes; None for a new one."""
    if stub is not None:
        if Directive.objects.filter(document=stub).exists():
            raise Alikes(f"{stub.citation} vừa được vào sổ.", register.nameable([stub], own))
        _check_free(identity, stub, is_other=is_other, own=own)
        return stub
    there = identities.alike(identity)
    same = next((each.document for each in there if each.likeness == Likeness.SAME), None)
    if same is not None and not _is_registered(same):
        return same
    _refuse(there, is_other=is_other, own=own)
    return None


def _check_free(identity: Identity, document: Document, *, is_other: bool, own: Reach) -> None:
    _refuse(identities.alike(identity, apart_from=document), is_other=is_other, own=own)


def _refuse(there: list[Alike], *, is_other: bool, own: Reach) -> None:
    if same := [each.document for each in there if each.likeness == Likeness.SAME]:
        raise Alikes(_twice(same[0], own), register.nameable(same, own))
    maybe = [each.document for each in there if each.likeness == Likeness.MAYBE]
    if maybe and not is_other:
        raise Alikes(
            f"Có thể văn bản này đã có: {_told(maybe[0], own)}, chỉ khác ở mục chưa rõ. Nếu đúng là văn bản đó, hãy mở và "
            "bổ sung; nếu là văn bản khác, hãy đánh dấu “Đây là văn bản khác” rồi gửi lại.",
            register.nameable(maybe, own),
        )


def _twice(document: Document, own: Reach) -> str:
    if not _is_registered(document):
        known = f"{_told(document, own)} đã có trong hệ thống vì được văn bản khác viện dẫn, chưa vào sổ."
        return f"{known} Hãy vào sổ từ chính văn bản đó."
    return (
        f"{_told(document, own)} đã được vào sổ; một văn bản chỉ vào sổ một lần. Hãy mở văn bản đã có. Nếu là văn bản khác, "
        "hãy kiểm tra lại loại, số, cơ quan và ngày ban hành."
    )


def _told(document: Document, own: Reach) -> str:
    """A document that one may not know of is not named."""
    return document.citation if register.nameable([document], own) else "Một văn bản có độ mật"


def _is_registered(document: Document) -> bool:
    return hasattr(document, "directive")


def _check_without_file(directive: Directive, head: Head) -> None:
    if head.secrecy != Secrecy.NORMAL and directive.files.exists():
        raise Refused("Văn bản có độ mật không lưu tệp ở đây. Hãy gỡ tệp đã lưu trước khi ghi độ mật.")


def _check_relations(directive: Directive, letter: Letter) -> None:
    """A document is in no relation to itself, and changes none that is younger than it."""
    mine = letter.head.identity
    for line in letter.citations:
        if line.other.key == mine.key:
            raise Refused(
                f"Quan hệ “{line.kind.label}” ghi chính văn bản này. Hãy ghi văn bản khác, hoặc để trống dòng đó."
            )
        later = mine.issued_on and line.other.issued_on and line.other.issued_on > mine.issued_on
        if line.kind in CHANGING_KINDS and later:
            raise Refused(
                f"Văn bản ngày {date_vn(mine.issued_on)} không thể {line.kind.label.lower()} {line.other.words}, ban hành sau. "
                "Hãy kiểm tra lại ngày, hoặc ghi quan hệ ở văn bản kia."
            )


def _columns(head: Head, names: tuple[str, ...]) -> dict:
    return {name: _tidied(getattr(head, name)) for name in names}


def _tidied(value: object) -> object:
    return tidy(value) if isinstance(value, str) else value


def _write_document(document: Document | None, head: Head) -> Document:
    values = head.identity.columns | {"subject": tidy(head.subject)} | _columns(head, _OF_DOCUMENT)
    if document is None:
        return Document.objects.create(**values)
    if any(getattr(document, name) != value for name, value in values.items()):
        Document.objects.filter(pk=document.pk).update(**values)
    return Document.objects.get(pk=document.pk)


def _faster(directive: Directive) -> Conflict:
    now = Directive.objects.get(pk=directive.pk)
    last = next(iter(register.corrections(now)), None)
    who = (last and last.by) or "Người khác"
    return Conflict(f"{who} vừa đính chính văn bản này. Hãy xem lại; nếu vẫn cần thì gửi lại.", now.version)
