"""Making a step, as the browser does it: refusals come back into the form as sentences and lose nothing."""

import uuid
from datetime import date

import pytest
from django.test import Client

from candidates.enums import MAIN_LINE, Stage
from candidates.models import Dossier, Paper, StageEntry
from organizations.enums import Role
from organizations.formats import date_vn
from tests import pages, people
from tests.candidates.test_views_people import ONCE

CHANGED = (
    "Hồ sơ đã được {} thay đổi trong lúc đồng chí nhập: hiện ở bước “{}”. Hãy xem lại hồ sơ; nếu vẫn cần thì gửi lại."
)
OWNERS = {Stage.ENDORSED: "committee", Stage.DECIDED: "officer", Stage.OFFICIAL: "officer"}
USED = "Số 12-QĐ/TN ngày 18/11/2019 đã ghi cho hồ sơ khác ("
BETWEEN = [stage for stage in MAIN_LINE[1:-1] if stage != Stage.APPRAISED]
DAYS_VN = {stage: date_vn(people.DAYS[stage]) for stage in MAIN_LINE}


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def step_of(made: Dossier, to: Stage) -> str:
    return f"/ho-so/{made.code}/buoc/{to.value}/"


def test_the_whole_main_line_is_walked_in_the_browser(cast, secretary):
    made = people.dossier(cast)
    owners = OWNERS | {Stage.SUBMITTED: "committee"}
    committee = people.person("dangoffice", "Hà Thị Cơ", Role.COMMITTEE_OFFICE, cast.office)
    people_of = {"committee": committee, "officer": cast.officer}
    line = [stage for stage in MAIN_LINE if stage != Stage.APPRAISED]
    for to in line[1:]:
        made.refresh_from_db()
        people.papers(made, to, on=people.DAYS[to])
        by = people_of.get(owners.get(to), cast.secretary)
        pages.send(people.signed_in(by), step_of(made, to), on=DAYS_VN[to], number="12")
        assert made.entries.get(until=None).by == by
    assert [entry.stage for entry in made.entries.all()] == line


def test_a_grassroots_cell_submits_by_itself(cast):
    cast.secretary.posts.update(unit=cast.single_cell)
    made = people.dossier(cast, Stage.PROPOSED, where=cast.single_cell)
    pages.send(people.signed_in(cast.secretary), step_of(made, Stage.SUBMITTED), on=DAYS_VN[Stage.SUBMITTED])
    assert made.entries.get(until=None).stage == Stage.SUBMITTED


def test_a_step_records_its_paper_and_says_so(cast, secretary):
    made = people.dossier(cast, Stage.SYMPATHISER)
    said = {"number": "0012/GCN", "issuer": "Ban Tuyên giáo", "kept_at": "Văn phòng", "note": "Lớp số 3"}
    answer = pages.send(secretary, step_of(made, Stage.TRAINED), on="29-3-2019", **said)
    paper = Paper.objects.get(dossier=made, entry__stage=Stage.TRAINED)
    assert (paper.number, paper.issuer, paper.kept_at) == ("0012/GCN", "Ban Tuyên giáo", "Văn phòng")
    assert (paper.issued_on, paper.entry.note) == (date(2019, 3, 29), "Lớp số 3")
    words = pages.read(secretary.get(answer.url)).words
    assert "Đã ghi: học xong lớp bồi dưỡng nhận thức về Đảng." in words
    assert "Đang chờ Chi bộ Một: bắt đầu lập hồ sơ kết nạp" in words


