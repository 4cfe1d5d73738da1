"""What happened, or is under way: events with who, to whom, when, and what they react to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from detente.dispute.evidence import Event, Evidence
from detente.reading import dates
from detente.reading.arguments import (
    conjoined,
    doer,
    is_passive,
    noun_phrase,
    object_of,
    particle,
    prepositional,
)
from detente.reading.arguments import things_of as _objects
from detente.reading.event_cues import (
    CAUSAL_HEADS,
    CAUSAL_WORDS,
    CUES,
    LEADING,
    NOMINAL_CUES,
    NOUNS,
    Cue,
)
from detente.reading.factuality import NEGATED, REAL, negative, reality
from detente.reading.scene import Scene
from detente.reading.syntax import extent, subject
from detente.reading.wording import words


@dataclass(frozen=True, slots=True)
class _Told:
    """An event as found: the word that tells it, and the tokens of its clause."""

    kind: str
    root: Token
    first: int
    last: int
    actor: tuple[str, ...]
    target: tuple[str, ...]
    date: str | None


def _is(token: Token | None, themes: frozenset[str]) -> bool:
    """Whether the noun phrase is of a class: its head, or the head of "a set of Ns"."""
    if token is None:
        return False
    words = {token.lemma_.lower(), token.lower_}
    if words & themes:
        return True
    if token.pos_ == "PROPN" and "archipelago" in themes:  # a place by its name
        return True
    return token.lemma_.lower() in _AMOUNTS and any(
        _is(t, themes) for t in prepositional(token, "of")
    )


_AMOUNTS = words("round series number set one part piece stretch most all some several first "
                     "second last hundred thousand dozen fleet group more half flow")  # fmt: skip


# How the thing stands to the verb ---------------------------------------------------------------


def _object(verb: Token, cue: Cue, _scene: Scene) -> bool:
    stray = (c for c in verb.children if c.dep_ in {"advmod", "npadvmod"} and c.i > verb.i)
    things = [*_objects(verb), *stray] if cue.themes else _objects(verb)
    if verb.lemma_ in {"sign", "ratify"} and any(t.lower_ == "it" for t in things):
        return True
    return any(_is(token, cue.themes) for token in things) or bool(not cue.themes and things)


def _intransitive(verb: Token, cue: Cue, _scene: Scene) -> bool:
    alone = not is_passive(verb) and not any(c.dep_ == "dobj" for c in verb.children)
    return alone and _is(subject(verb), cue.themes)


def _fruitless(verb: Token, cue: Cue, _scene: Scene) -> bool:
    things = [*prepositional(verb, "without", "with", "in")]
    empty = any(
        (token.head.lower_ == "without" and _is(token, NOUNS["NOTHING"]))
        or any(child.lower_ == "no" for child in token.children)
        or token.lower_ in {"failure", "deadlock", "stalemate", "impasse", "acrimony"}
        or (token.dep_ == "pcomp" and token.head.lower_ == "without")
        for token in things
    )
    return empty and _is(_moving(verb), cue.themes)


def _moving(verb: Token) -> Token | None:
    return object_of(verb) if is_passive(verb) else subject(verb)


def _to_nothing(verb: Token, cue: Cue, _scene: Scene) -> bool:
    things = [*_objects(verb), *prepositional(verb, "to")]
    none = any(
        token.lower_ == "nothing" or any(c.lower_ in {"no", "little"} for c in token.children)
        for token in things
    )
    return none and _is(subject(verb), cue.themes)


def _unsigned(verb: Token, cue: Cue, _scene: Scene) -> bool:
    state = {child.lower_ for child in verb.children}
    return bool(state & {"unsigned", "unratified"}) and _is(subject(verb), cue.themes)


def _labour(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    """As in "The drivers struck", "all terminals are struck": nothing is struck by arms."""
    who = _moving(verb)
    workers = {"worker", "driver", "nurse", "teacher", "docker", "union", "staff", "pilot", "miner",
               "terminal", "doctor", "crew", "employee", "member", "federation"}  # fmt: skip
    return _is(who, frozenset(workers)) and (is_passive(verb) or object_of(verb) is None)


def _meet(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Parties, or their people, met: no demand or deadline was."""
    who = subject(verb)
    if who is None or is_passive(verb):
        return False
    people = {
        "president",
        "minister",
        "leader",
        "delegation",
        "negotiator",
        "envoy",
        "side",
        "team",
    }
    thing = object_of(verb)
    if thing is not None and not _within(scene, thing):
        return False
    return _is(who, frozenset(people)) or bool(_parties(scene, who))


