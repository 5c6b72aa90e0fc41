"""Ready parts of a report that write sentences of comparison: with last year, with a whole, with the quota, by causes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from candidates import statistics
from candidates.among import EXIT_READ_AS, Among, Returned
from candidates.class_cells import EVERYWHERE
from candidates.enums import LOSSES, ExitReason, ReturnCode
from candidates.statistics import Cell
from directives import stuck
from organizations.periods import Period
from reports import phrases
from reports.asked import Asked, filled
from reports.counted import figures
from reports.document import Column, Figure, Paragraph, Row, RowKind, Table
from reports.layout import Facts
from reports.measured import People, told


@dataclass(frozen=True)
class Compared:
    """A paragraph that sets a flow beside the same period of last year; ``words`` name it ``{now}`` and end before that."""

    words: str
    people: People
    noun: str = "đảng viên"

    def __call__(self, facts: Facts) -> Iterator[Paragraph]:
        """Yield the paragraph."""
        asked = facts.asked
        found = told({"now": self.people, "before": self.people.a_year_earlier()}, asked)
        phrase = phrases.against(found["now"], found.get("before"), last=last_year(asked), noun=self.noun)
        yield _paragraph(f"{self.words}, {phrase.words}.", asked, {"now": found["now"]} | phrase.figures)


@dataclass(frozen=True)
class Shares:
    """A paragraph that tells what share of a whole each of some groups is: ``groups`` are labels with who they are.

    Nothing is said where the whole is empty, or nobody belongs to any of the groups; a group of nobody is named without a 0.
    """

    words: str
    whole: People
    groups: tuple[tuple[str, People], ...]

    def __call__(self, facts: Facts) -> Iterator[Paragraph]:
        """Yield the paragraph."""
        marks = {f"unit{place}": people for place, (_, people) in enumerate(self.groups, start=1)}
        found = told({"whole": self.whole} | marks, facts.asked)
        if not found["whole"].value:
            return
        said, nobody, kept = [], [], {"whole": found["whole"]}
        for mark, (label, _) in zip(marks, self.groups, strict=True):
            if not found[mark].value:
                nobody.append(label)
                continue
            phrase = phrases.share(found[mark], found["whole"], of="", mark=f"{mark}_")
            said.append(f"{{{mark}}} {label}, {phrase.words.strip()}")
            kept |= {mark: found[mark]} | phrase.figures
        if not said:
            return
        without = f"; không có {', '.join(nobody)}" if nobody else ""
        yield _paragraph(f"{self.words} {'; '.join(said)}{without}.", facts.asked, kept)


@dataclass(frozen=True)
class Causes:
    """A paragraph that names causes with how many each concerns; ``of`` reads them, ``last`` (“other”) stands at the end.

    Nothing is said where ``whole`` has nobody: then there is nothing to explain.
    """

    words: str
    of: Callable[[Asked], Iterable[tuple[str, Figure]]]
    whole: Callable[[Asked], Cell] | None = None
    last: str = ""

    def __call__(self, facts: Facts) -> Iterator[Paragraph]:
        """Yield the paragraph."""
        asked = facts.asked
        if self.whole and not statistics.count(self.whole(asked)):
            return
        phrase = phrases.causes(list(self.of(asked)), self.last)
        yield _paragraph(f"{self.words} {phrase.words}.", asked, phrase.figures)


def stuck_now(asked: Asked) -> list[tuple[str, Figure]]:
    """Where dossiers stand still on the day, each with its list; what has none (reported by units, sensitive) is left out."""
    found = stuck.reasons(asked.unit, asked.reach, asked.on)
    return [(_lacking(each), Figure(each.people, href=each.href)) for each in found if each.href]


STUCK_COUNTED = (
    "Tính hồ sơ chưa kết nạp. Một hồ sơ có thể vướng nhiều chỗ nên các số không cộng với nhau; số đơn vị tự báo để riêng, không "
    "đối trừ với hồ sơ."
)


def stuck_table(found: Sequence[stuck.Reason]) -> Table:
    """Return the table of where dossiers stand still, in groups of reasons."""
    rows: list[Row] = []
    for place, reason in enumerate(found):
        if place == 0 or found[place - 1].group != reason.group:
            rows.append(Row(reason.group, (Figure(""),), RowKind.GROUP))
        rows.append(Row(reason.words, (Figure(reason.people, href=reason.href),)))
    meaning = "Hồ sơ chưa kết nạp, cuối ngày lập báo cáo đang vướng ở chỗ của dòng."
    heads = (Column("people", "Số hồ sơ", meaning=meaning),)
    return Table(0, "Hồ sơ vướng ở đâu", "Chỗ vướng", heads, tuple(rows), STUCK_COUNTED)


def _lacking(reason: stuck.Reason) -> str:
    """What lacks is named by the thing alone in a table; in a sentence it is said that it lacks."""
    is_thing = reason.group == stuck.LACKS and "chưa" not in reason.words
    return f"thiếu {phrases.inside(reason.words)}" if is_thing else reason.words


def last_year(asked: Asked) -> str:
    """Name the year of the same period."""
    return f"năm {asked.before.last_day.year}"


def returned(asked: Asked, period: Period, code: str = "", field: str = "") -> Cell:
    """Return who was returned in a period, for a reason, for one paper or item; wherever their dossiers stand now."""
    among = Among(returned=Returned(period, code, field))
    return Cell((asked.unit,), EVERYWHERE, asked.on, reading=asked.reading, among=among)


def return_codes(asked: Asked) -> list[tuple[str, Figure]]:
    """The codes for which dossiers were returned in the period, each with its list."""
    found = figures({code.value: returned(asked, asked.period, code.value) for code in ReturnCode})
    return [(code.label, found[code.value]) for code in ReturnCode]


def exits(asked: Asked) -> list[tuple[str, Figure]]:
    """The coded reasons for which people left the list in the period, each with its list."""
    cell = left_over(asked)
    found = figures({reason: replace(cell, among=Among(exit_reason=reason)) for reason in EXIT_READ_AS})
    return [(ExitReason(reason).label, figure) for reason, figure in found.items() if figure.value]


def left_over(asked: Asked) -> Cell:
    """Return who left the list in the period."""
    return People(LOSSES).cell(asked)


def _paragraph(words: str, asked: Asked, found: dict[str, Figure]) -> Paragraph:
    return Paragraph(filled(words, asked), found)


LOSSES_BY_CAUSE = Causes(
    "Nguyên nhân ra khỏi danh sách theo dõi trong kỳ:", exits, whole=left_over, last=ExitReason.OTHER.label
)
