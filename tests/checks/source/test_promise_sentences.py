"""Sentences of advertisements in many languages are found, and fair ones beside them are not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from polyleaf import languages
from polyleaf.checks.shared.promises import promises

SENTENCES = tomllib.loads(Path(__file__).with_name("promise_sentences.toml").read_text("utf-8"))


@pytest.mark.parametrize("tag", SENTENCES)
def test_an_advertisement_promises(tag: str) -> None:
    language, sentences = languages.find(tag), SENTENCES[tag]["promises"]
    assert len(sentences) >= 5
    assert [one for one in sentences if not promises(one, language)] == []


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_fair_sentence_does_not(tag: str) -> None:
    language, sentences = languages.find(tag), SENTENCES[tag]["fair"]
    assert len(sentences) >= 3
    assert [one for one in sentences if promises(one, language)] == []
