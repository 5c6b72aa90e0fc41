"""A new regime and a moved border: neighbours follow, gaps and overlaps are refused, the preview names who is touched."""

from datetime import date

import pytest
from django.test import Client

from candidates import policy, preview, regulating
from candidates.citing import Cited
from candidates.enums import OF_CHARTER, Confidence, ParameterCode, Stage
from candidates.models import Parameter, Regime
from candidates.regulating import NewRegime, Value
from organizations.acting import acting
from organizations.enums import Deed, DocumentKind
from organizations.errors import Refused
from organizations.models import Document
from tests import pages, people
from tests.candidates import provinces
from tests.candidates.test_regimes_changed import CERTIFICATE, LAW, NEW, QD29, WHY, doing, errors, stored, sure
from tests.test_query_costs import queries


@pytest.fixture
def officer(cast):
    return provinces.officer(cast.bloc)


@pytest.fixture
def browser(officer) -> Client:
    return people.signed_in(officer)


def a_regime(start: date = date(2027, 1, 5), code: str = "QD300", cited: Cited = LAW, **values: str) -> NewRegime:
    told = tuple(Value(ParameterCode(each), value, "", Confidence.PRIMARY) for each, value in values.items())
    return NewRegime(code, cited, start, told)


def test_a_new_regime_ends_the_one_before_on_its_first_day(officer):
    made = doing(officer, regulating.add, a_regime(certificate_months="48"))
    assert (made.valid_from, made.valid_until) == (date(2027, 1, 5), None)
    assert Regime.objects.get(code="QD208").valid_until == date(2027, 1, 5)
    assert policy.in_force(date(2027, 1, 4))["certificate_months"].value == "60"
    assert policy.in_force(date(2027, 1, 5))["certificate_months"].value == "48"


def test_a_regime_from_before_the_first_ends_where_that_one_begins(officer):
    old = Cited(DocumentKind.REGULATION, "45-QĐ/TW", "Ban Chấp hành Trung ương", date(2011, 11, 1))
    made = doing(officer, regulating.add, a_regime(date(2011, 11, 1), "QD45", old))
    assert made.valid_until == date(2016, 7, 25)


def test_the_form_begins_with_the_values_of_the_newest_regime_as_conclusions(browser):
    fields = pages.read(browser.get(NEW)).form.fields
    assert fields["value_certificate_months"] == stored(regime="QD208").value
    assert pages.read(browser.get(f"{NEW}?trong=1")).form.fields["value_certificate_months"] == ""
    typed = {"code": "QD300", "number": "300-QĐ/TW", "issuer": "Ban Chấp hành Trung ương"}
    days = {"issued_on": "5/1/2027", "valid_from": "5/1/2027"}
    assert sure(browser, NEW, **typed, **days, value_age_to="65").url == "/quy-dinh/"
    rows = {row.code: row for row in Parameter.objects.filter(regime__code="QD300")}
    assert (rows["age_from"].confidence, rows["age_to"].confidence) == ("INF", "P")
    assert (rows["age_to"].value, rows["paper_months"].confidence) == ("65", "N")
    assert not any(row.confirmed_by_id for row in rows.values())
    assert set(rows) == set(ParameterCode) - set(OF_CHARTER)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        pytest.param(
            a_regime(date(2026, 7, 26), cited=Cited(DocumentKind.REGULATION, "300-QĐ/TW", "TW", date(2026, 1, 1))),
            "QD208 có hiệu lực từ ngày 26/7/2026; quy định mới phải có hiệu lực sau ngày 26/7/2026",
            id="the same day as the newest",
        ),
        pytest.param(
            a_regime(date(2025, 3, 1), cited=Cited(DocumentKind.REGULATION, "300-QĐ/TW", "TW", date(2025, 1, 1))),
            "QD232 có hiệu lực từ ngày 20/01/2025 đến trước ngày 01/7/2025, QD208 có hiệu lực từ ngày 26/7/2026",
            id="within an older one",
        ),
        pytest.param(a_regime(code="QD208"), "Ký hiệu QD208 đã dùng: QD208 có hiệu lực từ ngày 26/7/2026", id="code"),
        pytest.param(
            a_regime(cited=Cited(DocumentKind.REGULATION, "208-QĐ/TW", "Ban Chấp hành Trung ương", date(2026, 7, 26))),
            "đã được ghi: QD208 có hiệu lực từ ngày 26/7/2026",
            id="document",
        ),
        pytest.param(
            a_regime(date(2027, 1, 4)), "Ngày có hiệu lực 04/01/2027 trước ngày ban hành 05/01/2027", id="before issue"
        ),
        pytest.param(a_regime(age_from="70", age_to="60"), "Tuổi thấp nhất 70 cao hơn tuổi cao nhất 60", id="ages"),
    ],
)
def test_a_regime_that_does_not_fit_is_refused_and_names_the_other(given, sentence, officer):
    before = list(Regime.objects.values_list("code", "valid_from", "valid_until"))
    with pytest.raises(Refused) as refused:
        doing(officer, regulating.add, given)
    assert sentence in str(refused.value)
    assert list(Regime.objects.values_list("code", "valid_from", "valid_until")) == before


