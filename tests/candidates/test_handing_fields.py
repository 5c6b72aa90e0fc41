"""What the sheet reads from a history that did not go straight: moved to another unit, made again by order."""

from datetime import date

from candidates.enums import Stage, Way
from candidates.handing_fields import FIELDS, Known, text
from candidates.models import Dossier, StageEntry

DECIDED, ADMITTED, MOVED, OFFICIAL, ANNULLED = (date(2020, month, 1) for month in (1, 2, 6, 8, 10))
WAY = [(Stage.DECIDED, DECIDED, Way.STEP), (Stage.ADMITTED, ADMITTED, Way.STEP), (Stage.ADMITTED, MOVED, Way.MOVED)]
RECOGNISED = [*WAY, (Stage.REVIEWED, OFFICIAL, Way.STEP), (Stage.OFFICIAL, OFFICIAL, Way.STEP)]
TAKEN_AWAY = [*RECOGNISED, (Stage.ADMITTED, ANNULLED, Way.BACK)]


def said(history: list[tuple], label: str, on: date = date(2021, 1, 1)) -> str:
    """The value of a field for a history."""
    dossier = Dossier()
    dossier.history = [StageEntry(stage=stage, on=day, way=way) for stage, day, way in history]
    (field,) = [each for each in FIELDS if each.label == label]
    known = Known(dossier, None, on)
    return text(field.value(known)) if field.asked(known) else "not asked"


def test_going_on_in_another_unit_moves_no_day():
    assert said(WAY, "Ngày lễ kết nạp") == "01/02/2020"


def test_a_recognition_that_was_annulled_is_asked_for_no_more():
    assert said(RECOGNISED, "Chính thức từ ngày") == "01/8/2020"
    assert said(RECOGNISED, "Tuổi đảng tính từ ngày") == "01/01/2020"
    assert said(TAKEN_AWAY, "Chính thức từ ngày") == "not asked"
    assert said(TAKEN_AWAY, "Ngày lễ kết nạp") == "01/02/2020"


def test_what_lies_ahead_of_the_day_is_not_known_on_it():
    assert said(RECOGNISED, "Chính thức từ ngày", on=MOVED) == "not asked"
    assert said(WAY, "Ngày lễ kết nạp", on=DECIDED) == ""
