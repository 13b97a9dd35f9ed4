"""Letters that the outputs are tried with."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from letters.letter import Letter

SENTENCE = "I am writing to you because this matters to me and to the people on my street. "
LONG_NAME = "Maximiliana Wolfeschlegelsteinhausen-Featherstonehaugh de Roo"
LETTER = Letter(
    recipient_id="ca-commons-1",
    recipient_name="Ann Example",
    email="ann.example@parl.example",
    language="en",
    paper="us-letter",
    envelope="10",
    sender=("Zoë O’Neil", "1 Main Street West", "Hamilton ON  L8S 4L8"),
    day=date(2026, 11, 24),
    date_line="November 24, 2026",
    recipient=("Ann Example, MP", "House of Commons", "Ottawa ON  K1A 0A6"),
    subject="Please speak about this",
    salutation="Dear Ms. Example,",
    paragraphs=(SENTENCE * 3, SENTENCE * 2),
    closing="Yours sincerely,",
    signature="Zoë O’Neil",
)
NAMES = {
    "accents": "Zoë Łukasz Gökçe Nguyễn Thị Ấu",
    "Greek": "Ἀθηνᾶ Παπαδοπούλου",
    "Cyrillic": "Їжакевич Ґалаґан Ёлкин",
    "Chinese": "我们写信给您 繁體",
    "Japanese": "やまだ タロウ",
    "Korean": "김철수",
    "Arabic": "محمد علي",
    "Uyghur": "ئۇيغۇر",
    "Hebrew": "דוד כהן",
    "Inuktitut": "ᐃᓄᒃᑎᑐᑦ",
    "Tibetan": "བཀྲ་ཤིས",
    "Cherokee": "ᏣᎳᎩ",
    "Devanagari": "अमन",
    "Georgian": "ქართული",
    "Armenian": "Հայերեն",
    "Salish": "W̱SÁNEĆ",
}
MARKUP = '#import "x" $x^2$ *a* _b_ [c] \\ \\n `d` <e> @f "g" // h /* i = j'
EIGHT_LINES = tuple(f"Address line {number}, Example Court" for number in range(8))


def of_words(count: int) -> tuple[str, ...]:
    """Paragraphs of seventy words."""
    words = (SENTENCE * count).split()[:count]
    return tuple(" ".join(words[start : start + 70]) for start in range(0, count, 70))


_ANY_TEXT = st.text(st.characters(codec=None), max_size=40)
_ANY_LINES = st.lists(_ANY_TEXT, max_size=4).map(tuple)
ANY_LETTER = st.builds(
    replace,
    st.just(LETTER),
    sender=_ANY_LINES,
    recipient=_ANY_LINES,
    paragraphs=_ANY_LINES,
    date_line=_ANY_TEXT,
    subject=_ANY_TEXT,
    salutation=_ANY_TEXT,
    closing=_ANY_TEXT,
    signature=_ANY_TEXT,
    paper=st.sampled_from(["us-letter", "a4"]),
    envelope=st.sampled_from(["10", "dl", "c5"]),
    language=st.sampled_from(["en", "fr"]),
)
"""Whatever characters somebody may type."""
