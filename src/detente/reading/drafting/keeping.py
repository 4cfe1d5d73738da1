"""How it is said that something goes on, or is to begin: "keep its guards", "stay in office"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.drafting.acts import Act, Mention
from detente.reading.drafting.articles import BARE, OWNED, known
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import EXIST, STAYING, common, spoken, tables, verbs, words
from detente.reading.drafting.noun_verbs import NEVER, noun_verb
from detente.reading.drafting.things import with_article
from detente.reading.parties.names import nouns

_FROM = re.compile(r"(?<=\w) from .*$")  # nobody keeps "its complaints from the courts"
_STANDS = ("stand", "sit", "stay", "remain", "camp", "keep", "park", "station")
_WHERE = ("in ", "on ", "at ", "under ", "off ", "out of ", "across ", "outside ", "before ")


_VAGUE = (NEVER, "accept", "provide", "make", "allow")  # verbs that say nothing of an event


def kept_up(act: Act, mention: Mention) -> Iterator[str]:
    """What is kept up, or is to be: "keep its guards on the ridge", "stay in office".

    >>> said = Mention(Doing(EXIST, True, ("guard",), "keep", "its guards"), "q1", now=True)
    >>> list(kept_up(Act("a", EXIST, frozenset(["guard"]), "guard", [said]), said))
    ['keep its guards ', 'keep its guards']
    """
    doing, verb = mention.doing, _standing_verb(act, mention)
    let = doing.noun.lower() == doing.subject.lower() and not (
        doing.tail or OWNED.match(doing.noun)
    )
    if doing.verb in STAYING and let:  # "allows the base to stay"
        yield f"let {doing.noun} stay"
    if doing.verb == "keep" and doing.actor and OWNED.match(doing.noun):  # no party, but people
        yield f"let {doing.subject} keep {doing.noun}"
    if doing.verb in STAYING and doing.link and not (_is_place(mention) or _stays(act, doing)):
        yield f"{spoken(doing.verb)} {doing.link} {doing.noun}"
    if doing.verb == "leave_in" and doing.tail:  # "leave the gas in the ground"
        yield f"leave {doing.noun} {doing.tail}"
    if doing.verb == "take_place" and verb in _VAGUE:
        yield f"let {doing.noun} take place"
    if doing.verb == "go_ahead" and doing.link in ("with", "let") and not act.now:
        yield f"go ahead with {doing.noun}"
    noun = known(doing.noun) if act.now else doing.noun
    noun = _FROM.sub("", noun) if verb == "keep" else noun
    if verb == "remain" and BARE.match(noun) and not (OWNED.match(noun) or noun.endswith("s")):
        noun = with_article(noun)
    yield from _of_its_own(act, doing, verb, noun)
    removed = doing.verb in words("collecting", "removing") and _PLACED.match(doing.tail)
    where = _staying(doing) if removed or _stays(act, doing) else ""
    where = where or _kept_with(act, doing)
    yield f"{verb} {noun} {where}"
    yield f"{verb} {noun}"


def _of_its_own(act: Act, doing: Doing, verb: str, noun: str) -> Iterator[str]:
    """What is said of some things: power is kept on, lorries running, staff put in place."""
    if verb == "keep" and act.head in words("keeping_on", "nouns") and act.now:
        yield f"keep {noun} on"  # "cut the power"
    if verb == "keep" and doing.verb in words("places", "stopping") and _runs(act):
        yield f"keep {noun} running"
    if not (act.now or doing.verb or doing.tail) and _is_force(act):  # "until staff are in place"
        yield f"put {noun} in place"
    if doing.verb == "introduce" and not doing.sign and doing.said:  # "suspend the introduction of"
        yield f"go on with the introduction of {noun}"


def _kept_with(act: Act, doing: Doing) -> str:
    """What is said besides of what is kept: "two seats for the city", "its aid to the rebels"."""
    dealt = doing.tail.startswith("to ") and act.head in words("dealt", "nouns")
    said = dealt or doing.tail.startswith(("for ", "pending"))
    return doing.tail if said or _stays_itself(doing) else ""


def _standing_verb(act: Act, mention: Mention) -> str:
    """The verb of what is kept up, or is to be."""
    table = tables()["standing"]
    if act.head in table["statuses"].split():
        taken_back = any(m.doing.verb in words("words", "back") for m in act.mentions)
        taken_back = taken_back or mention.doing.noun.startswith(("its ", "their "))
        return str(table["uphold" if taken_back else "remain"])
    return _beginning(act, mention) if not act.now else _going_on(act, mention)


def _beginning(act: Act, mention: Mention) -> str:
    """The verb of what is not there: started, resumed where it was ended, or as a noun asks."""
    table, verb = tables()["standing"], mention.doing.verb
    if _presses(act):
        return str(table["start"])
    if verb in ("stand", "sit") and mention.doing.tail and not _is_force(act):
        return "put"  # "once the offer stands in a protocol"
    if _stays_itself(mention.doing) or (verb in _STANDS and _stays(act, mention.doing)):
        return _going_on(act, mention)
    again = _yes(EXIST) | {*tables()["resumed"].values()} | words("beginning", "verbs")
    if mention.doing.sign and verb in again and verb != "take_place":
        return spoken(verb)
    if verb in ("exist", "take_place"):
        return noun_verb(act)
    return _going_on(act, mention)


def _going_on(act: Act, mention: Mention) -> str:
    """The verb of what is there."""
    table = tables()["standing"]
    odd = (m.doing.verb for m in act.mentions if table.get(m.doing.verb) == table["forgo"])
    if verb := next(odd, ""):
        return str(table[verb])
    if mention.doing.noun == "office":
        return "stay in"
    if mention.doing.sign and mention.doing.verb in words("collecting", "verbs"):
        return spoken(mention.doing.verb)
    if going := _repeated(act, mention):
        return going
    left = (m for m in act.mentions if table.get(m.doing.verb) == table["leave"])
    elsewhere = bool(mention.doing.tail) and mention.doing.verb in _STANDS  # "stay on the hills"
    if not elsewhere and (of := next(filter(_is_left, left), None)) is not None:
        return f"stay {_link(of.doing.noun)}"
    return str(table["default"])


def _runs(act: Act) -> bool:
    """Whether it is a machine, that is kept running where somebody wants it stopped."""
    return act.head in tables()["standing"]["running"].split()


def _repeated(act: Act, mention: Mention) -> str:
    """The verb of what is done again and again: "go on with the raids", "keep sending drones"."""
    table = tables()["standing"]
    goes_on = mention.doing.verb in ("go_on", "carry_on", "continue")
    if _presses(act) or _is_activity(mention) or goes_on:
        return str(table["activity"])
    ends = (m.doing for m in act.mentions if m.doing.verb in words("places", "ceasing"))
    sent = act.head in table["sent"].split() and any(d.noun == d.subject for d in ends)
    return str(table["sending"]) if sent else ""


def _is_activity(mention: Mention) -> bool:
    """Whether a noun names a doing that goes on: "the drilling", no building or cladding."""
    last = mention.doing.noun.lower().split(" ")[-1]
    if {last, last.removesuffix("s"), *mention.doing.theme[:1]} & words("going_on", "nouns"):
        return True  # "the removal of the hoard"
    things = words("own_meaning", "nouns") | words("places", "nouns")
    return last.endswith("ing") and last not in things


def _presses(act: Act) -> bool:
    """Whether an act is pressure: a strike, shelling."""
    listed = tables()["standing"]["activities"].split()
    return act.head in listed or act.head in words("pressure", "nouns")


def _yes(family: str) -> frozenset[str]:
    return frozenset(verb for verb, (name, sign) in verbs().items() if name == family and sign)


def _is_force(act: Act) -> bool:
    """Whether it is somebody who stands somewhere."""
    people = nouns("crowds") | nouns("people") | nouns("roles")
    return act.head in people or common(act.head) in words("forces", "nouns")


def _stays(act: Act, doing: Doing) -> bool:
    crowd = act.head in nouns("crowds") | nouns("people") or bool(doing.tail)
    crowd = crowd and doing.verb in _STANDS
    taken = doing.verb in words("collecting", "verbs")
    armed = common(act.head) == "arms" and doing.tail.startswith("from ")
    return crowd or taken or armed or common(act.head) in words("forces", "nouns")


def _stays_itself(doing: Doing) -> bool:
    """``the price for ten years stays at cost``: what is kept so."""
    named = bool(doing.noun) and doing.subject.lower().startswith(doing.noun.lower())
    return doing.verb in STAYING and named


_PLACED = re.compile(r"off |(?:from|out of) (?:the|its|their|an?|any|all|[A-Z]|[\w-]+ of)\b")
_OFF = ("take_off", "remove")


def _staying(doing: Doing) -> str:
    """Where it stays that is to leave: "from the valley" → in the valley."""
    tail, still = doing.tail, (*_STANDS, *words("collecting", "verbs"))
    if tail.startswith("off ") and doing.verb in _OFF:  # "take its men off the roads"
        return f"on {tail.removeprefix('off ')}"
    if tail.startswith("from "):
        place = tail.removeprefix("from ")
        return f"{_link(place)} {place}"
    return tail if doing.verb in still and tail.startswith(_WHERE) else ""


def _link(place: str) -> str:
    """What goes before where one is: "on the ridge", "at the gates of the port".

    >>> _link("the ridge"), _link("the gates of the port"), _link("the valley")
    ('on', 'at', 'in')
    """
    last = (
        re.split(r" (?:of|on|in|at) ", place, maxsplit=1)[0]
        .rsplit(" ", 1)[-1]
        .lower()
        .removesuffix("s")
    )
    return next((link for link in ("at", "on") if last in words("stationed", link)), "in")


def _is_left(mention: Mention) -> bool:
    """Whether one is in it or not: a place, a pact."""
    doing = mention.doing
    whole = doing.noun in doing.said and (  # "leave the town", not "the ship leaves"
        (doing.verb in words("places", "leaving") and not doing.said.startswith("leave for "))
        or re.match(rf"{spoken(doing.verb)} (?:of|from) ", doing.said) is not None
    )
    head = doing.theme[:1]
    return whole or _is_place(mention) or not words("places", "left").isdisjoint(head)


def _is_place(mention: Mention) -> bool:
    return bool(set(mention.doing.theme) & words("places", "nouns"))
