"""A brief as one self-contained page: no script, no outside address, everything escaped."""

from __future__ import annotations

import sys
from base64 import b64encode
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files
from math import hypot
from pathlib import Path as FilePath

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader
from jinja2.bccache import Bucket
from markupsafe import Markup

from detente import __version__
from detente.showing.blocks import Brief
from detente.showing.figures.drawing import Path
from detente.showing.words.tongue import tongue

_HEAD = 6.0  # the length of an arrow's head


def render(brief: Brief) -> str:
    r"""The page of a brief.

    Its policy allows its own style, by digest, and nothing else: no script, no font, no image, no
    address but anchors of the page itself.

    Examples
    --------
    >>> page = render(Brief("Ferry <line>", (), (), ()))
    >>> "<h1 dir=\"auto\">Ferry &lt;line&gt;</h1>" in page, "default-src &#39;none&#39;" in page
    (True, True)
    """
    return made("brief.html", brief=brief, say=tongue(brief.language).say)


def made(template: str, **values: object) -> str:
    """A page of ours from a template, with our style and the policy that allows it alone."""
    style = _style()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    page = (
        _environment()
        .get_template(template)
        .render(
            **values,
            policy=policy,
            style=Markup(style),  # noqa: S704 - our own file
            generator=f"detente {__version__}",
        )
    )
    return page.encode("utf-8", "replace").decode()


@cache
def _style() -> str:
    return (files("detente.showing") / "templates" / "brief.css").read_text(encoding="utf-8")


class _Compiled(FileSystemBytecodeCache):
    """Templates compiled once, beside them as Python keeps its modules; nowhere if that is shut."""

    @classmethod
    def beside_the_templates(cls) -> _Compiled | None:
        folder = files("detente.showing") / "templates" / "__pycache__"
        if sys.dont_write_bytecode or not isinstance(folder, FilePath):
            return None
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
        return cls(str(folder)) if folder.is_dir() else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("detente.showing"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_Compiled.beside_the_templates(),
    )
    environment.filters["sort_of"] = lambda value: type(value).__name__
    environment.filters["arrow_head"] = _arrow_head
    return environment


def _arrow_head(path: Path) -> str:
    """The triangle at the end of a line."""
    (x1, y1), (x2, y2) = path.points[-2:]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    back = (x2 - _HEAD * ux, y2 - _HEAD * uy)
    side = (-uy * _HEAD / 2, ux * _HEAD / 2)
    corners = (
        (x2, y2),
        (back[0] + side[0], back[1] + side[1]),
        (back[0] - side[0], back[1] - side[1]),
    )
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "z"
