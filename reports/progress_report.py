"""The progress report on admission that 259-CV/ĐUK asks for (reports-outline.md B): tables, charts, text, names."""

from dataclasses import replace
from datetime import date

from candidates import policy, statistics
from candidates.enums import BEFORE_DECISION, PaperKind, Stage
from candidates.models import Dossier
from candidates.statistics import Cell, Reading
from directives import progress
from directives.models import Allocation
from directives.progress import Progress
from organizations import declared, tree
from organizations.enums import UnitKind
from organizations.errors import Refused
from organizations.formats import date_vn, number_vn
from organizations.models import Unit, UnitVersion
from organizations.periods import year
from reports import overview, progress_text, unit_tables
from reports.document import (
    Annexe,
    Chart,
    Column,
    Figure,
    Letterhead,
    Name,
    Report,
    Row,
    RowKind,
    Section,
    Shape,
    Signature,
    Table,
)
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


def build(unit: Unit, on: date, *, with_names: bool) -> Report:
    """Build the report of ``unit`` as at the end of ``on``; raises Refused where no target binds the unit that year."""
    version = tree.version(unit, on)
    target = progress.binding(unit, on).first()
    if version is None:
        raise Refused(f"Tổ chức đảng mang mã {unit.code} không tồn tại vào ngày {date_vn(on)}.")
    if target is None:
        raise Refused(
            f"Năm {on.year} chưa có chỉ tiêu kết nạp nào giao cho {version.name}; hãy ghi văn bản giao chỉ tiêu."
        )
    item = progress.of_target(target, unit, on)
    bodies = list(tree.grassroots(unit, on)) or [version]
    return Report(
        code="tien-do",
        as_at=on,
        letterhead=_letterhead(version, on),
        opening=progress_text.opening(item, f"toàn {version.name}"),
        sections=(_results(item, version, bodies), _sources(item), _idle(item, bodies)),
        signature=_signature(version),
        annexe=_annexe(item) if with_names else None,
        slip=_slip(item),
    )


def _letterhead(version: UnitVersion, on: date) -> Letterhead:
    above = tree.version(version.parent, on) if version.parent else None
    return Letterhead(
        superior=above.name.upper() if above else "",
        issuer=(version.committee or version.name).upper(),
        sign=f"BC/{version.sign}",
        place=version.place,
        kind="BÁO CÁO",
        subject=f"tiến độ kết nạp đảng viên đến ngày {date_vn(on)}",
    )


def _signature(version: UnitVersion) -> Signature:
    recipients = ["Cấp ủy cấp trên (báo cáo)", f"Các đồng chí cấp ủy viên {version.committee or version.name}"]
    return Signature(
        AUTHORITY.get(UnitKind(version.kind), "T/M CHI BỘ"), "BÍ THƯ", (*recipients, "Lưu Văn phòng cấp ủy")
    )


