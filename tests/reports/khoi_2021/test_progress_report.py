"""The progress report on the demo story: one truth from the number on the page to the list of people behind it."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from django.core.management import CommandError, call_command
from django.http import QueryDict
from django.test import Client
from pypdf import PdfReader

from candidates.filters import DossierFilter
from organizations import access
from organizations.access import Reach
from organizations.enums import Deed, Role
from organizations.errors import Refused
from organizations.formats import name_key
from organizations.models import Reading, Unit
from reports import charts, overview, pdf
from reports.demo.khoi_2021.story import AS_AT
from reports.document import Paragraph, Report, RowKind, Table
from reports.links import behind
from reports.templatetags import paper
from reports.tie_tables import OVERLAP, TURNS
from tests import pages
from tests.reports import asking

REPORT = "/bao-cao/tien-do/"
# A file of its own profile, which WeasyPrint leaves to the garbage collector to close.
PRINTS = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
Number = tuple[str, int, str]


def drawn(drawing: object) -> Iterator[Number]:
    """Label, number and address of everything that a drawing links."""
    match drawing:
        case charts.QuotaBar():
            parts = [segment.part for segment in drawing.segments]
            yield from ((part.label, part.count, part.href) for part in parts)
        case charts.Funnel():
            for bar in drawing.stages:
                yield bar.stage.label, bar.stage.count, bar.stage.href
                yield f"rời {bar.stage.label}", bar.stage.lost, bar.stage.lost_href
        case charts.Months():
            yield from ((bar.month.label, bar.month.count, bar.month.href) for bar in drawing.bars)


def of_charts(report: Report) -> Iterator[Number]:
    """Everything that the drawings of a report link."""
    for section in report.sections:
        for chart in section.charts:
            yield from drawn(chart.drawing)


def of_sentences(report: Report) -> Iterator[Number]:
    """Every figure in the sentences of a report."""
    for paragraph in sentences(report):
        yield from ((token, figure.value, figure.href) for token, figure in paragraph.figures.items())


def of_tables(report: Report, kind: RowKind) -> Iterator[Number]:
    """Every figure in the rows of a kind."""
    for table in tables(report):
        for row in (row for row in table.rows if row.kind == kind):
            for column, figure in zip(table.columns, row.figures, strict=True):
                yield f"{row.label}: {column.label}", figure.value, figure.href


def of_overview(unit: Unit) -> Iterator[Number]:
    """Everything that the first page links."""
    shown = overview.overview(unit, AS_AT)
    for item, bar, _ in shown.targets:
        counted = {"actual": item.actual, "same": item.same_period, "decided": item.decided}
        yield from ((name, each.people, behind(each.cell)) for name, each in counted.items())
        yield from drawn(bar)
    yield from drawn(shown.funnel)
    yield from drawn(shown.months)
    yield from ((due.label, due.count, due.href) for due in shown.due)


def tables(report: Report) -> list[Table]:
    """All tables of a report."""
    return [table for section in report.sections for table in section.tables]


def linked(numbers: Iterator[Number]) -> list[Number]:
    """Those that have a list of as many people behind them: a number of turns opens the people who make them."""
    return [number for number in numbers if number[2] and not number[0].startswith((TURNS, OVERLAP))]


def of_dossiers(numbers: list[Number]) -> list[Number]:
    """Those whose list is one of dossiers."""
    return [number for number in numbers if number[2].startswith("/ho-so/?")]


def opened(client: Client, numbers: list[Number]) -> list[Number]:
    """The same numbers as the lists behind them count."""
    return [(label, _people(client.get(href).context), href) for label, _, href in numbers]


def _people(context: dict) -> int:
    """How many people a list names; in one of nominations somebody may stand twice."""
    return context["people"] if "people" in context else context["total"]


def test_every_number_of_the_first_page_opens_a_list_of_as_many_people(bloc, leader):
    numbers = linked(of_overview(bloc))
    assert len(numbers) >= 20
    assert opened(leader, numbers) == numbers


def test_every_total_sentence_and_drawing_of_the_report_opens_a_list_of_as_many_people(report, leader):
    said = [each for each in linked(of_sentences(report)) if each[2].startswith("/ho-so/")]  # others count units
    numbers = linked(of_charts(report)) + said + linked(of_tables(report, RowKind.TOTAL))
    assert len(numbers) >= 20
    assert opened(leader, numbers) == numbers


def test_every_number_of_every_unit_that_is_not_zero_opens_a_list_of_as_many_people(report, reach):
    numbers = [number for number in of_dossiers(linked(of_tables(report, RowKind.ITEM))) if number[1]]
    assert len(numbers) > 200
    assert [(label, _listed(href, reach), href) for label, _, href in numbers] == numbers


def test_every_number_of_nominations_opens_a_list_of_as_many_people(report, leader):
    every = [*linked(of_tables(report, RowKind.ITEM)), *linked(of_tables(report, RowKind.TOTAL))]
    numbers = [number for number in every if number[2].startswith("/ho-so/gioi-thieu/")]
    assert len(numbers) >= 3
    assert opened(leader, numbers) == numbers


def test_the_page_links_the_numbers_of_the_report_and_no_other(report, leader):
    page = pages.read(leader.get(REPORT))
    shown = {
        (words.replace(".", ""), href)
        for href, words in page.links
        if href.startswith("/ho-so/?") and _is_number(words)
    }
    tabled = linked(of_tables(report, RowKind.ITEM)) + linked(of_tables(report, RowKind.TOTAL))
    whole = {(str(count), href) for _, count, href in of_dossiers(tabled) if count}
    assert whole <= shown
    others = [
        *of_charts(report),
        *of_sentences(report),
        *of_tables(report, RowKind.GROUP),
        *of_tables(report, RowKind.TOTAL),
    ]
    assert shown - whole <= {(str(count), href) for _, count, href in others}


def test_the_first_page_links_its_key_numbers(bloc, leader):
    links = pages.read(leader.get("/")).links
    ((item, *_),) = overview.overview(bloc, AS_AT).targets
    held = [words for href, words in links if href == behind(item.actual.cell)]
    before = [words for href, words in links if href == behind(item.same_period.cell)]
    assert any("45" in words and "30,0 %" in words for words in held)
    assert any("124" in words and "36,3 %" in words for words in before)


@pytest.mark.parametrize("key", ["base", "quota", "held", "decided", "before", "submitted", "preparing", "trained"])
def test_the_rows_of_a_column_add_up_to_its_total(key, report):
    table = tables(report)[0]
    place = [column.key for column in table.columns].index(key)
    items = [row.figures[place].value for row in table.rows if row.kind == RowKind.ITEM]
    total = table.rows[-1].figures[place].value
    assert (len(items), sum(items)) == (70, total)
    assert sum(row.figures[place].value for row in table.rows if row.kind == RowKind.GROUP) == total
    assert total > 0


def test_the_total_row_tells_the_numbers_of_the_letter(report):
    table = tables(report)[0]
    total = dict(zip([column.key for column in table.columns], [f.value for f in table.rows[-1].figures], strict=True))
    assert [total[key] for key in ("base", "quota", "held", "before")] == [5000, 150, 45, 124]
    assert [round(float(total[key]), 1) for key in ("percent", "percent_before")] == [30.0, 36.3]


def test_the_sentences_tell_the_result_in_words(report):
    words = " ".join(printed(paragraph) for paragraph in report.opening)
    first = (
        "Tính đến ngày 31/5/2021, toàn Đảng bộ Khối các cơ quan tỉnh đã kết nạp 45 đảng viên mới, đạt 30,0 % chỉ tiêu năm "
        "(150 đảng viên; 3 % của 5.000 đảng viên đầu năm), giảm 79 đảng viên, bằng 36,3 % so với cùng kỳ năm 2020 "
        "(124 đảng viên); đã qua 41,4 % thời gian của năm."
    )
    assert words.startswith(first)
    assert "Còn phải kết nạp 105 đảng viên" in words


def test_the_units_without_admissions_are_those_of_the_table(report):
    first, *_, last = tables(report)
    held = [column.key for column in first.columns].index("held")
    idle = [row.label for row in first.rows if row.kind == RowKind.ITEM and row.figures[held].value == 0]
    assert sorted(row.label for row in last.rows) == sorted(idle)
    words = " ".join(printed(paragraph) for section in report.sections for paragraph in section.paragraphs)
    assert f"Có {len(idle)} trên 70 đơn vị chưa kết nạp được đảng viên" in words


@pytest.mark.parametrize("code", ["22.001.001", "22.001.001.001", "22.001.039"])
def test_a_committee_a_cell_and_a_single_cell_have_their_report(code, report, reach, bloc):
    small = asking.report("tien-do", Unit.objects.get(code=code), AS_AT, with_names=True, own=None)
    numbers = linked(of_tables(small, RowKind.TOTAL)) + linked(of_charts(small))
    assert [(label, _listed(href, reach), href) for label, _, href in numbers] == numbers
    held = dict(
        zip([column.key for column in tables(small)[0].columns], tables(small)[0].rows[-1].figures, strict=True)
    )
    assert held["held"].value == len(small.annexe.names)


def test_the_row_of_a_unit_is_the_total_of_its_own_report(report, bloc):
    row = next(row for row in tables(report)[0].rows if row.label == "Đảng bộ Sở Nội vụ")
    own = asking.report("tien-do", Unit.objects.get(code="22.001.001"), AS_AT)
    total = tables(own)[0].rows[-1]
    assert [figure.value for figure in total.figures] == [figure.value for figure in row.figures]


@pytest.mark.parametrize(
    ("code", "on", "sentence"),
    [
        ("22.001", date(2020, 5, 31), "Năm 2020 chưa có chỉ tiêu kết nạp nào giao cho Đảng bộ Khối các cơ quan tỉnh"),
        ("22", AS_AT, "Năm 2021 chưa có chỉ tiêu kết nạp nào giao cho Đảng bộ tỉnh Quảng Ninh"),
        ("22.001", date(2014, 5, 31), "Tổ chức đảng mang mã 22.001 không tồn tại vào ngày 31/5/2014."),
    ],
)
def test_what_cannot_be_reported_is_refused_with_a_sentence(code, on, sentence, bloc):
    with pytest.raises(Refused, match=sentence):
        asking.report("tien-do", Unit.objects.get(code=code), on)


@pytest.mark.parametrize(("file", "status"), [("", 200), ("pdf/", 409), ("phieu-kiem-soat/", 409)])
def test_a_refused_report_is_told_on_the_page(file, status, leader):
    answer = leader.get(f"{REPORT}{file}?den_ngay=31/5/2020")
    assert answer.status_code == status
    assert "Năm 2020 chưa có chỉ tiêu kết nạp nào giao cho" in pages.read(answer).words


@pytest.mark.parametrize(
    ("query", "sentence", "kept"),
    [
        ("den_ngay=1/6/2021", "Ngày 01/6/2021 sau ngày đang xem (31/5/2021);", {"den_ngay": "1/6/2021"}),
        ("den_ngay=nop", "“nop” không phải là một ngày có trong lịch.", {"den_ngay": "nop"}),
        ("den_ngay=", "Hãy nhập ngày.", {"den_ngay": ""}),
        ("don_vi=22", "Không có đơn vị này trong phần đồng chí được xem; hãy chọn lại.", {}),
        ("don_vi=", "", {}),
        ("den_ngay=31/12/1899", "“31/12/1899” không phải là một ngày có trong lịch.", {"den_ngay": "31/12/1899"}),
        ("nop=1", "Báo cáo không có tham số “nop”; hãy bỏ khỏi địa chỉ.", {}),
    ],
)
@pytest.mark.parametrize("file", ["", "pdf/"])
def test_a_wrong_parameter_is_told_and_kept(query, sentence, kept, file, leader):
    answer = leader.get(f"{REPORT}{file}?{query}")
    page = pages.read(answer)
    (fields,) = [form.fields for form in page.forms if "den_ngay" in form.fields]
    assert (answer.status_code, sentence in page.words) == (400, True)
    assert {name: fields[name] for name in kept} == kept


@PRINTS
def test_the_paper_tells_the_same_numbers(leader):
    answer = leader.get(f"{REPORT}pdf/")
    words = _words(answer.content)
    assert (answer["Content-Type"], answer.content[:4]) == ("application/pdf", b"%PDF")
    assert [word for word in ("36,3 %", "30,0 %", "45 đảng viên mới", "124", "5.000") if word not in words] == []


@PRINTS
def test_the_paper_and_the_slip_are_two_files(bloc):
    own = asking.report("tien-do", Unit.objects.get(code="22.001.001"), AS_AT)
    paper, slip = (_words(render(own)) for render in (pdf.render_pdf, pdf.render_slip))
    assert [words.count("làm tròn lên; năm đầu trọn vẹn") for words in (paper, slip)] == [0, 1]


def test_names_come_only_when_asked_for_and_leave_a_trace(officer, report):
    without, named = officer.get(REPORT), officer.get(f"{REPORT}?ten=on")
    names = [name.full_name for name in report.annexe.names]
    assert [without.context["report"].annexe, len(names)] == [None, 45]
    assert [name.full_name for name in named.context["report"].annexe.names] == names
    assert [name for name in names if name not in pages.read(named).words] == []
    left = Reading.objects.values_list("user__username", "deed", "people")
    assert list(left) == [("canbo", Deed.PRINT_NAMES, 45)]


def test_names_stand_in_the_order_of_vietnamese_names(report):
    names = [name.full_name for name in report.annexe.names]
    assert names == sorted(names, key=name_key)
    assert [name.order for name in report.annexe.names] == list(range(1, 46))


def test_names_stay_away_from_whoever_lacks_the_deed(leader, monkeypatch):
    assert leader.get(f"{REPORT}?ten=on").context["report"].annexe is not None
    left = Reading.objects.count()
    monkeypatch.setitem(access.DEEDS, Role.LEADERSHIP, access.DEEDS[Role.LEADERSHIP] - {Deed.PRINT_NAMES})
    answer = leader.get(f"{REPORT}?ten=on")
    assert (answer.status_code, "report" in answer.context, Reading.objects.count()) == (400, False, left)


@PRINTS
def test_the_command_writes_the_paper_and_the_slip(bloc, tmp_path, capsys):
    paper, slip = tmp_path / "a.pdf", tmp_path / "b.pdf"
    call_command("build_report", "tien-do", unit="22.001.001", on=AS_AT, pdf=paper, slip=slip)
    assert [file.read_bytes()[:4] for file in (paper, slip)] == [b"%PDF", b"%PDF"]
    assert capsys.readouterr().out.split() == [str(paper), str(slip)]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"unit": "99"}, "Không có tổ chức nào mang mã 99."),
        ({"on": date(2020, 5, 31)}, "Năm 2020 chưa có chỉ tiêu kết nạp nào giao cho"),
        ({"pdf": "khong-co/a.pdf"}, "Không ghi được tệp"),
    ],
)
@PRINTS
def test_the_command_tells_what_it_cannot_do(changed, sentence, bloc, tmp_path):
    wish = {"unit": "22.001.001", "on": AS_AT, "pdf": "a.pdf"} | changed
    with pytest.raises(CommandError, match=sentence):
        call_command("build_report", "tien-do", **wish | {"pdf": tmp_path / wish["pdf"]})
    assert list(tmp_path.iterdir()) == []


def test_the_command_knows_its_catalogue(bloc, tmp_path):
    with pytest.raises(CommandError, match="khong-co"):
        call_command("build_report", "khong-co", unit="22.001", pdf=tmp_path / "a.pdf")


def _listed(href: str, reach: Reach) -> int:
    """How many rows the list at ``href`` has for a reach: the very filter whose rows the page counts and shows."""
    asked = DossierFilter(QueryDict(href.partition("?")[2]), own=reach, today=AS_AT)
    assert asked.form.is_valid(), asked.form.errors
    return asked.rows.count()


def sentences(report: Report) -> Iterator[Paragraph]:
    """Every sentence of a report, from the opening to the last section."""
    yield from report.opening
    for section in report.sections:
        yield from section.paragraphs


def printed(paragraph: Paragraph) -> str:
    """A paragraph as it is read, with single spaces."""
    return " ".join("".join(part.text for part in paper.parts(paragraph)).split())


def _is_number(words: str) -> bool:
    return words.replace(".", "").isdecimal()


def _words(file: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages)
    return " ".join(text.split())
