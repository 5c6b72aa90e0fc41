"""Measures, heads and signatures that several reports share."""

from candidates.enums import BEFORE_DECISION, LOSSES, PROBATION, Group, Stage
from reports.layout import Signed
from reports.measured import People, When

ADMITTED = People()
DECIDED = People((Stage.DECIDED,))
PROPOSED = People((Stage.PROPOSED,))
SUBMITTED = People((Stage.SUBMITTED,))
OFFICIAL = People((Stage.OFFICIAL,))
STRUCK_OFF = People((Stage.STRUCK_OFF,))
ANNULLED = People((Stage.ANNULLED,))
NEW_SOURCES = People((Stage.SOURCE,))
# Out of the sources by any way out: what entered, less these and those decided, is how the stock changed.
LOST = People(LOSSES, from_stages=BEFORE_DECISION)
IN_SOURCE = People(BEFORE_DECISION, When.END)
AWAITING_CEREMONY = People((Stage.DECIDED,), When.END)
ON_PROBATION = People(PROBATION, When.END)
ADMITTED_BEFORE = ADMITTED.a_year_earlier()
WOMEN, YOUNG = ADMITTED.of(Group.WOMEN), ADMITTED.of(Group.YOUNG)
MINORITY, RELIGIOUS = ADMITTED.of(Group.MINORITY), ADMITTED.of(Group.RELIGIOUS)
UNION_MEMBERS = ADMITTED.of(Group.YOUTH_UNION)

# A Ban Tổ chức reports to its standing committee; its head signs by himself, not on behalf of a collective body.
BY_BOARD = Signed(
    "TRƯỞNG BAN",
    ("Thường trực {committee} (báo cáo)", "Các đồng chí lãnh đạo Ban", "Lưu Ban Tổ chức"),
    authority="",
)
# A statistical form of HD 11-HD/BTCTW: who filled it in signs on the left.
OF_FORM = Signed("TRƯỞNG BAN", ("Ban Tổ chức cấp trên", "Lưu Ban Tổ chức"), authority="", cosigner="NGƯỜI LẬP BIỂU")