def test_a_regime_that_would_leave_a_gap_is_refused(officer):
    Regime.objects.filter(code="QD208").update(valid_until=date(2026, 12, 1))
    with pytest.raises(Refused, match=r"từ ngày 01/12/2026 đến trước ngày đó không có quy định nào"):
        doing(officer, regulating.add, a_regime())


def test_the_preview_of_a_regime_is_refused_with_the_same_sentence(browser):
    typed = {"code": "QD300", "number": "300-QĐ/TW", "issuer": "TW", "issued_on": "1/1/2026", "valid_from": "26/7/2026"}
    assert "quy định mới phải có hiệu lực sau ngày 26/7/2026" in errors(pages.send(browser, NEW, **typed))
    assert "Ký hiệu gồm chữ in hoa" in errors(pages.send(browser, NEW, **typed | {"code": "qd 300"}))


# Moving the day of effect


def test_the_day_of_effect_moves_for_both_neighbours(officer, browser):
    answer = sure(browser, "/quy-dinh/QD208/hieu-luc/", valid_from="1/9/2026", reason=WHY)
    days = dict(Regime.objects.filter(code__in=["QD20", "QD208"]).values_list("code", "valid_from"))
    assert answer.url == "/quy-dinh/QD208/"
    assert days == {"QD20": date(2026, 4, 8), "QD208": date(2026, 9, 1)}
    assert Regime.objects.get(code="QD20").valid_until == date(2026, 9, 1)
    sure(browser, "/quy-dinh/QD208/hieu-luc/", valid_from="1/8/2026", reason=WHY)
    assert Regime.objects.get(code="QD20").valid_until == date(2026, 8, 1)


@pytest.mark.parametrize(
    ("code", "day", "sentence"),
    [
        ("QD208", date(2026, 4, 8), "QD20 có hiệu lực từ ngày 08/4/2026 đến trước ngày 26/7/2026"),
        ("QD20", date(2026, 7, 26), "QD208 có hiệu lực từ ngày 26/7/2026; nếu QD20 có hiệu lực từ ngày 26/7/2026"),
        ("QD20", date(2026, 4, 8), "không có gì để đính chính"),
    ],
    ids=["swallows the one before", "swallows itself", "nothing changes"],
)
def test_a_border_that_swallows_a_neighbour_is_refused_and_names_it(code, day, sentence, officer):
    Document.objects.filter(number__in=["20-QĐ/TW", "208-QĐ/TW"]).update(issued_on=date(2026, 1, 5))
    with pytest.raises(Refused) as refused:
        doing(officer, regulating.move_border, Regime.objects.get(code=code), day, WHY)
    assert sentence in str(refused.value)


def test_no_regime_moves_before_its_document_was_issued(officer, browser):
    shown = pages.send(browser, "/quy-dinh/QD208/hieu-luc/", valid_from="25/7/2026", reason=WHY)
    said = "Ngày có hiệu lực 25/7/2026 trước ngày ban hành 26/7/2026; hãy kiểm tra lại hai ngày này."
    assert errors(shown) == said
    with pytest.raises(Refused) as refused:
        doing(officer, regulating.move_border, Regime.objects.get(code="QD208"), date(2026, 7, 25), WHY)
    assert refused.value.sentences == (said,)
    assert Regime.objects.get(code="QD208").valid_from == date(2026, 7, 26)


def test_a_moved_border_tells_which_dossiers_it_touches(cast, officer):
    """With QD24 in force today already, a certificate of March 2019 would have run out by its twelve months."""
    made = people.dossier(cast, Stage.PREPARING)
    Parameter.objects.filter(regime__code="QD24", code="certificate_months").update(value="12")
    wished = Regime.objects.get(code="QD24")
    Document.objects.filter(pk=wished.document_id).update(issued_on=date(2021, 4, 1))
    with acting(officer, Deed.KEEP_RULES):
        own = provinces.reach_of(officer)
        tried = preview.tried(lambda: regulating.move_border(wished, date(2021, 5, 1), WHY, own=own), people.TODAY)
    assert ("certificate", made.pk) in {
        (each.after.rule.split("_")[0], each.dossier.pk) for each in tried if each.after
    }
    assert Regime.objects.get(code="QD24").valid_from == date(2021, 7, 30)


# What it costs


@pytest.mark.parametrize("address", [CERTIFICATE, f"{CERTIFICATE}dinh-chinh/", NEW, f"{QD29}hieu-luc/"])
def test_the_pages_of_the_officer_cost_few_queries(address, browser):
    assert queries(browser, address) <= 12


@pytest.mark.parametrize("address", [f"{CERTIFICATE}dinh-chinh/", f"{CERTIFICATE}xac-nhan/", NEW, f"{QD29}hieu-luc/"])
def test_the_pages_have_labels_and_nothing_inline(address, browser):
    page = pages.read(browser.get(address))
    assert (page.inline, page.unlabelled) == ([], [])
