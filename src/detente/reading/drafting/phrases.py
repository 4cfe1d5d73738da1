"""What a phrase says is done: verb family, sign and what it is done to, whatever the wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from detente.reading.drafting.lexicon import (
    EXIST,
    THING,
    common,
    shared_nouns,
    tables,
    verbs,
    words,
)
from detente.reading.page import model, same_length

_QUOTES = re.compile(r"[\"'‘’“”«»„]{1,2}(?=\W|$)|(?<!\w)[\"'‘’“”«»„]")
_LEADING = re.compile(
    r"^\W*(?:that|and|but|then|first|firstly|as|if|whether|moreover|only|provided)\b[\s,]*",
    re.IGNORECASE,
)
_THAT = re.compile(r",?(?: and)? that (?=(?:it|they|he|she|the|[A-Z]\w+) )")
_ENDS = frozenset(
    [
        "of",
        "to",
        "from",
        "with",
        "on",
        "about",
        "into",
        "in",
        "over",
        "for",
        "behind",
        "at",
        "by",
        "before",
        "after",
        "under",
        "the",
        "a",
        "an",
        "and",
        "or",
    ]
)
_PARTICLES = frozenset(
    ["back", "out", "down", "up", "off", "over", "away", "in", "aside", "ahead", "on"]
)
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
_REACH = ("to", "from", "of", "with", "on", "about", "into", "in", "over", "for", "behind", "at")
_MODIFIERS = ("amod", "compound", "nmod", "nummod", "poss")
_MAX_LABEL = 7


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that a phrase says is done, or goes on.

    `family` is a verb family of the tables, a shared doing, a verb's own lemma, or ``thing`` where
    the phrase is a bare noun; `sign` says whether it is said to be or not to be. `theme` are the
    words that tell what it is done to, the head first; `verb` and `noun` are as said, for labels.
    """

    family: str
    sign: bool
    theme: tuple[str, ...]
    verb: str = ""
    noun: str = ""
    subject: str = ""
    anaphoric: bool = False
    actor: tuple[str, ...] = ()
    link: str = ""


@lru_cache(maxsize=4096)
def doings(phrase: str) -> tuple[Doing, ...]:
    """What a phrase says is done, one by one.

    Examples
    --------
    >>> [(d.family, d.sign, d.theme) for d in doings("Sudmark ends the patrols and pays the arrears")]
    [('exist', False, ('patrol',)), ('pay', True, ('due',))]
    >>> [(d.family, d.sign, d.theme) for d in doings("the withdrawal of its patrol boats")]
    [('exist', False, ('boat', 'patrol'))]
    >>> [(d.family, d.sign) for d in doings("return to peace talks")]
    [('talk', True)]
    """
    text = _plain(phrase)
    if not text:
        return ()
    parts = _THAT.split(text) if len(_THAT.findall(f" that {text}")) > 1 else [text]
    found: list[Doing] = []
    for part in filter(None, map(str.strip, parts)):
        for sentence in _parse(part).sents:
            found += _of_head(sentence.root, sign=True)
    return tuple(dict.fromkeys(found))


def _plain(phrase: str) -> str:
    text = same_length(phrase).replace("\n", " ").strip()
    if ": " in text:
        before, after = text.split(": ", 1)
        text = after if len(after.split()) > 2 else before  # noqa: PLR2004
    text = _QUOTES.sub("", text).strip(" .,;:-")
    previous = None
    while previous != text:
        previous, text = text, _LEADING.sub("", text)
    return text


def _parse(text: str) -> Doc:
    """The parse, helped where a bare verb phrase would be taken for a noun."""
    nlp = model()
    doc = nlp(text)
    alone = len(doc) == 1 or doc[1].dep_ not in ("det", "poss")
    if doc[0].pos_ == "VERB" and doc[0].lower_ in _nouns_first() and alone:
        return nlp(f"the {text}")
    first = doc[0]
    if first.is_title and first.lower_ not in verbs():
        return doc
    if not _may_be_verb(doc):
        return doc
    helped = nlp(f"They must {text[0].lower()}{text[1:]}")
    start = helped[2]
    verbal = start.tag_ == "VB" and start.dep_ == "ROOT" and start.lower_ == start.lemma_
    return helped if verbal else doc


