"""Parts III to V of the report on associations: what the figures say went well or not, why, and what follows from it."""

from collections.abc import Iterator

from candidates import nominated
from candidates.enums import ReturnReason, Stage, Tie
from candidates.nominated import Nominated
from candidates.statistics import Cell
from organizations.enums import IdleReason
from reports import phrases
from reports.associations import lists
from reports.associations.text import some_names, to_urge
from reports.associations.told import Told
from reports.associations.year import Year
from reports.counted import figures
from reports.document import Figure, Paragraph
from reports.links import behind


def strengths(told: Told) -> Paragraph:
    """What went well, by the figures alone."""
    year = told.year
    counted = figures({"nominated": year.admitted(tie=Tie.NOMINATED), "sources": year.sources(year.on)})
    said = phrases.together(
        phrases.some(
            "active",
            lists.ACTIVE.of(len(told.found.active), told.asked),
            "{active} hội đã giới thiệu được người",
            "chưa có hội giới thiệu được người",
        ),
        phrases.some(
            "nominated",
            counted["nominated"],
            "{nominated} người do hội giới thiệu đã được kết nạp",
            "chưa có người do hội giới thiệu được kết nạp",
        ),
        phrases.some(
            "sources",
            counted["sources"],
            "hiện có {sources} hội viên trong nguồn, đang được bồi dưỡng, xem xét",
            "hiện chưa có hội viên trong nguồn",
        ),
    )
    return Paragraph(f"Ưu điểm: {said.words}.", said.figures)


def limits(told: Told) -> Paragraph:
    """What did not: associations that still have sources and introduced nobody, nominations that were returned."""
    returned = phrases.some(
        "returned",
        figures({"returned": told.year.returned()})["returned"],
        "{returned} người được giới thiệu nhưng chi bộ trả lại",
        "không có người được giới thiệu mà chi bộ trả lại",
    )
    urged = to_urge(told)
    return Paragraph(f"Hạn chế: {urged.words} trong năm; {returned.words}.", urged.figures | returned.figures)


def causes(told: Told) -> Paragraph:
    """The coded reasons for which nominations were returned, most frequent first and "other" last; else that none was told."""
    counted = nominated.by_reason(told.year.returned())
    ranked = sorted(counted.items(), key=lambda item: (item[0] == ReturnReason.OTHER, -item[1], item[0]))
    if not ranked:
        return Paragraph("Nguyên nhân chi bộ trả lại giới thiệu: chưa có trường hợp nào ghi nguyên nhân.")
    figures = {f"r{place}": _by_reason(told.year, reason, count) for place, (reason, count) in enumerate(ranked)}
    words = "; ".join(
        f"{phrases.inside(ReturnReason(reason).label)} ({{r{place}}})" for place, (reason, _) in enumerate(ranked)
    )
    return Paragraph(f"Nguyên nhân chi bộ trả lại giới thiệu: {words}.", figures)


def idle_causes(told: Told) -> Iterator[Paragraph]:
    """Why associations introduced nobody, as they said themselves, and how many said nothing; nothing where all introduced."""
    if not told.found.idle:
        return
    counted = [
        (each.label, lists.BY_REASON[each].of(len(lists.with_reason(told, each)), told.asked)) for each in IdleReason
    ]
    if not any(figure.value for _, figure in counted):
        yield Paragraph("Các hội chưa giới thiệu được người chưa báo nguyên nhân.")
        return
    phrase = phrases.causes(counted, last=IdleReason.OTHER.label)
    yield Paragraph(f"Nguyên nhân chưa giới thiệu được người do các hội báo: {phrase.words}.", phrase.figures)


def directions(told: Told) -> tuple[Paragraph, ...]:
    """What follows for next year from what is counted; nobody is urged where no association is to be urged."""
    return (_of_cells(told), *([_of_associations(told)] if told.to_urge else []))


def _of_cells(told: Told) -> Paragraph:
    year = told.year
    considered = year.under_consideration()
    decided = Cell((year.version.unit,), (Stage.DECIDED,), year.on, among=year.sources(year.on).among)
    counted = figures({"considered": considered, "decided": decided})
    said = phrases.together(
        phrases.some(
            "considered",
            counted["considered"],
            "Các chi bộ xem xét, trả lời {considered} trường hợp hội đã giới thiệu",
            "Không có giới thiệu nào của hội còn chờ chi bộ xem xét, trả lời",
        ),
        phrases.some(
            "decided",
            counted["decided"],
            "tổ chức lễ kết nạp cho {decided} trường hợp đã có quyết định",
            "không có trường hợp đã có quyết định còn chờ tổ chức lễ kết nạp",
        ),
    )
    return Paragraph(f"{said.words}.", said.figures)


def _of_associations(told: Told) -> Paragraph:
    urged = to_urge(told)
    work = "cần có kế hoạch phát hiện, bồi dưỡng, giới thiệu hội viên ưu tú trong năm"
    return Paragraph(f"{urged.words} {work} {told.year.on.year + 1}.", urged.figures)


def proposals(told: Told) -> tuple[Paragraph, ...]:
    """What Thường trực is asked for: cells where members suffice, and word from those who reported nothing."""
    could = [each.name for each in told.could]
    asked = [f"chỉ đạo xem xét thành lập chi bộ tại cơ quan thường trực {some_names(could)}"] if could else []
    asked.append("tiếp tục chỉ đạo các cấp ủy quan tâm phát hiện, bồi dưỡng, giới thiệu hội viên ưu tú")
    return (Paragraph(f"Đề nghị Thường trực cấp ủy: {'; '.join(asked)}."),)


def _by_reason(year: Year, reason: str, count: int) -> Figure:
    returned = year.returned()
    return Figure(
        count, href=behind(Nominated(returned.organisations, returned.on, returned.period, returned.outcome, reason))
    )
