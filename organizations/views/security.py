"""One's own sign-in: password, second factor, spare codes, other sessions. allauth's pages, each change inside an act."""

from functools import wraps
from textwrap import wrap

from allauth.account.views import PasswordChangeView, reauthenticate
from allauth.mfa.base.views import IndexView
from allauth.mfa.base.views import reauthenticate as reauthenticate_by_code
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from organizations import access, clock, entrance, sessions
from organizations.acting import acting
from organizations.enums import Deed
from organizations.gate import View, gate


def own_page(view: View) -> View:
    """Open ``view`` to whoever is signed in, about their own account; nothing but the password while that is temporary.

    It stands inside the frame of the product once nothing comes before the other pages.
    """

    @never_cache
    @wraps(view)
    def opened(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        own = access.reach(request.user, clock.real_today())
        needed = entrance.first_needed(request, own)
        if needed == entrance.CHANGE_PASSWORD != request.resolver_match.url_name:
            return redirect(needed)
        if needed is None:
            request.reach = own
        request.second_factor_demanded = entrance.second_factor_demanded(request, own)
        return view(request, *args, **kwargs)

    return opened


class ChangedInAnAct:
    """A change of the second factor: one act, every other session ends, this one goes on."""

    reason: str

    def form_valid(self, form: Form) -> HttpResponse:
        """Do what allauth does, and leave a trace of it."""
        with acting(self.request.user, Deed.MANAGE_ACCOUNTS, self.reason):
            answer = super().form_valid(form)
            sessions.end_all(self.request.user)
        update_session_auth_hash(self.request, self.request.user)
        return answer


class TurnOn(ChangedInAnAct, ActivateTOTPView):
    """Set up the app that shows the codes."""

    reason = "bật bước xác thực thứ hai của mình"

    def get_context_data(self, **kwargs: object) -> dict:
        """The key in groups of four as well, for whoever types it."""
        context = super().get_context_data(**kwargs)
        return context | {"spelled_secret": " ".join(wrap(context["form"].secret, 4))}


class TurnOff(ChangedInAnAct, DeactivateTOTPView):
    """Do without the second factor, where the role allows."""

    reason = "tắt bước xác thực thứ hai của mình"


class NewCodes(ChangedInAnAct, GenerateRecoveryCodesView):
    """New spare codes in place of the old ones."""

    reason = "tạo lại mã dự phòng của mình"


@gate(Deed.SEE_DESK, "POST")
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign this person out everywhere but here."""
    with acting(request.user, Deed.MANAGE_ACCOUNTS, "kết thúc mọi phiên đăng nhập khác của mình"):
        sessions.end_all(request.user)
    update_session_auth_hash(request, request.user)
    messages.success(request, "Đã kết thúc mọi phiên đăng nhập khác của đồng chí; phiên này vẫn tiếp tục.")
    return redirect("account_change_password")


change_password = own_page(PasswordChangeView.as_view())
confirm = own_page(reauthenticate)
confirm_by_code = own_page(reauthenticate_by_code)
second_factor = own_page(IndexView.as_view())
turn_on = own_page(TurnOn.as_view())
turn_off = own_page(TurnOff.as_view())
codes = own_page(ViewRecoveryCodesView.as_view())
new_codes = own_page(NewCodes.as_view())
