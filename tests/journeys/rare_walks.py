"""Walks of what few cells ever meet: three votes in vain, and a sectional committee between the cell and its committee."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

from candidates.enums import Stage
from organizations.enums import Role, UnitKind
from organizations.models import Post, Unit, User
from reports.demo import stories
from tests import people
from tests.journeys.walking import Walker

MEETINGS = ("20/12/2020", "20/01/2021", "20/02/2021")
IN_VAIN = {"members": "19", "present": "18", "in_favour": "8", "against": "10"}
IN_FAVOUR = {"members": "19", "present": "18", "in_favour": "18", "against": "0"}
SINCE = date(2016, 1, 1)


def three_votes_in_vain(by: SimpleNamespace, made: Callable[[Stage, str], str]) -> None:
    """The cell can neither recognise nor strike off; the superior says who decides, and the board goes either way."""
    for name, verb, says, number, to in (
        ("Lò Văn Đậu", "Ghi quyết định công nhận chính thức", "công nhận đảng viên chính thức", "9016", Stage.OFFICIAL),
        ("Lò Văn Rời", "Ghi quyết định xóa tên", "bị xóa tên", "9017", Stage.STRUCK_OFF),
    ):
        code = made(Stage.ADMITTED, name)
        for held_on in MEETINGS:
            _votes(by.cell, code, held_on)
        by.cell.at(code).stands_at(Stage.ADMITTED, "báo cáo")
        report = {"reason": "Ba lần không đủ tỷ lệ", "number": f"12-BC/{number}"}
        by.cell.does("Báo cáo cấp trên", "Đã ghi: báo cáo cấp trên", **report).stands_at(
            Stage.ADMITTED, "cấp trên xem xét"
        )
        answer = {"outcome": "Cấp có thẩm quyền xem xét, quyết định", "number": f"13-CV/{number}"}
        by.board.at(code).does("Ghi ý kiến của cấp trên", "cấp trên đã cho ý kiến", **answer)
        by.board.lays(code, to, "24/05/2021")
        by.board.at(code).does(verb, says, on="31/05/2021", number=f"{number}-QĐ/ĐUK").stands_at(to)


def appraised(by: SimpleNamespace, made: Callable[[Stage, str], str], as_user: Callable) -> None:
    """Under a section its committee appraises before the grassroots committee; walked last, for the tree grows."""
    code = made(Stage.PROPOSED, "Lò Văn Thẩm")
    section = Walker(as_user(_a_section(code)))
    section.lays(code, Stage.APPRAISED, "12/05/2021")
    section.at(code).does("Ghi báo cáo thẩm định", "đảng ủy bộ phận thẩm định").stands_at(
        Stage.APPRAISED, "Đảng bộ Sở Nội vụ"
    )
    by.office.lays(code, Stage.ENDORSED, "24/05/2021")
    by.office.at(code).does("Đảng ủy cơ sở đề nghị kết nạp", "Đã ghi: ").stands_at(Stage.ENDORSED)


def _votes(cell: Walker, code: str, held_on: str) -> None:
    cell.page.goto(f"/ho-so/{code}/bieu-quyet/")
    cell.types(subject="Công nhận đảng viên chính thức", held_on=held_on, **IN_VAIN)
    cell.sends("Ghi kết quả biểu quyết")
    cell.reads("Đã ghi")


def _a_section(code: str) -> str:
    """Put a sectional committee over the cell of a dossier; returns the account of its office."""
    cell = Unit.objects.get(dossiers__code=code)
    committee = Unit.objects.get(pk=cell.versions.get(valid_until__isnull=True).parent_id)
    section = people.unit(f"{committee.code}.BP", "Đảng bộ bộ phận Văn phòng", UnitKind.SECTION, committee)
    people.place_under(cell, section, SINCE)
    user = User.objects.create_user(
        "bophan", password=stories.accounts().PASSWORD, full_name="Văn phòng đảng ủy bộ phận"
    )
    Post.objects.create(user=user, role=Role.COMMITTEE_OFFICE, unit=section, valid_from=SINCE)
    return user.username
