"""Labels: acts in the words of the article, as short verb phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from detente.dispute.formula import Atom
from detente.reading import page
from detente.reading.drafting.acts import Act, Mention
from detente.reading.drafting.ids import ids
from detente.reading.drafting.lexicon import (
    EXIST,
    THING,
    common,
    shared_nouns,
    tables,
    verbs,
    words,
)
from detente.reading.drafting.sound import APART, LONGEST, is_sound

_FIRST_PERSON = re.compile(r"\b(?:our|my|your)(?: own)?\b", re.IGNORECASE)
_POINTING = re.compile(r"\b(?:this|that|these|those)\b(?= \w)", re.IGNORECASE)
_BARE = re.compile(r"(?!(?:the|a|an|its|their|his|her)\b)", re.IGNORECASE)
_AMOUNT = re.compile(r"[$€£¥]\s?\d|^(?:[\d.,]+|an? \w+) (?:per cent|percent|\w+s\b (?:a|per))|%")
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ity|ship|dom|ance|ence|ism|ness|al)$")
_LINKED = re.compile(r" (?:of|on|in|for|to|at|with|from|under|over|about|against|by) ")
_OWNED = re.compile(
    r"(?:\S+['’]s?|this|that|these|no|any|every|each|some|more|another|[\d.,]+|our|my) ",
    re.IGNORECASE,
)
_LONG = 5  # words of a noun
_ON, _ABOUT = "go on with: ", "bring about: "
_TALKING = ("discuss", "negotiate", "renegotiate")


def named(
    acts: Iterable[Act],
    is_plural: Callable[[str], bool] = lambda _: False,
    known: Callable[[str], str | None] = lambda _: None,
) -> Mapping[Act, Atom]:
    """An option name for every act, unique among its owner's; sets missing labels.

    `is_plural` says of an owner whether it is many, so that "their boats" are not "its boats";
    `known`, which party some words name, so that nobody signs "a treaty with itself".

    Examples
    --------
    >>> from detente.reading.drafting.acts import Register
    >>> from detente.reading.drafting.phrases import doings
    >>> act = Register().literal("sudmark", doings("withdraw its patrol boats")[0], "q1").act
    >>> [str(atom) for atom in named([act]).values()], act.label
    (['sudmark.boats'], 'keep its patrol boats')
    """
    found: dict[Act, Atom] = {}
    for act in acts:
        same = (other.label for other in found if other.shared and other.kin is act.kin)
        act.label = act.label or next(same, "") or label(act)
        act.label = _with_others(act, known)
        if not is_plural(act.owner):
            act.label = re.sub(r"\btheir\b", "its", act.label)
        taken = {atom.option for atom in found.values() if atom.party == act.owner}
        found[act] = Atom(act.owner, next(n for n in ids(act) if n not in taken))
    return found


def _with_others(act: Act, known: Callable[[str], str | None]) -> str:
    """The label of a shared doing without the side that it is shared with."""
    side = re.search(r" (?:with|between) (?P<who>[^,]+)$", act.label) if act.shared else None
    return act.label[: side.start()] if side and known(side["who"]) else act.label


def is_sayable(act: Act) -> bool:
    """Whether an act can be said as something that one may do; what cannot is left out.

    >>> from detente.reading.drafting.doing import Doing
    >>> from detente.reading.drafting.acts import Register
    >>> said = Doing("thing", True, ("ministry",), noun="what two ministries")
    >>> is_sayable(Register().literal("sudmark", said, "q1").act)
    False
    """
    if act.family == THING and all(_is_bare_verb(m.doing.noun) for m in act.mentions):
        return False
    if act.head in words("circumstance", "body"):  # "his hand on the tap"
        return False
    if act.head in words("circumstance", "nouns") and act.family in (EXIST, THING):
        return False
    said = act.label or label(act)
    return not said.startswith((_ON, _ABOUT, "be ")) and not said.endswith(" as asked")


def _is_bare_verb(noun: str) -> bool:
    """Whether a noun is one bare word that may be a verb: "act", "feed"; no doing that is told."""
    known = words("mass", "nouns") | words("count", "nouns") | {*tables()["nouns"]}
    return noun.isalpha() and noun.islower() and noun in page.listed("verb") and noun not in known


def label(act: Act) -> str:
    """A short verb phrase for an act, positive as the option is.

    Where none of its mentions gives a sound one, its noun stands as it is said.
    """
    mentions = ranked(act)
    phrases = (tidy(text) for mention in mentions for text in _phrases(act, mention))
    return next((text for text in phrases if is_sound(text)), "") or _nominal(act, mentions)


def ended(act: Act) -> str:
    """What it is to end a standing act, in the words of whoever asks for that; or nothing.

    >>> from detente.reading.drafting.acts import Register
    >>> from detente.reading.drafting.phrases import doings
    >>> ended(Register().literal("sudmark", doings("withdraw its patrol boats")[0], "q1").act)
    'withdraw its patrol boats'
    """
    if act.label.startswith("keep hold of "):
        return act.label.replace("keep hold of", "give up", 1)
    against = words_against(act.family)
    for mention in ranked(act):
        doing = mention.doing
        moved = doing.link or doing.verb in words("away", "alone")
        if not doing.sign and doing.verb in against and doing.noun and not moved:
            text = tidy(f"{_spoken(doing.verb)} {doing.noun}")
            if is_sound(text):
                return text
    return ""


def words_against(family: str) -> frozenset[str]:
    """The verbs that end what a family of verbs brings about."""
    group = tables()["groups"].get(family)
    return frozenset(group["no"].split()) if group else frozenset()


def tidy(text: str) -> str:
    """One line, in the third person, without quotation marks.

    >>> tidy('keep  "our own" boats ')
    'keep the boats'
    """
    text = re.sub(r"[\"“”„«»]|(?<!\w)['‘]|['’](?!\w)(?! \w)|(?<!s)['’](?!\w)", "", text)
    text = _FIRST_PERSON.sub("the", text)
    text = _POINTING.sub("the", text)
    return re.sub(r"\s+", " ", text).strip(" ,.;:-")


def ranked(act: Act) -> list[Mention]:
    """The mentions of an act, the one that words it best first."""
    return sorted(act.mentions, key=lambda mention: _clumsiness(act, mention))


def _clumsiness(act: Act, mention: Mention) -> tuple[int, int]:
    doing, noun = mention.doing, mention.doing.noun.lower()
    faults = 8 * (not noun) + 8 * (noun in words("small", "pronouns")) + 4 * (not noun.isascii())
    spoken = re.findall(r"[\w-]+", noun)
    faults += 3 * (act.shared and not any(_singular(w) in shared_nouns() for w in spoken))
    faults += len(doing.theme) == 1 and _is_named_fuller(act, doing.theme[0])
    faults += 2 * (doing.family != act.family) + (not doing.sign and act.family != EXIST)
    faults += 2 * (doing.theme[:1] != () and doing.theme[0] in words("pressure", "pointing"))
    bare = bool(noun) and bool(_BARE.match(noun))
    return faults + bare + 2 * (len(noun.split()) > _LONG), len(noun)


def _is_named_fuller(act: Act, head: str) -> bool:
    """Whether another mention tells more of it in few words: "the boats", "patrol boats"."""
    fuller = (m.doing for m in act.mentions if m.doing.theme[:1] == (head,))
    return any(len(d.theme) > 1 and len(d.noun.split()) <= _LONG for d in fuller)


# What may be said of an act in one mention, the fullest first -------------------------------------


def _phrases(act: Act, mention: Mention) -> Iterator[str]:
    doing = mention.doing
    if act.shared:
        yield _shared(act, mention)
        yield str(tables()["shared"][act.family]["label"])
    elif doing.noun.lower() in words("small", "pronouns"):
        return
    elif act.family == EXIST:
        if doing.noun:
            verb = _standing_verb(act, mention)
            noun = re.sub(r"^an? ", "the ", doing.noun) if act.now else doing.noun
            where = _staying(doing.tail) if _stays(act) else ""
            yield f"{verb} {noun} {where}"
            yield f"{verb} {noun}"
    elif act.family == THING:
        if verb := _noun_verb(act):
            yield f"{verb} {_one(doing.noun)}"
    elif act.family.startswith("be_"):
        yield f"make {doing.noun} {_spoken(act.family[3:])}"
    else:
        yield from _done(act, mention)


def _done(act: Act, mention: Mention) -> Iterator[str]:
    doing, verb = mention.doing, _verb(act, mention)
    if doing.verb in ("have", "get", "receive") and doing.noun:  # of whoever is to give it
        yield f"{_noun_verb(act)} {_one(doing.noun)}"
    elif not doing.noun and act.now and act.family not in tables()["groups"]:
        yield f"keep {_gerund(verb)}"
    elif not doing.noun:
        yield f"{verb} as asked" if act.family in tables()["groups"] else verb
    elif doing.link == "lift":
        yield f"lift {doing.noun}"
    elif act.family == "open" and act.now:
        yield f"keep {doing.noun} open"
    elif tuple(verb.split()) in APART:
        first, last = verb.split()
        yield f"{first} {doing.noun} {last}"
    elif doing.noun and any(
        m.doing.link == "let" and m.doing.family == act.family for m in act.mentions
    ):
        tail = "" if doing.tail in verb.split() else doing.tail
        if verb == "be" and tail.startswith(("on ", "into ")):  # "independence is on the ballot"
            yield f"put {doing.noun} {tail}"
        yield f"let {doing.noun} {verb} {tail}"
        yield f"let {doing.noun} {verb}"
    else:
        verb = "let" if doing.verb == "let" and doing.tail else verb
        link = doing.link if doing.noun and verb.split()[-1] != doing.link else ""
        tail = "" if doing.tail in verb.split() else doing.tail
        noun = _one(doing.noun.removeprefix(f"{verb.split()[-1]} "))  # "hands over half of it"
        yield f"{verb} {link} {noun} {tail}"
        yield f"{verb} {link} {noun}"


def _gerund(verb: str) -> str:
    """``fire`` → firing, ``sit in`` → sitting in."""
    first, _, rest = verb.partition(" ")
    stem = first.removesuffix("e") if re.search(r"[^eo]e$", first) else first
    double = re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", stem) is not None and stem == first
    return f"{stem}{stem[-1] if double else ''}ing {rest}".strip()


def _one(noun: str) -> str:
    """A noun with the article that a headline leaves out: "promise given" → a promise."""
    alone = noun.lower().split(" ")[-1] in words("count", "nouns") and not _LINKED.search(noun)
    if not alone or not _BARE.match(noun) or _OWNED.match(noun):
        return noun
    return f"{'an' if noun[0].lower() in 'aeio' else 'a'} {noun}"


def _nominal(act: Act, mentions: list[Mention]) -> str:
    """The act's noun as it is said, where no verb fits it."""
    said = (tidy(mention.doing.noun) for mention in mentions)
    noun = next((n for n in said if n and n.lower() not in words("small", "pronouns")), "")
    noun = noun or tidy(_spoken(act.family)) or "this"
    opening = _ON if act.now else _ABOUT
    if len(noun) > LONGEST:
        noun = noun[:LONGEST].rsplit(" ", 1)[0]
    return f"{opening}{noun}"


