"""How the page was made: engine, exact or sampled, version, digests, and the words it uses."""

from __future__ import annotations

from detente import __version__
from detente.dispute.file import digest
from detente.showing.blocks import Item, Items, Line, Listing, Paragraph, Section, Term, Terms, Text
from detente.showing.page import Page
from detente.showing.words.grammar import counted
from detente.showing.words.names import clean
from detente.showing.words.tables import CONCEPTS, GLOSSARY


def method(page: Page) -> Section:
    """In a few lines how the findings were got, and what they are not."""
    title, _ = CONCEPTS[page.findings.explanation.concept]
    line: Line = (
        Text(
            f"Graph Model for Conflict Resolution: {_states(page)}; {title} unless said otherwise; "
            f"explicit engine, exact. {_models(page)} No figure here is a probability of peace: "
            "the method gives none. “?” is assumed: no sentence supports it. Made by "
        ),
        Text(page.command, "code"),
        Text(f" (detente {__version__}, file {page.digest[:12]})."),
    )
    return Section("method", "Method", (Paragraph(line, "note"),))


def _states(page: Page) -> str:
    options = counted(len(page.dispute.options), "option")
    return f"{options}, {counted(page.findings.stability.model.space.count, 'state')}"


def _models(page: Page) -> str:
    found = page.findings.robustness
    if found is None or found.models == 1:
        return "Nothing in the file is marked as open."
    counted_models = counted(found.models, "open model")
    drawn = "" if found.exact else f" ({found.sampled:,} of them drawn with seed {found.seed})"
    return f"The {counted_models}{drawn} are the ways of filling in what the evidence leaves open."


def glossary(_: Page) -> Section:
    """The words of the page."""
    concepts = tuple(Term(title, f"Each party {means}.") for title, means in CONCEPTS.values())
    terms = tuple(Term(term, meaning) for term, meaning in GLOSSARY)
    return Section("glossary", "Words used", (Terms((*terms, *concepts)),))


def file(page: Page) -> Section:
    """The dispute file itself: what a person corrects."""
    text = "Correct this file, and the page follows: every finding above is computed from it alone."
    return Section(
        "file", "The dispute file", (Paragraph((Text(text),), "note"), Listing(page.source))
    )


def digests(page: Page) -> Section:
    """What this page was made from, to the byte."""
    items = [
        Item((Text("dispute file: "), Text(f"sha256 {page.digest}", "code")), None),
        *(
            Item(
                (
                    Text(f"{clean(document.title) or document.id}: "),
                    Text(
                        f"sha256 {digest(document.text)}" if document.text else "text not at hand",
                        "code",
                    ),
                )
            )
            for document in page.dispute.documents
        ),
        Item((Text(f"detente {__version__}; explicit engine; dispute file format 1"),)),
    ]
    return Section("digests", "Digests and versions", (Items(tuple(items)),))
