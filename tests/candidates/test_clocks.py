"""What a step stores: when the next one is due, when probation is over, when a paper expires; and how the clocks read then."""

from datetime import date

import pytest

from candidates import clocks, lateness, moves, stages, terms
from candidates.enums import ConsentGround, ConsentMatter, ParameterCode, Stage
from candidates.models import Consent, HolidayYear, Parameter, StageEntry
from candidates.statistics import Cell, DueState, count
from organizations.acting import acting
from organizations.enums import Deed
from tests import people
from tests.candidates.walking import LATER, SITUATION_1, at, in_full, step, walked
from tests.people import TODAY

DECISION = moves.find(Stage.SUBMITTED, Stage.DECIDED)


def test_nothing_is_due_where_no_text_tells_from_which_day_a_ceremony_counts(cast):
    Parameter.objects.filter(code=ParameterCode.CEREMONY_FROM).update(value="")
    assert terms.due_after(DECISION, date(2022, 1, 10), date(2022, 1, 17)) is None
    made = walked(cast, Stage.DECIDED, SITUATION_1, received_on=date(2022, 1, 17))
    assert read(made, date(2022, 2, 1), "ceremony").words.startswith("Chưa đủ căn cứ")


def read(made, on: date, kind: str) -> clocks.Clock:
    return next(each for each in clocks.of(in_full(made), on) if each.kind == kind)


def confirm(cast) -> None:
    Parameter.objects.update(confirmed_by=cast.officer, confirmed_on=TODAY)


@pytest.mark.parametrize(
    ("on", "confirmed", "state", "words"),
    [
        pytest.param(date(2022, 2, 1), True, "waiting", "Trong hạn", id="long before"),
        pytest.param(date(2022, 4, 1), True, "soon", "Còn 5 ngày", id="soon"),
        pytest.param(date(2022, 4, 6), True, "soon", "Đến hạn hôm nay", id="on the day"),
        pytest.param(date(2022, 4, 7), True, "late", "Quá hạn 1 ngày", id="a day late"),
        pytest.param(
            date(2022, 4, 7), False, "check", "Cần kiểm tra: hạn chưa xác nhận đã qua 1 ngày", id="nobody confirmed it"
        ),
    ],
)
def test_a_running_clock_says_how_it_stands(cast, on, confirmed, state, words):
    made = walked(cast, Stage.PROPOSED, SITUATION_1)
    if confirmed:
        confirm(cast)
    found = read(made, on, "decision")
    assert (found.due_on, found.state, found.words, found.is_running) == (date(2022, 4, 6), state, words, True)
    assert (found.source.document, found.source.clause, found.source.confirmed) == ("24-QĐ/TW", "điểm 4.3.1", confirmed)
    assert found.rule == "60 ngày làm việc từ ngày nghị quyết chi bộ"


NO_CALENDAR = (
    "Cần kiểm tra lịch nghỉ năm 2027: khi tính hạn này chưa có lịch nghỉ chính thức, hạn tính theo ngày nghỉ của luật."
)
IN_2026 = {Stage.TRAINED: date(2024, 3, 4), Stage.PREPARING: date(2026, 4, 9), Stage.PROPOSED: date(2026, 10, 5)}


def _decided_late_in_2026(cast, confirmed: int | None):
    """A ceremony by 208-QĐ/TW whose term of 30 working days ends in 2027, counted before or after 2027 was confirmed."""
    made = walked(cast, Stage.PROPOSED, SITUATION_1 | IN_2026)
    if confirmed:
        HolidayYear.objects.create(year=2027, source="TB", confirmed_by=cast.officer, confirmed_on=TODAY)
    step(made, Stage.DECIDED, date(2026, 12, 7), today=date(2027, 1, 4), received_on=date(2026, 12, 14))
    confirm(cast)
    return made


