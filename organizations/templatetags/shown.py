"""Template filters for dates, numbers and percentages; thin words over ``organizations.formats``."""

from django import template

from organizations import formats

register = template.Library()

register.filter("date_vn", formats.date_vn)
register.filter("moment_vn", formats.moment_vn, expects_localtime=True)
register.filter("number_vn", formats.number_vn)
register.filter("percent_vn", formats.percent_vn)
register.filter("rate_vn", formats.rate_vn)


@register.filter
def dash(value: object) -> object:
    """Show a dash where there is no value."""
    return formats.DASH if value in (None, "") else value