@pytest.mark.parametrize(
    ("upto", "to", "typed", "sentence"),
    [
        (
            Stage.SOURCE,
            Stage.SYMPATHISER,
            {"on": "1/6/2021"},
            "Ngày chi bộ họp công nhận 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021); hãy kiểm tra lại ngày.",
        ),
        (
            Stage.SOURCE,
            Stage.SYMPATHISER,
            {"on": "4/3/2018"},
            "Ngày chi bộ họp công nhận 04/3/2018 trước bước “Nguồn” ngày 05/3/2018; bước sau không thể trước bước trước.",
        ),
        (Stage.SOURCE, Stage.SYMPATHISER, {"on": ""}, "Hãy nhập ngày."),
        (Stage.SOURCE, Stage.SYMPATHISER, {"on": "hôm qua"}, "“hôm qua” không phải là một ngày có trong lịch."),
        (
            Stage.SYMPATHISER,
            Stage.TRAINED,
            {"number": "", "issuer": "Ban Tuyên giáo"},
            "Hãy nhập số của “Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng”.",
        ),
        (Stage.PREPARING, Stage.REMOVED, {"exit_reason": "", "note": "Không rõ"}, "Hãy chọn lý do."),
        (Stage.CONSULTING, Stage.PROPOSED, {"on": "1/5/2024"}, "chưa đến"),
    ],
)
def test_a_refused_step_writes_nothing_and_keeps_what_was_typed(upto, to, typed, sentence, cast, secretary):
    made = people.dossier(cast, upto)
    page = _refused(secretary, made, to, typed)
    assert sentence in page.words
    assert {name: page.form.fields.get(name, "") for name in typed} == typed


@pytest.mark.parametrize(
    ("who", "upto", "to", "sentence"),
    [
        (
            "secretary",
            Stage.SOURCE,
            Stage.TRAINED,
            "Chưa đến bước “Đã học lớp nhận thức”: còn phải qua “Cảm tình Đảng”.",
        ),
        (
            "secretary",
            Stage.TRAINED,
            Stage.SYMPATHISER,
            "Từ bước “Đã học lớp nhận thức” không có bước nào sang “Cảm tình Đảng”.",
        ),
        (
            "officer",
            Stage.SOURCE,
            Stage.OFFICIAL,
            f"Chưa đến bước “Chính thức”: còn phải qua {', '.join(f'“{stage.label}”' for stage in BETWEEN)}.",
        ),
    ],
)
def test_an_illegal_step_typed_by_hand_is_told_to_whoever_owns_it(who, upto, to, sentence, cast):
    made, browser = people.dossier(cast, upto), people.signed_in(getattr(cast, who))
    typed = {"on": "31/5/2021", "number": "9-QĐ/TN", "issuer": "Ban Thường vụ"}
    by_hand = pages.Form("", {"form_token": str(uuid.uuid4()), "version": str(made.version)})
    assert not [form for form in pages.read(browser.get(step_of(made, to))).forms if "form_token" in form.fields]
    page = _refused(browser, made, to, typed, by_hand)
    assert sentence in page.words
    assert {name: page.form.fields[name] for name in typed} == typed


def test_all_reasons_are_told_at_once(cast):
    made = people.dossier(cast, Stage.SUBMITTED)
    page = _refused(
        people.signed_in(cast.officer),
        made,
        Stage.DECIDED,
        {"on": "1/1/2019", "number": "1", "received_on": "31/12/2018"},
    )
    assert "Ngày ký quyết định 01/01/2019 trước bước “Đã trình cấp quyết định” ngày 28/10/2019" in page.words
    assert "Ngày nhận 31/12/2018 trước ngày ký quyết định 01/01/2019." in page.words


def test_whoever_is_too_young_is_not_proposed(cast, secretary):
    made = people.dossier(cast, Stage.CONSULTING, birth_year=2001, birth_date=date(2001, 12, 1))
    page = _refused(secretary, made, Stage.PROPOSED, {"on": "7/10/2019"})
    assert "(Theo " in page.words
    assert "18" in page.words


def test_the_cell_reviews_nobody_before_the_probation_is_over(cast):
    made = people.dossier(cast, Stage.ADMITTED)
    page = _refused(people.signed_in(cast.secretary), made, Stage.REVIEWED, {"on": "15/12/2020", "number": "3"})
    assert "(Theo " in page.words


@pytest.mark.parametrize(
    ("who", "upto", "to"), [("secretary", Stage.SUBMITTED, Stage.DECIDED), ("officer", Stage.SOURCE, Stage.SYMPATHISER)]
)
def test_the_step_of_another_role_is_refused(who, upto, to, cast):
    made = people.dossier(cast, upto)
    browser = people.signed_in(getattr(cast, who))
    answers = [browser.get(step_of(made, to)), browser.post(step_of(made, to), {"on": "31/5/2021", "number": "1"})]
    assert [answer.status_code for answer in answers] == [403, 403]
    made.refresh_from_db()
    assert made.stage == upto


