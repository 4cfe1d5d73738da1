"""Everyone can read it: axe-core finds nothing, the keyboard leads through it, nothing moves."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise

import pytest
from shown import EXAMPLES, ROOT, made, said_everywhere

from detente.analysis.comparison import compare
from detente.dispute.file import load
from detente.showing.brief import render_html

pytestmark = pytest.mark.browser
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
VIEWS = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}, "color_scheme": "light"},
    "dark phone": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
    "200 % zoom": {"viewport": {"width": 640, "height": 450}, "color_scheme": "light"},
    "print": {"viewport": {"width": 703, "height": 1000}, "color_scheme": "light"},
}


@pytest.fixture(scope="module")
def pages():
    strike, ferry = (load(path) for path in sorted(EXAMPLES, reverse=True))
    shown = {
        "ferry": made(ferry, since=compare(strike, ferry), side="norland"),
        "strike": made(strike),
        "garrison": made(load(ROOT / "tests" / "cases" / "garrison.yaml"), language="ro"),
        "everywhere": made(said_everywhere("words <b>&amp; 日本")),
    }
    return {name: render_html(brief) for name, brief in shown.items()}


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(browser, pages, view):
    page = browser.new_context(**VIEWS[view]).new_page()
    if view == "print":
        page.emulate_media(media="print")
    for name, html in pages.items():
        if name != "ferry" and view not in ("light", "phone"):
            continue  # what differs between views is the style, which is one
        page.set_content(html)
        page.evaluate(AXE)
        found = page.evaluate(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
            " 'best-practice']})"
        )
        faults = [(rule["id"], rule["help"], [node["html"] for node in rule["nodes"]][:3])
                  for rule in found["violations"]]  # fmt: skip
        assert not faults, name
    page.context.close()


def test_the_keyboard_leads_from_top_to_bottom(browser, pages):
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_content(pages["strike"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    places = []
    for _ in range(40):
        page.keyboard.press("Tab")
        places.append(page.evaluate(_PLACE))
    assert all(one["order"] <= other["order"] for one, other in pairwise(places))
    assert all(place["shown"] for place in places)
    page.context.close()


_PLACE = """() => {
    const at = document.activeElement, box = at.getBoundingClientRect();
    const all = [...document.querySelectorAll('a, summary, [tabindex]')];
    return {order: all.indexOf(at), shown: box.width > 0 && getComputedStyle(at).outlineStyle != 'none'};
}"""


def test_two_keys_lead_from_an_element_to_its_quote_and_back(browser, pages):
    """Enter on a number leads to the evidence, Enter on its quote to the article, and back."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_content(pages["ferry"])
    page.evaluate("location.hash = ''")
    ref = page.locator("#positions sup a").first
    target = ref.get_attribute("href")
    item = page.locator(f'[id="{target[1:]}"]')
    quoted = item.locator("a.quoted").get_attribute("href")
    mark = page.locator(f'[id="{quoted[1:]}"]')
    assert mark.count() == 1
    assert page.locator(f'article sup a[href="{target}"]').count() >= 1
    assert item.locator("a.use").count() >= 1
    page.context.close()


def test_headings_step_by_one_and_tables_have_heads(browser, pages):
    page = browser.new_context().new_page()
    for name, html in pages.items():
        page.set_content(html)
        levels = page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])"
        )
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), name
        bare = page.evaluate("[...document.querySelectorAll('table')].filter(t => "
                             "!t.caption || !t.querySelector('th[scope=col]')).length")  # fmt: skip
        assert bare == 0, name
    page.context.close()


def test_nothing_moves_and_quotes_have_their_language(pages):
    for html in pages.values():
        style = html[html.index("<style>") : html.index("</style>")]
        assert not any(word in style for word in ("animation", "transition", "scroll-behavior"))
    assert 'lang="en"' in pages["ferry"].split("<body>")[1]
