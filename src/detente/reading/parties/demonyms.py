"""What the people of a land are called, where no table says so."""

from __future__ import annotations


def demonyms(name: str) -> tuple[str, ...]:
    """What the people of a state may be called, by its name's ending.

    >>> "Arkenian" in demonyms("Arkenia"), "Quessan" in demonyms("Quessa")
    (True, True)
    """
    return tuple(
        name.removesuffix(ending) + people for ending, people in _ENDINGS if name.endswith(ending)
    )


_ENDINGS = (  # of a state's name, and what its people are called
    ("ia", "ian"),
    ("a", "an"),
    ("e", "ean"),
    ("o", "oan"),
    ("y", "ian"),
    ("i", "ian"),
    ("", "ian"),
    ("", "ese"),
    ("", "i"),
)


def regular(name: str) -> tuple[str, ...]:
    """What the people of a state of one word are called by rule, if it has such a name.

    >>> regular("Arkenia"), regular("New Arkenia")
    (('Arkenian',), ())
    """
    return demonyms(name)[:1] if " " not in name else ()


def plural(surface: str) -> str:
    """Several of a people.

    >>> plural("Arkenian"), plural("Maltese"), plural("Irishman"), plural("German")
    ('Arkenians', 'Maltese', 'Irishmen', 'Germans')
    """
    if surface.endswith(("ese", "sh", "ch", "s")):
        return surface
    return (
        f"{surface[:-3]}men" if surface.endswith("man") and surface != "German" else f"{surface}s"
    )
