"""What the parser often takes for something else, set right before anything is read.

"Tavia reserves the right", "an accusation Ubara rejects": with a name that was not in its training
the parser may take the verb for the head of a compound.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading import mistaken, openings, sides_taken, states, subjects, unknown, unverbed
from detente.reading.plurals import make_verb_of_many
from detente.reading.reattaching import NOMINAL, reattach
from detente.reading.rejoining import goes_on, join_name
from detente.reading.syntax import FINITE
from detente.reading.tables import table
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parsed import Token

_VERBS = words("""
    begs faults retorts reckons accepts accuses administers aids alleges answers appeals
    argues arms asks backs balks bankrolls bans bars bases blames blocks boycotts brokers calls
    champions charges cites advocates counsels recommends favours favors pursues concedes objects
    consents claims complains condemns considers contests controls counters criticises criticizes
    declines delays demands denies denounces deplores dismisses disputes doubts fears fights
    finances fortifies funds guards hails halts hopes hosts houses insists intends invokes labels
    leans lists maintains mediates offers opposes plans pledges points polices presses promises
    proposes protests pushes questions rebuffs refuses refutes regards rejects repeats replies
    requests reserves resists rests rules seeks shares shelters shuns sides slams snubs sponsors
    spurns stakes stands subsidises supplies supports suspects sympathises sympathizes taxes
    threatens trains urges vetoes views vows wants warns welcomes wishes withdraws""")
_AFTER = frozenset({"DT", "PRP$", "IN", "TO", "CD", "JJ", "NNP", "NNS", "NN", "PRP", "VBG", "WDT"})


def mend(tokens: Sequence[Token]) -> None:
    """Set the tag and the place in the tree of such verbs, and of their subjects and objects.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Tavia reserves the right to respond.")
    >>> [(token.text, token.tag_, token.dep_) for token in doc][:2]
    [('Tavia', 'NNP', 'nsubj'), ('reserves', 'VBZ', 'ROOT')]
    """
    _name(tokens)
    for token in tokens:
        _date(tokens, token)
        _spell_out(tokens, token)
        _helped(token)
        unknown.name(tokens, token)
        unknown.part_person(tokens, token)
        openings.set_right(tokens, token)
        states.stand(tokens, token)
        mistaken.lay_claim(tokens, token)
        mistaken.name_body(tokens, token)
        mistaken.has_done(tokens, token)
        mistaken.of_what(tokens, token)
        subjects.take(tokens, token)
        subjects.take_compound(tokens, token)
        reattach(tokens, token)
        subjects.make_verb(tokens, token)
        subjects.make_passive(tokens, token)
        make_verb_of_many(tokens, token)
        sides_taken.make_verb(tokens, token)
        join_name(tokens, token)
        if token.lower_ in {"side", "sides"} and _sides_with(tokens, token):
            _set(tokens, token, "ROOT")
        subjects.come_that_day(tokens, token)
        unverbed.put_aside(tokens, token)
        unverbed.put_in(tokens, token)
        unverbed.answer(tokens, token)
        unverbed.take_content(token)
        unverbed.name_teller(tokens, token)
        subjects.wait(tokens, token)
        subjects.hold_at_first(tokens, token)
        unverbed.part(tokens, token)
        if unverbed.make_verb_of_one(tokens, token):
            continue
        if token.tag_ != "NNS" or token.lower_ not in _VERBS:
            continue
        if _opens_note(tokens, token):
            token.tag_, token.pos_ = "VBZ", "VERB"
            continue
        if goes_on(tokens, token):
            continue
        named = _follows_name(tokens, token) or _follows_body(tokens, token)
        if not (named or _has_own_object(tokens, token)):
            continue
        if token.head is token and _has_object(tokens, token):
            _set(tokens, token, "ROOT")
        elif token.dep_ in _BEHIND and token.head.pos_ == "NOUN" and token.head.i < token.i:
            _set(tokens, token, "relcl")


def _spell_out(tokens: Sequence[Token], office: Token) -> None:
    """Take "CS" and "PS" behind what they are for, before a name, for the secretaries they are.

    >>> from detente.reading.page import phrase
    >>> [t.lemma_ for t in phrase("Health CS Ana Berg met the CS Sfax players.") if t.text == "CS"]
    ['secretary', 'CS']
    """
    if office.text not in {"CS", "PS"} or not 0 < office.i < len(tokens) - 1:
        return
    remit, name = tokens[office.i - 1], tokens[office.i + 1]
    if remit.lower_ in _REMITS and remit.text.istitle() and name.text.istitle():
        office.lemma_ = "secretary"


_REMITS = frozenset(table("nouns")["departments"]["words"])


def _helped(modal: Token) -> None:
    """Take for a verb what "will" stands before: "will talk", taken for a noun; "underpaid"."""
    if modal.lower_ == "underpaid" and modal.tag_ == "IN":
        modal.tag_, modal.pos_, modal.lemma_ = "VBD", "VERB", "underpay"
    if modal.tag_ == "MD" and modal.dep_ == "aux" and modal.head.tag_ == "NN":
        modal.head.tag_, modal.head.pos_ = "VB", "VERB"


def _date(tokens: Sequence[Token], verb: Token) -> None:
    """Tell the past of a verb from its stem, where both may be written alike."""
    same = verb.lower_ in _SAME_IN_PAST
    if verb.lower_ == "lay" and verb.tag_ == "VBD" and _has_claim(tokens, verb):
        verb.tag_, verb.lemma_ = "VBP", "lay"
    if verb.tag_ in {"VB", "VBP"} and (verb.lower_ in _PASTS or (same and _is_past(verb))):
        verb.tag_ = "VBD"
    elif same and verb.tag_ in {"VBD", "VBP"} and _is_asked(tokens, verb):
        verb.tag_ = "VB"


def _has_claim(tokens: Sequence[Token], lay: Token) -> bool:
    """As in "both lay claim to it": no past of "lie", which has no object.

    >>> from detente.reading.page import phrase
    >>> [t.lemma_ for t in phrase("Norland and Tavia both lay claim to it.") if t.lower_ == "lay"]
    ['lay']
    """
    after = tokens[lay.i + 1 : lay.right_edge.i + 1]
    return any(one.head is lay and one.dep_ == "dobj" for one in after)


def _name(tokens: Sequence[Token]) -> None:
    """Take for a name everywhere what is one mostly: "Tavia" of "Tavia claims it", taken a noun."""
    names, others = Counter[str](), Counter[str]()
    for token in tokens:
        text = token.text
        if not text[:1].isupper():
            others[text.capitalize()] += _MANY if text.islower() else 0
        elif token.tag_ == "NNP" and token.dep_ != "compound":
            names[text] += 1
        elif token.tag_ != "NNP":
            others[text] += 1
    for token in tokens:
        if token.tag_ not in _UNNAMED or token.text not in names or not _stands_alone(token):
            continue
        if names[token.text] >= others[token.text] and len(token.text) >= _LETTERS:
            token.tag_, token.pos_ = "NNP", "PROPN"


def _stands_alone(token: Token) -> bool:
    """Whether it is no part of a longer name, and tells of no other noun."""
    joined = token.tag_ == "JJ" and token.dep_ in {"amod", "compound", "conj"}
    return not joined and token.dep_ not in {"nummod", "det"}


_UNNAMED = frozenset({"NN", "NNS", "JJ", "CD"})
_MANY = 99  # more than any name is named
_LETTERS = 4


_SAME_IN_PAST = words(
    "let put set cut shut hit quit split cast shed hurt spread burst bid beat thrust upset cost "
    "rid overset forecast broadcast offset bet"
)


_PASTS = words(  # never a stem, though the parser may know none of them
    "retook overtook undertook mistook overthrew withdrew redrew outdrew rewrote underwrote "
    "overran overrode outfought rebuilt resold rehung forbade forswore "
    "withstood foresaw oversaw outgrew"
)


def _is_past(verb: Token) -> bool:
    """As in "turned them into one, but let it lapse": no stem of a verb."""
    return verb.dep_ == "conj" and verb.head.tag_ == "VBD"


def _is_asked(tokens: Sequence[Token], verb: Token) -> bool:
    """As in "demands that Norland cut its quota": it is asked, and not done.

    >>> from detente.reading.page import phrase
    >>> [t.tag_ for t in phrase("Tavia demands that Norland cut its quota.") if t.lower_ == "cut"]
    ['VB']
    """
    above = verb.head
    if above.lemma_ not in _ASKING or verb.dep_ not in {"ccomp", "acl"}:
        return False
    return any(t.head is verb and t.lower_ == "that" for t in tokens[above.i : verb.i])


_ASKING = words("demand ask request urge require propose recommend proposal recommendation")


def _follows_name(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a bare name stands before it as the first part of a compound: "Tavia reserves"."""
    before = tokens[token.i - 1] if token.i else token
    named = before.tag_ == "NNP" and before.head is token and before.dep_ in _JOINED
    first = before
    while first.i and tokens[first.i - 1].tag_ == "NNP" and not first.is_sent_start:
        first = tokens[first.i - 1]
    opening = tokens[first.i - 1] if first.i and not first.is_sent_start else None
    return named and (opening is None or opening.tag_ not in {"DT", "PRP$", "POS", "JJ"})