def _results(item: Progress, version: UnitVersion, bodies: list[UnitVersion]) -> Section:
    columns = _columns(item, version, bodies)
    table = Table(
        number=1,
        title="Kết quả kết nạp đảng viên của các tổ chức cơ sở đảng",
        row_head="Tổ chức cơ sở đảng",
        columns=unit_tables.heads(columns),
        rows=unit_tables.rows(bodies, version, columns),
        counted=f"{counted_words(item)} {EACH_ALONE}",
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
    ids = [body.unit_id for body in bodies]
    return [
        ValueColumn(Column("base", f"Đảng viên 01/01/{on.year}"), _members(item, ids), "đơn vị chưa báo số đảng viên"),
        ValueColumn(Column("quota", "Chỉ tiêu năm"), _quotas(item, ids), "chưa được giao chỉ tiêu"),
        CountColumn(Column("held", "Đã kết nạp"), admitted),
        CountColumn(Column("decided", "Có quyết định, chưa lễ"), _stock(version, (Stage.DECIDED,), on)),
        RatioColumn(percent_column("percent", "% chỉ tiêu"), "held", "quota", ""),
        *_last_year(item),
        CountColumn(Column("submitted", "Chi bộ đã đề nghị"), _stock(version, (Stage.PROPOSED,), on)),
        CountColumn(Column("preparing", "Đang lập hồ sơ"), _stock(version, (Stage.PREPARING,), on)),
        CountColumn(Column("trained", "Đã học lớp"), _stock(version, (Stage.TRAINED,), on)),
        MissingColumn(Column("missing", "Còn thiếu"), "quota", ("held", "decided", "submitted", "preparing")),
    ]


def _last_year(item: Progress) -> list[AnyColumn]:
    """The columns of the same period; left out where no records of last year exist, never shown as 0."""
    if item.same_period is None:
        return []
    ratio = RatioColumn(percent_column("percent_before", "% cùng kỳ"), "held", "before", "")
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


def _stock(version: UnitVersion, stages: tuple[Stage, ...], on: date) -> Cell:
    return progress.stock(version.unit, stages, on)


def _result_words(item: Progress) -> tuple[str, ...]:
    letter = item.target.clause.document
    words = [f"Căn cứ: {item.target.clause.label} của {letter.citation}."]
    if item.target.letter_words and item.exact is not None:
        words.append(f"Văn bản viết: “{item.target.letter_words}”.")
    return tuple(words)


def _sources(item: Progress) -> Section:
    waiting = Cell((item.unit,), BEFORE_DECISION, item.on)
    people = statistics.count(waiting)
    words = f"Đến ngày {date_vn(item.on)} có {number_vn(people)} người đang trong nguồn hoặc đang được xem xét."
    funnel = Chart(
        "reports/charts/funnel.svg.html",
        overview.stage_funnel(item.actual.cell),
        "Số người ở từng bước; số đưa ra khỏi danh sách tính từ đầu năm",
    )
    return Section("NGUỒN VÀ HỒ SƠ ĐANG XEM XÉT", (words,), (funnel,))


def _idle(item: Progress, bodies: list[UnitVersion]) -> Section:
    active = statistics.by_unit(item.actual.cell, [body.unit_id for body in bodies])
    idle = [body for body in bodies if not active.get(body.unit_id)]
    rows = _idle_rows(idle, item.on)
    without = sum(row.figures[0].value == 0 for row in rows)
    words = (
        f"Có {number_vn(len(idle))} trên {number_vn(len(bodies))} tổ chức cơ sở đảng chưa kết nạp được đảng viên trong năm; "
        f"trong đó {number_vn(without)} đơn vị không còn nguồn, {number_vn(len(idle) - without)} đơn vị còn nguồn."
    )
    table = Table(
        number=2,
        title="Đơn vị chưa kết nạp được đảng viên",
        row_head="Tổ chức cơ sở đảng",
        columns=(
            Column("left", "Người trong nguồn, đang xem xét"),
            Column("far", "Trong đó đã lập hồ sơ trở lên"),
            Column("state", "Tình trạng", Shape.TEXT),
            Column("reason", "Nguyên nhân", Shape.TEXT),
        ),
        rows=rows,
        counted=counted_words(item),
    )
    return Section("ĐƠN VỊ CHƯA KẾT NẠP ĐƯỢC ĐẢNG VIÊN", (words,), tables=(table,) if rows else ())


def _idle_rows(idle: list[UnitVersion], on: date) -> tuple[Row, ...]:
    units = tuple(body.unit for body in idle)
    left = CountColumn(Column("left", ""), Cell(units, BEFORE_DECISION, on))
    far = CountColumn(Column("far", ""), Cell(units, (Stage.PREPARING, Stage.PROPOSED, Stage.DECIDED), on))
    lefts, fars = left.counts(list(units)), far.counts(list(units))
    return tuple(
        Row(
            body.name,
            (
                left.figure(body.unit, lefts),
                far.figure(body.unit, fars),
                Figure("còn nguồn" if lefts.get(body.unit_id) or fars.get(body.unit_id) else "không còn nguồn"),
                Figure("chưa báo"),
            ),
            RowKind.ITEM,
        )
        for body in idle
    )


def counted_words(item: Progress) -> str:
    """The line under every table: what counts as admitted, as at which day, which reading of units."""
    return unit_tables.as_at_words(item.on, Reading.THEN, BASIS[item.actual.cell.stages[0]])


def _annexe(item: Progress) -> Annexe:
    found = statistics.people(item.actual.cell).select_related("person").by_name()
    named = found.annotate(unit_name=tree.name_on(item.on)).prefetch_related("papers", "entries")
    names = tuple(_name(order, dossier) for order, dossier in enumerate(named, start=1))
    title = f"DANH SÁCH ĐẢNG VIÊN MỚI KẾT NẠP TỪ 01/01/{item.on.year} ĐẾN {date_vn(item.on)}"
    return Annexe(title, ("Số quyết định", "Ngày quyết định", "Ngày lễ kết nạp"), names)


def _name(order: int, dossier: Dossier) -> Name:
    person = dossier.person
    decision = next((paper for paper in dossier.papers.all() if paper.kind == PaperKind.ADMISSION), None)
    held = next((entry.on for entry in dossier.entries.all() if entry.stage == Stage.ADMITTED), None)
    birth = date_vn(person.birth_date) if person.birth_date else str(person.birth_year)
    facts = (decision.number if decision else "", date_vn(decision.issued_on if decision else None), date_vn(held))
    return Name(order, person.full_name, birth, dossier.unit_name or "", facts)


def _slip(item: Progress) -> tuple[str, ...]:
    """What must not stand in a signed report: values nobody confirmed, bases that are missing, our own readings."""
    notes = [] if item.target.confirmed_by_id else [f"Chỉ tiêu theo {item.target.clause}: chưa ai xác nhận."]
    rule = policy.admitted_by(item.on)
    if rule is None or not rule.source.confirmed:
        notes.append("Cách tính “kết nạp theo ngày lễ hay ngày quyết định”: chưa ai xác nhận.")
    if item.target.reading:
        notes.append(f"Cách hiểu của chúng ta: {item.target.reading}")
    if item.base and item.base.missing:
        names = ", ".join(body.name for body in item.base.missing)
        notes.append(f"Chưa có số đảng viên đầu năm của: {names}.")
    notes.append(f"Số liệu đếm từ hồ sơ đến hết ngày {date_vn(item.on)}; danh sách sau mỗi số mở được trên màn hình.")
    return tuple(notes)
