#!/usr/bin/env python3
"""Django's command line for Kết Nạp."""

import os
import sys


def main() -> None:
    """Run a management command with the project's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line  # heavy: only once settings are named

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
