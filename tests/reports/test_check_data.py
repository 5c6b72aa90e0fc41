"""check_data: healthy data pass, and each thing that can break is found by its own check."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import F

from candidates import checks as candidates_checks
from candidates.enums import PaperKind, Stage
from candidates.models import Dossier, Paper, Person, StageEntry
from directives import checks as directives_checks
from directives.models import Allocation
from organizations import checks as organizations_checks
from organizations.acting import acting
from organizations.enums import Deed, UnitKind
from organizations.models import Figure, Post, UnitAncestry, UnitVersion
from reports import checks
from tests import people

BEFORE = date(2010, 1, 1)


@pytest.fixture
def filled(cast) -> people.Cast:
    """A cast with one dossier that went the whole way, and declared members."""
    people.dossier(cast, Stage.OFFICIAL)
    people.declare(cast.office, date(2021, 1, 1), 50)
    return cast


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


def admit_outside_the_grassroots(who):
    UnitVersion.objects.filter(unit=who.office).update(kind=UnitKind.SECTION)


ORG, CAND = organizations_checks, candidates_checks
BROKEN = [
    (lose_the_tree, ORG.closure_table, "lệch"),
    (begin_before_the_parent, ORG.parents, "không tồn tại vào ngày đó"),
    (end_the_parent, ORG.closed_parents, "đã kết thúc"),
    (appoint_too_early, ORG.posts, "bắt đầu khi đơn vị không tồn tại"),
    (become_a_section, ORG.figures, "không phải tổ chức cơ sở đảng"),
    (keep_both_figures, ORG.corrections, "vẫn còn hiệu lực"),
    (forget_who_did_it, ORG.unexplained_changes, "không ghi ai làm"),
    (jump_ahead, CAND.stages, "lịch sử ghi “official”"),
    (break_the_chain, CAND.chains, "bước thứ 3 không nối"),
    (walk_off_the_table, CAND.steps, "ngoài bảng các bước"),
    (mistake_the_paper, CAND.papers, "thiếu 9-KNĐ"),
    (happen_nowhere, CAND.places, "không tồn tại vào ngày đó"),
    (sort_wrongly, CAND.names, "không khớp với họ tên"),
    (fall_due_before, CAND.deadlines, "trước ngày ghi bước"),
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


def test_a_share_outside_the_targets_unit_is_found(filled):
    target = people.target(filled.bloc)
    plan = target.directive.document
    Allocation.objects.create(target=target, unit=filled.foreign_cell, year=2021, people=1, document=plan)
    assert "không thuộc" in found_by(directives_checks.shares)


def test_every_check_has_a_case():
    cases = {case[1] for case in BROKEN} | {directives_checks.shares}
    assert cases == set(checks.CHECKS)


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
