"""Changing what the national texts say: who may, what is refused and how, that the preview tells what then happens."""

from datetime import date

import pytest
from django.test import Client

from candidates import assessment, policy, regulating
from candidates.citing import Cited
from candidates.enums import Confidence, ParameterCode, Stage
from candidates.models import Dossier, Parameter, StageEntry
from candidates.regulating import Value
from organizations.acting import acting
from organizations.enums import Deed, DocumentKind
from organizations.errors import Conflict, NotAllowed, Refused
from organizations.models import Document
from tests import pages, people
from tests.candidates import provinces

QD29 = "/quy-dinh/QD29/"
CERTIFICATE = f"{QD29}certificate_months/"
NEW = "/quy-dinh/moi/"
WHY = "bản chính ghi khác"
CORRECTED = (
    "“Thời hạn giấy chứng nhận lớp nhận thức” của QD29 đã được Châu Thị Tỉnh đính chính thành “36 tháng” "
    f"(lý do: {WHY}) sau khi đồng chí mở trang. Hãy xem lại giá trị đang ghi; nếu vẫn cần thì gửi lại."
)
LAW = Cited(DocumentKind.REGULATION, "300-QĐ/TW", "Ban Chấp hành Trung ương", date(2027, 1, 5))


@pytest.fixture
def officer(cast):
    return provinces.officer(cast.bloc)


@pytest.fixture
def browser(officer) -> Client:
    return people.signed_in(officer)


def stored(code: str = "certificate_months", regime: str = "QD29") -> Parameter:
    return Parameter.objects.select_related("regime", "document").get(regime__code=regime, code=code)


def doing(user, work, *args, **said):
    with acting(user, Deed.KEEP_RULES):
        return work(*args, own=provinces.reach_of(user), **said)


def confirming(user, row: Parameter) -> None:
    doing(user, regulating.confirm, row, "", today=people.TODAY, version=row.pk)


def correcting(user, row: Parameter, *said) -> Parameter:
    return doing(user, regulating.correct, row, *said, version=row.pk)


def errors(answer) -> str:
    assert answer.status_code == 200
    return " ".join(each for told in answer.context["form"].errors.values() for each in told)


def sure(browser: Client, address: str, **typed):
    """Fill in the form, look at the preview, and press the button under it."""
    shown = pages.send(browser, address, **typed)
    assert shown.context["preview"] is not None, errors(shown)
    return browser.post(address, pages.read(shown).form.fields | {"sure": "1"})


def answers(dossier: Dossier, on: date = people.TODAY) -> dict[str, str]:
    fresh = Dossier.objects.select_related("person", "unit").get(pk=dossier.pk)
    return {each.rule: each.answer for each in assessment.before_proposal(fresh, on)}


# Confirming


def test_a_confirmation_says_who_when_and_by_what(browser, officer):
    answer = sure(browser, f"{CERTIFICATE}xac-nhan/", basis="bản chính Hướng dẫn 01-HD/TW")
    row = stored()
    assert answer.url == CERTIFICATE
    assert (row.confirmed_by, row.basis) == (officer, "bản chính Hướng dẫn 01-HD/TW")
    assert policy.in_force(people.TODAY)["certificate_months"].source.confirmed


def test_a_confirmation_is_made_once_and_names_who_made_it(officer):
    confirming(officer, stored())
    with pytest.raises(Refused, match=r"đã được Châu Thị Tỉnh.* xác nhận ngày 31/5/2021"):
        confirming(officer, stored())


def test_a_value_that_no_text_tells_cannot_be_confirmed(browser):
    answer = pages.send(browser, f"{QD29}paper_months/xac-nhan/")
    assert "chưa rõ nên chưa có gì để xác nhận" in errors(answer)
    assert stored("paper_months").confirmed_by is None


def test_a_second_click_confirms_nothing_anew(browser):
    seen = pages.read(pages.send(browser, f"{CERTIFICATE}xac-nhan/")).form.fields | {"sure": "1"}
    assert [browser.post(f"{CERTIFICATE}xac-nhan/", seen).url for _ in range(2)] == [CERTIFICATE, CERTIFICATE]
    assert Parameter.pgh_event_model.objects.filter(pgh_obj_id=stored().pk, pgh_label="update").count() == 1


@pytest.mark.parametrize("rest", ["certificate_months/xac-nhan/", "certificate_months/dinh-chinh/", "hieu-luc/"])
def test_below_the_province_one_is_told_who_may(rest, cast):
    provinces.officer(cast.bloc)
    answer = people.signed_in(cast.officer).get(f"{QD29}{rest}")
    assert answer.status_code == 403
    assert "Chỉ Ban Tổ chức của Tỉnh ủy, Thành ủy" in pages.read(answer).words


