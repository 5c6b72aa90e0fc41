"""Every stage and every side track in a real browser, each walked by the role that owns it; secretaries at phone width."""

import re
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from candidates.enums import Stage
from organizations.models import Post, User
from tests import people
from tests.journeys import rare_walks
from tests.journeys.walking import PHONE, Walker

pytestmark = pytest.mark.journey

CELL_VOTE = {"members": "20", "present": "19", "in_favour": "17", "against": "2"}
BELOW = CELL_VOTE | {"in_favour": "11", "against": "8"}
NAME = "Đào Thị Cả Đường"


def test_every_stage_and_every_side_track_is_walked_by_whoever_owns_it(as_user):
    """The main line first, then what may happen beside it; one story for all."""
    seats = {"cell": "bithu", "other": "bithu2", "office": "danguy", "board": "canbo", "review": "thamdinh"}
    widths = {"cell": PHONE, "other": PHONE}
    by = {seat: Walker(as_user(name, width=widths.get(seat, 1280))) for seat, name in seats.items()}
    by["leader"] = Walker(as_user("lanhdao"))
    desks = SimpleNamespace(**by)
    for walk in WALKS:
        walk(desks)
    rare_walks.three_votes_in_vain(desks, made)
    rare_walks.appraised(desks, made, as_user)


def main_line(by: SimpleNamespace) -> None:
    """From nguồn to chính thức, each step by its owner, each paper on the checklist."""
    code = by.cell.adds(NAME, "05/03/2018")
    by.cell.stands_at(Stage.SOURCE, "công nhận cảm tình Đảng")
    for verb, says, to, typed in (
        ("Công nhận cảm tình Đảng", "chi bộ công nhận cảm tình Đảng", Stage.SYMPATHISER, {"on": "10/09/2018"}),
        ("Ghi giấy chứng nhận", "học xong lớp", Stage.TRAINED, {"on": "29/03/2019", "number": "7701/GCN"}),
        ("Bắt đầu lập hồ sơ", "bắt đầu lập hồ sơ", Stage.PREPARING, {"on": "05/08/2019"}),
        ("Bắt đầu thẩm tra lý lịch", "thẩm tra, xác minh", Stage.VERIFYING, {"on": "19/08/2019"}),
        ("Thẩm tra xong, lấy ý kiến", "lấy ý kiến nhận xét", Stage.CONSULTING, {"on": "16/09/2019"}),
    ):
        by.cell.at(code).does(verb, f"Đã ghi: {says}", **typed).stands_at(to)
    for stage in (Stage.VERIFYING, Stage.CONSULTING, Stage.PROPOSED):
        by.cell.lays(code, stage, "20/09/2019")
    by.cell.at(code).does("Chi bộ đề nghị kết nạp", "chi bộ đề nghị kết nạp", on="07/10/2019", **CELL_VOTE)
    by.cell.stands_at(Stage.PROPOSED, "Đảng bộ Sở Nội vụ")
    expect(by.cell.page.get_by_text("17/20")).not_to_have_count(0)
    for verb, to, on in (
        ("Đảng ủy cơ sở đề nghị kết nạp", Stage.ENDORSED, "21/10/2019"),
        ("Trình cấp có thẩm quyền", Stage.SUBMITTED, "28/10/2019"),
    ):
        by.office.lays(code, to, on)
        by.office.at(code).does(verb, "Đã ghi: ", on=on).stands_at(to)
    decision = {"on": "18/11/2019", "number": "9011-QĐ/ĐUK", "received_on": "20/11/2019"}
    by.board.at(code).does("Ghi quyết định kết nạp", "quyết định kết nạp", **decision).stands_at(Stage.DECIDED)
    by.cell.at(code).does("Ghi lễ kết nạp", "tổ chức lễ kết nạp", on="16/12/2019").stands_at(Stage.ADMITTED)
    by.cell.lays(code, Stage.REVIEWED, "18/12/2020")
    review = {"on": "28/12/2020"} | CELL_VOTE
    by.cell.at(code).does("Chi bộ đề nghị công nhận chính thức", "đề nghị công nhận", **review)
    by.cell.stands_at(Stage.REVIEWED)
    by.board.lays(code, Stage.OFFICIAL, "05/01/2021")
    recognition = {"on": "11/01/2021", "number": "9012-QĐ/ĐUK-CT"}
    by.board.at(code).does("Ghi quyết định công nhận chính thức", "công nhận đảng viên chính thức", **recognition)
    by.board.stands_at(Stage.OFFICIAL, "Đã kết thúc: chính thức")


