"""Recording ratings, commendations, opinions, introducers, the helper and tasks, as the browser does it."""

from datetime import date

import pytest
from django.test import Client

from candidates.enums import Grade, PaperKind, Rater
from candidates.models import (
    BackgroundCheck,
    Commendation,
    Consent,
    Dossier,
    FormerMembership,
    GivenTask,
    Helper,
    HelperRemark,
    Introducer,
    LocalFinding,
    Paper,
    Rating,
)
from candidates.records import RecordKind
from tests import pages, people
from tests.candidates import merits, vettings
from tests.candidates.test_views_people import ONCE

RATING = {
    "year": "2018",
    "rater": "agency",
    "grade": "3",
    "number": "12-QĐ",
    "issued_on": "15/01/2019",
    "issuer": "Sở Một",
}
COMMENDATION = {"year": "2018", "kind": "emulation", "number": "40/QĐ", "issued_on": "", "issuer": "UBND tỉnh"}
OPINION = {
    "kind": "opinion_residence",
    "issuer": "Chi ủy khu 3",
    "issued_on": "2/4/2021",
    "number": "",
    "kept_at": "Tủ 1",
}
INTRODUCER = {
    "kind": "member", "name": "Lê  Văn Giới", "on": "5/4/2021", "together_since": "1/3/2019", "number": "",
    "official_since": "2/9/2001", "waiver": "",
}  # fmt: skip
HELPER = {
    "name": "Trần Thị Giúp", "valid_from": "1/3/2021", "resolution": "Nghị quyết số 3", "official_since": "2/9/2001",
}  # fmt: skip
TASK = {"words": "Phụ trách đội văn nghệ", "given_on": "3/3/2021"}
CHECK = {
    "relation": "self", "state": "asked", "place": "Đảng ủy xã Hàm Thuận", "asked_on": "1/3/2021", "answered_on": "",
    "letter": "12-CV/ĐU", "sent_member": "Lê Văn Đi", "is_related": "false", "kept_at": "",
}  # fmt: skip
CONSENT = {
    "matter": "over_age", "ground": "no_members", "number": "8-CV/TU", "issued_on": "15/3/2021",
    "issuer": "Ban Thường vụ Tỉnh ủy", "kept_at": "Tủ 1",
}  # fmt: skip
FORMER = {"left_on": "2/3/2015", "leaving": "struck_off", "cleared_on": "", "readmitted_before": "false"}
# The number of the local criterion over the cell that only a person can judge.
CRITERION = 990_001
FINDING = {"criterion": str(CRITERION), "answer": "met", "on": "5/4/2021", "basis": "Nghị quyết số 05-NQ/CB"}
REMARK = {"helper": "Trần Thị Giúp", "on": "5/4/2021", "words": "Gương mẫu trong công việc"}
TYPED = {
    RecordKind.RATING: RATING, RecordKind.COMMENDATION: COMMENDATION, RecordKind.OPINION: OPINION,
    RecordKind.INTRODUCER: INTRODUCER, RecordKind.HELPER: HELPER, RecordKind.TASK: TASK, RecordKind.CHECK: CHECK,
    RecordKind.CONSENT: CONSENT, RecordKind.FORMER: FORMER, RecordKind.FINDING: FINDING,
    RecordKind.REMARK: REMARK,
}  # fmt: skip
MODELS = {
    RecordKind.RATING: Rating, RecordKind.COMMENDATION: Commendation, RecordKind.OPINION: Paper,
    RecordKind.INTRODUCER: Introducer, RecordKind.HELPER: Helper, RecordKind.TASK: GivenTask,
    RecordKind.CHECK: BackgroundCheck, RecordKind.CONSENT: Consent, RecordKind.FORMER: FormerMembership,
    RecordKind.FINDING: LocalFinding, RecordKind.REMARK: HelperRemark,
}  # fmt: skip
# How a row reads where it does not begin with what it is called.
SHOWN = {
    RecordKind.CONSENT: "Kết nạp người trên 60 tuổi", RecordKind.FORMER: "Bị xóa tên", RecordKind.FINDING: "Đạt: Có ý kiến",
    RecordKind.REMARK: "Gương mẫu trong công việc",
}  # fmt: skip
EVERY = pytest.mark.parametrize("kind", RecordKind)


