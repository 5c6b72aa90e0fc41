"""The cases of the criterion: ratings and commendations of 2016–2018, and what letter 52-CV answers to each."""

from dataclasses import dataclass, field

from candidates.enums import Grade, Occupation
from candidates.rules.verdict import Answer

YEARS = (2016, 2017, 2018)
_DONE, _GOOD, _BEST = Grade.DONE, Grade.GOOD, Grade.EXCELLENT


@dataclass(frozen=True)
class Case:
    """What is known of somebody's three years; ``answer`` is None where the criterion does not bind.

    ``agency`` and ``organisation`` are grades by year; without ``organisation`` the person belongs to none. ``since`` is the
    first year at whose end they belonged to it.
    """

    key: str
    answer: Answer | None
    occupation: Occupation | str = Occupation.STATE
    agency: dict[int, Grade] = field(default_factory=dict)
    organisation: dict[int, Grade] = field(default_factory=dict)
    commended: tuple[int, ...] = ()
    titled: tuple[int, ...] = ()
    since: int | None = None
    outside: bool = False


def _years(*grades: Grade) -> dict[int, Grade]:
    return dict(zip(YEARS, grades, strict=True))


_STRONG = _years(_GOOD, _BEST, _GOOD)
CASES = (
    Case("readings-differ", Answer.UNKNOWN, agency=_STRONG, commended=(2018,)),
    Case("complete", Answer.MET, Occupation.PUBLIC_UNIT, agency=_STRONG, commended=(2017,)),
    Case("complete-by-title", Answer.MET, Occupation.PARTY, agency=_years(_GOOD, _GOOD, _BEST), titled=(2018,)),
    Case("complete-in-both", Answer.MET, agency=_STRONG, organisation=_years(_GOOD, _GOOD, _BEST), commended=(2017,),
         since=2015),
    Case("year-missing", Answer.NOT_MET, Occupation.PUBLIC_UNIT, agency={2017: _GOOD, 2018: _BEST}, commended=(2018,)),
    Case("organisation-year-missing", Answer.NOT_MET, agency=_STRONG, organisation={2016: _GOOD, 2018: _GOOD},
         commended=(2017,), since=2015),
    Case("new-in-organisation", Answer.MET, agency=_STRONG, organisation={2018: _GOOD}, commended=(2017,), since=2018),
    Case("year-too-low", Answer.NOT_MET, agency=_years(_DONE, _BEST, _GOOD), commended=(2017,)),
    Case("none-excellent", Answer.NOT_MET, Occupation.PARTY, agency=_years(_GOOD, _GOOD, _GOOD), commended=(2016,)),
    Case("not-commended", Answer.NOT_MET, agency=_STRONG),
    Case("nothing-recorded", Answer.NOT_MET, Occupation.PUBLIC_UNIT),
    Case("occupation-unknown", Answer.UNKNOWN, "", agency=_STRONG, commended=(2017,)),
    Case("farmer", None, Occupation.FARMER),
    Case("worker", None, Occupation.WORKER),
    Case("outside", None, outside=True),
)  # fmt: skip
# Those who were decided before the letter stand here.
MET = next(case for case in CASES if case.key == "complete")
