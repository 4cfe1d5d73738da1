"""How a notebook shows a value: asked of whoever makes pages, when it is shown and not before."""

from __future__ import annotations

import importlib

_MAKER = "detente.showing.renderers.notebook"


class Shown:
    """A value that a notebook shows as HTML.

    This layer knows no page; the maker's name is looked up when a notebook asks.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        made: str = importlib.import_module(_MAKER).html(self)
        return made