def returned(by: SimpleNamespace) -> None:
    """The reviewer returns a dossier with one comment; the cell mends it; the reviewer accepts it."""
    code = made(Stage.SUBMITTED, "Lò Văn Trả")
    said = {"code": "Giấy tờ ghi sai, thiếu mục", "reason": "Thiếu chữ ký", "number": "5-CV/TN"}
    said |= {"field_1": "Đơn xin vào Đảng", "words_1": "Chưa ký tên."}
    by.review.at(code).does("Trả hồ sơ để bổ sung", "Đã ghi: trả hồ sơ", **said).stands_at(
        Stage.SUBMITTED, "bổ sung theo nhận xét"
    )
    mended = "Đã ghi: đã sửa “Đơn xin vào Đảng”"
    by.cell.at(code).does("Đã sửa", mended, words="Đã ký lại.").stands_at(Stage.SUBMITTED, "bấm “Hoàn tất”")
    by.review.at(code).does("Hoàn tất", "Đã hoàn tất “Đơn xin vào Đảng”").stands_at(
        Stage.SUBMITTED, "quyết định kết nạp"
    )


def paused_and_undone(by: SimpleNamespace) -> None:
    """The cell pauses, goes on, and takes the last thing back."""
    code = made(Stage.PREPARING, "Lò Văn Dừng")
    by.cell.at(code).does("Tạm dừng", "Đã ghi: tạm dừng", reason="Đi học xa").stands_at(
        Stage.PREPARING, "tiếp tục theo dõi"
    )
    by.cell.does("Tiếp tục theo dõi", "Đã ghi: tiếp tục theo dõi").stands_at(Stage.PREPARING, "thẩm tra")
    by.cell.does("Hủy việc vừa ghi", "Đã hủy việc vừa ghi", reason="Ghi nhầm").stands_at(
        Stage.PREPARING, "tiếp tục theo dõi"
    )


def concluded(by: SimpleNamespace) -> None:
    """The board asks for a conclusion; what it is about is not told to whoever lacks the right."""
    code = made(Stage.SUBMITTED, "Lò Văn Luận")
    asked = {"reason": "Có vấn đề cần kết luận", "number": "6-CV/TN"}
    by.board.at(code).does("Xin kết luận", "Đã ghi: xin kết luận", **asked)
    by.board.stands_at(Stage.SUBMITTED, "cấp có thẩm quyền kết luận")
    expect(by.board.page.locator("main")).to_contain_text("Chờ kết luận tiêu chuẩn chính trị")
    by.leader.at(code).stands_at(Stage.SUBMITTED, "cấp có thẩm quyền kết luận")
    expect(by.leader.page.locator("main")).not_to_contain_text(re.compile("chính trị|Có vấn đề cần kết luận"))
    answer = {"outcome": "Kết luận: đủ tiêu chuẩn chính trị", "number": "7-CV/TN"}
    by.board.does("Ghi kết luận", "đã kết luận", **answer).stands_at(Stage.SUBMITTED, "quyết định kết nạp")


def left(by: SimpleNamespace) -> None:
    """A withdrawal, a removal with its reason, and leaving for a place that is not followed here, all by the cell."""
    by.cell.at(made(Stage.CONSULTING, "Lò Văn Rút")).does("Ghi rút đơn", "Đã ghi: rút đơn").stands_at(
        Stage.WITHDRAWN, "Đã kết thúc: rút đơn"
    )
    reason = {"exit_reason": "Không còn đủ tiêu chuẩn, điều kiện"}
    by.cell.at(made(Stage.SYMPATHISER, "Lò Văn Ra")).does("Đưa ra khỏi danh sách", "Đã ghi: đưa ra", **reason)
    by.cell.stands_at(Stage.REMOVED)
    outside = {"place": "Đảng ủy Khối cơ quan tỉnh khác"}
    by.cell.at(made(Stage.TRAINED, "Lò Văn Ngoài")).does("Giới thiệu chuyển đơn vị", "Đã ghi giới thiệu", **outside)
    by.cell.stands_at(Stage.MOVED_OUT)


def below_two_thirds(by: SimpleNamespace) -> None:
    """A vote of the cell that does not carry the proposal is recorded alone."""
    by.cell.at(made(Stage.CONSULTING, "Lò Văn Phiếu"))
    by.cell.chooses("Chi bộ đề nghị kết nạp")
    by.cell.types(on="07/05/2021", **BELOW)
    by.cell.sends()
    expect(by.cell.page.locator("main form")).to_contain_text("11/20")
    by.cell.sends("Chỉ ghi kết quả biểu quyết")
    by.cell.reads("chưa ghi bước của hồ sơ")
    by.cell.chooses("Về hồ sơ")
    by.cell.stands_at(Stage.CONSULTING, "không đủ tỷ lệ (11/20)")


