"""What else is recorded of a person: consents, earlier membership, findings of criteria, and who may help or introduce."""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.test import Client

from candidates.enums import ConsentMatter, Leaving, Stage, Verification
from candidates.models import Consent, Dossier, FormerMembership, LocalFinding
from candidates.records import RecordKind
from organizations.models import Reading
from tests import pages, people
from tests.candidates import vettings
from tests.candidates.test_records import (
    CRITERION,
    FINDING,
    MODELS,
    TYPED,
    of_every_kind,
    page_of,
    stored,
)
from tests.candidates.test_vetting import sent


@pytest.fixture
def made(cast) -> Dossier:
    return of_every_kind(cast)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


@pytest.mark.parametrize(
    ("matter", "ground"),
    [("over_age", "special_request"), ("schooling", "fisherman"), ("readmission", "other"), ("late_ceremony", "other")],
)
def test_each_matter_takes_its_own_grounds(matter, ground, made, secretary):
    sent(secretary, made, RecordKind.CONSENT, matter=matter, ground=ground)
    row = Consent.objects.get()
    assert (row.matter, row.ground, row.issued_on, row.kept_at) == (matter, ground, date(2021, 3, 15), "Tủ 1")


def test_nobody_within_the_age_is_given_the_consent_for_those_over_it(cast, secretary):
    young = people.dossier(cast, Stage.PREPARING, full_name="Lê Văn Trẻ", birth_year=1986, birth_date=None)
    words = sent(secretary, young, RecordKind.CONSENT, matter="over_age", ground="special_request")
    assert "Người sinh năm 1986 chưa quá 60 tuổi tại ngày 15/3/2021 nên không thuộc trường hợp này" in words
    assert not Consent.objects.exists()


@pytest.mark.parametrize(
    ("kind", "typed"),
    [(RecordKind.CONSENT, {"matter": ConsentMatter.READMISSION, "ground": "other"}), (RecordKind.FORMER, {})],
)
def test_what_belongs_to_a_readmission_asks_to_mark_it_first(kind, typed, made, secretary):
    Dossier.objects.update(readmission=False)
    answer = secretary.post(page_of(made, kind), TYPED[kind] | typed | {"form_token": "0" * 32})
    assert "chưa được đánh dấu “Kết nạp lại”" in pages.read(answer).words
    assert stored(kind) == []


def test_how_somebody_left_is_shown_to_those_who_may_and_recorded_as_read(cast, made, secretary):
    vettings.former(made, leaving=Leaving.LESSER_CRIME, cleared_on=date(2018, 5, 4), readmitted_before=False)
    told = "ra khỏi Đảng ngày 02/3/2015, được xóa án tích ngày 04/5/2018, chưa từng được kết nạp lại"
    for address in (f"/ho-so/{made.code}/", page_of(made, RecordKind.FORMER)):
        before = Reading.objects.count()
        words = pages.read(secretary.get(address)).words
        assert ("Bị kết án tội ít nghiêm trọng" in words, told in words) == (True, True)
        (read,) = Reading.objects.order_by("pk")[before:]
        assert (read.user, read.deed, read.subject, read.people) == (
            cast.secretary, "see_sensitive", f"Hồ sơ {made.code}: lần ra khỏi Đảng trước đây", 1,
        )  # fmt: skip


@pytest.mark.parametrize("who", ["leader", "auditor"])
def test_others_see_that_it_is_recorded_and_the_day_alone(who, cast, made):
    vettings.former(made, leaving=Leaving.LESSER_CRIME, cleared_on=date(2018, 5, 4), readmitted_before=True)
    words = pages.read(people.signed_in(getattr(cast, who)).get(f"/ho-so/{made.code}/")).words
    assert "Lần ra khỏi Đảng trước đây Đã ghi ra khỏi Đảng ngày 02/3/2015" in words
    assert [each in words for each in ("án tích", "Bị kết án", "đã từng được kết nạp lại")] == [False] * 3
    assert not Reading.objects.filter(deed="see_sensitive").exists()


def test_without_an_earlier_time_in_the_party_no_reading_is_recorded(made, secretary):
    secretary.get(f"/ho-so/{made.code}/")
    assert not Reading.objects.exists()


def test_the_audit_never_says_how_somebody_left(cast, made, secretary):
    sent(secretary, made, RecordKind.FORMER, leaving="struck_off")
    event = apps.get_model("candidates", "FormerMembershipEvent")
    assert "leaving" not in {field.name for field in event._meta.fields}
    words = pages.read(people.signed_in(cast.auditor).get("/nhat-ky/")).words
    assert "ra khỏi Đảng ngày: 02/3/2015" in words
    assert "Bị xóa tên" not in words


def test_one_earlier_time_is_recorded_once(made, secretary):
    vettings.former(made)
    assert "Đã ghi lần ra khỏi Đảng ngày 02/3/2015." in sent(secretary, made, RecordKind.FORMER, left_on="3/3/2016")
    assert FormerMembership.objects.count() == 1


def test_a_finding_names_its_criterion_and_its_basis(made, secretary):
    sent(secretary, made, RecordKind.FINDING)
    words = pages.read(secretary.get(f"/ho-so/{made.code}/")).words
    assert f"Đạt: {vettings.WORDS} xét ngày 05/4/2021, Nghị quyết số 05-NQ/CB" in words
    row = LocalFinding.objects.get()
    assert (row.criterion_id, row.answer, row.on) == (CRITERION, "met", date(2021, 4, 5))


