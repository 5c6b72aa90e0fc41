"""Corrections: a version of its own with a reason, the older one unchanged, and a page of what changed."""

from dataclasses import replace
from datetime import date

import pytest

from candidates.enums import Stage
from candidates.models import Dossier
from organizations.errors import Refused
from reports import held, issued, revisions
from reports.charts import Part, quota_bar
from reports.document import Chart, Paragraph, Report, Section
from reports.freezing import Correcting
from reports.models import FrozenReport, IssuedReport
from reports.revisions import Change
from tests import issues, people
from tests.issues import sent
from tests.pages import Page
from tests.people import TODAY
from tests.reports import asking, paper_sample
from tests.reports.test_annulled import THIS_YEAR, annul

REPORT = paper_sample.report()
LATE = "Lê Thị Muộn"


def words(answer) -> str:
    return Page(answer.content.decode()).words


def test_a_correction_goes_the_way_of_a_report_and_shows_what_changed(cast, officer, light):
    earlier = issues.issued(issues.frozen(cast.bloc))
    stored = bytes(earlier.pdf)
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR, full_name=LATE)
    address = f"/bao-cao/so/{earlier.frozen_id}/dinh-chinh/"
    assert "Hãy ghi lý do đính chính" in words(officer.post(address, sent(officer.get(address), name="Trần Văn Ký")))
    officer.post(address, sent(officer.get(address), name="Trần Văn Ký", reason=issues.REASON))
    again = FrozenReport.objects.exclude(pk=earlier.frozen_id).get()
    assert (again.corrects, again.reason) == (earlier, issues.REASON)
    issues.issued(again, "46")
    changed = words(officer.get(f"/bao-cao/so/{again.pk}/thay-doi/"))
    assert issues.REASON in changed
    assert "đã kết nạp 1 đảng viên" in changed
    assert "đã kết nạp 2 đảng viên" in changed
    old, new = (words(officer.get(f"/bao-cao/so/{pk}/")) for pk in (earlier.frozen_id, again.pk))
    assert "Đã được đính chính" in old
    assert "46-BC/ĐU" in old
    assert f"Báo cáo số 45-BC/ĐU ngày 31/5/2021 của Đảng ủy Khối. Lý do: {issues.REASON}" in new
    assert officer.get(f"/bao-cao/so/{earlier.frozen_id}/pdf/").content == stored


def test_the_same_numbers_of_other_people_are_corrected_and_the_page_says_whose_list_changed(
    cast, officer, light, monkeypatch
):
    right, real = Dossier.objects.get().code, held.of_report

    def wrongly(*asked: object) -> tuple:
        """The lists as they were while somebody else stood in the place of who is counted now."""
        return tuple(
            replace(each, members=tuple("HS9999999" if code == right else code for code in each.members))
            for each in real(*asked)
        )

    with monkeypatch.context() as then:
        then.setattr(held, "of_report", wrongly)
        earlier = issues.issued(issues.frozen(cast.bloc))
        address = f"/bao-cao/so/{earlier.frozen_id}/dinh-chinh/"
        alike = officer.post(address, sent(officer.get(address), reason="Ghi nhầm người"))
        assert "không có gì để đính chính" in words(alike)
    answer = officer.post(address, sent(officer.get(address), reason="Ghi nhầm người"))
    assert answer.status_code == 302, words(answer)
    again = FrozenReport.objects.exclude(pk=earlier.frozen_id).get()
    assert revisions.changes(issued.said(earlier.frozen), issued.said(again)) == ()
    changed = words(officer.get(f"/bao-cao/so/{again.pk}/thay-doi/"))
    assert "Danh sách sau số liệu" in changed
    assert "1 dòng (thêm 1, bớt 1)" in changed


def test_another_number_in_a_drawing_is_a_change():
    bar = quota_bar(150, [Part("Đã kết nạp", 45)], last_year=124, year_gone=0.42)
    more = quota_bar(150, [Part("Đã kết nạp", 46)], last_year=124, year_gone=0.42)
    old, new = (
        replace(REPORT, sections=(Section("KẾT QUẢ", charts=(Chart("quota_bar", drawing, "Tiến độ"),)),))
        for drawing in (bar, more)
    )
    (change,) = revisions.changes(old, new)
    assert (change.place, change.what) == ("KẾT QUẢ", "Hình: Tiến độ")
    assert "Đã kết nạp: 46" in change.after


def test_a_report_is_corrected_once_and_its_correction_again(cast, officer, light):
    first = issues.issued(issues.frozen(cast.bloc))
    waiting = issues.frozen(cast.bloc, correcting=Correcting(first, "Nhầm"))
    second = issues.corrected(first)
    with pytest.raises(Refused, match=r"45-BC/ĐU .* đã được đính chính bằng Báo cáo số 46-BC/ĐU"):
        issues.issued(waiting, "47")
    address = f"/bao-cao/so/{first.frozen_id}/dinh-chinh/"
    answer = officer.post(address, sent(officer.get(address), name="Trần Văn Ký", reason="Nhầm"))
    assert "hãy đính chính bản mới đó" in words(answer)
    assert issues.corrected(second, "47").corrects == second
    assert IssuedReport.objects.count() == 3


