"""The last part of the report: what follows from what is counted, step by step, and whom of the committee it concerns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from directives.progress import Counted
from directives.sources import Sources
from reports import phrases
from reports.document import Figure, Paragraph
from reports.links import behind
from reports.progress import idle, in_charge, text
from reports.progress.told import Told


@dataclass(frozen=True)
class Clause:
    """A task in words, with the number that it is about; without anybody it is not told."""

    words: str
    figures: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def concerns_somebody(self) -> bool:
        """Say whether all its numbers are above 0."""
        return all(figure.value for figure in self.figures.values())


def part(found: Told) -> Iterator[Paragraph]:
    """Yield the tasks for dossiers, for units, and the charges; a year that is done and has nobody on the way has none.

    Of a single unit no units are counted; whoever is in charge of it is named all the same.
    """
    yield from _sentence(_of_dossiers(found))
    none_admitted = idle.of_report(found)
    if len(found.bodies) > 1:
        yield from _sentence(_of_units(none_admitted, found))
    yield from in_charge.sentences(found.charges, {each.body.unit_id for each in none_admitted}, found.asked)


def _sentence(clauses: Iterator[Clause]) -> Iterator[Paragraph]:
    told = [clause for clause in clauses if clause.concerns_somebody]
    if told:
        figures = {token: figure for clause in told for token, figure in clause.figures.items()}
        yield Paragraph(f"{phrases.opening('; '.join(clause.words for clause in told))}.", figures)


def _of_dossiers(found: Told) -> Iterator[Clause]:
    item = found.item
    yield Clause("tổ chức lễ kết nạp cho {decided} trường hợp đã có quyết định", {"decided": _figure(item.decided)})
    yield Clause("xem xét, quyết định {submitted} trường hợp chi bộ đã đề nghị", {"submitted": _figure(item.submitted)})
    yield Clause(
        "hoàn thành thẩm tra, lấy ý kiến đối với {earlier} trường hợp đang lập hồ sơ",
        {"earlier": _figure(item.earlier)},
    )
    if item.missing:
        missing = Figure(item.missing, href=text.page(item))
        yield Clause(
            f"bồi dưỡng, tạo nguồn thêm {{missing}} trường hợp để đạt {text.quota_name(item)}", {"missing": missing}
        )


def _of_units(none_admitted: list[idle.Idle], found: Told) -> Iterator[Clause]:
    tasks = {
        Sources.LEFT: "{state0} đơn vị còn nguồn mà chưa kết nạp được đảng viên rà soát từng trường hợp, xác định thời gian hoàn "
        "thành hồ sơ",
        Sources.NONE_LEFT: "{state1} đơn vị không còn nguồn phát hiện, bổ sung nguồn mới",
        Sources.NOTHING_ENTERED: "{state2} đơn vị chưa nhập hồ sơ cập nhật nguồn và hồ sơ đang theo dõi",
    }
    for place, (state, words) in enumerate(tasks.items()):
        count = sum(each.state == state for each in none_admitted)
        yield Clause(words, {f"state{place}": idle.IN_STATE[state].of(count, found.asked)})


def _figure(counted: Counted) -> Figure:
    return Figure(counted.people, href=behind(counted.cell))