def _spoken(verb: str) -> str:
    return verb.replace("_", " ")


def _verb(act: Act, mention: Mention) -> str:
    group = tables()["groups"].get(act.family)
    said = mention.doing.verb
    if group and (not said or said not in group["yes"].split()):
        said = group["yes"].split()[0]
    return _spoken(said or act.family)


def _standing_verb(act: Act, mention: Mention) -> str:
    """The verb of what is kept up, or is to be."""
    table = tables()["standing"]
    if act.head in table["statuses"].split():
        return str(table["remain"])
    return _beginning(act, mention) if not act.now else _going_on(act, mention)


def _beginning(act: Act, mention: Mention) -> str:
    """The verb of what is not there: started, resumed where it was ended, or as a noun asks."""
    table, verb = tables()["standing"], mention.doing.verb
    if _presses(act):
        return str(table["start"])
    if mention.doing.sign and verb in _yes(EXIST):
        return _spoken(verb)
    if verb == "exist":
        return _noun_verb(act)
    return _going_on(act, mention)


def _going_on(act: Act, mention: Mention) -> str:
    """The verb of what is there."""
    table = tables()["standing"]
    odd = (m.doing.verb for m in act.mentions if table.get(m.doing.verb) == table["forgo"])
    if verb := next(odd, ""):
        return str(table[verb])
    if _presses(act) or _is_activity(mention):
        return str(table["activity"])
    if any(table.get(m.doing.verb) == table["leave"] and _is_place(m) for m in act.mentions):
        return str(table["leave"])
    return str(table["default"])


