"""Recording organisations: a new one, other names and followers, offices, ends; what is refused, what stays."""

from datetime import date

import pytest

from organizations import access, keeping, offices, organisations, succession, tree
from organizations.acting import acting
from organizations.enums import Deed, Level, OfficeBody, OfficeCell, UnitKind
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.keeping import Described
from organizations.models import Oversight, StandingOffice, Unit, UnitVersion
from organizations.offices import Arranged
from tests import people
from tests.people import FOUNDED, TODAY

LIST = "/hoi-doan-the/"
DAY, LATER, AHEAD = date(2020, 7, 1), date(2021, 2, 1), date(2021, 6, 1)


def described(
    since=DAY, name="Hội Luật gia", kind=UnitKind.ASSOCIATION, level=Level.PROVINCE, parent=None
) -> Described:
    return Described(since, name, kind, level, parent)


def doing(who, today=TODAY, **more) -> dict:
    return {"own": access.reach(who, today), "today": today, **more}


def add(who, said=None, follower=None, code="H.9") -> Unit:
    with acting(who, Deed.KEEP_ORGANISATIONS):
        return keeping.add(code, said or described(), follower, **doing(who))


def change(cast, said, seen=None, who=None) -> None:
    rows = cast.association.versions.all()
    seen = succession.mark(succession.newest(rows)) if seen is None else seen
    with acting(who or cast.officer, Deed.KEEP_ORGANISATIONS):
        keeping.change(cast.association, said, **doing(who or cast.officer, seen=seen))


def follow(cast, follower, since=DAY, who=None, seen=None) -> None:
    rows = Oversight.objects.filter(organisation=cast.association)
    seen = succession.mark(succession.newest(rows)) if seen is None else seen
    with acting(who or cast.officer, Deed.KEEP_ORGANISATIONS):
        keeping.follow(cast.association, follower, since, **doing(who or cast.officer, seen=seen))


def arrange(cast, arrangement=OfficeCell.OWN, cell=None, since=DAY, organisation=None, bodies=(), who=None) -> None:
    organisation = organisation or cast.association
    seen = succession.mark(succession.newest(StandingOffice.objects.filter(organisation=organisation)))
    with acting(who or cast.officer, Deed.KEEP_ORGANISATIONS):
        said = Arranged(since, arrangement, cell, tuple(bodies), "QĐ 5")
        offices.record_office(organisation, said, **doing(who or cast.officer, seen=seen))


def end(cast, organisation, on=DAY, who=None) -> None:
    seen = succession.mark(succession.newest(organisation.versions.all()))
    with acting(who or cast.officer, Deed.KEEP_ORGANISATIONS):
        keeping.end(organisation, on, **doing(who or cast.officer, seen=seen))


def spells(rows, *names) -> list[tuple]:
    return list(rows.order_by("valid_from").values_list("valid_from", "valid_until", *names))


def test_a_new_organisation_is_followed_and_reached_at_once(cast):
    made = add(cast.officer, follower=cast.office)
    assert access.reach(cast.officer, TODAY).covers_organisation(Deed.KEEP_ORGANISATIONS, made)
    assert access.reach(cast.in_charge, TODAY).covers_organisation(Deed.SEE_ORGANISATIONS, made)
    assert organisations.version(made, TODAY).follower_name == "Đảng bộ Sở Một"
    assert tree.differences() == 0


def test_a_new_branch_needs_no_follower_of_its_own(cast):
    made = add(cast.officer, described(parent=cast.association))
    assert organisations.version(made, TODAY).follower_name == "Đảng bộ Khối"
    assert [each.unit.code for each in tree.children(cast.association, TODAY)] == ["H.1.1", "H.9"]


@pytest.mark.parametrize(
    ("said", "follower", "code", "sentence"),
    [
        (described(), None, "H.9", "Hãy chọn cấp ủy theo dõi"),
        (described(), "bloc", "H.1", "Mã “H.1” đã được một tổ chức khác dùng"),
        (described(), "bloc", "F.1", "Mã “F.1” đã được một tổ chức khác dùng"),
        (described(AHEAD), "bloc", "H.9", "Ngày 01/6/2021 chưa đến"),
        (described(kind=UnitKind.CELL), "bloc", "H.9", "Chỉ ghi ở đây hội quần chúng"),
        (described(), "cell", "H.9", "không phải cấp ủy theo dõi"),
        (described(date(2014, 1, 1)), "bloc", "H.9", "không tồn tại vào ngày 01/01/2014"),
    ],
)
def test_what_cannot_be_added_is_told(said, follower, code, sentence, cast):
    before = Unit.objects.count()
    with pytest.raises(Refused, match=sentence):
        add(cast.officer, said, follower and getattr(cast, follower), code)
    assert Unit.objects.count() == before


