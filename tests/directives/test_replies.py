"""Replies as the superior sees them: accepted, returned with a new term, made anew, let off; files and reports of ours."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from candidates import scan_files
from directives import attaching, checks, obligations, replies
from directives.conclusions import REPORT_KINDS
from directives.enums import Bound, ObligationKind
from directives.models import Fulfilment, Obligation, ReplyFile, Ruling
from directives.obligations import State, Tally
from directives.rounds import Round
from organizations.models import Reading, Unit
from reports import definitions
from reports.evidence import duties as evidence
from tests import duties, pages, people
from tests.candidates import scan_samples
from tests.people import TODAY

DUE, SAID, RETURNED = date(2021, 4, 30), date(2021, 4, 20), date(2021, 5, 4)


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


@pytest.fixture
def made(cast) -> Obligation:
    """A report that the cell gave in time."""
    found = duties.duty(cast.bloc, kind=ObligationKind.REPORT, due_on=DUE, needs_accepting=True)
    Fulfilment.objects.create(obligation=found, unit=cast.cell, on=SAID, words="báo cáo số 5", by=cast.secretary)
    return found


def page(name: str, made: Obligation, unit: Unit, *more: object) -> str:
    return reverse(f"directives:{name}", args=[made.directive_id, made.pk, unit.code, *more])


def say(browser: Client, made: Obligation, unit: Unit, word: str, **typed: str):
    return pages.send(browser, page("ruling", made, unit, word), **typed)


def give_back(browser: Client, made: Obligation, unit: Unit, **typed: str):
    said = {"on": "4/5/2021", "words": "thiếu số liệu nguồn", "due_on": "20/5/2021"}
    return say(browser, made, unit, "tra-lai", **(said | typed))


def state(made: Obligation, unit: Unit, on: date) -> State:
    return replies.standings([Round(made)], on, [unit.pk])[Round(made), unit.pk].state(on)


def test_a_reply_is_accepted_once_and_waits_no_longer(cast, made, officer):
    assert "Chi bộ Một" in pages.read(officer.get("/van-ban/cho-chap-nhan/")).words
    answer = say(officer, made, cast.cell, "chap-nhan", on="5/5/2021")
    assert (answer.url, state(made, cast.cell, TODAY)) == (page("reply", made, cast.cell), State.ACCEPTED)
    assert "Không có trả lời nào đang chờ" in pages.read(officer.get("/van-ban/cho-chap-nhan/")).words
    assert "đã được chấp nhận ngày 05/5/2021" in pages.read(say(officer, made, cast.cell, "chap-nhan")).words


def test_a_returned_reply_goes_back_to_waiting_with_its_new_term(cast, made, officer, secretary):
    give_back(officer, made, cast.cell)
    days = (RETURNED - timedelta(days=1), RETURNED, date(2021, 5, 20), date(2021, 5, 21))
    assert [state(made, cast.cell, day) for day in days] == [State.DONE, State.RETURNED, State.RETURNED, State.LATE]
    words = pages.read(secretary.get(page("receipt", made, cast.cell))).words
    assert "bị trả lại ngày 04/5/2021: thiếu số liệu nguồn · hạn mới 20/5/2021" in words
    assert "Nhiệm vụ theo văn bản đang chờ" in pages.read(secretary.get("/")).words


def test_it_is_made_anew_by_the_new_term_and_both_replies_stay(cast, made, officer, secretary):
    give_back(officer, made, cast.cell)
    place = page("receipt", made, cast.cell)
    early = pages.send(secretary, place, on="3/5/2021", words="báo cáo số 6")
    assert "lần làm lại không thể trước ngày đó" in pages.read(early).words
    pages.send(secretary, place, on="19/5/2021", words="báo cáo số 6")
    assert (state(made, cast.cell, TODAY), Fulfilment.ever.count()) == (State.DONE, 2)
    words = pages.read(officer.get(page("reply", made, cast.cell))).words
    assert ("báo cáo số 6" in words, "Về trả lời ngày 20/4/2021: báo cáo số 5" in words) == (True, True)


def test_a_reply_after_the_new_term_is_late(cast, made, officer, secretary):
    give_back(officer, made, cast.cell)
    pages.send(secretary, page("receipt", made, cast.cell), on="25/5/2021", words="báo cáo số 6")
    assert state(made, cast.cell, TODAY) == State.DONE_LATE


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"words": ""}, "Hãy ghi lý do trả lại"),
        ({"due_on": ""}, "Nhiệm vụ có hạn 30/4/2021; hãy cho hạn mới"),
        ({"due_on": "1/5/2021"}, "Hạn mới 01/5/2021 trước ngày trả lại 04/5/2021"),
        ({"on": "19/4/2021"}, "trước ngày đơn vị trả lời (20/4/2021)"),
        ({"on": "1/6/2021"}, "chưa đến"),
    ],
)
def test_bad_words_of_the_superior_are_told(cast, made, officer, typed, sentence):
    assert sentence in pages.read(give_back(officer, made, cast.cell, **typed)).words
    assert not Ruling.objects.exists()


def test_a_word_is_taken_back_with_a_reason_and_the_reply_stands_again(cast, made, officer):
    give_back(officer, made, cast.cell)
    back = page("ruling_withdraw", made, cast.cell, Ruling.objects.get().pk)
    assert "Hãy ghi lý do" in pages.read(pages.send(officer, back)).words
    pages.send(officer, back, reason="nhầm đơn vị")
    assert (state(made, cast.cell, TODAY), Ruling.objects.count(), Ruling.ever.count()) == (State.DONE, 0, 1)


def test_returning_cannot_be_taken_back_once_the_unit_replied_again(cast, made, officer, secretary):
    give_back(officer, made, cast.cell)
    pages.send(secretary, page("receipt", made, cast.cell), on="19/5/2021", words="báo cáo số 6")
    back = page("ruling_withdraw", made, cast.cell, Ruling.objects.get().pk)
    assert "đã trả lời lại ngày 19/5/2021" in pages.read(pages.send(officer, back, reason="nhầm")).words


def test_an_accepted_reply_is_not_changed_by_the_unit(cast, made, officer, secretary):
    say(officer, made, cast.cell, "chap-nhan", on="5/5/2021")
    answer = pages.send(secretary, page("receipt", made, cast.cell), words="khác", reason="sửa")
    assert "đã được cấp trên chấp nhận ngày 05/5/2021" in pages.read(answer).words


def test_a_unit_is_let_off_with_a_reason_and_is_neither_done_nor_left(cast, made, officer):
    assert "Hãy ghi lý do miễn" in pages.read(say(officer, made, cast.other_cell, "mien")).words
    say(officer, made, cast.other_cell, "mien", on="5/5/2021", words="chi bộ mới lập")
    assert [state(made, cast.other_cell, day) for day in (RETURNED, TODAY)] == [State.LATE, State.EXEMPT]
    found = obligations.tally([Round(made)], TODAY, Unit.objects.all())
    assert found == [Tally(1, 1, "B.2", late=1, exempt=1)]
    assert "đã trả lời ngày 20/4/2021" in pages.read(say(officer, made, cast.cell, "mien", words="x")).words


def test_late_ones_are_counted_by_their_own_term(cast, made, officer):
    give_back(officer, made, cast.cell, due_on="31/5/2021")
    late = [obligations.tally([Round(made)], day, Unit.objects.all())[0].late for day in (TODAY, TODAY + timedelta(1))]
    assert late == [2, 3]


def test_who_overtakes_is_told(cast, made, officer):
    opened = pages.read(officer.get(page("ruling", made, cast.cell, "chap-nhan"))).form
    Fulfilment.objects.update(void=True)
    again = officer.post(page("ruling", made, cast.cell, "chap-nhan"), opened.fields)
    assert "Trả lời của đơn vị vừa thay đổi" in pages.read(again).words


def test_nobody_accepts_a_reply_of_their_own(cast):
    made = duties.duty(cast.bloc)
    Fulfilment.objects.create(obligation=made, unit=cast.cell, on=SAID, by=cast.office_worker)
    answer = say(people.signed_in(cast.office_worker), made, cast.cell, "chap-nhan")
    assert answer.status_code == 403


@pytest.mark.parametrize(("who", "code"), [("stranger", 403), ("secretary", 403), ("leader", 403), ("officer", 200)])
def test_only_whoever_keeps_the_document_judges(cast, made, who, code):
    browser = people.signed_in(getattr(cast, who))
    assert browser.get(page("ruling", made, cast.cell, "chap-nhan")).status_code == code


def test_the_office_of_a_lower_unit_does_not_judge_for_the_issuer(cast, made):
    people.person("vpso", "Trịnh Văn Sở", people.Role.COMMITTEE_OFFICE, cast.office)
    browser = people.signed_in(people.User.objects.get(username="vpso"))
    assert browser.get(page("ruling", made, cast.cell, "chap-nhan")).status_code == 403


@pytest.mark.usefixtures("files_kept")
class TestFiles:
    """Files of replies: kept outside the web root, handed out to the reach with a trace, taken back."""

    def send(self, browser: Client, place: str, name: str = "báo cáo.pdf", content: bytes | None = None, **typed: str):
        form = pages.read(browser.get(place)).form
        file = SimpleUploadedFile(name, scan_samples.pdf() if content is None else content)
        return browser.post(place, form.fields | {"file": file} | typed)

    def kept(self, cast, secretary) -> tuple[Obligation, ReplyFile]:
        made = duties.duty(cast.bloc)
        self.send(secretary, page("receipt", made, cast.cell), words="kèm báo cáo")
        return made, ReplyFile.objects.get()

    def test_a_file_goes_along_and_is_handed_out_with_a_trace(self, cast, secretary, officer):
        made, kept = self.kept(cast, secretary)
        assert (kept.original_name, kept.kind, kept.by) == ("báo cáo.pdf", "pdf", cast.secretary)
        answer = officer.get(page("reply_file", made, cast.cell, kept.pk))
        assert (answer.content, answer["Content-Type"]) == (scan_samples.pdf(), "application/pdf")
        assert "attachment" in answer["Content-Disposition"]
        assert Reading.objects.filter(user=cast.officer, subject__contains=f"tệp số {kept.pk}").exists()

    def test_a_stranger_finds_no_file(self, cast, secretary):
        made, kept = self.kept(cast, secretary)
        assert people.signed_in(cast.stranger).get(page("reply_file", made, cast.cell, kept.pk)).status_code == 404

    @pytest.mark.parametrize(
        ("name", "content", "sentence"),
        [
            ("a.docx", b"PK\x03\x04", "chỉ nhận bản quét có đuôi"),
            ("a.pdf", b"MZ rubbish", "nội dung là chương trình Windows"),
            ("a.pdf", b"", "rỗng"),
        ],
    )
    def test_what_is_not_a_paper_is_refused_and_nothing_is_written(self, cast, secretary, name, content, sentence):
        made = duties.duty(cast.bloc)
        answer = self.send(secretary, page("receipt", made, cast.cell), name, content, words="kèm báo cáo")
        assert sentence in pages.read(answer).words
        assert (Fulfilment.objects.count(), list(scan_files.names(attaching.root()))) == (0, [])

    def test_a_correction_keeps_the_file(self, cast, secretary):
        made, kept = self.kept(cast, secretary)
        pages.send(secretary, page("receipt", made, cast.cell), words="số 7", reason="nhầm số", file="")
        kept.refresh_from_db()
        assert kept.fulfilment == Fulfilment.objects.get(words="số 7")

    def test_a_file_taken_back_is_destroyed_and_the_row_stays(
        self, cast, secretary, django_capture_on_commit_callbacks
    ):
        made, kept = self.kept(cast, secretary)
        with django_capture_on_commit_callbacks(execute=True):
            pages.send(secretary, page("reply_file_take_back", made, cast.cell, kept.pk), reason="gửi nhầm")
        assert list(scan_files.names(attaching.root())) == []
        assert (ReplyFile.objects.count(), ReplyFile.ever.get().void_reason) == (0, "gửi nhầm")

    def test_a_lost_or_altered_file_is_told_and_found_by_the_checks(self, cast, secretary, officer):
        made, kept = self.kept(cast, secretary)
        assert (list(checks.reply_files()), list(checks.reply_files_known())) == ([], [])
        scan_files.destroy(kept.stored_as, attaching.root())
        answer = officer.get(page("reply_file", made, cast.cell, kept.pk), follow=True)
        assert "không còn trên máy chủ" in pages.read(answer).words
        assert len(list(checks.reply_files())) == 1
        scan_files.store(b"x", attaching.root())
        assert len(list(checks.reply_files_known())) == 1

    def test_scans_of_papers_do_not_mix_with_files_of_replies(self, cast, secretary):
        self.kept(cast, secretary)
        assert list(scan_files.names()) == []


def test_a_report_of_ours_is_the_reply_and_opens_as_at_its_day(cast, officer):
    made = duties.duty(cast.bloc, Bound.GRASSROOTS, ObligationKind.REPORT)
    browser, place = people.signed_in(cast.office_worker), page("receipt", made, cast.office)
    assert "Hãy nhập ngày của số liệu" in pages.read(pages.send(browser, place, report="tien-do")).words
    assert "chưa có" in pages.read(pages.send(browser, place, report="tien-do", report_on="1/6/2021")).words
    pages.send(browser, place, report="tien-do", report_on="30/4/2021")
    links = dict(pages.read(officer.get(page("reply", made, cast.office))).links)
    (address,) = [href for href in links if href.startswith("/bao-cao/tien-do")]
    assert address == "/bao-cao/tien-do/?don_vi=B.1&den_ngay=2021-04-30"
    assert officer.get(address).status_code == 200


def test_a_cell_secretary_prints_no_reports_and_is_offered_none(cast, secretary):
    made = duties.duty(cast.bloc)
    assert "report" not in pages.read(secretary.get(page("receipt", made, cast.cell))).form.fields


def test_every_report_that_may_be_a_reply_stands_in_the_catalogue_for_the_same_units():
    assert {code.value: kinds for code, kinds in REPORT_KINDS.items()}.items() <= {
        code: definition.kinds for code, definition in definitions.CATALOGUE.items()
    }.items()


def test_the_evidence_of_a_unit_has_words_for_every_state_of_what_is_not_done():
    undone = set(State) - {State.DONE, State.DONE_LATE, State.ACCEPTED}
    assert set(evidence.WORDS) == undone


@pytest.mark.parametrize(
    ("more", "told", "accepted"),
    [
        ({"kind": ObligationKind.REPORT}, {}, False),
        ({"needs_accepting": True}, {}, False),
        ({"kind": ObligationKind.REPORT}, {"words": "báo cáo số 5"}, True),
        ({"kind": ObligationKind.MAKE_KNOWN}, {}, True),
    ],
)
def test_a_reply_that_is_to_be_read_says_something(cast, secretary, more, told, accepted):
    made = duties.duty(cast.bloc, **more)
    answer = pages.send(secretary, page("receipt", made, cast.cell), on="20/4/2021", **told)
    assert (Fulfilment.objects.exists(), "Trả lời chưa có nội dung" in answer.content.decode()) == (
        accepted,
        not accepted,
    )


def test_what_a_file_told_is_not_asked_for_again_when_the_day_is_corrected(cast, secretary):
    made = duties.duty(cast.bloc, kind=ObligationKind.REPORT)
    said = Fulfilment.objects.create(obligation=made, unit=cast.cell, on=SAID)
    duties.attached(said)
    pages.send(secretary, page("receipt", made, cast.cell), on="21/4/2021", reason="ghi nhầm ngày")
    assert [each.on for each in Fulfilment.objects.all()] == [date(2021, 4, 21)]
