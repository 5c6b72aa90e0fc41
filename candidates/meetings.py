"""Writes meetings: planned, called off, dossiers put on their agenda and taken off; all inside ``acting``."""

from datetime import date

from django.db.models import F

from candidates import agenda
from candidates.enums import UNSETTLED, AgendaResult, MeetingBody, MeetingState
from candidates.models import AgendaItem, Dossier, Meeting
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Conflict, Refused
from organizations.formats import tidy
from organizations.models import Unit, User


class NotOnAgenda(Refused):
    """Dossiers that a meeting cannot take; ``codes`` name them, so that the others can be sent again."""

    def __init__(self, *sentences: str, codes: frozenset[str]) -> None:
        super().__init__(*sentences)
        self.codes = codes


def plan(unit: Unit, body: MeetingBody, held_on: date, *, own: Reach, is_delegated: bool = False) -> Meeting:
    """Plan a meeting; Refused where the same body of the unit meets on that day already."""
    by = current().by
    check_may(own, Deed.HOLD_MEETING, unit)
    made = Meeting(unit=unit, body=body, held_on=held_on, is_delegated=is_delegated, by=by)
    check_day_free(made, held_on)
    made.save()
    return made


def mark(meeting: Meeting, codes: list[str], *, own: Reach, today: date) -> list[AgendaItem]:
    """Put dossiers on the agenda of a planned meeting; Refused where one cannot be, with its name."""
    by = current().by
    check_may(own, Deed.HOLD_MEETING, meeting.unit)
    _hold(meeting)
    if meeting.state != MeetingState.PLANNED:
        raise Refused(f"{agenda.title(meeting)} đã ghi kết quả; hãy chọn hoặc lập cuộc họp khác.")
    list(Dossier.objects.select_for_update().filter(code__in=codes).order_by("pk").values_list("pk"))
    found, below = list(agenda.aims(codes, own)), agenda.below(meeting, own.on)
    if not found:
        raise Refused("Chưa chọn hồ sơ nào; hãy chọn ít nhất một hồ sơ.")
    aims = [agenda.aim(entry, meeting, below, today) for entry in found]
    if against := [each for each in aims if each.to is None]:
        sentences = (f"{each.entry.dossier.person.full_name}: {each.against}" for each in against)
        raise NotOnAgenda(*sentences, codes=frozenset(each.entry.dossier.code for each in against))
    return AgendaItem.objects.bulk_create(_item(meeting, each, by) for each in aims)


def take_off(item: AgendaItem, reason: str, *, own: Reach) -> None:
    """Take a dossier off an agenda on which nothing was recorded of it."""
    current()
    check_may(own, Deed.HOLD_MEETING, item.meeting.unit)
    waiting = AgendaItem.objects.filter(pk=item.pk, result__in=UNSETTLED)
    if not waiting.update(result=AgendaResult.TAKEN_OFF, words=tidy(reason)):
        raise Refused("Hồ sơ này không còn chờ trong chương trình họp; hãy tải lại trang.")


def call_off(meeting: Meeting, reason: str, *, own: Reach, version: int) -> None:
    """Let a planned meeting not take place; its dossiers wait for none then."""
    current()
    check_may(own, Deed.HOLD_MEETING, meeting.unit)
    claim(meeting, version, void=True)
    if meeting.items.filter(act__isnull=False).exists():
        raise Refused("Cuộc họp đã ghi kết quả; hãy hủy kết quả trước.")
    meeting.items.filter(result__in=UNSETTLED).update(result=AgendaResult.TAKEN_OFF, words=tidy(reason))


def claim(meeting: Meeting, version: int, **values: object) -> None:
    """Change a meeting only where nobody changed it since it was read; Conflict when somebody was faster."""
    unchanged = Meeting.objects.filter(pk=meeting.pk, version=version)
    if not unchanged.update(version=F("version") + 1, **values):
        raise _faster(meeting)


def check_day_free(meeting: Meeting, on: date) -> None:
    """Raise Refused where the same body meets on that day already."""
    same = Meeting.objects.filter(unit=meeting.unit, body=meeting.body, held_on=on).exclude(pk=meeting.pk)
    if found := same.first():
        count = found.items.count()
        use = "Hãy dùng cuộc họp đó" if found.state == MeetingState.PLANNED else "Hãy ghi bước ở trang của hồ sơ"
        raise Refused(
            f"{agenda.title(found)} đã có ({found.get_state_display().lower()}, {count} hồ sơ). {use}, hoặc chọn ngày khác."
        )


def _item(meeting: Meeting, each: agenda.Aim, by: User | None) -> AgendaItem:
    dossier = each.entry.dossier
    known = {"to": each.to, "stage": each.entry.stage, "version": dossier.version, "by": by}
    return AgendaItem(meeting=meeting, dossier=dossier, **known)


def _hold(meeting: Meeting) -> None:
    held = Meeting.objects.select_for_update().get(pk=meeting.pk)
    meeting.state, meeting.version = held.state, held.version


def _faster(meeting: Meeting) -> Conflict:
    now = Meeting.ever.get(pk=meeting.pk)
    context = now.events.order_by("-pgh_id").values_list("pgh_context__metadata", flat=True).first() or {}
    state = "đã bỏ" if now.void else now.get_state_display().lower()
    return Conflict(
        f"Cuộc họp này đã được {context.get('name', 'người khác')} thay đổi trong lúc đồng chí nhập (hiện nay: {state}). Hãy xem "
        "lại chương trình họp; nếu vẫn cần thì gửi lại.",
        now.version,
    )
