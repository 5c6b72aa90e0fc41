"""Reports that were frozen and issued, as the tests need them."""

import hashlib
from datetime import date

import pytest

from candidates.models import Nomination
from organizations import access
from organizations.access import Reach
from organizations.acting import acting
from organizations.enums import Deed, Role
from organizations.models import Post, Unit
from reports import builder, definitions, drafts, freezing, held, issuing, pdf
from reports import frozen as frozen_text
from reports.freezing import Correcting, Signing
from reports.models import DraftVersion, FrozenList, FrozenReport, IssuedReport, ReportDraft
from reports.models.frozen import ListKind
from tests import people
from tests.people import TODAY
from tests.reports import paper_sample

SIGNING = Signing("Trần Văn Ký", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", ("Cấp ủy cấp trên", "Lưu"))
REASON = "Bổ sung quyết định gửi chậm"
# What the address of the page of signing says, and what its form is sent with.
PARAMETERS = "?don_vi=B&den_ngay=2021-05-31"


def light_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let paper say what stands in it, at no cost."""
    monkeypatch.setattr(pdf, "render_pdf", lambda report, told=None: b"%PDF-1.7\n" + repr(report).encode())
    monkeypatch.setattr(pdf, "render_slip", lambda report: b"%PDF-1.7\n" + repr(report.slip).encode())


def frozen(unit: Unit, on: date = TODAY, *, code: str = "tien-do", named: bool = False, **said: object) -> FrozenReport:
    """Freeze a report of a unit as the installation does; ``said`` replaces parts of who signs, or names what it corrects."""
    own, correcting, frozen_on = whole(unit), said.pop("correcting", None), said.pop("frozen_on", on)
    if correcting:  # A correction changes something: here who receives it.
        said = {"recipients": (f"Nơi đã nhận số {correcting.earlier.number}", "Lưu")} | said
    definition = definitions.CATALOGUE[code]
    asked = builder.asked(definition, unit, on, own=own)
    report = builder.build(definition, asked, with_names=named)
    signing = Signing(**{**vars(SIGNING), **said})
    with acting(None, Deed.ISSUE_REPORT):
        return freezing.freeze(report, asked, signing, own=own, on=frozen_on, correcting=correcting)


def issued(made: FrozenReport, number: str = "45", on: date = TODAY) -> IssuedReport:
    """Issue a frozen report."""
    found = FrozenReport.objects.get(pk=made.pk)
    with acting(None, Deed.ISSUE_REPORT):
        return issuing.issue(found, number, on, own=whole(found.unit), today=TODAY)


def corrected(earlier: IssuedReport, number: str = "46") -> IssuedReport:
    """Correct an issued report by what is recorded now."""
    old = earlier.frozen
    again = frozen(old.unit, old.as_at, code=old.code, correcting=Correcting(earlier, REASON))
    return issued(again, number)


def whole(unit: Unit) -> Reach:
    """A reach with everything at a unit."""
    return access.Reach((Post(role=Role.BOARD_OFFICER, unit=unit, valid_from=people.FOUNDED),), TODAY)


def sent(page, **typed: str) -> dict[str, str]:
    """What the form of a page sends: what stands in it, with what is typed instead."""
    form = page.context["form"]
    given = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in given.items() if value not in (None, False)} | typed


def drafted(unit: Unit, words: str = "Lời đã sửa.", code: str = "tien-do") -> DraftVersion:
    """A version of an edited text as a row alone: its first paragraph says ``words``."""
    asked = builder.asked(definitions.CATALOGUE[code], unit, TODAY)
    of, _ = ReportDraft.objects.get_or_create(**drafts.identity(asked))
    line = drafts.Line("0", "0.1.1", words)
    number = of.versions.count() + 1
    return DraftVersion.objects.create(draft=of, number=number, paragraphs=drafts.stored([line]), saved_on=TODAY)


def row(unit: Unit, word: str = "tiến độ") -> FrozenReport:
    """A frozen report of a unit as a row alone: its subject says ``word``, a list holds nobody."""
    said = paper_sample.report(letterhead=paper_sample.letterhead(subject=word), annexe=None)
    text = frozen_text.to_text(said)
    made = FrozenReport.objects.create(
        code="tien-do",
        unit=unit,
        **{"as_at": TODAY, "first_day": date(TODAY.year, 1, 1), "last_day": TODAY, "frozen_on": TODAY},
        **{"reading": "then", "named": False, "kind": "BÁO CÁO", "subject": word, "issuer": unit.code, "sign": "BC/ĐU"},
        content=text,
        seal=frozen_text.sealed(text, [("/ho-so/?buoc=source", [])]),
        draft=b"%PDF-1.7 " + word.encode(),
        draft_sha256=hashlib.sha256(word.encode()).hexdigest(),
    )
    listed = {"address": "/ho-so/?buoc=source", "kind": "dossiers", "words": f"Nguồn {word}", "members": []}
    FrozenList.objects.create(report=made, place=1, sensitive=False, **listed)
    return made


def entered(made: FrozenReport, number: str = "45") -> IssuedReport:
    """The row of an issue alone."""
    known = {"kind": made.kind, "issuer": made.issuer, "year": TODAY.year, "number": number, "number_key": number}
    pdf = bytes(made.draft)
    return IssuedReport.objects.create(
        frozen=made, **known, issued_on=TODAY, pdf=pdf, size=len(pdf), sha256=hashlib.sha256(pdf).hexdigest()
    )


# Pages of a duty or an organisation, which a number opens where it counts what these declare: no list of people.
PAGES = ("/van-ban/", "/hoi-doan-the/")


def parting(code: str, unit: Unit, on: date) -> list[tuple]:
    """What a report of a story loses when it is frozen: a text that thaws to another report, a number without as long a list."""
    definition = definitions.CATALOGUE[code]
    asked = builder.asked(definition, unit, on)
    report = builder.build(definition, asked)
    text = frozen_text.to_text(report)
    thawed = frozen_text.from_text(text)
    bad = [] if (thawed, frozen_text.to_text(thawed)) == (report, text) else [(code, "text")]
    lists = {each.address: each for each in held.of_report(report, asked, definition.lists(asked))}
    return bad + [
        (code, address, number)
        for address, number in held.numbered(report)
        if not address.startswith(PAGES) and (address not in lists or _people(lists[address]) != number)
    ]


def _people(found: held.HeldList) -> int:
    if found.kind != ListKind.NOMINATIONS:
        return len(found.members)
    return Nomination.objects.filter(pk__in=map(int, found.members)).values("person").distinct().count()