def test_where_no_province_stands_nobody_may(cast):
    with pytest.raises(NotAllowed, match="Chỉ Ban Tổ chức của Tỉnh ủy, Thành ủy"):
        confirming(cast.officer, stored())


# Correcting


def test_a_correction_keeps_the_old_row_and_says_why(browser, officer):
    old = stored()
    answer = sure(browser, f"{CERTIFICATE}dinh-chinh/", value="36", reason=WHY, confidence="P")
    new = stored()
    assert answer.url == CERTIFICATE
    assert (new.value, new.corrects, new.reason, new.confidence) == ("36", old, WHY, "P")
    before = Parameter.ever.get(pk=old.pk)
    assert (before.value, before.void) == ("60", True)
    page = pages.read(browser.get(CERTIFICATE)).words
    assert "Các lần đính chính" in page
    assert "60 tháng" in page
    assert f"Lý do đính chính: {WHY}" in page


def test_a_correction_leaves_its_reason_in_the_audit_trail(officer):
    made = correcting(officer, stored(), _said("36"), _document(), WHY)
    event = Parameter.pgh_event_model.objects.get(pgh_obj_id=made.pk)
    assert event.pgh_context.metadata["reason"] == WHY
    assert event.pgh_context.metadata["deed"] == Deed.KEEP_RULES


def test_looking_at_the_preview_changes_nothing(browser):
    events = Parameter.pgh_event_model.objects.count()
    shown = pages.send(browser, f"{CERTIFICATE}dinh-chinh/", value="1", reason=WHY)
    assert "Xem trước khi đính chính" in pages.read(shown).heading
    assert (stored().value, Parameter.pgh_event_model.objects.count()) == ("60", events)


def test_one_can_go_back_from_the_preview_with_everything_that_was_typed(browser):
    address = f"{CERTIFICATE}dinh-chinh/"
    shown = pages.send(browser, address, value="36", reason=WHY)
    again = pages.read(browser.post(address, pages.read(shown).form.fields | {"sua_lai": "1"})).form
    assert (again.fields["value"], again.fields["reason"]) == ("36", WHY)
    assert "sure" not in again.fields


def test_the_preview_names_the_dossiers_and_tells_what_then_happens(cast, browser):
    touched = people.dossier(cast, Stage.PREPARING)
    untouched = people.dossier(cast, Stage.SYMPATHISER, full_name="Lê Văn Bình")
    before = {made.pk: answers(made) for made in (touched, untouched)}
    shown = pages.send(browser, f"{CERTIFICATE}dinh-chinh/", value="12", reason=WHY)
    told = {(each.dossier.pk, each.after.rule): each.after.answer for _, each in shown.context["preview"].rows}
    assert "1 trong 2 hồ sơ đang xử lý có kết quả khác" in pages.read(shown).words
    assert "Nguyễn Văn An" in pages.read(shown).words
    browser.post(f"{CERTIFICATE}dinh-chinh/", pages.read(shown).form.fields | {"sure": "1"})
    after = {made.pk: answers(made) for made in (touched, untouched)}
    happened = {(pk, rule): now for pk, of in after.items() for rule, now in of.items() if before[pk].get(rule) != now}
    assert told == happened
    assert len(happened) == 1


def test_who_lies_beyond_the_reach_is_counted_and_not_named(cast, browser):
    people.dossier(cast, Stage.PREPARING, where=cast.foreign_cell, full_name="Lê Thị Xa")
    shown = pages.send(browser, f"{CERTIFICATE}dinh-chinh/", value="12", reason=WHY)
    said = pages.read(shown).words
    assert "1 hồ sơ đó ngoài phạm vi đồng chí được xem" in said
    assert "Lê Thị Xa" not in said


def test_a_value_of_a_regime_not_in_force_today_changes_no_dossier(cast, browser):
    people.dossier(cast, Stage.PREPARING)
    shown = pages.send(browser, "/quy-dinh/QD24/certificate_months/dinh-chinh/", value="12", reason=WHY)
    assert shown.context["preview"].dossiers == 0


def test_a_term_that_was_stored_keeps_the_row_by_which_it_came(cast, officer):
    made = people.dossier(cast, Stage.PROPOSED)
    entry = StageEntry.objects.get(dossier=made, stage=Stage.PROPOSED)
    correcting(officer, entry.due_rule, _said("10", ParameterCode.DECISION_DAYS), _document(), WHY)
    again = StageEntry.objects.select_related("due_rule").get(pk=entry.pk)
    assert (again.due_on, again.due_rule_id, again.due_rule.value) == (entry.due_on, entry.due_rule_id, "60")


