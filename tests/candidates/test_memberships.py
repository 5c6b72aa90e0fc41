"""Memberships of the person of a dossier, as the browser shows, begins, ends and takes them back."""

from datetime import date

import pytest
from django.test import Client

from candidates.enums import Standing
from candidates.models import Dossier, Membership
from organizations.models import Oversight
from tests import pages, people
from tests.people import FOUNDED


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


@pytest.fixture
def made(cast) -> Dossier:
    return people.dossier(cast)


def new(made: Dossier) -> str:
    return f"/ho-so/{made.code}/hoi-vien/"


def end(made: Dossier, membership: Membership) -> str:
    return f"{new(made)}{membership.pk}/ket-thuc/"


def correct(made: Dossier, membership: Membership) -> str:
    return f"{new(made)}{membership.pk}/dinh-chinh/"


def words(client: Client, made: Dossier) -> str:
    return pages.read(client.get(f"/ho-so/{made.code}/")).words


def belong(made: Dossier, organisation, since: date = date(2018, 5, 1), until: date | None = None) -> Membership:
    return Membership.objects.create(person=made.person, organisation=organisation, valid_from=since, valid_until=until)


def test_without_any_the_page_says_so(made, secretary):
    assert "Chưa ghi hội, đoàn thể nào." in words(secretary, made)


def test_a_person_belongs_to_several_organisations_each_for_its_time(cast, made, secretary):
    for typed in (
        {"organisation": cast.association.pk, "since": "1/5/2018"},
        {"organisation": cast.youth_union.pk, "standing": "staff", "since": "1/1/2016", "until": "31/12/2017"},
    ):
        answer = pages.send(secretary, new(made), **typed)
        assert answer.url == f"/ho-so/{made.code}/"
    held = Membership.objects.order_by("valid_from").values_list(
        "organisation", "standing", "valid_from", "valid_until"
    )
    assert list(held) == [
        (cast.youth_union.pk, Standing.STAFF, date(2016, 1, 1), date(2018, 1, 1)),
        (cast.association.pk, Standing.MEMBER, date(2018, 5, 1), None),
    ]
    shown = words(secretary, made)
    assert "Đoàn Thanh niên Khối · Cán bộ cơ quan thường trực từ 01/01/2016 đến hết 31/12/2017" in shown
    assert "Hội Một · Hội viên, đoàn viên từ 01/5/2018" in shown


