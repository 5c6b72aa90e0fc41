"""The review of sources: who reports it, what cannot be true, what a correction leaves, what the unit's page shows."""

from datetime import date

import pytest

from organizations import access, declared, reviewing
from organizations.acting import acting
from organizations.enums import Deed, FigureKind, Role
from organizations.errors import NotAllowed, Refused
from organizations.models import Figure, Post
from organizations.periods import quarter_last_day
from organizations.reviewing import Reported
from tests import pages, people
from tests.people import TODAY

ON, SAID = date(2021, 5, 20), date(2021, 5, 25)
WHOLE = {FigureKind.NON_PARTY: 40, FigureKind.UNION_MEMBERS: 12, FigureKind.QUALIFIED: 9, FigureKind.STUCK_CLASS: 6}
ADDRESS = "/to-chuc/B.1/ra-soat-nguon/"


def report(who, unit, values=None, *, on=ON, said_on=SAID, expected=None):
    said = Reported(
        on, said_on, WHOLE if values is None else values, {3: 2, 4: 5} if expected is None else expected, "báo cáo"
    )
    with acting(who, Deed.REPORT_REVIEW):
        reviewing.report_review(unit, said, own=access.reach(who, TODAY), today=TODAY)


def stored(unit) -> dict[tuple[str, date], int]:
    return {(row.kind, row.on): row.value for row in Figure.objects.filter(unit=unit, in_force=True)}


def test_a_review_records_its_figures_and_each_quarter(cast):
    report(cast.office_worker, cast.office)
    quarters = {("expected", quarter_last_day(2021, 3)): 2, ("expected", quarter_last_day(2021, 4)): 5}
    assert stored(cast.office) == {(kind.value, ON): value for kind, value in WHOLE.items()} | quarters
    assert set(Figure.objects.values_list("said_on", "source")) == {(SAID, "báo cáo")}


@pytest.mark.parametrize("who", ["officer", "office_worker"])
def test_board_and_office_may_report_for_the_units_below(who, cast):
    report(getattr(cast, who), cast.single_cell)
    assert declared.reviews_by_unit([cast.single_cell.pk], ON, TODAY)[cast.single_cell.pk].said_on == SAID


def test_the_secretary_of_a_grassroots_cell_reports_for_it(cast):
    Post.objects.create(user=cast.secretary, role=Role.CELL_SECRETARY, unit=cast.single_cell, valid_from=people.FOUNDED)
    report(cast.secretary, cast.single_cell)
    assert stored(cast.single_cell)


@pytest.mark.parametrize("who", ["leader", "secretary", "clerk", "mass_officer", "stranger", "nobody"])
def test_nobody_else_reports(who, cast):
    with pytest.raises(NotAllowed):
        report(getattr(cast, who), cast.office)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"on": date(2021, 6, 30)}, "Ngày 30/6/2021 chưa đến"),
        ({"said_on": date(2021, 6, 1)}, "Ngày 01/6/2021 chưa đến"),
        ({"on": date(2014, 6, 30)}, "không tồn tại vào ngày 30/6/2014"),
        ({"said_on": date(2021, 5, 19)}, "Ngày báo 19/5/2021 trước ngày của số liệu 20/5/2021"),
        ({"expected": {1: 0, 2: 1, 3: 1}}, "đã hết quý I; chỉ ghi dự kiến cho các quý còn lại"),
        ({"values": {}}, "Chưa có số quần chúng hiện có"),
        ({"values": WHOLE | {FigureKind.UNION_MEMBERS: 41}}, "Số đoàn viên thanh niên .41. nhiều hơn số quần chúng"),
        ({"values": WHOLE | {FigureKind.STUCK_WISH: 26}}, "Cộng số đủ điều kiện và số còn vướng .41. nhiều hơn"),
    ],
)
def test_what_cannot_be_is_told_and_writes_nothing(said, sentence, cast):
    with pytest.raises(Refused, match=sentence):
        report(cast.officer, cast.office, **said)
    assert not Figure.objects.exists()


def test_all_contradictions_are_told_at_once(cast):
    values = WHOLE | {FigureKind.UNION_MEMBERS: 41, FigureKind.QUALIFIED: 41}
    with pytest.raises(Refused) as caught:
        report(cast.officer, cast.office, values)
    assert len(caught.value.sentences) == 2


@pytest.mark.parametrize("place", ["cell", "bloc"])
def test_only_grassroots_organisations_review(place, cast):
    with pytest.raises(Refused, match="không phải tổ chức cơ sở đảng"):
        report(cast.officer, getattr(cast, place))


def test_what_stands_already_is_compared_too(cast):
    report(cast.officer, cast.office)
    with pytest.raises(Refused, match="nhiều hơn số quần chúng"):
        report(cast.officer, cast.office, {FigureKind.NON_PARTY: 11})


