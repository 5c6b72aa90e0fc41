"""Which values are in force on a day: every regime at both its ends, nothing before the first, nothing overwritten."""

from datetime import date

import pytest
from django.core.management import call_command

from candidates import policy
from candidates.enums import Confidence, ParameterCode, RegimeKind
from candidates.models import Parameter, Regime
from tests import people

BEFORE = date(2016, 7, 24)
FAR = date(2030, 1, 1)
CHARTER = "Điều lệ Đảng (2011)"
CODES = ("age_from", "age_to", "certificate_months", "decision_days", "ceremony_days", "ceremony_from")
CODES += ("recognition_days", "admitted_by")
# number, first day, last day, values in the order of CODES ("" where no text at hand tells it): domain.md §2.3, §9
REGIMES = [
    (29, date(2016, 7, 25), date(2021, 7, 29), ("18", "60", "60", "60", "30", "receipt", "30", "ceremony")),
    (24, date(2021, 7, 30), date(2025, 1, 19), ("18", "60", "60", "60", "30", "receipt", "30", "ceremony")),
    (232, date(2025, 1, 20), date(2025, 6, 30), ("18", "60", "60", "60", "30", "receipt", "30", "ceremony")),
    (294, date(2025, 7, 1), date(2026, 4, 7), ("18", "60", "60", "", "30", "receipt", "30", "ceremony")),
    (20, date(2026, 4, 8), date(2026, 7, 25), ("", "", "", "", "", "", "", "ceremony")),
    (208, date(2026, 7, 26), FAR, ("18", "60", "60", "", "30", "issue", "", "ceremony")),
]
# The term of the certificate stands in the guidance beside the regulation; of 20-QĐ/TW none is known.
GUIDANCE = {29: "01-HD/TW", 24: "01-HD/TW", 232: "01-HD/TW", 294: "06-HD/TW", 208: "01-HD/TW"}
ENDS = [(number, day, values) for number, first, last, values in REGIMES for day in (first, last)]


# What the other values are per regime, in the order of REGIMES; the clause stands in domain.md as named.
FURTHER = {
    "over_age_consent": ("required", "required", "required", "required", "", ""),  # §2.3 over 60
    "schooling_least": ("3", "3", "3", "3", "", "3"),  # §2.3 education minimum
    "schooling_proof": ("diploma_or_equal", "diploma", "diploma", "diploma", "", "programme"),
    "schooling_exception": ("", "2", "2", "", "", ""),  # §10 primary school in hardship areas, 2021
    "together_months": ("12", "12", "12", "12", "", ""),  # §2.3 introducer together
    "helper_standing": ("official", "official", "official", "official", "", ""),  # §2.1 row 3
    "opinions": ("required", "required", "required", "required", "", ""),  # §2.1 row 10
    "background": ("required", "required", "required", "required", "", ""),  # §2.1 row 8
    "paper_months": ("", "", "", "", "", ""),  # §2.3 a local practice, nationally not found
    "readmission_months": ("", "", "", "36", "", "36"),  # §2.3 re-admission
    "cleared_months": ("", "", "", "60", "", ""),
    "readmissions": ("", "", "", "1", "", ""),
    "readmission_bars": ("", "", "required", "required", "", ""),
    "vote_base": ("less_absent", "less_absent", "less_absent", "less_absent", "", ""),  # §2.1 row 11
    "committee_share": ("2/3", "2/3", "2/3", "2/3", "", ""),  # §2.1 row 13
    "standing_share": ("", "", "", "", "", ""),  # §8 not found
    "bureau_share": ("", "", "", "", "", ""),
    "decider_grassroots": (*["grassroots_committee"] * 4, "", "grassroots_standing"),  # §2.2
    "decider_upper": (*["upper_standing"] * 4, "", ""),
    "decider_province": (*["province_bureau"] * 4, "", ""),
    "extension_days": ("30", "30", "30", "", "", ""),  # §2.3 decision on admission, §10
    "official_decision_days": ("30", "30", "30", "", "", ""),
    "failed_votes": ("3", "3", "3", "3", "", ""),  # §2.3 deadlock
}
OF_CHARTER = {"cell_least": "3", "introducers": "2", "cell_share": "2/3", "probation_months": "12"}


@pytest.mark.parametrize(("number", "day", "values"), ENDS)
def test_a_regime_is_in_force_from_its_first_to_its_last_day(db, number, day, values):
    found = policy.in_force(day)
    assert {code: found.pop(code).value for code in OF_CHARTER} == OF_CHARTER
    place = [each for each, *_ in REGIMES].index(number)
    told = {code: cells[place] for code, cells in FURTHER.items()}
    assert {code: found[code].value for code in found} == dict(zip(CODES, values, strict=True)) | told
    guided = {ParameterCode.CERTIFICATE_MONTHS: GUIDANCE[number]} if number in GUIDANCE else {}
    assert {code: found[code].source.document for code in CODES} == dict.fromkeys(CODES, f"{number}-QĐ/TW") | guided


def test_every_value_is_in_the_tables_of_this_test():
    assert set(CODES) | set(FURTHER) | set(OF_CHARTER) == set(ParameterCode)


