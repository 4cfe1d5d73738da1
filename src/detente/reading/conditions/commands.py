"""Conditions told as a command with what it would bring.

"Clear the road and we shall talk"; "let them sign, and we will"; "take down the wall and then come
to us for water".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.found import Found, by_sentence
from detente.reading.moods import PROMISING, is_promise
from detente.reading.parsed import Span, Token
from detente.reading.saying import is_plain
from detente.reading.syntax import SUBJECTS
from detente.reading.wording import words

_SHORT = 8  # words after "and" to its verb


def _imperative(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Clear the road and we shall talk", "Pay up, he said, and a date may be found".

    Word by word: the parser has no one way with it.
    """
    for verb in sentence:
        if not _may_command(verb):
            continue
        joint = _joint(verb)
        main = promised_after(joint, sentence) if joint is not None else None
        if joint is None or main is None or telling.voice(verb).is_narrator:
            continue
        finite = (t for t in verb.doc[verb.i + 1 : joint] if t.tag_ in {"MD", "VBZ", "VBP"})
        if any(True for _ in finite if not _is_within(_, verb)):
            continue
        stop = _aside_before(verb, joint)
        start, end = syntax.trimmed(verb, verb.i, stop)
        yield Found("imperative", "only", verb.i, start, end, main, fronted=True)


def _may_command(verb: Token) -> bool:
    """Whether a word stands where a command begins, and is one."""
    if verb.tag_ not in _BARE and verb.lower_ not in _COMMANDS:
        return False
    if verb.dep_ in _NAMED and verb.lower_ not in _COMMANDS:
        return False  # "Spotify and Aurel are at odds": a name taken for a verb
    opens = verb.i == verb.sent.start or verb.nbor(-1).text in _OPENING
    if not opens or verb.lower_ in _LETTING or any(c.dep_ in SUBJECTS for c in verb.lefts):
        return False
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    if verb.tag_ == "VB" or (verb.tag_ == "VBP" and verb.lower_ == verb.lemma_):
        return True
    given = after.tag_ in {"DT", "PRP", "PRP$"} and verb.is_title
    return given and verb.lower_ in _COMMANDS


_NAMED = frozenset({"csubj", "nsubj", "nsubjpass", "poss", "compound", "pobj"})
_BARE = frozenset({"VB", "VBP"})
_OPENING = frozenset({'"', "“", "'", "‘", ":", "\n", "\n\n"})
_COMMANDS = words(
    "empty free clear open close clean drop stop sign pay lift scrap hand pull show give put send "
    "return release take leave end withdraw bring get cut build fix repair apologise share move"
)


def _is_within(token: Token, verb: Token) -> bool:
    """Whether a finite verb is in a clause within the command: "show me a dredger I can pay"."""
    step = token
    while step not in {step.head, verb}:
        if step.dep_ in {"relcl", "acl", "ccomp", "advcl", "parataxis"}:
            return True
        step = step.head
    return False


def _aside_before(verb: Token, joint: int) -> int:
    """Where ", he said, and" begins before a conjunction, else the conjunction."""
    inside = verb.doc[verb.i : joint]
    cue = next((t for t in inside if is_plain(t) and t.tag_ in {"VBD", "VBZ", "VBP"}), None)
    if cue is None:
        return joint
    return next((t.i for t in inside if t.text == "," and t.i < cue.i), joint)


def _let(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Let them produce evidence, and it will be looked into", "Have them pay and we open".

    Word by word: the parser has no one way with it.
    """
    doc = sentence.doc
    for token in sentence.spelt(_LETTING):
        before = doc[token.i - 1].text if token.i else ""
        opens = token.i == sentence.start or before in {'"', "“", "'", "‘", ":", ";", ",", "—", "–"}
        after = doc[token.i + 1] if token.i + 1 < sentence.end else token
        if not opens or after.tag_ not in _SOMEBODY:
            continue
        wished = next((t for t in doc[token.i + 2 : sentence.end] if t.tag_ == "VB"), None)
        stop = _joint(wished) if wished is not None else None
        main = promised_after(stop, sentence) if stop is not None else None
        if main is not None and stop is not None and not telling.voice(token).is_narrator:
            start, end = syntax.trimmed(token, token.i + 1, stop)
            yield Found("let", "only", token.i, start, end, main, fronted=True)


_LETTING = frozenset({"let", "have", "get"})
_SOMEBODY = frozenset({"PRP", "DT", "NNP", "NNPS", "NNS", "PRP$", "NN"})


def _joint(first: Token) -> int | None:
    """The place of the "and" or "then" after a verb."""
    after = first.doc[first.i + 1 : first.sent.end]
    stops = (t.i for t in after if t.lower_ == "then" or (t.lower_ == "and" and _starts_clause(t)))
    return next(stops, None)


def _starts_clause(conjunction: Token) -> bool:
    """Whether a subject and its finite verb come after "and"."""
    after = conjunction.doc[conjunction.i + 1 : min(conjunction.i + _SHORT, conjunction.sent.end)]
    for token in after:
        if token.tag_ in {"MD", "VBZ", "VBP"}:
            return token.i > conjunction.i + 1 and not is_plain(token)
        if token.text in {",", ";"} or token.tag_ in {"VBD", "VBG"}:
            return False
    return False


def promised_after(stop: int, sentence: Span) -> Token | None:
    """The verb of what will come, or comes, after a place."""
    for token in sentence.doc[stop + 1 : sentence.end]:
        own = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}
        if own and token.lemma_ in _THINKING and syntax.first(token, "ccomp") is not None:
            continue  # "and I think most people would shake hands on it"
        if own and (is_promise(token) or _is_present(token) or syntax.modal(token) == "may"):
            return None if is_plain(token) else token
    return None


_THINKING = words("think believe guess suppose reckon imagine expect")


def _is_present(verb: Token) -> bool:
    tensed = [verb, *syntax.children(verb, "aux", "auxpass")]
    return any(token.tag_ in syntax.PRESENT for token in tensed) or syntax.modal(verb) in PROMISING


def _in_turn(telling: Telling, sentence: Span) -> Iterator[Found]:
    """As in "Take down the wall and then come to us for water": one command after another."""
    doc = sentence.doc
    for token in sentence.spelt({"then"}):
        if doc[token.i - 1].lower_ not in {"and", ",", ";"}:
            continue
        main = doc[token.i + 1] if token.i + 1 < sentence.end else token
        verb = next((t for t in doc[sentence.start : token.i] if _may_command(t)), None)
        bare = main.tag_ in {"VB", "VBP"} and main.lower_ == main.lemma_ and main.lower_ != "we"
        told = verb is not None and any(t.tag_ in _TOLD for t in doc[verb.i + 1 : token.i])
        if verb is not None and bare and not told and not telling.voice(verb).is_narrator:
            start, end = syntax.trimmed(verb, verb.i, token.i - 1)
            yield Found("imperative", "only", verb.i, start, end, main, fronted=True)


_TOLD = frozenset({"VBD", "MD"})


find = by_sentence(_imperative, _let, _in_turn)
