"""A socio-political organisation makes its own yearly report: its officer freezes it and enters it in its own register."""

import pytest

from organizations.enums import Role
from reports.models import FrozenReport, IssuedReport
from tests import issues, people
from tests.issues import sent
from tests.pages import Page
from tests.people import TODAY

REPORT = "/bao-cao/doan-the/"
OF_UNION = "?don_vi=D.1&den_ngay=2021-05-31"
pytestmark = pytest.mark.usefixtures("light")


def words(answer) -> str:
    return " ".join(Page(answer.content.decode()).words.split())


@pytest.fixture
def union(cast):
    """The browser of the officer of the youth union."""
    return people.signed_in(people.person("doan", "Đặng Quang Huy", Role.MASS_OFFICER, cast.youth_union))


def frozen(union) -> FrozenReport:
    address = f"{REPORT}trinh-ky/{OF_UNION}"
    answer = union.post(address, sent(union.get(address), name="Vũ Thị Bí Thư", title="BÍ THƯ"), follow=True)
    assert answer.redirect_chain, words(answer)
    return FrozenReport.objects.latest("pk")


def test_its_officer_freezes_and_issues_under_its_own_name_with_the_confirmation_of_the_board(cast, union):
    assert f'href="{REPORT}trinh-ky/' in union.get(f"{REPORT}{OF_UNION}").content.decode()
    made = frozen(union)
    assert b"cosigner='X\xc3\x81C NH\xe1\xba\xacN BAN T\xe1\xbb\x94 CH\xe1\xbb\xa8C" in bytes(made.draft)
    address = f"/bao-cao/so/{made.pk}/vao-so/"
    assert union.get(address).context["form"]["number"].value() == "01"
    union.post(address, sent(union.get(address)))
    found = IssuedReport.objects.get()
    assert (found.number, found.issuer, found.issued_on) == ("01", "Đoàn Thanh niên Khối", TODAY)
    assert "Đoàn Thanh niên Khối" in words(union.get("/bao-cao/so/"))


def test_its_numbers_are_its_own_beside_those_of_the_committee(cast, union):
    issues.issued(issues.frozen(cast.bloc), "01")
    assert issues.issued(frozen(union), "01").issuer != IssuedReport.objects.first().issuer


def test_it_edits_the_text_of_its_own_report(cast, union):
    assert union.get(f"{REPORT}soan/{OF_UNION}").status_code == 200


def test_it_issues_nothing_of_a_committee_nor_of_another_organisation(cast, union):
    theirs = issues.frozen(cast.bloc)
    assert [union.get(f"/bao-cao/so/{theirs.pk}/{work}").status_code for work in ("", "vao-so/", "bo/")] == [404] * 3
    assert union.get("/bao-cao/tien-do/trinh-ky/").status_code == 404
    stranger = people.signed_in(cast.foreign_mass_officer)
    made = frozen(union)
    assert [stranger.get(f"/bao-cao/so/{made.pk}/{work}").status_code for work in ("", "vao-so/")] == [404, 404]
    assert stranger.get(f"{REPORT}trinh-ky/{OF_UNION}").status_code in (400, 404)


def test_the_board_that_follows_it_reads_it_and_may_enter_it_where_the_organisation_has_no_account(cast, union):
    made = frozen(union)
    officer = people.signed_in(cast.officer)
    works = ("", "pdf/", "vao-so/")
    assert [officer.get(f"/bao-cao/so/{made.pk}/{work}").status_code for work in works] == [200] * 3
    leader = people.signed_in(cast.leader)
    assert [leader.get(f"/bao-cao/so/{made.pk}/{work}").status_code for work in works] == [200, 200, 403]
