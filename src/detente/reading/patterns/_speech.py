"""What somebody says in words that no pattern knows: told by the mood of the whole quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.moods import is_due
from detente.reading.negation import is_negated
from detente.reading.parsed import Span, Token
from detente.reading.patterns import Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns._mood import mood
from detente.reading.patterns._opponents import has_a_stake
from detente.reading.periods import MONTHS, WEEKDAYS
from detente.reading.quotations import Quotation
from detente.reading.saying import goes_on, is_plain, is_saying
from detente.reading.wording import words


def _has_any(places: Sequence[int], span: Span) -> bool:
    """Whether a span has one of some places, in order."""
    return bisect_left(places, span.start) < bisect_left(places, span.end)


def unheard(telling: Telling, kept: Sequence[Finding]) -> Iterator[Finding]:
    """One finding for each quotation of a party in which nothing was found."""
    clauses = {finding.clause.i for finding in kept}
    places = sorted(clauses)
    sentences = {finding.clause.sent.start for finding in kept}
    for quotation in telling.quotations:
        span = telling.doc.char_span(quotation.start, quotation.end)
        if span is None or _has_any(places, span):
            continue
        head = _head(telling, span, quotation)
        if head is None or _belongs(head, clauses, sentences):
            continue
        voice = telling.voice(head)
        if voice.asked or voice.doubted or not voice.holder:
            continue
        kind = mood(span, head)
        if kind != "claim" or any(has_a_stake(telling, party) for party in voice.holder):
            yield from cues.finding(telling, kind, head, holder=voice.holder, confidence=0.45)


def bidden(telling: Telling, kept: Sequence[Finding]) -> Iterator[Finding]:
    """What is bidden in so many words: "We have waited. Let them pay first"."""
    sentences = {finding.clause.sent.start for finding in kept}
    for sentence in telling.scene.sentences:
        first = next((token for token in sentence if token.is_alpha), None)
        if first is None or sentence.start in sentences or not _bids(first):
            continue
        voice = telling.voice(first)
        heard = voice.direct and not (voice.asked or voice.doubted)
        if heard and any(has_a_stake(telling, party) for party in voice.holder):
            yield from cues.finding(telling, "demand", first, holder=voice.holder, confidence=0.65)


def _bids(first: Token) -> bool:
    """As in "Stop the raids", "Let them pay"; no "Look at the map", "Let us wait"."""
    bare = first.tag_ == "VB" or (first.lower_ == "let" and first.tag_ == "VBD")
    own = first.lower_ == "let" and first.nbor().lower_ in {"us", "me", "'s", "’s"}
    asked = first.dep_ in {"ROOT", "ccomp", "advcl", "parataxis"} and not own
    return bare and asked and first.lemma_ not in _TO_THE_READER


_TO_THE_READER = words(
    "look see listen ask imagine think remember note believe forget wait mind consider say tell "
    "thank excuse suppose guess take try call make count have be do get go come"
)


def trailed(telling: Telling, kept: Sequence[Finding]) -> Iterator[Finding]:
    """Of words without a verb, or commands, before the saying: "No deal, says Norland"."""
    clauses = {finding.clause.i for finding in kept}
    for sentence in telling.scene.sentences:
        stop = _said_after(sentence)
        if stop is None or any(at in clauses for at in range(sentence.start, stop)):
            continue
        told = syntax.first(sentence.root, "dobj")
        if told is not None and told.i > sentence.root.i and told != _teller(sentence.root):
            continue  # "Over a glass of red, he explained his idea"
        span = sentence.doc[sentence.start : stop]
        if any(token.is_quote or syntax.is_finite(token) for token in span):
            continue
        head = max(span, key=lambda token: len(token.subtree) * (not token.is_punct))
        holder = telling.voice(head).holder or telling.who(_teller(sentence.root))
        kind = mood(span, head) if holder else "claim"
        if kind == "demand" and span[0].tag_ != "VB":
            continue
        if kind == "claim" and not _is_named(telling, span, holder):
            continue
        if sentence.root.tag_ != "VBP" or kind in {"claim", "denial"}:
            yield from cues.finding(telling, kind, head, holder=holder, confidence=0.6)


def _is_named(telling: Telling, span: Span, holder: tuple[str, ...]) -> bool:
    """As in "A fault, the agents explained", "To the twelve-mile line, says Norland"."""
    first = span[0]
    opening = first.lower_ in {"a", "an", "no", "the"} or first.tag_ in {"IN", "TO", "CD"}
    timed = any(token.lower_ in {*WEEKDAYS, *MONTHS} | _WHEN for token in span)
    named = any(token.pos_ == "NOUN" for token in span) and not timed
    return opening and named and any(has_a_stake(telling, party) for party in holder)


_WHEN = words(
    "midday noon midnight night morning evening afternoon dawn dusk day week month year hour "
    "minute moment time while weekend today yesterday later meeting statement letter interview "
    "briefing conference speech address court response reply question sum addition general brief "
    "contrast mind hand truth fact"
)


def _said_after(sentence: Span) -> int | None:
    """Where ", says Norland" begins, at the end of a sentence."""
    root = sentence.root
    plain = is_plain(root) and syntax.is_finite(root) and not goes_on(root)
    teller = _teller(root) if plain else None
    if teller is None or sentence.end - root.i > _TRAILING:
        return None
    first = min(root.i, teller.left_edge.i)
    comma = first > sentence.start + 1 and sentence.doc[first - 1].text == ","
    return first - 1 if comma else None


def _teller(verb: Token) -> Token | None:
    """Who says it: of "No deal, says Norland", which has two subjects in the parse, the later."""
    after = [child for child in syntax.children(verb, "nsubj") if child.i > verb.i]
    if not after and verb.i > 0 and verb.nbor(-1).text == ",":  # "Nonsense, replied its mayor"
        after = [child for child in syntax.children(verb, "dobj") if child.i > verb.i]
    return after[0] if after else syntax.subject(verb)


_TRAILING = 8  # tokens of ", Norland told Sudmark on Monday."


def _head(telling: Telling, span: Span, quotation: Quotation) -> Token | None:
    """The word on which a quotation hangs, where it stands by itself or as what is said."""
    inside = [token for token in span if not token.is_punct and not token.is_space]
    if not inside:
        return None
    cue = next((telling.voice(t).cue for t in inside if telling.voice(t).cue is not None), None)
    beside = [t for t in inside if cue is not None and t.sent == telling.doc[cue].sent]
    tops = [t for t in beside or inside if t.head == t or not span.start <= t.head.i < span.end]
    head = next((t for t in tops if t.pos_ in {"VERB", "AUX"}), tops[0] if tops else None)
    if head is None or quotation.whole:
        return head
    said = head.dep_ in {"ccomp", "dobj", "ROOT", "parataxis"} and is_saying(head.head)
    return head if said and head.head.i != head.i else None


def _belongs(head: Token, clauses: set[int], sentences: set[int]) -> bool:
    """Whether it is part of a position already found, as in "called it “piracy”"."""
    if head.sent.start not in sentences:
        return False
    return any(above.i in clauses for above in head.ancestors)


def going_on(telling: Telling, kept: Sequence[Finding]) -> Iterator[Finding]:
    """Reported speech that goes on without a reporting verb: "They would be maintained"."""
    heard = {finding.clause.sent.start: finding for finding in kept}
    holder: tuple[str, ...] = ()
    for sentence in telling.scene.sentences:
        root, found = sentence.root, heard.get(sentence.start)
        if found is not None:
            holder = found.holder if _is_reported(telling, found.clause) else ()
            continue
        if syntax.opens_paragraph(sentence):
            holder = ()
        kind = _backshifted(root) if holder and sentence[-1].text != "?" else None
        others = set(telling.holder(root)) - set(holder)
        if others and kind != "demand":
            holder = ()
        elif kind is not None and _is_unattributed(telling, root):
            yield from cues.finding(telling, kind, root, holder=holder, confidence=0.45)


def _is_unattributed(telling: Telling, root: Token) -> bool:
    """Whether no word of its own sentence says whose it is."""
    voice = telling.voice(root)
    return voice.is_narrator or (voice.cue is not None and voice.cue < root.sent.start)


def _is_reported(telling: Telling, clause: Token) -> bool:
    """Whether it is said in the past, and not in so many words: what follows may go on so."""
    voice = telling.voice(clause)
    if clause.dep_ in {"relcl", "acl"}:
        return False
    if voice.cue is None:
        return clause.tag_ == "VBD" and (is_plain(clause) or clause.lemma_ in _HITTING_OUT)
    return telling.doc[voice.cue].tag_ == "VBD" and not voice.direct


_HITTING_OUT = frozenset({"accuse", "blame", "dismiss", "reject", "deny", "condemn", "denounce"})
_NONE = frozenset({"question", "need", "reason", "point", "room", "sense", "hurry"})


def _backshifted(root: Token) -> str | None:
    """What kind a clause in the mood of reports is of, if it is in that mood."""
    modal = syntax.modal(root)
    after = [token.lower_ for token in root.doc[root.i + 1 : root.i + 4]]
    if root.lemma_ == "be" and root.tag_ == "VBD" and after[:1] == ["no"]:
        return "refusal" if after[1:2] and after[1] in _NONE else None
    if root.lower_ in {"was", "were"} and after[:3] in (
        ["there", "to", "stay"],
        ["to", "stay", "."],
    ):
        return "intent"
    if is_due(root):
        return "demand"
    if modal in {"would", "could"} and not any(c.dep_ == "advcl" for c in root.children):
        if is_negated(root):
            return "refusal"
        return "intent" if modal == "would" else None
    return None