def test_a_secretary_chooses_among_all_that_a_unit_above_the_cell_follows(cast, made, secretary):
    Oversight.objects.create(organisation=cast.branch, unit=cast.office, valid_from=FOUNDED)
    offered = set(secretary.get(new(made)).context["form"].fields["organisation"].queryset)
    assert offered == {cast.association, cast.branch, cast.youth_union}
    page = pages.read(pages.send(secretary, new(made), organisation=cast.foreign_association.pk, since="1/5/2018"))
    assert "Hãy chọn một hội, đoàn thể trong danh sách." in page.words
    assert not Membership.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"organisation": ""}, "Hãy chọn hội, đoàn thể."),
        ({"since": ""}, "Hãy nhập ngày bắt đầu."),
        ({"since": "1/6/2021"}, "Ngày 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021)."),
        ({"until": "1/6/2021"}, "Ngày 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021)."),
        ({"until": "30/4/2018"}, "Đến hết ngày 30/4/2018 trước ngày bắt đầu 01/5/2018."),
        ({"since": "31/12/2014"}, "Hội, đoàn thể này không tồn tại vào ngày 31/12/2014."),
        ({"standing": "nop"}, "Hãy chọn một lựa chọn hợp lệ"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(typed, sentence, cast, made, secretary):
    whole = {"organisation": str(cast.association.pk), "since": "1/5/2018"} | typed
    page = pages.read(pages.send(secretary, new(made), **whole))
    assert sentence in page.words
    assert page.form.fields.get("since", "") == whole["since"]
    assert not Membership.objects.exists()


@pytest.mark.parametrize(
    ("since", "until", "refused"),
    [
        ("1/5/2018", "", True),
        ("31/12/2019", "", True),
        ("1/1/2016", "1/5/2018", True),
        ("1/1/2020", "", False),
        ("1/1/2016", "30/4/2018", False),
    ],
)
def test_two_memberships_in_one_organisation_do_not_overlap(since, until, refused, cast, made, secretary):
    belong(made, cast.association, until=date(2020, 1, 1))
    typed = {"organisation": cast.association.pk, "since": since, "until": until}
    page = pages.read(pages.send(secretary, new(made), **typed))
    told = (
        "Đã ghi người này thuộc tổ chức đó từ ngày 01/5/2018 đến hết ngày 31/12/2019; hai khoảng thời gian"
        in page.words
    )
    assert (told, Membership.objects.count()) == (refused, 1 if refused else 2)


def test_a_membership_ends_with_its_last_day(cast, made, secretary):
    held = belong(made, cast.association)
    answer = pages.send(secretary, end(made, held), last="31/12/2020")
    held.refresh_from_db()
    assert (answer.url, held.valid_until) == (f"/ho-so/{made.code}/", date(2021, 1, 1))
    shown = words(secretary, made)
    assert "từ 01/5/2018 đến hết 31/12/2020" in shown
    assert "Ghi ngày thôi tham gia" not in shown


@pytest.mark.parametrize(
    ("last", "sentence"),
    [
        ("", "Hãy nhập ngày cuối cùng tham gia."),
        ("30/4/2018", "Đến hết ngày 30/4/2018 trước ngày bắt đầu 01/5/2018."),
        ("1/6/2021", "Ngày 01/6/2021 chưa đến"),
    ],
)
def test_an_end_that_cannot_be_is_told(last, sentence, cast, made, secretary):
    held = belong(made, cast.association)
    assert sentence in pages.read(pages.send(secretary, end(made, held), last=last)).words
    held.refresh_from_db()
    assert held.valid_until is None


def test_what_has_ended_does_not_end_again(cast, made, secretary):
    held = belong(made, cast.association)
    opened = pages.read(secretary.get(end(made, held))).form
    Membership.objects.filter(pk=held.pk).update(valid_until=date(2020, 1, 1))
    page = pages.read(pages.send(secretary, end(made, held), opened, last="31/12/2020"))
    assert "từ ngày 01/5/2018 đến hết ngày 31/12/2019; không kết thúc thêm lần nữa." in page.words


def test_the_membership_of_another_person_is_not_found_here(cast, made, secretary):
    other = belong(people.dossier(cast, full_name="Lê Văn B"), cast.association)
    assert secretary.get(end(made, other)).status_code == 404
    assert secretary.get(correct(made, other)).status_code == 404


def test_a_membership_recorded_by_mistake_is_taken_back_and_stays_in_the_audit(cast, made, secretary):
    held = belong(made, cast.association)
    assert correct(made, held) in [href for href, _ in pages.read(secretary.get(f"/ho-so/{made.code}/")).links]
    answer = pages.send(secretary, correct(made, held), reason="Ghi nhầm người")
    row = Membership.ever.get()
    assert (answer.url, row.void, row.valid_until) == (f"/ho-so/{made.code}/", True, None)
    event = row.events.order_by("-pgh_id").select_related("pgh_context").first()
    assert (event.void, event.pgh_context.metadata["reason"], event.pgh_context.metadata["user"]) == (
        True, "Ghi nhầm người", cast.secretary.pk,
    )  # fmt: skip
    assert "Chưa ghi hội, đoàn thể nào." in words(secretary, made)
    assert [secretary.get(page(made, held)).status_code for page in (end, correct)] == [404, 404]


def test_after_that_the_right_one_can_be_recorded_for_the_same_days(cast, made, secretary):
    pages.send(secretary, correct(made, belong(made, cast.association)), reason="Ghi nhầm ngày")
    answer = pages.send(secretary, new(made), organisation=cast.association.pk, since="1/5/2018", standing="staff")
    assert (answer.status_code, Membership.objects.count(), Membership.ever.count()) == (302, 1, 2)


def test_a_membership_is_not_taken_back_without_a_reason(cast, made, secretary):
    held = belong(made, cast.association)
    assert "Hãy ghi lý do đính chính." in pages.read(pages.send(secretary, correct(made, held), reason=" ")).words
    assert not Membership.objects.get().void


def test_two_people_who_take_back_at_once_are_told_and_the_reason_stays(cast, made, secretary):
    held = belong(made, cast.association)
    opened = pages.read(secretary.get(correct(made, held))).form
    pages.send(people.signed_in(cast.clerk), end(made, held), last="31/12/2020")
    page = pages.read(pages.send(secretary, correct(made, held), opened, reason="Ghi nhầm người"))
    assert "Hồ sơ đã được Vũ Thị Nhập thay đổi trong lúc đồng chí nhập" in page.words
    assert "Ghi nhầm người" in page.form.fields["reason"]
    assert not Membership.objects.get().void


def test_the_dossier_counts_the_change_so_that_two_people_do_not_overwrite_each_other(cast, made, secretary):
    opened = pages.read(secretary.get(new(made))).form
    pages.send(people.signed_in(cast.clerk), new(made), organisation=cast.association.pk, since="1/5/2018")
    page = pages.read(pages.send(secretary, new(made), opened, organisation=cast.youth_union.pk, since="1/5/2018"))
    assert "Hồ sơ đã được Vũ Thị Nhập thay đổi trong lúc đồng chí nhập" in page.words
    assert Membership.objects.count() == 1


def test_the_page_shows_what_had_begun_by_the_day_one_looks_from(cast, made, secretary):
    belong(made, cast.association)
    session = secretary.session
    session["as_at"] = "2018-04-30"
    session.save()
    assert "Chưa ghi hội, đoàn thể nào." in words(secretary, made)


def test_whoever_only_reads_sees_them_and_no_way_to_change_them(cast, made):
    belong(made, cast.association)
    page = pages.read(people.signed_in(cast.leader).get(f"/ho-so/{made.code}/"))
    assert "Hội Một · Hội viên, đoàn viên" in page.words
    assert not [href for href, _ in page.links if "hoi-vien" in href]