def test_a_later_correction_leaves_what_was_known_before(cast):
    report(cast.officer, cast.office)
    report(cast.officer, cast.office, {FigureKind.NON_PARTY: 50}, said_on=TODAY, expected={4: 1})
    then, now = (declared.reviews_by_unit([cast.office.pk], ON, day)[cast.office.pk] for day in (SAID, TODAY))
    assert (then.values[FigureKind.NON_PARTY], now.values[FigureKind.NON_PARTY]) == (40, 50)
    assert now.values[FigureKind.UNION_MEMBERS] == 12
    fourth = quarter_last_day(2021, 4)
    expected = [declared.expected_by_unit([cast.office.pk], fourth, day)[cast.office.pk] for day in (SAID, TODAY)]
    assert expected == [5, 1]


def test_the_form_records_and_the_page_of_the_unit_shows(cast):
    browser = people.signed_in(cast.office_worker)
    typed = {"on": "20/5/2021", "said_on": "25/5/2021", "non_party": "1.240", "qualified": "9", "quarter_3": "2"}
    assert pages.send(browser, ADDRESS, **typed).url == "/to-chuc/B.1/"
    words = pages.read(browser.get("/to-chuc/B.1/")).words
    assert "Tại ngày 20/5/2021, báo ngày 25/5/2021" in words
    assert "Quần chúng hiện có 1.240 Trong đó đoàn viên thanh niên chưa báo Đủ điều kiện xem xét 9" in words
    assert "Dự kiến kết nạp quý III 2 Sửa" in words


def test_a_refused_form_keeps_what_was_typed(cast):
    browser = people.signed_in(cast.office_worker)
    typed = {"on": "20/5/2021", "said_on": "19/5/2021", "non_party": "40", "union_members": "41", "source": "BC 12"}
    page = pages.read(pages.send(browser, ADDRESS, **typed))
    assert page.form.fields.items() >= typed.items()
    assert "trước ngày của số liệu" in page.words
    assert "Số đoàn viên thanh niên (41) nhiều hơn" in page.words


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"non_party": ""}, "Hãy nhập số người; không có ai thì ghi 0."),
        ({"non_party": "-1"}, "Số người không thể âm."),
        ({"non_party": "9.000.000"}, "Số người quá lớn"),
        ({"quarter_4": "vài"}, "Hãy nhập một số nguyên"),
        ({"on": ""}, "Hãy nhập ngày."),
        ({"said_on": "31/2/2021"}, "không phải là một ngày có trong lịch"),
    ],
)
def test_bad_input_is_told_at_its_field(typed, sentence, cast):
    browser = people.signed_in(cast.office_worker)
    answer = pages.send(browser, ADDRESS, **{"non_party": "40"} | typed)
    page = pages.read(answer)
    assert (answer.status_code, Figure.objects.count()) == (200, 0)
    assert sentence in page.words
    assert page.form.fields.items() >= typed.items()


def test_a_second_click_records_once(cast):
    browser = people.signed_in(cast.office_worker)
    opened = pages.read(browser.get(ADDRESS)).form
    for _ in range(2):
        assert pages.send(browser, ADDRESS, opened, non_party="40").url == "/to-chuc/B.1/"
    assert Figure.objects.count() == 1
    assert "đã được gửi và ghi nhận một lần" in pages.read(browser.get("/to-chuc/B.1/")).words


def test_correcting_a_review_opens_with_what_stands(cast):
    report(cast.officer, cast.office)
    fields = pages.read(people.signed_in(cast.office_worker).get(f"{ADDRESS}?ngay=2021-05-20")).form.fields
    assert {name: fields[name] for name in ("on", "said_on", "non_party", "stuck_class", "quarter_4", "source")} == {
        "on": "20/5/2021",
        "said_on": "25/5/2021",
        "non_party": "40",
        "stuck_class": "6",
        "quarter_4": "5",
        "source": "báo cáo",
    }


@pytest.mark.parametrize("day", ["", "hom-nay", "2020-05-20"])
def test_without_a_review_to_correct_the_form_is_of_today(day, cast):
    report(cast.officer, cast.office)
    fields = pages.read(people.signed_in(cast.office_worker).get(f"{ADDRESS}?ngay={day}")).form.fields
    assert (fields["on"], fields["said_on"], fields.get("non_party", "")) == ("31/5/2021", "31/5/2021", "")


@pytest.mark.parametrize(
    ("who", "link"), [("officer", True), ("office_worker", True), ("leader", False), ("clerk", False)]
)
def test_the_button_stands_only_for_whoever_may_report(who, link, cast):
    page = pages.read(people.signed_in(getattr(cast, who)).get("/to-chuc/B.1/"))
    assert (ADDRESS in [href for href, _ in page.links]) == link
    assert "chưa báo rà soát nguồn trong năm" in page.words


def test_from_before_its_report_the_page_shows_no_review(cast):
    report(cast.officer, cast.office)
    browser = people.signed_in(cast.leader)
    browser.post("/xem-tai-ngay/", {"on": "24/5/2021"})
    assert "chưa báo rà soát nguồn" in pages.read(browser.get("/to-chuc/B.1/")).words
