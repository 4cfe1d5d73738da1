"""The verb of a sentence that goes on after what is told of its subject between commas.

"The region of Tavia, which burns most of it, accused Norland of it."
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.syntax import HELPERS, NAMING
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parsed import Token


def go_on(tokens: Sequence[Token], verb: Token) -> None:
    """Of "The region of Tavia, which burns most of it, accused Norland": a verb with its object.

    And of "Ana Berg, the envoy, shuttled between them." the only verb of the sentence.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The region of Tavia, which burns most of it, accused Norland of it.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"][0]
    ('region', 'accused')
    >>> doc = phrase("Miroslav Lajcak, the envoy, shuttled between the two capitals all spring.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"]
    [('Lajcak', 'shuttled')]
    >>> doc = phrase("Its facilitator, Ana Berg, offered in June to hold technical meetings.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"]
    [('facilitator', 'offered')]
    >>> doc = phrase("Its facilitator, Mohd Rabin Basir, offered in June to hold two meetings.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"]
    [('facilitator', 'offered')]
    >>> doc = phrase("Kenya, angered by the raid, called for a new map.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"]
    [('Kenya', 'called')]
    >>> doc = phrase("A truce brokered by the league in 2022 held for one season.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"]
    [('truce', 'held')]
    """
    if _act_before(tokens, verb):
        return
    noun = _told_of(tokens, verb)
    if noun.dep_ == "appos" and tokens[verb.i - 1].text == "," and noun.head.head is noun.head:
        noun = noun.head  # "Its envoy, Ana Berg, offered in June to hold talks"
    if noun.head is not noun or noun.pos_ not in NAMING:
        return
    inside = tokens[noun.i : verb.right_edge.i + 1]
    told = any(one.head is noun and _is_by_the_way(tokens, one) for one in inside)
    glossed, apart = noun is not verb.head, tokens[verb.i - 1].text == ","
    if told and apart and verb.lemma_ in TELLING:
        _take_content(tokens, noun, verb)
    acts = apart and (told or glossed) and _has_content(tokens, verb)
    if acts and glossed:
        _trim(tokens, verb, noun)
    if acts or (not glossed and _is_only_verb(tokens, noun, verb)):
        verb.head.right_edge = tokens[verb.i - 1]
        verb.tag_, verb.dep_, verb.head = "VBD", "ROOT", verb
        verb.left_edge, verb.right_edge = noun.left_edge, noun.right_edge
        noun.dep_, noun.head, noun.right_edge = "nsubj", verb, tokens[verb.i - 1]


def _told_of(tokens: Sequence[Token], verb: Token) -> Token:
    """Who it is of whom more is told before: "The league, which was party to a pact, called on"."""
    above = verb.head
    while above.head is not above and not _is_by_the_way(tokens, above):
        above = above.head
    apart = tokens[verb.i - 1].text == "," and above.head is not above
    return above.head if apart and above.head.head is above.head else verb.head


def _is_by_the_way(tokens: Sequence[Token], verb: Token) -> bool:
    """As "which was party to a pact", or "angered" of "Kenya, angered by the raid, called on"."""
    return verb.dep_ == "relcl" or (verb.dep_ == "acl" and tokens[verb.i - 1].text == ",")


def _trim(tokens: Sequence[Token], verb: Token, noun: Token) -> None:
    """Let nothing between a verb and its subject reach beyond the comma before the verb."""
    above = verb.head
    while above is not noun:
        above.right_edge = tokens[verb.i - 2]
        above = above.head


def _act_before(tokens: Sequence[Token], verb: Token) -> bool:
    """Of "a day after Kenya's envoy, Ana Berg, called for a map": what is told of as before.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("It came a day after Kenya's envoy, Ana Berg, called on Tavia to pay.")
    >>> [(t.text, t.dep_, t.head.text) for t in doc if t.text in {"after", "envoy", "called"}]
    [('after', 'mark', 'called'), ('envoy', 'nsubj', 'called'), ('called', 'advcl', 'came')]
    >>> doc = phrase("It came a day after the plan, a map of sorts, drawn up in Kenya.")
    >>> [(t.text, t.dep_) for t in doc if t.text == "drawn"]
    [('drawn', 'acl')]
    """
    noun, when = verb.head, verb.head.head
    between = tokens[noun.i + 1 : verb.i]
    glossed = any(one.head is noun and one.dep_ == "appos" for one in between)
    timed = noun.dep_ == "pobj" and when.lower_ in _WHEN and when.dep_ == "prep"
    apart = tokens[verb.i - 1].text == ","
    if not (timed and glossed and apart and verb.tag_ == "VBD" and _has_content(tokens, verb)):
        return False
    verb.dep_, verb.head, verb.left_edge, verb.right_edge = (
        "advcl",
        when.head,
        when,
        when.right_edge,
    )
    noun.dep_, noun.head, noun.right_edge = "nsubj", verb, tokens[verb.i - 1]
    when.dep_, when.head, when.right_edge = "mark", verb, when
    return True


_WHEN = frozenset({"after", "before", "since", "until", "as"})


def _take_content(tokens: Sequence[Token], noun: Token, verb: Token) -> None:
    """Of "Tavia, whose drones hit it, announced in May, when it ended, that": what is announced."""
    for that in tokens[verb.i + 1 : noun.right_edge.i]:
        said = that.head
        if that.lower_ == "that" and that.dep_ == "mark" and said.head is noun:
            said.head, said.dep_, verb.right_edge = verb, "ccomp", said.right_edge
            return


def _has_content(tokens: Sequence[Token], verb: Token) -> bool:
    """As in "offered to hold talks", "called the plan a farce": more than where and by whom."""
    after = tokens[verb.i + 1 : verb.right_edge.i + 1]
    undertaken = verb.lemma_ in UNDERTAKING
    told = {"xcomp", "ccomp", "dobj"} | ({"advcl"} if undertaken else set())
    told |= {"prep"} if verb.lemma_ in _PLEADING else set()
    return any(one.head is verb and one.dep_ in told for one in after)


def _is_only_verb(tokens: Sequence[Token], noun: Token, verb: Token) -> bool:
    """Whether it ends a sentence that has no other: "A truce brokered by the league held"."""
    end = tokens[noun.right_edge.i]
    whole = tokens[noun.left_edge.i : end.i + 1]
    helped = any(one.head is verb and one.dep_ in HELPERS for one in whole)
    last = all(one.head is not noun or one.is_punct for one in tokens[verb.i + 1 : end.i])
    later = (one for one in tokens[verb.i + 1 : end.i] if one.tag_ in {"VBD", "VBN", "VBZ"})
    apart = tokens[verb.i - 1].text == "," and any(tokens[one.i - 1].text == "," for one in later)
    return (
        last and not (helped or apart) and end.text == "." and all(one.text != ":" for one in whole)
    )


TELLING = words("say tell add warn announce insist argue report write explain")
STATING = TELLING | words("state declare confirm note stress reiterate repeat maintain claim")
UNDERTAKING = words(
    "agree threaten promise offer refuse vow pledge decline want seek propose undertake swear plan "
    "intend decide attempt commit"
)
_PLEADING = words("call appeal press plead ask push")
