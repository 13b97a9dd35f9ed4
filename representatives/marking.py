"""Sentences are written where they belong, in English, and translated where they are shown."""


def N_(sentence: str) -> str:
    """Mark a sentence for translation."""
    return sentence
