"""The clause of an event: its words, and the date that stands in it."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading import dates
from detente.reading.aspects import is_cleft, is_pluperfect
from detente.reading.events.no_date import is_due, is_record, names_it
from detente.reading.parsed import Span, Token
from detente.reading.periods import MONTHS, WEEKDAYS
from detente.reading.scene import Scene
from detente.reading.syntax import SUBJECTS, extent, is_finite
from detente.reading.wording import words

Dated = Sequence[tuple[Token, dates.DatePhrase]]
_OPENING = frozenset({"when", "after", "that", "because", "since", "while", "where"})
_SHORT = 5  # a clause of fewer words is quoted with the one it hangs on


def phrases(scene: Scene) -> dict[int, list[tuple[Token, dates.DatePhrase]]]:
    """The date phrases of the text, by the first token of the sentence they stand in."""
    found: dict[int, list[tuple[Token, dates.DatePhrase]]] = {}
    for phrase in scene_dates(scene):
        if scene.document.text[phrase.start : phrase.end].lower().endswith("since then"):
            continue  # since when it has gone on, not when it was done
        span = scene.doc.char_span(phrase.start, phrase.end)
        if span is not None:
            root = span.root
            found.setdefault(root.sent.start, []).append((root, phrase))
    return found


def scene_dates(scene: Scene) -> tuple[dates.DatePhrase, ...]:
    """The date phrases of the text, found once an article."""
    known = scene.doc.memory.get("dates")
    if known is None:
        known = dates.find(scene.document.text, scene.document.published)
        scene.doc.memory["dates"] = known
    found: tuple[dates.DatePhrase, ...] = known
    return found


def clause(verb: Token) -> tuple[int, int]:
    """First and last token of the clause, what a comma and "which" add left out."""
    first, end = extent(verb)
    for token in verb.subtree:
        added = token.dep_ == "relcl" and token.head.i > verb.i
        left = token.left_edge.i
        if added and left > verb.i + 1 and token.doc[left - 1].text == "," and left - 1 < end:
            end = left - 1
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":  # "had been unable to agree"
        first = min(first, extent(verb.head.head)[0])
    if verb.dep_ in {"relcl", "acl"}:  # with what it qualifies
        first = min(first, verb.head.left_edge.i)
    elif end - first < _SHORT and verb.head.pos_ in {"VERB", "AUX"} and verb.head != verb:
        first, end = min(first, verb.head.left_edge.i), max(end, verb.head.i + 1)
    for token in verb.doc[first:end]:
        if token.text == ";":
            first, end = (token.i + 1, end) if token.i < verb.i else (first, min(end, token.i))
    while first < verb.i and verb.doc[first].lower_ in _OPENING:
        first += 1
    return first, end - 1


def date_of(verb: Token, first: int, last: int, found: Dated) -> str | None:
    """The date nearest to the verb within its own clause, else that of the verb it is joined to."""
    if not found:
        return None
    own = _own_date(verb, first, last, found)
    for other in () if own else (*filter(_is_when, verb.children), *_joined_at_once(verb)):
        own = own or _own_date(other, *clause(other), found)
    above = verb.head
    if above.pos_ == "ADP" and verb.dep_ == "pcomp":
        above = above.head if above.lower_ in _MEANWHILE else above
    if verb.dep_ in SUBJECTS and verb.tag_ == "VBG":  # "In March, shelling killed 11"
        return own or date_of(above, *clause(above), found)
    own = own or _fronted(verb, found)
    if own or above == verb or above.pos_ not in {"VERB", "AUX"}:
        return own
    if not (_at_once(verb) or _just_before(verb, found) or is_cleft(verb) or _is_refused(verb)):
        return None
    return date_of(above, *clause(above), found)


def _is_refused(verb: Token) -> bool:
    """As in "refused in May to approve it": that it did not was then."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"refuse", "fail", "decline"}