def test_before_the_first_regime_only_the_charter_is_in_force(db):
    assert set(policy.in_force(BEFORE)) == set(OF_CHARTER)
    assert {each.source.document for each in policy.in_force(BEFORE).values()} == {CHARTER}
    assert policy.in_force(date(2011, 1, 18)) == {}
    assert (policy.row(ParameterCode.AGE_FROM, BEFORE), policy.admitted_by(BEFORE)) == (None, None)


@pytest.mark.parametrize("code", ["QD29", "QD24", "QD232", "QD294", "QD20", "QD208"])
def test_a_regime_can_be_asked_for_whatever_the_day_beside_the_charter_of_the_day(db, code):
    regime = Regime.objects.get(code=code)
    told = policy.of_regime(code, FAR)
    assert told == policy.in_force(regime.valid_from)
    assert set(told) - set(policy.of_regime(code, date(2010, 1, 1))) == set(OF_CHARTER)


def test_every_stored_value_reads_in_words(db):
    for found in Parameter.objects.exclude(value=""):
        assert policy.as_rule(found).said != ""
    assert policy.in_force(date(2022, 1, 1))[ParameterCode.SCHOOLING_LEAST].said == "Trung học cơ sở"
    assert policy.in_force(FAR)[ParameterCode.CEREMONY_FROM].said == "Ngày ban hành quyết định"


def test_an_untold_value_is_no_number(db):
    assert policy.in_force(date(2026, 5, 4))[ParameterCode.DECISION_DAYS].number is None


def test_nothing_is_confirmed_from_the_start_and_says_so(db):
    words = {parameter.source.words for parameter in policy.in_force(date(2022, 1, 1)).values()}
    assert all(text.endswith("(chưa xác nhận)") for text in words)
    assert not Parameter.objects.filter(confirmed_by__isnull=False).exists()


def test_what_is_untold_is_marked_as_not_found(db):
    untold = Parameter.objects.filter(value="")
    gaps = [cell for cells in (*FURTHER.values(), *(values for *_, values in REGIMES)) for cell in cells if not cell]
    assert untold.count() == len(gaps)
    assert set(untold.values_list("confidence", flat=True)) == {Confidence.UNKNOWN}


def test_loading_into_an_empty_installation_gives_every_regime_with_every_value(db):
    assert Regime.objects.filter(kind=RegimeKind.CHARTER).count() == 1
    assert Regime.objects.filter(kind=RegimeKind.APPLYING).count() == len(REGIMES)
    assert Parameter.objects.filter(regime__kind=RegimeKind.CHARTER).count() == len(OF_CHARTER)
    told = Parameter.objects.filter(regime__kind=RegimeKind.APPLYING)
    assert told.count() == len(REGIMES) * (len(ParameterCode) - len(OF_CHARTER))


def test_loading_twice_adds_nothing_and_keeps_what_somebody_confirmed(cast):
    rule = policy.row(ParameterCode.CEREMONY_DAYS, FAR)
    confirmed = {"value": "45", "confirmed_by": cast.officer, "confirmed_on": date(2026, 8, 1)}
    Parameter.objects.filter(pk=rule.pk).update(**confirmed)
    before = list(Parameter.objects.order_by("pk").values())
    call_command("load_policy")
    assert list(Parameter.objects.order_by("pk").values()) == before
    assert policy.in_force(FAR)[ParameterCode.CEREMONY_DAYS].value == "45"
    assert policy.in_force(FAR)[ParameterCode.CEREMONY_DAYS].source.confirmed


@pytest.mark.parametrize(
    ("regulation", "charter", "holds"),
    [
        (False, False, "Điều lệ Đảng (2011)"),
        (True, False, "29-QĐ/TW"),
        (True, True, "Điều lệ Đảng (2011)"),
        (False, True, "Điều lệ Đảng (2011)"),
    ],
    ids=["nobody confirmed either", "the old one confirmed", "both confirmed", "the Charter's confirmed"],
)
def test_where_an_older_installation_has_a_value_of_the_charter_with_a_regulation_one_of_them_holds(
    regulation, charter, holds, cast
):
    """Until 11-2026 the term of probation was loaded with every regulation; loading anew adds the Charter's beside it."""
    day, code = date(2020, 3, 2), ParameterCode.PROBATION_MONTHS
    regime = Regime.objects.get(code="QD29")
    known = {"document": regime.document, "clause": "Điều lệ, Điều 5", "confidence": Confidence.WEAK}
    Parameter.objects.create(regime=regime, code=code, value="12", **known)
    confirmed = {"confirmed_by": cast.officer, "confirmed_on": people.TODAY}
    for kind, done in ((RegimeKind.APPLYING, regulation), (RegimeKind.CHARTER, charter)):
        Parameter.objects.filter(code=code, regime__kind=kind).update(**confirmed if done else {})
    found = policy.in_force(day)[code].source
    assert (found.document, found.confirmed) == (holds, regulation or charter)
    assert policy.row(code, day).document.short == policy.of_regime("QD29", day)[code].source.document == holds
