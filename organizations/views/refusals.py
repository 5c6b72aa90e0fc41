"""Answers to requests that cannot be served, in clear sentences."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from organizations.gate import NothingHere


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing at this address, or nothing that this person reaches; a sentence of ours says more where there is one."""
    sentence = str(exception) if isinstance(exception, NothingHere) else ""
    return render(request, "404.html", {"exception": sentence}, status=404)


def expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose protection has run out: say so and how to go on."""
    return render(request, "expired.html", {"sentence": EXPIRED}, status=403)


EXPIRED = "Biểu mẫu đã hết hạn hoặc trình duyệt chặn cookie. Hãy quay lại trang trước, tải lại trang rồi gửi lại."
