"""What a clause between commas or the words beside a verb have torn apart, hung on each other.

"Ana Berg, whose party won the vote, said": the parser may take what is told of somebody between
commas for what is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.mending.rejoining import add, part, part_at_colon, rejoin
from detente.reading.mending.resuming import TELLING, UNDERTAKING, go_on
from detente.reading.syntax import NAMING, PAST
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parsed import Token


def reattach(tokens: Sequence[Token], token: Token) -> None:
    """Hang on each other what a clause between commas has torn apart."""
    if token.lower_ == "whose":
        _put_aside(tokens, token)
    if token.text in _PARTICLES and token.tag_ != "NNP":
        _surname(tokens, token)
    if token.dep_ == "ccomp" and token.text.isupper():
        _abbreviation(tokens, token)
    if token.text == ":" and token.i and token.head is tokens[token.i - 1]:
        _list(tokens, tokens[token.i - 1])
    part(tokens, token)
    if token.dep_ == "acl" and token.tag_ in PAST:
        go_on(tokens, token)
    if token.dep_ == "advcl" and token.tag_ == "VB":
        _complete(tokens, token)
    _go_on_doing(tokens, token)
    add(tokens, token)
    part_at_colon(tokens, token)
    if token.lower_ == "much" and token.dep_ == "advmod":
        _deny(tokens, token)
    if token.dep_ == "conj" and token.lemma_ in TELLING:
        _tell_last(tokens, token)
    if token.dep_ == "conj":
        rejoin(tokens, token)


def _go_on_doing(tokens: Sequence[Token], verb: Token) -> None:
    """Of "will go on blocking the bid until": what goes on, and no other deed.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Tavia will go on blocking the admission of Chad to it until Chad pays.")
    >>> [(token.dep_, token.head.text) for token in doc if token.text == "blocking"]
    [('xcomp', 'go')]
    """
    if verb.dep_ != "advcl" or verb.tag_ != "VBG":
        return
    before = tokens[max(0, verb.i - 2) : verb.i]
    if [one.lower_ for one in before[1:]] == ["on"] and verb.head is before[0]:
        verb.dep_ = "xcomp" if before[0].lemma_ in {"go", "carry", "keep"} else verb.dep_


def _surname(tokens: Sequence[Token], particle: Token) -> None:
    """Of "said Minister João dos Santos": a name to its end, no verb within.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("There is nothing to stop, said Defence Minister João Ernesto dos Santos.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"]
    [('Santos', 'said')]
    """
    if particle.is_sent_start or particle.i + 1 >= len(tokens):
        return
    before, last = tokens[particle.i - 1], tokens[particle.i + 1]
    verbal = particle.dep_ == "ccomp" and before.head is particle and last.head is particle
    if not (verbal and before.tag_ == "NNP" and last.tag_ == "NNP"):
        return
    particle.tag_, particle.pos_ = "NNP", "PROPN"
    last.head, last.dep_ = particle.head, "nsubj"
    for one in tokens[before.left_edge.i : particle.i + 1]:
        if one.head in (before, particle) or one is particle:
            one.head, one.dep_ = last, one.dep_ if one.dep_ in _SET else "compound"
    last.left_edge, before.left_edge = before.left_edge, before
    particle.left_edge = particle.right_edge = particle


_PARTICLES = frozenset({"dos", "das", "da", "do", "di", "del", "van", "von", "bin", "ben", "al"})
_SET = frozenset({"det", "amod", "poss", "punct", "appos"})


def _abbreviation(tokens: Sequence[Token], name: Token) -> None:
    """Of "told the state news agency SANA": whom, and no verb.

    >>> from detente.reading.page import phrase
    >>> doc = phrase('"We do not count our sons by the dozen," he told state news agency SANA.')
    >>> [(token.tag_, token.dep_, token.head.text) for token in doc if token.text == "SANA"]
    [('NNP', 'appos', 'agency')]
    """
    noun = tokens[name.i - 1] if name.i else name
    bare = name.left_edge is name and name.right_edge is name and len(name.text) > _INITIALS
    if bare and noun.pos_ == "NOUN" and noun.head is name.head:
        name.head.right_edge = max(name.head.right_edge, name, key=lambda one: one.i)
        name.tag_, name.pos_, name.dep_, name.head = "NNP", "PROPN", "appos", noun
        noun.right_edge = name


_INITIALS = 2  # letters that are too few for a name


def _deny(tokens: Sequence[Token], much: Token) -> None:
    """Of "will not so much as talk": what is not done.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Tavia will not so much as talk before the men, the guns and the dogs go.")
    >>> [token.head.text for token in doc if token.lower_ == "not"]
    ['talk']
    >>> [token.text for token in phrase("He spoke not so much")][-1]  # nor of what just ends so
    'much'
    """
    verb, near = much.head, tokens[max(0, much.i - 2) : much.i + 2]
    if [one.lower_ for one in near] == ["not", "so", "much", "as"] and verb.pos_ == "VERB":
        near[0].head, near[0].dep_ = verb, "neg"


def _list(tokens: Sequence[Token], verb: Token) -> None:
    """Of the item "- Wants: a binding treaty" in a list: what is wanted.

    >>> from detente.reading.page import phrase
    >>> [(token.tag_, token.dep_) for token in phrase("- Wants: a binding treaty.")][1:5]
    [('VBZ', 'ROOT'), (':', 'punct'), ('DT', 'det'), ('VBG', 'amod')]
    """
    opens = verb.i == 0 or tokens[verb.i - 1].is_space or tokens[verb.i - 1].text in _BULLETS
    if verb.text not in _LISTED or verb.head is not verb or not opens:
        return
    verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", verb.lower_.removesuffix("s")
    for token in tokens[verb.i + 1 : verb.right_edge.i]:
        if token.head is verb and token.pos_ in NAMING:
            token.dep_ = "dobj"
            return


_BULLETS = frozenset({"-", "*", "•", "–", "—", "·", ".", ")"})
_LISTED = words("Wants Says Rejects Refuses Demands Seeks Offers Insists Opposes Accepts Proposes")


def _tell_last(tokens: Sequence[Token], verb: Token) -> None:
    """Of "It will leave, its president, Ana Berg, said on Monday": what is said, and who says it.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Tavia will leave in May, with or without a deal, its envoy, Ana Berg, said.")
    >>> [(token.text, token.dep_) for token in doc if token.pos_ == "VERB"]
    [('leave', 'ccomp'), ('said', 'ROOT')]
    """
    told = verb.head
    own = [one for one in tokens[told.i : verb.i] if one.head is verb and one.dep_ in _SUBJECTS]
    if told.head is not told or told.pos_ not in {"VERB", "AUX"} or not own:
        return
    start = own[0].left_edge.i
    joined = any(one.head is told and one.dep_ == "cc" for one in tokens[told.i : verb.i])
    says = any(
        one.head is verb and one.dep_ == "ccomp" for one in tokens[verb.i : verb.right_edge.i]
    )
    if joined or says or tokens[start - 1].text != ",":
        return
    verb.head, verb.dep_, verb.left_edge = verb, "ROOT", told.left_edge
    verb.right_edge = told.right_edge
    told.head, told.dep_, told.right_edge = verb, "ccomp", tokens[start - 2]


def _complete(tokens: Sequence[Token], verb: Token) -> None:
    """Of "threatened on Monday to leave": what is threatened, and not what for.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Tavia threatened on Monday to pull all its flights from Norland.")
    >>> [(token.text, token.dep_) for token in doc if token.tag_ == "VB"]
    [('pull', 'xcomp')]
    """
    above = verb.head
    if above.lemma_ not in UNDERTAKING or above.pos_ != "VERB" or above.i > verb.i:
        return
    to = tokens[verb.i - 1].lower_ == "to" and tokens[verb.i - 1].head is verb
    between = (one for one in tokens[above.i + 1 : verb.i - 1] if one.head is above)
    if to and all(one.dep_ in _BESIDE or one.is_punct for one in between):
        verb.dep_ = "xcomp"


_BESIDE = frozenset({"prep", "npadvmod", "advmod"})


def _put_aside(tokens: Sequence[Token], whose: Token) -> None:
    """Of "Ana Berg, whose party won the vote, said": who said it, and whose party won.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Minister Ana Berg, whose party won the vote, said there would be no talks.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ in {"nsubj", "relcl"}]
    [('Berg', 'said'), ('party', 'won'), ('won', 'Berg')]
    """
    verb = whose.head.head
    teller = verb.head
    name = tokens[whose.i - 2] if whose.i > 1 else whose
    apart = tokens[whose.i - 1].text == "," and tokens[teller.i - 1].text == ","
    if teller is verb and name.head is verb and tokens[whose.i - 1].text == ",":
        _make_main(tokens, verb, name, whose)
        return
    if verb.dep_ != "ccomp" or teller.i < verb.i or not apart or name.head is not verb:
        return
    if name.dep_ in _SUBJECTS and whose.head.dep_ in _SUBJECTS:
        name.head, name.right_edge = teller, tokens[teller.i - 1]
        verb.head, verb.dep_, verb.left_edge = name, "relcl", whose


def _make_main(tokens: Sequence[Token], verb: Token, name: Token, whose: Token) -> None:
    """Of "Ana Berg, whose bloc has nine seats, warned" what she did, hung on what is told of her.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Ana Berg, whose Elan bloc has nine seats, warned that it would fail.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ in {"nsubj", "ROOT"}][:2]
    [('Berg', 'warned'), ('bloc', 'has')]
    >>> doc = phrase("Ana Berg, whose Elan party won in May, has refused to put it to a vote.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ in {"nsubj", "ROOT"}][:2]
    [('Berg', 'refused'), ('party', 'won')]
    """
    after = tokens[verb.i + 1 : verb.right_edge.i + 1]
    beside = (one for one in after if one.head is verb and one.dep_ in _LOOSE)
    helped = {one.head.i for one in after if one.dep_ == "aux" and one.tag_ in {"VBZ", "VBD"}}
    told = (one for one in beside if one.tag_ in {"VBD", "VBZ"} or one.i in helped)
    main = next((one for one in told if tokens[one.left_edge.i - 1].text == ","), None)
    if main is None or name.dep_ not in _SUBJECTS:
        return
    if any(one.head is main and one.dep_ in _SUBJECTS for one in after):
        return
    edges, start = (verb.left_edge, verb.right_edge), main.left_edge.i
    for one in tokens[edges[0].i : edges[1].i + 1]:
        if one.head is verb and (one is name or one.i > main.i or one.i < name.left_edge.i):
            one.head = main
    main.head, main.dep_, main.left_edge, main.right_edge = main, "ROOT", *edges
    verb.head, verb.dep_, verb.left_edge = name, "relcl", whose
    verb.right_edge = name.right_edge = tokens[start - 2]


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LOOSE = frozenset({"dep", "conj", "parataxis"})