def _just_before(verb: Token, found: Dated) -> bool:
    """As in "Queues eased on Friday after A lifted the ban": the news, and why, of a day."""
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    after = verb.dep_ == "advcl" and "after" in marks and verb.i > verb.head.i
    if not after or is_pluperfect(verb):
        return False
    measured = any(c.dep_ == "npadvmod" for c in verb.children)
    return not measured and len(found) == 1 and found[0][0].lower_ in _THESE_DAYS


_THESE_DAYS = frozenset({*WEEKDAYS, "yesterday", "today", "tonight", "week", "morning", "afternoon",
                         "evening", "night", "overnight", "weekend"})  # fmt: skip


def _fronted(verb: Token, found: Dated) -> str | None:
    """The date that opens the sentence of a main verb, wherever the parser hung it."""
    if verb != verb.sent.root:
        return None
    opening = verb.sent.start + _OPENING_WORDS
    for token, phrase in found:
        if token.i > min(opening, verb.i):
            break
        before = verb.doc[verb.sent.start : token.i]
        if all(t.pos_ not in {"VERB", "AUX"} for t in before) and not is_due(token):
            return phrase.value
    return None


_TO_WHEN = 4  # tokens from a date to the "when" that tells of it
_OPENING_WORDS = 7  # tokens from the beginning that a date may stand


def _own_date(verb: Token, first: int, last: int, found: Dated) -> str | None:
    when = next((child.i for child in verb.children if child.lower_ == "when"), None)
    for token, phrase in found:  # "in 2022, when A recognised B"
        if when is not None and 0 < when - token.i <= _TO_WHEN:
            return phrase.value
    which = verb.dep_ == "relcl" and any(
        t.lower_ in {"which", "when", "where"} and t.dep_ in {"pobj", "advmod"}
        for t in verb.subtree
    )
    for token, phrase in found if which else ():  # "a protest on 3 May at which stones flew"
        if verb.head == token or (verb.head in token.ancestors and token.i < verb.left_edge.i):
            return phrase.value
    own = [
        (abs(token.i - verb.i), phrase.value)
        for token, phrase in found
        if (first - 3 <= token.i <= last + 3 or _hangs_on(token, verb))
        and _clause_of(token, verb)
        and not (names_it(token) or is_due(token) or is_record(token))
    ]
    return min(own, key=lambda pair: pair[0])[1] if own else None


def _hangs_on(token: Token, verb: Token) -> bool:
    """As in "imposed the tariff, which it calls a fee, on 1 May": after what is left out."""
    above = token.head
    return above.dep_ == "prep" and above.head is verb and token.i > verb.i


def _is_when(verb: Token) -> bool:
    """Whether it is a clause with "when" before what it hangs on."""
    return (
        verb.dep_ == "advcl"
        and verb.i < verb.head.i
        and any(c.lower_ == "when" and c.dep_ in {"mark", "advmod"} for c in verb.children)
    )


def _joined_at_once(verb: Token) -> list[Token]:
    """As in "rammed and then boarded a boat on 17 June": the date stands after the second."""
    near = (c for c in verb.children if c.dep_ == "conj" and 0 < c.i - verb.i <= _NEXT)
    return [c for c in near if not any(t.dep_ in SUBJECTS or t.dep_ == "conj" for t in c.children)]


_NEXT = 3  # tokens from a verb to one joined to it that share what follows


def _at_once(verb: Token) -> bool:
    """Whether the clause happens when the one does that it hangs on.

    As in "In May A struck and took the pass", "answered in May by closing the port",
    "nine died on Monday when a shell fell".
    """
    if verb.dep_ == "conj":
        if any(child.lower_ in {"but", "yet"} for child in verb.head.children):
            return False  # "Talks began in 1990 but were halted": not then
        if any(child.lower_ == "since" and child.dep_ == "advmod" for child in verb.children):
            return False  # "seized it in 1966 and has since built an airstrip"
        own = any(child.dep_ in SUBJECTS for child in verb.children)
        return not own or (is_finite(verb) and _opens_with_date(verb.head))
    if verb.dep_ == "advcl":
        marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
        return bool(marks & {"when", "as"}) or (verb.tag_ == "VBG" and not marks & _APART_IN_TIME)
    return verb.dep_ == "pcomp" and verb.head.lower_ in _MEANWHILE


