"""Words of the tests about votes: a cell's and a committee's, and the values of some regimes."""

from datetime import date

from candidates.rules.facts import Facts, Tally
from candidates.rules.parameters import Parameter, Values
from candidates.rules.sources import Source

CHARTER = Source("Điều lệ Đảng", "Điều 4, Điều 5", confirmed=False)
QD24 = Source("24-QĐ/TW", "điểm 4.2", confirmed=False)
QD294 = Source("294-QĐ/TW", "điểm 9.3.2", confirmed=False)
HD06 = Source("06-HD/TW", "điểm 3.7.a", confirmed=False)
QD208 = Source("208-QĐ/TW", "điểm 4.3.2", confirmed=False)
MET_ON = date(2025, 10, 6)


def values(source: Source = QD294, **changed: str | Parameter) -> Values:
    """The values of 294-QĐ/TW, some of them changed; "" is a value that no text tells."""
    told = {
        "cell_share": Parameter("cell_share", "2/3", CHARTER),
        "vote_base": Parameter("vote_base", "less_absent", QD294),
        "committee_share": Parameter("committee_share", "2/3", HD06),
        "standing_share": Parameter("standing_share", "", QD294),
        "bureau_share": Parameter("bureau_share", "", QD294),
        "decider_grassroots": Parameter("decider_grassroots", "grassroots_committee", QD294),
        "decider_upper": Parameter("decider_upper", "upper_standing", QD294),
        "decider_province": Parameter("decider_province", "province_bureau", QD294),
        "failed_votes": Parameter("failed_votes", "3", QD24),
        "probation_months": Parameter("probation_months", "12", CHARTER),
    }
    known = {
        name: each if isinstance(each, Parameter) else Parameter(name, each, source) for name, each in changed.items()
    }
    return told | known


def cell(in_favour: int, *, present: int = 18, **known: object) -> Tally:
    """A vote of the cell of situation 3: 21 official members, 1 away, 1 exempted and absent."""
    told = {"members": 21, "away": 1, "exempt_absent": 1, "subject": "admission", "on": MET_ON}
    return Tally(body="cell", present=present, in_favour=in_favour, against=present - in_favour, **told | known)


def committee(in_favour: int, *, present: int = 13, **known: object) -> Tally:
    """A vote of the committee of situation 4: 15 members."""
    told = {"body": "grassroots_committee", "members": 15, "subject": "admission", "on": MET_ON}
    return Tally(present=present, in_favour=in_favour, against=present - in_favour, **told | known)


def facts(*tallies: Tally, **known: object) -> Facts:
    """Facts in which these votes were held."""
    return Facts(1990, tallies=tallies, **known)
