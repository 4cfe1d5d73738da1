"""Verbs that the parser took for nouns for their neighbours, and names in capitals for verbs.

"Tavia lays claim to it" becomes "Tavia lays" that claim; "the bloc ECOWAS imposed sanctions"
a bloc that ecowases.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.edges import reach
from detente.reading.periods import MONTHS, WEEKDAYS
from detente.reading.syntax import NOUNS, PAST, SUBJECTS
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parsed import Token

_LAYING = {"lays": "lay", "lay": "lay", "stakes": "stake", "stake": "stake"}
_VERBAL = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN", "VBG"})
_LETTERS = 3
_HERS = SUBJECTS | {"aux", "auxpass", "advmod", "neg", "mark", "cc"}  # of the verb, not of "claim"
_NO_NAMES = words("and the but not all for has had was are were will must only")


def lay_claim(tokens: Sequence[Token], claim: Token) -> None:
    """Take "lays" for the verb and "claim" for its object.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Tavia lays claim to the Orm Isles.")
    >>> [(t.text, t.dep_, t.head.text) for t in doc][:3]
    [('Tavia', 'nsubj', 'lays'), ('lays', 'ROOT', 'lays'), ('claim', 'dobj', 'lays')]
    >>> [t.dep_ for t in phrase("Tavia and Norland claim the Orm Isles.") if t.text == "claim"]
    ['ROOT']
    """
    lay = tokens[claim.i - 1] if claim.i and not claim.is_sent_start else claim
    if claim.lower_ != "claim" or lay.lower_ not in _LAYING or lay.head is not claim:
        return
    if claim.tag_ not in _VERBAL or lay.tag_ in PAST:
        return
    first, last = claim.left_edge.i, claim.right_edge.i
    lay.head, lay.dep_ = (lay, "ROOT") if claim.head is claim else (claim.head, claim.dep_)
    for one in tokens[first : last + 1]:
        if one.head is claim and one is not lay and (one.i < claim.i or one.dep_ in _HERS):
            one.head = lay
        if one.head is lay and one.tag_ in NOUNS and one.dep_ == "compound":
            one.dep_ = "nsubj"
    claim.head, claim.dep_ = lay, "dobj"
    claim.tag_, claim.pos_, claim.lemma_ = "NN", "NOUN", "claim"
    one_lays = lay.lower_.endswith("s")
    lay.tag_, lay.pos_, lay.lemma_ = "VBZ" if one_lays else "VBP", "VERB", _LAYING[lay.lower_]
    _reach(tokens, claim)


def name_body(tokens: Sequence[Token], name: Token) -> None:
    """Take for a name what is in capitals between its noun and its verb.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("It was shut in May, when the regional bloc ECOWAS imposed sanctions.")
    >>> [(t.text, t.dep_, t.head.text) for t in doc if t.text in ("bloc", "ECOWAS", "imposed")]
    [('bloc', 'compound', 'ECOWAS'), ('ECOWAS', 'nsubj', 'imposed'), ('imposed', 'advcl', 'shut')]
    """
    after = tokens[name.i + 1] if name.i + 1 < len(tokens) else name
    written = name.text.isalpha() and name.text.isupper() and len(name.text) >= _LETTERS
    if not written or name.tag_ not in _VERBAL or name.lower_ in _NO_NAMES:
        return
    before = tokens[name.i - 1] if name.i and not name.is_sent_start else None
    noun = before is not None and before.head is name and before.dep_ in SUBJECTS
    if after.tag_ not in PAST or after.is_sent_start or not noun or before is None:
        return
    start, end = name.left_edge.i, name.right_edge.i
    above = after.head
    if above is not name and not (above.i > after.i and above.head is name):
        return
    after.head, after.dep_ = (after, "ROOT") if name.head is name else (name.head, name.dep_)
    after.tag_, after.pos_ = "VBD", "VERB"
    for one in tokens[start : end + 1]:
        if one.head is name and one is not before:
            one.head = after
    name.tag_, name.pos_, name.lemma_ = "NNP", "PROPN", name.text
    name.head, name.dep_ = after, "nsubj"
    before.dep_ = "compound"
    _reach(tokens, after)


def has_done(tokens: Sequence[Token], verb: Token) -> None:
    """Take for a verb what stands after "has", though a noun comes after it.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Tavia has since banned imports of coal, while Norland has laid a duty on it.")
    >>> [(t.text, t.dep_, t.head.text) for t in doc if t.text in ("Tavia", "banned", "imports")]
    [('Tavia', 'nsubj', 'banned'), ('banned', 'ROOT', 'banned'), ('imports', 'dobj', 'banned')]
    >>> [t.dep_ for t in phrase("They found banned substances in its river.") if t.text == "banned"]
    ['amod']
    """
    thing = verb.head
    if verb.dep_ != "amod" or verb.tag_ != "VBN" or thing.i < verb.i or not verb.i:
        return
    since = tokens[verb.i - 1]
    has = tokens[since.i - 1] if since.lower_ == "since" and since.i else verb
    own = {one.dep_ for one in tokens[verb.left_edge.i : verb.i] if one.head is verb}
    inside = bool(own & SUBJECTS) and "aux" in own
    after = has.lower_ in {"has", "have", "had"} and thing.head is since and since.head is has
    if not (inside or after):
        return
    above = has if after else thing
    verb.head, verb.dep_ = (verb, "ROOT") if above.head is above else (above.head, above.dep_)
    for one in tokens[above.left_edge.i : above.right_edge.i + 1]:
        if one.head is above and one is not verb and (after or one.i < verb.i):
            one.head = verb
    if after:
        has.head, has.dep_, since.head, since.dep_ = verb, "aux", verb, "advmod"
    thing.head, thing.dep_ = verb, "dobj"
    if verb.dep_ in SUBJECTS | {"dobj", "npadvmod", "dep"}:
        verb.dep_ = "advcl"
    _reach(tokens, verb)


def of_what(tokens: Sequence[Token], of: Token) -> None:
    """Hang "of" on what came on a day, not on the day.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The arrival on Sunday of a patrol alarmed them.")
    >>> [t.head.text for t in doc if t.text == "of"]
    ['arrival']
    >>> [t.head.text for t in phrase("The strike on Sunday of last week failed.") if t.text == "of"]
    ['Sunday']
    """
    day = of.head
    day = day.head if day.dep_ == "nummod" and day.shape_ == "dddd" else day
    timed = day.lower_ in _TIMES and day.i < of.i <= day.i + 2  # "in March 2023 of"
    if of.lower_ != "of" or not timed or day.dep_ != "pobj":
        return
    what, inside = day.head.head, [t for t in tokens[of.i : of.right_edge.i + 1] if t.head is of]
    if what.pos_ != "NOUN" or any(t.lemma_ in _TIMES or t.like_num for t in inside):
        return
    of.head = what
    _reach(tokens, of)


_TIMES = {*MONTHS, *WEEKDAYS} | words("week month year morning evening night weekend")


def _reach(tokens: Sequence[Token], token: Token) -> None:
    """Count anew how far the words of its sentence reach."""
    first = last = token.i
    while first and not tokens[first].is_sent_start:
        first -= 1
    while last + 1 < len(tokens) and not tokens[last + 1].is_sent_start:
        last += 1
    reach(tokens[first : last + 1])


def be_one_object(tokens: Sequence[Token], noun: Token) -> None:
    """Of "sign the fisheries protocol", "lift the fisheries ban": one thing, and not two.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("They must sign the fisheries protocol")
    >>> [(token.text, token.dep_, token.head.text) for token in doc][4:]
    [('fisheries', 'compound', 'protocol'), ('protocol', 'dobj', 'sign')]
    >>> doc = phrase("They must pay the nurses overtime")
    >>> [token.text for token in doc if token.dep_ in {"dobj", "dative"}]
    ['nurses', 'overtime']
    """
    before = tokens[noun.i - 1] if noun.i else noun
    if noun.dep_ != "dobj" or before.dep_ != "dobj" or before.head is not noun.head:
        return
    if noun.left_edge is not noun or before.tag_ not in NOUNS or noun.head.lemma_ in _OF_TWO:
        return
    if noun.tag_ == "JJ":
        noun.tag_, noun.pos_ = "NN", "NOUN"
    for one in tokens[before.left_edge.i : before.i]:
        if one.head is before:
            one.head = noun
    noun.left_edge, before.left_edge = before.left_edge, before
    before.head, before.dep_ = noun, "compound"


_OF_TWO = words("""
    give pay offer send grant hand show tell teach lend owe charge fine cost deny promise sell ask
    allow award bring buy leave save spare wish call make name""")
