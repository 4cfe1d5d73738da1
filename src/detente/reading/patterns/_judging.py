"""What somebody calls, considers or describes a thing as: whose view, of what, in which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.patterns import _cues as cues
from detente.reading.patterns._complements import ON, complement
from detente.reading.wording import words

_PLAIN = words(
    "consider regard call deem brand label term dub describe view see perceive characterise "
    "characterize portray treat interpret read denounce dismiss deride decry hail praise slam "
    "condemn class classify rate pronounce proclaim declare judge find think depict paint cast "
    "defend justify count denigrate style liken ridicule mock write scorn hold qualify reckon "
    "understand"
)

UNWANTED = words("needed necessary acceptable required wanted welcome warranted justified")
PROPOSALS = (
    nouns("plans")
    | nouns("offers")
    | words(
        "deal demand call request term terms ultimatum concession condition amendment settlement "
        "sum figure gesture ceasefire truce talk negotiation summit meeting referendum partition "
        "autonomy merger mediation arbitration schedule calendar option pilot trial"
    )
)
CHARGES = words(
    "charge allegation accusation claim report suggestion assertion criticism version account "
    "talk rumour rumor whisper gossip hint tale figure speculation insinuation story "
    "complaint remark map finding"
)
_BELITTLING = words(
    "derisory inadequate insufficient laughable unrealistic unworkable meaningless worthless "
    "premature unhelpful unreasonable unaffordable pointless useless joke insult fantasy eyewash "
    "window-dressing non-starter insulting paltry pitiful unserious cosmetic vague empty bluff "
    "unfair unacceptable crumbs peanuts ridiculous absurd excessive exorbitant impossible naive "
    "surrender capitulation blackmail ultimatum dead wishful irrelevant slap stunt stupid"
)
_FOUL = words("""
    blackmail extortion robbery theft surrender betrayal treason capitulation sell-out sellout
    giveaway diktat appeasement plunder expropriation aggressor""")
_BASELESS = words(
    "baseless unfounded groundless fabricated false untrue absurd lie nonsense ludicrous "
    "preposterous fiction ridiculous silly unserious frivolous risible fantasy fairy tale "
    "fairytale invention fabrication myth "
    "obscene slander libel smear propaganda invented laughable rubbish baloney hogwash forgery "
    "tosh poppycock balderdash codswallop garbage bunk bunkum moonshine claptrap piffle humbug "
    "hokum twaddle drivel bogus concocted trumped-up made-up "
    "fake malicious outrageous grotesque speculation exaggerated wrong incorrect inaccurate "
    "misleading insulting defamatory outdated date"
)
_UNTRUE = words(
    "lie nonsense untrue fiction fantasy fairy tale fairytale invention fabrication myth slander "
    "libel smear propaganda rubbish baseless unfounded groundless false"
)
_ACTS = words("unwelcome persona emergency war holiday independence open winner closed-door")
_ATTEMPTS = words("""
    attempt ploy bid effort try attempts efforts move campaign drive strategy policy plan plot
    scheme design pattern manoeuvre maneuver tool instrument""")
_GRABBING = words("""
    seize grab annex steal rob split divide undermine blackmail bully intimidate provoke humiliate
    mislead deceive derail sabotage isolate weaken appropriate rewrite falsify smuggle impose
    encircle surround contain encroach expel oust uproot erase assimilate dominate subjugate
    squeeze strangle choke starve destabilise destabilize marginalise marginalize dilute""")
_NEAR = 9  # words from "called" to what stands in quotation marks
_PRAISING = words(
    "useful constructive basis reasonable encouraging positive welcome serious helpful promising "
    "step breakthrough fair acceptable sensible interesting balanced workable milestone progress "
    "decent start beginning worth overdue elegant good thinkable feasible practical pragmatic "
    "practicable honest honourable honorable wise sound valuable realistic imaginative "
    "attractive tempting ingenious thoughtful sane"
)
_NOT_STUPID = frozenset({"not", "stupid"})
_TO_BE_HAD = words("workable thinkable feasible negotiable")
_FEASIBLE = frozenset({"something", "could"})  # "something I could sell upstairs"
_POINTED = frozenset({"this", "that", "it"})
_ITSELF = frozenset({"itself", "himself", "herself", "themselves", "what", "for"})
_OPEN = frozenset({"negotiable", "discussion", "debate", "table", "negotiation", "line"})
_SCORNING = frozenset({"call", "brand", "label", "dub", "denounce", "deride", "term"})
_FAIR = words(
    "normal routine maintenance legal lawful legitimate historic necessary only better best fine "
    "right success victory matter question own sovereign decision part territory home friend "
    "partner ally brother hero honour celebration cordial frank fruitful gift goodwill promise "
    "feasible doable contribution tribute jewel treasure bridge lifeline anchor cornerstone "
    "foundation signal sign opportunity compliment responsibility duty priority principle effort "
    "response defence defense precaution routine temporary voluntary one between bilateral "
    "internal domestic"
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A verb of judging, what is judged, and the words it is judged in."""

    verb: Token
    thing: Token | None
    words: frozenset[str]

    @property
    def belittles(self) -> bool:
        """As "derisory", "a slap in the face"; not "not stupid"."""
        return bool(self.words & (_BELITTLING | _BASELESS)) and not self.words >= _NOT_STUPID

    @property
    def kind(self) -> str:
        """The kind of statement that it is, by what is judged."""
        thing = self.thing.lemma_.lower() if self.thing is not None else ""
        if thing in _POINTED and self.words & _UNTRUE:
            return "denial"
        if thing in CHARGES and self.words & _BASELESS:
            return "denial"
        if thing in PROPOSALS and self.belittles and not self.words & _FOUL:
            return "refusal"
        praises = self.words & _PRAISING or self.words >= _NOT_STUPID
        praises = praises or self.words >= _FEASIBLE
        if (thing in PROPOSALS | _POINTED and praises) or self.words & _TO_BE_HAD:
            return "willingness"
        tries = bool(self.words & _ATTEMPTS)  # "an attempt to annex it"
        grabs = tries and (bool(self.words & _GRABBING) or _drives_out(self.words))
        foul = (grabs or self.words & _FOUL) and not praises and self.verb.lemma_ != "dismiss"
        return "accusation" if (self._scorns or foul) and thing != "claim" else "claim"

    @property
    def _scorns(self) -> bool:
        """As in "called that a visa for the state in its own house": nothing fair is said of it."""
        named = self.thing is not None and self.thing.lower_ not in _ITSELF
        by_the_way = self.verb.dep_ == "relcl"  # "the tariff, which he calls a security fee"
        spoken = named and self.verb.lemma_ in _SCORNING and not (by_the_way or self.words & _OPEN)
        return spoken and not self.words & (_PRAISING | _FAIR | _BELITTLING)


