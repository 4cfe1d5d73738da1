"""The languages that pages are written in."""

from __future__ import annotations

LANGUAGES = ("en", "es", "fr", "ro")
