"""What tests share: the long numbers, Chromium, and no skipping when CI=true."""

from __future__ import annotations

import os
import random
import shutil

import pytest
from hypothesis import HealthCheck, settings

# Seeded: a run says the same as the last one. Timing decides nothing.
settings.register_profile(
    "share", max_examples=100, derandomize=True, deadline=None, suppress_health_check=[*HealthCheck]
)
settings.register_profile("soak", settings.get_profile("share"), max_examples=2000)


def pytest_addoption(parser):
    parser.addoption("--soak", action="store_true", help="the long checks with their full numbers")


def pytest_configure(config):
    settings.load_profile("soak" if config.getoption("--soak") else "share")


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--soak"):
        long = [item for item in items if "soak" in item.keywords]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


@pytest.fixture
def share(request):
    """How many of a full number of random cases this run takes."""
    soak = request.config.getoption("--soak")
    return lambda full, part: full if soak else part


@pytest.fixture
def rng():
    return random.Random(0)


@pytest.fixture(scope="session")
def chromium():
    """The path of Chromium; without it the test is skipped by name, a failure when CI=true."""
    return needed("chromium")


@pytest.fixture(scope="session")
def poppler():
    return needed("pdftotext")


def needed(program):
    path = shutil.which(program)
    if path is None:
        message = f"{program} is not installed (scripts/system.sh installs it)"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(message)
    return path
