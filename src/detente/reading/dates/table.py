"""The table of date phrases: how English names a time, and what each way of naming it means."""

from __future__ import annotations

from detente.reading.dates.days import (
    day_of,
    day_of_month,
    day_of_that_month,
    day_of_that_year,
    day_of_year,
    end_of_that_year,
    feast_day,
    full_date,
    new_year,
    nth_of_month,
    span_of_dates,
    span_of_days,
)
from detente.reading.dates.fixed import (
    PARTS,
    century_of,
    decade_of,
    month_and_year,
    part_of_year,
    span_of_months,
    span_of_years,
)
from detente.reading.dates.meanings import (
    Meaning,
    at_previous,
    counted_month,
    counted_season,
    counted_unit,
    from_today,
    hours_after,
    hours_away,
    month_of,
    month_of_year,
    moved,
    next_season,
    overnight,
    same_unit,
    season_of,
    seasons_ago,
    that_month,
    time_after,
    time_ago,
    weekday_near,
    weekday_of,
    weekend_near,
)
from detente.reading.periods import MONTHS, NUMBERS, ORDINALS, SEASONS, WEEKDAYS, season

_STOP = r"(?:(?:(?<=\b[A-Z][a-z]{2})|(?<=\bSept))(?<!May)\.)?"  # of a month cut short: "Oct. 7"
_MONTH = (
    "(?P<month>" + "|".join(sorted((m.capitalize() for m in MONTHS), key=len)[::-1]) + r")\b"
) + _STOP
_FIRST_MONTH = _MONTH.replace("month", "first_month")
_WEEKDAY = "(?P<weekday>" + "|".join(w.capitalize() for w in WEEKDAYS) + ")"
_SEASON = "(?P<season>" + "|".join(SEASONS) + ")"
_NUMBER = r"(?P<number>\d{1,3}|(?:a )?couple of|" + "|".join(sorted(NUMBERS, key=len)[::-1]) + ")"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_NTH = "(?P<nth>" + "|".join(sorted(ORDINALS, key=len)[::-1]) + ")"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_UNIT = "(?P<unit>hour|day|night|week|fortnight|month|year|decade)s?"
_ORDINAL = r"(?P<century>1\d|2[01]|nine|twent|eighteen|nineteen|twenty-fir)(?:th|st|ieth)"
_TENS = "(?P<tens>twen|thir|for|fif|six|seven|eigh|nine)ties"
_NO_YEAR = (
    "people|tonnes|tons|troops|soldiers|men|women|workers|members|dollars|euros|pounds|crowns|km|"
    "kilometres|kilometers|metres|miles|hectares|ships|boats|jobs|homes|families|barrels|votes|"
    "megawatts|feet|refugees|prisoners|staff|residents|civilians|teachers|dockers|lorries|trucks"
)
_COUNTED = {"ago": time_ago, "later": moved(1), "afterwards": moved(1), "afterward": moved(1),
            "after": time_after, "earlier": moved(-1), "before": moved(-1)}  # fmt: skip