def test_there_is_no_district_level_any_more(cast):
    day = date(2025, 7, 1)
    with pytest.raises(Refused, match="không còn cấp huyện"), acting(cast.officer, Deed.KEEP_ORGANISATIONS):
        keeping.add("H.9", described(day, level=Level.DISTRICT), cast.bloc, **doing(cast.officer, day))


@pytest.mark.parametrize("follower", ["foreign_bloc"])
def test_nobody_lets_a_foreign_unit_follow(follower, cast):
    with pytest.raises(NotAllowed):
        add(cast.officer, follower=getattr(cast, follower))
    with pytest.raises(NotAllowed):
        follow(cast, getattr(cast, follower))


@pytest.mark.parametrize("who", ["leader", "mass_officer", "office_worker", "secretary", "foreign_mass_officer"])
def test_only_a_board_officer_records_organisations(who, cast):
    user = getattr(cast, who)
    for act in (
        lambda: add(user, follower=cast.bloc),
        lambda: change(cast, described(), who=user),
        lambda: follow(cast, cast.office, who=user),
        lambda: arrange(cast, cell=cast.cell, who=user),
        lambda: end(cast, cast.branch, who=user),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_another_name_from_a_day_leaves_the_old_one_before_it(cast):
    UnitVersion.objects.filter(unit=cast.association).update(place="Phan Thiết")
    change(cast, described(name="Hội Một mới", level=Level.DISTRICT))
    assert spells(cast.association.versions, "name", "level", "place") == [
        (FOUNDED, DAY, "Hội Một", "", "Phan Thiết"),
        (DAY, None, "Hội Một mới", "district", "Phan Thiết"),
    ]
    assert tree.differences() == 0


def test_said_again_for_its_first_day_a_name_is_corrected_and_the_audit_keeps_the_old_one(cast):
    change(cast, described(FOUNDED, "Hội Một đúng tên"))
    assert spells(cast.association.versions, "name") == [(FOUNDED, None, "Hội Một đúng tên")]
    events = cast.association.versions.get().events.order_by("pgh_id")
    assert list(events.values_list("name", flat=True)) == ["Hội Một", "Hội Một đúng tên"]
    assert events.last().pgh_context.metadata["name"] == "Lê Văn Cán"


@pytest.mark.parametrize(
    ("since", "sentence"),
    [(AHEAD, "chưa đến"), (date(2014, 1, 1), "không tồn tại"), (date(2020, 6, 30), "có hiệu lực từ ngày 01/7/2020")],
)
def test_a_change_follows_what_was_recorded(since, sentence, cast):
    change(cast, described())
    with pytest.raises(Refused, match=sentence):
        change(cast, described(since, "Tên khác"))


def test_the_same_again_is_no_change(cast):
    change(cast, described())
    with pytest.raises(Refused, match="giống hệt nội dung đang ghi"):
        change(cast, described(LATER))


def test_whoever_was_slower_is_told_who_was_faster(cast):
    seen = succession.mark(succession.newest(cast.association.versions.all()))
    change(cast, described())
    with pytest.raises(Conflict, match="đã được Lê Văn Cán thay đổi") as caught:
        change(cast, described(LATER, "Tên khác"), seen)
    change(cast, described(LATER, "Tên khác"), caught.value.version)
    assert len(spells(cast.association.versions)) == 3


@pytest.mark.parametrize("place", ["association", "branch"])
def test_no_organisation_lies_under_itself_or_what_is_below_it(place, cast):
    with pytest.raises(Refused, match="là chính tổ chức này hoặc trực thuộc nó"):
        change(cast, described(parent=getattr(cast, place)))


def test_no_organisation_lies_under_what_will_be_below_it(cast):
    people.place_under(cast.youth_union, cast.association, LATER)
    with pytest.raises(Refused, match="trực thuộc nó"):
        change(cast, described(parent=cast.youth_union))


def test_a_parent_exists_and_is_reached(cast):
    young = people.unit("H.7", "Hội mới lập", UnitKind.ASSOCIATION, since=LATER)
    Oversight.objects.create(organisation=young, unit=cast.bloc, valid_from=LATER)
    tree.rebuild()
    with pytest.raises(Refused, match="Tổ chức cấp trên không tồn tại vào ngày 01/7/2020"):
        change(cast, described(parent=young))
    for foreign in (cast.foreign_association, cast.bloc):
        with pytest.raises(NotAllowed):
            change(cast, described(parent=foreign))


def test_another_follower_from_a_day_takes_over(cast):
    follow(cast, cast.office)
    rows = Oversight.objects.filter(organisation=cast.association)
    assert spells(rows, "unit__code") == [(FOUNDED, DAY, "B"), (DAY, None, "B.1")]


def test_a_branch_gets_a_follower_of_its_own(cast):
    with acting(cast.officer, Deed.KEEP_ORGANISATIONS):
        keeping.follow(cast.branch, cast.office, DAY, **doing(cast.officer, seen=0))
    before, after = (organisations.version(cast.branch, day).follower_name for day in (date(2020, 6, 30), DAY))
    assert (before, after) == ("Đảng bộ Khối", "Đảng bộ Sở Một")


def test_an_office_from_a_day_ends_the_one_before(cast):
    arrange(cast, cell=cast.cell, since=FOUNDED, bodies=[OfficeBody.WOMEN])
    arrange(cast, OfficeCell.SHARED, cast.single_cell)
    arrange(cast, OfficeCell.NONE, since=LATER)
    rows = StandingOffice.objects.filter(organisation=cast.association)
    assert spells(rows, "arrangement", "cell__code", "bodies") == [
        (FOUNDED, DAY, "own", "B.1.Một", ["women"]),
        (DAY, LATER, "shared", "B.2", []),
        (LATER, None, "none", None, []),
    ]


@pytest.mark.parametrize(
    ("arrangement", "cell", "since", "sentence"),
    [
        (OfficeCell.OWN, None, DAY, "Đã chọn “Chi bộ riêng”: hãy chọn chi bộ"),
        (OfficeCell.SHARED, None, DAY, "Đã chọn “Sinh hoạt ghép”: hãy chọn chi bộ"),
        (OfficeCell.NONE, "cell", DAY, "hãy bỏ một trong hai"),
        (OfficeCell.OWN, "office", DAY, "Chi bộ được chọn không tồn tại"),
        (OfficeCell.OWN, "cell", AHEAD, "chưa đến"),
        (OfficeCell.OWN, "cell", date(2014, 1, 1), "không tồn tại vào ngày 01/01/2014"),
    ],
)
def test_what_an_office_cannot_have_is_told(arrangement, cell, since, sentence, cast):
    with pytest.raises(Refused, match=sentence):
        arrange(cast, arrangement, cell and getattr(cast, cell), since)


def test_two_offices_cannot_both_own_a_cell_but_may_share_it(cast):
    arrange(cast, cell=cast.cell)
    with pytest.raises(Refused, match="đã ghi là chi bộ riêng"):
        arrange(cast, cell=cast.cell, organisation=cast.youth_union)
    arrange(cast, OfficeCell.SHARED, cast.cell, organisation=cast.youth_union)
    assert StandingOffice.objects.filter(cell=cast.cell).count() == 2


def test_a_cell_of_another_reach_is_refused(cast):
    with pytest.raises(NotAllowed):
        arrange(cast, cell=cast.foreign_cell)


def test_what_ends_was_there_until_the_day_before(cast):
    arrange(cast, cell=cast.cell, since=FOUNDED, organisation=cast.youth_union)
    end(cast, cast.youth_union)
    assert [tree.version(cast.youth_union, day) is None for day in (date(2020, 6, 30), DAY)] == [False, True]
    ends = [rows.get(organisation=cast.youth_union).valid_until for rows in (Oversight.objects, StandingOffice.objects)]
    assert ends == [DAY, DAY]
    assert not access.reach(cast.officer, TODAY).covers_organisation(Deed.SEE_ORGANISATIONS, cast.youth_union)
    assert tree.differences() == 0


def test_nothing_ends_before_what_is_below_it(cast):
    with pytest.raises(Refused, match=r"Còn tổ chức trực thuộc .Chi hội Một."):
        end(cast, cast.association)
    end(cast, cast.branch)
    end(cast, cast.association)


def test_nothing_ends_before_its_last_change(cast):
    arrange(cast, cell=cast.cell, since=LATER, organisation=cast.youth_union)
    with pytest.raises(Refused, match="hãy chọn ngày kết thúc sau ngày đó"):
        end(cast, cast.youth_union)
    assert tree.version(cast.youth_union, TODAY) is not None