def reported_up(by: SimpleNamespace) -> None:
    """A vote of the committee below its share goes to the superior, whose answer lets the decision go on."""
    code = made(Stage.SUBMITTED, "Lò Văn Báo")
    vote = {"subject": "Kết nạp đảng viên", "body": "Đảng ủy cơ sở (tập thể đảng ủy)", "held_on": "10/05/2021"}
    counts = {"members": "15", "present": "13", "in_favour": "6", "against": "7"}
    by.board.page.goto(f"/ho-so/{code}/bieu-quyet/")
    by.board.types(**vote, **counts)
    by.board.sends("Ghi kết quả biểu quyết")
    by.board.reads("Đã ghi")
    report = {"reason": "Không đủ tỷ lệ", "number": "8-BC/TN"}
    by.board.at(code).does("Báo cáo cấp trên", "Đã ghi: báo cáo cấp trên", **report)
    by.board.stands_at(Stage.SUBMITTED, "cấp trên xem xét")
    answer = {"outcome": "Cấp có thẩm quyền xem xét, quyết định", "number": "9-CV/TN"}
    by.board.does("Ghi ý kiến của cấp trên", "cấp trên đã cho ý kiến", **answer)
    by.board.stands_at(Stage.SUBMITTED, "quyết định kết nạp")


def made_again(by: SimpleNamespace) -> None:
    """By order the way is walked again from an earlier step."""
    code = made(Stage.SUBMITTED, "Lò Văn Lại")
    order = {"on": "12/05/2021", "number": "10-CV/TN"}
    by.board.at(code).does("Làm lại từ bước “Lấy ý kiến nhận xét”", "làm lại thủ tục theo chỉ đạo", **order)
    by.board.stands_at(Stage.CONSULTING, "Chi bộ Văn phòng – Sở Nội vụ: đề nghị kết nạp")


def transferred(by: SimpleNamespace) -> None:
    """One dossier is received by the other cell, another one refused and back with the first."""
    there = {"to": "Chi bộ Tổ chức – Hành chính – Sở Nội vụ", "reason": "Điều động công tác"}
    for name in ("Lò Văn Chuyển", "Lò Văn Trở"):
        by.cell.at(made(Stage.PREPARING, name)).does("Giới thiệu chuyển đơn vị", "Đã ghi giới thiệu", **there)
        expect(by.cell.page.locator(".waiting-line")).to_contain_text("Đang chuyển đơn vị")
    by.other.page.goto("/ho-so/chuyen-den/")
    by.other.does("Tiếp nhận Lò Văn Chuyển", "Đã tiếp nhận hồ sơ").stands_at(Stage.PREPARING, "Tổ chức – Hành chính")
    by.other.page.goto("/ho-so/chuyen-den/")
    by.other.does("Không tiếp nhận Lò Văn Trở", "Đã trả lời không tiếp nhận", reason="Không có chỉ tiêu")
    by.cell.page.reload()
    by.cell.stands_at(Stage.PREPARING, "thẩm tra")


def struck_off_and_again(by: SimpleNamespace) -> None:
    """The cell votes, the board strikes off; later the cell opens a new case, a re-admission."""
    code = made(Stage.ADMITTED, "Lò Văn Xóa")
    by.cell.page.goto(f"/ho-so/{code}/bieu-quyet/")
    by.cell.types(subject="Xóa tên đảng viên dự bị", held_on="04/01/2021", **CELL_VOTE)
    by.cell.sends("Ghi kết quả biểu quyết")
    by.cell.reads("Đã ghi")
    order = {"on": "18/01/2021", "number": "9013-QĐ/ĐUK"}
    by.board.at(code).does("Ghi quyết định xóa tên", "bị xóa tên", **order).stands_at(Stage.STRUCK_OFF)
    by.cell.at(code).does("Lập hồ sơ kết nạp lại", "Đã lập hồ sơ kết nạp lại").stands_at(Stage.SOURCE)
    assert not by.cell.page.url.endswith(f"/{code}/")