def test_a_stage_changed_meanwhile_is_told_and_loses_nothing(cast, secretary):
    made = people.dossier(cast)
    opened = pages.read(secretary.get(step_of(made, Stage.SYMPATHISER))).form
    people.advance(made, Stage.SYMPATHISER, on=people.DAYS[Stage.SYMPATHISER], by=cast.secretary)
    typed = {"on": "10/9/2018", "note": "Họp bất thường", "kept_at": "Văn phòng"}
    page = pages.read(pages.send(secretary, step_of(made, Stage.SYMPATHISER), opened, **typed))
    assert CHANGED.format("Đỗ Thị Thư", "Cảm tình Đảng") in page.words
    assert {name: page.form.fields[name] for name in typed} == typed
    again = pages.read(pages.send(secretary, step_of(made, Stage.SYMPATHISER), page.form))
    assert "Từ bước “Cảm tình Đảng” không có bước nào sang “Cảm tình Đảng”." in again.words
    assert made.entries.count() == 2


def test_a_dossier_edited_meanwhile_is_told_by_whom_and_loses_nothing(cast, secretary):
    made = people.dossier(cast)
    opened = pages.read(secretary.get(step_of(made, Stage.SYMPATHISER))).form
    pages.send(people.signed_in(cast.officer), f"/ho-so/{made.code}/sua/", full_name="Nguyễn Văn Ân")
    page = pages.read(pages.send(secretary, step_of(made, Stage.SYMPATHISER), opened, on="10/9/2018", note="Ghi lại"))
    assert CHANGED.format("Lê Văn Cán", "Nguồn") in page.words
    assert page.form.fields["note"] == "Ghi lại"
    assert made.entries.count() == 1
    assert pages.send(secretary, step_of(made, Stage.SYMPATHISER), page.form).status_code == 302
    assert StageEntry.objects.get(stage=Stage.SYMPATHISER).note == "Ghi lại"


def test_a_double_click_makes_one_step_and_says_so(cast, secretary):
    made = people.dossier(cast)
    opened = pages.read(secretary.get(step_of(made, Stage.SYMPATHISER))).form
    answers = [pages.send(secretary, step_of(made, Stage.SYMPATHISER), opened, on="10/9/2018") for _ in range(2)]
    assert [answer.url for answer in answers] == [f"/ho-so/{made.code}/"] * 2
    assert ONCE in pages.read(secretary.get(answers[1].url)).words
    assert (made.entries.count(), Paper.objects.count()) == (2, 1)


def test_a_refused_form_can_be_mended_and_sent_again(cast, secretary):
    made = people.dossier(cast)
    address = step_of(made, Stage.SYMPATHISER)
    again = pages.read(pages.send(secretary, address, on="1/6/2021")).form
    assert pages.send(secretary, address, again, on="10/9/2018").status_code == 302
    assert made.entries.count() == 2


def test_a_dossier_shows_the_open_steps_and_why_the_others_are_not(cast, secretary):
    made = people.dossier(cast, Stage.SYMPATHISER)
    answer = secretary.get(f"/ho-so/{made.code}/")
    page = pages.read(answer)
    steps = [(href, words) for href, words in page.links if "/buoc/" in href]
    assert steps == [
        (step_of(made, Stage.TRAINED), "Ghi giấy chứng nhận lớp nhận thức"),
        (step_of(made, Stage.REMOVED), "Đưa ra khỏi danh sách"),
    ]
    assert (f"/ho-so/{made.code}/chuyen-don-vi/", "Giới thiệu chuyển đơn vị") in page.links
    ahead = [stage.label for stage in [*BETWEEN[2:], Stage.OFFICIAL]]
    assert [blocked["label"] for blocked in answer.context["next"]["blocked"]] == ahead
    between = "“Đã học lớp nhận thức”, “Lập hồ sơ”, “Thẩm tra lý lịch”, “Lấy ý kiến nhận xét”"
    assert f"Chưa đến bước “Chi bộ đề nghị”: còn phải qua {between}." in page.words