def test_a_correction_is_not_dated_before_what_it_corrects(cast, light):
    first = issues.issued(issues.frozen(cast.bloc, date(2021, 5, 20)))
    again = issues.frozen(cast.bloc, date(2021, 5, 20), correcting=Correcting(first, "Nhầm"))
    with pytest.raises(Refused, match="trước ngày của bản được đính chính"):
        issues.issued(again, "46", date(2021, 5, 25))


def test_a_draft_has_nothing_to_correct_and_a_first_version_nothing_to_compare(cast, officer, light):
    made = issues.frozen(cast.bloc)
    assert officer.get(f"/bao-cao/so/{made.pk}/dinh-chinh/").status_code == 404
    assert "không đính chính cho bản nào" in words(officer.get(f"/bao-cao/so/{made.pk}/thay-doi/"))


def test_a_reader_is_not_told_of_a_secret_correction(cast, officer, light, alone):
    first = issues.issued(issues.frozen(cast.bloc))
    again = issues.frozen(cast.bloc, correcting=Correcting(first, "Nhầm"), secrecy="secret")
    issues.issued(again, "46")
    address = f"/bao-cao/so/{first.frozen_id}/"
    assert "46-BC" in words(officer.get(address))
    assert "46-BC" not in words(people.signed_in(cast.leader).get(address))


def test_equal_reports_have_no_changes():
    assert revisions.changes(REPORT, REPORT) == ()


def test_words_cells_rows_head_and_names_are_told_apart():
    section = REPORT.sections[0]
    assert [each.what for each in revisions.changes(REPORT, replace(REPORT, opening=()))] == ["Lời văn"]
    titled = replace(REPORT, letterhead=replace(REPORT.letterhead, subject="khác"))
    assert revisions.changes(REPORT, titled) == (Change("Phần đầu", "Trích yếu", REPORT.letterhead.subject, "khác"),)
    (place, table) = next((each, each.tables[0]) for each in REPORT.sections if each.tables)
    first, *others = table.rows
    cell = replace(first, figures=(replace(first.figures[0], value=999), *first.figures[1:]))
    (change,) = revisions.changes(REPORT, _with(place, replace(table, rows=(cell, *others))))
    assert (change.what, change.after) == (f"{first.label}: {table.columns[0].label}", "999")
    (gone,) = revisions.changes(REPORT, _with(place, replace(table, rows=tuple(others))))
    assert (gone.what, gone.after) == (f"Bỏ dòng “{first.label}”", "")
    unnamed = replace(REPORT, annexe=replace(REPORT.annexe, names=REPORT.annexe.names[1:]))
    renamed = [each.what for each in revisions.changes(REPORT, unnamed)]
    assert renamed.count("Bỏ tên") == 1
    added = replace(REPORT, sections=(*REPORT.sections, Section("MỚI", (Paragraph("Một câu."),))))
    assert revisions.changes(REPORT, added) == (Change("MỚI", "Lời văn", "", "Một câu."),)
    assert revisions.changes(added, REPORT) == (Change("MỚI", "Lời văn", "Một câu.", ""),)
    assert section in REPORT.sections


def test_situation_12_what_was_issued_stays_and_the_year_shows_one_less_on_a_line_of_its_own(cast, officer):
    made = issues.issued(issues.frozen(cast.bloc, named=True))
    stored = bytes(made.pdf)
    assert stored.startswith(b"%PDF-1.7")
    (person,) = asking.report("tien-do", cast.bloc, TODAY, with_names=True).annexe.names
    dossier = Dossier.objects.get(person__full_name=person.full_name)
    annul(dossier, TODAY)
    people.place_under(cast.cell, cast.other_cell, date(2021, 5, 1))
    assert officer.get(f"/bao-cao/so/{made.frozen_id}/pdf/").content == stored
    again = issues.corrected(made)
    new = [change.after for change in revisions.changes(*_said(made, again))]
    assert any(
        "Hủy quyết định kết nạp trong kỳ: −1 đảng viên (quyết định số 15-QĐ ngày 31/5/2021" in each for each in new
    )
    assert bytes(IssuedReport.objects.get(pk=made.pk).pdf) == stored


def test_situation_8_an_issued_report_keeps_the_year_of_the_ceremony_in_its_numbers_and_files(cast, officer, light):
    days = {Stage.DECIDED: date(2020, 12, 28), Stage.ADMITTED: date(2021, 1, 8)}
    people.dossier(cast, Stage.ADMITTED, days=days, full_name="Lê Thị Giao", where=cast.other_cell)
    made = issues.frozen(cast.bloc)
    page = words(officer.get(f"/bao-cao/so/{made.pk}/"))
    assert "đã kết nạp 2 đảng viên mới" in page
    assert "Kết nạp tính theo ngày lễ kết nạp" in page


def _with(place: Section, table) -> Report:
    """The sample with another first table in a section."""
    changed = replace(place, tables=(table, *place.tables[1:]))
    return replace(REPORT, sections=tuple(changed if each == place else each for each in REPORT.sections))


def _said(*made: IssuedReport) -> list[Report]:
    return [issued.said(FrozenReport.objects.get(pk=each.frozen_id)) for each in made]
