"""The catalogue of reports: its page, periods with one click, lists of units behind numbers, the commands that build and list."""

import json
from datetime import date
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from candidates.enums import Stage
from organizations.periods import Period, inclusive, year, year_to_date
from reports import period_choices
from reports.definitions import CATALOGUE
from reports.document import Shape
from reports.layout import Family, Span
from tests import people, quotas
from tests.people import TODAY
from tests.reports import asking

THIS_YEAR = {Stage.DECIDED: date(2021, 1, 11), Stage.ADMITTED: date(2021, 2, 3)}
UNITS = "/bao-cao/chua-ket-nap/to-chuc/con-nguon/"


def told(*asked: str) -> dict:
    out = StringIO()
    call_command("build_report", *asked, "--json", stdout=out)
    return json.loads(out.getvalue())


def refused(*asked: str) -> str:
    with pytest.raises(CommandError) as error:
        call_command("build_report", *asked)
    return str(error.value)


def test_the_page_holds_the_reports_of_party_organisations_by_what_they_are_for(cast):
    page = people.signed_in(cast.officer).get("/bao-cao/").content.decode()
    order = [page.index(f'<h2 id="nhom-{place}">{family}</h2>') for place, family in enumerate(Family, 1)]
    assert order == sorted(order)
    shown = [code for code in CATALOGUE if f'href="/bao-cao/{code}/"' in page]
    assert len(shown) == len(CATALOGUE)


def test_every_column_of_people_says_what_it_counts(cast):
    quotas.people_asked(cast.bloc, 20, **quotas.TERM)
    people.target(cast.bloc)
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    people.dossier(cast, Stage.PROPOSED, full_name="Lê Văn Bình")
    silent = []
    for code in CATALOGUE:
        made = asking.report(code, cast.youth_union if code == "doan-the" else cast.bloc, TODAY)
        tables = [table for section in made.sections for table in section.tables]
        silent += [
            (code, table.title, column.label)
            for table in tables
            for place, column in enumerate(table.columns)
            if column.shape == Shape.COUNT and not column.meaning
            if any(row.figures[place].href.startswith("/ho-so/") for row in table.rows)
        ]
    assert silent == []


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (
            Span.ANY,
            [
                "năm 2021 (đến ngày 31/5/2021)", "quý I năm 2021", "năm 2020", "6 tháng cuối năm 2020",
                "quý IV năm 2020", "quý III năm 2020", "6 tháng đầu năm 2020", "quý II năm 2020", "quý I năm 2020",
            ],
        ),
        (Span.YEAR, ["năm 2021 (đến ngày 31/5/2021)", "quý I năm 2021", "năm 2020", "6 tháng đầu năm 2020",
                     "quý I năm 2020", "năm 2019"]),
    ],
)  # fmt: skip
def test_periods_are_offered_by_the_names_that_people_give_them(span, words):
    found = period_choices.choices(span, year_to_date(TODAY), TODAY)
    assert [each.words for each in found] == words
    assert [each.words for each in found if each.current] == words[:1]


def test_the_term_and_the_period_that_follows_stand_among_them():
    term, half = Period(date(2020, 8, 1), date(2025, 8, 1)), inclusive(date(2018, 1, 1), date(2018, 6, 30))
    found = {each.words: each.days for each in period_choices.choices(Span.ANY, half, TODAY, term)}
    assert found["nhiệm kỳ 2020 – 2025"] == {"den_ngay": "2021-05-31", "tu_ngay": "2020-08-01"}
    assert found["6 tháng cuối năm 2018"] == {"den_ngay": "2018-12-31", "tu_ngay": "2018-07-01"}
    assert (period_choices.after(year(2020)), period_choices.after(year_to_date(TODAY))) == (
        year(2021),
        inclusive(date(2021, 6, 1), date(2021, 10, 31)),
    )
    assert period_choices.after(inclusive(date(2021, 5, 3), TODAY)) is None


