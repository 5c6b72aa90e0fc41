"""check_data: healthy data pass, and each thing that can break is found by its own check."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import F

from candidates import checks as candidates_checks
from candidates import class_checks
from candidates.enums import ClassState, PaperKind, Result, Stage
from candidates.models import Dossier, Enrolment, Membership, Nomination, Paper, Person, StageEntry, TrainingClass
from directives import checks as directives_checks
from directives.enums import Measure
from directives.models import Allocation, Citation, Fulfilment, Obligation, OwnReading, Target
from organizations import checks as organizations_checks
from organizations.acting import acting
from organizations.enums import Deed, FigureKind, OfficeCell, UnitKind
from organizations.models import Figure, Oversight, Post, StandingOffice, UnitAncestry, UnitVersion
from reports import checks
from reports.models import FrozenList, IssuedReport
from tests import duties, issues, people, training
from tests.reports import broken_letters, broken_papers, broken_replies, broken_scans, broken_shares

BEFORE = date(2010, 1, 1)


@pytest.fixture
def filled(cast, scans_root) -> people.Cast:
    """A cast with one dossier that went the whole way, and declared members."""
    people.dossier(cast, Stage.OFFICIAL)
    people.accept(people.nomination(cast, member_since=date(2016, 5, 1)), people.NOMINATED)
    people.declare(cast.office, date(2021, 1, 1), 50)
    _declare_outside(cast)
    _taught(cast)
    duties.around(cast)
    people.target(cast.single_cell)
    broken_scans.keep(cast)
    broken_replies.keep(cast)
    broken_papers.keep(cast)
    broken_letters.keep(cast)
    return cast


def _declare_outside(who):
    """What organisations declare, a review with an expectation that lies ahead, an office that meets in a cell."""
    days = {"on": people.TODAY, "value": 5}
    Figure.objects.create(unit=who.branch, kind=FigureKind.ORGANISATION_MEMBERS, **days)
    Figure.objects.create(unit=who.office, kind=FigureKind.NON_PARTY, **days)
    Figure.objects.create(
        unit=who.office, kind=FigureKind.EXPECTED, on=date(2021, 12, 31), said_on=people.TODAY, value=2
    )
    office = {"organisation": who.association, "arrangement": OfficeCell.OWN, "cell": who.cell}
    StandingOffice.objects.create(valid_from=people.FOUNDED, **office)


def lose_the_tree(who):
    UnitAncestry.objects.filter(unit=who.cell).delete()


def begin_before_the_parent(who):
    UnitVersion.objects.filter(unit=who.cell).update(valid_from=BEFORE)


def end_the_parent(who):
    UnitVersion.objects.filter(unit=who.office).update(valid_until=date(2022, 1, 1))


def appoint_too_early(who):
    Post.objects.filter(user=who.secretary).update(valid_from=BEFORE)


def become_a_section(who):
    UnitVersion.objects.filter(unit=who.office).update(kind=UnitKind.SECTION)


def declare_as_an_organisation(who):
    Figure.objects.create(unit=who.office, kind=FigureKind.OFFICE_STAFF, on=people.TODAY, value=5)


def review_in_a_cell(who):
    Figure.objects.create(unit=who.cell, kind=FigureKind.NON_PARTY, on=people.TODAY, value=5)


def expect_before_it_existed(who):
    days = {"on": date(2015, 12, 31), "said_on": BEFORE}
    Figure.objects.create(unit=who.office, kind=FigureKind.EXPECTED, value=5, **days)


def follow_too_late(who):
    Oversight.objects.filter(organisation=who.association).update(valid_from=people.TODAY)


def follow_no_more(who):
    Oversight.objects.filter(organisation=who.association).update(valid_until=people.TODAY)


def meet_before_the_cell(who):
    UnitVersion.objects.filter(unit=who.cell).update(valid_from=date(2015, 6, 1))


def meet_after_the_cell(who):
    people.close(who.cell, people.TODAY)


def keep_both_figures(who):
    old, new = Figure.objects.all()[:2]
    Figure.objects.filter(pk=new.pk).update(replaces=old)


def forget_who_did_it(who):
    """Within one test's transaction the database still remembers the last act, so it is made to forget."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pghistory.context_id', '', true)")
    Person.objects.update(birth_year=1991, birth_date=None)


def jump_ahead(who):
    Dossier.objects.update(stage=Stage.ADMITTED)


def break_the_chain(who):
    StageEntry.objects.filter(position=3).update(until=F("until") - timedelta(days=1))


def walk_off_the_table(who):
    StageEntry.objects.filter(position=3).update(from_stage=Stage.OFFICIAL)


def mistake_the_paper(who):
    Paper.objects.filter(kind=PaperKind.ADMISSION).update(kind=PaperKind.CEREMONY)


def happen_nowhere(who):
    UnitVersion.objects.filter(unit=who.cell).update(valid_from=date(2020, 1, 1))


