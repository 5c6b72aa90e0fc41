"""What the figures of an organisation's year say went well or not and why, what follows from it, and what is asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from candidates import nominated
from candidates.enums import Group, ReturnReason, Stage, Tie
from candidates.nominated import Nominated, Outcome
from candidates.statistics import Cell
from organizations import explained
from organizations.enums import IdleReason
from organizations.models import UnitVersion
from reports import phrases
from reports.counted import figures
from reports.document import Figure, Paragraph
from reports.organisation.told import Told, told
from reports.unit_lists import UnitList, of_organisation


def _of_branches(key: str, title: str, chosen: Callable[[Told], Sequence[UnitVersion]]) -> UnitList:
    return UnitList(key, f"{title}, đến ngày {{on}}", lambda asked: chosen(told(asked)), "cơ sở", of_organisation)


def _for_reason(reason: IdleReason) -> UnitList:
    key = f"nguyen-nhan-{tuple(IdleReason).index(reason) + 1}"
    return _of_branches(key, f"Cơ sở báo nguyên nhân “{reason.label}”", lambda found: by_reason(found).get(reason, []))


SILENT = _of_branches("chua-gioi-thieu", "Cơ sở chưa giới thiệu được người", lambda found: silent(found))
BRANCHES = _of_branches("co-so", "Cơ sở của tổ chức", lambda found: found.year.branches)
BY_REASON = {reason: _for_reason(reason) for reason in IdleReason}
LISTS = (SILENT, BRANCHES, *BY_REASON.values())


def silent(found: Told) -> list[UnitVersion]:
    """Return the branches that introduced nobody in the year, with everything under them."""
    year = found.year
    counts = nominated.counts([replace(year.introduced(), organisations=year.branch(each)) for each in year.branches])
    return [each for each, count in zip(year.branches, counts, strict=True) if not count]


def by_reason(found: Told) -> dict[IdleReason, list[UnitVersion]]:
    """Return the branches that introduced nobody, by the reason that they gave in the year; silent ones are left out."""
    idle = silent(found)
    said = explained.newest([each.unit_id for each in idle], found.year.period.start, found.year.on)
    parted: dict[IdleReason, list[UnitVersion]] = {}
    for each in idle:
        if each.unit_id in said and said[each.unit_id].reason:
            parted.setdefault(IdleReason(said[each.unit_id].reason), []).append(each)
    return parted


def judged(found: Told) -> Iterator[Paragraph]:
    """Yield what went well, what did not, and why, by the figures alone; of what there is nothing is said."""
    year = found.year
    good = figures(
        {
            "nominated": year.admitted(Tie.NOMINATED),
            "official": year.flow(Stage.OFFICIAL),
            "helped": year.sources((Group.HELPED,)),
        }
    )
    yield from _those(
        "Ưu điểm",
        {
            "nominated": "{nominated} người do tổ chức giới thiệu đã được kết nạp",
            "official": "{official} người được công nhận đảng viên chính thức",
            "helped": "{helped} người trong nguồn đã có đảng viên giúp đỡ",
        },
        good,
    )
    idle = silent(found)
    bad = figures({"returned": _returned(found)}) | {
        "silent": SILENT.of(len(idle), found.asked),
        "branches": BRANCHES.of(len(year.branches), found.asked),
    }
    limits = {
        "silent": "{silent} trên {branches} cơ sở chưa giới thiệu được người trong năm",
        "returned": "{returned} người được giới thiệu nhưng chi bộ trả lại",
    }
    yield from _those("Hạn chế", limits, bad)
    yield from _causes(found)


def _those(head: str, words: dict[str, str], counted: dict[str, Figure]) -> Iterator[Paragraph]:
    """A paragraph of the clauses whose number is above 0; nothing without any."""
    said = [clause for token, clause in words.items() if counted[token].value]
    if said:
        kept = {token: each for token, each in counted.items() if f"{{{token}}}" in " ".join(said)}
        yield Paragraph(f"{head}: {'; '.join(said)}.", kept)


def _causes(found: Told) -> Iterator[Paragraph]:
    """Yield why nominations were returned, and why branches introduced nobody; each only where somebody told a reason."""
    returned = _returned(found)
    given = nominated.by_reason(returned)
    counted = figures({each.label: replace(returned, reason=each) for each in ReturnReason if each in given})
    yield from _told_causes("Nguyên nhân chi bộ trả lại giới thiệu", list(counted.items()), ReturnReason.OTHER.label)
    idle = [(reason.label, BY_REASON[reason].of(len(its), found.asked)) for reason, its in by_reason(found).items()]
    yield from _told_causes("Nguyên nhân chưa giới thiệu được người do các cơ sở báo", idle, IdleReason.OTHER.label)


def _told_causes(head: str, counted: list[tuple[str, Figure]], last: str) -> Iterator[Paragraph]:
    if counted:
        phrase = phrases.causes(counted, last=last)
        yield Paragraph(f"{head}: {phrase.words}.", phrase.figures)


def directions(found: Told) -> Iterator[Paragraph]:
    """Yield what follows for next year from what is counted."""
    year = found.year
    counted = figures({"sources": year.sources(), "decided": _decided(found)})
    ahead = (
        "Tiếp tục bồi dưỡng, giới thiệu {sources} đoàn viên, hội viên trong nguồn"
        if counted["sources"].value
        else ("Phát hiện, bồi dưỡng đoàn viên, hội viên ưu tú để tạo nguồn")
    )
    each = (
        f"đặt chỉ tiêu năm {year.on.year + 1} cho từng cơ sở"
        if year.branches
        else f"đặt chỉ tiêu năm {year.on.year + 1}"
    )
    words = f"{ahead}; phối hợp với các chi bộ phân công đảng viên giúp đỡ người chưa được phân công; {each}."
    yield Paragraph(words, {token: figure for token, figure in counted.items() if f"{{{token}}}" in words})


def proposals(found: Told) -> Iterator[Paragraph]:
    """Yield what the party committee that follows is asked for; nothing where nothing waits for it."""
    follower = found.year.follower
    waiting = figures(
        {
            "considered": replace(found.year.introduced(), period=None, outcome=Outcome.CONSIDERED),
            "decided": _decided(found),
        }
    )
    words = {
        "considered": "chỉ đạo các chi bộ xem xét, trả lời {considered} trường hợp tổ chức đã giới thiệu",
        "decided": "tổ chức lễ kết nạp cho {decided} trường hợp đã có quyết định",
    }
    yield from _those(f"Đề nghị {follower.committee or follower.name}", words, waiting)


def _returned(found: Told) -> Nominated:
    return replace(found.year.introduced(), outcome=Outcome.RETURNED)


def _decided(found: Told) -> Cell:
    return replace(found.year.sources(), stages=(Stage.DECIDED,))
