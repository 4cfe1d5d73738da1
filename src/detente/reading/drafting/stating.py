"""What is only said to be so, or promised: "certify that the money was spent on the road"."""

from __future__ import annotations

from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import common
from detente.reading.parsed import Token

_LONG, _MOST = 60, 10  # characters, words of a clause


def stated(verb: str, clause: Token, subject: str, *, sign: bool) -> list[Doing] | None:
    """The doing of a verb whose clause says what is so, with the clause in its words.

    Examples
    --------
    >>> from detente.reading.drafting.phrases import doings
    >>> [doing.noun for doing in doings("they guarantee that he will not be executed")]
    ['that he will not be executed']
    >>> [(doing.verb, doing.noun) for doing in doings("a formal pledge not to use force")]
    [('pledge', 'not to use force')]
    """
    theme = tuple(common(t.lemma_.lower()) for t in clause.subtree if t.pos_ in ("NOUN", "PROPN"))
    said = _in_words(clause)
    if not theme and said.startswith(
        ("that ", "to ", "not to ")
    ):  # "that they will not be executed"
        theme = (common(clause.lemma_.lower()),)
    to_do = any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)
    noun = said if said.startswith("that ") or to_do else f"that {said}"
    return [Doing(verb, sign, theme, verb, noun, subject)] if theme else None


def _in_words(clause: Token) -> str:
    """The words of a clause; of a long one, without what tells which, and then for what.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("They guarantee that he cannot be sued or be jailed for what all users write.")
    >>> _in_words(next(token for token in doc if token.dep_ == "ccomp"))
    'that he cannot be sued or be jailed'
    """
    inside = list(clause.subtree)
    end = max(token.i for token in inside if token.pos_ != "PUNCT") + 1
    kept = [token for token in clause.doc[inside[0].i : end] if token in inside]
    if not _is_long(kept):
        return _joined(kept)
    subjects = (c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass"))
    links = (c for subject in subjects for c in subject.children if c.dep_ == "prep")
    aside = {token.i for link in links if link.lower_ != "of" for token in link.subtree}
    kept = [token for token in kept if token.i not in aside]
    verbs = {clause, *(c for c in clause.children if c.dep_ == "conj")}
    beside = [c.left_edge.i for v in verbs for c in v.children if c.i > v.i and c.dep_ in _BESIDE]
    if _is_long(kept) and beside:
        kept = [token for token in kept if token.i < max(beside)]
    return _joined(kept)


_BESIDE = ("prep", "advcl", "npadvmod")


def _is_long(kept: list[Token]) -> bool:
    return len(_joined(kept)) > _LONG or len(_joined(kept).split()) > _MOST


def _joined(kept: list[Token]) -> str:
    return "".join(token.text_with_ws for token in kept).strip()
