"""From the head of a phrase to what it says is done: verbs and nouns, each calling the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from detente.reading.drafting.derivation import verb_of
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import (
    EXIST,
    THING,
    common,
    is_shared,
    shared_nouns,
    tables,
    verbs,
    words,
)
from detente.reading.drafting.things import (
    counted,
    cut_off,
    modifier,
    noun_conjuncts,
    noun_words,
    span,
    theme_of,
    topic_of,
)
from detente.reading.drafting.verbs import (
    actor_of,
    agent_of,
    clause_object,
    complement,
    has_will,
    lemma_of,
    link_of,
    negated,
    parts,
    safe_from,
    shell_of,
    state_of,
    subject_of,
    tail_of,
    things_of,
    verbal,
    worth,
)
from detente.reading.parsed import Token


def of_head(head: Token, *, sign: bool) -> Iterator[Doing]:
    """What the head of a phrase, and whatever is joined to it by "and", says is done."""
    for one in _conjuncts(head):
        yield from (_of_verb(one, sign=sign) if verbal(one) else _of_noun(one, sign=sign))


def _conjuncts(head: Token) -> list[Token]:
    found = [head]
    for token in found:
        found += [child for child in token.children if child.dep_ == "conj"]
        if verbal(token):
            found += [
                child
                for child in token.children
                if child.dep_ == "ccomp" and child.i < token.i and verbal(child)
                and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
            ]  # fmt: skip
    return [token for token in found if token.pos_ != "ADV" or token == head]


# Verbs --------------------------------------------------------------------------------------------


def _of_verb(verb: Token, *, sign: bool) -> Iterator[Doing]:
    """The first rule that knows the verb says what it means; the last take it as it is."""
    sign, lemma = sign ^ negated(verb), lemma_of(verb)
    for rule in _VERB_RULES:
        found = rule(verb, lemma, sign=sign)
        if found is not None:
            yield from found
            return
    state, things = state_of(verb), things_of(verb)
    if not things:
        yield from _bare(verb, lemma, state, sign=sign)
    for thing in things:
        if (inner := shell_of(thing)) is not None:
            against = lemma in words("light", "no") or not verbs().get(lemma, ("", True))[1]
            yield from of_head(inner, sign=sign ^ against)
        else:
            yield _joined(verb, lemma, state, thing, sign=sign)


def _governing(verb: Token, lemma: str, *, sign: bool) -> list[Doing] | None:
    """``agree to pay``, ``stop drilling``: the doing is the verb that it governs."""
    inner = complement(verb)
    willing, unwilling = words("shell", "yes"), words("shell", "no")
    governs = {lemma, verb.lemma_} & (willing | unwilling) or state_of(verb) in willing
    if inner is None or not governs:
        return None
    down = lemma in unwilling or (lemma == verb.lemma_ and verb.lemma_ in unwilling)
    found = of_head(inner, sign=sign ^ down)
    return [replace(doing, subject=doing.subject or subject_of(verb)) for doing in found]


def _letting_go(verb: Token, lemma: str, *, sign: bool) -> list[Doing] | None:
    """``let the crew go``: free them."""
    inner = complement(verb)
    if lemma != "let" or inner is None or inner.lemma_ != "go":
        return None
    freed = [child for child in inner.children if child.dep_ == "nsubj"]
    return [
        Doing("free", sign, theme_of(one), "let_go", noun_words(one), subject_of(verb))
        for one in freed
    ]


def _letting(verb: Token, lemma: str, *, sign: bool) -> list[Doing] | None:
    """``let the ferries sail``: the ferries sail; ``let inspectors in``, ``allow them to see``."""
    if verb.lemma_ not in words("letting", "verbs"):
        return None
    for inner in verb.children:
        someone = next((c for c in inner.children if c.dep_ == "nsubj"), None)
        if inner.i < verb.i or inner.dep_ not in _GOVERNED or someone is None:
            continue
        if someone.pos_ == "PRON":
            return None
        if not verbal(inner):  # "back in"
            family, theme = "allow", theme_of(someone)
            return [Doing(family, sign, theme, "let_in", noun_words(someone), subject_of(verb))]
        things = things_of(inner)
        chosen = has_will(someone) and lemma_of(inner) in verbs()
        if things in ([], [someone]) and not chosen:
            return list(of_head(inner, sign=sign))
        to = "" if lemma == "let" else "to "
        end = noun_words(things[0]) if things and things[0] != someone else ""
        link = link_of(inner, things[0]) if end else ""
        tail = " ".join(f"{to}{inner.lemma_} {link} {end}".split())
        return [
            Doing(
                "allow",
                sign,
                theme_of(someone),
                lemma,
                noun_words(someone),
                subject_of(verb),
                tail=tail,
            )
        ]
    return None


def _on_table(verb: Token, _lemma: str, *, sign: bool) -> list[Doing] | None:
    """``missiles are on the table too``: they are discussed."""
    if verb.lemma_ not in ("be", "remain", "stay"):
        return None
    on = [t for c in verb.children if c.lower_ == "on" and c.dep_ == "prep" for t in c.children]
    thing = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
    if thing is None or not any(t.lemma_ in ("table", "agenda") for t in on):
        return None
    return [Doing("talk", sign, theme_of(thing), "discuss", noun_words(thing))]


def _needing(verb: Token, lemma: str, *, sign: bool) -> list[Doing] | None:
    """``needs Sudmark's signature``: the signature."""
    if lemma not in ("need", "require"):
        return None
    needed = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")]
    return [doing for noun in needed for doing in _of_noun(noun, sign=sign)] or None


