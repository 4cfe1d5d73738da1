from __future__ import annotations

from itertools import pairwise

import pytest

from detente.reading import dates, periods

PUBLISHED = "2025-05-14"  # a Wednesday
PHRASES = (  # (text, the values of its date phrases)
    ("on 3 May 2011", ["2011-05-03"]),
    ("on May 3, 2011", ["2011-05-03"]),
    ("on Sunday, May 4, talks began", ["2025-05-04"]),
    ("the 3rd of May, 2011", ["2011-05-03"]),
    ("in November 2003", ["2003-11"]),
    ("The peace of 2018 held. Seven years after the two embraced", ["2018", "2018"]),
    ("between March and June 2019", ["2019-03/2019-06"]),
    ("between 28 August and 5 September 1945", ["1945-08-28/1945-09-05"]),
    ("since New Year's Eve 2020", ["2020-12-31"]),
    ("between 1998 and 2003", ["1998/2003"]),
    ("from 2014 to 2018", ["2014/2018"]),
    ("the war of 1914-18", ["1914/1918"]),
    ("since 2014", ["2014"]),
    ("under the 2015 accord", ["2015"]),
    ("on the strength of an 1871 survey", ["1871"]),
    ("in the latter half of the 20th century", ["1951/2000"]),
    ("in the early 1990s", ["1990/1993"]),
    ("in the mid-nineties", ["1994/1996"]),
    ("since the late 1980s", ["1987/1989"]),
    ("the nineteenth century", ["1801/1900"]),
    ("in the second half of 2021", ["2021-07/2021-12"]),
    ("in the summer of 1994", ["1994-06/1994-08"]),
    ("this winter", ["2024-12/2025-02"]),
    ("last summer", ["2024-06/2024-08"]),
    ("on Tuesday", ["2025-05-13"]),
    ("on Wednesday", ["2025-05-14"]),
    ("on Thursday", ["2025-05-08"]),
    ("next Tuesday", ["2025-05-20"]),
    ("They will vote on Friday", ["2025-05-16"]),
    ("said on Friday it would", ["2025-05-09"]),
    ("yesterday", ["2025-05-13"]),
    ("earlier this month", ["2025-05"]),
    ("last month", ["2025-04"]),
    ("last week", ["2025-05-05/2025-05-11"]),
    ("on Monday last week", ["2025-05-05"]),
    ("over the weekend", ["2025-05-10/2025-05-11"]),
    ("last year", ["2024"]),
    ("two weeks ago", ["2025-04-30"]),
    ("three months ago", ["2025-02"]),
    ("twenty years ago", ["2005"]),
    ("in March", ["2025-03"]),
    ("in September", ["2024-09"]),
    ("last March", ["2025-03"]),
    ("in March of last year", ["2024-03"]),
    ("on 2 July", ["2025-07-02"]),
    ("on 2 August", ["2024-08-02"]),
    ("by 30 June", ["2025-06-30"]),
    ("On 3 May 2011 they struck. A month later they paid.", ["2011-05-03", "2011-06"]),
    ("On 3 May 2011 they struck. Eleven days later they paid.", ["2011-05-03", "2011-05-14"]),
    ("In December 2023 they voted. Eleven days later they met.", ["2023-12", "2023-12"]),
    ("It fell on 3 May 2011, the day before the vote.", ["2011-05-03", "2011-05-02"]),
    ("It fell in 1994. That August they left.", ["1994", "1994-08"]),
    ("In 2019 it began: in August one left.", ["2019", "2019-08"]),
)
NO_PHRASES = (
    "It may march again.", "They sold 2000 tonnes.", "Some 1,945 people left.",
    "It cost 1995 dollars.", "about 2000 soldiers", "Article 2021", "for the second time",
    "Flight 2014B", "May's offer", "1,500 homes", "for six decades", "$2015",
)  # fmt: skip
NEEDS_THE_ISSUE = ("on Tuesday", "last week", "yesterday", "in March", "two weeks ago", "on 2 July")


@pytest.mark.parametrize(("text", "values"), PHRASES)
def test_phrases_have_the_value_that_the_words_give(text, values):
    assert [phrase.value for phrase in dates.find(text, PUBLISHED)] == values


@pytest.mark.parametrize("text", NO_PHRASES)
def test_other_numbers_and_words_are_no_dates(text):
    assert dates.find(text, PUBLISHED) == ()


@pytest.mark.parametrize("text", NEEDS_THE_ISSUE)
def test_relative_phrases_stay_open_without_a_publication_date(text):
    assert [phrase.value for phrase in dates.find(text)] == [None]


@pytest.mark.parametrize(("text", "published", "values"), dates.EXAMPLES)
def test_examples(text, published, values):
    assert tuple(phrase.value for phrase in dates.find(text, published)) == values


@pytest.mark.parametrize("text", dates.COUNTER_EXAMPLES)
def test_counter_examples(text):
    assert dates.find(text, PUBLISHED) == ()


def test_phrases_do_not_overlap_and_stand_in_order():
    text = (
        "From March to June 2019, and again on Sunday, May 4, 2020, in the early 1990s and in 1945."
    )
    found = dates.find(text, PUBLISHED)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_days_that_do_not_exist_are_no_days():
    assert periods.day((2023, 2, 29)) is None
    assert [d.value for d in dates.find("on 31 February 2023")] == ["2023-02"]


def test_the_full_stop_after_a_month_is_none_of_it_but_of_a_short_form():
    text = "It granted a licence in September. It was revoked on Oct. 7 and again in May."
    found = [text[one.start : one.end] for one in dates.find(text, PUBLISHED)]
    assert [words.removeprefix("on ") for words in found] == ["September", "Oct. 7", "May"]
