"""The act of moving, through the product's own acts: what it writes, what stands against it, who was faster."""

from datetime import date

import pytest

from candidates import actions, stages
from candidates.enums import MAIN_LINE, ExitReason, Stage
from candidates.guards import Step
from candidates.models import Dossier, Paper, StageEntry
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Conflict, DomainError, NotAllowed, Refused
from organizations.models import User
from tests import people
from tests.people import DAYS, TODAY

TOMORROW = date(2021, 6, 1)


def move(by: User, made: Dossier, to: Stage, *, version: int | None = None, today: date = TODAY, **said: object):
    """Make a move as ``by`` with this person's real reach, one day per stage as in DAYS unless said."""
    step = Step(**({"on": DAYS.get(to, TODAY), "number": "1/TN"} | said))
    with acting(by, Deed.MOVE_AS_CELL):
        own = access.reach(by, TODAY)
        return stages.move(made, to, step, own=own, today=today, version=version or made.version)


def refused(kind: type[DomainError], *args: object, **said: object) -> tuple[str, ...]:
    """The sentences with which a move is refused; nothing may be written then."""
    before = written()
    with pytest.raises(kind) as refusal:
        move(*args, **said)
    assert written() == before
    return refusal.value.sentences


def written() -> list:
    return [list(model.objects.order_by("pk").values()) for model in (Dossier, StageEntry, Paper)]


def owner(cast: people.Cast, to: Stage) -> User:
    return cast.officer if to in (Stage.DECIDED, Stage.OFFICIAL) else cast.secretary


# The dossiers of the cast's cell lie under a grassroots committee and under no sectional one.
LINE = [stage for stage in MAIN_LINE if stage != Stage.APPRAISED]


def test_a_dossier_walks_the_whole_main_line(cast):
    made = people.dossier(cast, Stage.OFFICIAL)
    assert made.stage == Stage.OFFICIAL
    assert [entry.stage for entry in made.entries.all()] == LINE


def test_a_move_closes_one_entry_and_opens_the_next(cast):
    made = people.dossier(cast)
    entry = move(cast.secretary, made, Stage.SYMPATHISER, note="đủ 15/15 phiếu")
    first = made.entries.get(position=1)
    assert (first.on, first.until) == (DAYS[Stage.SOURCE], DAYS[Stage.SYMPATHISER])
    assert (entry.position, entry.from_stage, entry.stage, entry.on, entry.until) == (
        2, Stage.SOURCE, Stage.SYMPATHISER, DAYS[Stage.SYMPATHISER], None,
    )  # fmt: skip
    assert (entry.by, entry.unit, entry.note) == (cast.secretary, cast.cell, "đủ 15/15 phiếu")
    made.refresh_from_db()
    assert (made.stage, made.version) == (Stage.SYMPATHISER, 2)


