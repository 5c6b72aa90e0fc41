"""The address of the list behind a counted number, for templates."""

from django import template

from reports import links

register = template.Library()

register.filter("behind", links.behind)