def _firing(verb: Token, lemma: str, *, sign: bool) -> list[Doing] | None:
    """``stop firing``: with guns; ``fire the manager`` has an object."""
    if lemma != "fire" or any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        return None
    return [Doing("fire", sign, (), "fire", "", subject_of(verb))]


def _owing(verb: Token, lemma: str, *, sign: bool) -> list[Doing] | None:
    """``pay what they owe us``."""
    clause = clause_object(verb)
    if clause is None:
        return None
    family, positive = verbs().get(lemma, (lemma, True))
    theme, noun = clause
    return [Doing(family, sign is positive, theme, lemma, noun, subject_of(verb))]


def _safe(verb: Token, _lemma: str, *, sign: bool) -> list[Doing] | None:
    """``be safe from sanctions``: without them."""
    safe = safe_from(verb)
    if safe is None:
        return None
    return [Doing(EXIST, not sign, theme_of(safe), "end", noun_words(safe))]


def _striking(verb: Token, lemma: str, *, sign: bool) -> list[Doing] | None:
    """``walk out``, ``go back to work``."""
    down = lemma in words("striking", "verbs")
    if down and not any(c.dep_ == "dobj" for c in verb.children):
        return [Doing(EXIST, sign, ("strike",), "start", "the strike", subject_of(verb))]
    reached = [t for c in verb.children if c.dep_ == "prep" for t in c.children]
    where = {token.lower_ for token in (*reached, *things_of(verb)[:1])}
    if lemma in words("striking", "ends") and "work" in where:
        return [Doing(EXIST, not sign, ("strike",), lemma, "the strike", subject_of(verb))]
    return None


_VERB_RULES: tuple[Callable[..., list[Doing] | None], ...] = (
    _letting_go, _letting, _governing, _needing, _firing, _on_table, _owing, _safe, _striking,
)  # fmt: skip


def _bare(verb: Token, lemma: str, state: str, *, sign: bool) -> Iterator[Doing]:
    """A verb without an object."""
    subject = [child for child in parts(verb) if child.dep_ in ("nsubj", "nsubjpass")]
    who = subject_of(verb)
    if state:
        family, positive = worth(state)
        if subject and subject[0].pos_ == "NOUN":
            yield _stated(subject[0], state, sign=sign)
            return
    if lemma in ("be", "do", "have", "so", "happen") or (verb.pos_ == "AUX" and not state):
        nouns = [
            child
            for child in verb.children
            if child.dep_ in ("attr", "nsubj") and child.pos_ == "NOUN"
        ]
        vague = bool(subject) and subject[0].pos_ == "PRON"
        if nouns:
            yield from () if vague else _of_noun(nouns[-1], sign=sign)
            return
        yield Doing(lemma, sign, (), lemma, "", who, anaphoric=True)
        return
    wills = subject and has_will(subject[0]) and lemma in verbs()  # "the company does not deliver"
    if subject and subject[0].pos_ == "NOUN" and verb.pos_ == "VERB" and not wills:
        said = _joined(verb, lemma, state, subject[0], sign=sign)
        yield replace(said, link="let" if said.family == lemma else said.link)
        return
    family, positive = verbs().get(lemma, (lemma, True))
    pronoun = bool(subject) and subject[0].pos_ == "PRON" and family == EXIST
    pronoun = pronoun or (verb.tag_ == "VBN" and family in tables()["groups"])
    yield Doing(family, sign is positive, (), lemma, "", who, anaphoric=pronoun)


def _stated(thing: Token, state: str, *, sign: bool) -> Doing:
    """``the old rosters are back``: what is said of a thing with an adjective."""
    family, positive = worth(state)
    shared = shared_nouns().get(thing.lemma_.lower())
    if shared and family == EXIST:
        return Doing(shared, sign is positive, topic_of(thing), "", noun_words(thing))
    return Doing(family, sign is positive, theme_of(thing), "", noun_words(thing))