@pytest.mark.parametrize(
    ("code", "typed", "sentence"),
    [
        pytest.param("certificate_months", {"value": "năm năm"}, "một số nguyên từ 1", id="no number"),
        pytest.param("certificate_months", {"value": "0"}, "một số nguyên từ 1", id="nought"),
        pytest.param("committee_share", {"value": "3/2"}, "Tỷ lệ viết như 2/3", id="more than all"),
        pytest.param("committee_share", {"value": "hai phần ba"}, "Tỷ lệ viết như 2/3", id="no share"),
        pytest.param("schooling_least", {"value": "9"}, "Không có giá trị này trong danh sách", id="no level"),
        pytest.param("ceremony_from", {"value": "later"}, "Không có giá trị này trong danh sách", id="no day"),
        pytest.param("certificate_months", {"reason": " "}, "Hãy ghi lý do đính chính", id="no reason"),
        pytest.param("certificate_months", {"number": ""}, "Hãy nhập số, ký hiệu", id="no number of the document"),
        pytest.param("certificate_months", {"issued_on": "31/2/2021"}, "không phải là một ngày", id="no day of issue"),
        pytest.param("certificate_months", {}, "không có gì để đính chính", id="nothing changed"),
        pytest.param(
            "age_from", {"value": "61"}, "Tuổi thấp nhất 61 cao hơn tuổi cao nhất 60", id="nobody would be of age"
        ),
    ],
)
def test_a_bad_correction_is_told_and_stores_nothing(code, typed, sentence, browser):
    before = Parameter.ever.count()
    assert sentence in errors(pages.send(browser, f"{QD29}{code}/dinh-chinh/", **{"reason": WHY, **typed}))
    assert Parameter.ever.count() == before


def test_two_who_correct_at_once_do_not_overwrite_each_other(officer):
    row = stored()
    correcting(officer, row, _said("36"), _document(), WHY)
    with pytest.raises(Conflict) as refused:
        correcting(officer, row, _said("48"), _document(), WHY)
    assert refused.value.sentences == (CORRECTED,)
    assert refused.value.version == stored().pk


@pytest.mark.parametrize(("rest", "typed"), [("xac-nhan/", {}), ("dinh-chinh/", {"value": "48", "reason": WHY})])
@pytest.mark.parametrize("seen", ["form", "preview"])
def test_what_was_corrected_since_the_page_was_opened_is_not_touched(rest, typed, seen, officer, browser):
    address = f"{CERTIFICATE}{rest}"
    form = pages.read(browser.get(address)).form
    if seen == "preview":
        form = pages.read(pages.send(browser, address, form, **typed)).form
    correcting(officer, stored(), _said("36"), _document(), WHY)
    answer = browser.post(address, form.fields | typed | ({"sure": "1"} if seen == "preview" else {}))
    assert errors(answer) == CORRECTED
    assert "36 tháng" in pages.read(answer).words
    assert (stored().value, stored().confirmed_by) == ("36", None)
    again = pages.read(answer).form.fields
    assert pages.read(browser.post(address, again)).heading.startswith("Xem trước khi")


def test_a_form_without_the_row_that_was_seen_is_refused(officer, browser):
    answer = pages.send(browser, f"{CERTIFICATE}xac-nhan/", version="")
    assert "Biểu mẫu không khớp với giá trị đang ghi" in errors(answer)


def test_a_value_of_the_charter_is_corrected_by_its_own_source_which_has_no_number(browser):
    source = stored("introducers", "DL11").document
    assert sure(browser, "/quy-dinh/DL11/introducers/dinh-chinh/", value="3", reason=WHY).status_code == 302
    assert (stored("introducers", "DL11").value, stored("introducers", "DL11").document) == ("3", source)


def test_the_same_number_of_another_issuer_is_another_document(officer):
    theirs = Document.objects.get(number="208-QĐ/TW")
    cited = Cited(DocumentKind.REGULATION, "208-QĐ/TW", "Ban Bí thư", date(2019, 11, 8))
    made = correcting(officer, stored(), _said("36"), cited, WHY)
    assert made.document != theirs
    assert Document.objects.filter(number="208-QĐ/TW").count() == 2


# Adding a regime


def _said(value: str, code: ParameterCode = ParameterCode.CERTIFICATE_MONTHS) -> Value:
    return Value(code, value, "điểm 5", Confidence.PRIMARY)


def _document() -> Cited:
    return Cited(DocumentKind.GUIDANCE, "01-HD/TW", "Ban Bí thư", date(2016, 9, 20))
