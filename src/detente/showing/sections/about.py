"""How the page was made: engine, exact or sampled, version, digests, and the words it uses."""

from __future__ import annotations

from detente import __version__
from detente.dispute.file import digest
from detente.showing.blocks import Item, Items, Listing, Paragraph, Section, Term, Terms, Text
from detente.showing.page import Page
from detente.showing.words.names import clean
from detente.showing.words.tables import CONCEPTS, GLOSSARY
from detente.showing.words.tongue import mark

_LONG = 1000  # lines of a file that stands open; a longer one is folded


def method(page: Page) -> Section:
    """In a few lines how the findings were got, and what they are not."""
    title, _ = CONCEPTS[page.findings.explanation.concept]
    states = page.findings.stability.model.space.count
    line = page.woven(
        mark(
            "Graph Model for Conflict Resolution: {options}, {states}; {concept} unless said "
            "otherwise; explicit engine, exact. {models} No figure here is a probability of peace: "
            "the method gives none. “?” is assumed: no sentence supports it. Made by {command} "
            "(detente {version}, file {digest})."
        ),
        options=page.many("{n} option", "{n} options", len(page.dispute.options)),
        states=page.many("{n} state", "{n} states", states),
        concept=title,
        models=_models(page),
        command=(Text(page.command, "code"),),
        version=__version__,
        digest=page.digest[:12],
    )
    return Section("method", page.say("Method"), (Paragraph(line, "note"),))


def _models(page: Page) -> str:
    found = page.findings.robustness
    if found is None or found.models == 1:
        return page.say("Nothing in the file is marked as open.")
    if found.exact:
        return page.many(
            "The {n} open model is the way of filling in what the evidence leaves open.",
            "The {n} open models are the ways of filling in what the evidence leaves open.",
            found.models,
        )
    return page.many(
        "The {n} open model ({sampled} of them drawn with seed {seed}) is the way of filling in "
        "what the evidence leaves open.",
        "The {n} open models ({sampled} of them drawn with seed {seed}) are the ways of filling in "
        "what the evidence leaves open.",
        found.models,
        sampled=found.sampled,
        seed=str(found.seed),
    )


def glossary(page: Page) -> Section:
    """The words of the page."""
    concepts = tuple(Term(title, page.say(means)) for title, means in CONCEPTS.values())
    terms = tuple(Term(page.say(term), page.say(meaning)) for term, meaning in GLOSSARY)
    return Section(
        "glossary", page.say("Words used"), (Terms((*terms, *concepts), page.tongue.colon),)
    )


def file(page: Page) -> Section:
    """The dispute file itself: what a person corrects."""
    text = page.say(
        "Correct this file, and the page follows: every finding above is computed from it alone."
    )
    note, lines = Paragraph((Text(text),), "note"), page.source.count("\n")
    closed = page.many("The whole file, {n} line", "The whole file, {n} lines", lines)
    listing = Listing(page.source, closed if lines > _LONG else "")
    return Section("file", page.say("The dispute file"), (note, listing))


def digests(page: Page) -> Section:
    """What this page was made from, to the byte."""
    file_digest = (Text(f"sha256 {page.digest}", "code"),)
    items = [
        Item(page.woven(mark("dispute file: {digest}"), digest=file_digest)),
        *(
            Item(
                (
                    Text(f"{clean(document.title) or document.id}{page.tongue.colon}"),
                    Text(
                        f"sha256 {digest(document.text)}"
                        if document.text
                        else page.say("text not at hand"),
                        "code",
                    ),
                )
            )
            for document in page.dispute.documents
        ),
        Item(page.woven(_VERSIONS, version=__version__)),
    ]
    return Section("digests", page.say("Digests and versions"), (Items(tuple(items)),))


_VERSIONS = mark("detente {version}; explicit engine; dispute file format 1")
