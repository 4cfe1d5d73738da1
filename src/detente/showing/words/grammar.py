"""English verb phrases: what an option's label says, as a clause, an infinitive, a gerund."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from detente.showing.words.names import typeset

_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_PLURAL = {"be": "are"}
_DOUBLED = frozenset(  # verbs whose last letter doubles before "ing"
    "abet acquit admit allot annul ban bar beg begin bid cancel cap chat commit "  # noqa: SIM905
    "compel confer control cut dam debar defer deter dig dim dip drag drop drum "
    "enrol equip expel fit flag forbid forget fulfil get grab hit impel incur ing "
    "jam knit let log man net omit outbid overrun patrol peg permit plan plug "
    "prefer propel put quit ram refer regret remit repel rid rob run scan scrap set "
    "shed ship shred shun shut sit slim slip spin split spur stem step stir stop "
    "strap strip sublet submit sum swap swim tap tip top transfer transmit trap "
    "trim tug unban undercut unplug wed win wrap".split()
)
_SIBILANT = re.compile(r"(s|x|z|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_PREFIX = re.compile(r"(re|un|de|co|over|out|pre)-?(?=[a-z]{3})")


_FOLLOWING_VERBS = re.compile(
    r" (?:the|an?|its|their|his|her|all|another|any|both|every|more|no|other|some|two|three|\d+"
    r"|support"
    r"|at|to|with|for|from|into|on|under|over|back|down|off|out|up|away|again)\b"
    r"| [a-z]+s (?:to|into|from|with|on|off|over)\b"  # "feed scripts into its models"
)
_BARE_OBJECT = re.compile(  # "guide ships", "heat homes": no noun with another before it
    r"(?:guide|haul|harm|hurt|insult|pardon|shelter|slaughter|graze) (?:[a-z]+ )?[a-z]{3,}s\b"
    r"|(?:heat|warm|light|wash) (?:homes|houses|flats|schools|hospitals|buildings|streets)\b"
)


@cache
def _listed(name: str) -> frozenset[str]:
    text = (files("detente.showing.words") / name).read_text(encoding="utf-8")
    return frozenset(
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()
    )


def _verbs() -> frozenset[str]:
    return _listed("verbs.txt")


def is_verb(word: str) -> bool:
    """Whether a word is the base form of a verb that can be inflected.

    >>> is_verb("reopen"), is_verb("re-arm"), is_verb("ferries")
    (True, True, False)
    """
    prefix = _PREFIX.match(word)
    return word in _verbs() or bool(prefix and word[prefix.end() :] in _verbs())


def third_person(verb: str) -> str:
    """The verb as it stands after one party's name.

    >>> third_person("pay"), third_person("carry"), third_person("go"), third_person("impose")
    ('pays', 'carries', 'goes', 'imposes')
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if _SIBILANT.search(verb) else "s")