def _drives_out(said: frozenset[str]) -> bool:
    """As of "part of a campaign to drive the minority out"."""
    return bool(said & {"drive", "force", "push"}) and bool(said & {"out", "off", "away"})


def judged(telling: Telling) -> Iterator[Judged]:
    """All judgements of the text that somebody is said to make."""
    for verb, key in cues.verbs(telling, _PLAIN | ON):
        if is_negated(verb) or _is_passing(telling, verb) or cues.is_aimed_at(verb):
            continue
        if any(c.lower_ == "be" for c in syntax.children(verb, "auxpass")) and not any(
            True for _ in syntax.children(verb, "aux")
        ):
            continue  # "a proposal that all questions be treated as a package"
        if key in {"call", "dub", "style"} and _is_naming(verb):
            continue
        found = complement(telling, verb, key)
        if found is not None and not found[1] & _ACTS:
            yield Judged(verb, found[0], frozenset(found[1]))
    yield from _found_to_be(telling)


def _is_naming(verb: Token) -> bool:
    """As in "which calls them the Saints": a name, no judgement."""
    named = next((c for c in verb.children if c.i > verb.i and c.dep_ in {"oprd", "ccomp"}), None)
    last = verb.doc[verb.right_edge.i]
    return (named is not None and named.pos_ == "PROPN") or (
        last.pos_ == "PROPN" and last.head == verb
    )


def _found_to_be(telling: Telling) -> Iterator[Judged]:
    """As in "the rumours were “tosh”, she said": somebody's judgement, though told as a fact."""
    for verb in cues.clauses(telling):
        thing = syntax.first(verb, "nsubj") if verb.lemma_ == "be" else None
        if thing is None or thing.lemma_.lower() not in PROPOSALS | CHARGES:
            continue
        whose = telling.voice(verb).holder
        if whose and not is_negated(verb) and not {*whose} & {*telling.whose(thing)}:
            after = verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.sent.end)]
            named = Judged(verb, thing, frozenset(t.lower_ for t in after))
            if named.kind != "claim":
                yield named


def _is_passing(telling: Telling, verb: Token) -> bool:
    """As in "X, which the world regards as ...", "known as": the narrator's aside."""
    if verb.dep_ == "amod" or (verb.dep_ == "acl" and syntax.agent(verb) is None):
        return True
    own = syntax.first(verb, "nsubj")
    relative = verb.dep_ == "relcl" and own is not None and own.tag_ not in {"WDT", "WP"}
    if not relative or own is None or (telling.who(own) and not syntax.modal(verb)):
        return False  # "a step that Norland called premature"
    return verb.head.lemma_.lower() not in CHARGES | PROPOSALS
