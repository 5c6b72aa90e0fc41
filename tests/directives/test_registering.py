"""Registering a document: in one act, once, by whoever keeps documents; what was only cited is completed."""

from datetime import date

import pytest
from django.test import Client

from directives.enums import Bound, CitationKind
from directives.models import Addressee, Citation, Directive
from organizations.enums import Role
from organizations.models import Document
from tests import duties, pages, people, registered
from tests.registered import HEAD, NEW, lines, send


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


@pytest.fixture
def whole() -> dict:
    """A letter with everything that may stand in one."""
    return lines(
        addressees=[
            {"words": "Các cấp ủy cơ sở", "unit": "Đảng bộ Khối", "bound": "grassroots"},
            {"words": "Ban Tổ chức Tỉnh ủy (báo cáo)", "to_act": "0"},
        ],
        clauses=[{"label": "Mục 1", "summary": "Giao chỉ tiêu."}, {"label": "Mục 2", "summary": "Rà soát nguồn."}],
        citations=[{"kind": "grounds", "other_kind": "directive", "number": "28-CT/TW", "issued_on": "21/1/2019",
                    "issuer": "Ban Bí thư", "subject": "Nâng chất lượng kết nạp", "clause": "Mục 1"}],
    )  # fmt: skip


def words_of(answer) -> str:
    return pages.read(answer).words


def test_a_letter_is_registered_with_its_addressees_clauses_and_relations_in_one_act(cast, officer, whole):
    answer = send(
        officer, issuing_unit="B", signed_as="T/M BAN THƯỜNG VỤ", signer="Lê Văn Ký", place="Hạ Long", **whole
    )
    made = Directive.objects.get()
    assert answer.url == f"/van-ban/{made.pk}/"
    assert (made.kept_by, made.issuing_unit, made.signer, made.place) == (cast.bloc, cast.bloc, "Lê Văn Ký", "Hạ Long")
    assert (made.document.number, made.document.issued_on) == ("259-CV/ĐUK", date(2021, 5, 21))
    told = made.addressees.values_list("position", "words", "to_act", "unit", "bound")
    assert list(told) == [
        (1, "Các cấp ủy cơ sở", True, cast.bloc.pk, Bound.GRASSROOTS),
        (2, "Ban Tổ chức Tỉnh ủy (báo cáo)", False, None, Bound.ITSELF),
    ]
    assert list(made.document.clauses.values_list("position", "label")) == [(1, "Mục 1"), (2, "Mục 2")]
    cited = made.citations.get()
    assert (cited.kind, cited.clause.label, cited.document.number) == (CitationKind.GROUNDS, "Mục 1", "28-CT/TW")
    page = words_of(officer.get(answer.url))
    assert [each for each in ("chưa vào sổ", "Lê Văn Ký", "0/2 đã nhận", "Rà soát nguồn.") if each not in page] == []


@pytest.mark.parametrize(
    "unknown", [("number",), ("issued_on",), ("issuer",), ("kind",), ("number", "issued_on", "issuer")]
)
def test_any_part_of_the_identity_may_be_unknown(cast, officer, unknown):
    assert send(officer, **dict.fromkeys(unknown, "")).status_code == 302
    stored = Directive.objects.get().document
    assert [getattr(stored, name) or "" for name in unknown] == [""] * len(unknown)
    assert "không ghi" in stored.citation or unknown == ("kind",)


def test_a_document_of_which_nothing_is_known_is_not_registered(cast, officer):
    answer = send(officer, number="", issued_on="", issuer="", kind="")
    assert "Hãy ghi ít nhất một trong các mục: loại, số" in words_of(answer)
    assert not Directive.objects.exists()


@pytest.mark.parametrize("number", ["259-CV/ĐUK", "259 - cv/đuk", "0259–CV/ĐUK"])
def test_a_second_registration_is_refused_with_a_link_and_keeps_what_was_typed(cast, officer, number):
    first = send(officer).url
    clause = {"label": "Mục 1", "summary": "Lời."}
    page = pages.read(send(officer, number=number, subject="Lần hai", **lines(clauses=[clause])))
    assert "Công văn số 259-CV/ĐUK ngày 21/5/2021 của Đảng ủy Khối đã được vào sổ" in page.words
    assert first in [href for href, _ in page.links]
    assert (page.form.fields["subject"], page.form.fields["clauses-0-label"]) == ("Lần hai", "Mục 1")
    assert Directive.objects.count() == 1


def test_what_may_be_the_same_is_asked_about_and_registered_once_somebody_says_that_it_is_another(cast, officer):
    first = send(officer, issued_on="").url
    page = pages.read(send(officer))
    assert "Có thể văn bản này đã có" in page.words
    assert first in [href for href, _ in page.links]
    answer = registered.send(officer, form=page.form, is_other="on")
    assert (answer.status_code, Directive.objects.count()) == (302, 2)


