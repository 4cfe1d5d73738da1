"""The articles of nouns in labels: those that a headline leaves out, and those of what is known."""

from __future__ import annotations

import re

from detente.reading.drafting.lexicon import common, words
from detente.reading.drafting.things import with_article
from detente.reading.parties.names import nouns

BARE = re.compile(r"(?!(?:the|a|an|its|their|his|her|such|what|both|all)\b)", re.IGNORECASE)
LINKED = re.compile(r" (?:of|on|in|for|to|at|with|from|under|over|about|against|by) ")
OWNED = re.compile(
    r"(?:(?:\S+ ){0,4}\S+['’]s?|this|that|these|no|any|every|each|some|more|another|[\d.,]+"
    r"|our|my) ",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:one|two|three|four|five|six|[$€£¥]\S+|\w+ing|(?:\S+ ){3,}\S+$)\b", re.IGNORECASE
)
_SHORT = 2  # words of a noun that is somebody


def known(noun: str) -> str:
    """A noun of what is there: "a lawsuit", "date" → the lawsuit, the date.

    >>> known("a lawsuit"), known("its claim")
    ('the lawsuit', 'its claim')
    """
    return re.sub(r"^an? ", "the ", articled(noun))


def articled(noun: str) -> str:
    """A noun with the article that a headline leaves out: "promise given" → a promise.

    >>> articled("envoy"), articled("promise"), articled("the promise"), articled("armed men")
    ('an envoy', 'a promise', 'the promise', 'armed men')
    """
    last = noun.lower().split(" ")[-1]
    people = last in nouns("roles") | nouns("people") | nouns("crowds") and not last.endswith("s")
    people = people and common(last) not in words("forces", "nouns")  # "use force"
    people = people and len(noun.split()) <= _SHORT  # "envoy", not "only one rowing team"
    one = last in words("count", "nouns") | words("goods", "nouns")
    alone = (people or one) and not LINKED.search(noun)
    if not alone or not BARE.match(noun) or OWNED.match(noun) or _COUNTED.match(noun):
        return noun
    return re.sub(r"^an other\b", "another", with_article(noun))
