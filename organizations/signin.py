"""How allauth behaves here: accounts are given by an administrator, nobody signs up; changes of one's own sign-in are acts."""

import time
from base64 import urlsafe_b64encode
from hashlib import sha256

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.crypto import get_random_string
from django.utils.safestring import SafeString, mark_safe
from qrcode.image.svg import SvgPathImage

from organizations import access, clock, entrance, sessions
from organizations.acting import acting
from organizations.enums import Deed
from organizations.models import User

PROMISED = "hash_at_sign_in"
BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


class ClosedSignUp(DefaultAccountAdapter):
    """Sign-up is closed; passwords change in an act; whoever has just signed in is not asked for the password again."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody creates an account from outside."""
        return False

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Say on the sign-in page that the account is closed, and whom to ask."""
        messages.error(request, "Tài khoản này đang bị khóa. Hãy liên hệ người quản trị.")
        return redirect("account_login")

    def set_password(self, user: User, password: str) -> None:
        """Change one's own password: it is no longer a temporary one, and every session ends (allauth renews this one)."""
        with acting(user, Deed.MANAGE_ACCOUNTS, "đổi mật khẩu của mình"):
            user.set_password(password)
            user.password_is_temporary = False
            user.save(update_fields=["password", "password_is_temporary"])
            sessions.end_all(user)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Go on to the first page; the gate leads to what else is to be settled."""
        return settings.LOGIN_REDIRECT_URL

    def is_reauthentication_required(self, *, app: str, **kwargs: object) -> bool:
        """Ask for the password again before a change of the sign-in, unless it was typed a few minutes ago."""
        records = get_authentication_records(context.request, context.request.user)
        fresh = bool(records) and time.time() - records[-1]["at"] < REAUTHENTICATION_TIMEOUT
        return not fresh and super().is_reauthentication_required(app=app, **kwargs)

    def pre_login(self, request: HttpRequest, user: User, **kwargs: object) -> HttpResponse | None:
        """Remember what the password step was granted for: the code step may come minutes later."""
        request.session[PROMISED] = user.get_session_auth_hash()
        return super().pre_login(request, user, **kwargs)

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign in, unless the sessions of ``user`` were ended between the password and the code."""
        if request.session.pop(PROMISED, None) != user.get_session_auth_hash():
            messages.error(request, "Tài khoản vừa được thay đổi. Hãy đăng nhập lại từ đầu.")
            raise ImmediateHttpResponse(redirect("account_login"))
        super().login(request, user)


class SecondFactor(DefaultMFAAdapter):
    """The second factor: the secret is stored encrypted, drawn as plain SVG, and stays on where it is demanded."""

    def build_totp_svg(self, url: str) -> SafeString:
        """The picture to scan, as markup that may stand inside a page: no style, nothing to fetch."""
        drawn = qrcode.make(url, image_factory=SvgPathImage).to_string(encoding="unicode")
        return mark_safe(drawn)  # numbers only: the address is in the shape, not in the markup

    def encrypt(self, text: str) -> str:
        """Encrypt under the installation's key."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Decrypt; what was stored under another key becomes a secret that nobody holds, so that no code fits."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return get_random_string(32, BASE32)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Nobody switches off what their role demands."""
        own = access.reach(authenticator.user, clock.real_today())
        return not entrance.second_factor_demanded(context.request, own)


def _box() -> Fernet:
    return Fernet(urlsafe_b64encode(sha256(f"second factor {settings.SECRET_KEY}".encode()).digest()))