def _nouns_first() -> frozenset[str]:
    """Words that are nouns where a phrase begins with them, though they could be verbs."""
    nouns = words("pressure", "nouns") | {*shared_nouns(), *tables()["nouns"]}
    return frozenset(nouns - {"share", "talk", "pay"})


def _may_be_verb(doc: Doc) -> bool:
    """Whether the first word may be a bare verb, to judge by itself and what follows."""
    first, following = doc[0], doc[1] if len(doc) > 1 else None
    if (
        first.lower_ in _nouns_first() and (following is None or following.pos_ != "DET")
    ) or first.lower_ in words("umbrella", "nouns"):
        return False
    if following is None:
        return first.pos_ == "VERB"
    if following.pos_ in ("DET", "PRON") or following.dep_ in ("prt", "poss", "det"):
        return True
    if first.lower_ in tables()["nominal"] or following.lower_ in ("of", "for"):
        return first.lower_ == "return" and following.lower_ == "to"
    known = first.lower_ in verbs() or first.lower_ in words("light", "yes")
    return first.pos_ == "VERB" or (known and first.lower_ not in words("empty", "double"))


def _of_head(head: Token, *, sign: bool) -> Iterator[Doing]:
    for one in _conjuncts(head):
        yield from (_of_verb(one, sign) if _verbal(one) else _of_noun(one, sign))


def _verbal(token: Token) -> bool:
    if token.pos_ == "AUX":
        return True
    return token.pos_ == "VERB" and not (
        token.tag_ == "VBG" and any(t.dep_ == "det" for t in token.children)
    )


def _conjuncts(head: Token) -> list[Token]:
    found = [head]
    for token in found:
        found += [child for child in token.children if child.dep_ == "conj"]
        if _verbal(token):
            found += [
                child
                for child in token.children
                if child.dep_ == "ccomp" and child.i < token.i and _verbal(child)
                and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
            ]  # fmt: skip
    return [token for token in found if token.pos_ not in ("ADV",) or token == head]


# Verbs --------------------------------------------------------------------------------------------


def _of_verb(verb: Token, sign: bool) -> Iterator[Doing]:  # noqa: FBT001
    sign = sign ^ _negated(verb)
    lemma = _lemma(verb)
    inner = _complement(verb)
    state = _state(verb)
    if inner is not None and (
        lemma in words("shell", "yes") | words("shell", "no")
        or state in words("shell", "yes")
        or verb.lemma_ in words("shell", "yes") | words("shell", "no")
    ):
        subject = _subject(verb)
        down = lemma in words("shell", "no") or (
            lemma == verb.lemma_ and verb.lemma_ in words("shell", "no")
        )
        for doing in _of_head(inner, sign=sign ^ down):
            yield replace(doing, subject=doing.subject or subject)
        return
    clause = _clause_object(verb)
    if clause is not None:
        family, positive = verbs().get(lemma, (lemma, True))
        theme, noun = clause
        yield Doing(family, sign is positive, theme, lemma, noun, _subject(verb))
        return
    safe = _safe_from(verb)
    if safe is not None:
        yield Doing(EXIST, not sign, _theme(safe), "end", _noun(safe))
        return
    things = _things(verb)
    if not things:
        yield from _bare(verb, lemma, state, sign)
        return
    for thing in things:
        yield _joined(verb, lemma, state, thing, sign)


def _safe_from(verb: Token) -> Token | None:
    """``safe from sanctions``, ``free of sanctions``: without them."""
    for child in verb.children:
        if child.dep_ == "acomp" and child.lower_ in ("safe", "free", "exempt"):
            for inner in child.children:
                if inner.dep_ == "prep" and inner.lower_ in ("from", "of"):
                    return next((t for t in inner.children if t.dep_ == "pobj"), None)
    return None


