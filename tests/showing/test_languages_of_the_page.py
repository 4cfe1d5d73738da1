"""The languages of a page: every message is there, sound, and said in each of them."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import replace
from string import Formatter

import pytest
from click.testing import CliRunner
from shown import ROOT, made, said_everywhere

from detente.cli import detente as cli
from detente.dispute.file import load, loads
from detente.errors import InputError
from detente.showing import blocks as b
from detente.showing.brief import findings, render_html, render_text
from detente.showing.renderers import notebook
from detente.showing.renderers.gallery import Entry, index
from detente.showing.words.countries import country, named, with_article
from detente.showing.words.formulas import Voice
from detente.showing.words.headline import WORDS
from detente.showing.words.languages import LANGUAGES
from detente.showing.words.tongue import Tongue, tongue

_SPEC = importlib.util.spec_from_file_location("catalogues", ROOT / "scripts" / "catalogues.py")
catalogues = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(catalogues)

OTHERS = [name for name in LANGUAGES if name != "en"]


@pytest.fixture(scope="module")
def said():
    """By context and English every message that the sources say."""
    return {(m.context, catalogues._key(m.id)): m for m in catalogues.template() if m.id}


@pytest.fixture(scope="module", params=OTHERS)
def found(request):
    return catalogues.catalogue(request.param)


def forms(message):
    return message.string if isinstance(message.string, tuple) else (message.string,)


def slots(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_there_are_messages_of_all_kinds(said):
    assert len(said) > 500
    assert ("a heading", "Then") in said
    assert (None, "Skip to the annex") in said  # of a template
    assert isinstance(said[None, "{n} want"].id, tuple)


def test_every_message_is_translated_and_none_is_left_over(said, found):
    assert {(m.context, catalogues._key(m.id)) for m in found if m.id} == set(said)
    assert catalogues.missing(found) == []
    assert not [m.id for m in found if m.fuzzy and m.id]


def test_translations_have_the_slots_of_their_messages(found):
    for message in found:
        if message.id:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            wanted = set().union(*map(slots, ids))
            spare = {"n", "count"} if len(ids) > 1 else set()
            for form in forms(message):
                assert slots(form) <= wanted | spare, message.id
                assert wanted - slots(form) <= spare, message.id


def test_translations_end_and_begin_like_their_messages(found):
    """Spaces and full stops at the ends are what the next word counts on."""
    for message in found:
        first = catalogues._key(message.id) if message.id else ""
        for form in forms(message) if first.strip(" :;") else ():
            assert (form[0] == " ") is (first[0] == " "), message.id
            assert (form[-1] == ".") is (first[-1] == "."), message.id
            assert not form.endswith(" "), message.id


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_shipped_is_what_the_messages_compile_to(language):
    compiled = (catalogues.FOLDER / f"{language}.mo").read_bytes()
    assert compiled == catalogues.compiled(language)
    written = catalogues.path_of(language).read_bytes()
    assert written == catalogues.written(catalogues.updated(language))


def test_the_languages_are_those_with_a_catalogue():
    assert sorted(path.stem for path in catalogues.FOLDER.glob("*.mo")) == sorted(OTHERS)


def test_what_has_no_translation_is_said_in_english():
    assert (
        tongue("fr").say("No such message, {name}.", name="Norland") == "No such message, Norland."
    )
    assert tongue("ro").many("{n} gnu", "{n} gnus", 21) == "21 gnus"


@pytest.mark.parametrize("language", ["xx", "", "english", "../en", "de"])
def test_a_language_without_pages_is_one_clear_line(language):
    with pytest.raises(InputError, match=r"no page is written in .*; write one of en, es, fr, ro"):
        tongue(language)


def test_the_command_line_says_it_too(tmp_path):
    arguments = ["report", str(ROOT / "examples" / "ferry"), "-o", str(tmp_path / "out.html")]
    failed = CliRunner().invoke(cli, [*arguments, "--lang", "xx"])
    assert isinstance(failed.exception, InputError)
    assert failed.exception.exit_code == 1
    assert not list(tmp_path.iterdir())


VERBS = {
    "analyse": "États et verdicts", "explain": "Pourquoi la situation est bloquée", "paths": "Par améliorations seules",
    "unlock": "Ce qui débloquerait", "robust": "Degré de certitude",
}  # fmt: skip


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_that_tells_findings_tells_them_in_a_language(verb):
    shown = CliRunner().invoke(cli, [verb, str(ROOT / "examples" / "ferry"), "--lang", "fr-FR"])
    assert shown.exit_code == 0
    assert VERBS[verb] in shown.output


def test_what_was_read_is_told_in_a_language():
    coverage = CliRunner().invoke(
        cli, ["read", str(ROOT / "examples" / "strait.txt"), "--lang", "ro"]
    )
    for words in ("Condiții și amenințări", "Unde se spune", "condiție prealabilă"):
        assert words in coverage.output
    assert "precondition" not in coverage.output


@pytest.mark.parametrize("language", OTHERS)
def test_notebooks_and_the_gallery_speak_it(ferry, language):
    say = tongue(language).say
    shown = notebook.html(ferry, language)
    assert say("Wants, best first") in shown
    assert say("Why it is stuck") in notebook.html(findings(ferry), language)
    page = index([Entry("a.html", "A", "B", ())] * 2, tongue(language))
    assert f'<html lang="{language}">' in page
    assert "disputes" not in page


def test_two_versions_are_compared_in_a_language():
    cases = [str(ROOT / "examples" / name) for name in ("ferry", "strike")]
    shown = CliRunner().invoke(cli, ["diff", *cases, "--lang", "es"])
    assert "Qué ha cambiado" in shown.output
    assert "Bloqueado según Nash" in shown.output


# Words ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", OTHERS)
def test_the_headline_begins_with_its_verdict(language):
    """So that the verdict can be coloured."""
    say = Tongue(language).say
    frames = {"stuck": "stuck{differ}: {why}", "moving": "not stuck{differ}: {gains}"}
    frames |= {"settled": "settled today, but that need not last{differ}: {gains}"}
    for standing, frame in frames.items():
        told = say(frame, differ="", why="", gains="")
        assert told[0].upper() + told[1:] == told.replace(told[0], told[0].upper(), 1)
        assert (told[0].upper() + told[1:]).startswith(say(WORDS[standing])), standing


TALKS = """
detente: 1
title: Talks
parties:
  r: {name: Russia, type: state, options: {talk: {label: hold talks}, go: {label: leave}}}
  i: {name: Iran, type: state, options: {talk: {label: hold talks}, arm: {label: arm, status_quo: yes}}}
  u: {name: United States, type: state, options: {lift: {label: lift the sanctions}}}
  w: {name: Dock workers, type: group, options: {strike: {label: strike}}}
