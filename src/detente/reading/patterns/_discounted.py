"""What is told of somebody without being a position of his: feared, charged, ruled, long given."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.aspects import is_pluperfect
from detente.reading.attribution import Telling, Voice
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.wording import words


def is_charged(verb: Token) -> bool:
    """Whether it is what somebody is accused of."""
    of = verb.head
    return verb.dep_ == "pcomp" and of.head.lemma_ in {"accuse", "suspect"} and of.head.i < verb.i


def had_refused(telling: Telling, verb: Token, voice: Voice, holder: tuple[str, ...]) -> bool:
    """As in "claimed that Sudmark had ignored its requests", "“They gave us nothing”"."""
    if _is_unwilling(verb) and voice.holder and not set(holder) & set(voice.holder):
        return verb.dep_ == "ccomp" or voice.direct
    charged = voice.cue is not None and telling.doc[voice.cue].lemma_ in _CHARGING
    apart = bool(voice.holder) and not set(holder) & set(voice.holder)
    if voice.direct:
        return apart and verb.tag_ == "VBD" and not syntax.modal(verb)
    return is_pluperfect(verb) and charged and apart


def _is_unwilling(verb: Token) -> bool:
    """As in "is unwilling to pay", "does not wish to talk", "backed out": a mind, and no answer."""
    if verb.lemma_ in _MINDED:
        return is_negated(verb)
    states = [child.lower_ for child in syntax.children(verb, "acomp")]
    stated = verb.lemma_ == "be" and not _UNWILLING.isdisjoint(states)
    unready = verb.lemma_ == "be" and {"willing", "serious"} & {*states} and is_negated(verb)
    return stated or bool(unready) or not _BACKING.isdisjoint(syntax.keys(verb))


def told_by_another(telling: Telling, verb: Token, kind: str, holder: tuple[str, ...]) -> str:
    """What kind it is that somebody says of another's mind: "It wants to drag us in, Sudmark said".

    In his own words all that he says of another is a charge of his, or a view; so is a refusal
    that he names as the reason of something.
    """
    voice = telling.voice(verb)
    apart = bool(voice.holder) and not set(holder) & set(voice.holder)
    if not apart or voice.cue is None or telling.doc[voice.cue].pos_ != "VERB":
        return kind
    if verb.pos_ == "NOUN":  # "Sudmark's refusal is the only reason, Norland said"
        return "accusation" if kind == "refusal" and verb.dep_ == "nsubj" else kind
    minded = kind == "intent" and verb.lemma_ in _MINDS
    told = minded or (voice.direct and kind in _TOLD_IN_WORDS)
    if not told or verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"relcl", "acl"}:
        return kind
    return "claim" if kind == "willingness" else "accusation"


_MINDS = words("want wish hope aim seek plan intend promise pledge vow try")
_TOLD_IN_WORDS = words("offer willingness refusal demand")
_MINDED = words("want wish intend care")
_UNWILLING = words("unwilling reluctant intransigent inflexible")
_BACKING = frozenset({"back out", "renege", "renege on", "go back on"})
_CHARGING = words("claim allege complain charge contend protest argue")


def is_in_mind(cue: Token) -> bool:
    """As in "fears that", "knows that"; not "has let it be known that", which tells."""
    told = cue.lemma_ == "know" and cue.head.lemma_ in {"let", "make"}
    return cue.lemma_ in _IN_MIND and not told


_IN_MIND = words("fear suspect dread know realise realize hope")


def has_not_since(verb: Token) -> bool:
    """As in "The two have not met since": how it stands."""
    perfect = any(c.lower_ in {"has", "have"} for c in syntax.children(verb, "aux"))
    since = any(c.lower_ == "since" for c in syntax.children(verb, "advmod", "prep"))
    return perfect and since and is_negated(verb)


def is_ruled(telling: Telling, voice: Voice) -> bool:
    """As in "a panel ruled that Norland had broken its word": no position of Norland's."""
    if voice.cue is None or voice.direct or telling.doc[voice.cue].lemma_ not in _RULING:
        return False
    judge = telling.subject(telling.doc[voice.cue])
    return judge is not None and judge.lemma_.lower() in COURTS


_RULING = words("rule find order decide hold declare conclude")
COURTS = words("court tribunal panel judge arbitrator jury arbiter")


def had_by_another(verb: Token, voice: Voice, holder: tuple[str, ...]) -> bool:
    """As in "said that Sudmark had promised to pay": what another tells of, and not offered."""
    return is_pluperfect(verb) and bool(voice.holder) and not set(holder) & set(voice.holder)


def is_of_court(telling: Telling, verb: Token, holder: tuple[str, ...]) -> bool:
    """As in "Norland's courts have ordered firms to pay": no position of Norland's."""
    judge = syntax.subject(verb) if verb.pos_ == "VERB" else None
    if judge is None or judge.lemma_.lower() not in COURTS:
        return False
    if judge.lemma_.lower() in {"panel", "judge"} and verb.lemma_ in _MEDIATING:
        return False  # "the league's panel has offered to call both to Arlen"
    actors = (telling.scene.by_id.get(party) for party in holder)
    return all(actor is None or actor.role != "forum" for actor in actors)


_MEDIATING = words("offer propose suggest invite urge ask appeal host recommend call")


def had_been_given(verb: Token) -> bool:
    """As in "the data that it had promised", "prisoners it had promised to hand over"."""
    if verb.dep_ != "relcl" or verb.lemma_ not in _GIVING:
        return False
    had = any(c.lower_ in {"had", "'d"} for c in syntax.children(verb, "aux"))
    doer = syntax.first(verb, "nsubj")
    return had and doer is not None and doer.tag_ not in {"WDT", "WP"}


_GIVING = words("promise pledge offer propose vow undertake agree suggest accept")


def sets_scene(verb: Token) -> bool:
    """As in "a similar row ended when Norland agreed to a review": an event, told for its time."""
    bare = verb.tag_ == "VBN" and not any(True for _ in syntax.children(verb, "aux", "auxpass"))
    if verb.dep_ != "advcl" or not (verb.tag_ == "VBD" or bare):
        return False  # "walked out when asked to give up the town"
    if verb.lemma_ in _STANDING and not bare:
        return False
    opening = [c for c in verb.children if c.lower_ in {"when", "after"} and c.i < verb.i]
    return bool(opening) and not any(map(_is_lately, opening))


def _is_lately(after: Token) -> bool:
    """As in "a day after Sudmark called on it to pay": what it answers."""
    return after.lower_ == "after" and after.nbor(-1).lemma_ in {"day", "hour"}


_STANDING = words(
    "refuse reject demand insist threaten accuse deny vow pledge warn object oppose claim blame"
)
