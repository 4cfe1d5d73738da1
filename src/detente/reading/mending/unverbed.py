"""Verbs that the parser took for nouns, or for what is told by the way of who acts.

"The chamber begs for a free summer", "Their guild in the town of Sarp demands that it open".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.mending.rejoining import ASIDES
from detente.reading.mending.resuming import STATING
from detente.reading.syntax import FINITE
from detente.reading.wording import words

if TYPE_CHECKING:
    from detente.reading.parsed import Token

_CLAUSES = frozenset({"ROOT", "ccomp", "conj"})
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "prep", "acl", "relcl"})
_STATED = frozenset({"cop", "aux", "auxpass", "det", "amod", "poss", "nummod"})
_SINGULAR = frozenset({"NN", "NNP"})
_OF_MANY = words("accuse oppose insist urge deny refuse reject condemn denounce want warn")
_SAYING = words("""
    demands insists asks requests proposes suggests recommends claims argues denies warns says
    complains fears hopes maintains contends urges""")
_PARTED = _SAYING | _OF_MANY


def own(tokens: Sequence[Token], token: Token) -> list[Token]:
    """What hangs from a token, in the order of the text."""
    inside = tokens[token.left_edge.i : token.right_edge.i + 1]
    return [one for one in inside if one.head is token and one is not token]


def make_verb_of_one(tokens: Sequence[Token], noun: Token) -> bool:
    """Take for a verb what has both a subject, who is one, and an object.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The chamber of commerce begs for a free summer.")
    >>> [(token.text, token.tag_) for token in doc if token.dep_ == "ROOT"]
    [('begs', 'VBZ')]
    >>> doc = phrase("The doctors' chamber objects to births so far from a hospital.")
    >>> [(token.text, token.tag_) for token in doc if token.dep_ == "ROOT"]
    [('objects', 'VBZ')]
    """
    if noun.tag_ != "NNS" or noun.dep_ not in _CLAUSES or not noun.lower_.endswith("s"):
        return False
    around = own(tokens, noun)
    doer = next((one for one in around if one.dep_ == "nsubj" and one.i < noun.i), None)
    if doer is None or doer.tag_ not in _SINGULAR or doer.right_edge.i + 1 != noun.i:
        return False
    if any(one.dep_ in _STATED and one.i < noun.i for one in around):
        return False
    if not any(one.dep_ in _OBJECTS and one.i > noun.i for one in around):
        return False
    noun.tag_, noun.pos_ = "VBZ", "VERB"
    for one in around:
        if one.dep_ == "acl" and one.tag_ in FINITE:
            one.dep_ = "ccomp"
    return True


def part(tokens: Sequence[Token], verb: Token) -> None:
    """Part a verb from the name that it was taken for the end of.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Their guild in the border town of Sarp demands that it drop the closure.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ in {"nsubj", "ccomp"}]
    [('guild', 'demands'), ('it', 'drop'), ('drop', 'demands')]
    >>> doc = phrase("Senators of the right accuse the president of haggling.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ in {"nsubj", "dobj"}]
    [('Senators', 'accuse'), ('president', 'accuse')]
    """
    if verb.dep_ != "pobj" or not verb.i or verb.lower_ not in _PARTED:
        return
    name, doer = tokens[verb.i - 1], _top(verb)
    if name.head is not verb or name.dep_ not in {"compound", "amod"} or doer.i > verb.head.i:
        return
    content = _content(tokens, verb, doer)
    one = verb.tag_ == "NNS" and verb.lower_ in _SAYING and doer.tag_ in _SINGULAR
    many = verb.tag_ == "NN" and verb.lower_ in _OF_MANY and doer.tag_ == "NNS"
    if content is None or not (one or many):
        return
    edges = doer.left_edge, doer.right_edge
    preposition = verb.head
    for part_ in tokens[preposition.i + 1 : verb.i - 1]:
        if part_.head is verb:
            part_.head = name
            name.left_edge = min(name.left_edge, part_.left_edge)
    name.head, name.dep_ = preposition, "pobj"
    above = name
    while above is not doer:
        above = above.head
        above.right_edge = name
    for late in tokens[verb.i + 1 : edges[1].i + 1]:
        if late.head is doer:
            late.head = verb
    verb.tag_, verb.pos_, verb.dep_, verb.head = "VBZ" if one else "VBP", "VERB", "ROOT", verb
    verb.left_edge, verb.right_edge = edges
    content.head, content.dep_ = verb, "dobj" if content.dep_ == "dobj" else "ccomp"
    doer.head, doer.dep_ = verb, "nsubj"
    if name.tag_ == "JJ":
        name.tag_, name.pos_ = "NN", "NOUN"


def _content(tokens: Sequence[Token], verb: Token, doer: Token) -> Token | None:
    """What is demanded, or whom they accuse."""
    that = tokens[verb.i + 1] if verb.i + 1 < len(tokens) else verb
    if that.lower_ == "that" and that.dep_ == "mark" and that.head.head in (verb, doer):
        return that.head
    objects = (one for one in own(tokens, verb) if one.dep_ == "dobj")
    return next((one for one in objects if one.left_edge is that), None)


def put_in(tokens: Sequence[Token], verb: Token) -> None:
    """Take for what is told by the way the "maintains" of "This, the union maintains, was theft".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("This, the union maintains, was a breach of faith.")
    >>> [(token.text, token.dep_, token.head.text) for token in doc][:5:2]
    [('This', 'nsubj', 'was'), ('the', 'det', 'union'), ('maintains', 'parataxis', 'was')]
    """
    if verb.dep_ != "nsubj" or verb.tag_ not in FINITE or verb.i < _BEFORE or not verb.i:
        return
    doer, above, start = tokens[verb.i - 1], verb.head, verb.left_edge.i
    if doer.head is not verb or doer.dep_ != "compound" or start < _BEFORE:
        return
    thing, comma, after = tokens[start - 2], tokens[start - 1], tokens[verb.i + 1]
    if comma.text != "," or after.text != "," or above.i < verb.i or thing.head is not above:
        return
    for one in tokens[start : verb.i - 1]:
        if one.head is verb:
            one.head = doer
            doer.left_edge = min(doer.left_edge, one.left_edge)
    for one in (comma, after):
        one.head = above
    doer.dep_, thing.dep_, verb.dep_ = "nsubj", "nsubj", "parataxis"
    verb.right_edge = verb


def name_teller(tokens: Sequence[Token], verb: Token) -> None:
    """Of "For warships, answers Norland, there is no berth": who answers, and whom nobody does.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("For warships, answers Kenya, there is no berth.")
    >>> [(token.text, token.dep_) for token in doc if token.text == "Kenya"]
    [('Kenya', 'nsubj')]
    """
    if verb.lower_ not in _TELLING or verb.i < _BEFORE or tokens[verb.i - 1].text not in _BREAKS:
        return
    around = own(tokens, verb)
    if any(one.dep_ in {"nsubj", "nsubjpass", "aux"} for one in around):
        return
    told = next((one for one in around if one.dep_ == "dobj" and one.i > verb.i), None)
    if told is None or told.left_edge.i != verb.i + 1 or told.right_edge.i + 1 >= len(tokens):
        return
    named = told.tag_ in {"NNP", "NNPS"} or told.left_edge.lower_ in {"the", "its", "their"}
    if named and tokens[told.right_edge.i + 1].text in _ENDS:
        told.dep_ = "nsubj"
        verb.tag_ = "VBP" if verb.tag_ == "VB" else verb.tag_


_TELLING = words("""
    answers answer answered replies reply replied retorts retort retorted adds add added counters
    countered explains explain explained insists insist insisted argues argue argued maintains
    repeats repeat repeated warns warn warned asks ask asked""")
_BREAKS = frozenset({",", "”", '"'})
_ENDS = frozenset({",", ":", ".", ";", "“", '"'})


def take_content(tokens: Sequence[Token], that: Token) -> None:
    """Take for what is said what a verb has after it, opened by "that".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The foreign ministry retorts that Norland turned off the valve.")
    >>> [(token.text, token.dep_) for token in doc if token.text == "turned"]
    [('turned', 'ccomp')]
    """
    content = that.head
    if that.lower_ != "that" or that.dep_ == "nsubj":
        return
    if content.dep_ == "acl":
        _say_in(tokens, content)
    elif content.dep_ == "relcl" and content.head.i == that.i - 1 and content.head.pos_ == "VERB":
        content.dep_, that.dep_, that.tag_ = "ccomp", "mark", "IN"


def _say_in(tokens: Sequence[Token], content: Token) -> None:
    """Of "said in a statement that it would pay": what is said.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Its gas firm, Mergaz, said in a statement that it was ready to pay in June.")
    >>> [(token.dep_, token.head.text) for token in doc if token.text == "was"]
    [('ccomp', 'said')]
    """
    noun = content.head
    prep = noun.head
    verb = prep.head
    said = verb.lemma_ in STATING and verb.pos_ == "VERB" and noun.lemma_.lower() in _PAPERS
    if prep.dep_ != "prep" or not said:
        return
    between = tokens[verb.i : content.left_edge.i]
    if any(one.head is verb and one.dep_ in {"ccomp", "dobj"} for one in between):
        return
    last = tokens[content.left_edge.i - 1]
    for one in (noun, prep):
        one.right_edge = last
    content.head, content.dep_ = verb, "ccomp"


_PAPERS = words(
    "statement letter interview speech message note post memo release communique address "
    "briefing conference article report filing circular leaflet email tweet broadcast ruling video"
)


def _top(token: Token) -> Token:
    while token.head is not token:
        token = token.head
    return token


def put_aside(tokens: Sequence[Token], verb: Token) -> None:
    """Take for the verb what follows on "grouped" of "The unions, grouped in a front, ask".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The farmers, grouped in a federation, ask for a higher price.")
    >>> [(token.text, token.tag_, token.head.text) for token in doc if token.pos_ == "VERB"]
    [('grouped', 'VBN', 'farmers'), ('ask', 'VBP', 'ask')]
    """
    if verb.head is not verb or verb.tag_ not in {"VBD", "VBN"} or verb.i < _BEFORE:
        return
    comma, doer = tokens[verb.i - 1], tokens[verb.i - 2]
    if comma.text != "," or doer.head is not verb or doer.dep_ not in {"nsubj", "nsubjpass"}:
        return
    main = _main(tokens, verb, many=doer.tag_ in {"NNS", "NNPS"})
    if main is None:
        return
    edges, above = (verb.left_edge, verb.right_edge), main.head
    while above is not verb:
        above.right_edge = tokens[main.i - 2]
        above = above.head
    for one in tokens[edges[0].i : edges[1].i + 1]:
        if one.head is verb and (one.i > main.i or one.i < verb.i - 1):
            one.head = main
    main.tag_ = {"VB": "VBP", "VBN": "VBD"}.get(main.tag_, main.tag_)
    main.dep_, main.head = "ROOT", main
    verb.tag_, verb.dep_, verb.head = "VBN", "acl", doer
    verb.left_edge, verb.right_edge = verb, tokens[main.i - 2]
    doer.dep_, doer.head, doer.right_edge = "nsubj", main, verb.right_edge
    main.left_edge, main.right_edge = edges


def _main(tokens: Sequence[Token], verb: Token, *, many: bool) -> Token | None:
    """What whoever is told of by the way does, after the second comma."""
    tags = {"VBD", "VBN", "VB", "VBP"} if many else {"VBD", "VBN", "VBZ"}
    for one in tokens[verb.i + 1 : verb.right_edge.i + 1]:
        if one.tag_ not in tags or one.dep_ not in _LOOSE or tokens[one.i - 1].text != ",":
            continue
        around = own(tokens, one)
        if not any(c.dep_ in {"nsubj", "nsubjpass", "mark", "aux", "auxpass"} for c in around):
            bare = one.tag_ != "VBN" or any(c.dep_ in _OBJECTS and c.i > one.i for c in around)
            return one if bare and (one.head is verb or one.dep_ == "acl") else None
    return None


_BEFORE = 2  # a noun and a comma
_LOOSE = frozenset({"advcl", "conj", "ccomp", "dep", "parataxis", "acl"})


def answer(tokens: Sequence[Token], verb: Token) -> None:
    """Take for a verb the "rejects" of "a demand Norland rejects".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Chad must first amend its law, a demand Kenya rejects as interference.")
    >>> [(token.text, token.dep_, token.head.text) for token in doc if token.i in {8, 9, 10}]
    [('demand', 'appos', 'law'), ('Kenya', 'nsubj', 'rejects'), ('rejects', 'relcl', 'demand')]
    """
    if verb.lower_ not in _ANSWERING or verb.tag_ not in {"NNS", "VBZ"} or verb.i < _ASIDE:
        return
    before, comma, article, noun, name = tokens[verb.i - _ASIDE : verb.i]
    told = comma.text == "," and article.lower_ in {"a", "an"} and noun.lower_ in _ANSWERED
    if not told or name.tag_ != "NNP" or before.pos_ not in {"NOUN", "PROPN"}:
        return
    over = [before]
    while over[-1].head is not over[-1]:
        over.append(over[-1].head)
    if verb in over or noun in over or name in over:
        return  # it is told of them, or is what they do
    edge = verb.right_edge
    verb.tag_, verb.pos_, verb.dep_, verb.head = "VBZ", "VERB", "relcl", noun
    name.dep_, name.head, verb.left_edge = "nsubj", verb, name
    article.head = noun
    noun.dep_, noun.head, noun.left_edge, noun.right_edge = "appos", before, article, edge
    before.right_edge = edge


_ASIDE = 5  # tokens of "law, a demand Norland"
_ANSWERING = words("rejects denies disputes dismisses refuses contests opposes resents resists")
_ANSWERED = ASIDES | words("claim charge accusation allegation plan offer call suggestion reading")
