"""What the scripts share that fit weights on the open articles, and the choice among parties."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPTS = ("fitting", "must")


@pytest.fixture
def scripts(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "corpus"))
    for name in SCRIPTS:
        sys.modules.pop(name, None)
    import fitting
    import must

    yield fitting, must
    for name in SCRIPTS:
        del sys.modules[name]


def test_articles_that_are_kept_for_checking_are_left_out(scripts):
    fitting, _ = scripts
    articles = [fitting.Article(name, "p", ()) for name in ("p376", "p377", "p388", "p389")]
    _, part, others = fitting.kept(articles)
    assert [each.name for each in part] == ["p377", "p388"]
    assert [each.name for each in others] == ["p376", "p389"]


def test_each_group_is_tried_on_what_is_fitted_on_all_others(scripts):
    fitting, _ = scripts
    names = ["a1", "a2", "p019", "p020", "s001", "s040"]
    articles = [fitting.Article(name, fitting.group_of(name, 20), ()) for name in names]
    parts = {group: [each.name for each in part] for group, part, _ in fitting.left_out(articles)}
    assert parts == {"a": ["a1", "a2"], "p0": ["p019"], "p1": ["p020"], "s": ["s001", "s040"]}
    for _, part, others in fitting.left_out(articles):
        assert sorted(each.name for each in (*part, *others)) == names


def test_a_finding_says_as_much_as_it_counts(scripts):
    fitting, _ = scripts
    dated = [fitting.Found(frozenset({"dated"}), is_right=True, counts=much) for much in (3, 0)]
    wrong = [fitting.Found(frozenset({"dated"}), is_right=False, counts=much) for much in (1, 3)]

    def weight(*found):
        return fitting.regressed([fitting.Article("a1", "a", found)], 1, 1e-6, 1.0)["dated"]

    assert weight(dated[0], wrong[0]) == pytest.approx(1.0986, abs=1e-3)  # three to one
    assert weight(dated[0], wrong[1]) == pytest.approx(0, abs=1e-3)
    assert weight(*dated, wrong[0]) == pytest.approx(weight(dated[0], wrong[0]))


def test_a_mark_on_few_findings_says_nothing(scripts):
    fitting, _ = scripts
    found = (fitting.Found(frozenset({"dated"}), is_right=True),) * 3
    assert [*fitting.regressed([fitting.Article("a1", "a", found)], 4, 1.0, 1.0)] == [fitting.BASE]


def test_who_is_chosen_tells_what_speaks_for_a_party(scripts):
    fitting, must = scripts
    told = {"norland": {"does_it": 1.0, "named": 1.0}, "sudmark": {"person": 1.0, "named": 1.0}}
    choice = must.Choice(told, frozenset({"norland"}))
    weights = must.fitted([fitting.Article("a1", "a", (choice,) * 20)])
    assert weights["does_it"] > 0 > weights["person"]
    assert weights["named"] == pytest.approx(0)  # of both
    assert weights.keys() == must.standing().keys()
    assert must.is_right(choice, weights)
    assert not must.is_right(choice, {"person": 1.0})


def test_a_choice_of_one_or_of_none_that_is_right_says_nothing(scripts):
    fitting, must = scripts
    alone = must.Choice({"norland": {"does_it": 1.0}}, frozenset({"norland"}))
    nobody = must.Choice({"norland": {"does_it": 1.0}, "sudmark": {}}, frozenset())
    weights = must.fitted([fitting.Article("a1", "a", (alone, nobody))])
    assert set(weights.values()) == {0.0}


TEXT = (
    "Sudmark urged Norland to talk to Arkenia. Arkenia seized two trawlers. "
    "Norland refuses to talk until the trawlers are handed back."
)


def party(name):
    return {"id": name[:3], "name": name, "aliases": [], "speaks_for": None}


def test_what_was_weighed_is_held_against_the_annotation(scripts, tmp_path):
    _, must = scripts
    (tmp_path / "a01.txt").write_text(TEXT, "utf-8")
    start = TEXT.index("Norland refuses")
    condition = {"quote": "the trawlers are handed back", "by": ["Ark"], "need": "holds"}
    statement = {"start": start, "end": len(TEXT), "holder": "Nor", "condition": condition}
    gold = {
        "id": "a01",
        "text_file": "a01.txt",
        "published": None,
        "parties": [party("Norland"), party("Sudmark"), party("Arkenia")],
        "objects": [],
        "statements": [statement],
    }
    article = must.read(tmp_path / "a01.json", gold)
    (choice,) = article.found
    assert (choice.right, set(choice.parties)) == ({"arkenia"}, {"arkenia", "sudmark"})
    assert (
        choice.parties["arkenia"]["acts_on_it"]
        > 0
        == choice.parties["sudmark"].get("acts_on_it", 0)
    )
    statement["holder"] = "Sud"  # whose condition it is not is not asked
    assert must.read(tmp_path / "a01.json", gold).found == ()


def test_what_more_or_less_can_be_said_of_counts_by_how_much(scripts):
    fitting, _ = scripts
    found = [
        fitting.Found(frozenset({"dated"}), many > 2, amounts={"times": float(many)})
        for many in range(6)
    ]
    weights = fitting.regressed([fitting.Article("a1", "a", tuple(found))], 1, 0.1, 0.1)
    told = [fitting.weight(one, weights) for one in found]
    assert told == sorted(told)
    assert told[0] < 0 < told[-1]


def test_a_mark_may_have_a_penalty_of_its_own(scripts):
    fitting, _ = scripts
    found = tuple(fitting.Found(frozenset({"dated", "word a"}), is_right=True) for _ in range(9))
    found += tuple(fitting.Found(frozenset(), is_right=False) for _ in range(9))
    own = {"dated": 1.0, "word a": 50.0}
    weights = fitting.regressed([fitting.Article("a1", "a", found)], 1, own.__getitem__, 1.0)
    assert weights["dated"] > weights["word a"] > 0


def test_the_best_of_each_article_are_held_against_the_annotation(scripts, capsys):
    fitting, _ = scripts
    found = [
        fitting.Found(frozenset({mark}), mark == "dated") for mark in ("dated", "short", "out")
    ]
    articles = [fitting.Article(name, name, tuple(found), 1) for name in ("a1", "p377")]
    fitting.weigh(articles, lambda _: {"base": 0.0, "dated": 2.0, "short": 1.0}, 2, but="out")
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert rows.count(["0.4", "0.500", "1.000"]) == 2


def test_what_is_fitted_takes_the_place_of_what_stood_under_the_heading(scripts, tmp_path):
    fitting, _ = scripts
    table = tmp_path / "table.toml"
    table.write_text("enough = 1\n[weights]\nold = 2\n", "utf-8")
    weights = {"base": -1.0, "slight": 0.01, "dated": 0.5, "short": -0.5}
    fitting.written(table, "[weights]", fitting.rows(weights))
    told = "enough = 1\n[weights]\nbase = -1.00\ndated = 0.50\nshort = -0.50\n"
    assert table.read_text("utf-8") == told
