"""Events that a noun tells: "following the seizure of a trawler", "after a two-day walkout"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import noun_phrase, particle, prepositional
from detente.reading.events.clauses import Dated, clause, date_of
from detente.reading.events.cues import (
    CAUSAL_HEADS,
    CAUSAL_WORDS,
    CUES,
    FOLLOWING,
    LEADING,
    NOUN_CUES,
    THINGS,
    VERB_OF,
    Cue,
)
from detente.reading.events.frames import cue_of, is_known
from detente.reading.events.instruments import instrument
from detente.reading.events.participants import OWNING, once, parties, within
from detente.reading.events.people import around, owning, who
from detente.reading.events.told import Told
from detente.reading.events.words import is_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Span, Token
from detente.reading.scene import Scene
from detente.reading.syntax import PLURAL
from detente.reading.wording import words

_UNREAL = words(
    "no any possible planned future potential new further another fresh full next "
    "attempted alleged feared threatened imminent thwarted foiled looming proposed "
    "immediate complete unconditional eventual"
)
TOWARDS = ("of", "from", "on", "against", "in", "between", "with")


def by_noun(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """The events that the nouns of a sentence tell."""
    for noun in sentence:
        if noun.pos_ == "NOUN" or (dated and noun.pos_ == "PROPN"):
            kind = kind_of(noun) if noun.pos_ == "NOUN" else None
            told = _event(scene, noun, kind, dated) if kind else None
            told = told or _decision(scene, noun, dated) or instrument(scene, noun, dated)
            told = told or _effort(scene, noun, dated)
            if told is not None:
                yield told


def _decision(scene: Scene, noun: Token, dated: Dated) -> Told | None:
    """As in "A's decision to stop the transit": what was decided was done."""
    done = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VB"), None)
    if noun.lemma_ not in {"decision", "move", "vote"} or done is None:
        return None
    whose = [*(c for c in noun.children if c.dep_ in OWNING), *prepositional(noun, "of", "by")]
    actor = once(p for c in whose for p in parties(scene, c) or owning(scene, c))
    if not actor or not is_real(noun):
        return None
    cue = cue_of(done, scene) if is_known(done) else None
    kind = cue.kind if cue else "decide"
    target = tuple(p for p in who(scene, done, kind)[1] if p not in actor)
    inside = [t.i for t in noun.subtree]
    date = date_beside(noun, sorted(t.i for t in noun_phrase(noun)), dated)
    if cue is None and noun.lemma_ != "decision":
        return None
    return Told(kind, noun, inside[0], inside[-1], actor, target, date)


def _effort(scene: Scene, noun: Token, dated: Dated) -> Told | None:
    """As in "amid A's efforts to bring the two together": A goes between."""
    done = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VB"), None)
    if noun.lemma_ not in _TRIES or done is None or not is_real(noun):
        return None
    cue = cue_of(done, scene) if is_known(done) else None
    whose = [*(c for c in noun.children if c.dep_ in OWNING), *prepositional(noun, "of", "by")]
    actor = once(p for c in whose for p in parties(scene, c) or owning(scene, c))
    if cue is None or cue.kind != "mediate" or not actor or {*actor} & {*scene.pair}:
        return None
    inside = [t.i for t in noun.subtree]
    date = date_beside(noun, sorted(t.i for t in noun_phrase(noun)), dated)
    return Told("mediate", noun, inside[0], inside[-1], actor, scene.pair, date)


_TRIES = words("effort attempt bid push initiative drive")


def kind_of(noun: Token) -> str | None:
    """The kind by the table of nouns, else that of the verb that the noun is made of."""
    word = noun.lemma_.lower()
    if is_of(noun, _MEETINGS) and any(c.lower_ in _FAILED for c in noun.children):
        return "no_agreement"
    if word == "war" and any(c.lower_ in _NO_WAR for c in noun.children):
        return None
    if word == "strike" and _is_hit(noun):
        return "clash"
    for kind, things in NOUN_CUES.get(word, ()):
        if _is_of_things(noun, things):
            return kind
    verb, _, particle = VERB_OF.get(word, "").partition("_")
    words_of = (particle,) if particle else ()
    for cue in CUES.get(verb, ()) if verb else ():
        if cue.words == words_of and _fits(noun, cue):
            return cue.kind
    return None


def _is_hit(strike: Token) -> bool:
    """As "strikes on the pipeline", and no "strike on the railway" of those who work there.

    >>> from detente.reading.page import phrase
    >>> said = "Strikes on its pipeline cut supplies", "Strikes on the railway began on Monday"
    >>> [_is_hit(phrase(f"{one}.")[0]) for one in said]
    [True, False]
    """
    things = {t.lemma_.lower() for t in prepositional(strike, "on", "against")}
    return bool(things & _TARGETS) and strike.tag_ in PLURAL


_TARGETS = words(
    "pipeline refinery base airbase depot barracks position radar command headquarters site plant "
    "facility infrastructure substation grid target territory soil camp convoy town city village"
)
_MEETINGS = THINGS["TALKS"] | words("mediation attempt effort mission")
_FAILED = words("failed abortive fruitless inconclusive unsuccessful aborted ill-fated")
_NO_WAR = words("trade price tariff bidding turf words culture cold customs chip currency star")


def _fits(noun: Token, cue: Cue) -> bool:
    if cue.frame not in _FRAMES:
        things = prepositional(noun, *cue.frame.split())
        return any(not cue.things or is_of(thing, cue.things) for thing in things)
    return _is_of_things(noun, cue.things)


_FRAMES = frozenset({"any", "object", "subject", "party", "weapon", "armed", "force", "struck"})


def _is_of_things(noun: Token, things: frozenset[str]) -> bool:
    if not things:
        return True
    own = [child for child in noun.children if child.dep_ in {"compound", "poss"}]
    return any(is_of(t, things) for t in [*prepositional(noun, *TOWARDS), *own])


def _event(scene: Scene, noun: Token, kind: str, dated: Dated) -> Told | None:
    by = list(prepositional(noun, "by"))
    owner = [child for child in noun.children if child.dep_ in OWNING]
    actor = once(p for t in [*by, *owner] for p in parties(scene, t) or owning(scene, t))
    things = prepositional(noun, *TOWARDS)
    target = once(p for t in things for p in within(scene, t))
    inside = sorted({t.i for t in noun_phrase(noun)})
    date = date_beside(noun, inside, dated)
    happening = _happening(noun)
    if noun.lemma_.lower() in _BALLOTS and happening is None:
        return None  # "the elections of May 2024": a date; "when parliament votes"
    if happening is not None:
        date = date or date_of(happening, *clause(happening), dated)
    which = any(c.lower_ in {"first", "last", "latest"} for c in noun.children)
    if date and which and any(t.lower_ == "since" for t in noun.subtree):
        return None  # "the first walkout since 1986"
    acted = bool(actor and (by or (things and noun.lemma_ not in _LASTING)))
    told = _causal(noun) or _linked(noun) or happening is not None or _is_taken_for_granted(noun)
    known = kind == "decide" and any(c.lower_ == "the" for c in noun.children)
    dated_alone = date and not known  # "the 2009 referendum" says only which
    if not (told or dated_alone or acted) or not is_real(noun):
        return None
    if not (actor or target) and len(inside) > 2:  # noqa: PLR2004 - more than "the attacks"
        target = around(scene, noun, kind)
    if not (actor or target):
        return None
    below = (t.i for child in noun.children if child.dep_ == "prep" for t in child.subtree)
    last = max([inside[-1], *below])
    return Told(
        kind, noun, inside[0], last, actor, tuple(t for t in target if t not in actor), date
    )


_BALLOTS = words("election vote poll ballot visit")
_LASTING = words(
    "occupation blockade embargo ban freeze siege violation cut attack lease recognition"
)


def date_beside(noun: Token, inside: list[int], dated: Dated) -> str | None:
    """The date in the noun phrase, or beside it: "the collapse of talks in March"."""
    for token, phrase in dated:
        if token.i in inside:
            return phrase.value
    last = noun.right_edge.i
    for token, phrase in dated:
        tied = noun.dep_ != "dobj" and noun.i < token.i <= last + _BESIDE
        if tied and all(t.pos_ not in {"VERB", "AUX"} for t in noun.doc[noun.i : token.i]):
            return phrase.value
    return None


_BESIDE = 3  # tokens after the phrase that a date may stand, where the parser hung it higher


def _linked(noun: Token) -> bool:
    """As in "the closure followed a raid", "the arrest led to riots"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    tied = noun.dep_ in {"nsubj", "dobj", "pobj", "nsubjpass"}
    leading = verb.lemma_ in LEADING | FOLLOWING or particle(verb) in {"set_off", "touch_off"}
    return tied and leading and reality(verb) == REAL


