"""The documentation says what is so: keys, words, options, commands, links and figures."""

import json
import re
from pathlib import Path

import click
import pytest

import detente.cli
import shell
from detente.analysis import states
from detente.analysis.concepts import CONCEPTS
from detente.dispute import check, formula, nodes
from detente.dispute.evidence import EVIDENCE_KINDS
from detente.dispute.file import load
from detente.dispute.schema import json_schema
from detente.reading import form, sources

ROOT = Path(__file__).parent.parent
REFERENCE = (ROOT / "docs/reference.md").read_text(encoding="utf-8")
VERBS = detente.cli.detente.list_commands(click.Context(detente.cli.detente))
# Sections of the reference page and the models of the schema that they describe.
SECTIONS = {
    "File": None, "Resolution": "LongResolution", "Party": "Party", "Option": "Option",
    "Want": "LongWant", "Any order": "Group", "Infeasible states": "LongInfeasible",
    "Evidence": "Evidence", "Condition": "Condition", "Document": "Document", "Event": "Event",
    "Relation": "Relation", "Object": "Object", "Change": "Change", "Way out": "WayOut",
    "Left out": "LeftOut",
}  # fmt: skip


def section(title, text=REFERENCE):
    """What stands under a heading, as far as the next of the same or a higher level."""
    found = re.search(
        rf"^(#+) {re.escape(title)}\n(.*?)(?=^#{{1,3}} |\Z)", text, re.MULTILINE | re.DOTALL
    )
    assert found, f"no section {title!r}"
    return found[2]


def rows(text):
    """The cells of the rows of the tables in a text, heads aside."""
    found = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return [cells for cells in found if cells[0].startswith("`")]


def command(verb):
    return detente.cli.detente.get_command(click.Context(detente.cli.detente), verb)


# The dispute file ---------------------------------------------------------------------------------


def test_every_section_of_the_file_is_described():
    assert {name for name in SECTIONS.values() if name} == set(json_schema()["$defs"])


@pytest.mark.parametrize("title", SECTIONS)
def test_keys_words_and_defaults_are_those_of_the_schema(title):
    schema = json_schema()
    model = schema if SECTIONS[title] is None else schema["$defs"][SECTIONS[title]]
    described = {cells[0].strip("`"): cells for cells in rows(section(title))}
    assert list(described) == list(model["properties"])
    for key, about in model["properties"].items():
        _, what, absent = described[key]
        assert (absent == "required") == (key in model.get("required", ()))
        default = about.get("default")
        if default not in (None, []):
            assert absent == {False: "no"}.get(default, default)
        for word in words(about):
            assert f"`{word}`" in what, (key, word)


def words(about):
    """The words that may stand for a key, truths aside."""
    places = [about, *about.get("anyOf", ())]
    found = [word for place in places for word in place.get("enum", ())]
    return [] if True in found else found


def test_every_connective_and_kind_is_told():
    assert all(
        f"`A {word} B`" in section("Formulas")
        for word in (*formula.CONNECTIVES, formula.IFF, "and", "or")
    )
    kinds = section("Kinds of evidence")
    assert [kind for kind in EVIDENCE_KINDS if f"`{kind}`" not in kinds] == []


def test_the_limits_are_those_of_the_program():
    limits = section("Limits")
    assert f"| a source | {sources.MAX_BYTES // 10**6} MB |" in limits
    assert f"| a dispute file | {nodes.MAX_BYTES // 10**6} MB, {nodes.MAX_DEPTH} deep |" in limits
    assert f"| a formula | {formula.MAX_DEPTH} deep |" in limits
    assert f"| a dispute that is analysed | {states.MOST_OPTIONS} options |" in limits
    assert f"| a `ranking` | {check.MOST_RANKED} options |" in limits
    assert form.READ == ("en",)


# The command line ---------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_and_its_options_are_told(verb):
    about = command(verb)
    assert about.help
    options = [option for option in about.params if isinstance(option, click.Option)]
    assert all(option.help for option in options)
    told = [re.findall(r"--?[a-z][a-z-]*", cells[0]) for cells in rows(section(f"`{verb}`"))]
    assert sorted(map(sorted, told)) == sorted(sorted(option.opts) for option in options)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_an_example(verb):
    assert f"$ detente {verb} " in section(f"`{verb}`")


def test_readme_and_reference_name_every_verb():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [verb for verb in VERBS if f"`detente {verb} " not in readme] == []
    told = re.findall(r"^### `(\w+)`$", section_of_level_two("Commands"), re.MULTILINE)
    assert told == VERBS


def section_of_level_two(title):
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", REFERENCE, re.MULTILINE | re.DOTALL)
    return found[1]


# Pages --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", shell.PAGES, ids=lambda page: page.name)
def test_commands_print_what_the_page_shows(page):
    with shell.session():
        for item, printed in shell.play(page):
            assert shell.agrees(item.output, printed), f"$ {item.command}\n{printed}"


@pytest.mark.parametrize("page", shell.PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("http"):
            continue
        place, _, anchor = target.partition("#")
        file = (page.parent / place).resolve() if place else page
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(file), target


def anchors(page):
    """The anchors of a page's headings, as the usual sites make them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_figure_of_the_readme_names_its_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    measured = section("Measured", readme)
    table = [line for line in measured.splitlines() if line.startswith("| ") and "---" not in line]
    assert len(table) > 1
    for line in table[1:]:
        named = re.search(r"`(?:make (\w+)|python (\S+))[^`]*` \|$", line)
        assert named, line
        target, script = named.groups()
        if target:
            assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)
        else:
            assert (ROOT / script).exists()


def test_the_shipped_schema_is_named_where_it_is():
    path = "src/detente/dispute/dispute.schema.json"
    assert path in REFERENCE
    assert json.loads((ROOT / path).read_text(encoding="utf-8")) == json_schema()


# JSON ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "verb", ["read", "check", "analyse", "explain", "paths", "unlock", "robust", "diff"]
)
@pytest.mark.parametrize("case", ["examples/ferry", "examples/strike"])
def test_every_key_of_an_answer_is_told(verb, case):
    source = f"{case}/documents/d1.txt" if verb == "read" else case
    more = {"analyse": ["--stable"], "diff": ["examples/ferry"]}.get(verb, [])
    with shell.session():
        code, printed = shell.in_process(verb, source, "--json", *more)
    assert code == 0, printed
    pages = [f"JSON of `{verb}`", *(["JSON of `explain`"] if verb == "unlock" else [])]
    told = set(re.findall(r"`(\w+)`", section("JSON answers") + "".join(map(section, pages))))
    answer = json.loads(printed[printed.index("{") :])
    letters = {key for key in keys(answer) if set(key) <= {"Y", "N"}}
    assert sorted(keys(answer) - told - letters - names(case)) == []


def keys(answer):
    """All keys of an answer, however deep."""
    if isinstance(answer, list):
        return {key for item in answer for key in keys(item)}
    if isinstance(answer, dict):
        return set(answer) | {key for item in answer.values() for key in keys(item)}
    return set()


def names(case):
    """What stands as a key without being one: parties and concepts."""
    return {*CONCEPTS, *(party.id for party in load(ROOT / case).parties)}
