"""Disputes to show, and a browser to look at them."""

from __future__ import annotations

import pytest
from shown import CASES, ROOT

from detente.dispute.file import load


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def case(request):
    return load(request.param)


@pytest.fixture(scope="session")
def ferry():
    return load(ROOT / "examples" / "ferry")


@pytest.fixture(scope="session")
def browser(chromium):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        yield launched
        launched.close()
