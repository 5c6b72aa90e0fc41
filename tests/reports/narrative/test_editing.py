"""The officer edits the text of a report: what prints, what is counted anew, figures typed by hand, two officers, who may."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates.enums import Stage
from organizations.enums import Role
from reports import pdf
from reports.models import DraftVersion, FrozenReport
from tests import issues, people
from tests.issues import PARAMETERS
from tests.pages import Page
from tests.people import TODAY
from tests.reports import asking

REPORT = f"/bao-cao/tien-do/{PARAMETERS}"
EDIT = f"/bao-cao/tien-do/soan/{PARAMETERS}"
FIRST, SECOND = "0.1.1", "0.1.2"
# What the second paragraph says where units have not declared their members.
OF_SECOND = "Chưa xác định được chỉ tiêu"


def words(answer) -> str:
    return " ".join(Page(answer.content.decode()).words.split())


def sent(page, **typed: object) -> dict:
    """What the form of the page sends, with what is typed instead; names of fields with points in them are given by ``typed``."""
    form = page.context["form"]
    given = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in (given | typed).items() if value not in (None, False)}


def saved(client, **typed: object):
    return client.post(EDIT, sent(client.get(EDIT), **typed), follow=True)


def edited(client, text: str, key: str = FIRST, **typed: object):
    return saved(client, **{f"loi-{key}": text}, **typed)


def test_the_page_shows_each_paragraph_with_its_figures_by_name_and_what_they_count(cast, officer):
    page = officer.get(EDIT)
    form = page.context["form"]
    assert "đã kết nạp {kết nạp} đảng viên mới" in form[f"loi-{FIRST}"].value()
    block = next(iter(form.parts)).blocks[0]
    held = next(each for each in block.legend if each.name == "kết nạp")
    assert (held.value, held.href.partition("?")[0]) == ("1", "/ho-so/")
    assert "Vào bước “Đã kết nạp (dự bị)”" in held.words
    assert f'href="{held.href}"'.replace("&", "&amp;") in page.content.decode()


def test_what_was_edited_is_what_the_page_the_pdf_and_the_frozen_report_say(cast, officer, monkeypatch):
    issues.light_paper(monkeypatch)
    done = edited(officer, "Đến nay Đảng bộ đã kết nạp {kết nạp} đồng chí.")
    assert done.redirect_chain[0][0].startswith("/bao-cao/tien-do/?")
    assert "Đến nay Đảng bộ đã kết nạp 1 đồng chí." in words(officer.get(REPORT))
    assert "Đến nay Đảng bộ" in officer.get(f"/bao-cao/tien-do/pdf/{PARAMETERS}").content.decode()
    submit = f"/bao-cao/tien-do/trinh-ky/{PARAMETERS}"
    officer.post(submit, issues.sent(officer.get(submit), name="Trần Văn Ký"))
    assert "Đến nay Đảng bộ" in FrozenReport.objects.get().content


def test_the_workbook_and_the_command_come_from_the_same_place(cast, officer, monkeypatch):
    edited(officer, "Đến nay có {kết nạp} đồng chí.")
    made = []
    monkeypatch.setattr(pdf, "render_pdf", lambda report, told=None: made.append(report) or b"%PDF-1.7")
    call_command("build_report", "tien-do", "--unit", "B", "--on", TODAY.isoformat(), "--pdf", "/dev/null")
    assert made[0].opening[0].words == "Đến nay có {held} đồng chí."


def test_the_figures_of_an_edited_text_are_counted_anew(cast, officer):
    edited(officer, "Đến nay có {kết nạp} đồng chí.")
    people.dossier(cast, Stage.ADMITTED, days={Stage.DECIDED: date(2021, 3, 1), Stage.ADMITTED: date(2021, 3, 10)})
    assert "Đến nay có 2 đồng chí." in words(officer.get(REPORT))


def test_a_paragraph_that_the_system_writes_otherwise_since_is_kept_and_the_page_says_so(cast, officer):
    edited(officer, "Đến nay có {kết nạp} đồng chí.")
    assert "Bản của hệ thống đã đổi" not in words(officer.get(EDIT))
    people.dossier(cast, Stage.ADMITTED, days={Stage.DECIDED: date(2021, 3, 1), Stage.ADMITTED: date(2021, 3, 10)})
    page = words(officer.get(EDIT))
    assert "Bản của hệ thống đã đổi từ khi soạn. Tính đến ngày 31/5/2021" in page
    assert "đã kết nạp 2 đảng viên mới" in page


def test_a_paragraph_is_left_out_moved_added_and_taken_back(cast, officer):
    saved(officer, **{f"thu-tu-{SECOND}": 1, f"thu-tu-{FIRST}": 2, "them-0": "Thêm: {kết nạp/0.1.1} đồng chí."})
    page = words(officer.get(REPORT))
    assert page.index(OF_SECOND) < page.index("Tính đến ngày") < page.index("Thêm: 1 đồng chí.")
    saved(officer, **{f"bo-{FIRST}": "on", "bo-0.them.1": "on"})
    page = words(officer.get(REPORT))
    assert "Tính đến ngày" not in page
    assert "Thêm: 1" not in page
    edited(officer, "Sửa.", SECOND)
    saved(officer, **{f"goc-{SECOND}": "on", f"bo-{FIRST}": ""})
    assert OF_SECOND in words(officer.get(REPORT))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Có {số lạ} người.", "Không có số nào tên là “{số lạ}”"),
        ("Có {kết nạp người.", "chưa đóng"),
        ("Có kết nạp} người.", "trước đó không có dấu “{”"),
        ("   ", "Đoạn đang trống"),
        ("Có 17 người.", "Số ghi bằng tay: 17."),
    ],
)
def test_what_cannot_be_taken_is_told_at_the_field_and_stays(cast, officer, typed, sentence):
    answer = edited(officer, typed)
    assert answer.status_code == 200
    assert sentence in " ".join(answer.context["form"].errors[f"loi-{FIRST}"])
    assert answer.context["form"][f"loi-{FIRST}"].value() == typed
    assert not DraftVersion.objects.exists()


def test_a_figure_typed_by_hand_is_kept_with_its_reason_and_stands_on_the_slip(cast, officer, monkeypatch):
    issues.light_paper(monkeypatch)
    text = "Có {kết nạp} người, riêng khối trường học 17."
    assert "Hãy ghi lý do" in words(edited(officer, text))
    edited(officer, text, **{f"ly-do-{FIRST}": "Theo báo cáo của các trường"})
    slip = officer.get(f"/bao-cao/tien-do/phieu-kiem-soat/{PARAMETERS}").content.decode()
    assert "Đoạn 0.1.1 có số ghi bằng tay (17). Lý do: Theo báo cáo của các trường." in slip
    assert "ghi bằng tay" not in words(officer.get(REPORT))


def test_every_save_is_a_version_and_saving_nothing_is_refused(cast, officer):
    edited(officer, "Bản một.")
    edited(officer, "Bản hai.")
    assert "Chưa có đoạn nào được sửa" in words(saved(officer))
    assert [each.number for each in DraftVersion.objects.order_by("number")] == [1, 2]
    assert [each.paragraphs[0]["words"] for each in DraftVersion.objects.order_by("number")] == ["Bản một.", "Bản hai."]


def test_of_two_officers_the_second_is_told_who_was_faster_and_decides_again(cast, officer):
    other = people.signed_in(people.person("can2", "Đỗ Thị Nhì", Role.BOARD_OFFICER, cast.bloc))
    page = other.get(EDIT)
    edited(officer, "Của người thứ nhất.")
    answer = other.post(EDIT, sent(page, **{f"loi-{FIRST}": "Của người thứ hai."}))
    assert "Đ/c Lê Văn Cán vừa lưu bản soạn số 1" in words(answer)
    assert "Lời đang lưu của đoạn này Của người thứ nhất." in words(answer)
    assert answer.context["form"][f"loi-{FIRST}"].value() == "Của người thứ hai."
    other.post(EDIT, sent(answer, **{f"loi-{FIRST}": "Của người thứ hai."}))
    assert [each.by.full_name for each in DraftVersion.objects.order_by("number")] == ["Lê Văn Cán", "Đỗ Thị Nhì"]


def test_a_second_click_saves_nothing_more(cast, officer):
    given = sent(officer.get(EDIT), **{f"loi-{FIRST}": "Một lần."})
    assert [officer.post(EDIT, given).status_code for _ in range(2)] == [302, 302]
    assert DraftVersion.objects.count() == 1


def test_a_text_belongs_to_its_unit_period_and_day(cast, officer):
    edited(officer, "Chỉ của ngày này.")
    assert "Chỉ của ngày này." not in words(officer.get("/bao-cao/tien-do/?don_vi=B&den_ngay=2021-05-30"))
    assert asking.report("tien-do", cast.bloc, TODAY).opening[0].words != "Chỉ của ngày này."


def test_a_text_that_names_a_number_that_is_gone_is_not_put_before_a_signer(cast, officer):
    issues.drafted(cast.bloc, "Còn {gone} người.")
    assert "Lời báo cáo cần sửa trước khi trình ký." in words(officer.get(REPORT))
    assert "không còn trong báo cáo (gone)" in words(officer.get(f"/bao-cao/tien-do/trinh-ky/{PARAMETERS}"))


def test_a_reader_reads_the_edited_text_and_may_not_edit_it_a_stranger_sees_nothing(cast, officer):
    edited(officer, "Đã soạn.")
    reader, stranger = people.signed_in(cast.leader), people.signed_in(cast.secretary)
    assert "Đã soạn." in words(reader.get(REPORT))
    assert reader.get(EDIT).status_code == 403
    assert reader.post(EDIT, {}).status_code == 403
    assert stranger.get(EDIT).status_code in (403, 404)
    assert officer.put(EDIT).status_code == 405
    assert officer.get("/bao-cao/khong-co/soan/").status_code == 404


def test_the_page_costs_as_many_queries_for_three_edited_paragraphs_as_for_one(cast, officer):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            officer.get(EDIT)
        return len(found)

    edited(officer, "Có {kết nạp}.")
    once = queries()
    saved(officer, **{f"loi-{SECOND}": "Sửa đoạn hai.", "them-0": "Thêm {kết nạp/0.1.1}.", "them-1": "Thêm."})
    assert DraftVersion.objects.count() == 2
    assert queries() == once