def test_a_reader_is_told_whose_step_it_is(cast):
    made = people.dossier(cast, Stage.SUBMITTED)
    page = pages.read(people.signed_in(cast.leader).get(f"/ho-so/{made.code}/"))
    assert not [href for href, _ in page.links if "/buoc/" in href or href.endswith("/sua/")]
    assert "Bước này do Ban Tổ chức của cấp ủy có thẩm quyền ghi." in page.words


def test_a_dossier_that_went_on_after_the_day_of_looking_can_only_be_read(cast, secretary):
    made = people.dossier(cast, Stage.SYMPATHISER)
    secretary.post("/xem-tai-ngay/", {"on": "9/9/2018"})
    page = pages.read(secretary.get(f"/ho-so/{made.code}/"))
    sentence = "Hồ sơ đã có bước ghi sau ngày đang xem (09/9/2018)."
    assert sentence in page.words
    assert not [href for href, _ in page.links if "/buoc/" in href]
    refused = pages.read(pages.send(secretary, step_of(made, Stage.TRAINED), on="9/9/2018", number="1"))
    assert sentence in refused.words
    assert made.entries.count() == 2


def test_a_dossier_that_did_not_exist_yet_is_not_found(cast, secretary):
    made = people.dossier(cast)
    secretary.post("/xem-tai-ngay/", {"on": "4/3/2018"})
    assert secretary.get(f"/ho-so/{made.code}/").status_code == 404


def test_the_number_of_another_decision_is_told(cast):
    officer, days = people.signed_in(cast.officer), {"on": DAYS_VN[Stage.DECIDED], "number": "12-QĐ/TN"}
    first, second = (people.dossier(cast, Stage.SUBMITTED, full_name=name) for name in ("Lê Văn An", "Lê Văn Bình"))
    pages.send(officer, step_of(first, Stage.DECIDED), **days)
    page = _refused(officer, second, Stage.DECIDED, days)
    assert USED in page.words


def test_whoever_left_the_list_goes_nowhere(cast, secretary):
    made = people.dossier(cast, Stage.TRAINED)
    pages.send(secretary, step_of(made, Stage.REMOVED), on="2/4/2019", exit_reason="left", note="Chuyển công tác")
    entry = StageEntry.objects.get(dossier=made, stage=Stage.REMOVED)
    assert (entry.exit_reason, entry.note, entry.from_stage) == ("left", "Chuyển công tác", Stage.TRAINED)
    page = pages.read(secretary.get(f"/ho-so/{made.code}/"))
    assert "Đã kết thúc: đưa ra khỏi danh sách" in page.words
    assert "Chuyển đi khỏi địa bàn, đơn vị" in page.words
    assert not [href for href, _ in page.links if "/buoc/" in href]


def _refused(browser: Client, made: Dossier, to: Stage, typed: dict, form: pages.Form | None = None) -> pages.Page:
    """Send a step that must be refused: the form again (200), and nothing written."""
    before = (made.stage, made.version, made.entries.count(), Paper.objects.count())
    answer = pages.send(browser, step_of(made, to), form, **typed)
    made.refresh_from_db()
    assert answer.status_code == 200
    assert (made.stage, made.version, made.entries.count(), Paper.objects.count()) == before
    return pages.read(answer)


def test_a_late_ceremony_is_recorded_and_says_at_once_what_it_still_needs(cast):
    made = people.dossier(cast, Stage.DECIDED)
    browser, address = people.signed_in(cast.secretary), f"/ho-so/{made.code}/buoc/admitted/"
    assert "hạn 30/12/2019" in pages.read(browser.get(address)).words
    answer = pages.send(browser, address, on="2/3/2020")
    assert answer.status_code == 302
    words = pages.read(browser.get(answer.url)).words
    assert "Đã ghi: tổ chức lễ kết nạp" in words
    assert "phải báo cáo và được cấp ủy cấp trên trực tiếp đồng ý" in words.partition("Việc tiếp theo")[0]
