"""What a sentence's opening, an aside or a row of adverbs leads the parser astray with.

"In a statement, Ana Berg, its envoy, said": the parser may take who says so for another word for
the statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.tables import table

if TYPE_CHECKING:
    from detente.reading.parsed import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})


def set_right(tokens: Sequence[Token], token: Token) -> None:
    """Set right what a token is the sign of."""
    if token.dep_ == "appos" and token.tag_ == "NNP":
        _name_officer(tokens, token)
        _name_teller(tokens, token)
    elif token.lower_ == "which" and token.dep_ == "nsubj":
        _tell_which(tokens, token)
    elif token.lower_ == "that" and token.dep_ in {"mark", "dobj", "advmod"}:
        _tell_whom(tokens, token)
    elif token.tag_ == "MD" and token.head.tag_ == "RB":
        _skip_adverbs(tokens, token)
    elif token.text in _MINISTERS and token.i + 3 < len(tokens):
        _part_minister(tokens, token)


def _name_officer(tokens: Sequence[Token], name: Token) -> None:
    """Of "The chairman of the Dockers' Union, Ana Berg, said": who is its chairman.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("The chairman of the Kenya Fishers' Union, Tom Guda, said they would stay.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "appos"]
    [('Guda', 'chairman')]
    """
    whole = name.head
    prep, office, start = whole.head, whole.head.head, name.left_edge.i
    if (
        prep.lower_ != "of"
        or office.lemma_ not in _OFFICERS
        or name.right_edge.i + 1 >= len(tokens)
    ):
        return
    if tokens[start - 1].text == tokens[name.right_edge.i + 1].text == "," and whole.i < start:
        name.head, whole.right_edge = office, tokens[start - 2]
        prep.right_edge = whole.right_edge


_OFFICERS = frozenset(
    {"chairman", "chairwoman", "chair", "head", "president", "secretary", "leader", "director",
     "spokesman", "spokeswoman", "spokesperson", "governor", "minister", "commissioner", "chief"}
)  # fmt: skip


def _name_teller(tokens: Sequence[Token], name: Token) -> None:
    """Of "In a statement, Ana Berg, its envoy, said": who said it.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("However, in a 20 April statement, Osman Bakri, Sudan's co-chair on the "
    ...              "oversight committee, said that no extension would be entertained.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"]
    [('Bakri', 'said')]
    >>> doc = phrase("In a letter to its neighbour, Norland, the envoy said that it would leave.")
    >>> [(token.text, token.head.text) for token in doc if token.text == "envoy"]
    [('envoy', 'said')]
    """
    noun = name.head
    prep = noun.head
    verb = prep.head
    apart = noun.dep_ == "pobj" and prep.dep_ == "prep" and noun.pos_ == "NOUN"
    start = name.left_edge.i
    if not apart or verb.tag_ not in {"VBD", "VBZ"} or verb.dep_ not in _CLAUSES or verb.i < name.i:
        return
    if start == 0 or tokens[start - 1].text != "," or start - 1 < noun.i:
        return
    own = tokens[verb.left_edge.i : verb.i]
    if any(one.head is verb and one.dep_ in _SUBJECTS for one in own):
        return
    name.head, name.dep_ = verb, "nsubj"
    noun.right_edge = prep.right_edge = tokens[start - 2]


def _tell_which(tokens: Sequence[Token], which: Token) -> None:
    """Of "came from Norland's ministry, which said that": what is told of the ministry.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("A little earlier, we heard from Pakistan's commerce ministry, which said "
    ...              "that Torkham would stay shut to goods until the question had been settled.")
    >>> [(token.dep_, token.head.text) for token in doc if token.text == "said"]
    [('relcl', 'ministry')]
    """
    verb = which.head
    if verb.dep_ != "advcl" or which.left_edge is not which or not which.i:
        return
    noun = tokens[which.i - 2] if tokens[which.i - 1].text == "," and which.i > 1 else which
    above = verb.head
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.i < above.i:
        return
    verb.head, verb.dep_ = noun, "relcl"
    step = noun
    while step is not above and step.head is not step:
        step.right_edge = max(step.right_edge, verb.right_edge, key=lambda one: one.i)
        step = step.head


def _tell_whom(tokens: Sequence[Token], that: Token) -> None:
    """Of "told the programme that it would sign": what was told, and no limit of whom it was told.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Osman told the programme that Khartoum would have accepted joint rule.")
    >>> [(token.dep_, token.head.text) for token in doc if token.text == "accepted"]
    [('ccomp', 'told')]
    >>> doc = phrase("Minister Ana Berg told parliament before the vote that none of them would be "
    ...              "handed over while Tavia kept the death penalty.")
    >>> [(token.dep_, token.head.text) for token in doc if token.text == "handed"]
    [('ccomp', 'told')]
    """
    verb = that.head
    if verb.dep_ not in {"relcl", "acl"} or not verb.head.i < that.i < verb.i:
        return
    own = [one for one in tokens[that.i + 1 : verb.right_edge.i + 1] if one.head is verb]
    if not any(one.dep_ in _SUBJECTS and one.i < verb.i for one in own):
        return
    if that.dep_ == "dobj" and not any(one.dep_ == "dobj" for one in own):
        return  # "told the board in the capital that it had built"
    whom = verb.head
    steps = [whom]
    while steps[-1].dep_ in _WITHIN:
        steps.append(steps[-1].head)
    teller = steps.pop()
    if teller.lemma_ not in _INFORMING or teller is whom:
        return
    if any(one.head is teller and one.dep_ == "ccomp" for one in tokens[teller.i : that.i]):
        return
    last = verb.right_edge
    verb.head, verb.dep_, that.dep_ = teller, "ccomp", "mark"
    for step in steps:
        step.right_edge = tokens[that.i - 1]
    teller.right_edge = max(teller.right_edge, last, key=lambda one: one.i)


_WITHIN = frozenset({"dobj", "dative", "pobj", "prep"})
_INFORMING = frozenset({"tell", "inform", "remind", "warn", "notify", "advise"})


def _part_minister(tokens: Sequence[Token], minister: Token) -> None:
    """Of "Deputy Minister of Production Ana Vega Berg said": who said so, and of what he is one.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Ecuadorian Deputy Minister of Production Luis Andrade Vela disclosed that "
    ...              "the levy would go on.")
    >>> [(token.text, token.head.text) for token in doc if token.dep_ in {"nsubj", "pobj"}][:2]
    [('Production', 'of'), ('Vela', 'disclosed')]
    """
    of, department = tokens[minister.i + 1], tokens[minister.i + 2]
    name, verb = department.head, minister.head
    torn = of.head is minister and of.lower_ in {"of", "for"} and name.head is of
    if not torn or department.dep_ != "compound" or minister.dep_ not in _SUBJECTS:
        return
    named = tokens[department.i + 1 : name.i + 1]
    plain = department.lower_ in table("nouns")["portfolios"]["words"]
    if not plain or len(named) < _FULL or any(one.tag_ != "NNP" for one in named):
        return
    name.head, name.dep_ = verb, minister.dep_
    minister.head, minister.dep_ = name, "nmod"
    department.head, department.dep_ = of, "pobj"
    name.left_edge, name.right_edge = minister.left_edge, minister.right_edge
    minister.right_edge = of.right_edge = department


_MINISTERS = frozenset({"Minister", "Secretary", "Undersecretary"})
_FULL = 2  # words of a name


def _skip_adverbs(tokens: Sequence[Token], modal: Token) -> None:
    """Of "must credibly and irrevocably abandon it": what must be done, and how.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("Pakistan must credibly and irrevocably abandon its support for cross-border "
    ...              "terrorism before the treaty can be restored, India stated on Thursday.")
    >>> [(token.text, token.head.text) for token in doc if token.text in {"Pakistan", "must"}]
    [('Pakistan', 'abandon'), ('must', 'abandon')]
    """
    first = modal.head
    near = tokens[modal.i + 1 : modal.i + _NEAR]
    verb = next((one for one in near if one.tag_ == "VB"), None)
    if verb is None or verb is first or verb.head is not first or verb.dep_ != "conj":
        return
    between = tokens[modal.i + 1 : verb.i]
    if any(one.tag_ not in {"RB", "CC", ","} for one in between) or between[0] is not first:
        return
    above, dep = first.head, first.dep_
    taken = verb.left_edge, verb.right_edge
    main = above if above is not first else verb
    verb.head, verb.dep_ = main, "ccomp" if above.pos_ == "VERB" and above.i > verb.i else dep
    for one in tokens[first.left_edge.i : taken[1].i + 1]:
        if one.head is first and one is not verb:
            one.head = verb
    first.head, first.dep_ = verb, "advmod"
    verb.left_edge = min(first.left_edge, taken[0], key=lambda one: one.i)
    verb.right_edge = max(first.right_edge, taken[1], key=lambda one: one.i)
    first.left_edge = first.right_edge = first


_NEAR = 6
