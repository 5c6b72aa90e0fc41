"""The list of those admitted, with the numbers of their decisions: names are the report itself."""

from reports.catalogue.words import ADMITTED, ADMITTED_BEFORE, ANNULLED, BY_BOARD, UNION_MEMBERS, WOMEN
from reports.layout import Body, Definition, Family, Head, Section, Span
from reports.parts import Count, Sentence, Share, UnitTable

DEFINITION = Definition(
    code="danh-sach",
    name="Danh sách đảng viên mới kết nạp",
    answers="Họ tên, đơn vị, số và ngày quyết định, ngày lễ của từng người được kết nạp trong kỳ.",
    head=Head("danh sách đảng viên mới kết nạp {period}", body=Body.BOARD),
    opening=(
        Sentence(
            "Từ ngày {from} đến ngày {to}, {unit} kết nạp {admitted} đảng viên, trong đó {women} nữ, {union} đoàn viên Đoàn "
            "TNCS Hồ Chí Minh. Danh sách kèm theo.",
            {"admitted": ADMITTED, "women": WOMEN, "union": UNION_MEMBERS},
        ),
        Sentence(
            "Trong kỳ có {annulled} quyết định kết nạp bị hủy; người bị hủy quyết định vẫn có trong danh sách của kỳ kết nạp.",
            {"annulled": ANNULLED},
            if_any="annulled",
        ),
    ),
    sections=(
        Section(
            "Số kết nạp của từng đơn vị",
            (
                UnitTable(
                    "Số đảng viên mới kết nạp của từng đơn vị",
                    (
                        Count("admitted", "Kết nạp", ADMITTED),
                        Count("women", "Nữ", WOMEN, group="Trong đó"),
                        Count("union", "Đoàn viên", UNION_MEMBERS, group="Trong đó"),
                        Count("before", "Cùng kỳ", ADMITTED_BEFORE),
                        Share("percent", "% cùng kỳ", "admitted", "before"),
                    ),
                    wide=False,
                ),
            ),
        ),
    ),
    signed=BY_BOARD,
    names=lambda found: ADMITTED.cell(found.asked),
    listed=True,
    span=Span.ANY,
    family=Family.FIGURES,
)
