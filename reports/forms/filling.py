"""Fills a form from the data: the paper as frozen data, what is missing and where it is typed in, what stays for the pen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from string import Formatter

from candidates.enums import BallotOutcome
from organizations.formats import date_vn
from reports.document import Letterhead, Signature
from reports.forms import heading, listings
from reports.forms.fields import ALL
from reports.forms.fields.field import A_DAY, LONG, SHORT, Field
from reports.forms.parts import Block, Edition, Form, Layout, Shape
from reports.forms.subject import Subject

BELOW = (BallotOutcome.FAILED, BallotOutcome.REPORT_UP)
HAND = {"hand": LONG[:8], "hand_day": A_DAY}
# What is only a number, by the first word of what the pen writes there.
COUNTS = ("số", "tổng", "tỷ", "dự", "giờ")
SENSITIVE = "Dân tộc, tôn giáo chỉ in cho người có quyền xem mục nhạy cảm; ở đây để trống."


@dataclass(frozen=True)
class Part:
    """A stretch of a paragraph; a blank is left for the pen."""

    words: str
    is_blank: bool = False


@dataclass(frozen=True)
class Line:
    """A filled paragraph: its shape, its stretches, the ruled lines under it, the rows of a list."""

    shape: Shape
    parts: tuple[Part, ...]
    lines: range = range(0)
    rows: tuple[tuple[str, ...], ...] = ()
    heads: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The whole paragraph."""
        return "".join(part.words for part in self.parts)

    @property
    def has_blank(self) -> bool:
        """Whether something in it is left for the pen; such a line is not stretched to the margin."""
        return any(part.is_blank for part in self.parts)


@dataclass(frozen=True)
class FormPaper:
    """A filled form, ready to be shown or printed; it is alike for alike data."""

    form: Form
    as_at: date
    letterhead: Letterhead
    number: str
    addressees: tuple[str, ...]
    body: tuple[Line, ...]
    signature: Signature
    code: str = ""

    @property
    def title(self) -> str:
        """What the file is called inside."""
        return self.form.official_name


@dataclass(frozen=True)
class Missing:
    """A field that the data does not give, and where it is typed in."""

    label: str
    url: str
    action: str
    required: bool


@dataclass(frozen=True)
class Filled:
    """A form filled for one dossier. ``against``: why it cannot be printed at all; ``by_hand``: what the pen adds."""

    paper: FormPaper
    edition: Edition | None
    missing: tuple[Missing, ...]
    by_hand: tuple[str, ...]
    against: tuple[str, ...]
    notes: tuple[str, ...]
    shows_sensitive: bool = False

    @property
    def lacks_required(self) -> bool:
        """Whether it may be printed as a draft for the pen alone."""
        return any(each.required for each in self.missing)


def fill(found: Subject) -> Filled:
    """Fill the form of a subject."""
    asked = _asked(found.form)
    values = {name: _value(ALL[name], found) for name in asked}
    missing = _missing(found, asked, values)
    kept = [name for name in asked if ALL[name].sensitive]
    return Filled(
        paper=_paper(found, values),
        edition=found.form.edition_on(found.day),
        missing=tuple(missing),
        by_hand=_by_hand(found.form),
        against=tuple(_against(found)),
        notes=tuple(_notes(found, bool(kept))),
        shows_sensitive=any(values[name] for name in kept),
    )


def tokens(words: str) -> list[tuple[str, str]]:
    """The tokens of a text, each with what follows its colon."""
    return [(name, spec) for _, name, spec, _ in Formatter().parse(words) if name]


def _asked(form: Form) -> list[str]:
    """The fields that the text of a form names, each once; those of paragraphs that may be left out are not asked for."""
    texts = [block.words for block in form.body if block.shape != Shape.LISTING and not block.when]
    optional = [block.words for block in form.body if block.when]
    every = [name for words in (*texts, *form.addressees, *form.recipients, *optional) for name, _ in tokens(words)]
    return [name for name in dict.fromkeys(every) if name not in HAND]


def _value(field: Field, found: Subject) -> str | None:
    return None if field.sensitive and not found.sees_sensitive else field.read(found)


