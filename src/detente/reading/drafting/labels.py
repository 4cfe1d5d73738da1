"""Labels: acts in the words of the article, as short verb phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from detente.dispute.formula import Atom
from detente.reading import page
from detente.reading.drafting.acts import Act, Mention
from detente.reading.drafting.articles import BARE
from detente.reading.drafting.ids import ids
from detente.reading.drafting.lexicon import (
    EXIST,
    THING,
    shared_nouns,
    spoken,
    tables,
    words,
)
from detente.reading.drafting.sound import LONGEST, TELLING, TELLING_WHO, WHOEVER, is_sound
from detente.reading.drafting.things import is_day
from detente.reading.drafting.wording import singular, wordings
from detente.reading.parties.gazetteer import beginning
from detente.reading.parties.names import nouns

_FIRST_PERSON = re.compile(r"\b(?:our|my|your)(?: own)?\b", re.IGNORECASE)
_POINTING = re.compile(  # "acknowledge that they did" keeps its word
    r"\b(?:this|that|these|those)\b(?= \w)"
    rf"(?! (?:{TELLING_WHO}|he|she|its|their|every|no|all|any|out|off|up|down|in|back|over)\b)",
    re.IGNORECASE,
)
_SAYS_THAT = re.compile(rf"(?:{TELLING}) that \S+ \S+ \S+")  # no "recognise that treaty"
_CLAUSE = re.compile(  # "where the fish spend their time"
    r"(?P<end>) (?:where|when|how|why|that the|that all) "
)
_THEY = re.compile(r"(?P<end>) that (?:they|the [\w-]+s) ")  # "guarantee that they keep their jobs"
_OF_SEVERAL = re.compile(  # "let the children be at their desks"
    r"(?:let|allow|send|help|make|have|put|return|give|hand|pay|leave) "
    r"(?:(?!their\b)[\w'’-]+ )*?(?!its |this )"
    r"(?:[\w-]+s|[\w-]*men|people|children|police|staff)(?P<end>) (?=.*\btheir\b)"
)
_NONE = re.compile(r"\b(?:nothing|nobody|none|no|not|never|neither)\b", re.IGNORECASE)
_OF_ITS_OWN = re.compile(r"(?:keep|end|lift|go on with|give) (?:his|her) ")
_CONSENTS = re.compile(r"give (?:his|her) (?:consent|assent|approval|signature|word|agreement)\b")
_LONG = 5  # words of a noun
_ON, _ABOUT, _AS_ASKED = "go on with: ", "bring about: ", " as asked"


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
    >>> from detente.reading.drafting.register import Register
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
        mine = {other.label for other in found if other.owner == act.owner}
        act.label = _told_apart(act) if act.label in mine else act.label
        own = act.family == EXIST or _CONSENTS.match(act.label)
        if own and _OF_ITS_OWN.match(act.label):  # whoever signed it for a state
            act.label = re.sub(r"\b(?:his|her)\b", "its", act.label, count=1)
        if act.family == "free" and act.head in nouns("roles"):
            act.label = re.sub(r"\b(?:its|their)\b", "the", act.label)
        if not (is_plural(act.owner) or WHOEVER.search(act.label) or _of_others(act)):
            clause = (
                _CLAUSE.search(act.label) or _THEY.search(act.label) or _OF_SEVERAL.match(act.label)
            )
            end = clause.start("end") if clause else len(act.label)
            act.label = re.sub(r"\btheir\b", "its", act.label[:end]) + act.label[end:]
        taken = {atom.option for atom in found.values() if atom.party == act.owner}
        found[act] = Atom(act.owner, next(n for n in ids(act) if n not in taken))
    return found


def _of_others(act: Act) -> bool:
    """Whether it is of what others have put forward: "approve their bids"."""
    verb = act.label.partition(" ")[0]
    theirs = act.head in words("of_another", "put_forward")
    return theirs and verb in words("of_another", "accepting")


def _told_apart(act: Act) -> str:
    """The label of an act that goes by the same words as another: with what it is about."""
    nouns = (mention.doing.noun for mention in ranked(act))
    nouns = (noun.removeprefix("about ") for noun in nouns)
    fuller = (_fuller(act, noun) for noun in nouns if noun not in act.label)
    whole = (tidy(mention.doing.said) for mention in ranked(act))
    found = (text for text in (*fuller, *whole) if text != act.label and is_sound(text))
    return next(found, act.label)


def _fuller(act: Act, noun: str) -> str:
    """A label with what it is about, or with the noun that names the doing: "military talks"."""
    heard = (singular(word) for word in re.findall(r"[\w-]+", noun.lower()))
    if not (act.shared and any(word in shared_nouns() for word in heard)):
        return tidy(f"{act.label} about {noun}")
    row, alone = tables()["shared"][act.family], re.split(r" (?:with|between) ", noun)[0]
    return tidy(str(row["with"]).format(alone))


def _with_others(act: Act, known: Callable[[str], str | None]) -> str:
    """The label of a shared doing without the side that it is shared with."""
    side = re.search(r" (?:with|between) (?P<who>[^,]+)$", act.label) if act.shared else None
    return act.label[: side.start()] if side and known(side["who"]) else act.label


def is_sayable(act: Act) -> bool:
    """Whether an act can be said as something that one may do; what cannot is left out.

    >>> from detente.reading.drafting.doing import Doing
    >>> from detente.reading.drafting.register import Register
    >>> said = Doing("thing", True, ("ministry",), noun="what two ministries")
    >>> is_sayable(Register().literal("sudmark", said, "q1").act)
    False
    """
    if act.label:
        return not act.label.startswith((_ON, _ABOUT, "be ")) and not act.label.endswith(_AS_ASKED)
    if act.family == THING and all(_is_bare_verb(m.doing.noun) for m in act.mentions):
        return False
    if act.head in words("circumstance", "body"):  # "his hand on the tap"
        return False
    if act.head in words("circumstance", "nouns") and act.family in (EXIST, THING):
        return False
    said = label(act)
    return not said.startswith((_ON, _ABOUT, "be ")) and not said.endswith(_AS_ASKED)


def _is_bare_verb(noun: str) -> bool:
    """Whether a noun is one bare word that may be a verb: "act", "feed"; no doing that is told."""
    known = words("mass", "nouns") | words("count", "nouns") | {*tables()["nouns"]}
    return noun.isalpha() and noun.islower() and noun in page.listed("verb") and noun not in known


def label(act: Act) -> str:
    """A short verb phrase for an act, positive as the option is.

    Where none of its mentions gives a sound one, its noun stands as it is said.
    """
    mentions = ranked(act)
    phrases = [tidy(text) for mention in mentions for text in wordings(act, mention)]
    told = [text for text in phrases if not text.endswith(_AS_ASKED)]
    whole = [tidy(text) for mention in mentions for text in _in_its_words(act, mention)]
    phrases = [*told, *whole, *phrases]
    return next((text for text in phrases if is_sound(text)), "") or _nominal(act, mentions)


def _in_its_words(act: Act, mention: Mention) -> Iterator[str]:
    """The verb phrase as the text has it, where its verb is for what the act is."""
    doing, group = mention.doing, tables()["groups"].get(act.family)
    own = doing.verb in group["yes"].split() if group else doing.family == act.family
    if act.shared or act.family in (EXIST, THING) or not own:
        return
    if doing.said and not _NONE.search(doing.said):
        yield doing.said


def ended(act: Act) -> str:
    """What it is to end a standing act, in the words of whoever asks for that; or nothing.

    >>> from detente.reading.drafting.register import Register
    >>> from detente.reading.drafting.phrases import doings
    >>> ended(Register().literal("sudmark", doings("withdraw its patrol boats")[0], "q1").act)
    'withdraw its patrol boats'
    """
    if act.label.startswith("keep hold of "):
        return act.label.replace("keep hold of", "give up", 1)
    against = _words_against(act.family)
    for mention in ranked(act):
        doing = mention.doing
        moved = doing.link or doing.verb in words("away", "alone")
        if not doing.sign and doing.verb in against and doing.noun and not moved:
            text = tidy(f"{spoken(doing.verb)} {doing.noun}")
            if is_sound(text):
                return text
    return ""


def _words_against(family: str) -> frozenset[str]:
    """The verbs that end what a family of verbs brings about."""
    group = tables()["groups"].get(family)
    return frozenset(group["no"].split()) if group else frozenset()


def tidy(text: str) -> str:
    """One line, in the third person, without quotation marks.

    >>> tidy('keep  "our own" boats '), tidy("recall its envoy on Sept 27")
    ('keep the boats', 'recall its envoy')
    """
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"[\"“”„«»]|(?<!\w)['‘]|['’](?!\w)(?! \w)|(?<!s)['’](?!\w)", "", text)
    text = _FIRST_PERSON.sub("the", text)
    text = text if _SAYS_THAT.match(text) else _POINTING.sub("the", text)
    text = _CAPITAL.sub(_lowered, text).replace(" - - ", "-no-")  # "no-work-no-pay"
    text = _WHEN.sub("", text)  # "close the gate in protest", "recall its envoy on Sept 27"
    return text.strip(" ,.;:-")


_MONTHS = "Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec"
_WHEN = re.compile(rf"(?<=\w\w) (?:in protest|(?:on|since) (?:{_MONTHS})[a-z]*\.? \d{{1,2}})$")
_CAPITAL = re.compile(
    r"^(?P<verb>[a-z]+ )(?P<word>An?|The|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve"
    r"|Eighteen|Twenty|[A-Z][a-z]+(?:s|men|ed|eld))(?= [a-z]|$)"
)


def _lowered(found: re.Match[str]) -> str:
    """A word without the capital that the start of a sentence gave it.

    >>> tidy("let Fishermen use the crane"), tidy("keep Talks"), tidy("leave Vessas")
    ('let fishermen use the crane', 'keep talks', 'leave Vessas')
    >>> tidy("persecute Serbs in the north")
    'persecute Serbs in the north'
    """
    low = found["word"].lower()
    common = page.is_word(re.sub("men$", "man", low)) and not is_day(low.removesuffix("s"))
    common = common and not any(form == (found["word"],) for form, _ in beginning(found["word"]))
    article = found["word"] in ("A", "An", "The")
    people = any(form == (found["word"],) for form, _ in beginning(found["word"]))
    return found["verb"] + (low if (common and not people) or article else found["word"])


def ranked(act: Act) -> list[Mention]:
    """The mentions of an act, the one that words it best first."""
    return sorted(act.mentions, key=lambda mention: _clumsiness(act, mention))


def _clumsiness(act: Act, mention: Mention) -> tuple[int, int, bool]:
    doing, noun = mention.doing, mention.doing.noun.lower()
    faults = 8 * (not noun) + 8 * (noun in words("small", "pronouns")) + 4 * (not noun.isascii())
    heard = re.findall(r"[\w-]+", noun)
    done = tables()["nominal"].get(doing.theme[0]) if doing.theme else None
    faults += 3 * (done is not None and done == doing.verb)  # "deliver a delivery"
    faults += 3 * (act.shared and not any(singular(w) in shared_nouns() for w in heard))
    faults += len(doing.theme) == 1 and _is_named_fuller(act, doing.theme[0])
    faults += 2 * (doing.family != act.family) + (not doing.sign and act.family != EXIST)
    faults += 2 * (doing.theme[:1] != () and doing.theme[0] in words("pressure", "pointing"))
    placed = any(mention.doing.tail for mention in act.mentions)  # "troops on the isle"
    faults += (
        act.family == EXIST and act.head in words("forces", "nouns") and placed > bool(doing.tail)
    )
    bare = bool(noun) and bool(BARE.match(noun))
    faults += act.family == "free" and noun.startswith(("its ", "their "))  # whose they are
    return faults + bare + 2 * (len(noun.split()) > _LONG), len(noun), not doing.tail


def _is_named_fuller(act: Act, head: str) -> bool:
    """Whether another mention tells more of it in few words: "the boats", "patrol boats"."""
    fuller = (m.doing for m in act.mentions if m.doing.theme[:1] == (head,))
    return any(len(d.theme) > 1 and len(d.noun.split()) <= _LONG for d in fuller)


def _nominal(act: Act, mentions: list[Mention]) -> str:
    """The act's noun as it is said, where no verb fits it."""
    said = (tidy(mention.doing.noun) for mention in mentions)
    noun = next((n for n in said if n and n.lower() not in words("small", "pronouns")), "")
    noun = noun or tidy(spoken(act.family)) or "this"
    opening = _ON if act.now else _ABOUT
    if len(noun) > LONGEST:
        noun = noun[:LONGEST].rsplit(" ", 1)[0]
    return f"{opening}{noun}"