def test_where_no_criterion_asks_a_person_the_page_says_so_and_the_dossier_is_silent(cast, secretary):
    bare = people.dossier(cast, full_name="Lê Văn Bình")
    page = pages.read(secretary.get(page_of(bare, RecordKind.FINDING)))
    assert "Không có tiêu chuẩn riêng nào cần người xét đang áp dụng cho người này" in page.words
    assert "criterion" not in [name for form in page.forms for name in form.fields]
    words = pages.read(secretary.get(f"/ho-so/{bare.code}/")).words
    assert ("Xét tiêu chuẩn riêng" in words, "Lần ra khỏi Đảng trước đây" in words) == (False, False)


@pytest.mark.parametrize(("occupations", "asked"), [([], True), (["state"], True), (["farmer"], False)])
def test_a_criterion_is_asked_of_those_whom_it_binds(occupations, asked, cast, secretary):
    vettings.stated(cast.office, occupations=occupations)
    made = people.dossier(cast, occupation="state")
    words = pages.read(secretary.get(f"/ho-so/{made.code}/")).words
    assert (f"Chưa xét: {vettings.WORDS}." in words) == asked


def test_a_criterion_of_another_unit_is_no_choice(cast, made, secretary):
    beside = vettings.stated(cast.other_cell)
    page = pages.read(
        pages.send(secretary, page_of(made, RecordKind.FINDING), **FINDING | {"criterion": str(beside.pk)})
    )
    assert "Hãy chọn một tiêu chuẩn trong danh sách." in page.words


def test_a_dossier_shows_first_what_lacks_and_folds_what_is_only_for_some(made, secretary):
    sent(secretary, made, RecordKind.FORMER)
    words = pages.read(secretary.get(f"/ho-so/{made.code}/")).words
    heads = [
        "Còn thiếu",
        "Thẩm tra, xác minh",
        "Đã ghi Lần ra khỏi",
        "Chưa ghi, chỉ ghi khi có (5 mục)",
        "Văn bản đồng ý",
    ]
    places = [words.find(head) for head in heads]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("kind", [RecordKind.CHECK, RecordKind.CONSENT, RecordKind.FORMER, RecordKind.FINDING])
def test_a_row_taken_back_counts_no_more(kind, made, secretary):
    sent(secretary, made, kind)
    MODELS[kind]._base_manager.update(void=True)
    assert sent(secretary, made, kind).count("Đính chính") == 1
    assert MODELS[kind].objects.count() == 1


@pytest.mark.parametrize("state", [Verification.WAIVED, Verification.NONE, Verification.ASKED])
def test_only_an_answered_verification_has_the_day_of_the_answer(state, cast):
    made = people.dossier(cast)
    with pytest.raises(IntegrityError, match="answered_after_asked"), transaction.atomic():
        vettings.check(made, state=state, answered_on=vettings.ANSWERED)


def probation(cast: people.Cast) -> Dossier:
    """Nguyễn Văn Dự of the same cell: admitted on 16-12-2019, still in probation."""
    return people.dossier(cast, Stage.ADMITTED, full_name="Nguyễn Văn Dự")


PROBATION = [
    (RecordKind.HELPER, {"name": "nguyễn  văn dự"}, "ngày phân công 01/3/2021 còn là dự bị"),
    (RecordKind.INTRODUCER, {"name": "Nguyễn Văn Dự"}, "ngày giới thiệu 05/4/2021 còn là dự bị"),
]


@pytest.mark.parametrize(("kind", "typed", "sentence"), PROBATION)
def test_a_probationary_member_of_the_cell_neither_helps_nor_introduces(kind, typed, sentence, cast, made, secretary):
    other = probation(cast)
    words = sent(secretary, made, kind, **typed | {"official_since": ""})
    assert sentence in words
    assert f"hồ sơ {other.code}, kết nạp ngày 16/12/2019" in words
    assert stored(kind) == []


@pytest.mark.parametrize(("kind", "typed", "sentence"), PROBATION)
def test_a_namesake_is_settled_by_the_day_since_which_somebody_is_official(
    kind, typed, sentence, cast, made, secretary
):
    probation(cast)
    sent(secretary, made, kind, **typed | {"official_since": "2/9/2001"})
    assert [row.official_since for row in stored(kind)] == [date(2001, 9, 2)]


@pytest.mark.parametrize("kind", [RecordKind.HELPER, RecordKind.INTRODUCER])
def test_a_probationary_member_of_another_cell_is_no_hindrance(kind, cast, made, secretary):
    people.dossier(cast, Stage.ADMITTED, full_name="Nguyễn Văn Dự", where=cast.other_cell)
    sent(secretary, made, kind, name="Nguyễn Văn Dự", official_since="")
    assert len(stored(kind)) == 1


@pytest.mark.parametrize("kind", [RecordKind.HELPER, RecordKind.INTRODUCER])
def test_once_official_one_may_help_and_introduce(kind, cast, made, secretary):
    people.dossier(cast, Stage.OFFICIAL, full_name="Nguyễn Văn Dự")
    sent(secretary, made, kind, name="Nguyễn Văn Dự", official_since="")
    assert len(stored(kind)) == 1