def _is_taken_for_granted(noun: Token) -> bool:
    """Whether what is said of it takes for granted that it took place.

    As in "condemned the seizure of the barge", "anger at the arrest of a monk", "The closure of
    the bridge stranded 600 lorries", "alarmed by the deployment of marines".
    """
    which = any(c.lower_ in _THIS or c.dep_ == "poss" for c in noun.children)
    if not which or not any(c.dep_ in {"prep", "poss", "amod", "compound"} for c in noun.children):
        return False
    above = noun.head
    if noun.dep_ == "nsubj" and above.lemma_ in _AFFECTING and above.tag_ in {"VBD", "VBN"}:
        return reality(above) == REAL
    if above.dep_ == "agent" or (noun.dep_ == "pobj" and above.lower_ == "by"):
        verb = above.head
        return verb.lemma_ in _AFFECTING and verb.tag_ in {"VBN", "VBD"} and reality(verb) == REAL
    if noun.dep_ == "pobj":
        return above.lower_ in _FEELING_AT and above.head.lemma_.lower() in _JUDGING | _FEELINGS
    judged = noun.dep_ in {"dobj", "nsubjpass"} and above.lemma_ in _JUDGING
    return judged and reality(above) == REAL


_AFFECTING = words("""
    anger enrage infuriate outrage shock alarm worry dismay embolden hearten upset annoy irritate
    frighten scare surprise stun please delight cheer disappoint frustrate embarrass humiliate
    provoke incense gall rankle unsettle unnerve antagonise antagonize alienate offend horrify
    strand draw deepen raise worsen strain sour poison overshadow inflame delay jolt cost
    prompt spark trigger ignite unleash cause set bring lead force drive halt disrupt interrupt
    cripple paralyse paralyze hurt hit damage destroy ruin wreck harm weaken strengthen fuel feed
    heighten sharpen aggravate exacerbate complicate undermine derail scupper sink revive rekindle
    reopen stir rouse galvanise galvanize unite divide split polarise leave push pull send throw
    plunge trap deprive rob displace uproot kill wound injure claim follow precede coincide end
    open mark break shatter breach violate crown cap compound double triple halve cut slash""")
