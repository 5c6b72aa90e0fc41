"""What the scorecard says of itself, on the page and in its workbook: each column, each state, what is counted and how."""

from candidates.lists import READING_WORDS
from directives.scorecard import Scorecard
from directives.standing import Mark, Standing
from organizations.formats import date_vn, percent_vn

NOT_RANKED = (
    "Bảng không xếp hạng theo tỷ lệ %: đơn vị ít đảng viên, đơn vị không còn nguồn không so được với đơn vị khác bằng một tỷ lệ. "
    "Hãy đọc số người, số nguồn còn lại và chỗ vướng trước khi đánh giá."
)
MEANINGS = (
    ("Đơn vị", "Tổ chức đảng trực thuộc tại ngày xem; đơn vị kết thúc trong năm ghi ngày cuối cùng."),
    ("Đã đạt", "Số người đếm từ hồ sơ trong kỳ của chỉ tiêu, đến hết ngày xem; mở được danh sách."),
    (
        "Đã đạt (chỉ tiêu đếm tổ chức)",
        "Số tổ chức đảng, hoặc số lượt đơn vị đã phổ biến văn bản; mở được tên từng đơn vị.",
    ),
    ("Chỉ tiêu", "Số giao cho đơn vị theo văn bản; để trống khi chưa có văn bản giao hoặc chưa đủ căn cứ tính."),
    ("%", "Đã đạt chia cho chỉ tiêu; để trống khi không có chỉ tiêu."),
    ("Đang làm", "Có quyết định chưa tổ chức lễ, chi bộ đã đề nghị và đang lập hồ sơ."),
    ("Còn thiếu", "Chỉ tiêu trừ đã đạt, trừ đang làm; không nhỏ hơn 0."),
    ("Nguồn", "Người đang ở trước bước có quyết định, kể cả người đang làm hồ sơ."),
    ("Còn (chỉ tiêu đếm tổ chức)", "Số đơn vị chưa đạt nhưng còn nguồn, hoặc chưa báo đã phổ biến văn bản."),
    (
        "Dự báo",
        "Kết quả dự kiến cuối kỳ: khoảng mà tám trong mười lần kết quả nằm trong đó, và khả năng đạt chỉ tiêu; “chưa dự báo "
        "được” khi chưa đủ dữ liệu, bấm vào để xem cần bao nhiêu, có bao nhiêu.",
    ),
    ("Tình trạng", "So phần đã đạt với phần thời gian đã qua; đơn vị không còn nguồn không tính là chậm."),
)
STATES = (
    (Mark.REACHED, "Đã đạt từ chỉ tiêu trở lên."),
    (Mark.IN_TIME, "Phần đã đạt không thấp hơn phần thời gian đã qua."),
    (Mark.COVERED, "Phần đã đạt thấp hơn thời gian đã qua; nếu các hồ sơ đang làm được kết nạp trong kỳ thì đủ."),
    (Mark.BEHIND, "Phần đã đạt thấp hơn thời gian đã qua và hồ sơ đang làm chưa đủ; ghi số người còn phải tìm."),
    (Mark.NO_SOURCES, "Hồ sơ đã nhập cho thấy không còn ai trước bước quyết định; đơn vị chưa xác nhận."),
    (Mark.NOTHING_ENTERED, "Chưa có hồ sơ nào của đơn vị trong hệ thống: chưa đủ căn cứ để nói còn hay hết nguồn."),
    (Mark.NO_GOAL, "Chưa có văn bản giao số cho đơn vị này."),
    (Mark.ASPIRATION, "Văn bản không giao số: chỉ theo dõi kết quả, không nói đạt hay chưa."),
    (Mark.WITHIN, "Chỉ tiêu là mức không được vượt quá, và đơn vị chưa vượt."),
    (Mark.OVER, "Chỉ tiêu là mức không được vượt quá, và đơn vị đã vượt."),
    (
        Mark.NOBODY,
        "Chỉ tiêu đếm tổ chức: trong kỳ chưa có văn bản nào phải phổ biến, hoặc chưa có tổ chức nào thuộc đối tượng.",
    ),
)


def states() -> list[tuple[Standing, str]]:
    """Return each state as it reads, with its meaning; the number missing is left open."""
    return [(Standing(mark, None), meaning) for mark, meaning in STATES]


def counted(card: Scorecard) -> str:
    """Say as at which day a scorecard counts, by which units, and how much of each period is gone."""
    gone = dict.fromkeys(
        f"{date_vn(column.period.start)}–{date_vn(column.period.last_day)} đã qua {percent_vn(column.elapsed)} thời gian"
        for column in card.columns
    )
    return f"Số liệu đến hết ngày {date_vn(card.on)}, {READING_WORDS[card.reading]}; kỳ {'; kỳ '.join(gone)}."