_ON = rf"(?:(?:on )?{_WEEKDAY},? )?"
_NAMES = "|".join(m.capitalize() for m in MONTHS)
_WHICH = "(?P<which>last|past|this|next|coming)"
_BY_MONTH = (
    r"(?:(?<=\b[Ii]n )|(?<=\b[Oo]f )|(?<=since )|(?<=Since )|(?<=until )|(?<=by )|(?<=from )"
    r"|(?<=during )|(?<=before )|(?<=after )|(?<=late )|(?<=early )|(?<=mid-)|(?<=to )"
    r"|(?<=[Tt]he )|(?<=\b[Aa] )|(?<=as )|(?<=in early )|(?<=’s )|(?<='s )|(?<=and ))"
)
TABLE: tuple[tuple[str, Meaning], ...] = (
    (r"\b(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b", lambda match, _: match["iso"]),
    (rf"\b{_ON}(?:the )?{_DAY}(?: of)? {_MONTH},? {_YEAR}\b", full_date),
    (rf"\b{_ON}{_MONTH} {_DAY},? {_YEAR}\b", full_date),
    (rf"\b{_ON}(?:the )?{_DAY}(?: of)? {_MONTH}(?![\w-])", day_of_year),
    (rf"\b{_ON}{_MONTH} {_DAY}(?![\w%]|[.,:]\d)", day_of_year),
    ((r"\b(?:the )?(?P<first>[0-3]?\d)(?:st|nd|rd|th)?(?: and | to | or |[-–])"
     rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}\b"), span_of_days),
    ((rf"\b(?:the )?(?P<first>[0-3]?\d) {_FIRST_MONTH}(?: and | to | until |[-–])"
     rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}\b"), span_of_dates),
    (rf"\b{_MONTH},?(?: of)? {_YEAR}\b", month_and_year),
    ((r"(?i)\b(?:on|by|since|until|from) the (?P<day>[0-3]?\d)(?:st|nd|rd|th)"
     r"(?! (?:of |century|floor|round|day|week|month|year|anniversary|time))\b"), day_of_month),
    (rf"(?i)\b(?:the )?{_NTH} (?:day )?of {_MONTH}(?:,? {_YEAR})?", nth_of_month),
    ((r"(?i)\b(?:on|by|since|until|from) the (?P<day>[0-3]?\d)(?:st|nd|rd|th)"
     r" of (?:that|the same) month"), day_of_that_month),
    (rf"\bNew Year['’]s(?: (?P<eve>Eve|Day)(?:,? {_YEAR})?)?", new_year),
    ((r"(?<!very )(?<!ach )(?<!for )\b(?P<feast>Christmas Eve|Christmas(?: Day)?|Boxing Day"
     r"|Good Friday|Palm Sunday|Whitsun|Easter(?: (?:Sunday|Monday))?|Pentecost|Ascension Day"
     r"|Epiphany|All Saints['’] Day|Labour Day|Midsummer(?:['’]s Day)?|Ash Wednesday"
     r"|St Patrick['’]s Day|Halloween)\b"
     r"(?! (?:break|holiday|present|card|tree))"), feast_day),
    (r"(?i)\b(?:overnight|in the small hours)\b(?! on| of|,? (?:to|from|into) )", overnight),
    (rf"\b(?:from|between) (?P<first>{_NAMES}) (?:to|and|until) {_MONTH} {_YEAR}\b",
     span_of_months),
    (rf"\b{_ON}(?:the )?{_DAY}(?: of)? {_MONTH},? (?:of )?(?P<which>last|this|next) year\b",
     day_of),
    (rf"\b{_ON}{_MONTH} {_DAY},? (?:of )?(?P<which>last|this|next) year\b", day_of),
    (rf"(?i)\b(?:the )?{_SEASON} (?:of )?(?P<which>last|this|next) year\b", season_of),
    (rf"(?i)\b{_NUMBER} {_SEASON}s ago\b", seasons_ago),
    (rf"\b{_MONTH},? (?:of )?(?P<which>last|this|next) year\b", month_of),
    (rf"\b(?:[Tt]hat|[Tt]he same) {_MONTH}", that_month),
    (rf"\b{_ON}(?:the )?{_DAY} {_MONTH} (?:of )?(?:that|the same) year\b", day_of_that_year),
    (rf"\b{_ON}{_MONTH} {_DAY} (?:of )?(?:that|the same) year\b", day_of_that_year),
    (rf"\b{_MONTH} (?:of )?(?:that|the same) year\b", that_month),
    (r"(?i)\bthe (?P<which>first|last) day of (?:that|the same) year\b", end_of_that_year),
    (rf"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]his coming) {_MONTH}", counted_month),
    (rf"(?=Ma){_BY_MONTH}(?P<month>May|March)\b(?! \d)", month_of_year),
    (rf"\b(?!(?:May|March|Mar)\b){_MONTH}(?! \d)", month_of_year),
    ((r"(?i)\b(?:between|from) (?P<year>1[5-9]\d\d|20\d\d) (?:and|to|until|till) "
     r"(?P<last>1[5-9]\d\d|20\d\d)\b"), span_of_years),
    (rf"(?<![\d.,$€£-]){_YEAR}[-–](?P<last>(?:1[5-9]|20)?\d\d)\b", span_of_years),
    ((rf"(?i)\b(?:the )?(?:(?P<part>early|mid|late|(?:first|second|latter) half of)[ -])?(?:the )?"
     rf"{_YEAR}s\b"), decade_of),
    (rf"(?i)\b(?:the )?(?:(?P<part>early|mid|late)[ -])?(?:the )?(?:nineteen[- ])?{_TENS}\b",
     decade_of),
    ((rf"(?i)\b(?:(?P<part>first|second|latter|last|early|mid|late)(?:(?: half| part)? of)?["
     " -])?(?:the )?"
     rf"{_ORDINAL}[ -]century\b"), century_of),
    (rf"(?i)\b(?P<part>{'|'.join(PARTS)}) of {_YEAR}\b", part_of_year),
    (rf"(?i)\b(?:the )?{_SEASON} (?:of )?{_YEAR}\b",
     lambda match, _: season(match["season"], int(match["year"]))),
    (r"(?i)\b(?P<which>last|this|that|the same) " + _SEASON + r"\b", counted_season),
    ((r"\b(?:the|mid|late|early|over|(?<=\b[Ii]n)|(?<=\b[Ss]ince))[ -]"
     r"(?P<which>)?(?P<season>spring|summer|autumn|winter)\b"), counted_season),
    ((rf"(?i)(?=[12]\d\d\d)(?<![\w.,$€£/-])(?:(?<=\bin )|(?<=since )|(?<=by )|(?<=until )"
     rf"|(?<=from )|(?<=during )|(?<=before )|(?<=after )|(?<=of )|(?<=the )|(?<=\ba )|(?<=\ban )"
     rf"|(?<=s )|(?<=late )|(?<=early )|(?<=mid-)|(?<=and )|(?<=its )|(?<=whose )|(?<=their )"
     rf"|(?<=back to )|(?<=\())"
     rf"{_YEAR}(?![\d%°]|[.,]\d|-(?!\w*(?:year|brokered|era))|[ -](?:{_NO_YEAR})\b|\w)"),
     lambda match, _: match["year"]),
    (r"(?i)\b(?:the )?day before yesterday\b", from_today(-2)),
    (r"(?i)\b(?:yesterday|last night)\b", from_today(-1)),
    (r"(?i)\b(?:(?:earlier|later) )?(?:today|tonight|this (?:morning|afternoon|evening))\b",
     from_today(0)),
    (r"(?i)\btomorrow\b", from_today(1)),
    (r"(?i)\b(?P<which>last |this |next |the |at )weekend\b", weekend_near),
    (rf"\b(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his coming) )?{_WEEKDAY}\b", weekday_near),
    ((rf"\b{_WEEKDAY}(?: morning| afternoon| evening| night)?,? (?:of )?(?P<which>last|this|next)"
     r" week\b"), weekday_of),
    ((rf"(?i)\b(?:(?:earlier|later|late|early) )?{_WHICH} (?P<unit>week|month|year)\b"
     r"(?!['’]s? \d)"),
     counted_unit),
    (rf"(?i)\b{_NUMBER} {_UNIT} (?P<from>(?:{'|'.join(_COUNTED)})\b(?<!before)|before(?=[.,;]))",
     lambda match, known: _COUNTED[match["from"].lower()](match, known)),
    (r"(?i)\bthe (?P<unit>day|night|week|month|year) after\b", time_after),
    (r"(?i)\b(?:hours|minutes|moments|shortly) after\b", hours_after),
    ((r"(?i)\b(?:within (?:hours|minutes|the (?:hour|day)|a day)|(?:hours|minutes|moments) later"
     r"|(?:an|one|two|three|four|five|six) hours? later)\b(?! of)"), hours_away),
    (r"(?i)\b(?:within|inside) (?:a|the) (?P<unit>week|month|year)\b", moved(0)),
    (rf"(?i)\b(?:the|on the) (?:next|following) {_SEASON}\b", next_season),
    (rf"(?i)\b(?:the|on the) (?:next|following) {_UNIT}\b", moved(1)),
    (r"(?i)\b(?:the|on the) (?:next|following) (?P<unit>morning|afternoon|evening)\b", moved(1)),
    (r"(?i)\b(?P<unit>day) (?:after that|thereafter)\b", moved(1)),
    (rf"(?i)\bthe (?:previous|preceding) {_UNIT}\b", moved(-1)),
    (r"(?i)\bthe (?P<unit>day|night|week|month|year) (?:before|earlier)\b", moved(-1)),
    ((r"(?i)\b(?:the same|that(?: same| very)?) "
     r"(?P<unit>day|evening|night|afternoon|morning|week|month|year)\b"), same_unit),
    (r"(?i)\b(?:ever )?since then\b", at_previous),
)  # fmt: skip