@pytest.mark.parametrize(
    ("first", "provisional", "state", "words", "notes"),
    [
        pytest.param(
            None,
            True,
            "check",
            "Cần kiểm tra: hạn tính khi lịch nghỉ năm 2027 chưa chính thức đã qua {} ngày",
            (NO_CALENDAR,),
            id="counted before",
        ),
        pytest.param(2027, False, "late", "Quá hạn {} ngày", (), id="counted after"),
    ],
)
def test_a_term_counted_before_its_calendar_was_official_is_to_be_checked_for_ever(
    cast, first, provisional, state, words, notes
):
    made = _decided_late_in_2026(cast, first)
    entry = stages.open_entry(made)
    HolidayYear.objects.get_or_create(year=2027, source="TB", confirmed_by=cast.officer, confirmed_on=TODAY)
    on = date(2027, 3, 1)
    found = read(made, on, "ceremony")
    assert (entry.due_on.year, entry.due_provisional) == (2027, provisional)
    late = (on - entry.due_on).days
    assert (found.state, found.words, found.notes[: len(notes)]) == (state, words.format(late), notes)
    counted = {each: count(Cell((cast.bloc,), (Stage.DECIDED,), on, due=each)) for each in DueState}
    assert counted[DueState.CHECK if provisional else DueState.OVERDUE] == sum(counted.values()) == 1


@pytest.mark.parametrize("state", lateness.Lateness)
@pytest.mark.parametrize("on", [date(2022, 2, 1), date(2022, 4, 1), date(2022, 4, 7)])
@pytest.mark.parametrize("confirmed", [True, False])
def test_the_condition_of_a_state_finds_what_the_words_say(cast, state, on, confirmed):
    made = walked(cast, Stage.PROPOSED, SITUATION_1)
    if confirmed:
        confirm(cast)
    found = StageEntry.objects.filter(stage=Stage.PROPOSED).filter(lateness.condition(state, on))
    assert found.exists() == (read(made, on, "decision").state == state)


def test_a_ceremony_without_a_receipt_says_what_is_missing(cast):
    made = walked(cast, Stage.DECIDED, SITUATION_1, received_on=None)
    found = read(made, date(2022, 2, 1), "ceremony")
    assert (found.due_on, found.words) == (
        None,
        "Chưa tính được hạn: chưa ghi ngày chi bộ nhận quyết định; hãy ghi ngày nhận",
    )


def test_a_step_under_a_regime_that_tells_no_term_says_so(cast):
    days = SITUATION_1 | {Stage.TRAINED: date(2024, 3, 4), Stage.PREPARING: date(2026, 4, 9)}
    made = walked(cast, Stage.PROPOSED, days | {Stage.PROPOSED: date(2026, 5, 4)})
    found = read(made, date(2026, 6, 1), "decision")
    assert (found.due_on, found.words) == (
        None,
        "Chưa đủ căn cứ: hệ thống chưa có giá trị của quy định tại ngày này, nên không tính hạn",
    )


LATE = "Lễ quá hạn 3 ngày"


@pytest.mark.parametrize("held", [True, False])
@pytest.mark.parametrize(
    ("consent", "words"),
    [
        (
            False,
            f"{LATE}. Tổ chức lễ sau hạn phải báo cáo và được cấp ủy cấp trên trực tiếp đồng ý; chưa ghi văn bản đồng ý nào "
            "vào hồ sơ.",
        ),
        (True, f"{LATE}: có văn bản đồng ý số 15-CV/ĐU ngày 05/3/2022 của Đảng ủy Khối."),
    ],
)
def test_a_late_ceremony_is_allowed_and_says_whether_the_superior_agreed(cast, held, consent, words):
    made = walked(cast, Stage.DECIDED, SITUATION_1, received_on=date(2022, 1, 17))
    if consent:
        said = {"matter": ConsentMatter.LATE_CEREMONY, "ground": ConsentGround.OTHER, "number": "15-CV/ĐU"}
        Consent.objects.create(dossier=made, issued_on=date(2022, 3, 5), issuer="Đảng ủy Khối", **said)
    if held:
        step(made, Stage.ADMITTED, date(2022, 3, 10))
    found = read(made, date(2022, 3, 10), "ceremony")
    assert (found.due_on, found.notes, found.is_running) == (date(2022, 3, 7), (words,), not held)
    assert found.rule == "30 ngày làm việc từ ngày chi bộ nhận quyết định"