def test_a_period_of_the_page_keeps_the_unit_and_the_reading(cast):
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    officer = people.signed_in(cast.officer)
    page = officer.get("/bao-cao/so-sanh/?don_vi=B.1&cach_tinh=now").content.decode()
    assert "?don_vi=B.1&amp;cach_tinh=now&amp;den_ngay=2020-12-31" in page
    assert officer.get("/bao-cao/so-sanh/?don_vi=B.1&cach_tinh=now&den_ngay=2020-12-31").status_code == 200


def test_a_period_longer_than_a_year_is_compared_with_nothing(cast):
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    long = asking.report("so-sanh", cast.bloc, TODAY, period=inclusive(date(2020, 3, 1), TODAY))
    short = asking.report("so-sanh", cast.bloc, TODAY)
    assert [
        "before" in [column.key for section in made.sections for table in section.tables for column in table.columns]
        for made in (long, short)
    ] == [False, True]


@pytest.fixture
def idle(cast) -> people.Cast:
    """The office has sources and admitted nobody; the single cell admitted somebody."""
    people.dossier(cast, Stage.TRAINED)
    people.dossier(cast, Stage.ADMITTED, where=cast.single_cell, days=THIS_YEAR, full_name="Lê Văn Bình")
    return cast


def test_the_list_of_units_behind_a_number_says_what_it_is_narrowed_to(idle):
    made = asking.report("chua-ket-nap", idle.bloc, TODAY)
    figure = made.opening[1].figures["con_nguon"]
    answer = people.signed_in(idle.leader).get(figure.href)
    assert (figure.value, [unit.name for unit in answer.context["units"]]) == (1, ["Đảng bộ Sở Một"])
    assert "Đơn vị còn nguồn chưa kết nạp được năm 2021 (đến ngày 31/5/2021)" in answer.content.decode()


@pytest.mark.parametrize(
    ("who", "address", "status"),
    [
        ("leader", UNITS, 200),
        ("secretary", UNITS, 403),
        ("stranger", UNITS, 403),
        ("leader", "/bao-cao/chua-ket-nap/to-chuc/khong-co/", 404),
        ("leader", "/bao-cao/khong-co/to-chuc/con-nguon/", 404),
        ("leader", f"{UNITS}?don_vi=F", 400),
        ("leader", f"{UNITS}?den_ngay=31/13/2021", 400),
        ("leader", f"{UNITS}?den_ngay=1/6/2021", 400),
        ("leader", f"{UNITS}?mau=do", 400),
        ("leader", f"{UNITS}?tu_ngay=1/5/2021&den_ngay=1/4/2021", 400),
    ],
)
def test_the_list_of_units_opens_to_whom_the_report_opens(idle, who, address, status):
    assert people.signed_in(getattr(idle, who)).get(address).status_code == status


def test_the_list_of_units_is_read_alone(idle):
    assert people.signed_in(idle.leader).post(UNITS).status_code == 405


@pytest.mark.parametrize(
    ("narrowed", "words"),
    [
        ("dac_diem=nghe:worker", "công nhân"),
        ("tra_tu=2021-01-01&tra_den=2021-05-31&tra_vi=paper_missing", "bị trả về bổ sung từ 01/01/2021 đến 31/5/2021"),
        ("khoa_tu=2018-01-01&khoa_den=2018-12-31", "vào bước “Nguồn” từ 01/01/2018 đến 31/12/2018"),
    ],
)
def test_the_list_of_people_says_what_it_is_narrowed_to_and_keeps_it(idle, narrowed, words):
    answer = people.signed_in(idle.officer).get(f"/ho-so/?{narrowed}")
    page = answer.content.decode()
    assert words.lower() in answer.context["words"].lower()
    name, value = narrowed.partition("&")[0].split("=")
    assert f'type="hidden" name="{name}"' in page
    assert all(value in each["query"].replace("%3A", ":") for each in answer.context["chips"])


@pytest.mark.parametrize("value", ["nghe:vua", "chieu-cao:180", "tuoi:"])
def test_a_trait_that_there_is_not_is_refused_with_a_sentence(cast, value):
    answer = people.signed_in(cast.officer).get("/ho-so/", {"dac_diem": value})
    assert answer.status_code == 400