def _missing(found: Subject, asked: list[str], values: dict[str, str | None]) -> list[Missing]:
    """What lacks, one line for each label; a paragraph that is left out without its field lacks nothing."""
    left_out = {block.when for block in found.form.body if block.when}
    fields = [ALL[name] for name in asked if values[name] is None and name not in left_out]
    lacked: dict[str, Missing] = {}
    for field in fields:
        if field.place and not (field.sensitive and not found.sees_sensitive):
            lacked.setdefault(field.label, Missing(field.label, *field.place(found), field.required))
    return list(lacked.values())


def _by_hand(form: Form) -> tuple[str, ...]:
    """What the pen adds: what the product does not keep, and what is judged of a person."""
    texts = [block.words for block in form.body if block.shape != Shape.LISTING]
    said = [spec for words in (*texts, *form.addressees) for name, spec in tokens(words) if name in HAND]
    judged = [block.words.strip("- :").split(" (")[0].lower() for block in form.body if block.shape == Shape.RULED]
    return tuple(dict.fromkeys((*judged, *said)))


def _against(found: Subject) -> list[str]:
    """Why a form cannot be printed although nothing lacks: a vote that did not pass proposes nothing."""
    vote, asked = found.vote, found.form.vote
    if not (vote and asked.proposes) or vote.outcome not in BELOW:
        return []
    return [
        f"Biểu quyết ngày {date_vn(vote.held_on)} không đủ tỷ lệ ({vote.in_favour}/{vote.denominator} tán thành) nên không in "
        f"“{found.form.name}”. Hãy in biên bản hoặc báo cáo kết quả biểu quyết; nếu đã họp lại, hãy ghi kết quả mới."
    ]


def _notes(found: Subject, asks_sensitive: bool) -> Iterator[str]:
    """What the page says beside the paper: sensitive fields that stay blank, a vote that no known rule measures."""
    if asks_sensitive and not found.sees_sensitive:
        yield SENSITIVE
    if found.vote and found.vote.outcome == BallotOutcome.UNKNOWN:
        yield (
            f"Biểu quyết ngày {date_vn(found.vote.held_on)} chưa đủ căn cứ để kết luận theo quy định của ngày đó; "
            "bản in chỉ ghi số phiếu, hãy tự đối chiếu với quy định."
        )


def _paper(found: Subject, values: dict[str, str | None]) -> FormPaper:
    form = found.form
    head = heading.letterhead(found)
    return FormPaper(
        form=form,
        as_at=found.on,
        letterhead=head,
        number=heading.number(found),
        addressees=tuple(_said(words, values) for words in form.addressees),
        body=tuple(_line(block, values, found) for block in form.body if not block.when or values[block.when]),
        signature=Signature(
            *heading.signer(found), tuple(_said(words, values) for words in form.recipients), cosigner=form.cosigner
        ),
        code=f"Mẫu {form.code}" if form.code and form.layout in (Layout.FORM, Layout.MEMBER) else "",
    )


def _line(block: Block, values: dict[str, str | None], found: Subject) -> Line:
    if block.shape == Shape.LISTING:
        heads, rows = listings.ALL[block.words](found)
        return Line(block.shape, (), rows=rows, heads=heads)
    return Line(block.shape, _parts(block.words, values), range(block.lines))


def _parts(words: str, values: dict[str, str | None]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for plain, name, spec, _ in Formatter().parse(words):
        parts += [Part(plain)] if plain else []
        parts += [_part(name, spec or "", values)] if name else []
    return _capital(parts)


def _capital(parts: list[Part]) -> tuple[Part, ...]:
    """A paragraph that begins with a field begins with a capital."""
    if not parts:
        return ()
    first = parts[0]
    return (replace(first, words=first.words[:1].upper() + first.words[1:]), *parts[1:])


def _part(name: str, spec: str, values: dict[str, str | None]) -> Part:
    if name in HAND:
        return Part(SHORT if spec.split(" ")[0] in COUNTS else HAND[name], is_blank=True)
    value = values[name]
    return Part(ALL[name].blank, is_blank=True) if value is None else Part(value)


def _said(words: str, values: dict[str, str | None]) -> str:
    return "".join(part.words for part in _parts(words, values))
