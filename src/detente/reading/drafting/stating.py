"""What is only said to be so, or promised: "certify that the money was spent on the road"."""

from __future__ import annotations

from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import common
from detente.reading.parsed import Token

_LONG = 60  # characters of a clause


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
    """The words of a clause; of a long one, without what tells of its subject which one it is."""
    inside = list(clause.subtree)
    end = max(token.i for token in inside if token.pos_ != "PUNCT") + 1
    kept = clause.doc[inside[0].i : end]
    if len(kept.text) <= _LONG:
        return str(kept.text)
    subjects = (c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass"))
    links = (c for subject in subjects for c in subject.children if c.dep_ == "prep")
    aside = {token.i for link in links if link.lower_ != "of" for token in link.subtree}
    return "".join(token.text_with_ws for token in kept if token.i not in aside).strip()
