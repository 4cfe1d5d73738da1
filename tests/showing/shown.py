"""Disputes to show: the examples, published cases, hostile and long-named ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from detente.dispute import evidence as ev
from detente.dispute import model
from detente.dispute.formula import parse
from detente.showing.brief import brief, findings

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/dispute.yaml"))
CASES = [*EXAMPLES, *sorted((ROOT / "tests" / "cases").glob("*.yaml"))]


def made(dispute, **more):
    return brief(dispute, findings(dispute), **more)


def said_everywhere(text, *, word=None):
    """A stuck dispute in which every text that a file can hold is that one."""
    word = word or text
    article = f"{text}\n\nIt is said that {text} is so.\n\n{text} {text}\n"
    start = article.index("It is said")

    def quote(name, kind="demand", **more):
        end = start + len("It is said that ") + len(text)
        return ev.Evidence(
            name, "d1", article[start:end], start, end, kind, ("a",), text, ("b",), text,
            date=text, **more,
        )  # fmt: skip

    because = (word, "q2")
    document = ev.Document(
        "d1", text, article, text, text, text, headline_language=text, published=text,
        headline=(0, len(text)), noise=((len(article) - len(text) - 1, len(article) - 1),),
    )  # fmt: skip

    def option(party, name, **more):
        return model.Option(party, name, text, because=because, **more)

    def party(name, wants, options, **more):
        return model.Party(
            name, text, "state", "principal", aliases=(text,), because=because, options=options,
            wants=wants, **more,
        )  # fmt: skip

    return model.Dispute(
        title=text,
        parties=(
            party(
                "a",
                (
                    model.Want(parse("a.go only if b.pay"), because, note=text),
                    model.AnyOrder(
                        (
                            model.Want(parse("b.pay and not b.arm"), assumed=True),
                            model.Want(parse("not (a.go or b.arm) if b.pay"), because),
                        )
                    ),
                ),
                (option("a", "go"),),
            ),
            party(
                "b",
                (model.Want(parse("b.pay only if a.go"), because), model.Want(parse("a.go"))),
                (option("b", "pay"), option("b", "arm", status_quo=True)),
            ),
            model.Party("c", text, None, "mediator", speaks_for="a", because=because),
        ),
        resolution=model.Resolution(parse("a.go and b.pay"), because),
        look_first=(text,),
        infeasible=(model.Infeasible(parse("a.go and b.pay and b.arm"), because),),
        evidence=(quote(word), quote("q2", "precondition"), quote("q3", "event")),
        documents=(document, replace(document, id="d2", text="", sha256="0" * 64)),
        events=(
            ev.Event("halt", text, ("a",), ("b",), text, because),
            ev.Event("other", "", ("a",), ("b",), "1945/2000", because),
        ),
        relations=(ev.Relation("claims", "a", text, text, because),),
        objects=(ev.Object(text, "territory", because),),
        changes=(ev.Change("a", word, "q2", "hardened"),),
        ways_out=(ev.WayOut(text, "a", because),),
        left_out=(model.LeftOut(text, text, because),),
    )
