"""Answers: JSON on standard output alone, its keys, and the exit codes."""

import json
import random

import pytest

import sizes
import strategies
from detente.analysis.concepts import CONCEPTS

VERBS = ("check", "analyse", "explain", "paths", "unlock", "robust")
KEYS = {  # of the answers, beside format and version
    "check": "faults warnings",
    "analyse": "title options parties states status_quo engine concepts",
    "explain": "state settled stuck verdicts diagnosis joint_improvements heads_to refusals commitments coalitions",
    "paths": "from to improvements steps moves",
    "unlock": "to concept unlockings least_cost least_count alone proven_least lower_bound examined ways_out",
    "robust": "models exact sampled seed findings assumptions groups overturned_by",
}
SMALL = """
detente: 1
title: Small
parties:
  a: {options: {x: }, wants: [b.z, not a.x]}
  b: {options: {z: }, wants: [b.z only if a.x, a.x]}
"""


@pytest.mark.parametrize("verb", VERBS)
def test_json_stands_alone_on_standard_output(cli, ferry, verb):
    done = cli(verb, ferry, "--json")
    assert done.code == 0, done.err
    assert [key for key in KEYS[verb].split() if key not in done.json] == []


@pytest.mark.parametrize("verb", VERBS)
def test_a_file_or_its_folder(cli, ferry, verb):
    of_folder, of_file = cli(verb, ferry, "--json"), cli(verb, ferry / "dispute.yaml", "--json")
    assert of_folder.out == of_file.out


@pytest.mark.parametrize("verb", VERBS)
def test_the_same_bytes_twice(cli, ferry, verb):
    assert cli(verb, ferry).out == cli(verb, ferry).out


@pytest.mark.parametrize("verb", VERBS)
def test_for_people_it_is_text(cli, ferry, verb):
    done = cli(verb, ferry)
    assert done.code == 0
    assert done.out.strip()
    assert "\x1b" not in done.out, "no colours where nobody sees them"
    assert max(len(line) for line in done.out.splitlines()) <= 100


@pytest.mark.parametrize("arguments", ["", "--version", "--help", "check --help", "report -h"])
def test_help_and_version(cli, arguments):
    done = cli(*arguments.split())
    assert (done.code, done.err) == (0, "") if arguments else done.code in (0, 2)
    assert "detente" in done.out + done.err


@pytest.mark.parametrize(
    "arguments",
    [
        "chekc ferry",
        "check",
        "check ferry --jsno",
        "explain ferry --concept nahs",
        "unlock ferry --most many",
        "read",
        "draft strait.txt",
        "draft strait.txt -o out.case --into ferry",
        "draft strait.txt --into nowhere.case",
        "draft strait.txt --into ferry --force",
        "report ferry --format odt",
    ],
)
@pytest.mark.usefixtures("ferry")
def test_wrong_usage(cli, arguments):
    done = cli(*arguments.split())
    assert (done.code, done.out) == (2, "")
    assert "Usage: " in done.err
    assert "Error: " in done.err


# Reading ------------------------------------------------------------------------------------------


def test_what_is_read_stands_where_it_is_said_to(cli, strait):
    answer = cli("read", "strait.txt", "--json").json
    text = answer["documents"][0]["text"]
    assert text == strait.read_text("utf-8")
    listed = [key for key in answer if key not in ("documents", "parties", "changes", "warnings")]
    pieces = [piece for key in listed if isinstance(answer[key], list) for piece in answer[key]]
    pieces += [piece["condition"] for piece in pieces if piece.get("condition")]
    assert len(pieces) > 10
    for piece in pieces:
        assert text[piece["start"] : piece["end"]] == piece["quote"]
    noise = [span for document in answer["documents"] for span in document["noise"]]
    assert all(end <= p["start"] or p["end"] <= start for start, end in noise for p in pieces)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_that_are_known_read_alike(cli, strait, encoding):
    text = strait.read_text("utf-8")
    strait.write_bytes(text.encode(encoding))
    assert cli("read", "strait.txt", "--json").json["documents"][0]["text"] == text