def sort_wrongly(who):
    Person.objects.update(name_key="x")


def fall_due_before(who):
    StageEntry.objects.filter(due_on__isnull=False).update(due_on=BEFORE)


def end_before_it_began(who):
    StageEntry.objects.filter(stage=Stage.ADMITTED).update(ends_on=BEFORE)


def be_official_on_another_day(who):
    StageEntry.objects.filter(stage=Stage.ADMITTED).update(ends_on=people.TODAY)


def count_a_resolution_from_somewhere(who):
    StageEntry.objects.filter(stage=Stage.PROPOSED).update(due_from=F("due_rule"))


def doubt_a_term_that_is_none(who):
    StageEntry.objects.filter(due_on__isnull=True).update(due_provisional=True)


def extend_a_ceremony(who):
    ceremony = StageEntry.objects.filter(stage=Stage.DECIDED)
    ceremony.update(extended_to=people.TODAY, extension_reason="x", extension_rule=F("due_rule"))


def expire_at_once(who):
    Paper.objects.update(expires_on=F("issued_on"))


def admit_outside_the_grassroots(who):
    UnitVersion.objects.filter(unit=who.office).update(kind=UnitKind.SECTION)


def name_somebody_else(who):
    Nomination.objects.update(person=Person.objects.first())


def nominate_to_no_cell(who):
    Nomination.objects.update(cell=who.office)


def answer_before_the_dossier(who):
    StageEntry.objects.filter(dossier__nominations__isnull=False).update(on=people.TODAY)


def belong_to_a_cell(who):
    Membership.objects.update(organisation=who.cell)


def _taught(who):
    """A class that ended, with a student who has its certificate."""
    lesson = training.a_class(who.bloc, ClassState.CLOSED)
    row = training.student(
        lesson, people.dossier(who, Stage.SYMPATHISER, full_name="Lê Thị Học"), Result.PASSED, attended=9
    )
    training.certify(who, lesson)
    return row


def certify_somebody_else(who):
    Enrolment.objects.update(dossier=Dossier.objects.first())


def teach_beyond_the_unit(who):
    TrainingClass.objects.update(unit=who.foreign_bloc)


def attend_too_often(who):
    Enrolment.objects.update(attended=11)


def share_outside(who):
    target = people.target(who.bloc, 4)
    plan = target.directive.document
    Allocation.objects.create(target=target, unit=who.foreign_cell, year=2021, people=1, document=plan)


def cite_another_letter(model):
    def hang_on_it(who):
        clause = duties.letter(who.bloc, "99-CV/TN").document.clauses.get()
        model.objects.update(clause=clause)

    return hang_on_it


def ask_an_association_to_admit(who):
    Target.objects.update(unit=who.association)


def ask_a_unit_for_its_nominations(who):
    Target.objects.update(measure=Measure.NOMINATED)


def do_it_in_no_year(who):
    Obligation.objects.update(yearly=True)


def do_it_before_it_was_asked(who):
    Fulfilment.objects.update(on=date(2021, 2, 28))


def do_the_work_of_others(who):
    Fulfilment.objects.update(unit=who.foreign_cell)


ORG, CAND, DIRECTIVES = organizations_checks, candidates_checks, directives_checks
ON_CLAUSES = (Target, Obligation, OwnReading, Citation)


def add_a_list_to_what_was_sealed(who):
    listed = {"address": "/ho-so/?buoc=trained", "kind": "dossiers", "words": "Đã học lớp", "members": []}
    FrozenList.objects.create(report=issues.row(who.bloc), place=2, sensitive=False, **listed)


def change_the_file_of_an_issued_report(who):
    made = issues.row(who.bloc)
    known = {"kind": made.kind, "issuer": made.issuer, "year": people.TODAY.year, "number": "9", "number_key": "9"}
    IssuedReport.objects.create(
        frozen=made, **known, issued_on=people.TODAY, pdf=b"%PDF-khac", size=9, sha256=made.draft_sha256
    )


