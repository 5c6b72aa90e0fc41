"""Events in words: the one place where a row of the audit becomes sentences for a reader."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import groupby

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, DateField, DateTimeField, Field, JSONField, Model
from django.utils.timezone import get_current_timezone

from organizations import tree
from organizations.enums import Deed
from organizations.formats import date_vn
from organizations.models import Document, Unit, User

LONGEST = 160
EMPTY, UNSAID = "để trống", "Thay đổi ở mục không chép vào nhật ký (mục nhạy cảm, hoặc chỉ số lần sửa)."
VERBS = {"insert": "Thêm", "update": "Sửa", "delete": "Xóa"}
# Counters and keys that say nothing to a reader.
TECHNICAL = frozenset({"version", "name_key", "updated_at", "position", "date_joined", "verdicts"})
# Words for columns whose model gives none.
WORDS = {
    "sessions_ended": "số lần kết thúc mọi phiên đăng nhập",
    "unit": "tổ chức",
    "organisation": "hội, đoàn thể",
    "cell": "chi bộ",
    "parent": "trực thuộc",
    "user": "người dùng",
    "person": "người",
    "dossier": "hồ sơ",
    "document": "văn bản",
    "founding_document": "quyết định thành lập",
    "clause": "điểm, khoản",
    "directive": "văn bản chỉ đạo",
    "issuing_unit": "cấp ủy ban hành",
    "obligation": "nhiệm vụ",
    "subject": "văn bản cần phổ biến",
    "target": "chỉ tiêu",
    "regime": "chế độ quy định",
    "training_class": "lớp",
    "certificate": "giấy chứng nhận",
    "criterion": "tiêu chuẩn riêng",
    "entry": "bước",
    "stage": "bước",
    "from_stage": "từ bước",
    "until": "đến trước ngày",
    "due_on": "hạn",
    "due_rule": "thông số của hạn",
    "due_from": "mốc tính hạn",
    "due_provisional": "hạn tính khi lịch nghỉ chưa chính thức",
    "ends_rule": "thông số của thời hạn dự bị",
    "extension_rule": "thông số của hạn gia hạn",
    "expires_rule": "thông số của thời hạn sử dụng",
    "verdict": "kết luận theo quy định",
    "act": "việc đã ghi",
    "batch": "các việc ghi cùng nhau",
    "meeting": "cuộc họp",
    "keeper": "nơi theo dõi nhiệm vụ",
    "reminder": "công văn đôn đốc",
    "to": "nơi nhận báo cáo",
    "fulfilment": "trả lời",
    "distribution": "lần giao chỉ tiêu",
    "part_of": "trong đó của chỉ tiêu",
    "sha256": "dấu kiểm nội dung",
    "dropped": "đã bỏ bản đọc",
    "marked_at": "lúc đưa vào chương trình",
    "review": "lần rà soát",
    "by": "người ghi",
    "answered_by": "người trả lời",
    "confirmed_by": "người xác nhận",
    "cancelled_by": "người đính chính",
    "checked_by": "người kiểm tra",
    "cancelled_at": "lúc đính chính",
    "in_force": "còn hiệu lực",
    "replaces": "thay cho số liệu",
    "corrects": "thay cho giá trị",
    "paper": "giấy tờ",
    "reconciliation": "lần đối chiếu",
    "void": "đã hủy",
    "is_active": "được đăng nhập",
    "kind": "loại",
    "made_at": "lúc ghi",
    "undone_at": "lúc hủy",
    "undone_by": "người hủy",
    "way": "cách vào bước",
    "settled_by": "người ghi đã xử lý",
    "hold": "việc chờ bên cạnh bước",
    "ended_by": "người ghi kết thúc",
    "end_act": "việc làm kết thúc",
    "fixed_by": "người ghi đã sửa",
    "fix_act": "việc ghi đã sửa",
    "closed_by": "người ghi hoàn tất",
    "close_act": "việc ghi hoàn tất",
    "from_unit": "nơi đi",
    "to_unit": "nơi đến",
    "sent_by": "người ghi giới thiệu",
    "received_by": "người tiếp nhận",
    "receive_act": "việc tiếp nhận",
    "refused_by": "người trả lời không tiếp nhận",
    "refuse_act": "việc không tiếp nhận",
}
WORDS |= {"frozen": "bản trình ký", "number_key": "số, viết gọn"}
KINDS = {"organizations.unitversion": "tổ chức", "organizations.clause": "điểm, khoản", "candidates.stageentry": "bước"}


@dataclass(frozen=True)
class Said:
    """One change: what was done to what, and the columns that changed, each in words."""

    verb: str
    kind: str
    subject: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Act:
    """What somebody did at one time: who, which deed, why, and all the changes of it on the page."""

    at: datetime
    who: str
    deed: str
    reason: str
    changes: tuple[Said, ...]


def acts(rows: list[dict], on: date) -> list[Act]:
    """Return the rows of ``audit.changes`` in words, those of one act together; units are named as on a day."""
    names = _names(rows, on)
    by_act = groupby(rows, key=lambda row: (row["event_act"], row["event_at"]))
    return [_act(list(group), names) for _, group in by_act]


def moment(at: datetime) -> datetime:
    """Return a recorded moment in the time of the house."""
    return at.astimezone(get_current_timezone())


def deed_label(value: str) -> str:
    """Return the words of a deed; one that the code no longer has is shown as it was written."""
    return Deed(value).label if value in Deed.values else value


@cache
def shown_fields(model: type[Model]) -> tuple[Field, ...]:
    """Return the fields of a model that its events hold and a reader wants to see."""
    copied = {field.name for field in model.pgh_event_model._meta.concrete_fields} - {"id"}
    return tuple(field for field in model._meta.concrete_fields if field.name in copied and field.name not in TECHNICAL)


def word(field: Field) -> str:
    """Return the word of a column: the model's own, else ours."""
    given = str(field.verbose_name)
    return WORDS.get(field.name, given) if given == field.name.replace("_", " ") else given