def _hosted(verb: Token, cue: Cue, scene: Scene) -> bool:
    return _object(verb, cue, scene) or len(_parties(scene, object_of(verb))) > 1


def _agreed(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Parties agreed on something; "agreed that it was so" is an opinion."""
    if is_passive(verb):
        return _is(object_of(verb), NOUNS["DEAL"] | {"line", "date", "swap", "nothing", "rule"})
    if any(child.dep_ == "ccomp" for child in verb.children):
        return False
    if _unable(verb):
        return True
    settled = [*prepositional(verb, "on", "to", "upon", "in")]
    infinitive = any(child.dep_ == "xcomp" for child in verb.children)
    who = _parties(scene, subject(verb))
    together = len(who) > 1 or any(True for _ in prepositional(verb, "with"))
    return bool(who) and bool(settled or object_of(verb) or (infinitive and together))


def _party(verb: Token, _cue: Cue, scene: Scene) -> bool:
    return bool(_within(scene, object_of(verb)))


def _struck(verb: Token, _cue: Cue, scene: Scene) -> bool:
    """Struck by arms: a place, a party or people, by a party, rockets or the like."""
    thing, who = object_of(verb), doer(verb)
    arms = NOUNS["FORCE"] | {"gunman", "rebel", "militant", "shell"}
    hurt = NOUNS["PLACE"] | NOUNS["FORCE"] | NOUNS["CREW"] | NOUNS["THING"] | {"plant", "convoy"}
    if thing is None or _is(thing, NOUNS["DEAL"] | {"plan", "proposal", "decision", "tone"}):
        return False
    return _is(who, arms) or _is(thing, hurt)


def _sailed(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return _is(subject(verb), NOUNS["FORCE"])


def _over(verb: Token, cue: Cue, _scene: Scene) -> bool:
    words = {token.lower_ for token in verb.subtree}
    return bool(words & {"finished", "over", "dead", "closed"}) and any(
        _is(token, cue.themes) for token in verb.subtree
    )


def _null(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(
        child.lower_ in {"null", "void", "unconstitutional", "invalid", "illegal", "unlawful"}
        for child in verb.subtree
    )


def _ruled(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    if any(child.dep_ == "prt" for child in verb.children):
        return False
    who = doer(verb)
    judges = {"court", "tribunal", "judge", "panel", "body", "arbitrator", "commission", "judges"}
    return _is(who, frozenset(judges)) or (is_passive(verb) and _null(verb, _cue, _scene))


def _motion(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(token.lower_ == "motion" for token in prepositional(verb, "in"))


def _lapse(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(token.lemma_ in {"lapse", "expire"} and token.i > verb.i for token in verb.subtree)


def _settled(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(child.dep_ == "xcomp" for child in verb.children) or bool(prepositional(verb, "on"))


def _go(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return any(child.lemma_ == "go" and child.i == verb.i + 1 for child in verb.children)


def _courtly(verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return _is(doer(verb), _JUDGES)


def _no_short(verb: Token, cue: Cue, scene: Scene) -> bool:
    return _intransitive(verb, cue, scene) and all(c.lower_ != "short" for c in verb.children)


_JUDGES = frozenset({"court", "tribunal", "judge", "panel", "arbitrator", "regulator"})


def _any(_verb: Token, _cue: Cue, _scene: Scene) -> bool:
    return True


FRAMES: dict[str, Callable[[Token, Cue, Scene], bool]] = {
    "any": _any, "object": _object, "subject": _intransitive, "fruitless": _fruitless,
    "to nothing": _to_nothing, "unsigned": _unsigned, "labour": _labour, "meet": _meet,
    "hosted": _hosted, "agreed": _agreed, "party": _party, "struck": _struck, "sailed": _sailed,
    "over": _over, "null": _null, "ruled": _ruled, "motion": _motion, "lapse": _lapse,
    "go": _go, "court": _courtly, "no short": _no_short, "settled": _settled,
}  # fmt: skip


def _fits(verb: Token, cue: Cue, scene: Scene) -> bool:
    if particle(verb) not in cue.verbs:
        return False
    frame = FRAMES.get(cue.frame)
    if frame is not None:
        return frame(verb, cue, scene)
    things = prepositional(verb, *cue.frame.split())
    return any(not cue.themes or _is(thing, cue.themes) for thing in things)


# Who --------------------------------------------------------------------------------------------


def _parties(scene: Scene, token: Token | None) -> tuple[str, ...]:
    """The parties that a noun phrase names, conjoined ones included."""
    if token is None:
        return ()
    found = _once(party for each in conjoined(token) for party in scene.refers(each))
    return found or (_parties(scene, token.head) if token.dep_ == "appos" else ())


def _within(scene: Scene, token: Token | None) -> tuple[str, ...]:
    """The parties named by or in a noun phrase: "Iranian plants", "talks with Iran"."""
    if token is None:
        return ()
    own = _parties(scene, token)
    if own:
        return own
    inside = (t for each in conjoined(token) for t in noun_phrase(each))
    return _once(party for t in inside for party in scene.refers(t))


def _owning(scene: Scene, token: Token | None) -> tuple[str, ...]:
    """The parties whose it is: "Iranian boats", "Iran's parliament", "the army of Iran"."""
    if token is None:
        return ()
    labels = {"poss", "amod", "compound", "nmod"}
    whose = [t for each in conjoined(token) for t in each.children if t.dep_ in labels]
    return _once(p for t in [*whose, *prepositional(token, "of")] for p in _within(scene, t))


def _once(parties: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parties))


_TOWARDS = (
    "against",
    "on",
    "with",
    "from",
    "to",
    "at",
    "into",
    "in",
    "of",
    "between",
    "over",
    "for",
)


def _who(scene: Scene, verb: Token, kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    who = doer(verb)
    actor = _parties(scene, who) or _owning(scene, who)
    things = [*_objects(verb), *prepositional(verb, *_TOWARDS)]
    target = _once(party for thing in things for party in _within(scene, thing))
    if not actor and who is not None and who.pos_ != "PRON":
        actor = _once(
            p for t in prepositional(who, "between", "by", "of") for p in _parties(scene, t)
        )
    if not actor and kind in _JOINT:
        return target, ()
    return actor, tuple(party for party in target if party not in actor)


def _around(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Where neither part names a party: the parties named anywhere in the clause."""
    named = _once(party for token in verb.subtree for party in scene.refers(token))
    if named or verb.dep_ not in {"relcl", "acl"}:
        return named
    above = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), verb)
    return _once(party for token in above.subtree for party in scene.refers(token))


