"""The generated pages and the glossary say what the code says."""

from pathlib import Path

import pytest
from django.conf import settings

from candidates import rules_page, stages_page
from candidates.enums import Stage
from organizations.enums import Role, UnitKind

DOCS = Path(settings.BASE_DIR, "docs")


def test_the_page_of_stages_is_not_stale():
    assert (DOCS / "stages.md").read_text(encoding="utf-8") == stages_page.text()


def test_the_page_of_rules_is_not_stale():
    assert (DOCS / "rules.md").read_text(encoding="utf-8") == rules_page.text()


@pytest.mark.parametrize("term", [*Stage.values, *Role.values, *UnitKind.values])
def test_the_glossary_knows_every_stage_role_and_kind(term):
    assert f"`{term}`" in (DOCS / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("record", sorted((DOCS / "adr").glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_record_is_short(record):
    assert len(record.read_text(encoding="utf-8").splitlines()) <= 30
