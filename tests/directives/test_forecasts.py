"""When a forecast is made and when it says why it is not; the page of it; what the command tells."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from candidates.enums import Stage
from candidates.models import Dossier, Membership, Person, StageEntry
from directives import forecast_words, forecasts, organisation_progress
from directives.enums import Measure
from directives.forecast.counting import Outlook
from directives.foreseen import LEAST_ENDED, LEAST_UNDER_WAY
from directives.models import Target
from organizations.acting import acting
from organizations.enums import Deed
from organizations.models import Unit
from tests import duties, people, quotas
from tests.pages import read
from tests.people import TODAY

# A way that takes two years, in days from one stage to the next.
WAY = (
    (Stage.SOURCE, 0), (Stage.SYMPATHISER, 120), (Stage.TRAINED, 200), (Stage.PREPARING, 90), (Stage.VERIFYING, 20),
    (Stage.CONSULTING, 50), (Stage.PROPOSED, 40), (Stage.SUBMITTED, 10), (Stage.DECIDED, 30), (Stage.ADMITTED, 20),
)  # fmt: skip

LAST = date(2022, 12, 31)


def follow(cell, admitted: list[date], until: date = TODAY) -> None:
    """Write the ways of people whose ceremonies are on these days, as far as they came by ``until``, past the guards."""
    ways = [way for day in admitted if (way := [(stage, on) for stage, on in _backwards(day) if on <= until])]
    with acting(None, Deed.LOAD_DEMO), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        persons = Person.objects.bulk_create(Person(full_name="Nguyễn Văn An", birth_year=1990) for _ in ways)
        dossiers = Dossier.objects.bulk_create(
            Dossier(person=person, unit=cell, stage=way[-1][0]) for person, way in zip(persons, ways, strict=True)
        )
        pairs = zip(dossiers, ways, strict=True)
        StageEntry.objects.bulk_create(entry for made, way in pairs for entry in _entries(made, way))


def _backwards(day: date) -> list[tuple[Stage, date]]:
    whole = sum(days for _, days in WAY)
    steps, gone = [], 0
    for stage, days in WAY:
        gone += days
        steps.append((stage, day - timedelta(days=whole - gone)))
    return steps


def _entries(made: Dossier, steps: list[tuple[Stage, date]]) -> list[StageEntry]:
    stops = [on for _, on in steps[1:]] + [None]
    return [
        StageEntry(
            dossier=made,
            position=place,
            from_stage=steps[place - 2][0] if place > 1 else "",
            stage=stage,
            on=on,
            until=stop,
            unit=made.unit,
        )
        for place, ((stage, on), stop) in enumerate(zip(steps, stops, strict=True), start=1)
    ]


def weekly(first: date, last: date) -> list[date]:
    return [first + timedelta(days=days) for days in range(0, (last - first).days, 7)]


@pytest.fixture
def target(cast):
    """Thirty for the bloc, in which somebody is admitted every week, and goes on being so."""
    follow(cast.cell, weekly(date(2018, 6, 4), LAST), until=LAST)
    return quotas.people_asked(cast.bloc, 30)


def test_whoever_goes_on_as_always_is_expected_to(cast, target):
    found = forecasts.of_target(target, cast.bloc, TODAY)
    assert found.already == len([day for day in weekly(date(2018, 6, 4), TODAY + timedelta(1)) if day.year == 2021])
    assert found.outlook.low <= 52 <= found.outlook.high
    assert found.outlook.probability > 0.9
    assert [each.stage for each in found.days] == [stage for stage, _ in WAY[1:-1]]
    assert [each.day for each in found.days] == sorted(each.day for each in found.days)


def test_a_goal_beyond_what_is_expected_says_how_many_more_are_needed(cast):
    follow(cast.cell, weekly(date(2018, 6, 4), LAST), until=LAST)
    found = forecasts.of_target(quotas.people_asked(cast.bloc, 70), cast.bloc, TODAY)
    assert found.outlook.probability < 0.1
    assert all(each.people >= 70 - found.outlook.mean - 1 for each in found.more)
    assert "thêm" in forecast_words.more(found.more[-1])


def test_a_unit_with_few_dossiers_gets_no_forecast_and_is_told_why(cast, target):
    follow(cast.single_cell, [date(2021, 2, 1)])
    found = forecasts.of_target(target, cast.single_cell, TODAY)
    assert found.outlook is None
    assert f"0 hồ sơ đang theo dõi (cần ít nhất {LEAST_UNDER_WAY})" in found.reason
    assert f"1 hồ sơ đến đích trong 3 năm qua (cần ít nhất {LEAST_ENDED})" in found.reason


def test_where_too_few_were_ever_admitted_there_is_no_forecast(cast):
    follow(cast.cell, weekly(date(2021, 1, 4), date(2021, 12, 31)))
    found = forecasts.of_target(quotas.people_asked(cast.bloc, 30), cast.bloc, TODAY)
    assert "cần ít nhất 30 để dự báo" in found.reason


def test_new_sources_are_expected_at_the_pace_of_two_years(cast, target):
    Target.objects.filter(pk=target.pk).update(measure=Measure.NEW_SOURCES)
    changed = Target.objects.select_related("directive__document", "unit").get(pk=target.pk)
    found = forecasts.of_target(changed, cast.bloc, TODAY)
    assert found.outlook.low <= 52 <= found.outlook.high
    assert "người mới đưa vào nguồn của đơn vị" in forecast_words.rests_on(found)
    small = forecasts.of_target(changed, cast.single_cell, TODAY)
    assert "0 người mới đưa vào nguồn trong 2 năm qua (cần ít nhất 10)" in small.reason


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (
            Measure.GRADUATED,
            "có 0 lớp theo kế hoạch (cần ít nhất 5), 0 người được cấp giấy chứng nhận (cần ít nhất 30)",
        ),
        (Measure.UNITS_FOUNDED, "có 0 tổ chức đảng thành lập trong doanh nghiệp, cần ít nhất 30"),
        (Measure.MADE_KNOWN, "không theo một nhịp quan sát được"),
    ],
)
def test_where_history_is_too_short_the_page_says_how_much_is_needed_and_how_much_there_is(
    cast, target, measure, words
):
    Target.objects.filter(pk=target.pk).update(measure=measure)
    page = read(people.signed_in(cast.leader).get(f"/van-ban/chi-tieu/{target.pk}/to-chuc/?don_vi=B"))
    if measure == Measure.GRADUATED:
        page = read(people.signed_in(cast.leader).get(f"/van-ban/chi-tieu/{target.pk}/du-bao/"))
    assert words in page.words


def test_the_scorecard_has_the_interval_and_the_probability_in_words_and_number(cast, target):
    found = forecasts.of_target(target, cast.bloc, TODAY).outlook
    page = read(people.signed_in(cast.leader).get("/van-ban/bang-diem/"))
    assert f"dự báo {found.low}–{found.high} (giữa {found.mid}): gần như chắc chắn đạt, trên 99 %" in page.words
    assert (f"/van-ban/chi-tieu/{target.pk}/du-bao/?don_vi=B.2", "chưa dự báo được") in page.links


def test_what_an_organisation_set_itself_is_forecast_by_its_own_people(cast, target):
    people_of = Person.objects.all()
    Membership.objects.bulk_create(
        Membership(person=each, organisation=cast.association, valid_from=people.FOUNDED) for each in people_of
    )
    duties.own_target(cast.association, Measure.MEMBERS_ADMITTED)
    asked = organisation_progress.targets_on(Unit.objects.filter(pk=cast.association.pk), TODAY)
    (item,) = organisation_progress.of_organisations(asked, TODAY)
    (found,) = forecasts.of_organisations([item])
    whole = forecasts.of_target(target, cast.bloc, TODAY)
    assert (found.already, found.outlook.low, found.outlook.high) == (
        whole.already,
        whole.outlook.low,
        whole.outlook.high,
    )
    page = read(people.signed_in(cast.mass_officer).get("/van-ban/chi-tieu-doan-the/"))
    assert f"{found.outlook.low}–{found.outlook.high} (giữa {found.outlook.mid})" in page.words


def test_nothing_is_forecast_on_the_last_day(cast, target):
    assert "đã kết thúc" in forecasts.of_target(target, cast.bloc, date(2021, 12, 31)).reason


def test_steps_of_later_days_change_nothing(cast, target):
    before = forecasts.of_target(target, cast.bloc, TODAY)
    follow(cast.cell, weekly(TODAY + timedelta(days=800), TODAY + timedelta(days=1200)), until=date(2024, 1, 1))
    assert forecasts.of_target(target, cast.bloc, TODAY) == before


def test_a_step_of_today_is_seen_at_once(cast, target):
    before = forecasts.of_target(target, cast.bloc, TODAY)
    follow(cast.cell, [TODAY] * 3)
    after = forecasts.of_target(target, cast.bloc, TODAY)
    assert after.already == before.already + 3
    assert after.ground.ended == before.ground.ended + 3


def test_what_was_worked_out_is_kept(cast, target, django_assert_max_num_queries):
    item = forecasts.progress.of_target(target, cast.bloc, TODAY)
    made = forecasts.of_progress(item)
    with django_assert_max_num_queries(2):
        assert forecasts.of_progress(item) == made


def test_the_page_shows_the_interval_the_latest_days_and_the_units_own_number_apart(cast, target):
    duties.expect(cast.office, date(2021, 9, 30), 4)
    words = read(people.signed_in(cast.leader).get(f"/van-ban/chi-tieu/{target.pk}/du-bao/")).words
    found = forecasts.of_target(target, cast.bloc, TODAY)
    assert f"{found.outlook.low}–{found.outlook.high} người, giữa {found.outlook.mid}" in words
    assert "khả năng đạt chỉ tiêu 30: trên 99 %" in words
    assert "Có quyết định" in words
    assert "tự báo dự kiến trong những quý chưa hết: 4 người" in words


@pytest.mark.parametrize(("who", "page"), [("leader", "/"), ("leader", "/van-ban/chi-tieu/{}/")])
def test_desk_and_target_show_the_forecast_with_the_way_to_its_page(who, page, cast, target):
    told = read(people.signed_in(getattr(cast, who)).get(page.format(target.pk)))
    found = forecasts.of_target(target, cast.bloc, TODAY)
    assert f"{found.outlook.low}–{found.outlook.high}" in told.words
    assert any(href == f"/van-ban/chi-tieu/{target.pk}/du-bao/?don_vi=B" for href, _ in told.links)


@pytest.mark.parametrize(
    ("who", "query", "status"),
    [
        ("leader", "?don_vi=B.1", 200),
        ("leader", "?don_vi=F", 404),
        ("leader", "?don_vi=%00", 200),
        ("secretary", "", 403),
    ],
)
def test_the_page_opens_for_units_of_the_reach(who, query, status, cast, target):
    answer = people.signed_in(getattr(cast, who)).get(f"/van-ban/chi-tieu/{target.pk}/du-bao/{query}")
    assert answer.status_code == status


def test_the_command_tells_the_forecast_beside_the_progress(cast, target):
    out = StringIO()
    call_command("target_progress", "--on", TODAY.isoformat(), "--unit", "B", "--json", stdout=out)
    (told,) = json.loads(out.getvalue())
    found = forecasts.of_target(target, cast.bloc, TODAY).outlook
    assert (told["forecast_low"], told["forecast_mid"], told["forecast_high"]) == (found.low, found.mid, found.high)
    assert told["probability"] == round(found.probability, 3)


def test_past_years_are_tried_with_what_was_known_then(cast, target):
    out = StringIO()
    call_command("backtest_forecast", "--from", "2021", "--to", "2022", "--unit", "B", "--json", stdout=out)
    told = json.loads(out.getvalue())
    assert [each["origin"] for each in told["origins"] if each["unit"] == "B"] == [
        f"{year}-{day}" for year in (2021, 2022) for day in ("03-31", "06-30", "09-30")
    ]
    assert {each["actual"] for each in told["origins"]} <= {52, 53}
    assert told["summary"]["mae"] < 6


@pytest.mark.parametrize(
    ("chance", "percent", "words"),
    [
        (0.999, "trên 99 %", "gần như chắc chắn đạt"),
        (0.62, "62 %", "có thể đạt, có thể không"),
        (0.004, "dưới 1 %", "khó đạt"),
    ],
)
def test_a_chance_is_said_in_words_and_never_as_certain(chance, percent, words):
    outlook = Outlook(1, 2, 3, 2.0, chance)
    found = forecast_words.likely(forecasts.Forecast(0, 3, TODAY, outlook=outlook))
    assert (found.percent, found.words) == (percent, words)
