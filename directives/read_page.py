"""The page of a read letter: its sentences in groups that fold, each with its lines; what is wrong stands open."""

from collections import defaultdict
from dataclasses import dataclass

from directives.proposals import Passage
from directives.reading_forms import ReadForm
from directives.taken import TAKE, TakenForm


@dataclass(frozen=True)
class Shown:
    """A sentence with its own line and those of the targets and duties that hang on it."""

    place: int
    passage: Passage
    line: TakenForm
    targets: tuple[TakenForm, ...]
    duties: tuple[TakenForm, ...]

    @property
    def is_wrong(self) -> bool:
        """Say whether something typed in one of the lines is wrong."""
        return any(form.is_bound and form.errors for form in (self.line, *self.targets, *self.duties))


@dataclass(frozen=True)
class Group:
    """Sentences of one kind; ``code`` is the place of the page that the links above it lead to."""

    code: str
    title: str
    rows: tuple[Shown, ...]

    @property
    def is_open(self) -> bool:
        """Say whether the group stands open by itself: that of the targets, and whatever holds something wrong."""
        return self.code == "chi-tieu" or any(row.is_wrong for row in self.rows)

    @property
    def taken(self) -> int:
        """How many of its sentences are to be recorded."""
        return sum(str(row.line["take"].value()) == TAKE for row in self.rows)


_TITLES = {
    "chi-tieu": "Chỉ tiêu",
    "nhiem-vu": "Nhiệm vụ",
    "tieu-chuan": "Tiêu chuẩn đối với người",
    "chua-hieu": "Chưa hiểu được",
}


def groups(form: ReadForm) -> list[Group]:
    """The groups that hold sentences, in a fixed order; each sentence stands in one of them."""
    held = {name: _under(form, name) for name in ("targets", "duties")}
    found: dict[str, list[Shown]] = {code: [] for code in _TITLES}
    for place, (passage, line) in enumerate(zip(form.passages, form.lines["clauses"].forms, strict=True), start=1):
        row = Shown(place, passage, line, tuple(held["targets"][place]), tuple(held["duties"][place]))
        found[_kind(passage)].append(row)
    return [Group(code, title, tuple(found[code])) for code, title in _TITLES.items() if found[code]]


def _kind(passage: Passage) -> str:
    if passage.quotas:
        return "chi-tieu"
    if passage.duties:
        return "nhiem-vu"
    return "tieu-chuan" if passage.is_criterion else "chua-hieu"


def _under(form: ReadForm, name: str) -> defaultdict[int, list[TakenForm]]:
    """The lines of a kind by the number of the sentence under which they stand."""
    found: defaultdict[int, list[TakenForm]] = defaultdict(list)
    for line in form.lines[name]:
        found[int(line["place"].value() or 0)].append(line)
    return found
