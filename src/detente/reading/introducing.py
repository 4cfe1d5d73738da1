"""Who speaks in a quotation that nobody is told to say: whom the sentence before tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading import saying, syntax
from detente.reading.parsed import Span, Token
from detente.reading.quotations import Quotation

if TYPE_CHECKING:
    from detente.reading.attribution import Telling

_FEW = 3


def said_before(telling: Telling, quotation: Quotation, *, alone: bool) -> Token | None:
    """The word of saying of the sentence before a quotation, where it tells who speaks.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> from detente.reading.attribution import Telling
    >>> text = "Norland and Sudmark met. Sudmark explained. “Our ports are not for sale.”"
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> said_before(telling, telling.quotations[0], alone=False)
    explained
    """
    sentence = _before(telling, quotation, alone=alone)
    if sentence is None:
        return None
    return next((t for t in sentence if saying.is_plain(t) and t.dep_ == "ROOT"), None)


def told_of_before(telling: Telling, quotation: Quotation) -> Token | None:
    """Of "She laughs. “We dug it with our hands.”" the subject; also ", he says," amid a sentence.

    >>> from detente.dispute.evidence import Document
    >>> from detente.reading import scene
    >>> from detente.reading.attribution import Telling
    >>> text = "Norland and Sudmark met. Sudmark dismissed that. “Our ports are not for sale.”"
    >>> telling = Telling(scene.build(Document("d1", text=text)))
    >>> told_of_before(telling, telling.quotations[0])
    Sudmark
    """
    sentence = _before(telling, quotation, alone=False)
    span = telling.doc.char_span(quotation.start, quotation.end)
    if sentence is None or span is None or not _stands_by_itself(span):
        return None
    aside = [syntax.subject(t) for t in sentence if saying.is_plain(t) and t.dep_ != "ROOT"]
    told = [syntax.subject(sentence.root), *reversed(aside)]
    return next((one for one in told if one is not None and telling.who(one)), None)


def _before(telling: Telling, quotation: Quotation, *, alone: bool) -> Span | None:
    """The sentence before, in the same paragraph, or any where the quotation is one by itself."""
    span = telling.doc.char_span(quotation.start, quotation.end)
    if span is None or span.start < _FEW:
        return None
    if "\n\n" in telling.doc[span.start - 2].text and not alone:
        return None
    return telling.doc[span.start - (_FEW if alone else 2)].sent


def _stands_by_itself(span: Span) -> bool:
    """Whether the sentence ends with the quotation: nobody is told to say it after all."""
    last = span[-1]
    after = span.doc[span.end + 1] if span.end + 1 < len(span.doc) else last
    return last.text in {".", "!", "?", "…"} and (after is last or not after.text[:1].islower())