_THIS = frozenset({"the", "this", "that", "these", "those"})
_FEELING_AT = frozenset({"at", "over", "about", "against", "of", "by", "for", "with"})
_JUDGING = words("""
    condemn denounce deplore criticise criticize decry welcome praise hail applaud regret lament
    celebrate mourn resent protest complain avenge blame attack slam lambast castigate excoriate
    censure commend rejoice grieve apologise apologize anger enrage infuriate outrage shock alarm
    embolden hearten dismay""")
_FEELINGS = words("""
    anger outrage fury protest outcry condemnation criticism indignation resentment shock dismay
    joy relief bitterness complaint uproar furore grief apology praise regret""")


def _happening(noun: Token) -> Token | None:
    """The verb of "a raid followed", "four days of strikes ensued"."""
    head = noun
    while head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.pos_ == "NOUN":
        head = head.head.head
    verb = head.head
    if head.dep_ != "nsubj" or reality(verb) != REAL:
        return None
    bare = not any(c.dep_ in {"dobj", "ccomp"} for c in verb.children)
    return verb if verb.lemma_ in (_OCCURRING if bare else _CAUSING) else None


_OCCURRING = words("""follow begin start erupt ensue occur happen come resume continue take last end
    unfold fail""")
_CAUSING = words("""leave kill wound injure claim cost damage destroy disrupt halt close force draw
    shut paralyse paralyze cripple hit knock take bring end interrupt strand trap""")


def is_real(noun: Token) -> bool:
    """Whether what it names took place: no "planned", "any" or "thwarted" one."""
    if any(child.lower_ in _UNREAL for child in noun.children):
        return False
    verb = next((above for above in noun.ancestors if above.pos_ in {"VERB", "AUX"}), None)
    return verb is None or _causal(noun) or reality(verb) == REAL


def _causal(noun: Token) -> bool:
    """Whether the noun stands after "following", "in response to" and the like."""
    word = noun.head
    if word.lower_ in CAUSAL_WORDS:
        return True
    return word.lower_ in {"to", "for", "of", "at", "against"} and word.head.lower_ in CAUSAL_HEADS
