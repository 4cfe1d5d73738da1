"""The gallery: eight disputes and more, one index, nothing outside."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from shown import ROOT
from test_renderers import Page

pytestmark = pytest.mark.filterwarnings("default")


def test_the_gallery_leads_to_a_brief_of_each_dispute(tmp_path):
    subprocess.run(
        [sys.executable, ROOT / "scripts" / "gallery.py", tmp_path],
        check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    index = Page((tmp_path / "index.html").read_text(encoding="utf-8"))
    assert len(index.links) >= 8
    assert {path.name for path in tmp_path.glob("*.html")} == {*index.links, "index.html"}
    for name in index.links:
        page = Page((tmp_path / name).read_text(encoding="utf-8"))
        assert page.tags.count("h1") == 1
        assert all(link.startswith("#") for link in page.links)
