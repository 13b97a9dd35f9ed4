"""Sentences that are written where they belong and translated where they are shown."""


def N_(sentence: str) -> str:
    """Mark a sentence for translation."""
    return sentence
