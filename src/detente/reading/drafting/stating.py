"""What is only said to be so, or promised: "certify that the money was spent on the road"."""

from __future__ import annotations

from dataclasses import replace

from detente.reading.drafting.doing import Doing, Say
from detente.reading.drafting.lexicon import common, tables, words
from detente.reading.drafting.objects import subject_of
from detente.reading.drafting.verbs import verbal
from detente.reading.parsed import Token
from detente.reading.syntax import NOMINAL, SUBJECTS

_LONG, _MOST = 70, 10  # characters, words of a clause


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
    theme = _named_in(clause)
    said = _in_words(clause)
    if _is_thing(clause):  # "acknowledge forced labour", taken for a clause
        return [Doing(verb, sign, theme, verb, said, subject)] if theme else None
    if not theme and said.startswith(_OPENINGS):  # "that they will not be executed"
        theme = (common(clause.lemma_.lower()),)
    to_do = any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)
    noun = said if said.startswith("that ") or to_do else f"that {said}"
    return [Doing(verb, sign, theme, verb, noun, subject)] if theme else None


def _is_thing(clause: Token) -> bool:
    """Whether it has no subject and no word that opens a clause."""
    opened = any(c.dep_ in (*SUBJECTS, "mark", "aux") for c in clause.children)
    return clause.tag_ in ("VBD", "VBN") and not opened


_OPENINGS = ("that ", "to ", "not to ")


def pledged(noun: Token, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``a written promise that nobody will be dismissed``, ``a pledge not to use force``."""
    verb = tables()["pledged"].get(noun.lemma_.lower())
    if verb is None:
        return None
    given = noun.dep_ == "dobj" and noun.head.lemma_ in words("light", "giving")
    around = [*noun.children, *(noun.head.children if given else ())]
    told = (c for c in around if c.i > noun.i and c.pos_ in ("VERB", "AUX"))
    opens = (("that", "mark"), ("to", "aux"))
    said = (c for c in told if any((t.lower_, t.dep_) in opens for t in c.children))
    return next((stated(str(verb), clause, "", sign=sign) for clause in said), None)


def stating(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``acknowledge that they had crossed the frontier``: that it is said."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if lemma not in words("stating", "verbs") or clause is None or not verbal(clause):
        return None
    return stated(lemma, clause, subject_of(verb), sign=sign)


def giving_word(verb: Token, _lemma: str, say: Say, *, sign: bool) -> list[Doing] | None:
    """``gives proof that the site is empty``: that it is proved."""
    things = (c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in tables()["pledged"])
    found = (pledged(t, say, sign=sign) for t in things if verb.lemma_ in words("light", "giving"))
    told = next((doings for doings in found if doings), None)
    return [replace(doing, subject=subject_of(verb)) for doing in told] if told else None


_ASKED = ("where", "why", "how", "who", "whether", "what")


def telling(verb: Token, lemma: str, _say: Say, *, sign: bool) -> list[Doing] | None:
    """``disclose where it buried them``: that it is told."""
    clauses = ("ccomp", "relcl", "advcl")
    clause = next((c for c in verb.children if c.dep_ in clauses and c.i > verb.i), None)
    known = lemma in words("stating", "asked") and clause is not None and verbal(clause)
    if not known or clause is None or verb.doc[verb.i + 1].lower_ not in _ASKED:
        return None
    if any(c.lower_ in ("owe", "owed", "owes") for c in clause.subtree):  # what is owed
        return None
    theme = _named_in(clause) or (common(clause.lemma_.lower()),)  # "who owns them"
    said = str(verb.doc[verb.i + 1 : _end_of(clause)].text)
    return [Doing(lemma, sign, theme, lemma, said, subject_of(verb))]


def _named_in(clause: Token) -> tuple[str, ...]:
    return tuple(common(t.lemma_.lower()) for t in clause.subtree if t.pos_ in NOMINAL)


def _end_of(clause: Token) -> int:
    return max(token.i for token in clause.subtree if token.pos_ != "PUNCT") + 1


def _in_words(clause: Token) -> str:
    """The words of a clause; of a long one, without what tells which, and then for what.

    >>> from detente.reading.page import phrase
    >>> doc = phrase("They guarantee that he cannot be sued or be jailed for what all users write.")
    >>> _in_words(next(token for token in doc if token.dep_ == "ccomp"))
    'that he cannot be sued or be jailed'
    """
    inside = list(clause.subtree)
    kept = [token for token in clause.doc[inside[0].i : _end_of(clause)] if token in inside]
    if not _is_long(kept):
        return _joined(kept)
    subjects = (c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass"))
    links = (c for subject in subjects for c in subject.children if c.dep_ == "prep")
    aside = {token.i for link in links if link.lower_ != "of" for token in link.subtree}
    kept = [token for token in kept if token.i not in aside]
    verbs = {clause, *(c for c in clause.children if c.dep_ == "conj")}
    beside = [c.left_edge.i for v in verbs for c in v.children if c.i > v.i and c.dep_ in _BESIDE]
    shorter = [token for token in kept if beside and token.i < max(beside)]
    if _is_long(kept) and shorter and shorter[-1].lemma_ not in _LEANING:
        return _joined(shorter)
    return _joined(kept)


_BESIDE = ("prep", "advcl", "npadvmod")
_LEANING = ("belong", "depend", "rest", "consist", "lie", "stem", "amount", "refer", "apply")


def _is_long(kept: list[Token]) -> bool:
    return len(_joined(kept)) > _LONG or len(_joined(kept).split()) > _MOST


def _joined(kept: list[Token]) -> str:
    return "".join(token.text_with_ws for token in kept).strip()