"""


@pytest.mark.parametrize(
    ("language", "formula", "words"),
    [
        ("fr", "u.lift only if not i.arm", "les États-Unis choisissent «\xa0lift the sanctions\xa0» seulement si l’Iran renonce à «\xa0arm\xa0»"),
        ("fr", "not w.strike", "Dock workers ne choisissent pas «\xa0strike\xa0»"),
        ("es", "r.talk and i.talk", "Rusia e Irán eligen «hold talks»"),
        ("es", "r.talk and r.go", "Rusia elige «hold talks» y «leave»"),
        ("ro", "u.lift if r.talk", "Statele Unite ale Americii aleg „lift the sanctions” dacă Rusia alege „hold talks”"),
        ("ro", "not (r.talk and i.talk)", "nu este adevărat că Rusia și Iran aleg „hold talks”"),
    ],
)  # fmt: skip
def test_clauses(language, formula, words):
    from detente.dispute.formula import parse

    assert Voice(loads(TALKS), Tongue(language)).clause(parse(formula)) == words


@pytest.mark.parametrize(
    ("language", "party", "formula", "words"),
    [
        ("fr", "u", "not i.arm", "les États-Unis veulent voir l’Iran renoncer à «\xa0arm\xa0»"),
        ("fr", "r", "r.talk only if i.talk", "la Russie veut choisir «\xa0hold talks\xa0» seulement si l’Iran choisit «\xa0hold talks\xa0»"),
        ("es", "u", "not i.arm", "Estados Unidos quiere que Irán renuncie a «arm»"),
        ("es", "u", "w.strike", "Estados Unidos quiere que Dock workers elijan «strike»"),
        ("ro", "u", "not i.arm", "Statele Unite ale Americii vor ca Iran să renunțe la „arm”"),
        ("ro", "r", "not r.go", "Rusia vrea să nu aleagă „leave”"),
    ],
)  # fmt: skip
def test_wants(language, party, formula, words):
    from detente.dispute.formula import parse

    assert Voice(loads(TALKS), Tongue(language)).wants(party, parse(formula)) == words


def test_countries_are_called_as_the_language_calls_them():
    assert [named(country("Japan"), name) for name in LANGUAGES] == [
        "Japan",
        "Japón",
        "Japon",
        "Japonia",
    ]
    assert country("Statele Unite ale Americii") == country("the United States") == "US"
    assert country("Norland") is country("") is None
    told = {
        code: with_article(named(code, "fr"), code, "fr")
        for code in ("GB", "MX", "CY", "NL", "HN", "YE")
    }
    assert told == {
        "GB": "le Royaume-Uni", "MX": "le Mexique", "CY": "Chypre", "NL": "les Pays-Bas",
        "HN": "le Honduras", "YE": "le Yémen",
    }  # fmt: skip


def test_a_group_that_is_called_like_a_country_is_none():
    text = TALKS.replace("name: Iran, type: state", "name: Iran, type: company")
    assert Voice(loads(text), Tongue("fr")).name("i") == "Iran"


@pytest.mark.parametrize(
    ("language", "number", "cost", "date"),
    [
        ("es", "12.345", "1,25", "2 mar 2031"), ("fr", "12\u202f345", "1,25", "2 mars 2031"),
        ("ro", "12.345", "1,25", "2 mar. 2031"), ("en", "12,345", "1.25", "2 Mar 2031"),
    ],
)  # fmt: skip
def test_numbers_and_dates(language, number, cost, date):
    found = Tongue(language)
    assert (found.number(12345), found.figure(1.25), found.date("2031-03-02")) == (
        number,
        cost,
        date,
    )


# Pages ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", OTHERS)
def test_the_page_says_its_language_and_quotes_say_theirs(ferry, language):
    html = render_html(made(ferry, language=language))
    assert f'<html lang="{language}">' in html
    assert '<q dir="auto" lang="en">' in html
    for piece in ferry.evidence:
        assert piece.quote.replace("'", "&#39;").replace('"', "&#34;") in html


_ENGLISH = re.compile(
    r"\b(the|would|which|nothing|wants?|gains?|today|settle[sd]?|evidence|states?|works|more)\b"
)


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_of_ours_is_left_in_english(language):
    """Every text of the file is one word here, so what is English is ours."""
    dispute = replace(said_everywhere("xyz"), ways_out=())
    brief = made(dispute, language=language, side="a", command="xyz")
    told = re.sub(r"(?s)<style>.*?</style>|<pre.*?</pre>", "", render_html(brief))
    found = {word[0] for word in _ENGLISH.finditer(re.sub(r"<[^>]*>", " ", told).lower())}
    assert found <= ({"gains", "gain"} if language == "fr" else set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_facts_in_every_language(ferry, language):
    """The same sections, tables and evidence: words differ, nothing else."""
    shown, english = made(ferry, language=language), made(ferry)
    annexed = {section.anchor: section for section in shown.annex}
    for section in english.annex:
        if section.anchor not in ("map", "why", "positions"):  # as there is room
            rows = [len(block.rows) for block in section.blocks if isinstance(block, b.Table)]
            others = annexed[section.anchor].blocks
            assert rows == [len(block.rows) for block in others if isinstance(block, b.Table)]


@pytest.mark.parametrize("language", OTHERS)
def test_a_line_of_the_terminal_does_not_end_at_a_space_that_is_kept(ferry, language):
    for width in (30, 60, 90):
        for line in render_text(made(ferry, language=language), width).splitlines():
            assert not line.endswith("«")
            assert not line.lstrip().startswith(("»", ":", ";", "?"))


def test_json_keys_are_the_same_in_every_language():
    import json

    from detente.showing.brief import brief, findings
    from detente.showing.renderers import data

    def keys(value):
        if isinstance(value, dict):
            return {key: keys(inner) for key, inner in value.items()}
        return [keys(inner) for inner in value[:1]] if isinstance(value, list) else None

    dispute = load(ROOT / "examples" / "ferry")
    found = findings(dispute)
    answers = [
        json.loads(data.render(brief(dispute, found, language=name), found)) for name in LANGUAGES
    ]
    assert [answer["language"] for answer in answers] == list(LANGUAGES)
    assert all(keys(answer) == keys(answers[0]) for answer in answers)
    assert all(answer["unlock"] == answers[0]["unlock"] for answer in answers)