def gerund(verb: str) -> str:
    """The verb as it stands after "by" or "stops".

    >>> gerund("pay"), gerund("impose"), gerund("stop"), gerund("agree"), gerund("be")
    ('paying', 'imposing', 'stopping', 'agreeing', 'being')
    """
    if verb in _DOUBLED:
        return verb + verb[-1] + "ing"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + "ing"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb phrase taken apart: what stands before the verb, the verbs, and what follows.

    >>> phrase("publicly apologise for the raid").finite()
    'publicly apologises for the raid'
    >>> phrase("sign and ratify the treaty").finite()
    'signs and ratifies the treaty'
    >>> phrase("ferry talks").finite()
    'chooses “ferry talks”'
    """

    before: str
    verbs: tuple[str, ...]
    link: str
    after: str

    def _with(self, verbs: Sequence[str], before: str = "") -> str:
        return f"{before}{self.before}{f' {self.link} '.join(verbs)}{self.after}"

    def given_up(self) -> Phrase | None:
        """What ends it, where it is to keep a thing: ``give up the fish sanctions``.

        >>> phrase("keep hold of the islands").given_up().infinitive()
        'give up the islands'
        >>> phrase("keep inspecting the ships").given_up().infinitive()
        'stop inspecting the ships'
        >>> phrase("keep its patrol boats in the strait").given_up().infinitive()
        'withdraw its patrol boats from the strait'
        >>> phrase("keep the strait closed").given_up().infinitive()
        'open the strait'
        >>> phrase("go on with the strike").given_up().infinitive()
        'end the strike'
        >>> phrase("keep the duties on fish").given_up().infinitive()
        'lift the duties on fish'
        >>> phrase("stay in the building").given_up().infinitive()
        'leave the building'
        >>> phrase("stay in office").given_up().infinitive()
        'leave office'
        >>> phrase("keep people in front of the depot").given_up().infinitive()
        'move people away from the depot'
        >>> phrase("remain a threat to the port").given_up().infinitive()
        'cease to be a threat to the port'
        >>> phrase("keep the floating barrier").given_up().infinitive()
        'remove the floating barrier'
        >>> phrase("keep the occupation of the plain").given_up().infinitive()
        'end the occupation of the plain'
        >>> phrase("keep out of the talks").given_up() is None
        True
        """
        if self.verbs == ("go",) and self.after.startswith(" on with "):
            return Phrase(self.before, ("end",), "", self.after.removeprefix(" on with"))
        if self.verbs == ("stay",) and (place := _STAYS.match(self.after)) is not None:
            return Phrase(self.before, ("leave",), "", self.after[place.end() :])
        if self.verbs == ("remain",) and _STATUS.match(self.after):
            return Phrase(self.before, ("cease",), "", f" to be{self.after}")
        kept = self.after.removeprefix(" hold of")
        if self.verbs != ("keep",) or not kept.strip():
            return None
        ending = _ending(kept)
        return Phrase(self.before, (ending[0],), "", ending[1]) if ending else None

    def finite(self, *, plural: bool = False) -> str:
        """As after a name: ``pays the arrears``."""
        if plural:
            return self._with([_PLURAL.get(verb, verb) for verb in self.verbs])
        return self._with([third_person(verb) for verb in self.verbs])

    def negated(self, *, plural: bool = False) -> str:
        """As after a name: ``does not pay the arrears``."""
        if self.verbs == ("be",):
            return self._with(["are not" if plural else "is not"])
        return self._with(self.verbs, "do not " if plural else "does not ")

    def infinitive(self) -> str:
        """As after "to": ``pay the arrears``."""
        return self._with(self.verbs)

    def gerund(self) -> str:
        """As after "by": ``paying the arrears``."""
        return self._with([gerund(verb) for verb in self.verbs])

    @property
    def plain(self) -> str:
        """As in a table of what each can do."""
        return self.infinitive()

    @property
    def plain_ending(self) -> str:
        """As in a table, of what shall end."""
        return self.ending().removeprefix("to ")

    def wished(self) -> str:
        """As what one wants to do: ``to pay the arrears``."""
        return f"to {self.infinitive()}"

    def unwished(self) -> str:
        """As what one wants not to do: ``not to pay the arrears``."""
        return f"not to {self.infinitive()}"

    def asked(self, *, plural: bool) -> str:
        """As what one wants others to do, after their names; the same in English."""
        del plural
        return self.wished()

    def unasked(self, *, plural: bool) -> str:
        """As what one wants others not to do."""
        del plural
        return self.unwished()

    def asked_to_end(self, *, plural: bool) -> str:
        """As what one wants others to do no longer."""
        del plural
        return self.ending()

    def ended(self, *, plural: bool = False) -> str:
        """As after a name, of what was so until then: ``no longer pays the arrears``."""
        if self.verbs == ("be",):
            return self._with(["are no longer" if plural else "is no longer"])
        gives_up = self.given_up()
        return (
            gives_up.finite(plural=plural)
            if gives_up
            else f"no longer {self.finite(plural=plural)}"
        )

    def ending(self) -> str:
        """As what one wants to do no longer: ``to stop patrolling the strait``."""
        gives_up = self.given_up()
        return f"to {gives_up.infinitive() if gives_up else f'stop {self.gerund()}'}"

    def ended_gerund(self) -> str:
        """As after "by", of what is so today: ``no longer patrolling the strait``."""
        gives_up = self.given_up()
        return gives_up.gerund() if gives_up else f"no longer {self.gerund()}"


def _ending(kept: str) -> tuple[str, str] | None:
    """How one ends what one keeps, as a verb and what follows; none where it is no thing."""
    door, stationed = _DOOR.fullmatch(kept), _STATIONED.fullmatch(kept)
    if _DOING.match(kept):
        return "stop", kept
    if (crowd := _CROWD.fullmatch(kept)) is not None:
        return "move", f"{crowd[1]} away from {crowd[2]}"
    if door:
        return "close" if door[2] == "open" else "open", door[1]
    if _NO_THING.search(kept) and not _MOVING.fullmatch(kept):
        return None
    if stationed:
        return "withdraw", f"{stationed[1]} from {stationed[2]}"
    head = _HEAD.match(kept)
    last = head[1].lower().split()[-1] if head else ""
    verb = _ENDINGS.get(last, "")
    own = verb == "release" and re.match(r" (?:its|their) ", kept)
    return (verb, kept) if verb and not own else ("give", f" up{kept}")


_STATUS = re.compile(r" (?:a|an|the) ")
_CROWD = re.compile(  # people who stand somewhere
    r"( (?:(?:the|its|their) )?(?:[a-z]+ )?(?:people|workers|protesters|demonstrators|strikers"
    r"|drivers|residents|members|supporters))"
    r" (?:in front of|outside|at|around|on) (.+)"
)
_MOVING = re.compile(r" (?:the|its|their|an?) [a-z]+ing [a-z]+s?")  # "the floating barrier"
_STAYS = re.compile(r" (?:in|at|inside)(?= (?:the|its|their|an?|office\b|power\b|[A-Z]))")
_HEAD = re.compile(r"\s*(.+?)(?= (?:of|on|in|for|to|from|against|at|with|over|by|before) |$)")
_ENDED_BY = (
    ("lift", """sanction sanctions tariff tariffs duty duties levy levies embargo ban bans
        restriction restrictions curfew blockade siege moratorium suspension suspensions cap
        ceiling"""),
    ("withdraw", """troops soldiers forces patrols boats ships warships frigates tanks missiles
        rockets settlers pickets inspectors order decree lawsuit suit complaint petition threat
        charge charges bailiffs police officers guards drones army militia militias fighters
        mercenaries rebels advisers instructors peacekeepers personnel garrison garrisons battalion
        units jets warplanes aircraft vessels fleet trawlers farmers herders colonists mortars guns
        artillery howitzers launchers batteries snipers gunboat gunboats launches divers advisors
        notice notices motion objection objections veto request claim claims"""),
    ("end", """occupation boycott strike strikes lockout offensive war raids bombing shelling
        bombardment subsidy subsidies monopoly go-slow slowdown sit-in work-to-rule walkout walkouts
        stoppage stoppages fighting contract partnership alliance practice dependence"""),
    ("remove", """barrier barriers fence fences wall barricade barricades checkpoint checkpoints
        nets cladding roadblock roadblocks buoys mines cameras clause article reference"""),
    ("release", """men women prisoners hostages captives detainees crew crews sailors
        fishermen"""),
    ("drop", "plan plans demand bill case appeal"),
)  # fmt: skip
_ENDINGS = {noun: verb for verb, nouns in _ENDED_BY for noun in nouns.split()}
_DOOR = re.compile(r"(.+) (open|closed|shut)")
_DOING = re.compile(
    r" (?!\w{0,2}ing\b)[a-z]+ing\b(?!$)| (?:fir|shell|bomb|strik|drill|fish|min|digg|pump)ing$"
)
_STATIONED = re.compile(  # who is kept somewhere is withdrawn from there
    r"( .*\b(?:(?:gun|war)?(?:boat|ship)s?|vessels?|frigates?|fleet|trawlers?|troops|soldiers|army"
    r"|navy|forces?|garrisons?|battalions?|brigades?|guards|settlers|tanks?|patrols?|crews?|tractors?"
    r"|mortars|guns|howitzers|artillery|launchers|launches|rockets|missiles|snipers"
    r"|lorr(?:y|ies)))"
    r" (?:in|on|at|off|along|near|across|outside) (.+)"
)
_NO_THING = re.compile(  # "keep the strait closed", "keep out of the talks", "keep inspecting"
    r"\b([a-z]{2,}(ed|ing)|open|shut|out|away|off|down|back|free|apart|alive|secret|separate|silent"
    r"|quiet|ready)\b|^ (on|up|to|from|at|in|it|them|with)\b"
)
_VERB = (
    r"(?P<verb>[a-z][a-z-]*)"
    r"(?: (?P<link>and|or) (?P<second>[a-z][a-z-]*)(?=\s|$))?(?P<after>.*)"
)
_VERB_FIRST = re.compile(r"(?P<before>)" + _VERB, re.DOTALL)
_LABEL = re.compile(r"(?P<before>(?:[a-z]{3,}ly )?)" + _VERB, re.DOTALL)


def phrase(label: str) -> Phrase:
    """A label as a verb phrase; one that begins with no verb is quoted after "choose".

    >>> phrase("supply gas").finite(), phrase("openly supply gas").finite()
    ('supplies gas', 'openly supplies gas')
    """
    label = typeset(label)
    small = _uncapitalised(label)
    pattern = _VERB_FIRST if is_verb(small.split(" ", 1)[0]) else _LABEL  # "supply" is no adverb
    found = pattern.fullmatch(small)
    verb = found["verb"] if found else ""
    if not found or not _is_verb_here(found) or not re.match(r"[\s,;]|$", _rest(found)):
        return Phrase("", ("choose",), "", f" “{label}”")
    second = found["second"]
    if second and is_verb(second):
        return Phrase(found["before"], (verb, second), found["link"], found["after"])
    return Phrase(found["before"], (verb,), "", _rest(found))


def _is_verb_here(found: re.Match[str]) -> bool:
    """Whether a label begins with a verb; what may be a noun is one by what follows it.

    >>> phrase("shelter the rebels").finite(), phrase("travel ban").finite()
    ('shelters the rebels', 'chooses “travel ban”')
    >>> phrase("guide ships").finite(), phrase("heat pumps").finite()
    ('guides ships', 'chooses “heat pumps”')
    >>> phrase("board another ship").finite()
    'boards another ship'
    """
    verb, rest = found["verb"], _rest(found)
    either = verb in _listed("verbs_or_nouns.txt") and _FOLLOWING_VERBS.match(rest)
    return is_verb(verb) or bool(either) or _BARE_OBJECT.match(f"{verb}{rest}") is not None


def _uncapitalised(label: str) -> str:
    """The label with a small first letter, where that makes its first word a verb."""
    small = label[:1].lower() + label[1:]
    return small if is_verb(small.split(" ")[0]) else label


def _rest(found: re.Match[str]) -> str:
    return found.string[found.end("verb") :]


def capitalised(text: str) -> str:
    """The text as a sentence begins.

    >>> capitalised("the United States lifts its tariffs")
    'The United States lifts its tariffs'
    """
    return text[:1].upper() + text[1:] if not text[:2].isupper() else text