def test_standard_input_reads_as_a_file_does(cli, strait):
    of_file = cli("read", "strait.txt", "--json").json
    of_stream = cli("read", "-", "--json", stdin=strait.read_bytes()).json
    assert of_stream["statements"] == of_file["statements"]
    assert of_stream["documents"][0]["source"] == "standard input"


@pytest.mark.usefixtures("strait")
def test_the_date_of_publication_dates_what_is_said(cli):
    answer = cli("read", "strait.txt", "--published", "2031-03-04", "--json").json
    assert answer["documents"][0]["published"] == "2031-03-04"


# Analysis -----------------------------------------------------------------------------------------


def test_states_and_equilibria(cli, here):
    (here / "small.yaml").write_text(SMALL)
    answer = cli("analyse", "small.yaml", "--json").json
    assert answer["options"] == ["a.x", "b.z"]
    assert (answer["states"], answer["status_quo"]) == (4, "NN")
    assert list(answer["concepts"]) == ["nash", "gmr", "smr", "seq", "sseq"]
    nash = answer["concepts"]["nash"]
    assert (nash["equilibria"], nash["count"]) == (["NN"], 1)
    assert nash["status_quo_is_equilibrium"] is True
    assert "stable" not in nash


@pytest.mark.usefixtures("ferry")
def test_which_concepts_and_which_states(cli):
    answer = cli(
        *["analyse", "ferry", "--concepts", "seq,nash", "--stable", "--limit", "1", "--json"]
    ).json
    assert list(answer["concepts"]) == ["seq", "nash"]
    whole = cli(*["analyse", "ferry", "--concepts", "seq", "--json"]).json["concepts"]["seq"]
    found = answer["concepts"]["seq"]
    assert sorted(found["stable"]) == ["norland", "sudmark"]
    assert found["count"] == whole["count"] == len(whole["equilibria"])
    assert found["equilibria"] == whole["equilibria"][:1]


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ("explain ferry YY", "YY"),
        ("explain ferry XXXX", "XXXX"),
        ("analyse ferry --concepts nash,sqe", "sqe"),
        ("unlock ferry --to norland.reopne", "norland.reopne"),
        ("unlock ferry --to norland.reopen,", "','"),
        ("paths ferry --from YYYYY", "YYYYY"),
    ],
)
@pytest.mark.usefixtures("ferry")
def test_names_of_nothing_are_faults_of_the_input(cli, arguments, what):
    done = cli(*arguments.split())
    assert (done.code, done.out) == (1, "")
    assert what in done.err
    assert len(done.faults) == 1


def test_without_a_resolution_nothing_can_unlock(cli, here):
    (here / "small.yaml").write_text(SMALL)
    done = cli("unlock", "small.yaml")
    assert (done.code, done.out) == (1, "")
    assert done.err == "no resolution: add one to the file, or give --to\n"
    told = cli("unlock", "small.yaml", "--to", "a.x and b.z", "--json").json
    assert told["to"] == "a.x and b.z"
    assert told["proven_least"] is True


def test_nothing_that_unlocks_is_an_answer(cli, here):
    (here / "barred.yaml").write_text(SMALL.replace("{z: }", "{z: {can: never}}"))
    done = cli("unlock", "barred.yaml", "--to", "b.z", "--json")
    assert done.code == 0
    assert done.json["unlockings"] == []
    assert done.json["least_cost"] is None
    assert done.json["proven_least"] is True


def test_check_tells_faults_and_warnings_apart(cli, here):
    (here / "small.yaml").write_text(SMALL)
    done = cli("check", "small.yaml", "--json")
    assert done.code == 0
    assert done.json["faults"] == []
    assert [warning["what"] for warning in done.json["warnings"]] == ["no resolution"]
    (here / "small.yaml").write_text(SMALL.replace("[b.z,", "[b.w,"))
    done = cli("check", "small.yaml", "--json")
    assert done.code == 1
    [fault] = json.loads(done.out)["faults"]
    assert (fault["file"], fault["line"]) == ("small.yaml", 5)
    assert set(fault) == {"file", "line", "column", "what", "instead"}


# Two versions -------------------------------------------------------------------------------------