def test_another_document_with_the_same_number_is_registered_and_told(cast, officer):
    first = send(officer).url
    second = send(officer, issuer="Tỉnh ủy").url
    page = pages.read(officer.get(second))
    assert "Văn bản khác trùng số" in page.words
    assert first in [href for href, _ in page.links]
    assert second in [href for href, _ in pages.read(officer.get(first)).links]


def test_a_document_that_was_only_cited_is_completed_from_its_page(cast, officer):
    citing = duties.letter(cast.bloc)
    stub = duties.stub("71-KH/ĐU")
    duties.citation(citing, stub)
    page = pages.read(officer.get(f"/van-ban/chua-vao-so/{stub.pk}/"))
    assert ("Chưa vào sổ" in page.words, (f"{NEW}?tu={stub.pk}", "Vào sổ văn bản này") in page.links) == (True, True)
    form = pages.read(officer.get(f"{NEW}?tu={stub.pk}")).form
    answer = pages.send(officer, f"{NEW}?tu={stub.pk}", form, issued_on="3/4/2019")
    made = Directive.objects.get(document=stub)
    assert (answer.url, made.document.issued_on, made.document.subject) == (
        f"/van-ban/{made.pk}/", date(2019, 4, 3), "Về hội"
    )  # fmt: skip
    assert answer.url in [href for href, _ in pages.read(officer.get(f"/van-ban/{citing.pk}/")).links]
    assert officer.get(f"/van-ban/chua-vao-so/{stub.pk}/").status_code == 404


def test_registering_the_very_identity_of_a_cited_document_completes_it(cast, officer):
    stub = Document.objects.create(kind="letter", number="259-CV/ĐUK", issuer="Đảng ủy Khối", issued_on=date(2021, 5, 21),
                                   subject="")  # fmt: skip
    duties.citation(duties.letter(cast.bloc), stub)
    send(officer)
    assert Directive.objects.get(document=stub).document.subject == HEAD["subject"]


