"""The list of organisations and the page of one: whom they show what, as at which day, and what is not known."""

from datetime import date

import pytest

from organizations import access, organisations, tree
from organizations.enums import FigureKind, Level, OfficeBody, OfficeCell, Sector, UnitKind
from organizations.models import Figure, Oversight, StandingOffice, Unit, UnitVersion
from tests import pages, people
from tests.people import FOUNDED, TODAY

LIST = "/hoi-doan-the/"
CHANGED = date(2020, 7, 1)
BEFORE = "30/6/2020"
NAMES = ["Đoàn Thanh niên Khối", "Hội Một", "Chi hội Một"]


def listed(browser, query: str = "") -> list[str]:
    page = pages.read(browser.get(f"{LIST}{query}"))
    return [
        words
        for href, words in page.links
        if href.startswith(LIST) and href.count("/") == 3 and words != "Thêm hội, đoàn thể"
    ]


def office(organisation: Unit, arrangement=OfficeCell.NONE, cell=None, since=FOUNDED, **values) -> StandingOffice:
    return StandingOffice.objects.create(
        organisation=organisation, arrangement=arrangement, cell=cell, valid_from=since, **values
    )


def tell(unit: Unit, value: int, on: date, kind=FigureKind.ORGANISATION_MEMBERS) -> None:
    Figure.objects.create(unit=unit, kind=kind, on=on, value=value, declared_by="Hội", source="báo cáo")


def reach(user) -> access.Reach:
    return access.reach(user, TODAY)


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("officer", NAMES),
        ("leader", NAMES),
        ("auditor", NAMES),
        ("mass_officer", ["Hội Một", "Chi hội Một"]),
        ("foreign_mass_officer", ["Hội khác"]),
        ("secretary", []),
        ("stranger", []),
    ],
)
def test_everybody_sees_the_organisations_of_their_reach(who, names, cast):
    assert listed(people.signed_in(getattr(cast, who))) == names


def test_party_units_are_no_organisations(cast):
    assert {row.kind for row in organisations.versions(reach(cast.officer), TODAY)} == {
        UnitKind.ASSOCIATION,
        UnitKind.SOCIO_POLITICAL,
    }


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?loai=association", ["Hội Một", "Chi hội Một"]),
        ("?loai=socio_political", ["Đoàn Thanh niên Khối"]),
        ("?cap=commune", ["Chi hội Một"]),
        ("?theo_doi=B", ["Đoàn Thanh niên Khối", "Hội Một"]),
        ("?theo_doi=B.1", ["Chi hội Một"]),
        ("?tim=doan+khoi", ["Đoàn Thanh niên Khối"]),
        ("?tim=H.1.1", ["Chi hội Một"]),
        ("?tim=hội+một", ["Hội Một", "Chi hội Một"]),
        ("?tim=không+có", []),
        ("?loai=association&tim=chi", ["Chi hội Một"]),
    ],
)
def test_the_list_is_narrowed(query, names, cast):
    cast.branch.versions.update(level=Level.COMMUNE)
    Oversight.objects.create(organisation=cast.branch, unit=cast.office, valid_from=FOUNDED)
    assert listed(people.signed_in(cast.officer), query) == names


def test_a_branch_is_followed_by_whoever_follows_what_is_above_it(cast):
    found = {row.unit: row.follower_name for row in organisations.versions(reach(cast.officer), TODAY)}
    assert found[cast.branch] == "Đảng bộ Khối"


@pytest.mark.parametrize("query", ["?la=1", "?loai=cell", "?cap=x", "?theo_doi=F", "?theo_doi=%00", "?tim=%00"])
def test_what_is_no_filter_is_refused(query, cast):
    answer = people.signed_in(cast.officer).get(f"{LIST}{query}")
    assert answer.status_code == 400
    assert "Bộ lọc này không dùng được" in pages.read(answer).words


def test_the_list_shows_the_newest_figures_known_and_says_what_nobody_told(cast):
    tell(cast.association, 1000, date(2019, 12, 31))
    tell(cast.association, 1250, date(2020, 12, 31))
    tell(cast.association, 9999, date(2021, 6, 30))
    tell(cast.association, 7, date(2019, 12, 31), FigureKind.OFFICE_STAFF)
    words = pages.read(people.signed_in(cast.mass_officer).get(LIST)).words
    assert "số liệu ngày 31/12/2020 Đảng bộ Khối 1.250 chưa báo chưa báo 731/12/2019 chưa báo" in words
    assert "9.999" not in words


