"""The working calendar: what the package knows, what was corrected, which years are official; and its page."""

from datetime import date

import pytest
from django.test import Client

from candidates import calendar_keeping, calendar_years, calendars, terms
from candidates.models import DayCorrection, HolidayYear
from organizations import access, tree
from organizations.acting import acting
from organizations.enums import Deed, Role, UnitKind
from organizations.errors import NotAllowed, Refused
from organizations.models import User
from tests import people
from tests.candidates.test_terms import RESOLUTION
from tests.candidates.walking import SITUATION_1, walked
from tests.people import TODAY

PAGE = "/quy-dinh/lich-nghi/"
UNKNOWN = (
    "Không tính được hạn theo ngày làm việc ở năm {}: hệ thống chỉ có lịch nghỉ từ năm 1901 đến năm 2100. Hãy kiểm tra lại năm "
    "của ngày đã nhập."
)


@pytest.fixture
def keeper(cast) -> User:
    """An officer of the board of the province, above the bloc."""
    province = people.unit("T", "Đảng bộ tỉnh", UnitKind.PROVINCE)
    tree.rebuild()
    people.place_under(cast.bloc, province, date(2016, 1, 1))
    return people.person("tinh", "Đinh Thị Tỉnh", Role.BOARD_OFFICER, province)


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        pytest.param(date(2022, 1, 17), 30, date(2022, 3, 7), id="over Tết 2022"),
        pytest.param(date(2019, 4, 26), 3, date(2019, 5, 4), id="6519/VPCP-KGVX: Saturday 04-5-2019 is worked"),
        pytest.param(date(2018, 12, 28), 3, date(2019, 1, 4), id="6519/VPCP-KGVX: 31-12-2018 is off"),
        pytest.param(date(2014, 12, 26), 1, date(2014, 12, 27), id="a make-up day of the next year's announcement"),
        pytest.param(date(2026, 8, 21), 1, date(2026, 8, 22), id="Saturday 22-8-2026 is worked"),
    ],
)
def test_working_days_follow_the_announcements(db, start, count, due):
    assert calendars.after(start, count) == due


def correct(by: User, day: date, kind: str, source: str = "TB 12/2027") -> DayCorrection:
    with acting(by, Deed.KEEP_RULES):
        return calendar_keeping.correct_day(day, kind, source, own=access.reach(by, TODAY))


@pytest.mark.parametrize(
    ("day", "kind", "due"),
    [
        pytest.param(date(2022, 3, 7), "off", date(2022, 3, 8), id="a day more off"),
        pytest.param(date(2022, 3, 5), "worked", date(2022, 3, 5), id="a Saturday worked"),
        pytest.param(date(2022, 2, 4), "worked", date(2022, 3, 4), id="a holiday that was none"),
    ],
)
def test_a_correction_counts_until_it_is_taken_back(keeper, day, kind, due):
    made = correct(keeper, day, kind)
    assert calendars.after(date(2022, 1, 17), 30) == due
    with acting(keeper, Deed.KEEP_RULES):
        calendar_keeping.take_back_day(made, "ghi nhầm", own=access.reach(keeper, TODAY))
    assert calendars.after(date(2022, 1, 17), 30) == date(2022, 3, 7)
    assert DayCorrection.ever.get().void


def test_a_day_of_the_last_year_is_corrected_by_that_year_alone(keeper):
    assert correct(keeper, date(2100, 3, 4), "off").day == date(2100, 3, 4)


def test_one_query_merges_the_corrections(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        calendars.after(date(2022, 1, 17), 30)


def test_a_stored_term_stays_as_it_was_counted(cast, keeper):
    made = walked(cast, "proposed", SITUATION_1)
    correct(keeper, date(2022, 4, 6), "off")
    assert made.entries.get(until=None).due_on == date(2022, 4, 6)
    assert terms.due_after(RESOLUTION, date(2022, 1, 5)).on == date(2022, 4, 7)


@pytest.mark.parametrize("year", [1900, 2101])
def test_a_year_without_a_calendar_is_named(db, year):
    with pytest.raises(Refused) as refusal:
        calendars.after(date(year, 1, 5), 5)
    assert refusal.value.sentences == (UNKNOWN.format(year),)


@pytest.mark.parametrize(("year", "told"), [(2022, True), (2026, True), (2027, False)])
def test_a_year_is_official_by_its_announcement_or_by_confirmation(keeper, year, told):
    assert calendars.are_told(date(year, 3, 4), date(year, 5, 4)) == told
    with acting(keeper, Deed.KEEP_RULES):
        calendar_keeping.confirm_year(year, "TB 6150", own=access.reach(keeper, TODAY), today=TODAY)
    assert calendars.are_told(date(year, 3, 4), date(year, 5, 4))
    assert calendar_years.shown(year).state_words == "Lịch nghỉ đã đối chiếu với văn bản công bố."


def test_a_stretch_of_years_is_official_where_each_of_them_is(keeper):
    with acting(keeper, Deed.KEEP_RULES):
        calendar_keeping.confirm_year(2028, "TB 1", own=access.reach(keeper, TODAY), today=TODAY)
    spans = [(2020, 2026), (2028, 2028), (2026, 2027), (2027, 2028), (2028, 2029)]
    told = [calendars.are_told(date(start, 1, 1), date(end, 12, 31)) for start, end in spans]
    assert told == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("day", "kind", "sentence"),
    [
        (date(2022, 2, 1), "off", "Ngày 01/02/2022 đã là ngày nghỉ trong lịch; không cần sửa."),
        (date(2022, 2, 5), "off", "Ngày 05/02/2022 đã là ngày nghỉ trong lịch; không cần sửa."),
        (date(2022, 2, 7), "worked", "Ngày 07/02/2022 đã là ngày làm việc trong lịch; không cần sửa."),
        (
            date(2022, 3, 4),
            "worked",
            "Ngày 04/3/2022 đã được sửa thành “nghỉ” theo TB 12/2027; nếu dòng đó ghi nhầm, hãy hủy dòng đó trước rồi ghi lại.",
        ),
        (date(2101, 3, 4), "off", UNKNOWN.format(2101)),
    ],
)
def test_what_stands_against_a_correction_is_said(keeper, day, kind, sentence):
    correct(keeper, date(2022, 3, 4), "off")
    with pytest.raises(Refused) as refusal:
        correct(keeper, day, kind)
    assert refusal.value.sentences == (sentence,)