def of_every_kind(cast: people.Cast) -> Dossier:
    """A dossier of which every kind of record is asked: a readmission, over sixty, under a criterion that a person must judge."""
    vettings.stated(cast.cell, pk=CRITERION)
    return people.dossier(cast, readmission=True, birth_year=1955, birth_date=date(1955, 4, 2))


@pytest.fixture
def made(cast) -> Dossier:
    return of_every_kind(cast)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def page_of(made: Dossier, kind: RecordKind) -> str:
    return f"/ho-so/{made.code}/ghi-chep/{kind.value}/"


def stored(kind: RecordKind) -> list:
    return list(MODELS[kind]._base_manager.exclude(**{"entry__isnull": False} if kind == RecordKind.OPINION else {}))


@EVERY
@pytest.mark.parametrize("who", ["secretary", "appraiser", "officer", "clerk"])
def test_whoever_records_papers_records_each_kind_and_sees_it(kind, who, cast, made):
    browser = people.signed_in(getattr(cast, who))
    answer = pages.send(browser, page_of(made, kind), **TYPED[kind])
    assert answer.url == page_of(made, kind)
    (row,) = stored(kind)
    for place in (answer.url, f"/ho-so/{made.code}/"):
        page = pages.read(browser.get(place))
        assert SHOWN.get(kind, str(row).split(" số ")[0].split(" ngày ")[0]) in page.words
        assert (page.inline, page.unlabelled) == ([], [])


def test_a_rating_keeps_what_the_paper_says(made, secretary):
    pages.send(secretary, page_of(made, RecordKind.RATING), **RATING)
    row = Rating.objects.get()
    assert (row.person, row.year, row.rater, row.grade) == (made.person, 2018, Rater.AGENCY, Grade.GOOD)
    assert (row.number, row.issued_on, row.issuer) == ("12-QĐ", date(2019, 1, 15), "Sở Một")
    words = pages.read(secretary.get(f"/ho-so/{made.code}/")).words
    assert "Năm 2018: Hoàn thành tốt nhiệm vụ Cơ quan, đơn vị, số 12-QĐ, ngày 15/01/2019, Sở Một" in words


def test_an_opinion_is_a_paper_of_no_step(made, secretary):
    pages.send(secretary, page_of(made, RecordKind.OPINION), **OPINION)
    row = Paper.objects.get(dossier=made)
    assert (row.kind, row.entry, row.issued_on, row.kept_at) == (
        PaperKind.OPINION_RESIDENCE,
        None,
        date(2021, 4, 2),
        "Tủ 1",
    )
    words = pages.read(secretary.get(f"/ho-so/{made.code}/")).words
    assert "Chưa có ý kiến nhận xét nơi công tác, đoàn thể." in words


