"""What the database itself refuses in this app: every named constraint with a row that breaks it."""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from organizations.enums import AssociationKind, DocumentKind, FigureKind, OfficeCell, Role, UnitKind
from organizations.models import (
    Clause,
    Document,
    Explanation,
    Figure,
    Installation,
    Oversight,
    PeriodLock,
    Post,
    StandingOffice,
    Unit,
    UnitAncestry,
    UnitVersion,
    User,
)
from tests.people import FOUNDED

DAY = date(2020, 7, 1)


def version(valid_from: date, valid_until: date | None = None, **values: object) -> UnitVersion:
    unit, _ = Unit.objects.get_or_create(code="A")
    known = {"name": "Chi bộ", "kind": UnitKind.CELL} | values
    return UnitVersion.objects.create(unit=unit, valid_from=valid_from, valid_until=valid_until, **known)


def document(**values: object) -> Document:
    return Document.objects.create(**{"kind": DocumentKind.LETTER, "issuer": "Đảng ủy", "subject": "V/v"} | values)


def oversight(valid_from: date, valid_until: date | None = None) -> Oversight:
    organisation, _ = Unit.objects.get_or_create(code="H")
    unit, _ = Unit.objects.get_or_create(code="A")
    return Oversight.objects.create(
        organisation=organisation, unit=unit, valid_from=valid_from, valid_until=valid_until
    )


def office(valid_from: date, valid_until: date | None = None, **values: object) -> StandingOffice:
    organisation, _ = Unit.objects.get_or_create(code="H")
    known = {"arrangement": OfficeCell.NONE} | values
    return StandingOffice.objects.create(
        organisation=organisation, valid_from=valid_from, valid_until=valid_until, **known
    )


def two_versions_overlap():
    version(FOUNDED, DAY)
    version(date(2020, 6, 30))


def a_version_without_days():
    version(DAY, DAY)


def a_unit_under_itself():
    version(DAY, parent=Unit.objects.create(code="A"))


def an_ancestry_without_days():
    unit = Unit.objects.create(code="A")
    UnitAncestry.objects.create(ancestor=unit, unit=unit, depth=0, valid_from=DAY, valid_until=DAY)


def a_post_that_ends_before_it_begins():
    user, unit = User.objects.create(username="ai"), Unit.objects.create(code="A")
    Post.objects.create(user=user, unit=unit, role=Role.LEADERSHIP, valid_from=DAY, valid_until=FOUNDED)


def one_document_twice_without_number_and_day():
    document()
    document()


def one_position_twice():
    letter = document()
    for _ in range(2):
        Clause.objects.create(document=letter, position=1, label="Mục 1", summary="Nội dung")


def two_figures_in_force():
    unit = Unit.objects.create(code="A")
    for value in (1, 2):
        Figure.objects.create(unit=unit, kind=FigureKind.OFFICIAL_MEMBERS, on=DAY, value=value)


def two_explanations_in_force():
    unit = Unit.objects.create(code="A")
    for remedy in ("một", "hai"):
        Explanation.objects.create(unit=unit, on=DAY, remedy=remedy)


def an_explanation_of_nothing():
    Explanation.objects.create(unit=Unit.objects.create(code="A"), on=DAY, words="chỉ có lời")


def a_party_unit_of_a_kind_of_association():
    version(DAY, association_kind=AssociationKind.SOCIAL)


def two_units_follow_at_once():
    oversight(FOUNDED)
    oversight(DAY)


def a_following_without_days():
    oversight(DAY, DAY)


def two_offices_at_once():
    office(FOUNDED, date(2020, 7, 2))
    office(DAY)


def an_office_without_days():
    office(DAY, FOUNDED)


def an_own_cell_that_is_none():
    office(DAY, arrangement=OfficeCell.OWN)


def no_cell_but_one_is_named():
    office(DAY, cell=Unit.objects.create(code="A"))


def two_installations():
    for _ in range(2):
        Installation.objects.create(story="khoi-2021", as_at=DAY)


def an_installation_beside_the_only_one():
    Installation.objects.create(story="khoi-2021", as_at=DAY, only=False)


def a_lock_of_days_to_come():
    unit = Unit.objects.create(code="A")
    PeriodLock.objects.create(unit=unit, last_day=date(2020, 7, 2), words="Đợt chốt", locked_on=DAY)


BREAKS = {
    "organizations_unitversion_one_at_a_time": two_versions_overlap,
    "organizations_unitversion_period_has_days": a_version_without_days,
    "organizations_unitversion_not_own_parent": a_unit_under_itself,
    "organizations_unitancestry_period_has_days": an_ancestry_without_days,
    "organizations_post_period_has_days": a_post_that_ends_before_it_begins,
    "organizations_document_effect_in_order": lambda: document(valid_from=DAY, valid_until=DAY),
    "organizations_document_identity": one_document_twice_without_number_and_day,
    "organizations_clause_position": one_position_twice,
    "organizations_figure_one_in_force": two_figures_in_force,
    "organizations_explanation_one_in_force": two_explanations_in_force,
    "organizations_explanation_says_something": an_explanation_of_nothing,
    "organizations_unitversion_kind_of_association": a_party_unit_of_a_kind_of_association,
    "organizations_oversight_one_at_a_time": two_units_follow_at_once,
    "organizations_oversight_period_has_days": a_following_without_days,
    "organizations_standingoffice_one_at_a_time": two_offices_at_once,
    "organizations_standingoffice_period_has_days": an_office_without_days,
    "organizations_standingoffice_cell_agrees": an_own_cell_that_is_none,
    "organizations_installation_one": an_installation_beside_the_only_one,
    "organizations_lock_of_days_gone": a_lock_of_days_to_come,
}


def named_constraints(app: str) -> set[str]:
    """The names of all constraints that the models of an app declare."""
    return {made.name for model in apps.get_app_config(app).get_models() for made in model._meta.constraints}


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_refuses_a_row_that_breaks(db, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        BREAKS[name]()


def test_every_named_constraint_has_its_case():
    assert set(BREAKS) == named_constraints("organizations")


def test_there_is_one_installation_at_most(db):
    with pytest.raises(IntegrityError, match="only"), transaction.atomic():
        two_installations()


def test_an_office_without_a_cell_names_none(db):
    with pytest.raises(IntegrityError, match="organizations_standingoffice_cell_agrees"), transaction.atomic():
        no_cell_but_one_is_named()


def test_versions_may_follow_each_other_without_a_gap(db):
    version(FOUNDED, DAY)
    version(DAY)
    assert UnitVersion.objects.count() == 2


def test_documents_that_differ_in_one_part_of_their_identity_are_two(db):
    letters = Document.objects.filter(kind=DocumentKind.LETTER)
    before = letters.count()
    document()
    document(number="259-CV/ĐUK")
    document(number="259-CV/ĐUK", issued_on=DAY)
    assert letters.count() == before + 3