PATCH = """
patch: 1
title: C helps
parties:
  c: {options: {help: {can: start}}, wants: [c.help]}
  b: {wants: {replace: {1: b.z}}}
"""


def test_what_if(cli, here):
    (here / "small.yaml").write_text(SMALL + "resolution: b.z\n")
    (here / "patch.yaml").write_text(PATCH)
    answer = cli("whatif", "small.yaml", "--patch", "patch.yaml", "--json").json
    assert answer["patch"] == "C helps"
    assert [(row["what"], row["id"]) for row in answer["changed"]] == [
        ("party", "c"), ("option", "c.help"), ("want", "b/1"), ("want", "c/1"),
    ]  # fmt: skip
    findings = {row["finding"]: row for row in answer["findings"] if "concept" not in row}
    assert (findings["standing"]["before"], findings["standing"]["after"]) == ("stuck", "moving")
    assert findings["heads_to"]["after"]
    told = cli("whatif", "small.yaml", "--patch", "patch.yaml")
    assert told.code == 0
    assert "If: C helps" in told.out


def test_what_if_tells_the_faults_of_the_patch(cli, here):
    (here / "small.yaml").write_text(SMALL)
    (here / "patch.yaml").write_text(
        "patch: 1\nparties:\n  b: {wants: {last: [a.y], remove: [7]}}\n"
    )
    done = cli("whatif", "small.yaml", "--patch", "patch.yaml")
    assert (done.code, done.out) == (1, "")
    assert [line.split(" ")[0] for line in done.faults] == ["patch.yaml:3:22:", "patch.yaml:3:37:"]
    done = cli("whatif", "small.yaml", "--patch", "missing.yaml")
    assert (done.code, len(done.faults)) == (1, 1)
    assert cli("whatif", "small.yaml").code == 2


def test_the_difference_of_two_versions(cli, here):
    (here / "one.yaml").write_text(SMALL)
    (here / "two.yaml").write_text(SMALL.replace("not a.x]", "a.x]"))
    answer = cli("diff", "one.yaml", "two.yaml", "--json").json
    (change,) = answer["changed"]
    assert (change["what"], change["id"]) == ("want", "a/2")
    assert (change["before"]["want"], change["after"]["want"]) == ("not a.x", "a.x")
    (standing,) = [row for row in answer["findings"] if row["finding"] == "standing"]
    assert standing == {"finding": "standing", "before": "stuck", "after": "moving"}
    told = cli("diff", "one.yaml", "two.yaml")
    assert "second want" in told.out
    same = cli("diff", "one.yaml", "one.yaml", "--json").json
    assert same["changed"] == []
    assert all(row["before"] == row["after"] for row in same["findings"])


def test_the_faults_of_both_versions_are_told(cli, here):
    (here / "one.yaml").write_text(SMALL.replace("[b.z,", "[b.w,"))
    (here / "two.yaml").write_text(SMALL.replace("title: Small", "titel: Small"))
    done = cli("diff", "one.yaml", "two.yaml")
    assert (done.code, done.out) == (1, "")
    assert {line.split(":")[0] for line in done.faults} == {"one.yaml", "two.yaml"}


def test_ways_out_of_the_coverage_are_tried(cli, here):
    way = "ways_out: [{needs: that a does x, formula: a.x}, {needs: good will}]\n"
    (here / "small.yaml").write_text(SMALL + "resolution: b.z\n" + way)
    tried = cli("unlock", "small.yaml", "--json").json["ways_out"]
    assert [row["verdict"] for row in tried] == ["enough", "not expressible"]
    assert tried[0]["state"] == "YN"
    assert [(row["party"], row["index"]) for row in tried[0]["opposed"]] == [("a", 2)]
    assert "it is enough" in " ".join(cli("unlock", "small.yaml").out.split())
    (here / "small.yaml").write_text(SMALL + way.replace("a.x}", "a.y}"))
    done = cli("check", "small.yaml")
    assert done.code == 1
    assert "there is no option 'a.y'" in done.err


# Honest limits ------------------------------------------------------------------------------------


