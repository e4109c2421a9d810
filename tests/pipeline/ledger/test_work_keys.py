"""Two sources are one work if they share a DOI, a PMID, an ISBN or an address."""

from __future__ import annotations

import pytest

from polyleaf.model.findings import Where
from polyleaf.model.leaflet import Source
from polyleaf.pipeline.ledger.work_keys import keys_of_words, work_keys


def keys(url: str, cite: str = "A title.") -> set[str]:
    return set(work_keys(Source("a", cite, "A", False, url, 2021, "review", Where("x.yaml", 3))))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://doi.org/10.1111/bjd.20672", "http://dx.doi.org/10.1111/BJD.20672"),
        ("https://doi.org/10.1111/bjd.20672", "https://example.org/10.1111/bjd.20672/full"),
        (
            "https://pubmed.ncbi.nlm.nih.gov/31234567/",
            "https://www.ncbi.nlm.nih.gov/pubmed/31234567",
        ),
        (
            "https://www.nhs.uk/conditions/rosacea/",
            "http://nhs.uk/conditions/rosacea?utm_source=a#top",
        ),
    ],
)
def test_addresses_of_one_work_share_a_key(one: str, other: str) -> None:
    assert keys(one) & keys(other)


def test_a_citation_names_its_work_too() -> None:
    assert "doi:10.1002/der2.242" in keys("https://x.org/a", "A title. doi:10.1002/der2.242.")
    assert "pmid:31234567" in keys("https://x.org/a", "A title. PMID: 31234567")
    assert "isbn:9781857753103" in keys("https://x.org/a", "A book. ISBN 978-1-85775-310-3")


def test_home_pages_and_different_pages_are_not_one_work() -> None:
    assert keys("https://www.fda.gov/") == set()
    assert not keys("https://a.org/page?id=1") & keys("https://a.org/page?id=2")


def test_what_somebody_types_is_read() -> None:
    assert keys_of_words(" 10.1111/BJD.20672 ") == ("doi:10.1111/bjd.20672",)
    assert keys_of_words("978-1-85775-310-3") == ("isbn:9781857753103",)
    assert keys_of_words("31234567") == ("pmid:31234567",)
    assert keys_of_words("https://www.nhs.uk/a/") == ("url:nhs.uk/a",)
