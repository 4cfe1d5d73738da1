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
        assert page.evaluate(_TALL) <= fitting.SHEET, name
        assert page.evaluate(_CUT) == [], name
        if font == "DejaVu Sans" and name not in LONG:  # as tall as it is taken to be
            page.evaluate(_ALL_SEEN)
            assert page.evaluate(_TALL) <= fitting.height(brief.page, brief.title, brief.about) + 14
    page.context.close()


_TALL = "document.querySelector('.sheet').getBoundingClientRect().height * 0.75"
# Quotes of page one that are neither wholly seen nor wholly out of sight.
_CUT = """() => {
    const list = document.querySelector('#evidence ol'), frame = list?.getBoundingClientRect();
    return [...list?.children ?? []].filter(item => {
        const box = item.getBoundingClientRect();
        const seen = box.left < frame.right && box.bottom <= frame.bottom + 1 && box.top >= frame.top - 1;
        return !seen && box.left < frame.right + 9;
    }).map(item => item.textContent);
}"""
_ALL_SEEN = """() => {
    document.querySelector('.sheet').style.minHeight = '0';
    for (const list of document.querySelectorAll('#evidence ol'))
        Object.assign(list.style, {display: 'block', contain: 'none', flex: 'none'});
}"""


def test_what_page_one_has_no_room_for_is_in_the_annex(pages):
    for brief in pages.values():
        quoted = [block for section in brief.annex if section.anchor == "quotes"
                  for block in section.blocks]  # fmt: skip
        shown = [item.number for section in brief.sections if section.anchor == "evidence"
                 for block in section.blocks if hasattr(block, "items") for item in block.items]  # fmt: skip
        assert not shown or set(shown) <= {item.number for block in quoted for item in block.items}


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

    From disk, and without the page's policy besides, so that escaping is tried and not the policy
    alone. Many whole pages stand behind each other in one file, since opening is what costs; that
    each is there to its end is looked at, so that none can swallow the next.
    """
    context = browser.new_context()
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    many, shown = strings(share(1000, 12)), []
    for start in range(0, len(many), _AT_ONCE):
        texts = many[start : start + _AT_ONCE]
        found = [_hostile(text) for text in texts]
        shown += [Entry.of("brief.html", brief) for brief, _, _ in found]
        guarded = [html if not place else _without_policy(html)
                   for place, (_, html, _) in enumerate(found)]  # fmt: skip
        bare = [_without_policy(html).replace("</main>", f"{more}</main>")
                for _, html, more in found]  # fmt: skip
        for name, pages in (("guarded", guarded), ("bare", bare)):
            path = tmp_path / f"{name}.html"
            path.write_text("".join(pages), encoding="utf-8")
            asked.clear()
            page.goto(path.as_uri())
            assert asked == [path.as_uri()], texts
            assert said == [], texts
            titles = page.evaluate("[...document.querySelectorAll('title')].filter("
                                   "t => !t.closest('svg')).map(t => t.textContent)")  # fmt: skip
            assert [title.endswith(": brief") for title in titles] == [True] * len(texts), texts
            assert page.evaluate(_SHAPE) == [["MAIN", "BODY", "digests"]] * len(texts), texts
            assert not page.evaluate(_STRANGE), texts
    gallery = tmp_path / "index.html"
    gallery.write_text(index(shown), encoding="utf-8")
    asked.clear()
    page.goto(gallery.as_uri())
    assert (asked, said, page.title()) == ([gallery.as_uri()], [], "Briefs")
    assert not page.evaluate(_STRANGE)
    context.close()


_AT_ONCE = 20
# Each page whole and beside the others: where it stands, and its last section.
_SHAPE = """() => [...document.querySelectorAll('main')].map(main => [
    main.tagName, main.parentElement.tagName, [...main.querySelectorAll('section')].at(-1)?.id])"""


def _without_policy(html):
    """A page whose head has no policy; of several in a row, the first one's holds for all."""
    return re.sub("<meta http-equiv=[^>]*>", "", html, count=1)


def _hostile(text):
    """A brief that says it everywhere, its page, and all that a notebook shows of it."""
    dispute = said_everywhere(text)
    found = findings(dispute)
    brief = briefs.brief(dispute, found, command=text, side="a")
    notebook = dispute._repr_html_() + found._repr_html_() + brief._repr_html_()
    return brief, render_html(brief), notebook


# Elements that no page of ours has, and attributes that would run something.
_STRANGE = """() => [...document.querySelectorAll('*')].filter(element =>
    element.matches('script, img, iframe, object, embed, link, base, form, video, audio, input, template')
    || [...element.attributes].some(({name}) => name.startsWith('on') || name === 'style'))
    .map(element => element.outerHTML.slice(0, 200))"""