@pytest.mark.parametrize(
    ("upto", "to", "said", "sentence"),
    [
        pytest.param(
            Stage.SOURCE,
            Stage.SYMPATHISER,
            {"on": TOMORROW},
            "Ngày chi bộ họp công nhận 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021); hãy kiểm tra lại ngày.",
            id="a day to come",
        ),
        pytest.param(
            Stage.SUBMITTED,
            Stage.DECIDED,
            {"on": TODAY, "received_on": TOMORROW},
            "Ngày nhận quyết định 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021); hãy kiểm tra lại ngày.",
            id="a receipt to come",
        ),
        pytest.param(
            Stage.SOURCE,
            Stage.SYMPATHISER,
            {"on": date(2018, 3, 4)},
            "Ngày chi bộ họp công nhận 04/3/2018 trước bước “Nguồn” ngày 05/3/2018; "
            "bước sau không thể trước bước trước.",
            id="before the step it follows",
        ),
        pytest.param(
            Stage.SYMPATHISER,
            Stage.TRAINED,
            {"number": ""},
            "Cần số của “Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng”; hãy nhập số ghi trên giấy tờ.",
            id="a certificate without its number",
        ),
        pytest.param(
            Stage.SUBMITTED,
            Stage.DECIDED,
            {"on": date(2019, 11, 18), "received_on": date(2019, 11, 17)},
            "Ngày nhận 17/11/2019 trước ngày ký quyết định 18/11/2019.",
            id="received before it was signed",
        ),
        pytest.param(
            Stage.PREPARING,
            Stage.REMOVED,
            {},
            "Cần chọn lý do đưa ra khỏi danh sách.",
            id="nobody leaves without a reason",
        ),
        pytest.param(
            Stage.ADMITTED,
            Stage.REVIEWED,
            {"on": date(2020, 12, 15)},
            "Chưa hết 12 tháng dự bị (đến hết ngày 15/12/2020). (Theo Điều 5, Điều lệ Đảng (2011) (chưa xác nhận).)",
            id="a day before the end of probation",
        ),
    ],
)
def test_what_stands_against_a_move_is_said_and_nothing_is_written(cast, upto, to, said, sentence):
    assert refused(Refused, owner(cast, to), people.dossier(cast, upto), to, **said) == (sentence,)


def test_the_cell_proposes_nobody_under_eighteen(cast):
    born = {"birth_year": 2001, "birth_date": date(2001, 11, 20)}
    made = people.dossier(cast, Stage.CONSULTING, **born)
    sentence = (
        "Mới 17 tuổi 11 tháng tính theo tháng tại ngày chi bộ xét, chưa đủ 18 tuổi. "
        "(Theo điểm 1.1.1, 29-QĐ/TW (chưa xác nhận).)"
    )
    assert refused(Refused, cast.secretary, made, Stage.PROPOSED) == (sentence,)
    move(cast.secretary, made, Stage.PROPOSED, on=date(2019, 11, 1))


def test_whether_somebody_is_eighteen_may_stay_open_and_stops_nothing(cast):
    made = people.dossier(cast, Stage.CONSULTING, birth_year=2001, birth_date=None)
    assert move(cast.secretary, made, Stage.PROPOSED).stage == Stage.PROPOSED


def test_the_cell_proposes_nobody_with_an_expired_certificate(cast):
    days = {
        Stage.SOURCE: date(2015, 1, 5),
        Stage.SYMPATHISER: date(2015, 2, 2),
        Stage.TRAINED: date(2015, 3, 2),
        Stage.PREPARING: date(2015, 4, 6),
    }
    made = people.dossier(cast, Stage.CONSULTING, days=days)
    sentence = (
        "Giấy chứng nhận hết giá trị từ 02/3/2020; phải học lại trước khi chi bộ xét. (Theo 01-HD/TW (chưa xác nhận).)"
    )
    assert refused(Refused, cast.secretary, made, Stage.PROPOSED, on=date(2020, 3, 2)) == (sentence,)
    move(cast.secretary, made, Stage.PROPOSED, on=date(2020, 3, 1))


def test_all_reasons_are_said_at_once(cast):
    said = {"on": TOMORROW, "number": "", "received_on": TODAY}
    sentences = refused(Refused, cast.officer, people.dossier(cast, Stage.SUBMITTED), Stage.DECIDED, **said)
    assert sentences == (
        "Ngày ký quyết định 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021); hãy kiểm tra lại ngày.",
        "Ngày nhận 31/5/2021 trước ngày ký quyết định 01/6/2021.",
        "Cần số của “Quyết định kết nạp đảng viên”; hãy nhập số ghi trên giấy tờ.",
    )


