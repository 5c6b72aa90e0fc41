"""The gate of papers: a step is asked for its papers; going on without them needs the right, a reason, and both stay."""

from datetime import date

import pytest

from candidates import moves, papers_gate
from candidates.enums import PaperKind, Stage
from candidates.models import Dossier, Paper, PaperForm, StageEntry
from tests import pages, people
from tests.candidates import laid

REASON = "Giấy tờ đã có trong hồ sơ giấy, chi bộ chưa kịp ghi"


@pytest.fixture
def bare(cast) -> Dossier:
    """A dossier before the cell's meeting whose papers nobody recorded but those of its steps."""
    made = people.dossier(cast, Stage.CONSULTING)
    Paper.objects.filter(dossier=made, entry=None).update(void=True)
    return made


def propose(cast, made: Dossier, who: str, **said: str):
    typed = {"on": "7/10/2019", "basis": "Biên bản số 5"} | said
    return pages.send(people.signed_in(getattr(cast, who)), f"/ho-so/{made.code}/buoc/proposed/", **typed)


def found(made: Dossier, on: date, start: Stage = Stage.CONSULTING, to: Stage = Stage.PROPOSED) -> list:
    fresh = Dossier.objects.select_related("unit").get(pk=made.pk)
    return papers_gate.verdicts(fresh, moves.find(start, to), on)


def test_the_cell_is_told_how_many_papers_lack_and_which(cast, bare):
    words = pages.read(propose(cast, bare, "secretary")).words
    assert "Thiếu 5/7 giấy tờ mà bước “Chi bộ đề nghị” cần: Lý lịch của người xin vào Đảng (2-KNĐ)" in words
    assert "Lý do vẫn ghi" not in words
    assert not StageEntry.objects.filter(dossier=bare, stage=Stage.PROPOSED).exists()


def test_whoever_may_goes_on_with_a_reason_and_reason_person_and_what_lacked_stay(cast, bare):
    assert propose(cast, bare, "clerk", override=REASON).status_code == 302
    entry = StageEntry.objects.get(dossier=bare, stage=Stage.PROPOSED)
    assert (entry.override, entry.by) == (REASON, cast.clerk)
    assert [each["rule"] for each in entry.verdicts if each["rule"].startswith(papers_gate.RULE)]
    words = pages.read(people.signed_in(cast.leader).get(f"/ho-so/{bare.code}/")).words
    assert REASON in words
    assert "Thiếu 5/7 giấy tờ" in words


def test_the_right_to_go_on_holds_whoever_confirmed_the_catalogue(cast, bare):
    PaperForm.objects.update(confirmed_by=cast.officer, confirmed_on=date(2019, 1, 1))
    assert propose(cast, bare, "clerk", override=REASON).status_code == 302


def test_a_reason_passes_by_the_papers_that_were_shown_and_no_others(cast, bare):
    browser, address = people.signed_in(cast.clerk), f"/ho-so/{bare.code}/buoc/proposed/"
    laid.paper(bare)
    form = pages.read(browser.get(address)).form
    Paper.objects.filter(dossier=bare, kind=PaperKind.OPINIONS_SUMMARY).update(void=True)
    typed = {"on": "7/10/2019", "basis": "Biên bản số 5", "override": REASON}
    answer = pages.send(browser, address, form, **typed)
    assert "Tổng hợp ý kiến nhận xét" in pages.read(answer).words
    assert pages.send(browser, address, pages.read(answer).form).status_code == 302


def test_with_all_its_papers_the_step_is_made(cast):
    made = people.dossier(cast, Stage.CONSULTING)
    assert propose(cast, made, "secretary").status_code == 302
    assert StageEntry.objects.get(dossier=made, stage=Stage.PROPOSED).override == ""


def test_a_paper_that_ran_out_before_its_use_is_named_with_both_days(bare):
    laid.paper(bare, issued_on=date(2018, 9, 3), expires_on=date(2019, 9, 3))
    (verdict,) = found(bare, date(2019, 10, 7))
    assert "ngày 03/9/2018 hết giá trị từ 03/9/2019" in verdict.sentence
    assert "ngày chi bộ họp xét 07/10/2019" in verdict.sentence


def test_a_paper_dated_after_the_step_is_named_with_both_days(bare):
    laid.paper(bare, issued_on=date(2019, 10, 8))
    (verdict,) = found(bare, date(2019, 10, 7))
    assert "ghi ngày 08/10/2019, sau ngày chi bộ họp xét 07/10/2019" in verdict.sentence


def test_before_the_first_edition_no_paper_is_demanded(bare):
    assert found(bare, date(2012, 5, 16)) == []
    assert found(bare, date(2012, 5, 17)) != []


def test_a_paper_of_which_a_criterion_speaks_is_said_once(cast, bare):
    bare.papers.filter(kind=PaperKind.CERTIFICATE).update(void=True)
    words = pages.read(propose(cast, bare, "secretary")).words
    assert words.count("Chưa có giấy chứng nhận học lớp nhận thức về Đảng") == 1
    assert "Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng (CN-NTVĐ)" not in words


@pytest.mark.parametrize(
    ("where", "start", "to", "lacks"),
    [
        ("cell", Stage.ENDORSED, Stage.SUBMITTED, ["committee_resol"]),
        ("single_cell", Stage.PROPOSED, Stage.SUBMITTED, ["cell_resolution"]),
        ("cell", Stage.PROPOSED, Stage.DECIDED, ["cell_resolution"]),
        (
            "cell",
            Stage.ADMITTED,
            Stage.REVIEWED,
            ["helper_remarks", "new_member_cert", "probation_summary", "self_review"],
        ),
        ("single_cell", Stage.REVIEWED, Stage.OFFICIAL, ["cell_recognition"]),
        ("cell", Stage.REVIEWED, Stage.OFFICIAL, ["cell_recognition", "committee_recogn"]),
        ("cell", Stage.SUBMITTED, Stage.DECIDED, []),
        ("cell", Stage.SOURCE, Stage.SYMPATHISER, []),
    ],
)
def test_each_step_asks_for_the_papers_of_its_line(cast, where, start, to, lacks):
    made = people.dossier(cast, where=getattr(cast, where))
    said = found(made, date(2019, 10, 7), start, to)
    assert [each.rule.partition(":")[2].split("+") for each in said] == ([lacks] if lacks else [])
