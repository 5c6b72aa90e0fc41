"""From a counted number of an organisation to the list behind it, for those who may open that list."""

from dataclasses import dataclass

from django.urls import reverse

from candidates import lists, nominated
from candidates.nominated import Nominated
from directives import forecast_words, forecasts
from directives.forecast_words import Likely
from directives.foreseen import Forecast
from directives.organisation_progress import OrganisationProgress
from organizations.access import Reach
from organizations.enums import Deed
from organizations.models import Unit


@dataclass(frozen=True)
class Row:
    """A target of an organisation with the address of the people counted; none where this person may not see them all."""

    item: OrganisationProgress
    href: str
    forecast: Forecast
    likely: Likely | None


def rows(found: list[OrganisationProgress], own: Reach) -> list[Row]:
    """Return each progress with its list."""
    organisations = {each for item in found for each in _organisations(item)}
    seen = set(own.organisations(Deed.SEE_NOMINATIONS).filter(pk__in=[each.pk for each in organisations]))
    told = forecasts.of_organisations(found)
    return [
        Row(item, _address(item, own, seen), each, forecast_words.likely(each))
        for item, each in zip(found, told, strict=True)
    ]


def _organisations(item: OrganisationProgress) -> tuple[Unit, ...]:
    return item.cell.organisations if isinstance(item.cell, Nominated) else ()


def _address(item: OrganisationProgress, own: Reach, seen: set[Unit]) -> str:
    """Nominations are listed for those who see all these organisations, people for those who see every unit counted."""
    cell = item.cell
    if isinstance(cell, Nominated):
        return (
            f"{reverse('candidates:nominations')}?{nominated.query(cell)}"
            if seen.issuperset(cell.organisations)
            else ""
        )
    covered = all(own.covers(Deed.SEE_DOSSIERS, top) for top in cell.units)
    return f"{reverse('candidates:list')}?{lists.query(cell)}" if covered else ""