_MEANWHILE = frozenset({"by", "with"})
_APART_IN_TIME = frozenset({"after", "before", "since", "until", "following", "having"})


def _opens_with_date(verb: Token) -> bool:
    """As in "On Monday A shut the gate and B the lock"."""
    before = verb.doc[verb.sent.start : verb.i]
    return any(t.lower_ in MONTHS or t.lower_ in WEEKDAYS or t.shape_ == "dddd" for t in before)


def _clause_of(token: Token, verb: Token) -> bool:
    for above in token.ancestors:
        if above == verb:
            return not _of_the_cause(token, verb)
        if above.pos_ == "VERB" and not _is_passed(above, token, verb):
            return False
    return False


def _is_kept(above: Token, verb: Token) -> bool:
    """As in "has kept the border closed since May"."""
    kept = above.tag_ == "VBN" and above.dep_ in {"ccomp", "oprd", "xcomp", "advcl"}
    return kept and above.head == verb and verb.lemma_ in {"keep", "leave", "hold"}


def _is_passed(above: Token, token: Token, verb: Token) -> bool:
    """Whether a date that hangs on another verb is this verb's all the same."""
    if above.dep_ in {"amod", "compound", "pobj"} or _is_kept(above, verb):
        return True  # of "a pact on fishing in 2022", where "fishing" is taken for a verb
    if above.dep_ == "acl":
        if above.lemma_ in _HOLDING:
            return True  # "A dinner hosted by A last October ended without a result"
        return not (above.tag_ in {"VBN", "VBD"} and above.i < token.i)
    if above.dep_ == "advcl" and above.tag_ == "VB" and verb.lemma_ == "give":
        return above.head == verb  # "gave two envoys 48 hours to leave on Wednesday"
    if above.dep_ in {"xcomp", "ccomp"} and above.tag_ in {"VB", "VBG"}:
        # "voted to reject the offer last Thursday"
        return above.head == verb and verb.lemma_ in _DECIDING and token.i > above.i
    # "fired on a boat on Saturday, injuring four": the parser may hang the date on the participle
    return above.dep_ == "advcl" and above.tag_ == "VBG" and verb.i < token.i < above.i


_HOLDING = frozenset({"host", "hold", "convene", "chair", "stage", "arrange", "organise", "call"})
_DECIDING = words("""
    vote decide refuse fail begin start move decline seek try elect choose stop cease quit halt
    suspend get let help resume persuade order permit allow authorise authorize force compel""")


def _of_the_cause(token: Token, verb: Token) -> bool:
    """As in "was halted following a raid in 2006": the date of the raid, not of the halt.

    What is so since "the end of the war in 1945" has been so from then on.
    """
    between = verb.doc[verb.i + 1 : token.i] if verb.i < token.i else ()
    cause = next((t.i for t in between if t.dep_ in _CAUSES.get(t.lower_, ())), None)
    if cause is None:
        return False
    return any(
        t.pos_ in {"NOUN", "VERB"} and t.lemma_ not in _UNITS and t.dep_ != "npadvmod"
        for t in verb.doc[cause + 1 : token.i]
    )


_CAUSES = {  # a word, and what it may be in the clause
    "following": ("prep", "mark"), "after": ("prep", "mark"), "because": ("prep", "mark"),
    "since": ("mark",),
}  # fmt: skip
_UNITS = frozenset({"hour", "day", "night", "week", "month", "year", "decade", "century"})


def line(token: Token) -> str:
    """The line of the token, up to it."""
    doc, at = token.doc, token.i
    while at > 0 and "\n" not in doc[at - 1].text:
        at -= 1
    words: Span = doc[at : token.i]
    return words.text_with_ws