def _clause_object(verb: Token) -> tuple[tuple[str, ...], str] | None:
    """``pay what they owe us``, ``establish what is owed``: the clause as a thing."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "dobj") and child.i > verb.i:
            first = next(iter(child.subtree))
            if first.lower_ in ("what", "whose", "who", "how", "which") and first.i > verb.i:
                owed = tables()["owing"].get(child.lemma_, tables()["owing"].get(child.lower_))
                words_ = [t for t in child.subtree if t.pos_ in ("NOUN", "VERB") and t != first]
                theme = (owed,) if owed else tuple(common(t.lemma_.lower()) for t in words_)
                return theme, "what is owed" if owed else _span(child)
    return None


def _negated(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "nobody", "nothing", "neither"):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and any(
            inner.lower_ == "no" and inner.dep_ == "det" for inner in child.children
        ):
            return True
    return False


def _lemma(verb: Token) -> str:
    for child in verb.children:
        if child.dep_ == "prt" or (
            child.dep_ in ("advmod", "prep")
            and child.lower_ in _PARTICLES
            and child.i == verb.i + 1
            and child.dep_ == "advmod"
            and child.lower_ != "back"
        ):
            return f"{verb.lemma_.lower()}_{child.lower_}"
        if child.dep_ == "prep" and child.lower_ == "from" and verb.lemma_ == "strike":
            return "strike_from"
    later = [
        c
        for c in verb.children
        if c.dep_ in ("advmod",) and c.lower_ in _PARTICLES and c.i > verb.i
    ]
    if later:
        found = f"{verb.lemma_.lower()}_{later[0].lower_}"
        beyond = (
            f"{found}_{verb.doc[later[0].i + 1].lower_}" if later[0].i + 1 < len(verb.doc) else ""
        )
        return beyond if beyond in verbs() else found
    joined = [
        t for t in verb.doc[verb.i + 1 : verb.i + 5] if t.lower_ in ("back",) and t.dep_ == "advmod"
    ]
    if joined and verb.lemma_ in ("pull", "move", "bring", "give"):
        return f"{verb.lemma_.lower()}_back"
    if any(child.dep_ == "dobj" and child.lower_ == "place" for child in verb.children):
        return "take_place" if verb.lemma_ == "take" else str(verb.lemma_.lower())
    if verb.i + 1 < len(verb.doc) and f"{verb.lemma_}_{verb.doc[verb.i + 1].lower_}" in verbs():
        return f"{verb.lemma_}_{verb.doc[verb.i + 1].lower_}"
    return str(verb.lemma_.lower())


def _complement(verb: Token) -> Token | None:
    for child in verb.children:
        if (
            child.dep_ in ("xcomp", "ccomp")
            and (_verbal(child) or child.pos_ == "ADJ")
            and child.i > verb.i
        ):
            return child
        if child.dep_ == "acomp":
            deeper = [c for c in child.children if c.dep_ in ("xcomp", "ccomp") and _verbal(c)]
            if deeper:
                return deeper[0]
        if child.dep_ == "prep" and child.lower_ in ("to", "on", "from", "of"):
            deeper = [c for c in child.children if c.dep_ == "pcomp"]
            if deeper:
                return deeper[0]
    return None


def _state(verb: Token) -> str:
    """The adjective or adverb after ``be``."""
    if verb.tag_ == "VBG" and verb.lower_ in tables()["states_no"]:
        return f"be_{verb.lower_}"
    if verb.lemma_ not in ("be", "remain", "stay", "become", "keep", "stand"):
        return ""
    for child in verb.children:
        if child.dep_ in ("acomp", "advmod", "oprd") and child.i > verb.i:
            return f"be_{child.lower_}"
        if child.dep_ == "prep" and child.lower_ == "in":
            inner = [c.lower_ for c in child.children if c.dep_ == "pobj"]
            if inner and f"in_{inner[0]}" in tables()["states"]:
                return f"be_in_{inner[0]}"
    return ""


def _things(verb: Token) -> list[Token]:
    """What a verb is done to: its object, a passive's subject, what a preposition brings, or a
    subject that is no actor."""  # noqa: D205, D209
    found = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.lower_ != "place"]
    if not found:
        found = [
            inner
            for child in [c for one in (verb, *_adverbs(verb)) for c in one.children]
            if child.dep_ == "prep" and child.lower_ in _REACH and child.i > verb.i
            for inner in child.children
            if inner.dep_ == "pobj" and not _when(inner)
        ][:1]
        subject = [child for child in verb.children if child.dep_ == "nsubj"]
        if subject and subject[0].pos_ == "NOUN" and _acts_on_itself(verb):
            found = subject
    away = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    if away and verb.lemma_.lower() in words("away", "verbs"):
        found = away
    spread: list[Token] = []
    for thing in found:
        spread += [thing, *(_noun_conjuncts(thing) if thing.dep_ != "pobj" else [])]
    return [
        t for t in spread if not (t.pos_ == "NUM" and any(c.dep_ == "prep" for c in t.children))
    ]


def _adverbs(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "advmod"]


def _acts_on_itself(verb: Token) -> bool:
    family = verbs().get(_lemma(verb), ("", True))[0]
    reach = any(
        child.dep_ == "prep" and child.lower_ in ("to", "into", "from") for child in verb.children
    )
    return family in (EXIST, "open", "pay", "restore", "free") or not reach


def _noun_conjuncts(thing: Token) -> list[Token]:
    found: list[Token] = []
    for child in thing.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            found += [child, *_noun_conjuncts(child)]
    return found


def _when(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME") or token.lemma_ in (
        "day", "week", "month", "year", "hour", "time", "end", "start", "beginning", "moment",
        "return", "exchange", "writing", "public", "principle", "place", "force", "kind",
    )  # fmt: skip


def _subject(verb: Token) -> str:
    for child in verb.children:
        if child.dep_ in ("nsubj", "agent"):
            return str(_span(child))
    if verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head != verb:
        return _subject(verb.head)
    return ""


def _span(token: Token) -> str:
    subtree = list(token.subtree)
    return str(token.doc[subtree[0].i : subtree[-1].i + 1].text)


def _agent(verb: Token) -> str:
    for child in verb.children:
        if child.dep_ == "agent":
            return _span(child).removeprefix("by ")
    if any(child.dep_ == "nsubjpass" for child in verb.children):
        return ""
    return _subject(verb)


def _bare(verb: Token, lemma: str, state: str, sign: bool) -> Iterator[Doing]:  # noqa: FBT001
    """A verb without an object."""
    subject = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    who = _subject(verb)
    if state:
        family, positive = _worth(state)
        if subject and subject[0].pos_ == "NOUN":
            yield _stated(subject[0], state, sign)
            return
    if lemma in ("be", "do", "have", "so", "happen") or (verb.pos_ == "AUX" and not state):
        nouns = [
            child
            for child in verb.children
            if child.dep_ in ("attr", "nsubj") and child.pos_ == "NOUN"
        ]
        vague = bool(subject) and subject[0].pos_ == "PRON"
        if nouns and not vague:
            yield from _of_noun(nouns[-1], sign)
            return
        yield Doing(lemma, sign, (), lemma, "", who, anaphoric=True)
        return
    if subject and subject[0].pos_ == "NOUN" and verb.pos_ == "VERB":
        said = _joined(verb, lemma, state, subject[0], sign)
        yield replace(said, link="let" if said.family == lemma else said.link)
        return
    family, positive = verbs().get(lemma, (lemma, True))
    pronoun = bool(subject) and subject[0].pos_ == "PRON" and family == EXIST
    pronoun = pronoun or (verb.tag_ == "VBN" and family in tables()["groups"])
    yield Doing(family, sign is positive, (), lemma, "", who, anaphoric=pronoun)


def _worth(state: str) -> tuple[str, bool]:
    said = state.removeprefix("be_")
    if said in tables()["states_no"]:
        return str(tables()["states_no"][said]), False
    worth = tables()["states"].get(said, state)
    return (EXIST, True) if worth == EXIST else verbs().get(worth, (worth, True))


def _stated(thing: Token, state: str, sign: bool) -> Doing:  # noqa: FBT001
    """``the old rosters are back``: what is said of a thing with an adjective."""
    family, positive = _worth(state)
    shared = shared_nouns().get(thing.lemma_.lower())
    if shared and family == EXIST:
        return Doing(shared, sign is positive, _topic(thing), "", _noun(thing))
    return Doing(family, sign is positive, _theme(thing), "", _noun(thing))


def _joined(verb: Token, lemma: str, state: str, thing: Token, sign: bool) -> Doing:  # noqa: FBT001
    noun = thing.lemma_.lower()
    who = _agent(verb)
    if thing.pos_ == "PRON" and thing.dep_ in ("dobj", "nsubjpass", "pobj"):
        family, positive = verbs().get(lemma, (lemma, True))
        return Doing(
            family,
            sign is positive,
            (),
            lemma,
            thing.text,
            who,
            anaphoric=thing.lower_ in ("it", "that", "this", "them", "they", "so"),
        )
    light = lemma in words("light", "yes") or lemma in words("light", "no")
    shared = shared_nouns().get(noun)
    fitting = verbs().get(lemma, ("", True))[0] in (EXIST, "sign", "talk")
    if shared and (light or fitting):
        against = lemma in words("light", "no") or verbs().get(lemma, ("", True)) == (EXIST, False)
        return Doing(shared, sign ^ against, _topic(thing), lemma, _noun(thing), who)
    if light and noun in tables()["nominal"]:
        against = lemma in words("light", "no")
        inner = next(iter(_of_noun(thing, sign ^ against)), None)
        if inner is not None:
            return replace(inner, subject=who)
    family, positive = verbs().get(lemma, (lemma, True))
    if state:
        return _stated(thing, state, sign)
    return Doing(
        family,
        sign is positive,
        _theme(thing),
        lemma,
        _noun(thing) + _tail(verb, thing),
        who,
        actor=_actor(verb, thing),
        link=_link(thing),
    )


def _tail(verb: Token, thing: Token) -> str:
    """Where a thing is put: ``put the fees`` says nothing without ``into escrow``."""
    if verb.lemma_ not in ("put", "place", "turn", "bring", "set") or thing.dep_ == "pobj":
        return ""
    where = [
        c
        for c in verb.children
        if c.dep_ == "prep" and c.i > thing.i and c.lower_ in ("into", "in", "on", "under", "to")
    ]
    inner = [t for c in where[:1] for t in c.children if t.dep_ == "pobj" and not _when(t)]
    return f" {where[0].text} {_noun(inner[0])}" if inner else ""


def _link(thing: Token) -> str:
    return str(thing.head.lower_) if thing.dep_ == "pobj" and thing.head.dep_ == "prep" else ""


def _actor(verb: Token, thing: Token) -> tuple[str, ...]:
    """The words of a subject that is a thing: ``pickets`` that block a road."""
    subject = [child for child in verb.children if child.dep_ == "nsubj" and child.pos_ == "NOUN"]
    return _theme(subject[0]) if subject and subject[0] != thing else ()


# Nouns --------------------------------------------------------------------------------------------


def _of_noun(noun: Token, sign: bool) -> Iterator[Doing]:  # noqa: FBT001
    lemma = noun.lemma_.lower()
    sign = sign ^ any(child.lower_ in ("no", "not", "without") for child in noun.children)
    if noun.pos_ == "PRON":
        yield Doing(THING, sign, (), "", noun.text, "", anaphoric=True)
        return
    away = [child.lower_ for child in noun.children if child.dep_ == "advmod"]
    if "back" in away and noun.pos_ == "NOUN":
        yield Doing("put", sign, _theme(noun), "put", _span(noun))
        return
    if {"home", "out", "away"} & set(away) and noun.pos_ == "NOUN":
        yield Doing(EXIST, not sign, _theme(noun), "withdraw", _noun(noun).removesuffix(" home"))
        return
    body = [
        c
        for c in noun.children
        if c.dep_ == "relcl"
        and any(t.tag_ in ("WDT", "WP") and t.dep_ == "nsubj" for t in c.children)
    ]
    if body and lemma in words("bodies", "nouns"):
        yield from _of_verb(body[0], sign)
        return
    verb = tables()["nominal"].get(lemma) or tables()["nominal"].get(noun.lower_)
    of = [
        c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "to", "on", "for", "in")
    ]
    inner = [p for c in of for p in c.children if p.dep_ in ("pobj", "pcomp")]
    whole = [child for child in noun.children if child.dep_ == "compound"]
    if verb and (inner or whole):
        target = (inner or whole)[0]
        shared = shared_nouns().get(target.lemma_.lower())
        if shared:
            yield Doing(shared, sign, _topic(target), verb, _noun(target), "")
            return
        family, positive = verbs().get(verb, (verb, True))
        for thing in [target, *_noun_conjuncts(target)]:
            yield Doing(family, sign is positive, _theme(thing), verb, _noun(thing), "")
        return
    if verb and not whole and not inner:
        yield Doing(THING, sign, (), "", noun.text, "", anaphoric=True)
        return
    shared = shared_nouns().get(lemma)
    if shared:
        yield Doing(shared, sign, _topic(noun), "", _noun(noun), "")
        return
    clause = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VBG"]
    if clause and _verbal(clause[0]):
        yield from _of_clause(noun, clause[0], sign)
        return
    if any(c.dep_ == "dobj" for c in noun.children) or noun.lower_ in ("nothing", "none"):
        return  # no noun phrase: the parse is not to be trusted
    if noun.pos_ in ("NOUN", "PROPN", "NUM", "ADJ", "VERB", "SYM"):
        yield Doing(THING, sign, _theme(noun), "", _noun(noun), "")


def _of_clause(noun: Token, verb: Token, sign: bool) -> Iterator[Doing]:  # noqa: FBT001
    """``Sudmark ending its patrols``: a clause that the parser hangs on its subject."""
    for doing in _of_verb(verb, sign):
        yield replace(doing, subject=doing.subject or noun.text)


# Words of a thing ---------------------------------------------------------------------------------


def _theme(head: Token) -> tuple[str, ...]:
    if head.lemma_.lower() in words("measures", "nouns"):
        inner = [
            p for c in head.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"
        ]
        if inner and inner[0].pos_ == "NOUN":
            return _theme(inner[0])
    found = [common(head.lemma_.lower())]
    for token in head.subtree:
        if token == head or not _near(token, head) or token.pos_ not in _CONTENT:
            continue
        lemma = common(token.lemma_.lower())
        if lemma not in found and lemma not in words("empty", "adjectives"):
            found.append(lemma)
    return tuple(found)


def _topic(head: Token) -> tuple[str, ...]:
    return tuple(word for word in _theme(head)[1:] if word not in shared_nouns())


def _near(token: Token, head: Token) -> bool:
    """Whether a word belongs to the noun itself, not to a clause or a time that follows."""
    while token != head:
        if token.dep_ in ("relcl", "acl", "appos", "advcl", "conj", "cc", "ccomp", "npadvmod"):
            return False
        if token.dep_ == "prep" and token.lower_ not in (
            "of",
            "on",
            "over",
            "about",
            "to",
            "in",
            "with",
            "for",
            "from",
            "against",
            "at",
            "per",
            "into",
        ):
            return False
        if token.dep_ == "pobj" and _when(token) and token.head.lower_ != "of":
            return False
        token = token.head
    return True


def _noun(head: Token) -> str:
    """The words of a noun for a label: as said, without clauses, times and empty determiners."""
    kept = [token for token in head.subtree if _near(token, head)]
    after = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    if (
        after is not None
        and after.dep_ == "npadvmod"
        and after.head == head.head
        and after.lower_ in ("day", "week", "year")
    ):
        kept.append(after)
    joints = [c.i for c in head.children if c.dep_ == "cc" and c.i > head.i]
    kept = [t for t in kept if not joints or t.i < joints[0]]
    kept = [
        t
        for t in kept
        if not (t.dep_ == "amod" and t.head == head and t.lower_ in ("last", "single", "first"))
    ]
    kept = [
        t
        for t in kept
        if not (t.head == head and t.dep_ == "det" and t.lower_ in words("empty", "determiners"))
    ]
    kept = [t for t in kept if not t.is_punct or t.text in ("-", "'", "%")]
    while len(kept) > _MAX_LABEL and kept[-1] != head:
        kept = _without_last_phrase(kept, head)
    while (
        kept
        and kept[-1] != head
        and (kept[-1].lower_ in _ENDS or kept[-1].pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "PART"))
    ):
        kept.pop()
    text = "".join(token.text_with_ws for token in kept)
    return re.sub(r"\s+", " ", text).replace(" 's", "'s").strip()


def _without_last_phrase(kept: list[Token], head: Token) -> list[Token]:
    for at in range(len(kept) - 1, -1, -1):
        if kept[at].dep_ == "prep" and kept[at].i > head.i:
            return kept[:at]
    return [token for token in kept if token.i <= head.i][-_MAX_LABEL:]