def _joined(verb: Token, lemma: str, state: str, thing: Token, *, sign: bool) -> Doing:
    noun = thing.lemma_.lower()
    who = agent_of(verb)
    if thing.lower_ in ("nothing", "anything", "none"):  # "pay nothing"; `negated` has the sign
        family, positive = verbs().get(lemma, (lemma, True))
        return Doing(family, sign is positive, (), lemma, "", who)
    itself = thing.pos_ == "PRON" and counted(thing) == thing
    if itself and thing.dep_ in ("dobj", "nsubjpass", "pobj"):
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
    if shared and (light or fits(lemma)):
        ends = verbs().get(lemma, ("", True)) == (EXIST, False)
        against = lemma in words("light", "no") or (ends and lemma not in words("light", "yes"))
        return Doing(shared, sign ^ against, topic_of(thing), lemma, noun_words(thing), who)
    if light and verb_of(noun):
        against = lemma in words("light", "no")
        inner = next(iter(_of_noun(thing, sign=sign ^ against)), None)
        if inner is not None:
            return replace(inner, subject=who)
    return _done(verb, lemma, state, thing, sign=sign)


def fits(verb: str) -> bool:
    """Whether a verb brings about or ends what both sides do: "accept a truce".

    >>> fits("accept"), fits("ratify")
    (True, False)
    """
    return verb == "accept" or verbs().get(verb, ("", True))[0] in (EXIST, "sign", "talk")


def _done(verb: Token, lemma: str, state: str, thing: Token, *, sign: bool) -> Doing:
    """A verb that says what is done to a thing by itself."""
    family, positive = verbs().get(lemma, (lemma, True))
    said, link = noun_words(thing), link_of(verb, thing)
    if (first := modifier(thing)) is not None and first.is_alpha:
        said = f"{noun_words(first)} {said}"
    if theme_of(thing)[0] in words("keeping", lemma):
        family, positive = EXIST, True
    found = Doing(family, sign is positive, theme_of(thing), lemma, said, agent_of(verb), link=link)
    if family == "pay" and link == "for" and (payee := _target(thing)) is not None:
        return replace(found, theme=theme_of(payee))
    if rest := cut_off(verb, thing):
        return replace(
            found, theme=(common(rest.lemma_.lower()), thing.text), noun=f"{said} {rest}", link=""
        )
    if family == EXIST and thing.lemma_.lower() in tables()["negatives"]:  # "end the blockade"
        return replace(
            _closing(thing, sign=sign is positive)[0],  # type: ignore[index]
            subject=agent_of(verb),
        )
    if state:
        return _stated(thing, state, sign=sign)
    tail = tail_of(verb, thing)
    if _TABLE.match(tail) and not _COUNTED.search(said):  # "puts class sizes on the table"
        return replace(found, family="talk", verb="discuss", sign=sign)
    return replace(found, actor=actor_of(verb, thing), tail=tail)


# Nouns --------------------------------------------------------------------------------------------


def _of_noun(noun: Token, *, sign: bool) -> list[Doing]:
    """The first rule that knows the noun says what it means; the last takes it as a thing."""
    sign = sign ^ any(child.lower_ in ("no", "not", "without") for child in noun.children)
    for rule in _NOUN_RULES:
        found = rule(noun, sign=sign)
        if found is not None:
            return found
    return []


def _pronoun(noun: Token, *, sign: bool) -> list[Doing] | None:
    if noun.pos_ != "PRON":
        return None
    return [Doing(THING, sign, (), "", noun.text, anaphoric=True)]


def _place(noun: Token, *, sign: bool) -> list[Doing] | None:
    """``cranes back to work``, ``forces home``."""
    where = {child.lower_ for child in noun.children if child.dep_ == "advmod"}
    if noun.pos_ == "NOUN" and "back" in where:
        return [Doing("put", sign, theme_of(noun), "put", span(noun))]
    if noun.pos_ == "NOUN" and where & {"home", "out", "away"}:
        label = noun_words(noun).removesuffix(" home")
        return [Doing(EXIST, not sign, theme_of(noun), "withdraw", label)]
    return None


def _body(noun: Token, *, sign: bool) -> list[Doing] | None:
    """``a region that obeys the law``: what it is to do."""
    if noun.lemma_.lower() not in words("bodies", "nouns"):
        return None
    for clause in noun.children:
        relative = [t for t in clause.children if t.tag_ in ("WDT", "WP") and t.dep_ == "nsubj"]
        if clause.dep_ == "relcl" and relative:
            return list(_of_verb(clause, sign=sign))
    return None


def _shell(noun: Token, *, sign: bool) -> list[Doing] | None:
    """``any talk of withdrawing the boats``: the doing that is talked of."""
    inner = shell_of(noun)
    return None if inner is None else list(of_head(inner, sign=sign))


