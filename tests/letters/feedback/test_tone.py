"""Hints on tone: found where they help, silent on every ordinary letter, never more than a hint."""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.feedback.tone import ONE_PAGE_WORDS, Hint, hints, one_page_words
from letters.outputs import pdf
from letters.typography import word_count
from tests.support import MEMBER, OWN_WORDS, SENATOR, a_letter, campaigns, offered

GOLDEN = Path(__file__).parents[1] / "golden"
FOUND = {
    "en": {
        "capitals": (
            "You MUST ACT before the summer.",
            "THIS IS WRONG AND YOU KNOW IT",
            "I will NEVER accept this, it is ALWAYS the same and NOBODY answers.",
        ),
        "exclamations": ("Act now!!", "Please! Listen! It matters!", "Now！Now！Now！"),
        "insult": (
            "Only an idiot would believe that.",
            "You cowards have done nothing.",
            "You’re just a bunch of liars.",
            "politicians are all crooks",
            "Shame on you.",
            "You are a disgrace",
            "You corrupt pig.",
        ),
        "threat": (
            "Do something, or else.",
            "Answer me or else you will see.",
            "You will regret your silence.",
            "You’ll pay for this.",
            "I know where you live.",
            "You have been warned",
            "I will find you.",
            "We’ll make you pay",
            "You will get what’s coming.",
        ),
        "people": (
            "The Chinese are cruel.",
            "All Chinese people always lie.",
            "Chinese people are all the same.",
            "the Russians want war",
        ),
        "subjects": (
            "On another subject, the potholes in my street are deep.",
            "While I have your attention, my taxes are too high.",
            "On a completely different note, I need a passport.",
        ),
    },
    "fr": {
        "capitals": (
            "Vous DEVEZ AGIR avant l’été.",
            "C’EST HONTEUX ET VOUS LE SAVEZ",
            "JAMAIS je n’accepterai, c’est TOUJOURS pareil et PERSONNE ne répond.",
        ),
        "exclamations": ("Agissez maintenant !!", "S’il vous plaît ! Écoutez ! C’est important !"),
        "insult": (
            "Il faut être idiot pour le croire.",
            "Vous êtes tous des menteurs.",
            "Vous êtes lâches.",
            "Bande de traîtres",
            "Honte à vous.",
            "Sale porc !",
        ),
        "threat": (
            "Répondez, sinon…",
            "Vous le regretterez.",
            "Vous allez me le payer",
            "Je sais où vous habitez.",
            "On vous retrouvera.",
        ),
        "people": (
            "Les Chinois sont cruels.",
            "Tous les Chinois mentent.",
            "Les Russes veulent la guerre.",
        ),
        "subjects": (
            "Sur un autre sujet, ma rue est pleine de trous.",
            "Pendant que j’y suis, mes impôts sont trop élevés.",
            "Dans un tout autre ordre d’idées, il me faut un passeport.",
        ),
    },
}
ORDINARY = {
    "en": (
        "I was shut up in a camp for two years. The guards called me a traitor and a liar.",
        "I felt like a coward, and stupid, because I had said nothing for so long.",
        "My father was told that he would regret it; he was told to sign or else go back to his cell.",
        "The Chinese are victims too, and the Chinese people are not to blame.",
        "The Chinese government denies it. Many Chinese lawyers are in prison for saying so.",
        "The Chinese are being lied to, I think, and the Tibetans are losing their language.",
        "The UN, the OHCHR and UNESCO have spoken; so have the BBC, IPAC and the RCMP.",
        "Bill C-219, S.C. 2022, c. 18 and H.R. 1503 are law or may be. Louis XVIII is not.",
        "ZHANG Zhan was a journalist. My riding is in Ontario ON, and I like NASA.",
        "Please act! I would be grateful.",
        "I also work at a hospital, and on another ward a patient waited for a kidney.",
        "You will be sorry to hear that my aunt died. Another issue of the magazine said so.",
        "If you or your staff are busy, no one else can do it. What else can I do?",
        "They kept pigs at the farm, and a dirty dog. I hope that you will find your way.",
        "It would be useless to deny it. The committee’s silence is a disgrace to no one but me.",
    ),
    "fr": (
        "On l’a enfermé pendant deux ans. Les gardiens l’appelaient traître et menteur.",
        "J’ai eu l’impression d’être lâche et stupide, car je n’avais rien dit. Je ne lâche pas.",
        "Il travaillait à la ferme. On lui a dit de signer, sinon il retournerait en cellule.",
        "Les Chinois sont aussi victimes, et les Chinois ne savent pas tout.",
        "Le gouvernement chinois nie ces faits. Des avocats chinois sont en prison pour l’avoir dit.",
        "L’ONU, le HCDH, l’OCDE et l’UNESCO en ont parlé ; la GRC et la BBC aussi.",
        "Les organes sont vendus. Vous êtes la personne qui peut poser la question.",
        "Je vous prie d’agir ! Je vous en serais reconnaissante.",
        "Par ailleurs, je suis infirmière ; un autre dossier m’a appris combien un rein est attendu.",
        "Il vaudrait mieux vous payer un billet. L’autre sujet du film était le Tibet.",
    ),
}