BAD = [
    (RecordKind.RATING, {"year": "2022"}, "Năm 2022 chưa đến (đang xem tại ngày 31/5/2021)"),
    (RecordKind.RATING, {"year": "1940"}, "Năm gồm bốn chữ số, ví dụ 2018."),
    (RecordKind.RATING, {"year": "hai nghìn"}, "Năm gồm bốn chữ số, ví dụ 2018."),
    (RecordKind.RATING, {"year": "1969"}, "Năm 1969 người này mới 14 tuổi (sinh năm 1955); hãy kiểm tra lại năm."),
    (RecordKind.RATING, {"year": "1954"}, "Năm 1954 người này chưa sinh (sinh năm 1955); hãy kiểm tra lại năm."),
    (RecordKind.RATING, {"grade": ""}, "Hãy chọn mức xếp loại."),
    (RecordKind.RATING, {"grade": "9"}, "Hãy chọn mức xếp loại."),
    (RecordKind.RATING, {"issued_on": "31/12/2017"}, "Ngày ban hành 31/12/2017 trước năm 2018"),
    (RecordKind.RATING, {"issued_on": "1/6/2021"}, "Ngày ban hành 01/6/2021 chưa đến"),
    (RecordKind.COMMENDATION, {"year": "2022"}, "Năm 2022 chưa đến"),
    (RecordKind.COMMENDATION, {"kind": ""}, "Hãy chọn hình thức."),
    (RecordKind.OPINION, {"issued_on": "1/6/2021"}, "Ngày ban hành 01/6/2021 chưa đến"),
    (RecordKind.OPINION, {"issuer": " "}, "Hãy ghi nơi cho ý kiến."),
    (RecordKind.OPINION, {"kind": "certificate"}, "Hãy chọn loại ý kiến."),
    (RecordKind.INTRODUCER, {"on": "1/6/2021"}, "Ngày giới thiệu 01/6/2021 chưa đến"),
    (RecordKind.INTRODUCER, {"together_since": "6/4/2021"}, "06/4/2021 sau ngày giới thiệu 05/4/2021."),
    (RecordKind.INTRODUCER, {"kind": "youth_union"}, "chỉ ghi cho đảng viên giới thiệu"),
    (RecordKind.INTRODUCER, {"name": ""}, "Hãy nhập họ tên đảng viên hoặc tên tổ chức."),
    (RecordKind.HELPER, {"valid_from": "1/6/2021"}, "Ngày phân công 01/6/2021 chưa đến"),
    (
        RecordKind.INTRODUCER,
        {"name": "nguyễn văn  an"},
        "“nguyễn văn an” trùng họ tên với chính người vào Đảng: hồ sơ HS",
    ),
    (RecordKind.INTRODUCER, {"official_since": "6/4/2021"}, "từ ngày 06/4/2021, sau ngày giới thiệu 05/4/2021"),
    (
        RecordKind.INTRODUCER,
        {"kind": "youth_union", "together_since": ""},
        "“Đảng viên chính thức từ ngày” chỉ ghi cho đảng viên giới thiệu",
    ),
    (
        RecordKind.INTRODUCER,
        {"kind": "trade_union", "together_since": "", "official_since": "", "waiver": "Mẫu 53 số 4"},
        "“Không tính thời gian cùng công tác vì” chỉ ghi cho đảng viên giới thiệu",
    ),
    (
        RecordKind.HELPER,
        {"name": "Nguyễn Văn An"},
        "Người giúp đỡ “Nguyễn Văn An” trùng họ tên với chính người vào Đảng",
    ),
    (RecordKind.HELPER, {"official_since": "2/3/2021"}, "từ ngày 02/3/2021, sau ngày phân công 01/3/2021"),
    (RecordKind.HELPER, {"name": ""}, "Hãy nhập họ tên đảng viên giúp đỡ."),
    (RecordKind.TASK, {"given_on": "hôm nay"}, "không phải là một ngày có trong lịch"),
    (RecordKind.TASK, {"given_on": "1/6/2021"}, "Ngày giao 01/6/2021 chưa đến"),
]


@pytest.mark.parametrize(("kind", "wrong", "sentence"), BAD)
def test_bad_input_is_told_writes_nothing_and_keeps_what_was_typed(kind, wrong, sentence, made, secretary):
    typed = TYPED[kind] | wrong
    page = pages.read(pages.send(secretary, page_of(made, kind), **typed))
    assert sentence in page.words
    kept = {name: value for name, value in typed.items() if name not in wrong or name not in ("kind", "grade")}
    assert {name: page.form.fields[name] for name in kept} == kept
    assert stored(kind) == []


