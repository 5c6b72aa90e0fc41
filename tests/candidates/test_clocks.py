"""What a step stores: when the next one is due, when probation is over, when a paper expires; and how the clocks read then."""

from datetime import date

import pytest

from candidates import clocks, lateness, moves, policy, stages, terms
from candidates.enums import BallotBody, BallotSubject, ConsentGround, ConsentMatter, PaperKind, ParameterCode, Stage
from candidates.models import Ballot, Consent, HolidayYear, Paper, Parameter, Regime, StageEntry
from candidates.statistics import Cell, DueState, count
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Refused
from tests import people
from tests.candidates.walking import LATER, SITUATION_1, SITUATION_7, as_before, at, in_full, step, walked
from tests.people import TODAY

RESOLUTION = moves.find(Stage.CONSULTING, Stage.PROPOSED)
DECISION = moves.find(Stage.SUBMITTED, Stage.DECIDED)
CEREMONY = moves.find(Stage.DECIDED, Stage.ADMITTED)
LEAP = {Stage.PROPOSED: date(2023, 12, 4), Stage.DECIDED: date(2024, 2, 1), Stage.ADMITTED: date(2024, 2, 29)}


@pytest.mark.parametrize(
    ("move", "on", "received", "due"),
    [
        pytest.param(RESOLUTION, date(2022, 1, 5), None, date(2022, 4, 6), id="24-QĐ/TW 4.3.1: situation 1"),
        pytest.param(DECISION, date(2022, 1, 10), date(2022, 1, 17), date(2022, 3, 7), id="24-QĐ/TW 4.1: situation 1"),
        pytest.param(DECISION, date(2019, 11, 11), date(2019, 11, 18), date(2019, 12, 30), id="29-QĐ/TW 4.1: receipt"),
        pytest.param(DECISION, date(2026, 8, 3), date(2026, 8, 10), date(2026, 9, 16), id="208-QĐ/TW 4.1: issue"),
        pytest.param(DECISION, date(2026, 8, 3), None, date(2026, 9, 16), id="208-QĐ/TW 4.1: no receipt needed"),
        pytest.param(CEREMONY, date(2019, 12, 16), None, date(2021, 1, 28), id="29-QĐ/TW 4.2: review"),
        pytest.param(CEREMONY, date(2023, 8, 31), None, date(2024, 10, 15), id="24-QĐ/TW 4.2: situation 7"),
    ],
)
def test_the_next_step_is_due_by_the_regime_of_the_day(db, move, on, received, due):
    assert terms.due_after(move, on, received).on == due


@pytest.mark.parametrize(
    ("move", "on", "received"),
    [
        pytest.param(DECISION, date(2019, 11, 11), None, id="29: the receipt is missing"),
        pytest.param(DECISION, date(2026, 5, 4), date(2026, 5, 6), id="20: the term is untold"),
        pytest.param(RESOLUTION, date(2026, 5, 4), None, id="20: the term of the decision is untold"),
        pytest.param(CEREMONY, date(2026, 5, 4), None, id="20: the term of recognition is untold"),
        pytest.param(RESOLUTION, date(2026, 8, 3), None, id="208: the term of the decision is untold"),
        pytest.param(RESOLUTION, date(2016, 7, 24), None, id="before 29 no text is at hand"),
        pytest.param(moves.find(Stage.SOURCE, Stage.SYMPATHISER), date(2019, 5, 6), None, id="no clock"),
        pytest.param(moves.find(Stage.PROPOSED, Stage.REMOVED), date(2019, 5, 6), None, id="no clock on the way out"),
    ],
)
def test_nothing_is_due_where_no_term_or_no_starting_day_is_known(db, move, on, received):
    assert terms.due_after(move, on, received) is None


def test_nothing_is_due_where_no_text_tells_from_which_day_a_ceremony_counts(cast):
    Parameter.objects.filter(code=ParameterCode.CEREMONY_FROM).update(value="")
    assert terms.due_after(DECISION, date(2022, 1, 10), date(2022, 1, 17)) is None
    made = walked(cast, Stage.DECIDED, SITUATION_1, received_on=date(2022, 1, 17))
    assert read(made, date(2022, 2, 1), "ceremony").words.startswith("Chưa đủ căn cứ")


@pytest.mark.parametrize(("on", "regime"), [(date(2021, 7, 29), "QD29"), (date(2021, 7, 30), "QD24")])
def test_the_due_day_names_the_value_that_set_it(db, on, regime):
    rule = terms.due_after(RESOLUTION, on).rule
    assert (rule.regime.code, rule.code, rule.value) == (regime, ParameterCode.DECISION_DAYS, "60")


