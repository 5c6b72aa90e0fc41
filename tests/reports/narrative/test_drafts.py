"""An edited text laid over a report: changed, left out, moved, added; counted anew; what is gone since."""

from dataclasses import replace

import pytest

from reports import drafts
from reports.document import Figure, Paragraph, Section
from reports.drafts import Draft, Line
from tests.reports import paper_sample

FIRST = Paragraph("Kết nạp {held} người.", {"held": Figure(45)}, "0.1.1")
SECOND = Paragraph("Còn {left} người.", {"left": Figure(105)}, "0.1.2")
OF_SECTION = Paragraph("Có {units} đơn vị.", {"units": Figure(7)}, "1.1.1")
REPORT = replace(
    paper_sample.report(annexe=None), opening=(FIRST, SECOND), sections=(Section("KẾT QUẢ", (OF_SECTION,), key="1"),)
)


def opening(*lines: Line, report=REPORT) -> list[str]:
    made = drafts.apply(report, Draft(1, lines)).report
    return [drafts.said(each) for each in made.opening]


def test_without_a_draft_the_report_is_what_the_system_wrote():
    assert drafts.apply(REPORT, drafts.NO_DRAFT) == drafts.Applied(REPORT)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([Line("0", "0.1.1", "Nay có {held} đồng chí.")], ["Nay có 45 đồng chí.", "Còn 105 người."]),
        ([Line("0", "0.1.1", is_out=True)], ["Còn 105 người."]),
        ([Line("0", "0.1.2"), Line("0", "0.1.1")], ["Còn 105 người.", "Kết nạp 45 người."]),
        (
            [Line("0", "0.1.1"), Line("0", "0.them.1", "Thêm {1.1.1/units}."), Line("0", "0.1.2")],
            ["Kết nạp 45 người.", "Thêm 7.", "Còn 105 người."],
        ),
        ([Line("0", "0.them.1", "Thêm.")], ["Kết nạp 45 người.", "Còn 105 người.", "Thêm."]),
    ],
)
def test_a_paragraph_may_be_changed_left_out_moved_and_added(lines, said):
    assert opening(*lines) == said


def test_tokens_of_an_edited_text_are_counted_anew_with_their_list():
    later = replace(REPORT, opening=(replace(FIRST, figures={"held": Figure(46, href="/ho-so/")}), SECOND))
    made = drafts.apply(later, Draft(1, (Line("0", "0.1.1", "Nay có {held}."),))).report
    assert made.opening[0].figures == {"held": Figure(46, href="/ho-so/")}


def test_a_number_that_the_report_no_longer_has_is_a_dash_and_must_be_mended_before_signing():
    found = drafts.apply(REPORT, Draft(1, (Line("0", "0.1.1", "Cùng kỳ {before}."),)))
    assert drafts.said(found.report.opening[0]) == "Cùng kỳ –."
    assert found.problems == (
        "Đoạn 0.1.1 còn nhắc số không còn trong báo cáo (before); hãy sửa đoạn đó ở trang soạn lời.",
    )


def test_a_text_of_a_section_that_is_gone_is_told_and_not_printed_elsewhere():
    found = drafts.apply(replace(REPORT, sections=()), Draft(1, (Line("1", "1.them.1", "Lời của mục."),)))
    assert not found.report.sections
    assert "“Lời của mục.”" in found.problems[0]


def test_a_section_whose_every_paragraph_is_left_out_goes_with_its_heading():
    assert not drafts.apply(REPORT, Draft(1, (Line("1", "1.1.1", is_out=True),))).report.sections


def test_a_paragraph_that_the_system_writes_since_stands_behind_the_one_before_it():
    new = Paragraph("Mới.", {}, "0.2.1")
    assert opening(Line("0", "0.1.2"), Line("0", "0.1.1"), report=replace(REPORT, opening=(FIRST, new, SECOND))) == [
        "Còn 105 người.", "Kết nạp 45 người.", "Mới."
    ]  # fmt: skip


@pytest.mark.parametrize(("basis", "changed"), [("Kết nạp 45 người.", False), ("Kết nạp 44 người.", True), ("", False)])
def test_that_the_system_writes_otherwise_now_is_known_by_what_it_said_then(basis, changed):
    assert drafts.has_changed(Line("0", "0.1.1", "Sửa.", basis=basis), FIRST) is changed


def test_the_slip_names_what_was_edited_left_out_added_typed_and_changed_since():
    lines = (
        Line("0", "0.1.1", "Có 12.", basis="Kết nạp 44 người.", typed=("12",), reason="Theo sổ"),
        Line("0", "0.1.2", is_out=True, basis="Còn 105 người."),
        Line("0", "0.them.1", "Thêm."),
    )
    assert drafts.apply(REPORT, Draft(2, lines)).notes[1:] == (
        "Đoạn 0.1.1: đã sửa lời.",
        "Đoạn 0.1.1 có số ghi bằng tay (12). Lý do: Theo sổ.",
        "Đoạn 0.1.1: bản của hệ thống đã đổi từ khi soạn.",
        "Đoạn 0.1.2: đã bỏ khỏi báo cáo.",
        "Đoạn 0.them.1: do cán bộ thêm.",
    )


def test_lines_are_stored_as_they_are_read():
    lines = (Line("0", "0.1.1", "Có 12.", typed=("12",), reason="Theo sổ"), Line("0", "0.1.2", is_out=True))
    assert tuple(map(drafts._line, drafts.stored(lines))) == lines