def _follows_body(tokens: Sequence[Token], token: Token) -> bool:
    """Whether "the" and a word for a body stand before it: "The cooperative rejects this".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The cooperative rejects this, fearing that shares would end up elsewhere.")
    >>> [(t.text, t.tag_, t.dep_) for t in doc][1:3]
    [('cooperative', 'NN', 'nsubj'), ('rejects', 'VBZ', 'ROOT')]
    """
    if token.head is not token or token.left_edge.lower_ != "the":
        return False
    before, after = tokens[token.i - 1], tokens[min(token.i + 1, len(tokens) - 1)]
    opens = token.left_edge.is_sent_start and token.left_edge is tokens[before.i - 1]
    apart = before.head is token and before.dep_ == "amod" and opens
    told = after.lower_ == "that" and after.dep_ == "mark" and after.head.head is token
    pointed = after.head is token and after.lower_ in {"this", "that", "it"}
    if not (apart and (told or pointed)):
        return False
    before.tag_, before.pos_ = "NN", "NOUN"
    return True


_BEHIND = frozenset({"appos", "relcl"})
_JOINED = frozenset({"compound", "amod"})


def _sides_with(tokens: Sequence[Token], token: Token) -> bool:
    """As in "The village council sides with the herders": no noun at the head of a sentence."""
    before = tokens[token.i - 1] if token.i else token
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    noun = before.head is token and before.dep_ == "compound" and before.pos_ in NOMINAL
    return token.head is token and noun and after.lower_ == "with" and token.pos_ == "NOUN"


