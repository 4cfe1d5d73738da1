"""What a phrase says is done: verb family, sign and what it is done to, whatever the wording."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Doc

from detente.reading.drafting.doing import Doing
from detente.reading.drafting.heads import of_head
from detente.reading.drafting.lexicon import shared_nouns, tables, verbs, words
from detente.reading.drafting.things import noun_words, topic_of
from detente.reading.page import model, same_length

_QUOTES = re.compile(r"[\"'‘’“”«»„]{1,2}(?=\W|$)|(?<!\w)[\"'‘’“”«»„]")
_LEADING = re.compile(
    r"^\W*(?:that|and|but|then|first|firstly|as|if|whether|moreover|only|provided)\b[\s,]*",
    re.IGNORECASE,
)
_FEW = 2  # words after a colon that are no clause
_THAT = re.compile(r",?(?: and)? that (?=(?:it|they|he|she|the|[A-Z]\w+) )")


@lru_cache(maxsize=4096)
def doings(phrase: str) -> tuple[Doing, ...]:
    """What a phrase says is done, one by one.

    Examples
    --------
    >>> [(d.family, d.sign, d.theme) for d in doings("end the patrols and pay the arrears")]
    [('exist', False, ('patrol',)), ('pay', True, ('due',))]
    >>> [(d.family, d.sign, d.theme) for d in doings("the withdrawal of its patrol boats")]
    [('exist', False, ('boat', 'patrol'))]
    >>> [(d.family, d.sign) for d in doings("return to peace talks")]
    [('talk', True)]
    """
    text = _plain(phrase)
    if not text:
        return ()
    parts = _THAT.split(text) if len(_THAT.findall(f" that {text}")) > 1 else [text]
    found: list[Doing] = []
    for part in filter(None, map(str.strip, parts)):
        for sentence in _parse(part).sents:
            found += of_head(sentence.root, sign=True)
    return tuple(dict.fromkeys(found))


def topic(sentence: str, family: str) -> tuple[tuple[str, ...], str]:
    """What a shared doing is about, and how a sentence names it.

    >>> topic("Any talks regarding a ferry line must wait.", "talk")
    (('ferry', 'line'), 'talks regarding a ferry line')
    """
    for token in model()(same_length(sentence).replace("\n", " ")):
        if shared_nouns().get(token.lemma_.lower()) == family and topic_of(token):
            return topic_of(token), noun_words(token)
    return (), ""


def _plain(phrase: str) -> str:
    text = same_length(phrase).replace("\n", " ").strip()
    if ": " in text:
        before, after = text.split(": ", 1)
        text = after if len(after.split()) > _FEW else before
    text = _QUOTES.sub("", text).strip(" .,;:-")
    previous = None
    while previous != text:
        previous, text = text, _LEADING.sub("", text)
    return text


def _parse(text: str) -> Doc:
    """The parse, helped where a bare verb phrase would be taken for a noun."""
    nlp = model()
    doc = nlp(text)
    alone = len(doc) == 1 or doc[1].dep_ not in ("det", "poss")
    if doc[0].pos_ == "VERB" and doc[0].lower_ in _nouns_first() and alone:
        return nlp(f"the {text}")
    first = doc[0]
    if first.is_title and first.lower_ not in verbs():
        return doc
    if not _may_be_verb(doc):
        return doc
    helped = nlp(f"They must {text[0].lower()}{text[1:]}")
    start = helped[2]
    verbal = start.tag_ == "VB" and start.dep_ == "ROOT" and start.lower_ == start.lemma_
    return helped if verbal else doc


def _nouns_first() -> frozenset[str]:
    """Words that are nouns where a phrase begins with them, though they could be verbs."""
    nouns = words("pressure", "nouns") | {*shared_nouns(), *tables()["nouns"]}
    return frozenset(nouns - {"share", "talk", "pay"})


def _may_be_verb(doc: Doc) -> bool:
    """Whether the first word may be a bare verb, to judge by itself and what follows."""
    first, following = doc[0], doc[1] if len(doc) > 1 else None
    if (
        first.lower_ in _nouns_first() and (following is None or following.pos_ != "DET")
    ) or first.lower_ in words("umbrella", "nouns"):
        return False
    if following is None:
        return first.pos_ == "VERB"
    if following.pos_ in ("DET", "PRON") or following.dep_ in ("prt", "poss", "det"):
        return True
    if first.lower_ in tables()["nominal"] or following.lower_ in ("of", "for"):
        return first.lower_ == "return" and following.lower_ == "to"
    known = first.lower_ in verbs() or first.lower_ in words("light", "yes")
    return first.pos_ == "VERB" or (known and first.lower_ not in words("empty", "double"))