@pytest.mark.parametrize(
    ("kind", "issued", "expires"),
    [
        pytest.param(PaperKind.CERTIFICATE, date(2020, 1, 15), date(2025, 1, 15), id="06-HD/TW 5.4: 60 months"),
        pytest.param(PaperKind.CERTIFICATE, date(2016, 7, 24), None, id="before 29 no text is at hand"),
        pytest.param(PaperKind.APPLICATION, date(2021, 1, 15), None, id="no national text tells for other papers"),
        pytest.param(PaperKind.CEREMONY, date(2021, 1, 15), None, id="a ceremony never expires"),
    ],
)
def test_a_paper_counts_as_long_as_the_regime_of_its_day_says(db, kind, issued, expires):
    found = terms.expiry(kind, issued)
    assert (found.on if found else None) == expires


@pytest.mark.parametrize("kind", [PaperKind.APPLICATION, PaperKind.OPINION_RESIDENCE])
def test_a_paper_expires_where_the_regime_tells_months(db, kind):
    Parameter.objects.filter(code=ParameterCode.PAPER_MONTHS).update(value="12")
    found = terms.expiry(kind, date(2021, 2, 28))
    assert (found.on, found.rule.code) == (date(2022, 2, 28), ParameterCode.PAPER_MONTHS)


def test_a_step_stores_the_expiry_of_its_paper_with_its_rule(cast):
    people.dossier(cast, Stage.TRAINED)
    paper = Paper.objects.get(kind=PaperKind.CERTIFICATE)
    assert paper.expires_rule == policy.row(ParameterCode.CERTIFICATE_MONTHS, paper.issued_on)


@pytest.mark.parametrize(
    ("days", "ends"),
    [
        pytest.param({}, date(2024, 8, 31), id="Điều lệ, Điều 5: situation 7"),
        pytest.param(LEAP, date(2025, 2, 28), id="Điều lệ, Điều 5: from 29 February"),
        pytest.param({Stage.ADMITTED: date(2023, 9, 30)}, date(2024, 9, 30), id="Điều lệ, Điều 5: the end of a month"),
    ],
)
def test_the_end_of_probation_is_stored_with_the_ceremony_and_recognition_counts_from_it(cast, days, ends):
    made = walked(cast, Stage.ADMITTED, SITUATION_7 | days)
    entry = stages.open_entry(made)
    assert (entry.ends_on, entry.ends_rule.code) == (ends, ParameterCode.PROBATION_MONTHS)
    assert step(made, Stage.OFFICIAL, date(2025, 11, 20)).on == ends


def _longer(made) -> None:
    """A later correction: probation of 6 months instead of 12, in every regime."""
    for row in Parameter.objects.filter(code=ParameterCode.PROBATION_MONTHS):
        Parameter.objects.filter(pk=row.pk).update(void=True)
        row.pk, row.value, row.reason, row.corrects_id = None, "6", "đọc nhầm", row.pk
        row.save(force_insert=True)


def _new_regime(made) -> None:
    """A regime that begins after the ceremony and says everything otherwise."""
    Regime.objects.filter(code="QD24").update(valid_until=date(2023, 10, 1))
    before = Regime.objects.get(code="QD24")
    new = Regime.objects.create(
        code="QDX", document=before.document, valid_from=date(2023, 10, 1), valid_until=date(2025, 1, 20)
    )
    for row in before.parameters.filter(code__in=(ParameterCode.PROBATION_MONTHS, ParameterCode.RECOGNITION_DAYS)):
        row.pk, row.regime, row.value = None, new, "6"
        row.save(force_insert=True)


@pytest.mark.parametrize("change", [_longer, _new_regime])
def test_neither_a_correction_nor_a_new_regime_changes_a_past_step(cast, change):
    made = walked(cast, Stage.ADMITTED, SITUATION_7)
    before = list(StageEntry.objects.values("due_on", "due_rule", "ends_on", "ends_rule"))
    change(made)
    assert list(StageEntry.objects.values("due_on", "due_rule", "ends_on", "ends_rule")) == before
    assert step(made, Stage.OFFICIAL, date(2024, 10, 7)).on == date(2024, 8, 31)


