"""Parts III to V of the report on associations: what the figures say went well or not, why, and what follows from it."""

from candidates import nominated
from candidates.enums import ReturnReason, Stage, Tie
from candidates.nominated import Nominated
from candidates.statistics import Cell
from reports.associations.text import Told, some_names
from reports.associations.year import Year
from reports.counted import figures
from reports.document import Figure, Paragraph
from reports.links import behind


def strengths(told: Told) -> Paragraph:
    """What went well, by the figures alone."""
    year = told.year
    return Paragraph(
        "Ưu điểm: {active} hội đã giới thiệu được người; {nominated} người do hội giới thiệu đã được kết nạp; hiện có {sources} "
        "hội viên trong nguồn, đang được bồi dưỡng, xem xét.",
        {"active": Figure(len(told.found.active))}
        | figures({"nominated": year.admitted(tie=Tie.NOMINATED), "sources": year.sources(year.on)}),
    )


def limits(told: Told) -> Paragraph:
    """What did not: associations that still have sources and introduced nobody, nominations that were returned."""
    urged = told.to_urge_words
    return Paragraph(
        f"Hạn chế: {urged.words} trong năm; {{returned}} người được giới thiệu nhưng chi bộ trả lại.",
        urged.figures | figures({"returned": told.year.returned()}),
    )


def causes(told: Told) -> Paragraph:
    """The coded reasons for which nominations were returned, most frequent first and "other" last; else that none was told."""
    counted = nominated.by_reason(told.year.returned())
    ranked = sorted(counted.items(), key=lambda item: (item[0] == ReturnReason.OTHER, -item[1], item[0]))
    if not ranked:
        return Paragraph("Nguyên nhân: các đơn vị chưa báo nguyên nhân cụ thể.")
    figures = {f"r{place}": _by_reason(told.year, reason, count) for place, (reason, count) in enumerate(ranked)}
    words = "; ".join(
        f"{ReturnReason(reason).label.lower()} ({{r{place}}})" for place, (reason, _) in enumerate(ranked)
    )
    return Paragraph(f"Nguyên nhân chi bộ trả lại giới thiệu: {words}.", figures)


def directions(told: Told) -> tuple[Paragraph, ...]:
    """What follows for next year from what is counted."""
    year, urged = told.year, told.to_urge_words
    considered = year.under_consideration()
    decided = Cell((year.version.unit,), (Stage.DECIDED,), year.on, among=year.sources(year.on).among)
    return (
        Paragraph(
            "Các chi bộ xem xét, trả lời {considered} trường hợp hội đã giới thiệu; tổ chức lễ kết nạp cho {decided} trường hợp "
            "đã có quyết định.",
            figures({"considered": considered, "decided": decided}),
        ),
        Paragraph(
            f"{urged.words} xây dựng kế hoạch phát hiện, bồi dưỡng, giới thiệu hội viên ưu tú trong năm {year.on.year + 1}.",
            urged.figures,
        ),
    )


def proposals(told: Told) -> tuple[Paragraph, ...]:
    """What Thường trực is asked for: cells where members suffice, and word from those who reported nothing."""
    could = [
        each.name for each in told.year.lines.whole.members
        if told.known.enough(each) and not told.known.has_own_cell(each)
    ]  # fmt: skip
    asked = [f"chỉ đạo xem xét thành lập chi bộ tại cơ quan thường trực {some_names(could)}"] if could else []
    asked.append("tiếp tục chỉ đạo các cấp ủy quan tâm phát hiện, bồi dưỡng, giới thiệu hội viên ưu tú")
    return (Paragraph(f"Đề nghị Thường trực cấp ủy: {'; '.join(asked)}."),)


def _by_reason(year: Year, reason: str, count: int) -> Figure:
    returned = year.returned()
    return Figure(
        count, href=behind(Nominated(returned.organisations, returned.on, returned.period, returned.outcome, reason))
    )
