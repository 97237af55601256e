import pytest

from ccore_api.text import figures, sentences, summary, words

TEXT = """Coffee grows in the tropics. Coffee needs rain, and coffee needs shade.
The weather was nice. Farmers who grow coffee in the shade lose less water to the sun.

Tea is another matter."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("1234 -- 5.6", []),
        ("Don't stop; l’été n'est-ce pas", ["don't", "stop", "l’été", "n'est-ce", "pas"]),
        ("Größe ΑΒΓ 東京", ["größe", "αβγ", "東京"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("No end", ["No end"]),
        ("One. Two!\nThree?", ["One.", "Two!", "Three?"]),
        ("A title\n\nA line\nthat goes on.", ["A title", "A line that goes on."]),
        ("Version 1.2 is out... 42. Yes.", ["Version 1.2 is out...", "Yes."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_figures() -> None:
    found = figures(TEXT, frequent=2)
    assert (found.words, found.sentences, found.distinct_words) == (33, 5, 24)
    assert found.frequent == [("coffee", 4), ("needs", 2)]
    assert found.seconds_to_read == 9
    assert figures("").frequent == []


def test_summary_says_what_the_text_is_about_in_its_order() -> None:
    assert summary(TEXT, 1) == ["Coffee needs rain, and coffee needs shade."]
    chosen = summary(TEXT, 3)
    assert chosen == [sentence for sentence in sentences(TEXT) if sentence in chosen]
    assert "The weather was nice." not in summary(TEXT, 2)


def test_summary_does_not_say_the_same_twice() -> None:
    text = "Coffee is coffee. Coffee is coffee. Tea leaves dry slowly. Tea leaves."
    assert len(set(summary(text, 2))) == 2


@pytest.mark.parametrize("text", ["", "...", "a of the"])
def test_summary_of_next_to_nothing(text: str) -> None:
    assert summary(text) == sentences(text)