@pytest.mark.parametrize(
    ("upto", "to", "who"),
    [
        (Stage.SOURCE, Stage.SYMPATHISER, "officer"),
        (Stage.SOURCE, Stage.SYMPATHISER, "leader"),
        (Stage.SOURCE, Stage.SYMPATHISER, "stranger"),
        (Stage.SOURCE, Stage.SYMPATHISER, "nobody"),
        (Stage.SUBMITTED, Stage.DECIDED, "secretary"),
        (Stage.PROPOSED, Stage.ENDORSED, "secretary"),
        (Stage.ADMITTED, Stage.REVIEWED, "officer"),
        (Stage.CONSULTING, Stage.WITHDRAWN, "officer"),
        (Stage.DECIDED, Stage.ANNULLED, "secretary"),
        (Stage.DECIDED, Stage.MOVED_OUT, "officer"),
        (Stage.PROPOSED, Stage.REMOVED, "officer"),
    ],
)
def test_a_step_belongs_to_its_owner_whatever_else_stands_against_it(cast, upto, to, who):
    made = people.dossier(cast, upto)
    assert len(refused(NotAllowed, getattr(cast, who), made, to, on=TOMORROW)) == 1


def test_whoever_comes_second_hears_who_was_faster(cast):
    fast = people.dossier(cast, Stage.SUBMITTED)
    slow = Dossier.objects.get(pk=fast.pk)
    move(cast.officer, fast, Stage.DECIDED, on=TODAY)
    assert refused(Conflict, cast.officer, slow, Stage.DECIDED, on=TODAY) == (
        "Hồ sơ đã được Lê Văn Cán thay đổi trong lúc đồng chí nhập: hiện ở bước “Có quyết định”. "
        "Hãy xem lại hồ sơ; nếu vẫn cần thì gửi lại.",
    )


@pytest.mark.parametrize(
    ("who", "to", "said"),
    [
        pytest.param("secretary", Stage.DECIDED, {}, id="the step of another role"),
        pytest.param("nobody", Stage.DECIDED, {}, id="without a post"),
        pytest.param("officer", Stage.ADMITTED, {}, id="no such move"),
        pytest.param("officer", Stage.DECIDED, {"on": TOMORROW, "number": ""}, id="a day to come, no number"),
        pytest.param("officer", Stage.DECIDED, {"today": date(2019, 1, 1)}, id="looked at from before"),
    ],
)
def test_a_conflict_is_told_before_anything_else(cast, who, to, said):
    slow = people.dossier(cast, Stage.SUBMITTED)
    with acting(cast.secretary, Deed.EDIT_CANDIDATE):
        actions.edit_candidate(
            slow, {"full_name": "Ai đó"}, own=access.reach(cast.secretary, TODAY), version=slow.version
        )
    (sentence,) = refused(Conflict, getattr(cast, who), slow, to, **said)
    assert sentence.startswith(
        "Hồ sơ đã được Đỗ Thị Thư thay đổi trong lúc đồng chí nhập: hiện ở bước “Đã trình cấp quyết định”."
    )


def test_a_form_that_was_opened_before_a_correction_is_not_written(cast):
    made = people.dossier(cast)
    Dossier.objects.filter(pk=made.pk).update(version=2)
    assert refused(Conflict, cast.secretary, made, Stage.SYMPATHISER, version=1)
    move(cast.secretary, made, Stage.SYMPATHISER, version=2)


def test_a_dossier_looked_at_from_before_its_last_step_is_only_read(cast):
    made, earlier = people.dossier(cast, Stage.TRAINED), date(2019, 3, 28)
    sentence = "Hồ sơ đã có bước ghi sau ngày đang xem (28/3/2019). Muốn ghi tiếp, hãy chọn “xem tại ngày” muộn hơn."
    assert sentence in refused(Refused, cast.secretary, made, Stage.PREPARING, today=earlier)
    options = stages.possible_moves(made, access.reach(cast.secretary, TODAY), earlier)
    assert {option.against for option in options if option.move} == {(sentence,)}


def test_a_way_out_takes_its_reason(cast):
    entry = move(cast.secretary, people.dossier(cast), Stage.REMOVED, exit_reason=ExitReason.LEFT)
    assert (entry.exit_reason, Paper.objects.count()) == (ExitReason.LEFT, 0)