def ids(found: tuple[Hint, ...]) -> list[str]:
    return [hint.id for hint in found]


@pytest.mark.parametrize(
    ("language", "id", "text"),
    [
        (language, id, text)
        for language, each in FOUND.items()
        for id, texts in each.items()
        for text in texts
    ],
)
def test_what_puts_a_reader_off_is_hinted_at_alone(language: str, id: str, text: str) -> None:
    found = hints(f"I live in Hamilton.\n\n{text}\n\nThank you.", language)
    assert ids(found) == [id]
    assert found[0].found


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in ORDINARY.items() for text in texts]
)
def test_an_honest_sentence_gives_no_hint(language: str, text: str) -> None:
    assert hints(text, language) == ()


@pytest.mark.parametrize("path", sorted(GOLDEN.iterdir()), ids=lambda path: path.stem)
def test_a_golden_letter_gives_no_hint(path: Path) -> None:
    language = path.name.split(".")[-3]
    whole = path.read_text("utf-8")
    greeting = re.search("^(Dear|Bonjour|Honorable) ", whole, re.MULTILINE)
    assert greeting
    text = whole[
        greeting.start() :
    ]  # as Letter.text: an address ends in capitals where the post office wants it
    assert ids(hints(text, language)) in ([], ["length"]), "a golden letter asks for three things"


@pytest.mark.parametrize("to", [MEMBER, SENATOR])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("slug", campaigns())
def test_no_campaign_letter_gives_a_hint(slug: str, language: str, to: str) -> None:
    own_words = " ".join(OWN_WORDS.split()[:60]) + "."
    requests = [request.id for request in campaigns()[slug].words["ca", language].requests]
    for number in (1, 2):
        for chosen in permutations(requests, number):
            letter = a_letter(to, slug, language=language, requests=chosen, own_words=own_words)
            assert hints(letter.text, language) == (), chosen


def test_no_campaign_text_gives_a_hint_but_its_length() -> None:
    for slug, campaign in campaigns().items():
        for (_, language), words in campaign.words.items():
            summary = re.sub("<[^>]+>", " ", words.summary)
            prompts = getattr(words, "prompts", ())
            for text in (summary, *map(str, prompts), *(request.meaning for request in words.requests)):
                assert set(ids(hints(text, language))) <= {"length"}, slug


def test_hints_are_in_a_fixed_order_and_each_once() -> None:
    text = (
        "You cowards!! On another note, YOU WILL PAY. You will regret it. You idiots. The Chinese are bad. "
    )
    found = hints(text + "word " * 400, "en")
    assert ids(found) == ["capitals", "exclamations", "insult", "threat", "people", "subjects", "length"]
    assert found[2].found == ("You cowards", "idiots")


