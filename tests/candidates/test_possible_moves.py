"""What the screen says before a step is made: the open moves, and why the others are not."""

from datetime import date

from candidates import stages
from candidates.enums import MAIN_LINE, Stage
from organizations import access
from tests import people
from tests.people import TODAY

AFTER_APPLYING = [stage for stage in MAIN_LINE[4:] if stage != Stage.APPRAISED]


def test_what_lies_ahead_comes_with_what_stands_against_it(cast):
    made = people.dossier(cast, Stage.TRAINED)
    options = stages.possible_moves(made, access.reach(cast.secretary, TODAY), TODAY)
    assert [(option.to, option.is_open) for option in options] == [
        (Stage.PREPARING, True),
        *((stage, False) for stage in AFTER_APPLYING),
        (Stage.REMOVED, True),
        (Stage.MOVED_OUT, True),
    ]
    assert options[2].against == ("Chưa đến bước “Lấy ý kiến nhận xét”: còn phải qua “Lập hồ sơ”, “Thẩm tra lý lịch”.",)


def test_the_step_of_another_role_is_shown_as_such(cast):
    made = people.dossier(cast, Stage.SUBMITTED)
    option = stages.possible_moves(made, access.reach(cast.secretary, TODAY), TODAY)[0]
    assert option.against == ("Bước này do Ban Tổ chức của cấp ủy có thẩm quyền ghi.",)


def test_the_screen_says_beforehand_that_somebody_is_too_young(cast):
    made = people.dossier(cast, Stage.CONSULTING, birth_year=2003, birth_date=date(2003, 6, 2))
    option = stages.possible_moves(made, access.reach(cast.secretary, TODAY), TODAY)[0]
    assert (option.to, option.is_open) == (Stage.PROPOSED, False)
    assert option.against[0].startswith("Mới 17 tuổi 11 tháng")


def test_what_lies_ahead_of_the_end_is_only_what_annuls_it(cast):
    made = people.dossier(cast, Stage.OFFICIAL)
    options = stages.possible_moves(made, access.reach(cast.officer, TODAY), TODAY)
    assert [option.to for option in options] == [Stage.ANNULLED, Stage.ADMITTED]


def test_nothing_lies_ahead_of_a_way_out(cast):
    made = people.dossier(cast, Stage.TRAINED)
    people.advance(made, Stage.REMOVED, on=TODAY, exit_reason="wish")
    made.refresh_from_db()
    assert stages.possible_moves(made, access.reach(cast.officer, TODAY), TODAY) == []