def _has_own_object(tokens: Sequence[Token], token: Token) -> bool:
    """As in "Oyelaran's office disputes this", "faults both sides": a noun has no object."""
    before = tokens[token.i - 1] if token.i else token
    unknown = before.tag_ == "JJ" and before.is_sent_start and before.dep_ == "amod"
    noun = before.tag_ in {"NN", "NNP"} and before.dep_ == "compound"
    noun = before.head is token and (noun or unknown)  # "Haradu rejects this"
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    told = after.lower_ == "that" and after.dep_ == "mark" and after.head.head is token
    objects = (one for one in unverbed.own(tokens, token) if one.dep_ == "dobj")
    return noun and (told or any(one.left_edge is after for one in objects))


def _opens_note(tokens: Sequence[Token], token: Token) -> bool:
    """As in "Norland. Reserves the right to respond.": a noun has no article after it."""
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    opens = token.is_sent_start and token.head is token and token.text[:1].isupper()
    return opens and after.tag_ in {"DT", "PRP$"} and _has_object(tokens, token)


def _has_object(tokens: Sequence[Token], token: Token) -> bool:
    """Whether something comes after that a verb may have, and the sentence has no other verb."""
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    if after.tag_ not in _AFTER or after.is_sent_start:
        return False
    if after.lower_ == "that" and after.dep_ == "mark" and after.head.head is token:
        return True  # "Tavia demands that Norland cut its quota"
    place = token.i + 1
    while place < len(tokens) and not tokens[place].is_sent_start:
        other = tokens[place]
        if other.tag_ in FINITE and other.head is token and other.dep_ != "conj":
            return False
        place += 1
    return True


def _set(tokens: Sequence[Token], verb: Token, dep: str) -> None:
    verb.tag_, verb.pos_, verb.dep_ = "VBZ", "VERB", dep
    name = tokens[verb.i - 1]
    name.dep_ = "nsubj"
    if name.tag_ == "JJ":
        name.tag_, name.pos_ = "NNP", "PROPN"
    for place in range(verb.i - 2, verb.left_edge.i - 1, -1):
        if tokens[place].head is verb and tokens[place].dep_ in _WITHIN:
            tokens[place].head = name
            name.left_edge = tokens[place].left_edge
        if tokens[place].tag_ == "WDT" and tokens[place].head is name:
            tokens[place].head, tokens[place].dep_ = verb, "dobj"  # "which Tavia administers"
    after = {token.lower_ for token in tokens[verb.i + 1 : verb.i + 2]}
    content = {"acl", "relcl"} if "that" in after else {"acl"}
    for token in tokens[verb.i + 1 : verb.right_edge.i + 1]:
        if token.head is verb and token.dep_ in {"appos", "dobj"} and token.pos_ in NOMINAL:
            token.dep_ = "dobj"
        elif token.head is verb and token.dep_ == "acl" and token.tag_ == "VB":
            that = any(t.head is token and t.lower_ == "that" for t in tokens[verb.i : token.i])
            token.dep_ = "ccomp" if that else "xcomp"
        elif token.head is verb and token.tag_ in FINITE and token.dep_ in content:
            token.dep_ = "ccomp"


_WITHIN = frozenset({"compound", "poss", "amod", "det"})
