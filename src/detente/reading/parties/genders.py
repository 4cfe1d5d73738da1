"""Whether a person is a man or a woman, where a title or an office says so."""

from __future__ import annotations

from detente.reading.parties.cast import Entry
from detente.reading.wording import words

_HE = words("he him his himself")
_SHE = words("she her hers herself")
_OF_MEN = words(
    "mr sir lord king prince duke baron señor senor monsieur don emir sultan sheikh imam father "
    "brother rabbi spokesman businessman clergyman fisherman shah"
)
_OF_WOMEN = words(
    "mrs ms miss madam madame dame lady queen princess duchess baroness señora senora dona doña "
    "sister abbess spokeswoman chairwoman businesswoman congresswoman councilwoman mayoress "
    "headmistress clergywoman headwoman alderwoman stateswoman assemblywoman"
)


def is_other(pronoun: str, person: Entry) -> bool:
    """Whether a pronoun in small letters cannot be a person's: "he" of "Mrs Berg".

    Examples
    --------
    >>> berg = Entry("ana_berg", "Ana Berg", "person", 0, surfaces={"Mrs Berg": "person"})
    >>> is_other("he", berg), is_other("she", berg), is_other("its", berg)
    (True, False, False)
    """
    others = _OF_WOMEN if pronoun in _HE else _OF_MEN if pronoun in _SHE else None
    return others is not None and not others.isdisjoint(_told(person))


def _told(person: Entry) -> set[str]:
    """The titles and offices that stand beside a person's name, and what begins it."""
    titles = {name.split()[0].casefold().rstrip(".") for name in (person.name, *person.surfaces)}
    return titles | {office.lower_ for office in person.offices}
