"""Every field of the forms: its name, what it reads from the data, and where that is typed in."""

from reports.forms.fields import checking, papers, persons, supporters, units, voting
from reports.forms.fields.field import Field

ALL: dict[str, Field] = {
    field.name: field for module in (persons, units, supporters, voting, papers, checking) for field in module.FIELDS
}
