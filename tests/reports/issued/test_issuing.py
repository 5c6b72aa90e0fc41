"""From the page of a report to the registry: freezing, number and day, what is refused, who may."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from organizations import clock
from organizations.enums import DocumentKind
from organizations.errors import Refused
from organizations.models import Document
from reports.models import DroppedReport, FrozenReport, IssuedReport
from tests import issues, people
from tests.issues import PARAMETERS, sent
from tests.pages import Page
from tests.people import TODAY

SUBMIT = f"/bao-cao/tien-do/trinh-ky/{PARAMETERS}"
pytestmark = pytest.mark.usefixtures("light")


def words(answer) -> str:
    return " ".join(Page(answer.content.decode()).words.split())


def entered(client, made: FrozenReport, **typed: str):
    address = f"/bao-cao/so/{made.pk}/vao-so/"
    return client.post(address, sent(client.get(address), **typed), follow=True)


def test_a_report_goes_from_its_page_to_the_registry(cast, officer):
    page = officer.get(f"/bao-cao/tien-do/{PARAMETERS}")
    assert f'href="{SUBMIT}'.replace("&", "&amp;") in page.content.decode().replace("&amp;", "&").replace("&", "&amp;")
    answer = officer.post(SUBMIT, sent(officer.get(SUBMIT), name="Trần Văn Ký", deputy="on"))
    made = FrozenReport.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/bao-cao/so/{made.pk}/")
    done = entered(officer, made)
    assert "Báo cáo số 01-BC/ĐU" in words(done)
    found = IssuedReport.objects.get()
    assert (found.number, found.issued_on, found.issuer, found.size) == (
        "01", TODAY, "Đảng ủy Khối", len(bytes(found.pdf))
    )  # fmt: skip
    said = bytes(found.pdf).decode()
    assert "number='01'" in said
    assert "title='PHÓ BÍ THƯ'" in said
    assert "name='Trần Văn Ký'" in said


def test_the_draft_leaves_number_and_day_blank_and_the_issued_file_is_another(cast, officer):
    made = issues.frozen(cast.bloc)
    draft = officer.get(f"/bao-cao/so/{made.pk}/pdf/").content
    assert b"number='', issued_on=None" in draft
    stored = bytes(issues.issued(made).pdf)
    assert officer.get(f"/bao-cao/so/{made.pk}/pdf/").content == stored != draft


def test_the_slip_bears_the_hash_of_what_was_frozen(cast, officer):
    made = issues.frozen(cast.bloc)
    slip = officer.get(f"/bao-cao/so/{made.pk}/phieu-kiem-soat/").content.decode()
    assert made.seal in slip.replace(" ", "")
    assert made.seal not in made.content


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "Hãy ghi họ tên người ký."),
        ({"recipients": " \n "}, "Hãy ghi ít nhất một nơi nhận"),
        ({"authority": "", "title": ""}, "còn trống: chức danh người ký"),
        ({"secrecy": "kín"}, "“kín” không phải là lựa chọn hợp lệ"),
    ],
)
def test_what_a_paper_cannot_leave_empty_is_asked_for_and_what_was_typed_stays(cast, officer, typed, sentence):
    given = {"name": "Trần Văn Ký", "cosigner": "ĐÃ GÕ"} | typed
    answer = officer.post(SUBMIT, sent(officer.get(SUBMIT)) | given)
    assert answer.status_code == 200
    assert sentence in words(answer)
    assert 'value="ĐÃ GÕ"' in answer.content.decode()
    assert not FrozenReport.objects.exists()


def test_a_unit_without_a_seat_or_a_sign_is_told_what_is_missing(cast, officer):
    cast.bloc.versions.update(place="", sign="")
    answer = officer.post(SUBMIT, sent(officer.get(SUBMIT), name="Trần Văn Ký"))
    assert "còn trống: nơi đặt trụ sở (ghi ở trang của tổ chức); ký hiệu văn bản của cấp ủy" in words(answer)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"number": "45"}, "Số 45 đã dùng cho Báo cáo số 45-BC/ĐU ngày 31/5/2021 của Đảng ủy Khối"),
        ({"number": "045"}, "Số tiếp theo là 46."),
        ({"number": "7"}, "Số 7 đã dùng cho Báo cáo số 07-BC/ĐU ngày 04/01/2021 của Đảng ủy Khối (“Việc khác”)"),
        ({"number": "45-BC"}, "“45-BC” không phải là số văn bản; hãy ghi phần số"),
        ({"number": "0"}, "“0” không phải là số văn bản"),
        ({"number": ""}, "Hãy ghi số mà văn thư cấp."),
        ({"on": "1/6/2021"}, "Ngày ban hành 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021)."),
        ({"on": "30/5/2021"}, "Ngày ban hành 30/5/2021 trước ngày số liệu của báo cáo (31/5/2021)"),
        ({"on": "31/2/2021"}, "“31/2/2021” không phải là một ngày có trong lịch"),
    ],
)
def test_a_number_or_a_day_that_cannot_be_is_refused_with_a_sentence(cast, officer, typed, sentence):
    issues.issued(issues.frozen(cast.bloc))
    Document.objects.create(
        kind=DocumentKind.REPORT,
        number="07-BC/ĐU",
        issuer="Đảng ủy Khối",
        issued_on=date(2021, 1, 4),
        subject="Việc khác",
    )
    answer = entered(officer, issues.frozen(cast.bloc), **typed)
    assert sentence in words(answer)
    assert IssuedReport.objects.count() == 1


def test_the_same_number_serves_another_issuer_and_another_year(cast):
    issues.issued(issues.frozen(cast.bloc))
    people.target(cast.office, 4)
    assert issues.issued(issues.frozen(cast.office)).number == "45"
    last_year = issues.frozen(cast.bloc, date(2020, 12, 31), code="bieu-2")
    assert issues.issued(last_year, on=date(2020, 12, 31)).year == 2020


def test_the_database_itself_gives_a_number_once_whoever_came_at_the_same_moment(cast):
    first, second = issues.row(cast.bloc), issues.row(cast.bloc, "khác")
    issues.entered(first)
    with pytest.raises(IntegrityError, match="reports_issued_number_used_once"), transaction.atomic():
        issues.entered(second)
    with pytest.raises(IntegrityError, match="frozen_id"), transaction.atomic():
        issues.entered(first, "46")


def test_the_next_number_follows_the_greatest_of_issuer_kind_and_year(cast, officer):
    issues.issued(issues.frozen(cast.bloc), "45a")
    page = officer.get(f"/bao-cao/so/{issues.frozen(cast.bloc).pk}/vao-so/")
    assert page.context["form"]["number"].value() == "46"


def test_what_was_issued_is_neither_issued_again_nor_set_aside(cast, officer):
    made = issues.frozen(cast.bloc)
    addresses = [f"/bao-cao/so/{made.pk}/{work}/" for work in ("vao-so", "bo")]
    forms = [sent(officer.get(address)) for address in addresses]
    issues.issued(made)
    for address, form in zip(addresses, forms, strict=True):
        answer = officer.post(address, form | {"reason": "thôi"})
        assert "đã ban hành nên không sửa, không bỏ được nữa" in words(answer)
    assert not DroppedReport.objects.exists()


def test_a_double_click_issues_once_and_says_so(cast, officer):
    made = issues.frozen(cast.bloc)
    address = f"/bao-cao/so/{made.pk}/vao-so/"
    form = sent(officer.get(address))
    answers = [officer.post(address, form, follow=True) for _ in range(2)]
    assert "đã được gửi và ghi nhận một lần" in words(answers[1])
    assert IssuedReport.objects.count() == 1


def test_a_report_set_aside_is_not_issued_and_stays_readable(cast, officer):
    made = issues.frozen(cast.bloc)
    form = sent(officer.get(f"/bao-cao/so/{made.pk}/vao-so/"))
    bo = f"/bao-cao/so/{made.pk}/bo/"
    officer.post(bo, sent(officer.get(bo), reason="Sai kỳ"))
    assert "Bản trình ký này đã bỏ ngày 31/5/2021 (Sai kỳ)" in words(
        officer.post(f"/bao-cao/so/{made.pk}/vao-so/", form)
    )
    assert "Sai kỳ" in words(officer.get(f"/bao-cao/so/{made.pk}/"))


def test_a_reader_reads_and_may_not_issue_and_a_stranger_finds_nothing(cast):
    made = issues.frozen(cast.bloc)
    leader, stranger = people.signed_in(cast.leader), people.signed_in(_stranger(cast))
    works = [f"/bao-cao/so/{made.pk}/{work}" for work in ("", "pdf/", "vao-so/", "bo/", "dinh-chinh/")]
    assert [leader.get(each).status_code for each in works] == [200, 200, 403, 403, 403]
    assert [stranger.get(each).status_code for each in works] == [404] * 5
    assert leader.get(SUBMIT).status_code == 403
    assert "Trình ký" not in leader.get(f"/bao-cao/tien-do/{PARAMETERS}").content.decode()


def test_names_are_read_by_their_deed_alone_and_the_reading_is_recorded(cast):
    made = issues.frozen(cast.bloc, named=True)
    in_charge = people.signed_in(people.person("phutrach2", "Mai Văn Hai", "member_in_charge", cast.bloc))
    answers = [
        in_charge.get(f"/bao-cao/so/{made.pk}/{work}").status_code for work in ("", "pdf/", "excel/", "thay-doi/")
    ]
    assert answers == [403] * 4
    assert "Nguyễn Văn An" in words(people.signed_in(cast.officer).get(f"/bao-cao/so/{made.pk}/"))
    assert cast.officer.reading_set.filter(deed="print_names").count() == 1


def test_a_secret_report_is_known_to_those_who_issue_alone(cast, alone):
    made = issues.frozen(cast.bloc, secrecy="secret")
    assert people.signed_in(cast.leader).get(f"/bao-cao/so/{made.pk}/").status_code == 404
    assert (
        b"secrecy='T\xe1\xbb\x91i m\xe1\xba\xadt'"
        in people.signed_in(cast.officer).get(f"/bao-cao/so/{made.pk}/pdf/").content
    )


def test_the_reports_of_a_unit_that_ended_stay_with_those_above_it_then(cast, officer):
    people.target(cast.office, 4)
    made = issues.frozen(cast.office)
    people.close(cast.office, clock.real_today() - timedelta(days=30))
    assert officer.get(f"/bao-cao/so/{made.pk}/").status_code == 200


def _stranger(cast):
    return people.person("khoikhac", "Ngô Văn Xa", "board_officer", cast.foreign_bloc)


def test_an_installation_on_a_network_says_that_it_keeps_nothing_secret(cast, officer):
    page = officer.get(SUBMIT)
    assert "Hệ thống nối mạng chỉ lập, lưu báo cáo thường" in words(page)
    answer = officer.post(SUBMIT, sent(page, name="Trần Văn Ký", secrecy="secret"))
    assert "Báo cáo độ mật “Tối mật” không lập, không lưu ở hệ thống nối mạng" in words(answer)
    assert not FrozenReport.objects.exists()


def test_what_was_frozen_apart_is_not_issued_once_the_installation_is_on_a_network(cast, alone, settings):
    made = issues.frozen(cast.bloc, secrecy="secret")
    settings.STANDS_ALONE = False
    with pytest.raises(Refused, match="không lưu ở hệ thống nối mạng"):
        issues.issued(made)
    assert not IssuedReport.objects.exists()


def test_a_day_before_the_report_was_put_to_its_signer_is_refused(cast, officer):
    with pytest.raises(Refused, match="trước ngày trình ký của bản này"):
        issues.issued(issues.frozen(cast.bloc, date(2021, 5, 20), frozen_on=TODAY), on=date(2021, 5, 25))


def test_what_is_closed_says_so_before_anything_is_typed(cast, officer):
    made = issues.frozen(cast.bloc)
    issues.issued(made)
    for work in ("vao-so", "bo"):
        page = officer.get(f"/bao-cao/so/{made.pk}/{work}/")
        assert "đã ban hành nên không sửa, không bỏ được nữa" in words(page)
        assert '<form class="sheet form"' not in page.content.decode()
