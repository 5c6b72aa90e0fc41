"""Words to put letters, duties, readings and organisations' own targets on the stage of the tests."""

from datetime import date

from django.test import Client
from django.urls import reverse

from directives.enums import (
    BaseKind,
    Bound,
    CitationKind,
    Measure,
    NumberKind,
    ObligationKind,
    PeriodKind,
    ReadingCode,
)
from directives.models import (
    Addressee,
    Binding,
    Citation,
    Conclusion,
    Delivery,
    Directive,
    Escalation,
    Fulfilment,
    LetterFile,
    Obligation,
    OwnReading,
    ReadLetter,
    Reminded,
    Reminder,
    ReplyFile,
    Ruling,
    Target,
)
from organizations.enums import DocumentKind, FigureKind
from organizations.models import Clause, Document, Figure, Unit
from tests.pages import read
from tests.people import TODAY, Cast

ISSUED = date(2021, 3, 1)


def letter(unit: Unit, number: str = "", issued_on: date | None = ISSUED) -> Directive:
    """Record a letter of ``unit`` with one clause; without ``number`` it takes the next one."""
    number = number or f"{Directive.objects.count() + 1}-CV/TN"
    document = Document.objects.create(
        kind=DocumentKind.LETTER,
        number=number,
        issuer="Cấp ủy thử nghiệm",
        issued_on=issued_on,
        subject="V/v thử nghiệm",
    )
    Clause.objects.create(document=document, position=1, label="Điểm 1", summary="Giao nhiệm vụ.")
    return Directive.objects.create(document=document, issuing_unit=unit, kept_by=unit)


def duty(
    unit: Unit, bound: Bound = Bound.CELLS, kind: ObligationKind = ObligationKind.OTHER, **more: object
) -> Obligation:
    """Record a duty of ``unit`` or of units under it; a letter of its own where none is given."""
    directive = more.pop("directive", None) or letter(unit)
    values = {"words": "Làm việc thử nghiệm", "from_on": ISSUED, "unit": unit, "bound": bound, "kind": kind}
    if kind == ObligationKind.MAKE_KNOWN:
        values["subject"] = directive.document
    return Obligation.objects.create(directive=directive, clause=directive.document.clauses.get(), **(values | more))


def reading(unit: Unit) -> OwnReading:
    """Record a reading of our own of a letter of ``unit``."""
    directive = letter(unit)
    words = {"code": ReadingCode.STILL_HAS_SOURCES, "words": "Tỷ lệ hội còn nguồn có giới thiệu."}
    return OwnReading.objects.create(directive=directive, clause=directive.document.clauses.get(), **words)


def citation(citing: Directive, document: Document) -> Citation:
    """Let a directive cite a document."""
    clause = citing.document.clauses.get()
    return Citation.objects.create(directive=citing, document=document, clause=clause, kind=CitationKind.GROUNDS)


def stub(number: str = "7-KL/TW") -> Document:
    """A document that is only cited."""
    return Document.objects.create(kind=DocumentKind.CONCLUSION, number=number, issuer="Bộ Chính trị", subject="Về hội")


def addressee(directive: Directive, words: str, bound: Bound = Bound.ITSELF, unit: Unit | None = None) -> Addressee:
    """Let a letter speak to somebody: in words alone, to a unit, or to those under it."""
    place = directive.addressees.count() + 1
    return Addressee.objects.create(directive=directive, position=place, words=words, unit=unit, bound=bound)


def letter_file(directive: Directive, number: int = 1) -> LetterFile:
    """A row of a file that lies nowhere."""
    told = {"stored_as": f"{directive.pk:016x}{number:016x}", "sha256": f"{number:064x}", "size": 9, "kind": "pdf"}
    return LetterFile.objects.create(directive=directive, original_name="thu.pdf", on=TODAY, **told)


def own_target(organisation: Unit, measure: Measure = Measure.MEMBERS_ADMITTED, **more: object) -> Target:
    """Record a target that an organisation set itself: 4 people a year from 2021 on, unless ``more`` says otherwise."""
    directive = more.pop("directive", None) or letter(organisation)
    values = {"number_kind": NumberKind.ABSOLUTE, "number": 4, "first_year": 2021, "unit": organisation}
    clause = directive.document.clauses.get()
    return Target.objects.create(directive=directive, clause=clause, measure=measure, **(values | more))


def read_letter(unit: Unit, number: int = 1, **more: object) -> ReadLetter:
    """A letter that was read for a unit and waits for its officer's word."""
    told = {"name": f"van-ban-{number}.txt", "text": f"Số {number}-CV/ĐU\nCác chi bộ báo cáo trước ngày 30/5/2021."}
    return ReadLetter.objects.create(unit=unit, sha256=f"{number:064x}", read_on=TODAY, **told | more)