def _act(rows: list[dict], names: dict) -> Act:
    context = rows[0]["event_said"] or {}
    said = tuple(_said(row, names) for row in rows)
    who, deed = context.get("name", "không rõ"), deed_label(context.get("deed", "không rõ việc"))
    return Act(moment(rows[0]["event_at"]), who, deed, context.get("reason", ""), said)


def _said(row: dict, names: dict) -> Said:
    model = apps.get_model(row["event_kind"])
    kind = KINDS.get(row["event_kind"], model._meta.verbose_name)
    verb = VERBS.get(row["event_label"], row["event_label"])
    return Said(verb, kind, row["event_subject"], tuple(_columns(model, row, names)) or (UNSAID,))


def _columns(model: type[Model], row: dict, names: dict) -> Iterator[str]:
    """The columns that a first event fills with more than the default, or that differ from what the row held before."""
    before, now = row["event_before"], row["event_now"]
    for field in shown_fields(model):
        value = now.get(field.attname)
        if before is None and value not in (None, "", [], field.get_default()):
            yield f"{word(field)}: {_value(field, value, names)}"
        elif before is not None and value != before.get(field.attname):
            yield f"{word(field)}: {_value(field, before.get(field.attname), names)} → {_value(field, value, names)}"


def _value(field: Field, value: object, names: dict) -> str:
    if value in (None, "", []):
        return EMPTY
    if field.is_relation:
        return names.get((field.related_model, value), f"số {value}")
    if isinstance(field, ArrayField):
        return ", ".join(_value(field.base_field, each, names) for each in value)
    return _plain_value(field, value)


def _plain_value(field: Field, value: object) -> str:
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, BooleanField):
        return "có" if value else "không"
    if isinstance(field, DateTimeField):
        return date_vn(moment(datetime.fromisoformat(value)).date())
    if isinstance(field, DateField):
        return date_vn(date.fromisoformat(value))
    text = "đã ghi" if isinstance(field, JSONField) else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _names(rows: list[dict], on: date) -> dict[tuple[type[Model], int], str]:
    """The names of the units, people with accounts and documents that the rows point to: one query each."""
    asked = {model: _pointed_at(rows, model) for model in (Unit, User, Document)}
    units = Unit.objects.filter(pk__in=asked[Unit]).annotate(name=tree.name_on(on, "pk"))
    found = {(Unit, unit.pk): unit.name or unit.code for unit in units}
    for model in (User, Document):
        found |= {(model, each.pk): str(each) for each in model.objects.filter(pk__in=asked[model])}
    return found


def _pointed_at(rows: Iterable[dict], model: type[Model]) -> set[int]:
    """The keys of ``model`` in what the rows hold and held."""
    found = set()
    for row in rows:
        for field in shown_fields(apps.get_model(row["event_kind"])):
            if field.related_model is model:
                found |= {held.get(field.attname) for held in (row["event_now"], row["event_before"] or {})}
    return found - {None}
