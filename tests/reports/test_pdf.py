"""The printed report, read back from its PDF: layout of a Party document, tables over pages, archive format."""

import logging
import re
import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from django.template import Engine
from pypdf import PdfReader

from reports.charts import Stage, funnel
from reports.document import Chart, Paragraph, Section
from reports.pdf import ForeignSource, render_pdf, render_slip
from tests.reports import paper_sample as sample

A_ROW = re.compile(r"(Chi bộ|Đảng bộ) (Sở|Ban|Trường|Báo)|Tổng số")


@pytest.fixture(scope="module")
def printed() -> bytes:
    return render_pdf(sample.report())


@pytest.fixture(scope="module")
def pages(printed) -> list[str]:
    return texts(printed)


def texts(pdf: bytes) -> list[str]:
    """The text of each page, every run of spaces (also no-break ones) as one space."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def top_margins(pdf: bytes) -> list[str]:
    """The text in the top 18 mm of each page."""
    return [_top_margin(page) for page in PdfReader(BytesIO(pdf)).pages]


def _top_margin(page) -> str:
    found, limit = [], float(page.mediabox.height) - 18 / 25.4 * 72

    def visit(text, user, matrix, *_):
        # The matrices of page and text multiply; the last number is the height above the foot of the page.
        if user[3] * matrix[5] + user[5] > limit:
            found.append(text.strip())

    page.extract_text(visitor_text=visit)
    return "".join(found)


def issued(number: str, day: date):
    return sample.report(letterhead=sample.letterhead(number=number, issued_on=day), annexe=None)


def test_letterhead_names_party_superior_and_issuer(pages):
    for words in ("ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG BỘ TỈNH QUẢNG NINH", "ĐẢNG ỦY KHỐI", "CÁC CƠ QUAN TỈNH"):
        assert words in pages[0]


def test_figures_in_sentences_are_printed(pages):
    assert "kết nạp được 45 đảng viên" in pages[0]
    assert "bằng 36,3 % so với cùng kỳ (1.240)" in pages[0]


def test_draft_leaves_number_and_date_blank(pages):
    assert "Số -BC/ĐUK" in pages[0]
    assert "Hạ Long, ngày tháng năm" in pages[0]


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2021, 6, 21), "ngày 21 tháng 6 năm 2021"), (date(2022, 2, 5), "ngày 05 tháng 02 năm 2022")],
)
def test_issued_report_bears_number_and_date(day, words):
    first = texts(render_pdf(issued("07", day)))[0]
    assert "Số 07-BC/ĐUK" in first
    assert f"Hạ Long, {words}" in first


def test_page_number_stands_on_every_page_but_the_first(printed, pages):
    assert top_margins(printed) == [""] + [str(number) for number in range(2, len(pages) + 1)]


def test_long_table_repeats_its_head_on_each_page(pages):
    first = next(at for at, page in enumerate(pages) if "Bảng 1." in page)
    last = next(at for at, page in enumerate(pages) if "Tổng số 5.036" in page)
    assert last - first >= 2
    assert all("Đảng viên đầu năm" in page for page in pages[first : last + 1])


def test_every_row_is_printed_once(pages):
    whole = " ".join(pages)
    assert all(whole.count(f"{unit} {members} 3 ") == 1 for unit, members in sample.members_by_unit())


@pytest.mark.parametrize("lines", [13, 14, 15])
@pytest.mark.parametrize("rows", [20, 22])
def test_no_page_holds_only_a_head_or_a_single_row(lines, rows):
    section = Section("Kết quả", (Paragraph("Câu."),) * lines, tables=(sample.long_table(rows),))
    for page in texts(render_pdf(sample.report(sections=(section,), annexe=None))):
        assert "Đảng viên đầu năm" not in page or len(A_ROW.findall(page)) >= 2


@pytest.mark.parametrize("lines", [14, 16, 18])
def test_signature_is_whole_and_never_alone(lines):
    section = Section("Giải pháp", (Paragraph("Các cấp ủy cơ sở tiếp tục rà soát quần chúng ưu tú."),) * lines)
    pages = texts(render_pdf(sample.report(sections=(section,), annexe=None)))
    last = next(page for page in pages if "T/M BAN THƯỜNG VỤ" in page)
    assert "ưu tú." in last
    assert all(words in last for words in ("PHÓ BÍ THƯ", "Nguyễn Văn Mẫu", "Nơi nhận:", "- Lưu VP, BTC ĐUK."))


def test_wide_table_lies_on_landscape_pages_after_the_signature(printed, pages):
    boxes = [page.mediabox for page in PdfReader(BytesIO(printed)).pages]
    lying = [at for at, box in enumerate(boxes) if box.width > box.height]
    signed = next(at for at, page in enumerate(pages) if "T/M BAN THƯỜNG VỤ" in page)
    assert lying
    assert lying[0] == signed + 1
    assert all("Tổ chức cơ sở đảng" in pages[at] for at in lying)
    assert "Số liệu chi tiết tại Bảng 2, phụ lục kèm theo." in " ".join(pages[: signed + 1])


def test_what_is_counted_stands_under_each_table(pages):
    whole = " ".join(pages)
    assert all(table.counted in whole for section in sample.sections() for table in section.tables)


def test_missing_figure_is_a_dash_with_its_reason_once_under_the_table(pages):
    whole = " ".join(pages)
    assert "–(1)" in whole.replace("– (1)", "–(1)")
    assert whole.count(sample.NO_BASE) == 1


def test_names_are_printed_only_when_the_annexe_was_chosen(pages):
    assert all(sample.person(order) in " ".join(pages) for order in range(45))
    assert sample.person(0) not in " ".join(texts(render_pdf(sample.report(annexe=None))))


def test_vietnamese_letters_survive_in_composed_form(pages):
    whole = " ".join(pages)
    assert whole == unicodedata.normalize("NFC", whole)
    assert "Chi bộ Sở Nông nghiệp và Phát triển nông thôn" in whole


def test_chart_is_drawn_with_its_caption():
    drawing = funnel((Stage("Quần chúng ưu tú", 210, 60), Stage("Đã kết nạp", 45)))
    chart = Chart("reports/charts/funnel.svg.html", drawing, "Từ nguồn đến kết nạp")
    section = Section("Kết quả", charts=(chart,))
    first = texts(render_pdf(sample.report(sections=(section,), annexe=None)))[0]
    assert all(words in first for words in ("Quần chúng ưu tú", "Đã kết nạp", "Từ nguồn đến kết nạp"))


def test_slip_is_a_document_of_its_own(pages):
    slip = " ".join(texts(render_slip(sample.report())))
    assert all(line in slip for line in sample.report().slip)
    assert not any(line in " ".join(pages) for line in sample.report().slip)


def test_fonts_are_embedded_with_unicode_maps(printed):
    fonts = [
        font.get_object() for page in PdfReader(BytesIO(printed)).pages for font in page["/Resources"]["/Font"].values()
    ]
    assert {font["/BaseFont"].split("+")[1] for font in fonts} == {"Tinos", "Tinos-Bold", "Tinos-Italic"}
    assert all("/ToUnicode" in font for font in fonts)
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert all("/FontFile2" in descriptor for descriptor in descriptors)


def test_file_claims_the_archive_format_with_title_tags_and_language(printed):
    reader = PdfReader(BytesIO(printed))
    root = reader.trailer["/Root"]
    claims = root["/Metadata"].get_data().decode()
    assert 'pdfaid:part="2"' in claims
    assert 'pdfaid:conformance="U"' in claims
    assert root["/Lang"] == "vi"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert reader.metadata.title == "Báo cáo tiến độ kết nạp đảng viên 5 tháng đầu năm 2021"


def test_bookmarks_lead_to_sections_and_annexes(printed):
    outline = PdfReader(BytesIO(printed)).outline
    assert [entry.title for entry in outline[1]] == [
        "I- Kết quả kết nạp đảng viên",
        "II- Nguyên nhân, đơn vị chưa kết nạp",
        "III- Giải pháp, phân công thực hiện",
        "Phụ lục I Bảng số liệu chi tiết",
        "Phụ lục II Danh sách đảng viên mới kết nạp",
    ]


def test_dates_of_the_file_come_from_the_report_not_from_the_clock(printed):
    assert PdfReader(BytesIO(printed)).metadata.creation_date.date() == date(2021, 5, 31)


def test_same_report_gives_the_same_bytes(printed):
    assert render_pdf(sample.report()) == printed


@pytest.mark.parametrize(
    "address", ["https://example.org/a.png", "file:///etc/hostname", "file:///{static}/../manage.py"]
)
def test_foreign_file_is_refused(address, settings):
    address = address.replace("/{static}", f"{settings.BASE_DIR}/static")
    drawing = Engine().from_string(f'<img src="{address}" alt="">')
    section = Section("Kết quả", charts=(Chart(drawing, None, "Biểu đồ"),))
    with pytest.raises(ForeignSource):
        render_pdf(sample.report(sections=(section,)))


def test_layout_raises_no_warning(caplog):
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        render_pdf(replace(sample.report(), annexe=None))
    assert caplog.messages == []