def around(who: Cast) -> Obligation:
    """A letter of the bloc with everything that may hang on one; the duty binds the cells, one of which has done it."""
    made = duty(who.bloc, kind=ObligationKind.MAKE_KNOWN)
    duty(who.bloc, Bound.ASSOCIATIONS, ObligationKind.TARGETS)
    reading(who.bloc)
    citation(made.directive, stub())
    addressee(made.directive, "Các chi bộ", Bound.CELLS, who.bloc)
    Delivery.objects.create(directive=made.directive, unit=who.single_cell, on=TODAY)
    letter_file(made.directive)
    read_letter(who.bloc)
    Fulfilment.objects.create(obligation=made, unit=who.single_cell, on=TODAY)
    return made


PERCENT = {"number_kind": NumberKind.PERCENT, "base": BaseKind.ORGANISATION_MEMBERS}
TERM = {"period": PeriodKind.TERM, "term_start": date(2019, 10, 1), "term_stop": date(2024, 10, 1), "first_year": 2019}


def members(organisation: Unit, number: int, on: date = date(2021, 1, 1), **more: object) -> Figure:
    """Let an organisation declare its members."""
    kind = FigureKind.ORGANISATION_MEMBERS
    return Figure.objects.create(unit=organisation, kind=kind, on=on, value=number, declared_by="thử nghiệm", **more)


def receipt_address(made: Obligation, unit: Unit) -> str:
    """The page on which a unit says that it has done a duty."""
    return reverse("directives:receipt", args=[made.directive_id, made.pk, unit.code])


def words_of(browser: Client, address: str) -> str:
    """Everything that a page says."""
    return read(browser.get(address)).words


DUE = date(2021, 4, 1)


def replied(unit: Unit, by: object = None) -> Obligation:
    """A duty of a unit itself, with its reply, a file of it and the superior's word; the unit follows it itself."""
    made = duty(unit, Bound.ITSELF, ObligationKind.REPORT, needs_accepting=True)
    said = Fulfilment.objects.create(obligation=made, unit=unit, on=date(2021, 5, 3), words="báo cáo", by=by)
    attached(said)
    key = {"obligation": made, "unit": unit, "fulfilment": said}
    Ruling.objects.create(kind="accepted", on=date(2021, 5, 10), **key)
    return made


def attached(said: Fulfilment, **more: object) -> ReplyFile:
    """The row of a file of a reply; nothing lies on disk."""
    known = {"stored_as": f"{said.pk:032x}", "sha256": "0" * 64, "size": 10, "kind": "pdf", "original_name": "bc.pdf"}
    return ReplyFile.objects.create(fulfilment=said, **(known | more))


def asked_again(unit: Unit, times: int = 2, **more: object) -> Obligation:
    """A duty of a unit itself that was due on DUE, and so many letters that asked it again."""
    made = duty(unit, Bound.ITSELF, due_on=DUE, **more)
    for before in range(times):
        remind(made, unit, date(2021, 4, 12 + before), before)
    return made


def remind(made: Obligation, unit: Unit, on: date, before: int = 0) -> Reminder:
    """A letter issued on a day that asks a unit again."""
    letter = {"number": f"{before + 1}-CV/ĐĐ.{made.pk}", "issued_on": on, "on": on}
    sent = Reminder.objects.create(directive=made.directive, unit=made.directive.issuing_unit, **letter)
    Reminded.objects.create(reminder=sent, obligation=made, unit=unit, due_on=DUE, before=before)
    return sent


def followed(who: Cast) -> Obligation:
    """Every kind of row about following a duty: a further binding, a decision, a conclusion beside what hangs on a reply."""
    made = replied(who.cell)
    Binding.objects.create(obligation=made, unit=who.office, bound=Bound.ITSELF)
    late = asked_again(who.cell)
    key = {"obligation": late, "unit": who.cell, "reminders": 1}
    Escalation.objects.create(released=False, on=TODAY, words="đang xử lý", **key)
    Conclusion.objects.create(directive=made.directive, report="tien-do", unit=who.cell, report_on=TODAY)
    return made


def expect(unit: Unit, quarter: date, value: int, said_on: date = TODAY) -> Figure:
    """Let a unit expect so many admissions in the quarter that ends on a day."""
    kind = FigureKind.EXPECTED
    return Figure.objects.create(
        unit=unit, kind=kind, on=quarter, said_on=said_on, value=value, declared_by="thử nghiệm"
    )
