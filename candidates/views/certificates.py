"""Certificates of a class: numbered and previewed by the address, issued in one go; and who issues them from a day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candidates import certificates, certifying, issuers, training
from candidates.class_forms import IssuerForm
from candidates.models import TrainingClass
from candidates.roster_forms import CertifyForm, SeriesForm
from candidates.views.classes import class_units
from candidates.views.loading import carried, run
from organizations import clock
from organizations.enums import Deed
from organizations.gate import gate


@gate(Deed.SEE_CLASSES, "GET", "POST")
def certification(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask how to number, show what would happen to whom, and issue."""
    found, own, today = run(request, pk), request.reach, clock.today(request)
    form = CertifyForm(request.POST or None, version=found.version)

    def act() -> None:
        given = form.cleaned_data
        certifying.certify(found, form.series(), own=own, today=today, version=given["version"] or 0)

    done = carried(request, form, reverse("classes:class", args=[pk]), act, "Đã cấp giấy chứng nhận.")
    if done:
        return done
    return render(request, "candidates/classes/certification.html", _asked(request, found, form))


@gate(Deed.SEE_CLASSES)
def issuer_list(request: HttpRequest) -> HttpResponse:
    """Who issued certificates for which units in which period."""
    context = {
        "issuers": issuers.known(request.reach, clock.today(request)),
        "may_run": request.reach.grants(Deed.RUN_CLASSES),
    }
    return render(request, "candidates/classes/issuers.html", context)


@gate(Deed.RUN_CLASSES, "GET", "POST")
def new_issuer(request: HttpRequest) -> HttpResponse:
    """Record who issues certificates from a day."""
    own, today = request.reach, clock.today(request)
    form = IssuerForm(request.POST or None, units=class_units(request), initial={"since": today})

    def act() -> None:
        given = form.cleaned_data
        said = {name: given[name] for name in ("unit", "name", "since", "source")}
        training.record_issuer(**said, own=own, today=today)

    done = carried(request, form, reverse("classes:issuers"), act, "Đã ghi nơi cấp giấy chứng nhận.")
    context = {"form": form, "verb": "Ghi nơi cấp giấy chứng nhận", "back": reverse("classes:issuers")}
    return done or render(request, "candidates/classes/form.html", context)


def _asked(request: HttpRequest, found: TrainingClass, form: CertifyForm) -> dict:
    """The form that asks, and once it is answered the preview with the form that confirms."""
    today = clock.today(request)
    sent = request.POST if request.method == "POST" else request.GET
    asking = SeriesForm(sent or None, initial={"mau": "{n}/CN-TTCT", "tu_so": "001", "ngay": today})
    asking.fields["noi_cap"].help_text = _issuer_help(found, today)
    context = {"training": found, "asking": asking, "form": form, "preview": None}
    if not sent or not asking.is_valid():
        return context
    made = certificates.preview(found, asking.series(), request.reach, today)
    if not form.is_bound:
        context["form"] = CertifyForm(version=found.version, initial=sent.dict() | {"noi_cap": made.issuer})
    return context | {"preview": made}


def _issuer_help(found: TrainingClass, on) -> str:
    issuer = certificates.issuer_of(found, on)
    return f"Để trống thì lấy nơi cấp đã ghi; hiện nay: {issuer}." if issuer else issuers.unknown_words(on)
