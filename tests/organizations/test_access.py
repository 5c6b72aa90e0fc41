"""Who may do what where: each role's deeds, the reach of a post by the real day, below but not beside or above."""

from datetime import date, timedelta

import pytest

from organizations import access
from organizations.enums import Deed, Role
from organizations.errors import NotAllowed
from organizations.models import Post
from tests import people
from tests.people import FOUNDED, TODAY

DAY = timedelta(days=1)
FIRST = {Deed.SEE_DESK, Deed.CHOOSE_DATE}
READS = FIRST | {
    Deed.SEE_UNITS,
    Deed.SEE_ORGANISATIONS,
    Deed.SEE_DOCUMENTS,
    Deed.SEE_DOSSIERS,
    Deed.SEE_NOMINATIONS,
    Deed.SEE_CLASSES,
    Deed.SEE_RULES,
}
KEEPS = {Deed.ADD_CANDIDATE, Deed.EDIT_CANDIDATE, Deed.CORRECT_STEP, Deed.RECORD_PAPER, Deed.PRINT_FORM, Deed.SEE_SCANS}
APPRAISES = {Deed.RETURN_DOSSIER, Deed.KEEP_HANDOVER, Deed.PRINT_FORM}
COUNTS = {Deed.SEE_STATISTICS, Deed.PRINT_REPORT}
GRANTED = {
    Role.CELL_SECRETARY: READS | KEEPS | {Deed.SEE_SENSITIVE, Deed.MOVE_AS_CELL, Deed.ANSWER_NOMINATION, Deed.MAKE_KNOWN}
    | {Deed.REPORT_REVIEW, Deed.HOLD_MEETING}
    | {Deed.CONFIRM_FIGURES},
    Role.ENTRY_CLERK: READS | KEEPS | {Deed.SEE_SENSITIVE, Deed.ENTER_FOR_CELL, Deed.ANSWER_NOMINATION}
    | {Deed.OVERRIDE, Deed.ENTER_FOR_COMMITTEE},
    Role.COMMITTEE_OFFICE: READS | COUNTS | {Deed.DECLARE_FIGURES, Deed.REPORT_REVIEW, Deed.MAKE_KNOWN, Deed.KEEP_DOCUMENTS}
    | APPRAISES
    | {Deed.MOVE_AS_COMMITTEE, Deed.HOLD_MEETING, Deed.RECORD_PAPER, Deed.CORRECT_STEP, Deed.SHARE_OUT}
    | {Deed.CONFIRM_FIGURES},
    Role.BOARD_OFFICER: READS | KEEPS | COUNTS | {Deed.OVERRIDE, Deed.SEE_SENSITIVE, Deed.PRINT_NAMES}
    | {Deed.MOVE_AS_BOARD, Deed.RUN_CLASSES, Deed.KEEP_RULES}
    | APPRAISES
    | {Deed.ENTER_FOR_COMMITTEE, Deed.HOLD_MEETING, Deed.HAND_ON, Deed.SHARE_OUT}
    | {Deed.DECLARE_FIGURES, Deed.REPORT_REVIEW, Deed.KEEP_DOCUMENTS, Deed.KEEP_ORGANISATIONS, Deed.DECLARE_ORGANISATION}
    | {Deed.ISSUE_REPORT}
    | {Deed.OPEN_ROUND},
    Role.APPRAISER: READS | COUNTS | APPRAISES
    | {Deed.RECORD_PAPER, Deed.CORRECT_STEP, Deed.SEE_SENSITIVE, Deed.SEE_SCANS},
    Role.MEMBER_IN_CHARGE: READS | COUNTS | {Deed.ESCALATE},
    Role.LEADERSHIP: READS | COUNTS | {Deed.PRINT_NAMES, Deed.ESCALATE},
    Role.MASS_OFFICER: FIRST | {Deed.SEE_ORGANISATIONS, Deed.SEE_NOMINATIONS, Deed.SEE_DOCUMENTS, Deed.NOMINATE}
    | {Deed.DECLARE_ORGANISATION, Deed.MAKE_KNOWN, Deed.PRINT_REPORT}
    | {Deed.ISSUE_REPORT},
    Role.TRAINING_CLERK: FIRST | {Deed.SEE_UNITS, Deed.SEE_CLASSES, Deed.RUN_CLASSES},
    Role.AUDITOR: READS | {Deed.SEE_STATISTICS, Deed.SEE_AUDIT},
    Role.ADMINISTRATOR: FIRST | {Deed.SEE_UNITS, Deed.MANAGE_ACCOUNTS, Deed.SWITCH_SCANS},
}  # fmt: skip


@pytest.mark.parametrize("role", list(Role))
def test_a_role_may_do_what_is_granted_to_it_and_nothing_else(role):
    assert access.DEEDS[role] == GRANTED[role]


def test_the_administrator_the_training_clerk_and_organisations_see_no_dossiers():
    """domain.md §10: the system administrator sees no dossiers; others only names on rosters or their own nominations."""
    without = {role for role in Role if Deed.SEE_DOSSIERS not in access.DEEDS[role]}
    assert without == {Role.ADMINISTRATOR, Role.TRAINING_CLERK, Role.MASS_OFFICER}


def test_nobody_grants_the_deeds_of_the_installation_itself():
    assert not [role for role, deeds in access.DEEDS.items() if deeds & {Deed.LOAD_DEMO, Deed.LOAD_POLICY}]


