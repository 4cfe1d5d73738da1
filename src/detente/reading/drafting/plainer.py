"""Turns of phrase put plainly before they are parsed: what they mean as a doing stays."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import rtoml

from detente.reading.drafting.lexicon import words


def plainer(text: str) -> str:
    """A phrase without its turns, as ``turns.toml`` has them.

    >>> plainer("had no intention of paying twice"), plainer("lend its name, still less its hall")
    ('stop paying twice', 'lend its name')
    >>> plainer("have no quarrel with the road"), plainer("we have no objection")
    ('accept the road', 'we drop its objections')
    >>> plainer("repeat an offer to line the canal"), plainer("accept an offer to line the canal")
    ('line the canal', 'accept an offer to line the canal')
    >>> plainer("the guns must fall silent"), plainer("gunmen loyal to Ann Berg leave the town")
    ('the guns stop', 'gunmen leave the town')
    >>> plainer("the toll was back at its old rate"), plainer("the drivers were back at work")
    ('the toll is brought back to its old rate', 'the drivers were back at work')
    >>> plainer("lorries on the bridge, because its factories lie there")
    'lorries on the bridge'
    >>> plainer("sit down with our neighbours"), plainer("sit down with the rebels")
    ('hold talks', 'sit down with the rebels')
    >>> plainer("the normalization of ties remains out of reach"), plainer("stay at home")
    ('the normalization of ties', 'refuse to hold talks')
    >>> plainer("leaving its bills unpaid"), plainer("leave the posts unmanned")
    ('not pay its bills', 'not man the posts')
    >>> plainer("the last soldier has left"), plainer("hint at trade measures")
    ('the soldiers has left', 'take trade measures')
    >>> plainer("puts in writing that rents will not rise"), plainer("commits itself to a treaty")
    ('guarantee that rents will not rise', 'agree to a treaty')
    >>> plainer("build a post a few metres from the line"), plainer("keep ten metres from it")
    ('build a post', 'keep ten metres from it')
    >>> plainer("calls off the strike for the length of the talks")
    'calls off the strike'
    >>> plainer("accept some form of joint rule"), plainer("the raids in the north come to an end")
    ('accept joint rule', 'end the raids in the north')
    >>> plainer("a gun is held to our head"), plainer("a gun is held by the guard")
    ('', 'a gun is held by the guard')
    """
    for turn, plain in _turns():
        text = turn.sub(plain, text)
    return text


@cache
def _turns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The turns and what stands for each, the words in braces put in."""
    table = rtoml.loads((files(__package__) / "turns.toml").read_text("utf-8"))
    named = {"currency": "|".join(sorted(words("money", "currencies")))}
    for name, alternatives in table["words"].items():
        named[name] = _filled(alternatives, named)
    return tuple((re.compile(_filled(turn, named)), plain) for turn, plain in table["turns"])


def _filled(pattern: str, named: dict[str, str]) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda found: named[found[1]], pattern)
