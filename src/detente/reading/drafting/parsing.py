"""The parse of a phrase by itself, where a verb may be taken for a noun, or a noun for a verb."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from detente.reading import page
from detente.reading.drafting.derivation import is_only_verb, third_person, verb_of
from detente.reading.drafting.lexicon import shared_nouns, tables, verbs, words
from detente.reading.drafting.objects import has_will
from detente.reading.drafting.short_clauses import both_sign, ended
from detente.reading.drafting.verbs import verbal
from detente.reading.parsed import Doc, Token
from detente.reading.syntax import TENSED

_FEW = 2  # words


def heads_of(text: str) -> list[Token]:
    """The heads of a phrase; where a verb is taken for a noun, as a clause of a longer sentence.

    >>> [str(head) for head in heads_of("the terminal reopen")]
    ['reopen']
    """
    doc = _parse(text)
    if (base := _does_alone(doc)) is not None:
        doc = page.phrase(f"{doc[0]} will {base}")
    else:
        doc = _third_person(doc) or _done_last(doc) or _seen_to(doc) or doc
    heads = [sentence.root for sentence in doc.sents]
    if (noun := _misread(heads)) is not None:
        return [noun]
    if len(heads) == 1 and (at := _participle(heads[0]) or _bare_verb(doc)):
        helping = "has" if doc[at].lower_.endswith("ed") else "will"
        doc = page.phrase(f"{doc[:at]} {helping} {doc[at:]}")
        heads = [sentence.root for sentence in doc.sents]
    if len(heads) != 1 or verbal(heads[0]) or len(doc) < _FEW + 1:
        return heads
    longer = page.phrase(f"They must wait until {text}.")
    clause = next((t for t in longer if t.dep_ == "advcl" and t.head == longer[2]), None)
    return [clause] if clause is not None and _is_clause(clause) else heads


def _does_alone(doc: Doc) -> str | None:
    """The verb of ``Sudmark complies``, which the parser takes for two nouns."""
    if len(doc) != _FEW or not doc[0].is_title or doc[1].pos_ == "VERB":
        return None
    said = doc[1].lower_
    bare = words("bare", "verbs")
    return next((base for base in bare if said in (base, third_person(base))), None)


def _third_person(doc: Doc) -> Doc | None:
    """``Norland certifies that …``, ``Sudmark halts work`` with the verb that is taken for a noun.

    >>> _third_person(page.phrase("Sudmark halts work")).text
    'Sudmark will halt work'
    >>> _third_person(page.phrase("the government orders nurses back to work")).text
    'the government will order nurses back to work'
    >>> _third_person(page.phrase("Norland forces leave the town")) is None
    True
    """
    at = next((t.i for t in doc[:_NEAR] if t.lower_ in thirds()), 0)
    if not 0 < at < len(doc) - 1 or doc[at].pos_ in ("VERB", "AUX"):
        return None
    base, before, after = thirds()[doc[at].lower_], doc[at - 1], doc[at + 1]
    if before.pos_ == "PROPN" and after.lower_ == "to" and base in words("light", "yes"):
        return page.phrase(f"{doc[:at]} will {base} {doc[at + 1 :]}")  # "the North returns to"
    if base in words("light", "ending") and _is_one(before) and after.pos_ == "ADP":
        return page.phrase(f"{doc[:at]} will {base} {doc[at + 1 :]}")  # "the go-slow ends by May"
    states = after.lower_ == "that" and base in words("stating", "verbs")
    noun = base in words("pressure", "nouns") | words("forces", "nouns") | {*shared_nouns()}
    orders = base in words("letting", "ordering") and before.tag_ == "NN" and has_will(before)
    does = before.pos_ == "PROPN" or orders
    does = does and not noun and after.pos_ in ("NOUN", "VERB", "ADJ")
    named = {after.lower_, after.lower_.removesuffix("s")} if orders else {after.lower_}  # "nurses"
    finite = after.tag_ in ("VBP", "VBZ", "VBD", "MD") and not named & page.listed("noun")
    if not states and (not does or finite):
        return None
    helped = page.phrase(f"{doc[:at]} will {base} {doc[at + 1 :]}")
    return helped if helped[at + 1].pos_ == "VERB" else None


def _is_one(token: Token) -> bool:
    """Whether a noun is one thing, the end of a compound with a hyphen too: "the go-slow"."""
    return token.tag_ == "NN" or (token.tag_ == "JJ" and token.nbor(-1).text == "-")


def _done_last(doc: Doc) -> Doc | None:
    """``the men arrested in May handed over`` with the auxiliary of what is to be done to them.

    >>> _done_last(page.phrase("the four farmers arrested in May handed over")).text
    'the four farmers arrested in May are handed over'
    >>> _done_last(page.phrase("the gate unlocked")) is None
    True
    """
    wanted = next((t.i + 1 for t in doc[: _FEW + 1] if t.lemma_ == "want"), 0)
    rest = doc[wanted:]
    past = [t for t in rest if t.tag_ in ("VBN", "VBD") and t.lower_ != t.lemma_]
    plain = any(t.tag_ in ("VBZ", "VBP", "MD", "VB") or t.pos_ in ("AUX", "PRON") for t in rest)
    if len(past) != _FEW or plain or past[0].i <= wanted or past[0].nbor(-1).pos_ not in _NAMED:
        return None
    last = past[-1]
    after = [t for t in doc[last.i + 1 :] if t.lower_ != "first"]
    alone = last.i > past[0].i + 1 and len(after) <= 1 and all(t.pos_ in _LOOSE for t in after)
    if not alone or last.nbor(-1).pos_ not in (*_NAMED, "NUM", "ADV"):
        return None
    is_ = "is" if past[0].nbor(-1).tag_ in ("NN", "NNP") else "are"
    return page.phrase(f"{doc[wanted : last.i]} {is_} {doc[last.i :]}")


def _seen_to(doc: Doc) -> Doc | None:
    """``the bridge paid for``, which has lost its auxiliary.

    >>> _seen_to(page.phrase("the bridge paid for")).text
    'the bridge is paid for'
    >>> _seen_to(page.phrase("the bridge that they paid for")) is None
    True
    """
    if len(doc) <= _FEW + 1 or doc[-1].lower_ not in words("small", "left"):
        return None
    last = doc[-2]
    alone = not any(t.pos_ in ("VERB", "AUX") for t in doc[: last.i])
    if last.tag_ != "VBN" or last.dep_ != "acl" or not alone:
        return None
    is_ = "are" if last.head.tag_ in ("NNS", "NNPS") else "is"
    return page.phrase(f"{doc[: last.i]} {is_} {doc[last.i :]}")


_NAMED = ("NOUN", "PROPN")
_LOOSE = ("ADP", "ADV", "PUNCT")


@cache
def thirds() -> Mapping[str, str]:
    """Of the third person of verbs that say what is done: the verb.

    >>> thirds()["certifies"], thirds()["halts"], thirds()["abolishes"]
    ('certify', 'halt', 'abolish')
    """
    known = {*verbs(), *words("stating", "verbs"), *words("letting", "verbs")}
    known |= words("letting", "ordering")
    return {third_person(base): base for base in known if base.isalpha() and base.islower()}


def _misread(heads: list[Token]) -> Token | None:
    """``a community account with five signatures``: no community that accounts, but an account."""
    head = heads[0]
    before = [c for c in head.children if c.dep_ == "nsubj"]
    plural = len(before) != 1 or before[0].tag_ != "NN" or before[0].lower_ in _MANY
    if len(heads) > 1 or head.tag_ != "VBP" or head.pos_ != "VERB" or plural:
        return None
    if head.i != before[0].i + 1 or not any(c.lower_ in _ONE for c in before[0].children):
        return None
    doc = page.phrase(f"They want {head.doc.text}")
    return next((t for t in doc if t.dep_ == "dobj" and t.head == doc[1]), None)


_ONE = frozenset(["a", "an", "the", "its", "their"])
_MANY = frozenset(["police", "people", "majority", "rest", "number", "public", "staff", "side"])


def _participle(head: Token) -> int:
    """Where ``Sudmark capped claims at 500`` has its verb, if it is taken for an adjective."""
    for child in head.children:
        before = head.doc[: child.i]
        if child.dep_ == "amod" and child.lower_.endswith("ed") and len(before):
            name = before[-1]
            named = name.text[0].isupper() and name.pos_ not in ("DET", "PRON", "ADP")
            return child.i if named and head.pos_ == "NOUN" else 0
    return 0


def _bare_verb(doc: Doc) -> int:
    """Where ``the terminal reopen`` has its verb: a word that can be nothing else."""
    if at := _asked_of(doc) or both_sign(doc) or ended(doc):
        return at
    if any(verbal(token) and token.tag_ != "VBG" for token in doc):
        return 0
    for token in doc[1:]:
        before = doc[token.i - 1]
        going_on = words("light", "opening") if before.tag_ == "NNS" else frozenset()
        ends = words("light", "waiting") | going_on  # "landings resume"
        final = token.i == len(doc) - 1 and token.lower_ in ends
        verb = final or (is_only_verb(token.lower_) and token.pos_ != "ADP")  # not "off"
        if before.pos_ in ("NOUN", "PROPN", "ADJ") and verb:
            return int(token.i)
    return 0


def _asked_of(doc: Doc) -> int:
    """Where ``(demands that) Norland release at least half`` has its verb, taken for a noun."""
    for token in doc[1:_NEAR]:
        name, after = doc[token.i - 1], doc[token.i + 1 : token.i + 3]
        given = after.text.lower().split(" ")[:2] in (["at", "least"], ["up", "to"])
        given = given or (len(after) > 0 and after[0].tag_ in ("DT", "PRP$", "CD"))
        named = name.pos_ == "PROPN" or has_will(name)
        bare = token.pos_ in ("NOUN", "PROPN") and token.lower_ == token.text
        if given and named and bare and token.lower_ in verbs():
            return int(token.i)
    return 0


_NEAR = 6  # words in which a subject ends


def _is_clause(verb: Token) -> bool:
    """Whether a token is a finite verb with a subject, and not the last word."""
    subject = any(child.dep_ == "nsubj" for child in verb.children)
    return verb.tag_ in ("VBZ", "VBP", "VBD") and subject and verb.i < len(verb.doc) - 2


def _is_named_doer(first: Token) -> bool:
    """Whether a word that may be a verb opens the name of who does it: "Lower Brod pays"."""
    name = first.head
    return first.dep_ == "compound" and name.dep_ == "nsubj" and name.head.tag_ in TENSED


def _parse(text: str) -> Doc:
    """The parse, helped where a bare verb phrase would be taken for a noun."""
    doc = page.phrase(text)
    alone = len(doc) == 1 or (
        doc[1].pos_ not in ("DET", "PRON") and not _is_known_pair(doc) and not _takes_object(doc)
    )
    alone = alone and not _presses(doc)
    if doc[0].pos_ == "VERB" and doc[0].lower_ in _nouns_first() and alone:
        return page.phrase(f"the {text}")
    first = doc[0]
    if first.is_title and (first.lower_ not in verbs() or _is_named_doer(first)):
        return doc
    if first.lower_ == "free" and len(doc) > 1 and doc[1].lemma_ in _FREE:
        return doc
    if not _may_be_verb(doc):
        return doc
    past = doc[0].tag_ in ("VBD", "VBN") and doc[0].lower_ != doc[0].lemma_
    past = past and len(doc) > 1 and doc[1].pos_ in ("DET", "PRON", "NUM")
    helped = page.phrase(f"They {'' if past else 'must '}{text[0].lower()}{text[1:]}")
    if past:
        return helped if helped[1].tag_ == "VBD" and helped[1].dep_ == "ROOT" else doc
    start = helped[2]
    verbal = start.tag_ == "VB" and start.dep_ == "ROOT" and start.lower_ == start.lemma_
    return helped if verbal else doc


def _takes_object(doc: Doc) -> bool:
    """Whether a phrase is a verb that could be a noun, and its object: "raise bills"."""
    first, following = doc[0], doc[1] if len(doc) > 1 else None
    if following is not None and first.lower_ == "release":  # "release water"
        return following.pos_ in ("NOUN", "PROPN") and following.lower_ not in _OF_A_RELEASE
    if following is not None and first.lower_ == "offer" and following.lower_ not in _OF_AN_OFFER:
        return following.tag_ in ("NN", "NNS", "VBG", "JJ", "CD")  # "offer retraining"
    several = following.lower_ if following is not None and following.lower_[-1:] == "s" else ""
    if several.removesuffix("s") in words("permits", first.lower_):  # "issue licences"
        return True
    alike = first.lower_ in ("raise", "cut", "halt", "stop", "end")  # nouns, and verbs
    if following is None or not alike or first.lower_ not in verbs():
        return False
    doing = following.tag_ == "NN" and verb_of(following.lower_) is not None
    doing = doing or (first.lower_ in ("raise", "cut") and following.lower_ in _LEVELS)
    return following.tag_ == "NNS" or doing  # "halt construction"


_FREE = frozenset(["election", "vote", "trade", "passage", "movement", "access", "press", "travel"])
_LEVELS = frozenset(["pay", "rent", "tax", "output", "spending", "production", "staffing"])
_OF_AN_OFFER = frozenset(["price", "letter", "document", "period", "deadline", "made"])
_OF_A_RELEASE = frozenset(["date", "deal", "form", "order", "plan", "terms", "valve"])


def _presses(doc: Doc) -> bool:
    """Whether a phrase begins with pressure as a verb: "boycott exam marking"."""
    alone = doc[0].lower_ in words("pressure", "alone") and len(doc) > _FEW
    return alone and doc[1].pos_ in ("NOUN", "PROPN", "ADJ")


def _is_known_pair(doc: Doc) -> bool:
    """Whether a phrase begins with a verb and its particle: "look again"."""
    return len(doc) > 1 and f"{doc[0].lower_}_{doc[1].lower_}" in verbs()


def _nouns_first() -> frozenset[str]:
    """Words that are nouns where a phrase begins with them, though they could be verbs."""
    nouns = words("pressure", "nouns") | {*shared_nouns(), *tables()["nouns"]}
    return frozenset(nouns - {"share", "talk", "pay", "swap", "exchange", "look"})


def _may_be_verb(doc: Doc) -> bool:
    """Whether the first word may be a bare verb, to judge by itself and what follows."""
    first, following = doc[0], doc[1] if len(doc) > 1 else None
    if _is_known_pair(doc) or _takes_object(doc) or _presses(doc):
        return True
    if (
        first.lower_ in _nouns_first() and (following is None or following.pos_ != "DET")
    ) or first.lower_ in words("umbrella", "nouns"):
        return False
    if following is None:
        return first.pos_ == "VERB" or first.lower_ in words("bare", "verbs")
    if following.pos_ in ("DET", "PRON") or following.dep_ in ("prt", "poss", "det"):
        return True
    if first.lower_ in tables()["nominal"] or following.lower_ in ("of", "for"):
        return f"{first.lower_} {following.lower_}" in ("return to", "look for", "search for")
    known = first.lower_ in verbs() or first.lower_ in words("light", "yes")
    return first.pos_ == "VERB" or (known and first.lower_ not in words("empty", "double"))
