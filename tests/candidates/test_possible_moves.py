"""What the screen says before a step is made: the open moves, and why the others are not."""

from datetime import date

from candidates import stages
from candidates.enums import Stage
from organizations import access
from tests import people
from tests.people import TODAY


def test_what_lies_ahead_comes_with_what_stands_against_it(cast):
    made = people.dossier(cast, Stage.TRAINED)
    options = stages.possible_moves(made, access.reach(cast.secretary, TODAY), TODAY)
    assert [(option.to, option.is_open) for option in options] == [
        (Stage.PREPARING, True),
        (Stage.PROPOSED, False),
        (Stage.DECIDED, False),
        (Stage.ADMITTED, False),
        (Stage.OFFICIAL, False),
        (Stage.REMOVED, True),
    ]
    assert options[2].against == ("Chưa đến bước “Có quyết định”: còn phải qua “Lập hồ sơ”, “Chi bộ đề nghị”.",)


def test_the_step_of_another_role_is_shown_as_such(cast):
    made = people.dossier(cast, Stage.PROPOSED)
    option = stages.possible_moves(made, access.reach(cast.secretary, TODAY), TODAY)[0]
    assert option.against == ("Bước này do Ban Tổ chức của cấp ủy có thẩm quyền ghi.",)


def test_the_screen_says_beforehand_that_somebody_is_too_young(cast):
    made = people.dossier(cast, Stage.PREPARING, birth_year=2003, birth_date=date(2003, 6, 2))
    option = stages.possible_moves(made, access.reach(cast.secretary, TODAY), TODAY)[0]
    assert (option.to, option.is_open) == (Stage.PROPOSED, False)
    assert option.against[0].startswith("Mới 17 tuổi 11 tháng")


def test_nothing_lies_ahead_of_the_end(cast):
    assert stages.possible_moves(people.dossier(cast, Stage.OFFICIAL), access.reach(cast.officer, TODAY), TODAY) == []
