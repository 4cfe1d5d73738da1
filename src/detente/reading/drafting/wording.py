"""How an act may be said, in the words of one mention of it, the fullest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.drafting.acts import Act, Mention
from detente.reading.drafting.derivation import verb_of
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import (
    EXIST,
    THING,
    common,
    shared_nouns,
    tables,
    verbs,
    words,
)
from detente.reading.drafting.sound import APART
from detente.reading.drafting.things import with_article
from detente.reading.parties.names import nouns

_AMOUNT = re.compile(
    r"[$€£¥]\s?\d|^(?:[\d.,]+|an? \w+) (?:per cent|percent|\w+s\b (?:a|per))|%"
    r"|^(?:[A-Z]{1,2}\$|Rs\.?|K) ?\d|\d (?:m|million|billion|crore|lakh)"
    r"(?: (?:dollar|euro|pound|rupee|crown|franc|peso|shilling|rouble|ruble|dinar)s?)?$"
    r"|^(?:an? )?(?:extra |further |additional )?[\d.,]+ (?:million |billion )?"
    r"(?:dollar|euro|pound|rupee|crown|franc|peso)s\b"
)
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ity|ship|dom|ance|ence|ism|ness|al)$")
_LINKED = re.compile(r" (?:of|on|in|for|to|at|with|from|under|over|about|against|by) ")
_OWNED = re.compile(
    r"(?:(?:\S+ ){0,4}\S+['’]s?|this|that|these|no|any|every|each|some|more|another|[\d.,]+"
    r"|our|my) ",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<=\w) from .*$")  # nobody keeps "its complaints from the courts"
_SHORT = 2  # words of a noun before a particle: "give the boats back", "give back eleven villages"
_MOST = 11  # words of what is let do something
_NEVER = ";"  # in a verb's place: no label that has it is sound
_REGAINED = ("get_back", "win_back", "regain")  # of whoever is to give it
_KEPT_OUT = ("keep_out", "lock_out", "shut_out", "turn_away")
_TALKING = ("discuss", "negotiate", "renegotiate")
BARE = re.compile(r"(?!(?:the|a|an|its|their|his|her|such|what|both|all)\b)", re.IGNORECASE)


def wordings(act: Act, mention: Mention) -> Iterator[str]:
    """Verb phrases for an act, the fullest first; not all of them can stand by themselves."""
    doing = mention.doing
    if act.shared:
        yield _shared(act, mention)
        yield str(tables()["shared"][act.family]["label"])
    elif doing.noun.lower() in words("small", "pronouns"):
        return
    elif act.family == EXIST:
        yield from _standing(act, mention) if doing.noun else ()
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


def _standing(act: Act, mention: Mention) -> Iterator[str]:
    """What is kept up, or is to be: "keep its guards on the ridge", "stay in office"."""
    doing, verb = mention.doing, _standing_verb(act, mention)
    let = doing.noun == doing.subject and not (doing.tail or _OWNED.match(doing.noun))
    if doing.verb in _STAYING and let:  # "allows the base to stay"
        yield f"let {doing.noun} stay"
    if doing.verb in _STAYING and doing.link and not (_is_place(mention) or _stays(act, doing)):
        yield f"{spoken(doing.verb)} {doing.link} {doing.noun}"
    noun = _known(doing.noun) if act.now else doing.noun
    noun = _FROM.sub("", noun) if verb == "keep" else noun
    if verb == "remain" and BARE.match(noun) and not (_OWNED.match(noun) or noun.endswith("s")):
        noun = with_article(noun)
    where = _staying(doing) if _stays(act, doing) else ""
    yield f"{verb} {noun} {where}"
    yield f"{verb} {noun}"


def _given(act: Act, doing: Doing) -> Iterator[str]:
    """A thing with the verb that it asks for; none where it asks for none."""
    if doing.said.split(" ")[0] in words("light", "opening"):  # "resume the deliveries"
        yield doing.said
    if (verb := _noun_verb(act)) != _NEVER:
        yield f"{verb} {_one(doing.noun)}"


def _done(act: Act, mention: Mention) -> Iterator[str]:
    doing, verb = mention.doing, _verb(act, mention)
    if doing.noun and (giving := _other_way(act, doing)):
        yield giving
    elif not doing.noun and act.now and act.family not in tables()["groups"]:
        yield f"keep {_gerund(verb)}"
    elif not doing.noun:
        yield _alone(act, verb)
    elif doing.link == "lift":
        yield f"lift {doing.noun}"
    elif act.family == "open" and act.head in words("passing", "nouns"):  # "block the loan"
        yield f"let {doing.noun} go ahead"
    elif act.family == "open" and (act.now or (doing.verb == "keep" and doing.sign)):
        yield f"keep {doing.noun} open"
    elif tuple(verb.split()) in APART:
        first, last = verb.split()
        long = len(doing.noun.split()) > _SHORT and first != "let"
        yield f"{verb} {doing.noun}" if long else f"{first} {doing.noun} {last}"
    elif doing.noun and any(
        m.doing.link == "let" and m.doing.family == act.family for m in act.mentions
    ):
        yield from _let(act, doing, verb)
    else:
        verb = "let" if doing.verb == "let" and doing.tail else verb
        link = doing.link if doing.noun and verb.split()[-1] != doing.link else ""
        tail = "" if doing.tail in verb.split() else doing.tail
        noun = _one(doing.noun.removeprefix(f"{verb.split()[-1]} "))  # "hands over half of it"
        noun = re.sub(r"^(?:an? )?(?=(?:part|place)\b)", "", noun) if verb == "take" else noun
        verb = "make" if verb_of(act.head) == doing.verb else verb  # "deliver a delivery"
        yield f"{verb} {link} {noun} {tail}"
        yield f"{verb} {link} {noun}"


def _alone(act: Act, verb: str) -> str:
    """A verb without an object: "pay up"; of a group that says more by its object "as asked"."""
    if verb == "pay":
        return "pay up"
    said = act.family not in tables()["groups"] or verb in words("bare", "verbs")
    return verb if said else f"{verb} as asked"


def _let(act: Act, doing: Doing, verb: str) -> Iterator[str]:
    """What a thing does, or where it is, as what is done with it."""
    tail = "" if doing.tail in verb.split() else doing.tail
    if verb == "be" and tail:
        stands = any(word in words("standing_in", "nouns") for word in tail.split())
        if (act.now and not stands) or tail.startswith(("above ", "below ")):
            yield f"keep {doing.noun} {tail}"  # "the case is before the court"
        if tail.startswith(("on ", "into ", "in ", "before ")):
            yield f"put {doing.noun} {tail}"  # "independence is on the ballot"
    alone = _LINKED.split(doing.noun, maxsplit=1)[0]
    whole = f"let {doing.noun} {verb} {tail}"
    yield from [whole] if len(whole.split()) <= _MOST else []
    yield from [f"let {alone} {verb} {tail}"] if verb not in ("be", "have") else []
    yield f"let {doing.noun} {verb}"


def _other_way(act: Act, doing: Doing) -> str:
    """The contrary in its own words: to get a seat back is to give it, to keep out to let in."""
    if doing.verb in _KEPT_OUT:
        return f"let {doing.noun} in"
    if doing.verb in _REGAINED:
        return f"give back {doing.noun}"
    had = doing.verb in ("have", "get", "receive")
    people = nouns("roles") | nouns("people") | nouns("crowds")
    had = had and not (doing.verb == "receive" and act.head in people)  # "receive its envoy"
    if had and act.family == "pay":  # "he will get his money"
        return f"pay {_OWN.sub('the ', doing.noun)}"
    giving = _noun_verb(act) if had else ""
    if giving in _MADE and _OWN.match(doing.noun):  # "they can have their road"
        return f"give {_OWN.sub('the ', doing.noun)} back"
    if had and (whom := _receiver(doing)):
        return f"give {whom} {doing.noun}"
    return f"{giving} {_one(doing.noun)}" if had else ""


_MADE = ("build", "put up", "set up")
_OWN = re.compile(r"(?:its|their|the|his|her) ")


def _receiver(doing: Doing) -> str:
    """Who gets it, where that is some people who are no party: "the two consuls"."""
    who = doing.subject
    last = who.lower().rsplit(" ", 1)[-1].removesuffix("s")
    people = last in nouns("roles") | nouns("people")
    return who if people and re.fullmatch(r"the (?:[a-z]+ ){0,2}[a-z]+s", who) else ""


def _gerund(verb: str) -> str:
    """``fire`` → firing, ``sit in`` → sitting in."""
    first, _, rest = verb.partition(" ")
    stem = first.removesuffix("e") if re.search(r"[^eo]e$", first) else first
    double = re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", stem) is not None and stem == first
    return f"{stem}{stem[-1] if double else ''}ing {rest}".strip()


def _known(noun: str) -> str:
    """A noun of what is there: "a lawsuit", "date" → the lawsuit, the date."""
    return re.sub(r"^an? ", "the ", _one(noun))


def _one(noun: str) -> str:
    """A noun with the article that a headline leaves out: "promise given" → a promise."""
    last = noun.lower().split(" ")[-1]
    people = last in nouns("roles") | nouns("people") and not last.endswith(("s", "people"))
    people = people and common(last) not in words("forces", "nouns")  # "use force"
    people = people and len(noun.split()) <= _SHORT  # "envoy", not "only one rowing team"
    alone = (people or last in words("count", "nouns")) and not _LINKED.search(noun)
    if not alone or not BARE.match(noun) or _OWNED.match(noun):
        return noun
    return with_article(noun)


def spoken(verb: str) -> str:
    """A verb of the tables as it is said: ``hand_over`` → hand over."""
    return "go on with" if verb in ("go_on", "carry_on") else verb.replace("_", " ")


def _verb(act: Act, mention: Mention) -> str:
    group = tables()["groups"].get(act.family)
    said = mention.doing.verb
    kept = said in tables()["permits"] and act.family == "give"  # "issue a licence"
    if group and not kept and (not said or said not in group["yes"].split()):
        said = group["yes"].split()[0]
    return spoken(said or act.family)


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
    if verb in _STANDS and _stays(act, mention.doing):  # "its guards stay on the ridge"
        return _going_on(act, mention)
    again = _yes(EXIST) | {*tables()["resumed"].values()} | words("beginning", "verbs")
    if mention.doing.sign and verb in again:
        return spoken(verb)
    if verb == "exist":
        return _noun_verb(act)
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
    if _presses(act) or _is_activity(mention):
        return str(table["activity"])
    if any(table.get(m.doing.verb) == table["leave"] and _is_place(m) for m in act.mentions):
        return str(table["leave"])
    return str(table["default"])


def _is_activity(mention: Mention) -> bool:
    """Whether a noun names a doing that goes on: "the drilling", no building or cladding."""
    last = mention.doing.noun.lower().split(" ")[-1]
    if last in words("going_on", "nouns"):
        return True
    things = words("own_meaning", "nouns") | words("places", "nouns")
    return last.endswith("ing") and last not in things


def _presses(act: Act) -> bool:
    """Whether an act is pressure: a strike, shelling."""
    listed = tables()["standing"]["activities"].split()
    return act.head in listed or act.head in words("pressure", "nouns")


def _yes(family: str) -> frozenset[str]:
    return frozenset(verb for verb, (name, sign) in verbs().items() if name == family and sign)


def _stays(act: Act, doing: Doing) -> bool:
    crowd = act.head in nouns("crowds") | nouns("people") and doing.verb in _STANDS
    taken = doing.verb in words("collecting", "verbs")
    return crowd or taken or common(act.head) in words("forces", "nouns")


_STAYING = ("stay", "remain")
_STANDS = ("stand", "sit", "stay", "remain", "camp", "keep", "park", "station")
_WHERE = ("in ", "on ", "at ", "across ", "outside ", "before ")


def _staying(doing: Doing) -> str:
    """Where it stays that is to leave: "from the valley" → in the valley."""
    tail, still = doing.tail, (*_STANDS, *words("collecting", "verbs"))
    if tail.startswith("from "):
        place = tail.removeprefix("from ")
        last = place.split(" of ")[0].rsplit(" ", 1)[-1].lower().removesuffix("s")
        on = next((link for link in ("at", "on") if last in words("stationed", link)), "in")
        return f"{on} {place}"
    return tail if doing.verb in still and tail.startswith(_WHERE) else ""


def _is_place(mention: Mention) -> bool:
    return bool(set(mention.doing.theme) & words("places", "nouns"))


def _noun_verb(act: Act) -> str:
    """The verb that a bare noun asks for, where one is known."""
    if act.now:
        held = act.head in tables()["standing"]["statuses"].split()
        return str(tables()["standing"]["remain" if held else "default"])
    if any(re.search(r"\bat (?:the )?\w+", m.doing.noun) for m in act.mentions):
        return "have"
    if act.head in words("proposals", "nouns") and act.role == "granted":
        return "make"
    table = {**tables()["nouns"], **tables()["verbal_nouns"]}
    amount = any(_AMOUNT.search(m.doing.noun) for m in act.mentions)
    if amount and (act.head not in table or act.head in words("measures", "nouns")):
        return "pay"
    nouns = (m.doing.noun for m in act.mentions if m.doing.noun)
    last = (noun.split()[-1].lower() for noun in nouns if not _LINKED.search(noun))
    for word in (act.head, *last):
        if word in table:
            return str(table[word])
    return _pressing(act) or _giving(act) or _NEVER


def _pressing(act: Act) -> str:
    """How pressure, or what is threatened, begins; nobody starts cruise ships."""
    presses = act.head in words("pressure", "nouns") or act.role == "threatened"
    begun = act.head not in words("forces", "nouns")
    return str(tables()["standing"]["start"] if begun else _NEVER) if presses else ""


def _giving(act: Act) -> str:
    """How a thing is given that asks for no verb of its own, by its owner or as others ask.

    Nobody gives people.
    """
    if act.head in nouns("crowds") | nouns("people") | words("ungiven", "nouns"):
        return ""
    if act.role == "granted":
        return "allow"
    return "accept" if _ABSTRACT.search(act.head) else "provide"


def _shared(act: Act, mention: Mention) -> str:
    row, doing = tables()["shared"][act.family], mention.doing
    noun = _TALK.sub(r"\1s", doing.noun) if act.family == "talk" else doing.noun
    said = re.findall(r"[\w-]+", noun.lower())
    if noun and act.now and act.family == "sign":  # a contract that is in force
        return f"keep {_known(noun)}"
    if not noun or said[-1] in words("small", "tables"):
        return str(row["label"])
    talking = doing.verb in _TALKING
    if any(singular(word) in shared_nouns() for word in said) and not talking:
        return _joining(act, mention).format(_with_article(act, noun))
    if not talking:
        return str(row["label"])
    verb = doing.verb if doing.verb in row["verbs"].split() else row["verbs"].split()[0]
    return f"{spoken(verb)} {doing.link} {noun}"


_TALK = re.compile(r"^(?:an? )?((?:[a-z]+ )?(?:talk|negotiation|consultation))(?= |$)")


def _joining(act: Act, mention: Mention) -> str:
    """How the sentence says that it is entered into, else how one does."""
    noun, verb = mention.doing.noun, mention.doing.verb
    if act.family != "talk" and any(paper in noun for paper in words("papers", "nouns")):
        spoken_of = {m.doing.verb for m in act.mentions}  # "restore", "stays in abeyance"
        return "return to {}" if spoken_of & words("papers", "back") else "sign {}"
    if act.family == "talk" and verb in words("light", "opening"):
        return f"{spoken(verb)} {{}}"
    if act.family == "talk" and noun.startswith("the "):
        return "take part in {}"
    return str(tables()["shared"][act.family]["with"])


def _with_article(act: Act, noun: str) -> str:
    counted_ = act.family in ("sign", "truce", "swap") or noun.rsplit(maxsplit=1)[-1] in _MEETINGS
    one = counted_ and BARE.match(noun) and not noun.endswith("s") and not _OWNED.match(noun)
    return with_article(noun) if one else noun


_MEETINGS = ("meeting", "conversation", "discussion", "round")


def singular(word: str) -> str:
    """A noun without its plural ending."""
    return word.removesuffix("s")
