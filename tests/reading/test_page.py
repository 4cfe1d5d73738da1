"""The page: as long as the text, token by token at its offset, for every Unicode text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from detente.dispute.evidence import Document
from detente.reading import form, page, scene, starts, vectors

AWKWARD = st.sampled_from(
    ["“", "”", "’", "\r\n", "\n", "\u00ad", "ﬁ", "🚢", "\u200f", "\u00a0", "—", "…", " ", ". ",
     "Norland", "the talks", "e\u0301", "\u2028", "\x85", "said", "\ufeff", "👩‍🚀", "- ", "!"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(AWKWARD, st.text(max_size=4)), max_size=30).map("".join)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
@example("of\u00adﬁce 🚢 — “No”…\r\nNorland’s")
def test_tokens_stand_at_their_offsets(text):
    plain = page.same_length(text)
    assert len(plain) == len(text)
    doc = page.parse(Document("d1", text=text))
    for token in doc:
        assert plain[token.idx : token.idx + len(token)] == token.text


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_noise_covers_whole_lines_and_spans_quote_the_text(text):
    document = form.formed(Document("d1", text=text))
    for start, end in document.noise:
        assert text[start:end] == text[start:end].strip() != ""
    seen = scene.build(document)
    for sentence in seen.sentences:
        start, end, quote = seen.span(sentence.start_char, sentence.end_char)
        assert text[start:end] == quote


def test_sentences_end_where_lines_end():
    text = "Talks fail\nTESK, May 3 (Newsroom) - Norland left the talks.\n- Item one\n- Item two"
    doc = page.parse(Document("d1", text=text))
    assert [span.text.strip(" -\n") for span in doc.sents if span.text.strip(" -\n")] == [
        "Talks fail",
        "TESK, May 3 (Newsroom)",
        "Norland left the talks.",
        "Item one",
        "Item two",
    ]


def test_no_sentence_ends_with_the_first_word_after_a_dateline():
    text = (
        "HOBART, Oct. 24 - Norland and Sudmark again stood alone on Thursday against a network of "
        "marine reserves."
    )
    *_, told = page.parse(Document("d1", text=text)).sents
    assert told.text.startswith("Norland and Sudmark again")


def test_lines_that_a_margin_broke_go_on():
    text = (
        "Norland will not reopen the ferry line to the islands in the\n"
        "north of the strait until Sudmark has withdrawn its patrols and\n"
        "paid what it owes."
    )
    assert len(list(page.parse(Document("d1", text=text)).sents)) == 1


def test_noise_is_not_read():
    text = "Talks fail\n\n- Advertisement -\n\nNorland left."
    doc = page.parse(form.formed(Document("d1", text=text)))
    assert "Advertisement" not in doc.text
    assert len(doc.text) == len(text)


def test_words_are_forgotten_in_time(monkeypatch):
    said = "Brandwyckia shuns Uvwxyland."
    before = [(token.text, token.lemma_, token.dep_) for token in page.phrase(said)]
    monkeypatch.setattr(page, "_MOST_WORDS", 0)
    after = [(token.text, token.lemma_, token.dep_) for token in page.phrase(said)]
    assert before == after
    page.phrase("It rains.")
    assert "Brandwyckia" not in page.model().vocab.strings


def test_a_sentence_without_end_is_parted():
    doc = page.parse(Document("d1", text="Norland said it would pay the fine and " * 90))
    assert max(map(len, doc.sents)) <= starts._LONGEST + 1
    root = doc[0].sent.root
    assert [token.i for token in root.subtree] == sorted({*(token.i for token in root.subtree)})


def test_vectors_in_parts_are_those_of_the_whole(monkeypatch):
    text = "Norland will not reopen the lock until the ferry line pays its dues. " * 12
    whole = page.model()(text)
    monkeypatch.setattr(vectors, "_LONG", 40)
    parted = vectors.InParts(page.model().get_pipe("tok2vec"))(page.model().make_doc(text))
    assert abs(parted.tensor - whole.tensor).max() < 1e-4  # they may be rounded otherwise


def test_no_sentence_begins_after_a_rank():
    for rank in ("Brig.", "Maj. Gen.", "Lt. Cmdr.", "Capt.", "Insp. Gen.", "Hon."):
        text = f"Talks failed. Army spokesperson {rank} Ana Berg left. Norland wept."
        assert len(list(page.parse(Document("d1", text=text)).sents)) == _THREE


_THREE = 3  # sentences