BROKEN = [
    (lose_the_tree, ORG.closure_table, "lệch"),
    (begin_before_the_parent, ORG.parents, "không tồn tại vào ngày đó"),
    (end_the_parent, ORG.closed_parents, "đã kết thúc"),
    (appoint_too_early, ORG.posts, "bắt đầu khi đơn vị không tồn tại"),
    (become_a_section, ORG.figures, "không phải tổ chức cơ sở đảng"),
    (declare_as_an_organisation, ORG.figures, "không phải hội, đoàn thể"),
    (review_in_a_cell, ORG.figures, "không phải tổ chức cơ sở đảng"),
    (expect_before_it_existed, ORG.figures, "không phải tổ chức cơ sở đảng"),
    (follow_too_late, ORG.followed, "H.1.1 (Chi hội Một) có ngày không tổ chức đảng nào theo dõi"),
    (follow_no_more, ORG.followed, "H.1 (Hội Một) có ngày không tổ chức đảng nào theo dõi"),
    (meet_before_the_cell, ORG.offices, "chi bộ có ngày không có"),
    (meet_after_the_cell, ORG.offices, "chi bộ có ngày không có"),
    (keep_both_figures, ORG.corrections, "vẫn còn hiệu lực"),
    (forget_who_did_it, ORG.unexplained_changes, "không ghi ai làm"),
    (jump_ahead, CAND.stages, "lịch sử ghi “official”"),
    (break_the_chain, CAND.chains, "bước thứ 3 không nối"),
    (walk_off_the_table, CAND.steps, "ngoài bảng các bước"),
    (mistake_the_paper, CAND.papers, "thiếu Quyết định kết nạp"),
    (happen_nowhere, CAND.places, "không tồn tại vào ngày đó"),
    (sort_wrongly, CAND.names, "không khớp với họ tên"),
    (fall_due_before, CAND.deadlines, "trước ngày ghi bước"),
    (count_a_resolution_from_somewhere, CAND.deadlines, "ghi cách tính hạn không đúng chỗ"),
    (doubt_a_term_that_is_none, CAND.deadlines, "ghi cách tính hạn không đúng chỗ"),
    (end_before_it_began, CAND.probations, "ghi sai ở bước “Đã kết nạp (dự bị)”"),
    (be_official_on_another_day, CAND.probations, "nhưng hết dự bị ngày"),
    (extend_a_ceremony, CAND.extensions, "ghi kéo dài không đúng chỗ"),
    (expire_at_once, CAND.expiries, "hết giá trị từ"),
    (name_somebody_else, CAND.nominated_people, "là của người khác"),
    (nominate_to_no_cell, CAND.nominated_places, "không phải chi bộ"),
    (answer_before_the_dossier, CAND.nominated_answers, "trước khi có hồ sơ"),
    (belong_to_a_cell, CAND.memberships, "không phải hội, đoàn thể vào ngày đó"),
    (certify_somebody_else, class_checks.certificates, "giấy chứng nhận không khớp"),
    (teach_beyond_the_unit, class_checks.students, "không được theo dõi ở tổ chức đảng của lớp"),
    (attend_too_often, class_checks.attendance, "nhiều hơn số buổi học"),
    *broken_scans.BROKEN,
    *broken_papers.BROKEN,
    *broken_replies.BROKEN,
    *broken_letters.BROKEN,
    *broken_shares.BROKEN,
    (share_outside, DIRECTIVES.shares, "không thuộc"),
    *((cite_another_letter(model), DIRECTIVES.clauses, "dẫn một điểm của 99-CV/TN") for model in ON_CLAUSES),
    (ask_an_association_to_admit, DIRECTIVES.measures, "là đơn vị không đếm được chỉ số này"),
    (ask_a_unit_for_its_nominations, DIRECTIVES.measures, "là đơn vị không đếm được chỉ số này"),
    (do_it_in_no_year, DIRECTIVES.receipts, "ghi năm không đúng với kỳ"),
    (do_it_before_it_was_asked, DIRECTIVES.receipts, "trước khi nhiệm vụ bắt đầu"),
    (do_the_work_of_others, DIRECTIVES.bound, "khi nhiệm vụ không giao cho đơn vị"),
    (add_a_list_to_what_was_sealed, checks.issued_files, "không khớp dấu kiểm số liệu"),
    (change_the_file_of_an_issued_report, checks.issued_files, "không khớp dấu kiểm tệp"),
    (admit_outside_the_grassroots, checks.counts, "kết nạp 1 người, cộng các tổ chức cơ sở đảng được 0"),
]


def found_by(check) -> str:
    return "\n".join(check())


@pytest.mark.parametrize(("break_it", "check", "sentence"), BROKEN, ids=[case[1].__name__ for case in BROKEN])
def test_what_is_broken_is_found(break_it, check, sentence, filled):
    before = found_by(check)
    break_it(filled)
    after = found_by(check)
    assert (after != before, sentence in after) == (True, True)


def test_every_check_has_a_case():
    assert {case[1] for case in BROKEN} == set(checks.CHECKS)


def test_healthy_data_pass_but_for_what_the_tests_wrote_without_an_act(filled):
    healthy = [check for check in checks.CHECKS if check is not ORG.unexplained_changes]
    assert [sentence for check in healthy for sentence in check()] == []


def test_the_command_tells_the_findings_and_fails(filled, capsys):
    sort_wrongly(filled)
    with pytest.raises(CommandError, match="lỗi dữ liệu"):
        call_command("check_data")
    assert "Khóa sắp xếp" in capsys.readouterr().out


def test_a_change_in_an_act_explains_itself(filled):
    before = found_by(ORG.unexplained_changes)
    with acting(filled.officer, Deed.EDIT_CANDIDATE):
        Person.objects.update(birth_year=1991, birth_date=None)
    assert found_by(ORG.unexplained_changes) == before