def test_what_was_found_is_shown_as_it_was_typed_and_not_without_end() -> None:
    shouted = hints("PLEASE READ EVERY SINGLE WORD OF THIS LETTER. " * 3 + "DO IT, NOW PLEASE.", "en")
    assert shouted[0].found == ("PLEASE READ EVERY SINGLE WORD", "NOW PLEASE")
    many = hints(". ".join(f"WORD{'A' * number} OTHER" for number in range(20)), "en")
    assert len(many[0].found) == 5


def test_another_languages_words_are_not_looked_for() -> None:
    assert hints("Vous êtes tous des menteurs.", "en") == ()
    assert ids(hints("YOU LIARS!!", "de")) == ["capitals", "exclamations"]


def test_scripts_without_capitals_do_not_shout() -> None:
    assert hints("我写信给您谈强制劳动的问题。 أكتب إليكم عن العمل القسري. मैं आपको लिख रहा हूँ।", "en") == ()


@given(st.text(max_size=300), st.sampled_from(["en", "fr", "de"]))
def test_any_text_is_looked_at(text: str, language: str) -> None:
    for hint in hints(text, language):
        assert hint.sentence


@pytest.mark.parametrize(
    "text", ["x" * 20_000, "you " * 5000, "YOU " * 5000, "vous êtes " * 2000, "!" * 20_000]
)
def test_the_longest_text_is_looked_at_at_once(text: str) -> None:
    hints(text, "en")
    hints(text, "fr")


def test_a_sentence_asks_and_does_not_forbid() -> None:
    every = hints(
        "YOU COWARDS!! You will regret it. The Chinese are bad. On another note, " + "a " * 400, "en"
    )
    assert len(every) == 7
    for hint in every:
        assert not re.search(r"\b(?:must|cannot|not allowed|forbidden|refused)\b", hint.sentence)


def test_a_letter_longer_than_a_page_is_hinted_at() -> None:
    for language, most in ONE_PAGE_WORDS.items():
        assert ids(hints("word " * most, language)) == []
        assert ids(hints("word " * (most + 1), language)) == ["length"]
    assert one_page_words("cy") == one_page_words("en")


def pages(content: bytes, tmp_path: Path) -> int:
    if shutil.which("pdfinfo") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("pdfinfo (poppler-utils) is not installed")
    (tmp_path / "letter.pdf").write_bytes(content)
    done = subprocess.run(["pdfinfo", tmp_path / "letter.pdf"], check=True, capture_output=True, text=True)
    return int(re.findall(r"Pages:\s+(\d+)", done.stdout)[0])


@pytest.mark.parametrize("paper", ["us-letter", "a4"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_said_to_fit_on_one_page_does(language: str, paper: str, tmp_path: Path) -> None:
    """In nine paragraphs of the words of letters; half as much again does not fit."""
    words = [
        word
        for slug in campaigns()
        for request in offered(MEMBER, slug, language)
        for word in " ".join(a_letter(slug=slug, language=language, requests=(request,)).paragraphs).split()
    ]

    def letter(number: int, start: int) -> bytes:
        made = replace(
            a_letter(language=language, address=("Apt 12", "1 Main St W", "Hamilton ON")), paper=paper
        )
        body = [word for word in (words * 2)[start:] if word[0].isalnum()][
            : number - word_count(made.salutation)
        ]
        size = len(body) // 9 + 1
        paragraphs = tuple(" ".join(body[place : place + size]) for place in range(0, len(body), size))
        letter = replace(made, paragraphs=paragraphs)
        assert word_count(letter.text) == number
        return pdf.render([letter])

    fits = one_page_words(language)
    assert [pages(letter(fits, start), tmp_path) for start in (0, 100, 200)] == [1, 1, 1]
    assert pages(letter(fits * 3 // 2, 0), tmp_path) == 2