@pytest.mark.parametrize(
    ("on", "consents", "words"),
    [
        pytest.param(date(2022, 3, 11), (date(2022, 3, 12),), "chưa ghi văn bản đồng ý nào", id="not known yet"),
        pytest.param(
            date(2022, 3, 12),
            (date(2022, 3, 12),),
            f"{LATE}: văn bản đồng ý ngày 12/3/2022 của Đảng ủy Khối có sau ngày lễ 10/3/2022.",
            id="after the ceremony",
        ),
        pytest.param(
            date(2022, 4, 1),
            (date(2022, 3, 12), date(2022, 3, 9)),
            f"{LATE}: có văn bản đồng ý ngày 09/3/2022 của Đảng ủy Khối.",
            id="the one before the ceremony counts",
        ),
    ],
)
def test_a_consent_counts_from_its_day_and_one_after_the_ceremony_says_so(cast, on, consents, words):
    made = walked(cast, Stage.DECIDED, SITUATION_1, received_on=date(2022, 1, 17))
    for issued_on in consents:
        said = {"matter": ConsentMatter.LATE_CEREMONY, "ground": ConsentGround.OTHER, "issuer": "Đảng ủy Khối"}
        Consent.objects.create(dossier=made, issued_on=issued_on, **said)
    step(made, Stage.ADMITTED, date(2022, 3, 10))
    assert words in read(made, on, "ceremony").notes[0]


def _now_from_issue() -> None:
    """The day from which a ceremony counts is corrected, as the province would."""
    for row in Parameter.objects.filter(code=ParameterCode.CEREMONY_FROM, regime__code="QD24"):
        Parameter.objects.filter(pk=row.pk).update(void=True)
        row.pk, row.value, row.reason, row.corrects_id = None, "issue", "đọc nhầm", row.pk
        row.save(force_insert=True)


def test_a_term_says_from_which_day_it_was_counted_whatever_was_corrected_since(cast):
    made = walked(cast, Stage.DECIDED, SITUATION_1, received_on=date(2022, 1, 17))
    step(made, Stage.ADMITTED, date(2022, 3, 4))
    _now_from_issue()
    assert read(made, date(2022, 3, 10), "ceremony").rule == "30 ngày làm việc từ ngày chi bộ nhận quyết định"


def test_a_ceremony_that_waits_for_its_receipt_still_does_after_a_correction(cast):
    made = walked(cast, Stage.DECIDED, SITUATION_1, received_on=None)
    _now_from_issue()
    assert read(made, date(2022, 2, 1), "ceremony").words.startswith("Chưa tính được hạn: chưa ghi ngày chi bộ nhận")


def test_a_receipt_recorded_later_keeps_from_which_day_the_term_counts(cast):
    made = walked(cast, Stage.DECIDED, SITUATION_1, received_on=None)
    made.refresh_from_db()
    with acting(cast.secretary, Deed.MOVE_AS_CELL):
        known = {"own": at(made.unit), "today": LATER, "version": made.version}
        stages.record_receipt(made, date(2022, 1, 17), **known)
    entry = stages.open_entry(made)
    assert (entry.due_on, entry.due_from.code) == (date(2022, 3, 7), ParameterCode.CEREMONY_FROM)


@pytest.mark.parametrize(
    ("on", "confirmed", "state"),
    [
        pytest.param(date(2024, 3, 1), True, "waiting", id="06-HD/TW 5.4: a month before"),
        pytest.param(date(2024, 3, 20), True, "soon", id="06-HD/TW 5.4: days before"),
        pytest.param(date(2024, 3, 29), True, "late", id="06-HD/TW 5.4: it counts no more on the day itself"),
        pytest.param(date(2024, 3, 29), False, "check", id="06-HD/TW 5.4: nobody confirmed the months"),
    ],
)
def test_a_certificate_is_a_clock_until_the_cell_meeting(cast, on, confirmed, state):
    made = people.dossier(cast, Stage.PREPARING)
    if confirmed:
        confirm(cast)
    found = read(made, on, "certificate")
    assert (found.due_on, found.state) == (date(2024, 3, 29), state)
    step(made, Stage.PROPOSED, date(2019, 10, 7))
    assert [each.kind for each in clocks.of(in_full(made), on)] == ["decision"]