SAME = {
    RecordKind.RATING: "Năm 2018 đã có xếp loại của “Cơ quan, đơn vị”: Hoàn thành tốt nhiệm vụ.",
    RecordKind.COMMENDATION: "Khen thưởng này đã được ghi rồi",
    RecordKind.OPINION: "Ý kiến này đã được ghi rồi",
    RecordKind.INTRODUCER: "“Lê Văn Giới” đã được ghi rồi",
    RecordKind.HELPER: "Đã ghi Trần Thị Giúp giúp đỡ từ ngày 01/3/2021",
    RecordKind.TASK: "Nhiệm vụ này đã được ghi rồi",
    RecordKind.CHECK: "Đã ghi “Người vào Đảng: Đã gửi đề nghị thẩm tra” (Đảng ủy xã Hàm Thuận, gửi ngày 01/3/2021) rồi",
    RecordKind.CONSENT: "Văn bản này đã được ghi rồi",
    RecordKind.FORMER: "Đã ghi lần ra khỏi Đảng ngày 02/3/2015.",
    RecordKind.FINDING: "Tiêu chuẩn này đã có kết quả xét ngày 05/4/2021: Đạt.",
    RecordKind.REMARK: "Nhận xét này đã được ghi rồi",
}


@EVERY
def test_the_same_twice_is_told(kind, made, secretary):
    pages.send(secretary, page_of(made, kind), **TYPED[kind])
    page = pages.read(pages.send(secretary, page_of(made, kind), **TYPED[kind]))
    assert SAME[kind] in page.words
    assert len(stored(kind)) == 1


@EVERY
def test_a_double_click_records_once(kind, made, secretary):
    opened = pages.read(secretary.get(page_of(made, kind))).form
    answers = [pages.send(secretary, page_of(made, kind), opened, **TYPED[kind]) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert ONCE in pages.read(secretary.get(answers[1].url)).words
    assert len(stored(kind)) == 1


@EVERY
@pytest.mark.parametrize(
    ("who", "status"), [("leader", 403), ("auditor", 403), ("stranger", 404), ("mass_officer", 403)]
)
def test_nobody_else_records(kind, who, status, cast, made):
    browser = people.signed_in(getattr(cast, who))
    address = page_of(made, kind)
    assert [browser.get(address).status_code, browser.post(address, TYPED[kind]).status_code] == [status] * 2
    assert stored(kind) == []


def test_a_reader_sees_the_records_and_no_way_to_change_them(cast, made, secretary):
    pages.send(secretary, page_of(made, RecordKind.RATING), **RATING)
    page = pages.read(people.signed_in(cast.leader).get(f"/ho-so/{made.code}/"))
    assert "Năm 2018: Hoàn thành tốt nhiệm vụ" in page.words
    assert not [href for href, _ in page.links if "ghi-chep" in href]


def test_what_came_after_the_day_of_looking_is_not_shown(made, secretary):
    for kind in RecordKind:
        pages.send(secretary, page_of(made, kind), **TYPED[kind])
    merits.rate(made, y2020=Grade.EXCELLENT)
    secretary.post("/xem-tai-ngay/", {"on": "14/01/2019"})
    words = pages.read(secretary.get(f"/ho-so/{made.code}/")).words
    assert "Khen thưởng, thi đua Ghi, đính chính Khen thưởng, thi đua Năm 2018" in words
    for later in ("Hoàn thành", "Chi ủy khu 3", "Lê Văn Giới", "Trần Thị Giúp", "văn nghệ"):
        assert later not in words


def test_an_unknown_kind_is_not_found(made, secretary):
    assert secretary.get(f"/ho-so/{made.code}/ghi-chep/khong-co/").status_code == 404


def test_the_sector_of_the_workplace_is_kept(made, secretary):
    pages.send(secretary, f"/ho-so/{made.code}/sua/", sector="non_state_enterprise")
    made.refresh_from_db()
    assert made.sector == "non_state_enterprise"
    assert "Doanh nghiệp ngoài khu vực Nhà nước" in pages.read(secretary.get(f"/ho-so/{made.code}/")).words