def test_too_many_options_for_the_engine(cli, here):
    options = ", ".join(f"x{number}: " for number in range(27))
    text = (
        f"{{detente: 1, title: Large, parties: {{a: {{options: {{{options}}}, wants: [a.x1]}}}}}}"
    )
    (here / "large.yaml").write_text(text)
    done = cli("analyse", "large.yaml", "--json", "--engine", "explicit")
    assert (done.code, done.out) == (3, "")
    assert "27 options" in done.err
    assert "26" in done.err


def test_a_state_of_a_large_dispute(cli, here):
    data = sizes.sized(random.Random(4), 4, 24, 3)
    (here / "large.yaml").write_text(strategies.as_yaml(data))
    done = cli("explain", "large.yaml", "--json")
    answer = json.loads(done.out)
    assert (done.code, answer["engine"], answer["diagnosis"]) == (0, "solver", None)
    assert set(answer["verdicts"]["seq"]) == set(data["parties"])
    assert "no diagnosis" in done.err
    asked = cli("analyse", "large.yaml", "--json", "--engine", "symbolic", "--timing")
    found = json.loads(asked.out)
    for name, concept in found["concepts"].items():
        assert concept["status_quo_is_equilibrium"] == answer["stuck"][name]
    assert set(found["seconds"]) == {"preferences", "stability"}


@pytest.mark.parametrize("options", [6, 24])
def test_a_time_limit_leaves_a_states_verdicts(cli, here, options):
    data = sizes.sized(random.Random(4), 3, options, 3)
    (here / "some.yaml").write_text(strategies.as_yaml(data))
    full = cli("explain", "some.yaml", "--json", "--time-limit", "600")
    assert (full.code, set(full.json["stuck"])) == (0, set(CONCEPTS))
    assert (full.json["diagnosis"] is None) == (options > 20)
    done = cli("explain", "some.yaml", "--json", "--time-limit", "0")
    assert (done.code, done.json["diagnosis"], done.json["stuck"]) == (3, None, {})
    assert done.json["undecided"] == {name: ["p0", "p1", "p2"] for name in CONCEPTS}
    assert "--time-limit gives more time" in done.err
    told = cli("explain", "some.yaml", "--time-limit", "0")
    assert (told.code, "not decided" in told.out) == (3, True)


def test_what_takes_too_long_leaves_verdicts_alone(cli, here, monkeypatch):
    def endless(*_, **__):
        while True:
            pass

    monkeypatch.setattr("detente.analysis.explanation.explain", endless)
    (here / "some.yaml").write_text(strategies.as_yaml(sizes.sized(random.Random(4), 2, 4, 3)))
    done = cli("explain", "some.yaml", "--json", "--time-limit", "2")
    assert (done.code, done.json["diagnosis"], set(done.json["stuck"])) == (3, None, set(CONCEPTS))
    assert "undecided" not in done.json
    assert done.err.startswith("verdicts alone were decided")


def test_a_second_engine_agrees(cli, here):
    (here / "small.yaml").write_text(strategies.as_yaml(sizes.sized(random.Random(4), 2, 5, 3)))
    done = cli("analyse", "small.yaml", "--verify")
    assert (done.code, "explicit engine" in done.out) == (0, True)
    assert "the engines explicit and symbolic agree" in done.err


@pytest.mark.usefixtures("ferry")
def test_out_of_time_is_said_beside_the_answer(cli):
    arguments = ["--to", "norland.reopen and not sudmark.patrol", "--time-limit", "0", "--json"]
    done = cli("unlock", "ferry", *arguments)
    assert done.code == 3
    assert "--time-limit" in done.err
    assert done.json["proven_least"] is False


@pytest.mark.usefixtures("ferry")
def test_how_sure_is_said_of_the_ways_out_that_are_shown(cli):
    """With `--only` other ways are shown, and it is they that work in so many models."""
    goal = "norland.reopen and not sudmark.patrol"
    answer = cli("unlock", "ferry", "--to", goal, "--only", "sudmark", "--most", "1", "--json").json
    assert answer["least_cost"]
    told = cli("unlock", "ferry", "--to", goal, "--only", "sudmark", "--most", "1")
    assert " of 16" in told.out