def _calling(noun: Token, *, sign: bool) -> list[Doing] | None:
    """``its demand for a new dam``: the dam; a reply alone is no doing."""
    if noun.lemma_.lower() not in words("speech", "nouns"):
        return None
    links = (child for child in noun.children if child.lower_ == "for")
    found = next((t for link in links for t in link.children if t.dep_ == "pobj"), None)
    return [] if found is None else _of_noun(found, sign=sign)


def _nominal(noun: Token, *, sign: bool) -> list[Doing] | None:
    """``the withdrawal of its boats``, ``prisoner release``: the doing of a verb."""
    verb = verb_of(noun.lemma_.lower()) or verb_of(noun.lower_)
    if verb is None:
        return None
    family, positive = verbs().get(verb, (verb, True))
    target = _target(noun)
    if target is None and family == "recognise":
        return [Doing(family, sign, (), verb)]
    if target is None:
        back = noun.lemma_.lower() in set(tables()["nominal"]) - set(tables()["nouns"])
        return [Doing(THING, sign, theme_of(noun), verb, noun_words(noun), anaphoric=back)]
    if is_shared(family):
        return [Doing(family, sign, theme_of(target), verb, noun_words(target))]
    shared = shared_nouns().get(target.lemma_.lower())
    if shared and (fits(verb) or verb in words("light", "yes") | words("light", "no")):
        return [Doing(shared, sign is positive, topic_of(target), verb, noun_words(target))]
    link = "for" if target.head.lower_ == "for" and family in ("apologise", "pay") else ""
    return [
        Doing(family, sign is positive, theme_of(thing), verb, noun_words(thing), link=link)
        for thing in (target, *noun_conjuncts(target))
    ]


def _target(noun: Token) -> Token | None:
    """What a doing that is named by a noun is done to."""
    known = noun.lemma_.lower() in tables()["nominal"]
    reach = _OF if known else _OF[:1]
    links = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in reach]
    inner = [t for link in links for t in link.children if t.dep_ in ("pobj", "pcomp")]
    return next(iter([*inner, *(c for c in noun.children if c.dep_ == "compound")]), None)


def _closing(noun: Token, *, sign: bool) -> list[Doing] | None:
    """``a blockade``: that something is not open."""
    family = tables()["negatives"].get(noun.lemma_.lower())
    if family is None:
        return None
    return [Doing(family, not sign, theme_of(noun), "lift", noun_words(noun), link="lift")]


def _shared(noun: Token, *, sign: bool) -> list[Doing] | None:
    family = shared_nouns().get(noun.lemma_.lower())
    return [Doing(family, sign, topic_of(noun), "", noun_words(noun))] if family else None


def _clause(noun: Token, *, sign: bool) -> list[Doing] | None:
    """``Sudmark ending its patrols``: a clause that the parser hangs on its subject."""
    for child in noun.children:
        if noun.dep_ == "ROOT" and child.tag_ == "VBN" and child.i == noun.i + 1:
            family, positive = verbs().get(child.lemma_, (child.lemma_, True))
            said = sign is positive  # "the gate unlocked", with its auxiliary left out
            link = "let" if child.lemma_ in words("away", "verbs") else ""  # "teachers returned"
            return [Doing(family, said, theme_of(noun), child.lemma_, noun_words(noun), link=link)]
        if child.dep_ in ("acl", "relcl") and child.tag_ == "VBG" and verbal(child):
            found = _of_verb(child, sign=sign)
            return [replace(doing, subject=doing.subject or noun.text) for doing in found]
    return None


def _thing(noun: Token, *, sign: bool) -> list[Doing] | None:
    """Any other noun; one with an object of its own is a parse that is not to be trusted."""
    odd = any(child.dep_ == "dobj" for child in noun.children)
    bare = noun.pos_ == "NUM" and not any(noun.children)
    odd = odd or bare or noun.pos_ == "ADJ"
    if odd or noun.lower_ in ("nothing", "none") or noun.pos_ not in _NOUNS:
        return []
    return [Doing(THING, sign, theme_of(noun), "", noun_words(noun))]


_GOVERNED = ("ccomp", "xcomp", "advcl")
_TABLE = re.compile(r"on (?:the|its|their) (?:\w+ )?(?:table|agenda)\b")
_COUNTED = re.compile(r"\d|[$€£¥%]|\b(?:money|offer|sum|figure|proposal|plan|paper|draft|per)\b")
_OF = ("of", "to", "on", "for")
_NOUNS = ("NOUN", "PROPN", "NUM", "ADJ", "VERB", "SYM")
_NOUN_RULES: tuple[Callable[..., list[Doing] | None], ...] = (
    _pronoun, _place, _body, _shell, _calling, _nominal, _closing, _shared, _clause, _thing,
)  # fmt: skip
