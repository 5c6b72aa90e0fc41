"""How allauth behaves here: accounts are given by an administrator, nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from organizations.models import User


class ClosedSignUp(DefaultAccountAdapter):
    """Sign-up is closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody creates an account from outside."""
        return False

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Say on the sign-in page that the account is closed, and whom to ask."""
        messages.error(request, "Tài khoản này đang bị khóa. Hãy liên hệ người quản trị.")
        return redirect("account_login")
