"""What the page of an organisation says first: how it stands to the round, what is to be done, and by when."""

from dataclasses import dataclass

from organizations.formats import date_vn
from reports.rounds.standing import Standing, State


@dataclass(frozen=True)
class Advice:
    """A notice: its kind (as the component names it), its first words, its sentences."""

    kind: str
    title: str
    text: str


def of(stands: Standing, *, may_confirm: bool, differs: bool, instead: bool = False) -> Advice:
    """Return what is told; ``differs`` when what is counted now is not what was confirmed last.

    ``instead`` when the person confirms for the organisation against its paper alone: what it owes is not theirs to do.
    """
    to_confirm = _to_confirm_instead if may_confirm and instead else _to_confirm
    told = {
        State.WAITING: to_confirm,
        State.LATE: to_confirm,
        State.RETURNED: _returned,
        State.CONFIRMED: _confirmed,
        State.ACCEPTED: _accepted,
        State.SILENT: _silent,
    }
    return told[stands.state](stands, may_confirm and not instead, differs)


def _to_confirm(stands: Standing, may_confirm: bool, differs: bool) -> Advice:
    is_late, due = stands.state == State.LATE, date_vn(stands.due_on)
    if not may_confirm:
        return Advice("warning" if is_late else "info", "Chưa chốt.", _unconfirmed(stands))
    by = f"Đã quá hạn {due}, vẫn xác nhận được" if is_late else f"Hạn {due}"
    text = (
        "Xem các số dưới đây, bấm vào số để xem từng người. Đúng thì bấm “Xác nhận số liệu” ở dưới; sai hoặc sót thì sửa hồ "
        f"sơ trước, hoặc ghi ý kiến. {by}; không trả lời không phải là đồng ý."
    )
    return Advice("warning" if is_late else "info", "Cần đồng chí xác nhận.", text)


def _to_confirm_instead(stands: Standing, may_confirm: bool, differs: bool) -> Advice:
    text = f"{_unconfirmed(stands)} Chỉ xác nhận thay tổ chức khi đã có giấy tờ của tổ chức làm căn cứ."
    return Advice("warning" if stands.state == State.LATE else "info", "Tổ chức chưa xác nhận.", text)


def _unconfirmed(stands: Standing) -> str:
    state = "đã quá hạn" if stands.state == State.LATE else "hạn"
    return f"{_name(stands)} chưa xác nhận số liệu này, {state} {date_vn(stands.due_on)}. Không trả lời không phải là đồng ý."


def _returned(stands: Standing, may_confirm: bool, differs: bool) -> Advice:
    to_do = "Sửa ở hồ sơ, hoặc ghi ý kiến giải thích, rồi xác nhận lại trước" if may_confirm else "Hạn xác nhận lại:"
    words = stands.ruled.words.rstrip(". ")
    return Advice("warning", "Cấp trên trả lại.", f"{words}. {to_do} ngày {date_vn(stands.due_on)}.")


def _confirmed(stands: Standing, may_confirm: bool, differs: bool) -> Advice:
    by = f"{stands.confirmed.by or 'hệ thống'} xác nhận ngày {date_vn(stands.confirmed.on)}"
    if differs:
        to_do = "hãy xác nhận lại theo số mới" if may_confirm else "tổ chức phải xác nhận lại theo số mới"
        return Advice("warning", "Số liệu đã khác.", f"{by}; từ đó hồ sơ có thay đổi nên {to_do}.")
    done = ". Đồng chí không phải làm gì thêm" if may_confirm else ""
    return Advice("success", "Đã xác nhận.", f"{by}; đang chờ {_asks(stands)} chấp nhận hoặc trả lại{done}.")


def _accepted(stands: Standing, may_confirm: bool, differs: bool) -> Advice:
    last = date_vn(stands.place.round.as_at)
    text = (
        f"Chấp nhận ngày {date_vn(stands.ruled.on)}; số liệu đến hết ngày {last} đã khóa. Việc ghi sau, nếu làm thay đổi số "
        "đã chốt, phải có lý do và đứng thành dòng điều chỉnh ở đợt sau."
    )
    return Advice("success", "Đã chốt xong.", text)


def _silent(stands: Standing, may_confirm: bool, differs: bool) -> Advice:
    ended = date_vn(stands.place.round.ended_on)
    text = (
        f"Đợt kết thúc ngày {ended} mà {_name(stands)} chưa chốt. Không trả lời không phải là đồng ý: báo cáo của kỳ nêu tên "
        "tổ chức này ở danh sách chưa chốt."
    )
    return Advice("warning", "Không chốt.", text)


def _name(stands: Standing) -> str:
    return stands.place.name or stands.place.unit.code


def _asks(stands: Standing) -> str:
    """The organisation that opened the round."""
    return stands.place.asked_by or stands.place.round.unit.code
