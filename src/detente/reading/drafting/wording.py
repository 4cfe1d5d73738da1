"""How an act may be said, in the words of one mention of it, the fullest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.drafting.acts import Act, Mention
from detente.reading.drafting.articles import BARE, LINKED, OWNED, articled, known
from detente.reading.drafting.derivation import verb_of
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.keeping import kept_up
from detente.reading.drafting.lexicon import (
    EXIST,
    THING,
    shared_nouns,
    spoken,
    tables,
    words,
)
from detente.reading.drafting.noun_verbs import NEVER, asking, noun_verb
from detente.reading.drafting.sound import APART
from detente.reading.drafting.things import with_article
from detente.reading.parties.names import nouns

_SHORT = 2  # words of a noun before a particle: "give the boats back", "give back eleven villages"
_MOST = 11  # words of what is let do something
_REGAINED = ("get_back", "have_back", "win_back", "regain")  # of whoever is to give it
_KEPT_OUT = ("keep_out", "lock_out", "shut_out", "turn_away")
_BARS = words("letting", "against")
_ARTICLES = ("the ", "a ", "an ", "its ", "their ")
_TALKING = ("discuss", "negotiate", "renegotiate")


def wordings(act: Act, mention: Mention) -> Iterator[str]:
    """Verb phrases for an act, the fullest first; not all of them can stand by themselves."""
    doing = mention.doing
    if act.shared:
        yield _shared(act, mention)
        yield str(tables()["shared"][act.family]["label"])
    elif doing.noun.lower() in words("small", "pronouns"):
        return
    elif act.family == EXIST:
        yield from kept_up(act, mention) if doing.noun else ()
    elif act.family == THING and doing.noun.endswith("ly"):  # "Pakistan credibly"
        return
    elif act.family == THING:
        yield from _given(act, doing)
    elif act.family.startswith("be_"):
        if act.family[3:] not in words("makeable", "adjectives"):
            return  # nobody makes a reservoir full
        yield f"make {doing.noun} {spoken(act.family[3:])}"
    else:
        yield from _done(act, mention)


def _given(act: Act, doing: Doing) -> Iterator[str]:
    """A thing with the verb that it asks for; none where it asks for none."""
    opens = doing.said.split(" ")[0] in words("light", "opening")
    if opens and not (doing.said.startswith("make ") and act.head.endswith("ing")):
        yield doing.said
    if (verb := noun_verb(act)) != NEVER:
        yield f"{verb} {articled(doing.noun)}"


def _done(act: Act, mention: Mention) -> Iterator[str]:
    doing, verb = mention.doing, _verb(act, mention)
    if doing.noun and (giving := _other_way(act, doing)):
        yield giving
    elif doing.verb == "send_back" and act.head in act.owner:  # of the controllers' union
        yield f"return {re.sub('^on ', 'to ', doing.tail)}"
    elif not doing.noun and act.now and act.family not in tables()["groups"]:
        yield f"keep {_gerund(verb)}"
    elif not doing.noun:
        yield _alone(act, verb)
    elif doing.link == "lift":
        yield f"lift {doing.noun}"
    elif act.family == "open" and _passes(act.head):  # "block the loan", "block the unloading"
        yield f"let {doing.noun} go ahead"
    elif act.family == "open" and (act.now or _stays_open(doing)):
        yield f"keep {doing.noun} open"
    elif tuple(verb.split()) in APART:
        first, last = verb.split()
        long = len(doing.noun.split()) > _SHORT and first != "let"
        tail = doing.tail if first in ("put", "send") and doing.tail != last else ""
        yield (
            f"{verb} {doing.noun} {tail}"
            if long and not tail
            else f"{first} {doing.noun} {last} {tail}"
        )
    elif doing.noun and doing.link == "let":  # "the crossing would return"
        yield from _let(act, doing, verb)
    else:
        admits = doing.verb == "let" or (act.family == "allow" and doing.verb in _BARS)
        verb = "let" if admits and doing.tail else verb
        tied = doing.verb.endswith(f"_{doing.link}") or verb.split()[-1] == doing.link
        link = doing.link if doing.noun and not tied else ""
        tail = "" if doing.tail in verb.split() else doing.tail
        noun = articled(doing.noun.removeprefix(f"{verb.split()[-1]} "))  # "hands over half of it"
        noun = re.sub(r"^(?:an? )?(?=(?:part|place)\b)", "", noun) if verb == "take" else noun
        twice = verb_of(act.head) == doing.verb and act.head in doing.theme
        verb = "make" if twice else verb  # "deliver a delivery"
        yield f"{verb} {link} {noun} {tail}"
        plain = "allow" if admits and verb == "let" else verb
        yield f"{plain} {link} {noun}"


def _stays_open(doing: Doing) -> bool:
    """Whether it is to stay open, and is not what somebody keeps shut.

    >>> said = Doing("open", True, ("gate",), "keep", "the gate", said="keep the gate open")
    >>> shut = Doing("open", True, ("gate",), "keep", "the gate", said="keep the gate closed")
    >>> _stays_open(said), _stays_open(shut)
    (True, False)
    """
    shut = re.search(r" (?:closed|shut|sealed|locked|blocked)\b", doing.said) is not None
    return doing.verb == "keep" and doing.sign and not shut


def _passes(head: str) -> bool:
    """Whether it goes ahead where nobody blocks it: a loan, the unloading; no building."""
    doing = head.endswith("ing") and head not in words("own_meaning", "nouns")
    return head in words("passing", "nouns") or (doing and head not in words("places", "nouns"))


def _alone(act: Act, verb: str) -> str:
    """A verb without an object: "pay up"; of a group that says more by its object "as asked"."""
    if verb in words("bare", "up"):
        return f"{verb} up"
    said = act.family not in tables()["groups"] or verb in words("bare", "verbs")
    return verb if said else f"{verb} as asked"


def _let(act: Act, doing: Doing, verb: str) -> Iterator[str]:
    """What a thing does, or where it is, as what is done with it."""
    tail = "" if doing.tail in verb.split() else doing.tail
    if _DETERMINED.sub("", doing.noun).replace(" ", "_") == act.owner:  # "until a court rules"
        yield f"{verb} {tail or 'on the matter'}"
    if verb == "be" and tail:
        stands = any(word in words("standing_in", "nouns") for word in tail.split())
        if (act.now and not stands) or tail.startswith(("above ", "below ")):
            yield f"keep {doing.noun} {tail}"  # "the case is before the court"
        if tail.startswith(("on ", "into ", "in ", "before ")):
            yield f"put {doing.noun} {tail}"  # "independence is on the ballot"
        if tail.startswith(("across ", "over ", "through ")):
            yield f"take {doing.noun} {tail}"  # "the volumes are across the river"
    alone, noun = LINKED.split(doing.noun, maxsplit=1)[0], articled(doing.noun)
    whole = f"let {noun} {verb} {tail}"
    yield from [whole] if len(whole.split()) <= _MOST else []
    yield from [f"let {alone} {verb} {tail}"] if verb not in ("be", "have") else []
    yield f"let {noun} {verb}"
    who = nouns("crowds") | nouns("bodies") | nouns("own") | nouns("government") | nouns("firms")
    if doing.said and act.head not in who:
        yield f"let {doing.noun} {doing.said}"  # "let the forecasts leave these out"


_DETERMINED = re.compile(r"^(?:the|an?) ")


def _other_way(act: Act, doing: Doing) -> str:
    """The contrary in its own words: to get a seat back is to give it, to keep out to let in."""
    if doing.verb in _KEPT_OUT:
        return f"let {doing.noun} in"
    if doing.verb in _REGAINED:
        whom = _receiver(doing) if doing.noun.startswith("their ") else ""
        return f"give {whom} {doing.noun} back" if whom else f"give back {doing.noun}"
    had = doing.verb in ("have", "get", "receive")
    people = nouns("roles") | nouns("people") | nouns("crowds")
    known_ = act.head in tables()["nouns"] or act.head in asking()
    guest = act.head in people or not known_  # "receive its envoy"
    had = had and not (doing.verb == "receive" and guest)
    if had and act.family == "pay":  # "he will get his money"
        return f"pay {_OWN.sub('the ', doing.noun)}"
    giving = noun_verb(act) if had else ""
    if giving in _MADE and _OWN.match(doing.noun):  # "they can have their road"
        return f"give {_OWN.sub('the ', doing.noun)} back"
    if had and (whom := _receiver(doing)):
        return f"give {whom} {doing.noun}"
    return f"{giving} {articled(doing.noun)}" if had else ""


_MADE = ("build", "put up", "set up")
_OWN = re.compile(r"(?:its|their|the|his|her) ")


def _receiver(doing: Doing) -> str:
    """Who gets it, where that is some people who are no party: "the two consuls"."""
    who = _SOME.match(doing.subject)
    last = who[0].lower().rsplit(" ", 1)[-1] if who else ""
    people = nouns("roles") | nouns("people") | {"men", "women", "famili", "worker"}
    return who[0] if who and {last, last.removesuffix("s").removesuffix("e")} & people else ""


_SOME = re.compile(r"the (?:[a-z\d-]+ ){0,2}(?:[a-z]+s|men|women)(?= [a-z]+ed\b|$)")


def _gerund(verb: str) -> str:
    """``fire`` → firing, ``sit in`` → sitting in."""
    first, _, rest = verb.partition(" ")
    stem = first.removesuffix("e") if re.search(r"[^eo]e$", first) else first
    double = re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", stem) is not None and stem == first
    return f"{stem}{stem[-1] if double else ''}ing {rest}".strip()


def _verb(act: Act, mention: Mention) -> str:
    group = tables()["groups"].get(act.family)
    said = mention.doing.verb
    own = {"give": "permits", "accept": "ruled", "free": "freeing"}.get(act.family, "")
    kept = bool(own) and said in tables()[own]  # "issue a licence", "respect the ruling"
    if group and not kept and (not said or said not in group["yes"].split()):
        said = group["yes"].split()[0]
    if said == "hand" and not mention.doing.tail:  # "the keys are handed to them"
        said = "hand_over"
    return spoken(said or act.family)


def _shared(act: Act, mention: Mention) -> str:
    row, doing = tables()["shared"][act.family], mention.doing
    noun = _TALK.sub(r"\1s", doing.noun) if act.family == "talk" else doing.noun
    noun = re.sub(r"^((?:[a-z]+ )?talks) of (?!any\b)", r"\1 about ", noun).removesuffix(" at all")
    said = re.findall(r"[\w-]+", noun.lower())
    kept = act.now and act.family == "sign" and doing.verb not in tables()["settling"]
    if noun and kept:  # a contract that is in force
        return f"keep {known(noun)}"
    if not noun or said[-1] in words("small", "tables"):
        return str(row["label"])
    talking = doing.verb in _TALKING
    if any(singular(word) in shared_nouns() for word in said) and not talking:
        return _joining(act, mention).format(_with_article(act, noun))
    signed = noun.startswith(_ARTICLES) or set(said) & words("papers", "signed")
    if doing.verb == "sign" and signed:  # "sign the protocol", "sign the demarcation acts"
        return f"sign {noun}"
    known_ = row["verbs"].split()
    if not talking or not known_:  # "negotiate a swap of captives"
        return str(row["label"])
    verb = doing.verb if doing.verb in known_ else known_[0]
    return f"{spoken(verb)} {doing.link} {noun}"


_TALK = re.compile(r"^(?:an? )?((?:[a-z]+ )?(?:talk|negotiation|consultation))(?= |$)")


def _joining(act: Act, mention: Mention) -> str:
    """How the sentence says that it is entered into, else how one does."""
    noun, verb = mention.doing.noun, mention.doing.verb
    if act.family != "talk" and any(paper in noun.lower() for paper in words("papers", "nouns")):
        spoken_of = {m.doing.verb for m in act.mentions}  # "restore", "stays in abeyance"
        return "return to {}" if spoken_of & words("papers", "back") else "sign {}"
    if act.family == "talk" and verb in words("light", "opening"):
        return f"{spoken(verb)} {{}}"
    if act.family == "talk" and noun.startswith("the "):
        return "take part in {}"
    return str(tables()["shared"][act.family]["with"])


def _with_article(act: Act, noun: str) -> str:
    counted_ = act.family in ("sign", "truce", "swap") or noun.rsplit(maxsplit=1)[-1] in _MEETINGS
    many = LINKED.split(noun, maxsplit=1)[0].endswith("s")  # "new deals in Panama"
    one = counted_ and BARE.match(noun) and not many and not OWNED.match(noun)
    return with_article(noun) if one else noun


_MEETINGS = ("meeting", "conversation", "discussion", "round")


def singular(word: str) -> str:
    """A noun without its plural ending."""
    return word.removesuffix("s")