_JOINT = frozenset({"negotiate", "halt", "agree", "no_agreement"})


# What -------------------------------------------------------------------------------------------


def _kind(verb: Token, scene: Scene) -> str | None:
    """The kind of event that a verb tells, or none: a broken `agree` is a `no_agreement`."""
    real = NEGATED if _unable(verb) else reality(verb)
    if real not in {REAL, NEGATED}:
        return None
    cue = next((cue for cue in CUES if _fits(verb, cue, scene)), None)
    if cue is None:
        return None
    if real == NEGATED:
        return _unmade(verb, cue.kind)
    lasting = cue.frame == "unsigned"
    return cue.kind if lasting or _told_as_fact(verb) else None


def _unmade(verb: Token, kind: str) -> str | None:
    """Never signed, failed to sign: no agreement; talks not held since: a halt."""
    if not _settling(verb) or any(t.lower_ in {"until", "before", "unless"} for t in verb.subtree):
        return None
    lasting = any(t.lower_ == "since" for t in verb.subtree)
    if kind == "no_agreement":
        return kind
    return {"agree": "no_agreement", "negotiate": "halt" if lasting else None}.get(kind)


def _unable(verb: Token) -> bool:
    """As in "They could not agree", in the past and of several."""
    could = any(child.dep_ == "aux" and child.lower_ == "could" for child in verb.children)
    who = subject(verb)
    many = who is not None and (who.tag_ in {"NNS", "NNPS"} or len(list(conjoined(who))) > 1)
    return could and many and negative(verb) and verb.dep_ in {"ROOT", "conj"}


def _settling(verb: Token) -> bool:
    """Not to have agreed is an event where it went on for some time, or was tried and failed."""
    if _unable(verb) or (object_of(verb) is not None and particle(verb) in {"produce", "yield"}):
        return True
    return verb.tag_ == "VBN" or verb.dep_ in {"xcomp", "pcomp"}