def test_offices_that_share_a_cell_name_each_other(cast):
    office(cast.association, OfficeCell.SHARED, cast.cell, bodies=[OfficeBody.TRADE_UNION, OfficeBody.WOMEN])
    office(cast.youth_union, OfficeCell.SHARED, cast.cell)
    office(cast.branch)
    found = organisations.offices_on([cast.association.pk, cast.branch.pk], TODAY)
    assert found[cast.association.pk].words == "Ghép với Chi bộ Một, cùng Đoàn Thanh niên Khối"
    assert found[cast.association.pk].bodies_words == "Công đoàn, Phụ nữ"
    assert found[cast.branch.pk].words == "Chưa có"


def test_an_own_cell_is_named_and_an_unknown_office_is_left_out(cast):
    office(cast.association, OfficeCell.OWN, cast.cell)
    found = organisations.offices_on([cast.association.pk, cast.youth_union.pk], TODAY)
    assert {unit: each.words for unit, each in found.items()} == {cast.association.pk: "Riêng: Chi bộ Một"}


def test_offices_are_read_in_one_query(cast, django_assert_num_queries):
    for each in (cast.association, cast.youth_union, cast.branch):
        office(each, OfficeCell.SHARED, cast.cell)
    with django_assert_num_queries(1):
        organisations.offices_on([cast.association.pk, cast.youth_union.pk, cast.branch.pk], TODAY)


@pytest.fixture
def changed(cast) -> people.Cast:
    """The association had another name, follower and office until 30-6-2020."""
    old = UnitVersion.objects.get(unit=cast.association)
    UnitVersion.objects.filter(pk=old.pk).update(valid_until=CHANGED)
    UnitVersion.objects.create(unit=cast.association, name="Hội Một mới", kind=UnitKind.ASSOCIATION, valid_from=CHANGED)
    Oversight.objects.filter(organisation=cast.association).update(valid_until=CHANGED)
    Oversight.objects.create(organisation=cast.association, unit=cast.office, valid_from=CHANGED)
    office(cast.association, OfficeCell.OWN, cast.cell, valid_until=CHANGED)
    office(cast.association, OfficeCell.SHARED, cast.single_cell, since=CHANGED, source="QĐ 5")
    tree.rebuild()
    return cast


@pytest.mark.parametrize(
    ("day", "name", "follower", "cell"),
    [
        (BEFORE, "Hội Một", "Đảng bộ Khối", "Riêng: Chi bộ Một"),
        ("1/7/2020", "Hội Một mới", "Đảng bộ Sở Một", "Ghép với Chi bộ Sở Hai"),
    ],
)
def test_an_organisation_is_shown_as_it_was_on_the_day(day, name, follower, cell, changed):
    browser = people.signed_in(changed.officer)
    browser.post("/xem-tai-ngay/", {"on": day})
    page = pages.read(browser.get(f"{LIST}H.1/"))
    assert page.heading == name
    assert f"Cấp ủy theo dõi {follower} Chi bộ {cell}" in page.words
    assert name in listed(browser)
    assert cell in pages.read(browser.get(LIST)).words


def test_the_history_tells_what_was_so_from_when_to_when(changed):
    words = pages.read(people.signed_in(changed.officer).get(f"{LIST}H.1/")).words
    assert "Từ 01/01/2015 đến hết 30/6/2020Hội Một Hội quần chúng" in words
    assert "Từ 01/7/2020Hội Một mới" in words
    assert "Từ 01/01/2015 đến hết 30/6/2020Cơ quan thường trực Chi bộ riêng: Chi bộ Một" in words
    assert "Từ 01/7/2020Cấp ủy theo dõi Đảng bộ Sở Một" in words


def test_the_history_of_a_day_knows_nothing_of_what_came_later(changed):
    browser = people.signed_in(changed.officer)
    browser.post("/xem-tai-ngay/", {"on": BEFORE})
    words = pages.read(browser.get(f"{LIST}H.1/")).words
    assert "Hội Một mới" not in words
    assert "đến hết" not in words


