"""A brief as PDF: the page printed by Chromium, which a system brings or does not."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from detente.errors import Fault, InputError
from detente.showing import blocks as b
from detente.showing.renderers.html import render as render_html

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
_SECONDS = 120


def render(brief: b.Brief) -> bytes:
    """The bytes of a PDF file.

    Raises
    ------
    InputError
        Where no Chromium is found, or it does not print.
    """
    program = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    if program is None:
        instead = "install Chromium or Chrome, or open the HTML brief in a browser and print it"
        raise InputError(Fault("pdf", 0, 0, "Chromium is needed and was not found", instead))
    with TemporaryDirectory() as folder:
        page, printed = Path(folder) / "brief.html", Path(folder) / "brief.pdf"
        page.write_text(render_html(brief), encoding="utf-8")
        command = [
            program, "--headless", "--disable-gpu", "--no-pdf-header-footer", "--no-first-run",
            f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}", page.as_uri(),
        ]  # fmt: skip
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.insert(1, "--no-sandbox")  # Chromium starts as root with it alone
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603 - our own page
            return printed.read_bytes()
        except (OSError, subprocess.SubprocessError):
            what, instead = f"{program} did not print", "print the HTML brief in a browser"
            raise InputError(Fault("pdf", 0, 0, what, instead)) from None