def test_a_year_is_confirmed_once(keeper):
    own = access.reach(keeper, TODAY)
    with acting(keeper, Deed.KEEP_RULES):
        calendar_keeping.confirm_year(2027, "TB 12", own=own, today=TODAY)
    with pytest.raises(Refused) as refusal, acting(keeper, Deed.KEEP_RULES):
        calendar_keeping.confirm_year(2027, "TB 13", own=own, today=TODAY)
    assert refusal.value.sentences == (f"Lịch nghỉ năm 2027 đã được {keeper} xác nhận ngày 31/5/2021, theo TB 12.",)


def test_an_unconfirmed_year_asks_to_be_compared_with_its_announcement(db):
    assert calendar_years.shown(2022).state_words == (
        "Lịch nghỉ tính theo luật và các ngày hoán đổi có sẵn trong hệ thống, có thể chưa đủ; hãy đối chiếu với thông báo của "
        "năm."
    )


def test_an_officer_below_the_province_changes_nothing(cast):
    with pytest.raises(NotAllowed):
        correct(cast.officer, date(2022, 3, 4), "off")
    assert not DayCorrection.objects.exists()


def send(browser: Client, address: str, **said: str):
    token = browser.get(address).context["form"].initial["form_token"]
    return browser.post(address, {"form_token": token} | said)


def test_the_page_shows_holidays_make_up_days_and_corrections(cast, keeper):
    browser = people.signed_in(keeper)
    answer = send(browser, f"{PAGE}ngay/moi/", day="04/3/2019", kind="off", source="TB thử nghiệm")
    assert answer.url == f"{PAGE}?nam=2019"
    there = browser.get(answer.url).content.decode()
    assert all(
        words in there
        for words in ("Tết Nguyên Đán", "Làm bù cho ngày nghỉ khác", "04/5/2019", "TB thử nghiệm", "Hủy dòng này")
    )
    made = DayCorrection.objects.get()
    answer = send(browser, f"{PAGE}ngay/{made.pk}/huy/", reason="ghi nhầm năm")
    assert (answer.url, DayCorrection.objects.exists()) == (f"{PAGE}?nam=2019", False)


def test_the_page_confirms_a_year(keeper):
    browser = people.signed_in(keeper)
    assert "Chưa có lịch nghỉ chính thức của năm 2027" in browser.get(f"{PAGE}?nam=2027").content.decode()
    assert send(browser, f"{PAGE}2027/xac-nhan/", source="TB 12/2026").url == f"{PAGE}?nam=2027"
    assert HolidayYear.objects.values_list("year", "source").get() == (2027, "TB 12/2026")
    assert "Lịch nghỉ đã đối chiếu" in browser.get(f"{PAGE}?nam=2027").content.decode()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("nam=abc", "Hãy nhập năm đủ bốn chữ số, ví dụ 2027."),
        ("nam=1900", "Hệ thống chỉ có lịch nghỉ từ năm 1901."),
        ("nam=2101", "Hệ thống chỉ có lịch nghỉ đến năm 2100."),
        ("thang=1", "Không có bộ lọc “thang”; hãy bỏ tham số này khỏi địa chỉ."),
    ],
)
def test_a_wrong_year_is_told(cast, query, sentence):
    answer = people.signed_in(cast.leader).get(f"{PAGE}?{query}")
    assert (answer.status_code, sentence in answer.content.decode()) == (400, True)


@pytest.mark.parametrize("address", [f"{PAGE}ngay/moi/", f"{PAGE}2027/xac-nhan/"])
@pytest.mark.parametrize("who", ["officer", "leader", "stranger", "nobody"])
def test_only_the_board_of_the_province_changes_the_calendar(cast, who, address):
    browser = people.signed_in(getattr(cast, who))
    assert [browser.get(address).status_code, browser.post(address).status_code] == [403, 403]


@pytest.mark.parametrize(("who", "status"), [("leader", 200), ("secretary", 200), ("nobody", 403)])
def test_whoever_sees_rules_sees_the_calendar(cast, who, status):
    answer = people.signed_in(getattr(cast, who)).get(PAGE)
    assert (answer.status_code, "Sửa một ngày" in answer.content.decode()) == (status, False)


@pytest.mark.parametrize("year", ["1900", "2101", "99999"])
def test_an_unknown_year_cannot_be_confirmed(keeper, year):
    assert people.signed_in(keeper).get(f"{PAGE}{year}/xac-nhan/").status_code == 404


def test_a_year_costs_few_queries_whatever_was_corrected(keeper, django_assert_max_num_queries):
    browser = people.signed_in(keeper)
    for day in (1, 2, 3):
        correct(keeper, date(2021, 3, day), "off")
    with django_assert_max_num_queries(12):
        browser.get(PAGE)