def test_before_its_first_day_it_is_not_there(cast):
    browser = people.signed_in(cast.officer)
    browser.post("/xem-tai-ngay/", {"on": "31/12/2014"})
    answer = browser.get(f"{LIST}H.1/")
    assert answer.status_code == 404
    assert "không tồn tại tại ngày đang xem" in pages.read(answer).words
    assert "cấp ủy của đồng chí không theo dõi hội" not in pages.read(answer).words


def test_the_page_says_what_nobody_told_and_links_its_branches(cast):
    page = pages.read(people.signed_in(cast.mass_officer).get(f"{LIST}H.1/"))
    assert "Chi bộ, đoàn thể chưa báo" in page.words
    assert "Chưa báo số liệu nào đến ngày đang xem." in page.words
    assert dict(page.links)[f"{LIST}H.1.1/"] == "Chi hội Một"


@pytest.mark.parametrize(("who", "linked"), [("officer", True), ("mass_officer", False)])
def test_the_follower_is_linked_for_whoever_sees_it(who, linked, cast):
    page = pages.read(people.signed_in(getattr(cast, who)).get(f"{LIST}H.1/"))
    assert ("/to-chuc/B/" in [href for href, _ in page.links]) == linked
    assert "Đảng bộ Khối" in page.words


@pytest.mark.parametrize(("who", "links"), [("officer", 4), ("mass_officer", 0), ("leader", 0)])
def test_changes_are_offered_to_whoever_may_record_them(who, links, cast):
    page = pages.read(people.signed_in(getattr(cast, who)).get(f"{LIST}H.1/"))
    ends = ("sua/", "theo-doi/", "co-quan-thuong-truc/", "ket-thuc/")
    assert sum(href.endswith(ends) for href, _ in page.links) == links


def test_a_foreign_organisation_is_not_found_whatever_its_page(cast):
    tell(cast.foreign_association, 4321, FOUNDED)
    browser = people.signed_in(cast.mass_officer)
    for end in ("", "sua/", "theo-doi/", "co-quan-thuong-truc/", "ket-thuc/", "so-lieu/"):
        assert browser.get(f"{LIST}H.2/{end}").status_code == 404
    assert "4.321" not in pages.read(browser.get(LIST)).words
    assert "4.321" in pages.read(people.signed_in(cast.foreign_mass_officer).get(LIST)).words


def test_a_party_unit_shows_whom_it_follows_its_offices_and_its_sector(cast):
    office(cast.association, OfficeCell.SHARED, cast.single_cell)
    UnitVersion.objects.filter(unit=cast.single_cell).update(sector=Sector.AGENCY)
    browser = people.signed_in(cast.leader)
    bloc, cell = (pages.read(browser.get(f"/to-chuc/{code}/")) for code in ("B", "B.2"))
    followed = [words for href, words in bloc.links if href in (f"{LIST}D.1/", f"{LIST}H.1/", f"{LIST}H.1.1/")]
    assert followed == ["Đoàn Thanh niên Khối", "Hội Một"]
    assert "Hội Một (sinh hoạt ghép, từ 01/01/2015)" in cell.words
    assert "Chi bộ cơ sở · Cơ quan Đảng, Nhà nước, đoàn thể · mã B.2" in cell.words


def test_whoever_sees_units_only_is_offered_nothing_that_would_be_refused(cast):
    page = pages.read(people.signed_in(cast.trainer).get("/to-chuc/B/"))
    assert "Hội Một" not in page.words
    assert not [href for href, _ in page.links if href.startswith((LIST, "/ho-so/?"))]


def test_an_empty_list_says_the_next_step(cast):
    Oversight.objects.all().update(valid_until=CHANGED)
    page = pages.read(people.signed_in(cast.officer).get(LIST))
    assert "Ghi từng hội, đoàn thể mà cấp ủy theo dõi" in page.words
    assert f"{LIST}them/" in [href for href, _ in page.links]
    assert "không theo dõi hội, đoàn thể nào" in pages.read(people.signed_in(cast.leader).get(LIST)).words
