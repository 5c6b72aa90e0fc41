"""Paragraphs that several forms share."""

from reports.forms.parts import Block, ruled, text

ABOUT_PERSON = "Về lý lịch (những đặc điểm chính cần lưu ý):"
MERITS = (
    "Những ưu, khuyết điểm chính (về phẩm chất chính trị; đạo đức, lối sống; năng lực công tác; quan hệ quần chúng):"
)
MERITS_MEMBER = "Những ưu, khuyết điểm chính (về phẩm chất chính trị; đạo đức, lối sống; thực hiện nhiệm vụ đảng viên):"
CHAIR = text("Chủ trì hội nghị: đồng chí {hand:chủ trì}, chức vụ {hand:chức vụ}")
CLERK = text("Thư ký hội nghị: đồng chí {hand:thư ký}")
ABSENT = text("Lý do vắng mặt: {hand:lý do vắng mặt}")
JUDGED = (ruled(f"- {ABOUT_PERSON}", 3), ruled(f"- {MERITS}", 4))
JUDGED_MEMBER = (ruled(f"- {MERITS_MEMBER}", 4),)
FAVOUR = "với sự tán thành của {favour} đồng chí (đạt {favour_share}) so với {base}"
AGAINST = "Số không tán thành {against} đồng chí (chiếm {against_share}), với lý do {hand:lý do không tán thành}."

HAND_COUNTS = text(
    "Tổng số ủy viên: {hand:tổng số} đồng chí; có mặt {hand:số có mặt} đồng chí; vắng mặt {hand:số vắng mặt} đồng chí, lý do "
    "{hand:lý do vắng mặt}."
)
TALLY = text(
    "Kết quả biểu quyết: tán thành {favour} đồng chí (đạt {favour_share} so với {base}); không tán thành {against} đồng chí; "
    "phiếu trắng, không hợp lệ {blank_votes}."
)


def cell_counts() -> tuple[Block, ...]:
    """Who was at the cell's meeting; probationary members are counted by hand, their number is not kept here."""
    return (
        text(
            "Tổng số đảng viên của Chi bộ: {hand:tổng số đảng viên} đảng viên, trong đó chính thức {members} đồng chí, "
            "dự bị {hand:số đảng viên dự bị} đồng chí."
        ),
        text(
            "Có mặt: {hand:số có mặt} đảng viên, trong đó chính thức {present} đồng chí, dự bị {hand:dự bị có mặt} đồng chí."
        ),
        text(
            "Vắng mặt: {hand:số vắng mặt} đảng viên, trong đó chính thức {absent} đồng chí, dự bị {hand:dự bị vắng mặt} "
            "đồng chí."
        ),
        ABSENT,
        CHAIR,
        CLERK,
    )


def committee_counts() -> tuple[Block, ...]:
    """Who was at a committee's meeting."""
    return (
        text("Tổng số ủy viên: {members} đồng chí; có mặt {present} đồng chí; vắng mặt {absent} đồng chí."),
        ABSENT,
        CHAIR,
        CLERK,
    )