def test_the_command_lists_every_report_with_its_family_and_periods():
    out = StringIO()
    call_command("list_reports", "--json", stdout=out)
    listed = {each["code"]: each for each in json.loads(out.getvalue())}
    assert set(listed) == set(CATALOGUE)
    assert (listed["bieu-2"]["period"], listed["bieu-2"]["family"]) == ("any", "Biểu thống kê, danh sách")


def test_the_command_builds_a_report_of_a_period_as_seen_from_a_day_in_a_reading(cast):
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    people.place_under(cast.cell, cast.single_cell, date(2021, 4, 1))
    asked = ("so-sanh", "--unit", "B", "--from", "2021-01-01", "--to", "2021-03-31", "--on", "2021-05-31")
    (then,), (now,) = (told(*asked, "--reading", reading)["tables"] for reading in ("then", "now"))
    assert [
        {row["label"]: row["values"]["now"] for row in table["rows"]} for table in (then, now)
    ] == [
        {"Đảng bộ Sở Một": 1, "Chi bộ Sở Hai": 0, "Cộng": 1},
        {"Đảng bộ Sở Một": 0, "Chi bộ Sở Hai": 1, "Cộng": 1},
    ]  # fmt: skip


def test_the_command_writes_the_same_numbers_as_a_workbook(cast, tmp_path):
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    file = tmp_path / "bieu.xlsx"
    call_command("build_report", "bieu-2", "--unit", "B", "--on", "2021-05-31", "--xlsx", str(file), stdout=StringIO())
    with ZipFile(file) as book:
        assert "Đảng viên mới kết nạp" in book.read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("so-sanh", "--unit", "KHONG"), "Không có tổ chức nào mang mã KHONG."),
        (("so-sanh", "--unit", "B", "--to", "2021-12-31", "--on", "2021-05-31"), "chưa hết vào ngày 31/5/2021"),
        (("so-sanh", "--unit", "B", "--from", "2021-05-31", "--to", "2021-05-01"), "sau ngày cuối kỳ 01/5/2021"),
        (
            ("tien-do", "--unit", "B", "--from", "2021-02-01", "--to", "2021-05-31"),
            "không lập riêng cho kỳ này (từ ngày 01/02/2021 đến ngày 31/5/2021); hãy bỏ ngày đầu kỳ",
        ),
        (
            ("tien-do", "--unit", "B", "--from", "2020-01-01", "--to", "2020-12-31", "--on", "2021-05-31"),
            "để lập cho năm 2020, hãy chọn ngày số liệu 31/12/2020",
        ),
        (("doan-the", "--unit", "B", "--on", "2021-05-31"), "không phải là một tổ chức chính trị – xã hội"),
        (("hoi", "--unit", "H.1", "--on", "2021-05-31"), "không phải tổ chức đảng"),
        (("nhiem-ky", "--unit", "B", "--on", "2021-05-31"), "chưa có chỉ tiêu nhiệm kỳ nào giao cho Đảng bộ Khối"),
        (("so-sanh", "--unit", "B", "--on", "2010-05-31"), "không tồn tại vào ngày 31/5/2010"),
        (("so-sanh", "--unit", "B", "--on", "2099-05-31"), "chưa đến"),
        (("so-sanh", "--unit", "B", "--on", "31/2/2021"), "“31/2/2021” không phải là một ngày có trong lịch"),
        (("so-sanh", "--unit", "B", "--from", "quý 1"), "“quý 1” không phải là một ngày có trong lịch"),
    ],
)
def test_a_wish_that_cannot_be_met_is_one_sentence(cast, asked, words):
    assert words in refused(*asked)


def test_the_page_of_documents_names_every_report():
    page = Path(settings.BASE_DIR, "docs/reports.md").read_text(encoding="utf-8")
    assert [code for code in CATALOGUE if f"| `{code}` |" not in page] == []
