"""The cell's review of its list at a meeting: keep, add, drop, helper, task and remark in one go, and taken back as a whole."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates import list_reviews
from candidates.enums import ExitReason, Reviewed, Stage
from candidates.models import Act, Dossier, HelperRemark, ListReview
from organizations.acting import acting
from organizations.enums import Deed
from tests import people
from tests.candidates import agendas, merits
from tests.people import TODAY

SURE = {"ghi": "1"}


@pytest.fixture
def listed(cast) -> list[Dossier]:
    """A source, a sympathiser and another source of the cell, in this order."""
    stages = (Stage.SOURCE, Stage.SYMPATHISER, Stage.SOURCE)
    return [people.dossier(cast, stage, full_name=f"Lê Văn {name}") for stage, name in zip(stages, "ABC", strict=True)]


@pytest.fixture
def secretary(cast):
    return people.signed_in(cast.secretary)


def address(cast) -> str:
    return f"/ho-so/ra-soat/{cast.cell.code}/"


def typed(dossiers: list[Dossier], **changed: str) -> dict:
    """What is typed: everybody kept where nothing else is said."""
    base = {"form_token": str(uuid.uuid4()), "held_on": "20/5/2021", "number": "07-BB/CB"}
    rows = {}
    for each in dossiers:
        rows |= {f"said_{each.pk}": "keep", f"version_{each.pk}": Dossier.objects.get(pk=each.pk).version}
    return base | rows | changed


def changes(listed: list[Dossier]) -> dict[str, str]:
    """The first is added with a helper and a task, the last dropped."""
    first, _, last = listed
    return {
        f"said_{first.pk}": "add",
        f"helper_{first.pk}": "Trần Thị Đỡ",
        f"task_{first.pk}": "Viết tin cho bản tin chi bộ",
        f"said_{last.pk}": "drop",
        f"reason_{last.pk}": "wish",
    }


def test_one_tick_list_adds_drops_and_keeps_in_one_go(cast, listed, secretary):
    shown = secretary.post(address(cast), typed(listed, **changes(listed)))
    assert [(group["label"], group["names"]) for group in shown.context["summary"]][:3] == [
        ("Công nhận cảm tình Đảng", ["Lê Văn A"]),
        ("Đưa ra khỏi danh sách", ["Lê Văn C"]),
        ("Giữ nguyên", ["Lê Văn B"]),
    ]
    assert (ListReview.objects.count(), Act.objects.filter(batch__isnull=False).count()) == (0, 0)
    assert secretary.post(address(cast), typed(listed, **changes(listed)) | SURE).status_code == 302
    assert [Dossier.objects.get(pk=each.pk).stage for each in listed] == ["sympathiser", "sympathiser", "removed"]
    assert listed[2].entries.get(stage=Stage.REMOVED).exit_reason == ExitReason.WISH
    assert (listed[0].helpers.get().name, listed[0].given_tasks.get().words) == (
        "Trần Thị Đỡ",
        "Viết tin cho bản tin chi bộ",
    )
    assert list(ListReview.objects.get().lines.order_by("dossier").values_list("said", flat=True)) == [
        "add",
        "keep",
        "drop",
    ]


def test_a_review_that_changes_nothing_is_known_as_the_last_one(cast, listed, secretary):
    secretary.post(address(cast), typed(listed) | SURE)
    cells = list_reviews.cells(agendas.reach(cast.bloc), TODAY)
    assert [(cell.unit.name, cell.last_on) for cell in cells] == [("Chi bộ Một", agendas.HELD_ON)]
    assert {line.said for line in ListReview.objects.get().lines.all()} == {Reviewed.KEEP}
    assert not Act.objects.filter(batch__isnull=False).exists()


def test_cells_that_never_reviewed_stand_first_for_the_board(cast, listed, secretary):
    people.dossier(cast, where=cast.single_cell, full_name="Đỗ Văn Chờ")
    secretary.post(address(cast), typed(listed) | SURE)
    cells = people.signed_in(cast.officer).get("/ho-so/ra-soat/").context["cells"]
    assert [(cell.unit.name, cell.last_on, cell.may_review) for cell in cells] == [
        ("Chi bộ Sở Hai", None, False),
        ("Chi bộ Một", agendas.HELD_ON, False),
    ]


def test_the_remark_of_the_helper_stands_on_the_page_of_the_candidate(cast, listed, secretary):
    merits.help_with(listed[1])
    secretary.post(
        address(cast), typed(listed, **{f"remark_{listed[1].pk}": "Tích cực, hoàn thành việc được giao"}) | SURE
    )
    assert HelperRemark.objects.get().helper == listed[1].helpers.get().name
    assert "Tích cực, hoàn thành việc được giao" in secretary.get(f"/ho-so/{listed[1].code}/").content.decode()


def test_a_review_is_taken_back_as_a_whole_with_everything_it_wrote(cast, listed, secretary):
    merits.help_with(listed[0])
    before = listed[0].helpers.get()
    secretary.post(address(cast), typed(listed, **changes(listed)) | SURE)
    sent = {"form_token": str(uuid.uuid4()), "reason": "ghi nhầm cuộc họp"}
    assert secretary.post(f"/ho-so/ra-soat/lan/{ListReview.objects.get().pk}/huy/", sent).status_code == 302
    assert [Dossier.objects.get(pk=each.pk).stage for each in listed] == ["source", "sympathiser", "source"]
    before.refresh_from_db()
    assert (ListReview.objects.count(), listed[0].given_tasks.count(), before.valid_until) == (0, 0, None)


def test_a_review_is_not_taken_back_once_something_was_built_on_it_and_it_is_named(cast, listed, secretary):
    secretary.post(address(cast), typed(listed, **changes(listed)) | SURE)
    people.advance(listed[0], Stage.TRAINED, on=TODAY)
    sent = {"form_token": str(uuid.uuid4()), "reason": "ghi nhầm"}
    page = secretary.post(f"/ho-so/ra-soat/lan/{ListReview.objects.get().pk}/huy/", sent).content.decode()
    assert f"Hồ sơ {listed[0].code} đã có việc ghi sau: “Ghi giấy chứng nhận lớp nhận thức” ngày 31/5/2021" in page
    assert (ListReview.objects.count(), Dossier.objects.get(pk=listed[2].pk).stage) == (1, Stage.REMOVED)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"held_on": "1/6/2021"}, "Ngày họp chi bộ 01/6/2021 chưa đến"),
        ({"held_on": "1/1/2018", "said_0": "add"}, "Lê Văn A: Ngày chi bộ họp công nhận 01/01/2018 trước bước “Nguồn”"),
        ({"said_0": "drop"}, "Hãy chọn lý do đưa ra khỏi danh sách"),
        ({"said_1": "add"}, "Lê Văn B: hãy chọn kết quả rà soát"),
        ({"remark_0": "Tốt"}, "Lê Văn A: Chưa phân công đảng viên giúp đỡ"),
        ({"said_0": "drop", "reason_0": "wish", "helper_0": "Trần Thị Đỡ"}, "Lê Văn A: Người đưa ra khỏi danh sách"),
    ],
)
def test_what_cannot_be_stops_the_whole_and_names_the_person(changed, sentence, cast, listed, secretary):
    keyed = {_keyed(name, listed): value for name, value in changed.items()}
    answer = secretary.post(address(cast), typed(listed, **keyed) | SURE)
    assert sentence in answer.content.decode()
    assert (answer.context["form"]["number"].value(), ListReview.objects.count()) == ("07-BB/CB", 0)


def test_a_dossier_changed_meanwhile_is_told_by_whom_and_sending_again_is_a_new_decision(cast, listed, secretary):
    sent = typed(listed)
    with acting(cast.clerk, Deed.EDIT_CANDIDATE):
        Dossier.objects.filter(pk=listed[0].pk).update(youth_union=True, version=listed[0].version + 1)
    answer = secretary.post(address(cast), sent | SURE)
    assert f"Lê Văn A: Hồ sơ đã được {cast.clerk} thay đổi" in answer.content.decode()
    again = sent | {f"version_{listed[0].pk}": answer.context["form"][f"version_{listed[0].pk}"].value()}
    assert secretary.post(address(cast), again | SURE).status_code == 302


def test_a_second_review_of_the_same_meeting_is_refused_and_named(cast, listed, secretary):
    secretary.post(address(cast), typed(listed) | SURE)
    page = secretary.post(address(cast), typed(listed) | SURE).content.decode()
    assert "Lần rà soát tại cuộc họp ngày 20/5/2021 đã được ghi (3 người)" in page


def test_a_double_click_records_one_review(cast, listed, secretary):
    sent = typed(listed, **changes(listed)) | SURE
    assert [secretary.post(address(cast), sent).status_code for _ in range(2)] == [302, 302]
    assert ListReview.objects.count() == 1


def test_a_clerk_enters_a_review_for_the_cell_against_a_paper(cast, listed):
    clerk = people.signed_in(cast.clerk)
    assert "hãy ghi số, ngày của giấy tờ" in clerk.post(address(cast), typed(listed) | SURE).content.decode()
    assert clerk.post(address(cast), typed(listed, basis="Biên bản 07") | SURE).status_code == 302
    assert ListReview.objects.get().basis == "Biên bản 07"


@pytest.mark.parametrize(("who", "code"), [("leader", 403), ("stranger", 404), ("officer", 403)])
def test_only_the_cell_and_whoever_enters_for_it_reviews_its_list(who, code, cast, listed):
    browser = people.signed_in(getattr(cast, who))
    assert [browser.get(address(cast)).status_code, browser.post(address(cast), typed(listed)).status_code] == [
        code,
        code,
    ]


def test_the_tick_list_costs_as_many_queries_for_three_people_as_for_one(cast, secretary):
    people.dossier(cast)
    once = _queries(secretary, address(cast))
    merits.help_with(people.dossier(cast, Stage.SYMPATHISER, full_name="Lê Văn B"))
    people.dossier(cast, full_name="Lê Văn C")
    assert _queries(secretary, address(cast)) == once <= 12


def _keyed(name: str, listed: list[Dossier]) -> str:
    short, _, place = name.rpartition("_")
    return f"{short}_{listed[int(place)].pk}" if place.isdecimal() else name


def _queries(browser, page: str) -> int:
    browser.get(page)
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(page).status_code == 200
    return len(caught)