def annulled(by: SimpleNamespace) -> None:
    """The board annuls a wrong decision and says why; a wrong recognition leads back to probation."""
    typed = {"on": "20/05/2021", "number": "9014-QĐ/ĐUK", "note": "Sai thẩm quyền"}
    by.board.at(made(Stage.DECIDED, "Lò Văn Hủy")).does("Ghi hủy quyết định kết nạp", "bị hủy quyết định", **typed)
    by.board.stands_at(Stage.ANNULLED)
    wrong = "Ghi hủy quyết định công nhận chính thức"
    by.board.at(made(Stage.OFFICIAL, "Lò Văn Nhầm")).does(wrong, "bị hủy quyết định công nhận", **typed)
    by.board.stands_at(Stage.ADMITTED, "đề nghị công nhận")


def remedied(by: SimpleNamespace) -> None:
    """The board orders a remedy, then decides that it is done."""
    code = made(Stage.ADMITTED, "Lò Văn Khắc")
    order = {"reason": "Thiếu ý kiến nơi cư trú", "number": "11-CV/TN"}
    by.board.at(code).does("Chỉ đạo làm lại, khắc phục", "chỉ đạo làm lại", **order)
    by.board.stands_at(Stage.ADMITTED, "làm lại phần thủ tục sai")
    by.board.does("Ghi quyết định công nhận sau khắc phục", "thủ tục đã khắc phục", number="9015-QĐ/ĐUK")
    by.board.stands_at(Stage.ADMITTED, "đề nghị công nhận")


def met(by: SimpleNamespace) -> None:
    """One meeting of the board decides three dossiers at once; then all of it is taken back."""
    codes = [made(Stage.SUBMITTED, f"Ma Thị Họp {word}") for word in ("Một", "Hai", "Ba")]
    page = by.board.page
    page.goto("/ho-so/?tim=ma+thi+hop")
    for box in page.locator("td.tick label").all():
        box.click()
    by.board.sends("Đưa hồ sơ đã chọn")
    by.board.types(ngay="24/05/2021")
    by.board.sends("Đưa vào chương trình họp")
    by.board.reads("Đã đưa vào chương trình họp")
    by.board.chooses("Ghi kết quả họp cho 3 hồ sơ")
    by.board.types(tu_so="9101", members="15", present="15", in_favour="15", against="0")
    by.board.sends("Xem lại trước khi ghi")
    expect(page.locator("main")).to_contain_text("ghi bước cho 3, không thông qua 0, bỏ qua 0")
    by.board.sends("Ghi kết quả họp cho 3 hồ sơ")
    by.board.reads("Đã ghi kết quả họp")
    meeting = page.url
    for code in codes:
        by.board.at(code).stands_at(Stage.DECIDED)
    page.goto(meeting)
    by.board.does("Hủy kết quả đã ghi", "Đã hủy kết quả họp", reason="Ghi nhầm cuộc họp")
    for code in codes:
        by.board.at(code).stands_at(Stage.SUBMITTED, "quyết định kết nạp")


def list_reviewed(by: SimpleNamespace) -> None:
    """The cell's tick list: one is recognised, one is dropped with a reason, everybody else is kept."""
    added, dropped = made(Stage.SOURCE, "Ma Thị Thêm"), made(Stage.SOURCE, "Ma Thị Bớt")
    by.cell.page.goto("/ho-so/ra-soat/")
    by.cell.chooses("Rà soát danh sách")
    for name, said in (("Ma Thị Thêm", "Công nhận cảm tình"), ("Ma Thị Bớt", "Đưa ra")):
        row = by.cell.page.locator("ul.ticklist > li", has_text=name)
        row.get_by_text(said, exact=True).click()
    row.locator("summary").click()
    row.get_by_label("Lý do đưa ra khỏi danh sách").select_option(label="Tự nguyện xin thôi")
    by.cell.sends("Xem lại trước khi ghi")
    expect(by.cell.page.locator("dl.facts")).to_contain_text("Ma Thị Thêm")
    by.cell.sends("Ghi rà soát")
    by.cell.reads("Đã ghi lần rà soát danh sách")
    by.cell.at(added).stands_at(Stage.SYMPATHISER)
    by.cell.at(dropped).stands_at(Stage.REMOVED)


WALKS = (
    main_line,
    returned,
    paused_and_undone,
    concluded,
    left,
    below_two_thirds,
    reported_up,
    made_again,
    transferred,
    struck_off_and_again,
    annulled,
    remedied,
    met,
    list_reviewed,
)


def made(upto: Stage, name: str) -> str:
    """Bring somebody of the secretary's cell to a stage by the product's own acts; returns the code of the dossier."""
    secretary = User.objects.get(username="bithu")
    who = SimpleNamespace(secretary=secretary, cell=Post.objects.get(user=secretary).unit)
    return people.dossier(who, upto, full_name=name).code