def test_a_relation_to_a_registered_document_makes_no_second_one(cast, officer):
    old = duties.letter(cast.bloc, "12-CV/TN")
    send(officer, **lines(citations=[{"kind": "replaces", "number": "12 - cv/tn"}]))
    assert Citation.objects.get().document == old.document
    page = words_of(officer.get(f"/van-ban/{old.pk}/"))
    assert [each for each in ("Bị thay thế bởi: 259-CV/ĐUK", "Văn bản này đã bị thay thế.") if each not in page] == []


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ({"kind": "replaces", "number": "259-CV/ĐUK", "other_kind": "letter", "issuer": "Đảng ủy Khối",
          "issued_on": "21/5/2021"}, "ghi chính văn bản này"),
        ({"kind": "replaces", "number": "9-CV", "issued_on": "22/5/2021"}, "không thể thay thế"),
        ({"kind": "grounds", "number": "77-CV"}, "Có 2 văn bản khớp với"),
        ({"kind": "grounds", "number": "9-CV", "clause": "Mục 9"}, "không có điểm, khoản nào mang tên đó"),
        ({"kind": "grounds", "subject": "Về hội"}, "Hãy ghi số, ngày hoặc cơ quan ban hành"),
        ({"kind": "x", "number": "9-CV"}, "không phải là lựa chọn hợp lệ"),
        ({"number": "9-CV", "issued_on": "31/2/2021"}, "không phải là một ngày có trong lịch"),
    ],
)  # fmt: skip
def test_a_relation_that_cannot_be_is_refused(cast, officer, line, sentence):
    for issuer in ("Tỉnh ủy", "Huyện ủy"):
        Document.objects.create(kind="letter", number="77-CV", issuer=issuer, subject="V/v")
    assert sentence in words_of(send(officer, **lines(citations=[line])))
    assert (Directive.objects.count(), Document.objects.filter(number="9-CV").count()) == (0, 0)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"subject": " "}, "Hãy ghi trích yếu"),
        ({"issued_on": "1/7/2021"}, "Ngày ban hành 01/7/2021 chưa đến"),
        ({"meeting_on": "1/7/2021"}, "Ngày họp 01/7/2021 chưa đến"),
        ({"valid_until": "21/5/2021"}, "phải sau ngày có hiệu lực 21/5/2021"),
        ({"kind": "poem"}, "không phải"),
        ({"issuing_unit": "Đảng bộ Không Có"}, "Không có đơn vị nào mang tên hoặc mã"),
        ({"issuing_unit": "Chi bộ"}, "Có nhiều đơn vị khớp với “Chi bộ”"),
        (lines(addressees=[{"unit": "B.1"}]), "Hãy ghi nơi nhận như văn bản ghi."),
        (lines(addressees=[{"words": "Các chi bộ", "bound": "cells"}]), "trực thuộc đơn vị nào"),
        (lines(addressees=[{"words": "Chi bộ khác", "unit": "F.1"}]), "Không có đơn vị nào mang tên hoặc mã “F.1”"),
        (lines(clauses=[{"label": "Mục 1"}]), "Hãy tóm tắt nội dung của điểm."),
        (lines(clauses=[{"label": "Mục 1", "summary": "a"}, {"label": "mục 1", "summary": "b"}]), "ghi hai lần"),
        ({"clauses-TOTAL_FORMS": "x"}, "Biểu mẫu thiếu phần điểm, khoản"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_and_nothing_is_stored(cast, officer, typed, sentence):
    assert sentence in words_of(send(officer, **typed))
    assert not Directive.objects.exists()


def test_a_button_adds_lines_and_keeps_what_was_typed_without_storing_or_checking_it(cast, officer):
    page = pages.read(send(officer, them="clauses", issued_on="31/2/2021", **lines(clauses=[{"label": "Mục 1"}])))
    fields = page.form.fields
    assert (fields["clauses-TOTAL_FORMS"], fields["addressees-TOTAL_FORMS"]) == ("5", "2")
    assert (fields["clauses-0-label"], fields["issued_on"], fields["number"]) == ("Mục 1", "31/2/2021", "259-CV/ĐUK")
    assert ("Chưa lưu được" in page.words, Directive.objects.exists()) == (False, False)
    answer = send(officer, NEW, page.form, issued_on="21/5/2021", **lines(clauses=[{"summary": "Giao chỉ tiêu."}]))
    assert (answer.status_code, Directive.objects.get().document.clauses.get().label) == (302, "Mục 1")


def test_the_same_form_sent_twice_registers_once(cast, officer):
    form = pages.read(officer.get(NEW)).form
    addresses = [send(officer, NEW, form).url for _ in range(2)]
    assert addresses == [f"/van-ban/{Directive.objects.get().pk}/"] * 2


def test_whoever_keeps_documents_of_several_units_chooses_which(cast):
    both = people.person("haiben", "Lưu Thị Hai", Role.COMMITTEE_OFFICE, cast.bloc)
    people.Post.objects.create(user=both, role=Role.COMMITTEE_OFFICE, unit=cast.foreign_bloc, valid_from=people.FOUNDED)
    browser = people.signed_in(both)
    assert "Hãy chọn đơn vị giữ văn bản." in words_of(send(browser, kept_by=""))
    send(browser, kept_by=str(cast.foreign_bloc.pk))
    assert Directive.objects.get().kept_by == cast.foreign_bloc


def test_nobody_registers_for_a_unit_of_others(cast, officer):
    answer = send(officer, kept_by=str(cast.foreign_bloc.pk))
    assert ("Đơn vị giữ văn bản" in words_of(answer), Directive.objects.exists()) == (True, False)


def test_an_empty_line_is_no_line(cast, officer):
    send(officer, **lines(addressees=[{}, {"words": "Các chi bộ"}], clauses=[{"place": "1"}]))
    assert list(Addressee.objects.values_list("position", "words")) == [(1, "Các chi bộ")]
    assert not Directive.objects.get().document.clauses.exists()


def test_a_document_that_a_share_or_a_rule_names_can_be_registered_too(cast, officer):
    plan = Document.objects.create(
        kind="letter", number="", issuer="Đảng ủy Khối", issued_on=date(2021, 5, 21), subject="Giao"
    )
    page = pages.read(send(officer))
    link = f"{NEW}?tu={plan.pk}"
    assert link in [href for href, _ in page.links]
    assert pages.send(officer, link, number="12-KH").status_code == 302
    assert Directive.objects.get(document=plan).document.number == "12-KH"


def test_a_unit_is_found_by_the_beginning_of_its_name(cast, officer):
    send(officer, issuing_unit="dang bo so")
    assert Directive.objects.get().issuing_unit == cast.office


def test_of_documents_that_fit_a_relation_only_those_are_named_that_one_may_know_of(cast):
    for known in ({"secrecy": "secret", "issuer": "Zqban"}, {"issuer": "Đảng ủy Mở"}):
        made = duties.letter(cast.bloc, "77-CV")
        Document.objects.filter(pk=made.document_id).update(**known)
    other = people.signed_in(people.person("khac", "Người Khác", Role.BOARD_OFFICER, cast.foreign_bloc))
    said = words_of(send(other, **lines(citations=[{"kind": "grounds", "number": "77-CV"}])))
    assert "Có 2 văn bản khớp với" in said
    assert ("Đảng ủy Mở; văn bản khác" in said, "Zqban" in said) == (True, False)