def test_every_role_has_its_deeds():
    assert set(access.DEEDS) == set(Role)


@pytest.mark.parametrize(
    ("who", "deed", "covered"),
    [
        pytest.param("secretary", Deed.MOVE_AS_CELL, {"cell"}, id="not beside, not above"),
        pytest.param("secretary", Deed.MOVE_AS_BOARD, set(), id="a deed of another role nowhere"),
        pytest.param(
            "officer", Deed.MOVE_AS_BOARD, {"bloc", "office", "cell", "other_cell", "single_cell"}, id="below"
        ),
        pytest.param(
            "leader", Deed.SEE_DOSSIERS, {"bloc", "office", "cell", "other_cell", "single_cell"}, id="reading"
        ),
        pytest.param("leader", Deed.SEE_SENSITIVE, set(), id="leaders read no religion"),
        pytest.param("stranger", Deed.SEE_DOSSIERS, {"foreign_cell"}, id="a stranger at home"),
        pytest.param("nobody", Deed.SEE_UNITS, set(), id="without a post nothing"),
    ],
)
def test_a_post_covers_its_unit_and_what_is_below(cast, who, deed, covered):
    own = access.reach(getattr(cast, who), TODAY)
    places = ("bloc", "office", "cell", "other_cell", "single_cell", "foreign_bloc", "foreign_cell")
    assert {place for place in places if own.covers(deed, getattr(cast, place))} == covered
    assert set(own.units(deed)) == {getattr(cast, place) for place in covered}


@pytest.mark.parametrize(
    ("start", "stop", "counts"),
    [
        pytest.param(FOUNDED, None, True, id="open"),
        pytest.param(TODAY, None, True, id="begins today"),
        pytest.param(TODAY + DAY, None, False, id="begins tomorrow"),
        pytest.param(FOUNDED, TODAY + DAY, True, id="last day"),
        pytest.param(FOUNDED, TODAY, False, id="ended"),
    ],
)
def test_a_post_counts_on_the_days_of_its_period(cast, start, stop, counts):
    Post.objects.create(user=cast.nobody, role=Role.LEADERSHIP, unit=cast.bloc, valid_from=start, valid_until=stop)
    assert access.reach(cast.nobody, TODAY).grants(Deed.SEE_UNITS) is counts


def test_without_a_post_no_one_names_the_person(cast):
    assert access.reach(cast.nobody, TODAY).first is None
    assert access.reach(cast.secretary, TODAY).first.unit == cast.cell


def test_two_posts_add_up_but_their_deeds_do_not_mix(cast):
    Post.objects.create(user=cast.secretary, role=Role.LEADERSHIP, unit=cast.bloc, valid_from=FOUNDED)
    own = access.reach(cast.secretary, TODAY)
    assert own.covers(Deed.SEE_DOSSIERS, cast.other_cell)
    assert own.covers(Deed.MOVE_AS_CELL, cast.cell)
    assert not own.covers(Deed.MOVE_AS_CELL, cast.other_cell)


def test_reach_goes_by_the_tree_of_the_real_day(cast):
    officer = people.person("so", "Cán bộ Sở", Role.BOARD_OFFICER, cast.office)
    people.place_under(cast.cell, cast.foreign_bloc, date(2021, 5, 1))
    covered = [access.reach(officer, day).covers(Deed.SEE_DOSSIERS, cast.cell) for day in (date(2021, 4, 30), TODAY)]
    assert covered == [True, False]


def test_a_refusal_names_the_deed(cast):
    own = access.reach(cast.leader, TODAY)
    with pytest.raises(NotAllowed) as refused:
        access.check_may(own, Deed.ADD_CANDIDATE, cast.cell)
    assert refused.value.sentences == (
        "Vai trò của đồng chí không có quyền “Thêm người vào nguồn” tại tổ chức đảng này.",
    )


def test_what_is_covered_passes(cast):
    access.check_may(access.reach(cast.secretary, TODAY), Deed.ADD_CANDIDATE, cast.cell)


def test_the_page_of_roles_is_the_table_of_the_code(cast):
    rows = people.signed_in(cast.leader).get("/vai-tro/").context["rows"]
    shown = {(row["deed"], role) for row in rows for role, granted in row["roles"] if granted}
    assert shown == {(deed, role) for role, deeds in access.DEEDS.items() for deed in deeds}


def test_work_waits_for_the_nearest_who_may_do_it(cast):
    nearer = people.person("gan", "Hà Thị Gần", Role.BOARD_OFFICER, cast.office)
    of_bloc, of_office = (access.reach(who, people.TODAY) for who in (cast.officer, nearer))
    assert set(of_office.nearest_units(Deed.MOVE_AS_BOARD)) == {cast.office, cast.cell, cast.other_cell}
    assert set(of_bloc.nearest_units(Deed.MOVE_AS_BOARD)) == {cast.bloc, cast.single_cell}
    assert of_bloc.covers(Deed.MOVE_AS_BOARD, cast.cell)


def test_work_falls_to_the_next_above_when_the_nearer_post_ended(cast):
    nearer = people.person("gan", "Hà Thị Gần", Role.BOARD_OFFICER, cast.office)
    Post.objects.filter(user=nearer).update(valid_until=people.TODAY)
    assert cast.cell in access.reach(cast.officer, people.TODAY).nearest_units(Deed.MOVE_AS_BOARD)