def _is_activity(mention: Mention) -> bool:
    """Whether a noun names a doing that goes on: "the drilling", no building or cladding."""
    last = mention.doing.noun.lower().split(" ")[-1]
    things = words("own_meaning", "nouns") | words("places", "nouns")
    return last.endswith("ing") and last not in things


def _presses(act: Act) -> bool:
    """Whether an act is pressure: a strike, shelling."""
    listed = tables()["standing"]["activities"].split()
    return act.head in listed or act.head in words("pressure", "nouns")


def _yes(family: str) -> frozenset[str]:
    return frozenset(verb for verb, (name, sign) in verbs().items() if name == family and sign)


def _stays(act: Act) -> bool:
    return common(act.head) in words("forces", "nouns")


def _staying(tail: str) -> str:
    """Where it stays that is to leave: "from the valley" → in the valley."""
    return f"in {tail.removeprefix('from ')}" if tail.startswith("from ") else ""


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
    table = tables()["nouns"]
    amount = any(_AMOUNT.search(m.doing.noun) for m in act.mentions)
    if amount and (act.head not in table or act.head in words("measures", "nouns")):
        return "pay"
    nouns = (m.doing.noun for m in act.mentions if m.doing.noun)
    last = (noun.split()[-1].lower() for noun in nouns if not _LINKED.search(noun))
    for word in (act.head, *last):
        if word in table:
            return str(table[word])
    pressing = act.head in words("pressure", "nouns") or act.role == "threatened"
    return str(tables()["standing"]["start"]) if pressing else _giving(act)


