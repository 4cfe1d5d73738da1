"""Subjects that the parser took for parts of their verbs, or whose verbs it took for nouns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.syntax import FINITE, HELPERS, NAMING, NOUNS, REFLEXIVE, SUBJECTS

if TYPE_CHECKING:
    from detente.reading.parsed import Token

_SUBJECTS = SUBJECTS | {"expl"}
_NOMINATIVE = frozenset({"it", "he", "she", "they", "we", "i", "nobody", "everyone", "everybody"})
_PLURAL = frozenset({"NNS", "NNPS", "PRP"})
_CLAUSES = frozenset({"ROOT", "relcl", "ccomp"})


def take(tokens: Sequence[Token], token: Token) -> None:
    """Take for the subject of a clause what stands for it, if a token is its verb or opens it.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("In March it had itself asked the court to rule against Sudmark.")
    >>> [(token.text, token.dep_) for token in doc if token.head.text == "asked"][:3]
    [('it', 'nsubj'), ('had', 'aux'), ('itself', 'npadvmod')]
    """
    if token.dep_ in _SUBJECTS and token.head.dep_ in HELPERS and token.head.head.i > token.i:
        own = tokens[token.head.i + 1] if token.head.i + 1 < len(tokens) else token
        if own.head is token.head.head and own.lower_ in REFLEXIVE and own.dep_ in _SUBJECTS:
            own.dep_ = "npadvmod"  # "it had itself asked"
        token.head = token.head.head  # "Norland has been mediating", hung on "been"
    if token.dep_ == "ROOT":
        _of_sentence(tokens, token)
    elif token.dep_ == "mark":
        _after_mark(tokens, token)
    elif token.dep_ == "relcl" and token.tag_ in FINITE:
        _of_which(tokens, token)


def _of_which(tokens: Sequence[Token], verb: Token) -> None:
    """Take a name for who holds it: "Upper Tavia, which Norland regards as its own".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("It recognised the region of Upper Tavia, which Kalvia regards as its own.")
    >>> [(token.text, token.dep_) for token in doc if token.head.text == "regards"][:2]
    [('which', 'dobj'), ('Kalvia', 'nsubj')]
    >>> doc = phrase("It met the league, which regards the bay as open.")  # it is the subject
    >>> [(token.text, token.dep_) for token in doc if token.head.text == "regards"][:1]
    [('which', 'nsubj')]
    """
    name = tokens[verb.i - 1]
    beside = name.tag_ == "NNP" and name.dep_ in {"compound", "npadvmod"}
    if beside and name.head is verb and not _has_subject(tokens, verb):
        _make_subject(tokens, name, verb)


def _make_subject(tokens: Sequence[Token], noun: Token, verb: Token) -> None:
    """Take a noun before a verb for its subject, with the words of its own hung on the verb."""
    noun.dep_ = "nsubj"
    for one in tokens[verb.left_edge.i : noun.i]:
        if one.head is verb and one.dep_ in _BEFORE_NOUN:
            one.head = noun
            noun.left_edge = min(noun.left_edge, one.left_edge, key=lambda edge: edge.i)


_BEFORE_NOUN = frozenset({"det", "amod", "compound", "poss", "nummod"})


def _of_sentence(tokens: Sequence[Token], verb: Token) -> None:
    """Take a name for the subject of the verb that it was taken for a part of.

    >>> from detente.reading.page import phrase
    >>> [token.dep_ for token in phrase("Peru shares Norland's view that it is legal.")][:2]
    ['nsubj', 'ROOT']
    >>> [token.dep_ for token in phrase("Early on it had also demanded an inspectorate.")][:3]
    ['advmod', 'prep', 'nsubj']
    >>> [token.dep_ for token in phrase("In private Kenya refuses to sign.")][:3]
    ['prep', 'pobj', 'nsubj']
    >>> [token.dep_ for token in phrase("Orsund, the coastal state, claims the whole of it.")][:1]
    ['nsubj']
    """
    if verb.i == verb.left_edge.i or verb.is_sent_start:
        return
    inside = [one for one in tokens[verb.left_edge.i : verb.i] if one.head is verb]
    first = next((one for one in inside if one.tag_ in FINITE and one.dep_ in HELPERS), verb)
    if first.tag_ not in FINITE or first.lower_ == "let" or _has_subject(tokens, verb):
        return
    before, opening = tokens[first.i - 1], tokens[verb.left_edge.i]
    if before.head is verb and before.dep_ == "compound" and before.pos_ in NAMING:
        _make_subject(tokens, before, verb)  # "Tavia shares", "Until then an armistice holds"
    elif before.lower_ in _NOMINATIVE and before.dep_ == "pobj" and before.head.i == before.i - 1:
        before.head.right_edge, before.head, before.dep_ = before.head, verb, "nsubj"
    elif before.tag_ == "NNP" and before.dep_ == "pobj" and _is_merged(tokens, before):
        first, place = tokens[before.i - 1], before.head
        first.head, first.dep_, first.left_edge, first.right_edge = place, "pobj", first, first
        place.right_edge, before.left_edge = first, before
        before.head, before.dep_ = verb, "nsubj"
    elif opening.head is verb and opening.text.istitle() and _is_glossed(tokens, opening):
        opening.tag_, opening.pos_, opening.dep_ = "NNP", "PROPN", "nsubj"


def _is_merged(tokens: Sequence[Token], name: Token) -> bool:
    """As in "In private Norland wants it scrapped", "To this Norland answered": two phrases."""
    word, place = tokens[name.i - 1], name.head
    if word.head is not name or place.i != word.i - 1 or name.right_edge is not name:
        return False
    return (place.lower_, word.lower_) in _APART


_APART = frozenset(
    (place, word)
    for place, words_ in {
        "in": ("private", "public", "secret", "short", "brief", "general", "particular", "effect"),
        "to": ("this", "that"), "at": ("this", "that"), "after": ("this", "that"),
        "for": ("this", "that"), "on": ("this", "that"), "with": ("this", "that"),
    }.items()
    for word in words_
)  # fmt: skip


def wait(tokens: Sequence[Token], since: Token) -> None:
    """Of "Since Easter the union has asked for it": who has asked, and since when.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Since Easter the union has asked for a new contract.")
    >>> [(token.text, token.dep_) for token in doc][:4]
    [('Since', 'prep'), ('Easter', 'pobj'), ('the', 'det'), ('union', 'nsubj')]
    """
    verb = since.head
    if since.dep_ != "mark" or verb.dep_ != "ROOT" or since.i + 2 >= verb.i:
        return
    time, after = tokens[since.i + 1], tokens[since.i + 2]
    doer = next((one for one in tokens[after.i : verb.i] if one.head is time), None)
    if time.head is not verb or time.dep_ != "nsubj" or doer is None or doer.dep_ != "appos":
        return
    if doer.left_edge is not after or after.text == ",":
        return
    since.dep_, since.right_edge = "prep", time
    time.head, time.dep_, time.right_edge = since, "pobj", time
    doer.head, doer.dep_ = verb, "nsubj"


def hold_at_first(tokens: Sequence[Token], verb: Token) -> None:
    """Of "The board at first held that it would pay": what it did, and when.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The port authority at first held that it would pay what was needed.")
    >>> [(token.text, token.dep_) for token in doc if token.text in ("authority", "held")]
    [('authority', 'nsubj'), ('held', 'ROOT')]
    """
    at = verb.head
    doer, first = at.head, tokens[verb.i - 1]
    if verb.dep_ != "pcomp" or (at.lower_, first.lower_) not in _FIRST or at.i != verb.i - 2:
        return
    if doer.head is not doer or doer.pos_ not in NAMING:
        return
    edges = doer.left_edge, doer.right_edge
    for one in tokens[verb.i + 1 : edges[1].i + 1]:
        if one.head is doer:
            one.head = verb
    verb.tag_, verb.dep_, verb.head, at.head, first.head = "VBD", "ROOT", verb, verb, at
    at.right_edge, doer.right_edge = first, tokens[at.i - 1]
    doer.head, doer.dep_ = verb, "nsubj"
    verb.left_edge, verb.right_edge = edges


_FIRST = frozenset({("at", "first"), ("at", "last")})


def _has_subject(tokens: Sequence[Token], verb: Token) -> bool:
    around = tokens[verb.left_edge.i : verb.right_edge.i + 1]
    return any(one.head is verb and one.dep_ in _SUBJECTS for one in around)


def _is_glossed(tokens: Sequence[Token], name: Token) -> bool:
    """As in "Orsund, the coastal state, claims", "Punjab, which lost, denounces": no adverb."""
    after = tokens[name.i + 1 : name.right_edge.i + 1]
    glossed = any(one.head is name and one.dep_ in {"appos", "relcl"} for one in after)
    return glossed and name.tag_ in {"RB", "NN", "JJ", "VB", "NNP"} and after[0].text == ","


def _after_mark(tokens: Sequence[Token], mark: Token) -> None:
    """Take for a clause what "if" or "unless" opens: no noun has a word that opens a clause.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Karun will attend only if Velia apologises.")
    >>> [(token.text, token.tag_, token.dep_) for token in doc][5:7]
    [('Velia', 'NNP', 'nsubj'), ('apologises', 'VBZ', 'advcl')]
    """
    verb = mark.head
    before = tokens[verb.i - 1]
    if mark.i > verb.i or mark.lower_ == "that" or before.tag_ != "NNP" or before.head is not verb:
        return
    if verb.tag_ == "NNS" and before.dep_ == "compound":
        verb.tag_, verb.pos_, before.dep_ = "VBZ", "VERB", "nsubj"
    if verb.dep_ == "dobj" and verb.tag_ in FINITE and before.dep_ == "nsubj":
        verb.dep_ = "advcl"


def take_compound(tokens: Sequence[Token], verb: Token) -> None:
    """Take for its subject the noun that the parser joins to a verb: "the rectorate maintains".

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Until approval is obtained, the rectorate maintains, it can promise nothing.")
    >>> [(token.text, token.dep_, token.head.text) for token in doc][5:7]
    [('the', 'det', 'rectorate'), ('rectorate', 'nsubj', 'maintains')]
    """
    noun = tokens[verb.i - 1] if verb.i else verb
    if verb.pos_ != "VERB" or verb.tag_ not in FINITE or noun.head is not verb:
        return
    if verb.dep_ in SUBJECTS:
        return  # told by the way: `unverbed.put_in`
    joined = noun.dep_ == "compound" and noun.tag_ in NOUNS
    if joined and not _has_subject(tokens, verb):
        _make_subject(tokens, noun, verb)


def make_verb(tokens: Sequence[Token], noun: Token) -> None:
    """Take for a verb what has both a subject, who are many, and an object.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The Turks accuse Sweden of harbouring members of the PKK.")
    >>> [(token.text, token.tag_) for token in doc][1:3]
    [('Turks', 'NNPS'), ('accuse', 'VBP')]
    """
    if noun.tag_ != "NN" or noun.dep_ not in _CLAUSES:
        return
    own = [one for one in tokens[noun.left_edge.i : noun.right_edge.i + 1] if one.head is noun]
    many = any(one.dep_ == "nsubj" and one.tag_ in _PLURAL and one.i < noun.i for one in own)
    stated = any(one.dep_ in {"cop", "aux", "det", "amod", "poss"} for one in own)
    if many and not stated and any(one.dep_ in {"dobj", "prep"} for one in own):
        noun.tag_, noun.pos_ = "VBP", "VERB"
