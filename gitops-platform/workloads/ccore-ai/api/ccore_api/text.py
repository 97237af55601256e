"""Figures of a text, and the sentences that say the most of it: counting, and no model."""

import re
from collections import Counter
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\n{2,}")

# Words that every English text is full of say nothing about this one.
_COMMON = frozenset(
    "a about after all also an and any are as at be because been but by can could did do does for from had has have he"
    " her his how i if in into is it its more most my no not of on one only or other our out over she so some such than"
    " that the their them then there these they this to up was we were what when where which who will with would you"
    " your".split()
)

WORDS_PER_MINUTE = 230


@dataclass(frozen=True)
class Figures:
    characters: int
    words: int
    sentences: int
    distinct_words: int
    seconds_to_read: int
    frequent: list[tuple[str, int]]


def words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def sentences(text: str) -> list[str]:
    parts = (" ".join(part.split()) for part in _SENTENCE_END.split(text))
    return [part for part in parts if _WORD.search(part)]


def _telling(text: str) -> list[str]:
    return [word for word in words(text) if word not in _COMMON and len(word) > 2]


def figures(text: str, frequent: int = 10) -> Figures:
    every = words(text)
    counted = Counter(_telling(text))
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return Figures(
        characters=len(text),
        words=len(every),
        sentences=len(sentences(text)),
        distinct_words=len(set(every)),
        seconds_to_read=round(len(every) * 60 / WORDS_PER_MINUTE),
        frequent=ranked[:frequent],
    )


def summary(text: str, size: int = 3) -> list[str]:
    """The sentences whose words are the most frequent ones, in the order of the text.

    A sentence counts by the mean of its words, so that a long one has no advantage. What a chosen one has said counts
    less, so that the next one says something new.
    """
    candidates = list(dict.fromkeys(sentences(text)))
    weight = Counter(_telling(text))
    chosen: list[int] = []
    while len(chosen) < min(size, len(candidates)):
        left = [index for index in range(len(candidates)) if index not in chosen]
        best = max(left, key=lambda index: (_mean(candidates[index], weight), -index))
        chosen.append(best)
        for word in set(_telling(candidates[best])):
            weight[word] //= 2
    return [candidates[index] for index in sorted(chosen)]


def _mean(sentence: str, weight: Counter[str]) -> float:
    telling = _telling(sentence)
    return sum(weight[word] for word in telling) / len(telling) if telling else 0.0
