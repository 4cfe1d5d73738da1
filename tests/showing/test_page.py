"""The page in a browser: page one is one sheet of A4, nothing scrolls sideways, nothing is fetched."""

from __future__ import annotations

import re
import subprocess
from random import Random

import pytest
from hostile import strings
from shown import CASES, made, said_everywhere

import strategies
from detente.analysis.comparison import compare
from detente.dispute.file import load, loads
from detente.showing import brief as briefs
from detente.showing import fitting
from detente.showing.brief import findings, render_html
from detente.showing.renderers.gallery import Entry, index
from detente.showing.words.languages import LANGUAGES
from detente.showing.words.tongue import tongue

pytestmark = pytest.mark.browser

LONG = (
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "南クリル諸島の領有権問題について平和条約交渉の中で協議することに同意する",
    "الاعتراف بالحدود البحرية والانسحاب من الجزر المتنازع عليها قبل نهاية العام",
    "keep the exclusive economic zone around the western banks closed to all foreign trawlers",
    "W" * 90,
)


def disputes(count):
    for path in CASES:
        yield path.stem, load(path)
    for text in LONG:
        yield text, said_everywhere(text)
    rng = Random(11)
    for number in range(count):
        limits = {"parties": (2, 5), "options": (3, 6), "wants": (2, 6)}
        yield (
            f"random {number}",
            loads(strategies.as_yaml(strategies.random_dispute(rng, **limits))),
        )


def spoken(soak):
    """Cases in other languages: each in one of them, or in all."""
    others = [name for name in LANGUAGES if name != "en"]
    for number, path in enumerate(CASES if soak else CASES[::6]):
        for language in others if soak else others[number % 3 :][:1]:
            yield f"{path.stem}, {language}", made(load(path), language=language)


@pytest.fixture(scope="module")
def pages(request):
    soak = request.config.getoption("--soak")
    found = {name: made(dispute) for name, dispute in disputes(60 if soak else 4)}
    found |= dict(spoken(soak))
    strike, older = load(CASES[1]), load(CASES[0])
    found["since, for"] = made(strike, since=compare(older, strike), side=strike.parties[1].id)
    return found


def opened(browser, html, **context):
    page = browser.new_context(**context).new_page()
    page.set_content(html)
    return page


def test_page_one_is_one_sheet(browser, pages, poppler, tmp_path, request):
    """Each in the soak, else every third; the next test measures all."""
    del poppler
    every = 1 if request.config.getoption("--soak") else 3
    for name, brief in list(pages.items())[::every]:
        page = opened(browser, render_html(brief))
        path = tmp_path / "brief.pdf"
        page.pdf(path=str(path), prefer_css_page_size=True)
        page.context.close()
        sheets = subprocess.run(
            ["pdftotext", "-layout", str(path), "-"],
            capture_output=True, text=True, check=True,
        ).stdout.split("\f")  # fmt: skip
        say = tongue(brief.language).say
        assert re.search(rf"^\W*{say('Method')}\W*$", sheets[0], re.MULTILINE), name
        assert say("Annex") in sheets[1].strip()[:12], name


@pytest.mark.parametrize("font", ["", "DejaVu Sans", "Noto Sans CJK JP", "DejaVu Sans Condensed"])
def test_page_one_fits_a_sheet_in_any_font(browser, pages, font):
    page = opened(browser, "", viewport={"width": 703, "height": 1000})
    page.emulate_media(media="print")
    for name, brief in pages.items():
        page.set_content(render_html(brief))
        if font:
            page.evaluate(f"document.body.style.fontFamily = {font!r}")
        tall = page.evaluate("document.querySelector('.annex').getBoundingClientRect().top * 0.75")
        assert tall <= fitting.SHEET, name
        if name not in LONG:
            assert tall <= fitting.height(brief.page, brief.title, brief.about) + 14, name
    page.context.close()


@pytest.mark.parametrize("width", [320, 360, 640, 1280])
def test_nothing_scrolls_sideways(browser, pages, width):
    page = opened(browser, "", viewport={"width": width, "height": 800})
    for name, brief in pages.items():
        page.set_content(render_html(brief))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.context.close()


def test_labels_are_as_wide_as_they_are_taken_to_be(browser, pages):
    page = opened(browser, "", viewport={"width": 1280, "height": 800})
    for name, brief in pages.items():
        page.set_content(render_html(brief))
        outside = page.evaluate(_OUTSIDE)
        assert not outside, (name, outside)
    page.context.close()


_OUTSIDE = """() => [...document.querySelectorAll('svg.drawing')].flatMap(svg => {
    const frame = svg.viewBox.baseVal, boxes = [...svg.querySelectorAll('text')]
        .filter(text => text.textContent.trim()).map(text => [text.textContent, text.getBBox()]);
    return boxes.filter(([, b]) => b.x < -2 || b.x + b.width > frame.width + 2)
        .map(([words]) => words);
})"""


def test_nothing_runs_and_nothing_is_fetched(browser, share, tmp_path):
    """A page of each hostile string in every field; what the notebook shows of it; a gallery of all.

    From disk, and without the page's policy besides, so that escaping is tried and not the policy alone.
    """
    context = browser.new_context()
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    path, unguarded = tmp_path / "brief.html", tmp_path / "unguarded.html"
    gallery, shown = tmp_path / "index.html", []
    for text in strings(share(1000, 12)):
        dispute = said_everywhere(text)
        found = findings(dispute)
        made_brief = briefs.brief(dispute, found, command=text, side="a")
        html = render_html(made_brief)
        path.write_text(html, encoding="utf-8")
        notebook = dispute._repr_html_() + found._repr_html_() + made_brief._repr_html_()
        bare = re.sub("<meta http-equiv=[^>]*>", "", html, count=1)
        unguarded.write_text(bare.replace("</main>", notebook + "</main>"), encoding="utf-8")
        shown.append(Entry.of("brief.html", made_brief))
        for opened_path in (path, unguarded):
            asked.clear()
            page.goto(opened_path.as_uri())
            assert asked == [opened_path.as_uri()], text
            assert said == [], text
            assert page.title().endswith(": brief"), text
            assert not page.evaluate(_STRANGE), text
    gallery.write_text(index(shown), encoding="utf-8")
    asked.clear()
    page.goto(gallery.as_uri())
    assert (asked, said, page.title()) == ([gallery.as_uri()], [], "Briefs")
    context.close()


# Elements that no page of ours has, and attributes that would run something.
_STRANGE = """() => [...document.querySelectorAll('*')].filter(element =>
    element.matches('script, img, iframe, object, embed, link, base, form, video, audio, input, template')
    || [...element.attributes].some(({name}) => name.startsWith('on') || name === 'style'))
    .map(element => element.outerHTML.slice(0, 200))"""
