"""The list of dossiers: what its filters refuse, whom it shows, in which order, as at which day, and to whom."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict
from django.test import Client

from candidates import statistics
from candidates.enums import ClassState, Stage
from candidates.models import Dossier
from organizations import clock
from organizations.enums import Role
from organizations.formats import date_vn
from tests import pages, people, training

FOREIGN_NAME = "Trần Quốc Ngoại"
LIST = "/ho-so/"
TOMORROW = clock.real_today() + timedelta(days=1)


def names(client: Client, query: str = "") -> list[str]:
    """Return the names that the list shows, in its order."""
    links = pages.read(client.get(f"{LIST}?{query}")).links
    return [words for href, words in links if href.startswith(f"{LIST}HS")]


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("buoc=nop", "“nop” không phải là lựa chọn hợp lệ; hãy chọn lại."),
        ("vao_buoc=nop", "“nop” không phải là lựa chọn hợp lệ; hãy chọn lại."),
        ("tu_buoc=nop", "“nop” không phải là lựa chọn hợp lệ; hãy chọn lại."),
        ("cach_tinh=nop", "“nop” không phải là lựa chọn hợp lệ; hãy chọn lại."),
        ("han=nop", "“nop” không phải là lựa chọn hợp lệ; hãy chọn lại."),
        ("gioi=nop", "“nop” không phải là lựa chọn hợp lệ; hãy chọn lại."),
        ("xep=nop", "“nop” không phải là lựa chọn hợp lệ; hãy chọn lại."),
        ("don_vi=nop", "“nop” không phải là lựa chọn hợp lệ; hãy chọn lại."),
        ("tu=nop", "“nop” không phải là một ngày có trong lịch."),
        ("tai_ngay=31/2/2021", "“31/2/2021” không phải là một ngày có trong lịch."),
        ("tai_ngay=31/12/9999&han=soon", "“31/12/9999” không phải là một ngày có trong lịch."),
        ("vao_buoc=source&den=31/12/9999", "“31/12/9999” không phải là một ngày có trong lịch."),
        ("vao_buoc=source&tu=31/12/1899", "“31/12/1899” không phải là một ngày có trong lịch."),
        (f"tai_ngay={TOMORROW}", f"Ngày {date_vn(TOMORROW)} chưa đến."),
        ("vao_buoc=source&den=1/6/2021", "Đến ngày 01/6/2021 sau ngày đang xem (31/5/2021)."),
        ("vao_buoc=source&tai_ngay=1/3/2021&den=2/3/2021", "Đến ngày 02/3/2021 sau ngày đang xem (01/3/2021)."),
        ("vao_buoc=source&tu=1/6/2021&den=31/5/2021", "Từ ngày phải không sau đến ngày."),
        ("bước=source", "Không có bộ lọc “bước”; hãy bỏ tham số này khỏi địa chỉ."),
        ("page=2", "Không có bộ lọc “page”; hãy bỏ tham số này khỏi địa chỉ."),
    ],
)
def test_an_unknown_filter_is_refused_with_a_sentence(query, sentence, secretary):
    answer = secretary.get(f"{LIST}?{query}")
    assert (answer.status_code, sentence in pages.read(answer).words) == (400, True)


def test_the_unit_of_somebody_else_is_refused_and_shows_nobody(cast):
    people.dossier(cast, where=cast.foreign_cell, full_name=FOREIGN_NAME)
    assert names(people.signed_in(cast.stranger)) == [FOREIGN_NAME]
    answer = people.signed_in(cast.leader).get(f"{LIST}?don_vi={cast.foreign_cell.code}")
    assert answer.status_code == 400
    assert FOREIGN_NAME not in pages.read(answer).words
    assert "Chi bộ khác" not in pages.read(answer).words


def test_the_class_of_somebody_else_is_refused_like_one_that_is_not_there(cast):
    people.dossier(cast)
    learner = people.dossier(cast, where=cast.foreign_cell, full_name=FOREIGN_NAME)
    lesson = training.a_class(cast.foreign_bloc, ClassState.OPENED)
    training.student(lesson, learner)
    query = f"lop={lesson.pk}&o_lop=enrolled"
    assert names(people.signed_in(cast.stranger), query) == [FOREIGN_NAME]
    leader = people.signed_in(cast.leader)
    answers = {key: leader.get(f"{LIST}?lop={key}&o_lop=enrolled") for key in (lesson.pk, 987654)}
    assert [answer.status_code for answer in answers.values()] == [400, 400]
    assert [f"“{key}” không phải là lựa chọn" in pages.read(answers[key]).words for key in answers] == [True, True]


@pytest.mark.parametrize("who", ["secretary", "officer", "leader"])
@pytest.mark.parametrize("query", ["", "tim=Ngoại", "vao_buoc=source&tu=1/1/2018", "buoc=source&cach_tinh=now"])
def test_the_list_never_shows_people_beyond_the_reach(who, query, cast):
    people.dossier(cast, where=cast.foreign_cell, full_name=FOREIGN_NAME)
    people.dossier(cast, full_name="Lê Thị Ngoại")
    assert names(people.signed_in(getattr(cast, who)), query) == ["Lê Thị Ngoại"]


def test_a_secretary_sees_the_own_cell_only(cast, secretary):
    people.dossier(cast, where=cast.other_cell, full_name="Lê Văn Hai")
    people.dossier(cast, full_name="Lê Văn Một")
    assert names(secretary) == ["Lê Văn Một"]
    assert names(people.signed_in(cast.leader), f"don_vi={cast.other_cell.code}") == ["Lê Văn Hai"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("do", ["Đỗ Thị Đào", "Nguyễn Văn Do"]),
        ("ĐỖ THỊ", ["Đỗ Thị Đào"]),
        ("thi dao", ["Đỗ Thị Đào"]),
        ("nguyen", ["Nguyễn Văn Do"]),
        ("nguyễn", ["Nguyễn Văn Do"]),
        ("  Văn   Do ", ["Nguyễn Văn Do"]),
        ("%", []),
        ("không ai", []),
    ],
)
def test_a_name_is_found_with_and_without_marks(words, found, cast, secretary):
    people.dossier(cast, full_name="Đỗ Thị Đào")
    people.dossier(cast, full_name="Nguyễn Văn Do")
    assert sorted(names(secretary, f"tim={words}".replace("%", "%25"))) == sorted(found)


def test_the_name_with_the_marks_typed_comes_first(cast, secretary):
    people.dossier(cast, full_name="Lê Thị Hoa")
    people.dossier(cast, full_name="Lê Thị Hòa")
    assert names(secretary, "tim=hoa") == ["Lê Thị Hoa", "Lê Thị Hòa"]
    assert names(secretary, "tim=hòa") == ["Lê Thị Hòa", "Lê Thị Hoa"]


def test_a_dossier_is_found_by_its_code(cast, secretary):
    people.dossier(cast, full_name="Lê Thị Hoa")
    made = people.dossier(cast, full_name="Lê Thị Hòa")
    assert names(secretary, f"tim={made.code.lower()}") == ["Lê Thị Hòa"]


def test_people_stand_in_the_order_of_vietnamese_names(cast, secretary):
    ordered = ["Trần Văn An", "Lê Thị Ân", "Đỗ Văn Dũng", "Bùi Văn Đạt", "Ngô Thị Hoa", "Ngô Thị Hòa", "Vũ Văn Út"]
    for full_name in reversed(ordered):
        people.dossier(cast, full_name=full_name)
    assert names(secretary) == ordered


def test_paging_keeps_the_filters(cast, secretary, monkeypatch):
    monkeypatch.setattr("candidates.views.dossiers.PAGE_SIZE", 2)
    for full_name in ("Lê Văn An", "Lê Văn Bình", "Lê Văn Chi", "Ngô Văn Dũng"):
        people.dossier(cast, full_name=full_name)
    first = pages.read(secretary.get(f"{LIST}?tim=lê&buoc=source&xep=ten"))
    (following,) = [href for href, words in first.links if words.startswith("Trang sau")]
    assert names(secretary, following.removeprefix("?")) == ["Lê Văn Chi"]
    assert "3 hồ sơ" in first.words


@pytest.mark.parametrize(("page", "shown"), [("2", ["Lê Văn Bình"]), ("99", ["Lê Văn Bình"]), ("nop", ["Lê Văn An"])])
def test_a_page_beyond_the_list_shows_the_nearest(page, shown, cast, secretary, monkeypatch):
    monkeypatch.setattr("candidates.views.dossiers.PAGE_SIZE", 1)
    people.dossier(cast, full_name="Lê Văn An")
    people.dossier(cast, full_name="Lê Văn Bình")
    assert names(secretary, f"trang={page}") == shown


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (people.DAYS[Stage.SOURCE] - timedelta(days=1), None),
        (people.DAYS[Stage.SOURCE], Stage.SOURCE),
        (people.DAYS[Stage.TRAINED] - timedelta(days=1), Stage.SYMPATHISER),
        (people.DAYS[Stage.TRAINED], Stage.TRAINED),
    ],
)
def test_a_list_seen_from_an_earlier_day_shows_the_stage_of_that_day(day, stage, cast, secretary):
    people.dossier(cast, Stage.PREPARING)
    words = pages.read(secretary.get(f"{LIST}?tai_ngay={day.isoformat()}&tim=an")).words
    assert f"cuối ngày {date_vn(day)}" in words
    assert _stages(secretary, day) == ([stage.label] if stage else [])


def test_the_chosen_day_sets_what_the_list_shows(cast, secretary):
    made = people.dossier(cast, Stage.PREPARING)
    secretary.post("/xem-tai-ngay/", {"on": date_vn(people.DAYS[Stage.SYMPATHISER])})
    assert _stages(secretary) == [Stage.SYMPATHISER.label]
    assert "Đang chờ Chi bộ Một: học xong lớp bồi dưỡng" in pages.read(secretary.get(f"{LIST}{made.code}/")).words


def test_the_list_of_a_period_holds_those_who_entered_the_stage_in_it(cast, secretary):
    people.dossier(cast, Stage.TRAINED, full_name="Lê Văn An")
    people.dossier(cast, full_name="Lê Văn Bình")
    held = date(2018, 9, 10)
    assert names(secretary, f"vao_buoc=sympathiser&tu={held}&den={held}") == ["Lê Văn An"]
    assert names(secretary, f"vao_buoc=sympathiser&tu={held + timedelta(days=1)}&den=31/12/2018") == []


def test_every_chip_leads_to_as_many_people_as_it_says(cast, secretary):
    for upto in (Stage.SOURCE, Stage.SOURCE, Stage.TRAINED, Stage.OFFICIAL):
        people.dossier(cast, upto)
    chips = secretary.get(LIST).context["chips"]
    said = {chip["label"]: chip["count"] for chip in chips}
    assert said == {chip["label"]: secretary.get(f"{LIST}?{chip['query']}").context["total"] for chip in chips}
    assert (said["Đang theo dõi"], said[Stage.SOURCE.label], said[Stage.OFFICIAL.label]) == (3, 2, 1)


@pytest.mark.parametrize(
    ("query", "counted"),
    [
        ("tim=lê", {"Đang theo dõi": 2, Stage.SOURCE.label: 1, Stage.TRAINED.label: 1}),
        ("gioi=female", {"Đang theo dõi": 2, Stage.SOURCE.label: 2}),
        ("tim=lê&gioi=female&xep=ngay", {"Đang theo dõi": 1, Stage.SOURCE.label: 1}),
        ("buoc=trained&don_vi=B.1.Một", {"Đang theo dõi": 2, Stage.SOURCE.label: 1, Stage.TRAINED.label: 1}),
        ("tai_ngay=2019-03-28&tim=lê", {"Đang theo dõi": 2, Stage.SOURCE.label: 1, Stage.SYMPATHISER.label: 1}),
        ("tim=không ai", {}),
    ],
)
def test_chips_count_under_the_other_filters_and_keep_them(query, counted, cast):
    people.dossier(cast, full_name="Lê Thị An", sex="female")
    people.dossier(cast, Stage.TRAINED, full_name="Lê Văn Bình", sex="male")
    people.dossier(cast, full_name="Ngô Thị Chi", sex="female", where=cast.single_cell)
    leader = people.signed_in(cast.leader)
    chips = leader.get(f"{LIST}?{query}").context["chips"]
    assert {chip["label"]: chip["count"] for chip in chips if chip["count"]} == counted
    totals = {chip["label"]: leader.get(f"{LIST}?{chip['query']}").context["total"] for chip in chips}
    assert totals == {chip["label"]: chip["count"] for chip in chips}
    others = {name: values for name, values in QueryDict(query).lists() if name != "buoc"}
    for chip in chips:
        assert {name: values for name, values in QueryDict(chip["query"]).lists() if name != "buoc"} == others


def test_the_chip_of_the_shown_stage_is_marked(cast, secretary):
    marked = {
        query: [chip["label"] for chip in secretary.get(f"{LIST}?{query}").context["chips"] if chip["current"]]
        for query in ("", "buoc=trained", "buoc=trained&buoc=source")
    }
    assert marked == {"": ["Đang theo dõi"], "buoc=trained": [Stage.TRAINED.label], "buoc=trained&buoc=source": []}


def test_whoever_left_the_reach_is_counted_for_the_past_but_not_named(cast):
    leaver, stayer = moved_away(cast)
    leader = people.signed_in(cast.leader)
    answer = leader.get(LIST)
    assert (names(leader), answer.context["total"], answer.context["beyond"]) == (["Lê Văn Ở"], 1, 1)
    assert (
        "Ngoài ra có 1 người được tính trong số này nhưng hồ sơ nay thuộc tổ chức đảng ngoài phạm vi của đồng chí, "
        "nên không nêu tên."
    ) in pages.read(answer).words
    assert leader.get("/").context["overview"].funnel.stages[0].stage.count == 2
    codes = {made.code: leader.get(f"{LIST}{made.code}/").status_code for made in (leaver, stayer)}
    assert codes == {leaver.code: 404, stayer.code: 200}


@pytest.mark.parametrize("query", ["", "buoc=source", "vao_buoc=source&tu=1/1/2018", "cach_tinh=now"])
def test_a_number_is_those_named_and_those_beyond(query, cast):
    moved_away(cast)
    asked = people.signed_in(cast.leader).get(f"{LIST}?{query}").context
    cell = asked["filter"].cell
    assert (asked["total"] + asked["beyond"], asked["total"]) == (statistics.count(cell), 1)


def test_a_list_of_nobody_but_those_beyond_says_so(cast):
    moved_away(cast)
    answer = people.signed_in(cast.leader).get(f"{LIST}?don_vi={cast.office.code}")
    assert answer.context["beyond"] == 1
    assert "Có 1 người được tính trong số này" in pages.read(answer).words


def test_whoever_reaches_a_unit_now_sees_its_people_also_in_the_past(cast):
    moved_away(cast)
    newcomer = people.person("moi", "Vũ Văn Mới", Role.LEADERSHIP, cast.foreign_bloc)
    assert names(people.signed_in(newcomer), f"don_vi={cast.cell.code}") == ["Lê Văn Đi"]


def moved_away(cast: people.Cast) -> tuple[Dossier, Dossier]:
    """One person in a cell that went to the foreign bloc after TODAY, one in a cell that stayed."""
    leaver = people.dossier(cast, full_name="Lê Văn Đi")
    stayer = people.dossier(cast, full_name="Lê Văn Ở", where=cast.single_cell)
    people.place_under(cast.cell, cast.foreign_bloc, people.TODAY + timedelta(days=1))
    return leaver, stayer


def _stages(client: Client, day: date | None = None) -> list[str]:
    asked = f"?tai_ngay={day.isoformat()}" if day else ""
    rows = client.get(LIST + asked).context["rows"]
    return [row["entry"].get_stage_display() for row in rows]
