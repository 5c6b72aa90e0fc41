"""The progress report on admission that 259-CV/ĐUK asks for (reports-outline.md B): tables, charts, text, names."""

from dataclasses import replace
from datetime import date

from candidates import policy, statistics
from candidates.enums import BEFORE_DECISION, Stage
from candidates.statistics import Reading
from directives import progress
from directives.models import Allocation
from directives.progress import Progress
from organizations import declared, tree
from organizations.access import Reach
from organizations.enums import CELL_KINDS, GRASSROOTS_KINDS, UnitKind
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.models import Unit, UnitVersion
from organizations.periods import year
from reports import idle_units, names, overview, progress_text, unit_tables
from reports.document import (
    Chart,
    Column,
    Figure,
    Letterhead,
    Paragraph,
    Report,
    Section,
    Signature,
    Table,
)
from reports.links import behind
from reports.unit_tables import AnyColumn, CountColumn, MissingColumn, RatioColumn, ValueColumn, percent_column

BASIS = {Stage.ADMITTED: "ngày lễ kết nạp", Stage.DECIDED: "ngày quyết định kết nạp"}
EACH_ALONE = (
    "Số còn thiếu của từng đơn vị tính riêng; dòng Cộng tính cho toàn đảng bộ nên không phải tổng các dòng trên."
)
AUTHORITY = {
    UnitKind.PROVINCE: "T/M BAN THƯỜNG VỤ",
    UnitKind.UPPER: "T/M BAN THƯỜNG VỤ",
    UnitKind.GRASSROOTS: "T/M ĐẢNG ỦY",
    UnitKind.SECTION: "T/M ĐẢNG ỦY BỘ PHẬN",
}


def build(unit: Unit, on: date, *, with_names: bool, own: Reach | None) -> Report:
    """Build the report of ``unit`` as at the end of ``on``; raises Refused where no target binds the unit that year."""
    version = tree.version(unit, on)
    target = progress.binding(unit, on).first()
    if version is None:
        raise Refused(f"Tổ chức đảng mang mã {unit.code} không tồn tại vào ngày {date_vn(on)}.")
    if target is None:
        raise Refused(f"Năm {on.year} chưa có chỉ tiêu kết nạp nào giao cho {version.name}.")
    item = progress.of_target(target, unit, on)
    bodies = _rows_of(version, on)
    return Report(
        code="tien-do",
        as_at=on,
        letterhead=_letterhead(version, on),
        opening=progress_text.opening(item, version.name if version.kind in CELL_KINDS else f"toàn {version.name}"),
        sections=(
            _results(item, version, bodies),
            _sources(item),
            *idle_units.sections(item, bodies, counted_words(item)),
        ),
        signature=_signature(version),
        annexe=names.annexe(item, own) if with_names else None,
        slip=_slip(item),
    )


def _rows_of(version: UnitVersion, on: date) -> list[UnitVersion]:
    """The grassroots organisations of an upper unit; the cells of a grassroots one; a cell stands for itself."""
    if version.kind in GRASSROOTS_KINDS:
        return list(tree.children(version.unit, on)) or [version]
    return list(tree.grassroots(version.unit, on)) or [version]


def _letterhead(version: UnitVersion, on: date) -> Letterhead:
    above = tree.version(version.parent, on) if version.parent else None
    return Letterhead(
        superior=above.name.upper() if above else "",
        issuer=(version.committee or version.name).upper(),
        sign=f"BC/{version.sign}",
        place=version.place or _place_above(version, on),
        kind="BÁO CÁO",
        subject=f"tiến độ kết nạp đảng viên đến ngày {date_vn(on)}",
    )


def _place_above(version: UnitVersion, on: date) -> str:
    """The seat of the nearest body above that has one."""
    return next((step.place for step in reversed(tree.path(version.unit, on)) if step.place), "")


def _signature(version: UnitVersion) -> Signature:
    recipients = ["Cấp ủy cấp trên (báo cáo)", f"Các đồng chí cấp ủy viên {version.committee or version.name}"]
    return Signature(
        AUTHORITY.get(UnitKind(version.kind), "T/M CHI BỘ"), "BÍ THƯ", (*recipients, "Lưu Văn phòng cấp ủy")
    )


def _results(item: Progress, version: UnitVersion, bodies: list[UnitVersion]) -> Section:
    columns = _columns(item, version, bodies)
    table = Table(
        number=1,
        title="Kết quả kết nạp đảng viên của từng đơn vị",
        row_head="Đơn vị",
        columns=unit_tables.heads(columns),
        rows=unit_tables.rows(bodies, version, columns),
        counted=f"{counted_words(item)} {EACH_ALONE}" if len(bodies) > 1 else counted_words(item),
        wide=True,
    )
    charts = (
        Chart("reports/charts/quota_bar.svg.html", overview.quota_bar(item), "Tiến độ so với chỉ tiêu năm"),
        Chart(
            "reports/charts/months.svg.html",
            overview.admitted_by_month(item.actual.cell),
            "Số kết nạp theo tháng, so với năm trước",
        ),
    )
    return Section("KẾT QUẢ KẾT NẠP ĐẢNG VIÊN", _result_words(item), charts, (table,))