def test_an_old_step_without_a_stored_end_goes_by_the_rule_of_its_day(cast):
    made = walked(cast, Stage.ADMITTED, SITUATION_7)
    StageEntry.objects.update(ends_on=None, ends_rule=None)
    step(made, Stage.REVIEWED, date(2024, 9, 9))
    assert step(made, Stage.OFFICIAL, date(2024, 10, 7)).on == date(2024, 8, 31)


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
    ("voted", "signed", "state", "words"),
    [
        pytest.param(date(2024, 9, 9), date(2024, 11, 4), "done", "Đã làm ngày 09/9/2024, trong hạn", id="in time"),
        pytest.param(
            date(2024, 11, 20), date(2024, 12, 9), "late", "Đã làm ngày 20/11/2024, sau hạn 36 ngày", id="late"
        ),
        pytest.param(None, date(2024, 10, 14), "done", "Đã làm ngày 14/10/2024, trong hạn", id="decided in time"),
        pytest.param(
            None,
            date(2024, 11, 20),
            "check",
            "Quyết định công nhận ký ngày 20/11/2024; chưa ghi ngày chi bộ xét công nhận, nên chưa biết có đúng hạn không",
            id="the meeting is not known",
        ),
    ],
)
def test_a_review_is_measured_by_the_meeting_and_never_moves_the_day_of_recognition(cast, voted, signed, state, words):
    made = walked(cast, Stage.ADMITTED, SITUATION_7)
    confirm(cast)
    if voted:
        step(made, Stage.REVIEWED, voted)
        step(made, Stage.OFFICIAL, signed)
    else:
        as_before(made, Stage.OFFICIAL, signed)
    found = read(made, date(2025, 1, 6), "review")
    assert (found.due_on, found.state, found.words) == (date(2024, 10, 15), state, words)
    official = next(entry for entry in in_full(made).steps if entry.stage == Stage.OFFICIAL)
    assert (official.on, clocks.member_since(in_full(made).steps)) == (date(2024, 8, 31), date(2023, 8, 8))


def _recognised(made, *votes: date) -> None:
    counted = {"members": 10, "present": 10, "in_favour": 10, "against": 0, "denominator": 10, "outcome": "passed"}
    for held_on in votes:
        said = {"subject": BallotSubject.RECOGNITION, "body": BallotBody.CELL, "held_on": held_on}
        Ballot.objects.create(dossier=made, **said, **counted)


@pytest.mark.parametrize(
    ("votes", "on", "words"),
    [
        pytest.param(
            (date(2024, 8, 1), date(2024, 9, 9), date(2024, 11, 20)),
            date(2025, 1, 6),
            "Đã làm ngày 09/9/2024, trong hạn",
            id="24-QĐ/TW 4.2: the first one after probation",
        ),
        pytest.param(
            (date(2024, 9, 9), date(2024, 11, 20)),
            date(2024, 9, 10),
            "Đã làm ngày 09/9/2024, trong hạn",
            id="24-QĐ/TW 4.2: one after the day one looks from is not known yet",
        ),
        pytest.param(
            (date(2024, 8, 1), date(2024, 11, 20)),
            date(2025, 1, 6),
            "Đã làm ngày 20/11/2024, sau hạn 36 ngày",
            id="24-QĐ/TW 4.2: one before the end of probation counts for nothing",
        ),
    ],
)
def test_a_review_of_before_is_the_first_vote_after_probation_known_on_the_day(cast, votes, on, words):
    made = walked(cast, Stage.ADMITTED, SITUATION_7)
    confirm(cast)
    _recognised(made, *votes)
    as_before(made, Stage.OFFICIAL, date(2024, 12, 9))
    assert read(made, on, "review").words == words


def test_a_recognition_taken_back_and_made_again_without_a_vote_reads_as_its_decision(cast):
    made = walked(cast, Stage.ADMITTED, SITUATION_7)
    as_before(made, Stage.OFFICIAL, date(2024, 10, 7))
    made.refresh_from_db()
    with acting(cast.officer, Deed.CORRECT_STEP):
        known = {"own": at(made.unit), "today": LATER, "version": made.version}
        stages.take_back(made, "ghi nhầm ngày", **known)
    as_before(made, Stage.OFFICIAL, date(2024, 10, 14))
    assert read(made, date(2025, 1, 6), "review").words == "Đã làm ngày 14/10/2024, trong hạn"


def test_a_resolution_on_recognition_before_the_end_of_probation_is_too_early(cast):
    made = walked(cast, Stage.ADMITTED, SITUATION_7)
    with pytest.raises(Refused):
        step(made, Stage.REVIEWED, date(2024, 8, 30))


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