def _told_as_fact(verb: Token) -> bool:
    """Past, perfect or going on; a bare present ("it blocks") only in a dated note."""
    helped = [child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if verb.tag_ in {"VBD", "VBN", "VBG"} or helped:
        return verb.tag_ != "VBN" or bool(helped) or verb.dep_ in {"acl", "conj", "ROOT", "advcl"}
    return verb.dep_ in {"pcomp", "xcomp", "acl", "advcl"} or _NOTE.match(_line(verb)) is not None


def _line(token: Token) -> str:
    """The line of the token, up to it."""
    text = token.doc.text[: token.idx]
    return text[text.rfind("\n") + 1 :]


_NOTE = re.compile(
    r"\W*(?:the same \w+|(?:\w+,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
    r"(?:,? \d{4})?|\d{4}) ?[:–—-] "
)  # "January 20: …", a chronicle's entry


def _spoken(scene: Scene) -> list[tuple[int, int]]:
    """The spans between double quotation marks."""
    spans, opened = [], -1
    for at, letter in enumerate(scene.document.text):
        if letter == "\n":
            opened = -1
        elif letter == "“" or (letter == '"' and opened < 0):
            opened = at
        elif letter in '”"' and opened >= 0:
            spans.append((opened, at))
            opened = -1
    return spans


def _dated(
    verb: Token, first: int, last: int, phrases: list[tuple[Token, dates.DatePhrase]]
) -> str | None:
    """The date nearest to the verb within its own clause, else that of the verb it is joined to."""
    own = [
        (abs(token.i - verb.i), phrase.value)
        for token, phrase in phrases
        if first - 3 <= token.i <= last + 3 and _clause_of(token, verb)
    ]
    if own:
        return min(own, key=lambda pair: pair[0])[1]
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return _dated(verb.head, *_clause(verb.head), phrases)
    return None


def _clause(verb: Token) -> tuple[int, int]:
    """First and last token of the clause, what a comma and "which" add left out."""
    first, end = extent(verb)
    for token in verb.subtree:
        added = token.dep_ == "relcl" and token.head.i > verb.i
        left = token.left_edge.i
        if added and left > verb.i + 1 and token.doc[left - 1].text == "," and left - 1 < end:
            end = left - 1
    if verb.dep_ in {"relcl", "acl"}:  # with what it qualifies
        first = min(first, verb.head.left_edge.i)
    elif end - first < _SHORT and verb.head.pos_ in {"VERB", "AUX"} and verb.head != verb:
        first, end = min(first, verb.head.left_edge.i), max(end, verb.head.i + 1)
    return first, end - 1


_SHORT = 5  # a clause of fewer words is quoted with the one it hangs on


def _clause_of(token: Token, verb: Token) -> bool:
    for above in token.ancestors:
        if above == verb:
            return True
        if above.pos_ == "VERB" and above.dep_ not in {"acl", "amod", "compound"}:
            return False
    return False


def _verbal(
    scene: Scene, sentence: Span, phrases: list[tuple[Token, dates.DatePhrase]]
) -> Iterator[_Told]:
    for verb in sentence:
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        kind = _kind(verb, scene)
        if kind is not None:
            first, last = _clause(verb)
            actor, target = _who(scene, verb, kind)
            if not (actor or target):
                target = _around(scene, verb)
            if not (actor or target or kind in _JOINT):
                continue
            date = _dated(verb, first, last, phrases)
            yield _Told(kind, verb, first, last, actor, target, date)


def _nominal(
    scene: Scene, sentence: Span, phrases: list[tuple[Token, dates.DatePhrase]]
) -> Iterator[_Told]:
    for noun in sentence:
        if noun.pos_ != "NOUN":
            continue
        for kind, nouns, themes in NOMINAL_CUES:
            if noun.lemma_.lower() not in nouns:
                continue
            of = list(prepositional(noun, "of", "from", "on", "against", "in"))
            compound = [child for child in noun.children if child.dep_ == "compound"]
            if themes and not any(_is(thing, themes) for thing in [*of, *compound]):
                continue
            told = _noun_event(scene, noun, kind, of, phrases)
            if told is not None:
                yield told
            break


def _noun_event(
    scene: Scene,
    noun: Token,
    kind: str,
    of: list[Token],
    phrases: list[tuple[Token, dates.DatePhrase]],
) -> _Told | None:
    by = list(prepositional(noun, "by"))
    owner = [child for child in noun.children if child.dep_ in {"poss", "amod", "compound", "nmod"}]
    actor = _once(p for t in [*by, *owner] for p in _parties(scene, t))
    target = _once(p for t in of for p in _within(scene, t))
    inside = {t.i for t in noun_phrase(noun)}
    date = next((phrase.value for token, phrase in phrases if token.i in inside), None)
    if not (actor or target):
        target = _around(scene, noun)
    if not (_causal(noun) or date or (by and actor)) or not (actor or target):
        return None
    if not _noun_is_real(noun):
        return None
    span = sorted(inside)
    last = max(
        [span[-1], *(t.i for child in noun.children if child.dep_ == "prep" for t in child.subtree)]
    )
    return _Told(kind, noun, span[0], last, actor, tuple(t for t in target if t not in actor), date)


def _noun_is_real(noun: Token) -> bool:
    if any(
        child.lower_ in {"no", "any", "possible", "planned", "future"} for child in noun.children
    ):
        return False
    verb = next((above for above in noun.ancestors if above.pos_ in {"VERB", "AUX"}), None)
    return verb is None or _causal(noun) or reality(verb) == REAL


def _causal(noun: Token) -> bool:
    """Whether the noun stands after "following", "in response to" and the like."""
    word = noun.head
    if word.lower_ in CAUSAL_WORDS:
        return True
    return word.lower_ in {"to", "for", "of", "at", "against"} and word.head.lower_ in CAUSAL_HEADS


# Why --------------------------------------------------------------------------------------------


def _cause(told: _Told, others: list[_Told]) -> _Told | None:
    """The event that this one reacts to: named in its sentence, or the one told before."""
    for other in others:
        if other is not told and other.root.sent == told.root.sent and _reacts(told, other):
            return other
    earlier = [other for other in others if other.root.i < told.root.i]
    if earlier and _in_response(told.root):
        return earlier[-1]
    return None


def _reacts(told: _Told, other: _Told) -> bool:
    """Whether the other stands below a causal word of this one."""
    before: Token = other.root
    for above in [other.root, *other.root.ancestors]:
        if above == told.root:
            return False
        causal = above.lower_ in CAUSAL_HEADS or above.lower_ in CAUSAL_WORDS
        marked = above != other.root and causal
        marked = marked or any(
            child.dep_ in {"mark", "advmod"} and child.lower_ in CAUSAL_WORDS - {"when"}
            for child in above.children
            if above == other.root
        )
        if marked:
            return (
                told.root in [*above.ancestors] and above not in told.root.subtree
            ) or above in [*told.root.subtree]
        before = above
    return before.lemma_ in LEADING and subject(before) == other.root


def _in_response(verb: Token) -> bool:
    words = [token.lower_ for token in verb.sent]
    at = " ".join(words)
    if verb.head.lemma_ in {"answer", "respond", "retaliate", "react"}:
        return True
    return any(
        f"in {word}" in at for word in ("response", "retaliation", "reply", "return")
    ) or at.startswith("following ")


# All --------------------------------------------------------------------------------------------


def _phrases(scene: Scene) -> list[tuple[Token, dates.DatePhrase]]:
    found = []
    for phrase in dates.find(scene.document.text, scene.document.published):
        span = scene.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
        if span is not None:
            found.append((span.root, phrase))
    return found


def find(scene: Scene) -> list[tuple[Event, Evidence]]:
    """The events of an article, in the order of the text, each with its quote."""
    phrases, spoken = _phrases(scene), _spoken(scene)
    head = scene.document.headline or (0, 0)
    told: list[_Told] = []
    for sentence in scene.sentences:
        if sentence.text.rstrip().endswith("?") or head[0] <= sentence.start_char < head[1]:
            continue
        found = [*_verbal(scene, sentence, phrases), *_nominal(scene, sentence, phrases)]
        told += _apart(
            sorted(
                (one for one in found if not any(a < one.root.idx < b for a, b in spoken)),
                key=lambda one: one.root.i,
            )
        )
    ids = {one.root.i: f"e{at}" for at, one in enumerate(told, start=1)}
    return [_entry(scene, one, ids, told) for one in told]


_KIN = frozenset({"clash", "strike", "occupy"})


def _apart(told: list[_Told]) -> list[_Told]:
    """Without those that say again, within its clause, what another one says."""
    return [
        one
        for one in told
        if not any(
            other is not one
            and other.root in one.root.ancestors
            and (one.kind == other.kind or {one.kind, other.kind} <= _KIN)
            and (one.date is None or one.date == other.date)
            and {*one.actor, *one.target} <= {*other.actor, *other.target}
            for other in told
        )
    ]


def _entry(
    scene: Scene, one: _Told, ids: dict[int, str], told: list[_Told]
) -> tuple[Event, Evidence]:
    start, end, quote = scene.quote(scene.doc[one.first], scene.doc[one.last])
    name = ids[one.root.i]
    cause = _cause(one, told)
    evidence = Evidence(name, scene.document.id, quote, start, end, "event", date=one.date)
    event = Event(
        one.kind,
        quote,
        one.actor,
        one.target,
        one.date,
        (name,),
        ids[cause.root.i] if cause else None,
    )
    return event, evidence