def _columns(item: Progress, version: UnitVersion, bodies: list[UnitVersion]) -> list[AnyColumn]:
    admitted, on = item.actual.cell, item.on
    decided, submitted, preparing = progress.on_the_way_cells(admitted)
    trained = replace(admitted, stages=(Stage.TRAINED,), period=None)
    ids = [body.unit_id for body in bodies]
    return [
        ValueColumn(Column("base", f"Đảng viên 01/01/{on.year}"), _members(item, ids), "đơn vị chưa báo số đảng viên"),
        ValueColumn(Column("quota", "Chỉ tiêu năm"), _quotas(item, ids), "chưa được giao chỉ tiêu"),
        CountColumn(Column("held", "Đã kết nạp"), admitted),
        CountColumn(Column("decided", "Có quyết định, chưa lễ"), decided),
        RatioColumn(percent_column("percent", "% chỉ tiêu"), "held", "quota"),
        *_last_year(item),
        CountColumn(Column("submitted", "Chi bộ đã đề nghị"), submitted),
        CountColumn(Column("preparing", "Đang lập hồ sơ"), preparing),
        CountColumn(Column("trained", "Đã học lớp, chưa lập hồ sơ"), trained),
        MissingColumn(Column("missing", "Còn thiếu"), "quota", ("held", "decided", "submitted", "preparing")),
    ]


def _last_year(item: Progress) -> list[AnyColumn]:
    """The columns of the same period; left out where no records of last year exist, never shown as 0."""
    if item.same_period is None:
        return []
    ratio = RatioColumn(percent_column("percent_before", "% cùng kỳ"), "held", "before")
    before = replace(item.actual.cell, period=item.actual.cell.period.a_year_earlier())
    return [CountColumn(Column("before", "Cùng kỳ"), before), ratio]


def _members(item: Progress, ids: list[int]) -> dict[int, int]:
    """Members per unit id; the whole has a number only when every unit declared one."""
    base = item.base
    whole = {item.unit.pk: base.total} if base and base.total is not None and not base.missing else {}
    return declared.members_by_unit(ids, year(item.on.year).start) | whole


def _quotas(item: Progress, ids: list[int]) -> dict[int, int]:
    shares = Allocation.objects.filter(target=item.target, year=item.on.year, unit__in=ids)
    own = {item.unit.pk: item.goal} if item.goal is not None else {}
    return dict(shares.values_list("unit", "people")) | own


def _result_words(item: Progress) -> tuple[Paragraph, ...]:
    letter = item.target.clause.document
    named = f"{item.target.clause.label} của {letter.citation}"
    basis = f"{item.target.origin}, nhắc lại tại {named[0].lower()}{named[1:]}" if item.target.origin else named
    words = [Paragraph(f"Căn cứ: {basis}.")]
    if item.target.letter_words and item.exact is not None:
        words.append(Paragraph(f"Văn bản viết: “{item.target.letter_words}”."))
    return tuple(words)


def _sources(item: Progress) -> Section:
    waiting = replace(item.actual.cell, stages=BEFORE_DECISION, period=None)
    people = Figure(statistics.count(waiting), href=behind(waiting))
    words = Paragraph(
        f"Đến ngày {date_vn(item.on)} có {{people}} người đang trong nguồn hoặc đang được xem xét.", {"people": people}
    )
    funnel = Chart(
        "reports/charts/funnel.svg.html",
        overview.stage_funnel(item.actual.cell),
        "Số người ở từng bước; số đưa ra khỏi danh sách tính từ đầu năm",
    )
    return Section("NGUỒN VÀ HỒ SƠ ĐANG XEM XÉT", (words,), (funnel,))


def counted_words(item: Progress) -> str:
    """The line under every table: what counts as admitted, as at which day, which reading of units."""
    return unit_tables.as_at_words(item.on, Reading.THEN, BASIS[item.actual.cell.stages[0]])


def _slip(item: Progress) -> tuple[str, ...]:
    """What must not stand in a signed report: values nobody confirmed, bases that are missing, our own readings."""
    notes = [] if item.target.confirmed_by_id else [f"Chỉ tiêu theo {item.target.clause}: chưa ai xác nhận."]
    rule = policy.admitted_by(item.on)
    if rule is None or not rule.source.confirmed:
        notes.append("Cách tính “kết nạp theo ngày lễ hay ngày quyết định”: chưa ai xác nhận.")
    if item.target.reading:
        notes.append(f"Cách hiểu, vận dụng: {item.target.reading}")
    if item.base and item.base.missing:
        silent = ", ".join(body.name for body in item.base.missing)
        notes.append(f"Chưa có số đảng viên đầu năm của: {silent}.")
        notes.append("Chỉ tiêu tính theo số đảng viên đầu năm nên chưa xác định được.")
    notes.append("“Không còn nguồn” là suy từ hồ sơ đã nhập; đơn vị chưa xác nhận.")
    notes.append(f"Số liệu đếm từ hồ sơ đến hết ngày {date_vn(item.on)}; danh sách sau mỗi số mở được trên màn hình.")
    return tuple(notes)