def _giving(act: Act) -> str:
    """How a thing is given that asks for no verb of its own, by its owner or as others ask."""
    if act.role == "granted":
        return "allow"
    return "accept" if _ABSTRACT.search(act.head) else "provide"


def _shared(act: Act, mention: Mention) -> str:
    row, doing = tables()["shared"][act.family], mention.doing
    noun = doing.noun
    spoken = re.findall(r"[\w-]+", noun.lower())
    if not noun or spoken[-1] in words("small", "tables"):
        return str(row["label"])
    talking = doing.verb in _TALKING
    if any(_singular(word) in shared_nouns() for word in spoken) and not talking:
        return _joining(act, mention).format(_with_article(act, noun))
    if not talking:
        return str(row["label"])
    verb = doing.verb if doing.verb in row["verbs"].split() else row["verbs"].split()[0]
    return f"{_spoken(verb)} {doing.link} {noun}"


def _joining(act: Act, mention: Mention) -> str:
    """How the sentence says that it is entered into, else how one does."""
    noun, verb = mention.doing.noun, mention.doing.verb
    if any(paper in noun for paper in words("papers", "nouns")):
        return "return to {}" if verb in words("papers", "back") else "sign {}"
    if act.family == "talk" and verb in words("light", "opening"):
        return f"{_spoken(verb)} {{}}"
    if act.family == "talk" and noun.startswith("the "):
        return "take part in {}"
    return str(tables()["shared"][act.family]["with"])


def _with_article(act: Act, noun: str) -> str:
    one = act.family in ("sign", "truce", "swap") and _BARE.match(noun) and not noun.endswith("s")
    return f"{'an' if noun[0].lower() in 'aeio' else 'a'} {noun}" if one else noun


def _singular(word: str) -> str:
    return word.removesuffix("s")
