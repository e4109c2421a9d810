"""Addresses and telephone numbers are kept letter by letter, digit by digit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.checks.translation.addresses import check_message as check_addresses
from polyleaf.checks.translation.numeric_mismatch import check_message as check_numbers

from ...strategies import any_text, thorough
from ..messages import reported

PHONES = ("020 7946 0958", "+44 20 7946 0958", "0300 123 1234", "1-800-222-1222", "(020) 7946 0958")


@pytest.mark.parametrize(
    ("source", "target", "tag"),
    [
        ("See www.nhs.uk/rosacea.", "www.nhs.uk/rosacea देखें।", "hi"),
        ("See https://www.nhs.uk/.", "请见www.nhs.uk。", "zh-Hans"),
        ("See www.nhs.uk/x?a=1", "见www.nhs.uk/x?a=1网站", "zh-Hans"),
        ("Write to skin@clinic.example.", "اكتب إلى skin@clinic.example.", "ar"),
        ("Call 020 7946 0958.", "اتصل بـ ٠٢٠ ٧٩٤٦ ٠٩٥٨.", "ar"),
        ("Call 020 7946 0958.", "02079460958 پر کال کریں۔", "ur"),
        ("Call +44 20 7946 0958.", "Звоните +44 20 7946-0958.", "ru"),
        ("Call 01.23.45.67.89", "Appelez le 01 23 45 67 89", "fr"),
        ("On 05-06-2026, 2020-2025", "05/06/2026, 2020–2025", "es"),
        ("e.g. soap.then water", "например, мыло", "ru"),
        ("The nhs.uk server", "Der nhs.uk-Server", "de"),
        ("It is on nhs.uk.", "Nhs.uk sitesindedir.", "tr"),
        ("It starts with 'http://'.", "Es beginnt mit http://", "de"),
        ("A name, e.g. Ann", "Un nome, p.es. Anna", "it"),
        ("Among others Ann", "m.in. Anna", "pl"),
        ("2017-05-31 20:00", "20:00 2017-05-31", "ar"),
        (
            "[Read on](https://a.example/1)",
            "[Lisez](https://b.example/2)",
            "fr",
        ),  # reported as link-lost
    ],
)
def test_an_address_is_kept_in_any_text(source: str, target: str, tag: str) -> None:
    assert reported(check_addresses, source, target, tag) == []
    assert reported(check_numbers, source, target, tag) == []


@pytest.mark.parametrize(
    ("source", "target", "finding"),
    [
        (
            "See www.nhs.uk.",
            "Voir www.nhs.com.",
            "address-changed: the source has www.nhs.uk, the translation has www.nhs.com",
        ),
        (
            "Write to skin@clinic.example",
            "Écrivez à skln@clinic.example",
            "address-changed: the source has skin@clinic.example, "
            "the translation has skln@clinic.example",
        ),
        ("See nhs.uk/1", "Voir le site", "address-changed: the translation lacks nhs.uk/1"),
        (
            "See the site",
            "Voir sante.fr",
            "address-changed: the translation has sante.fr, which is not in the source",
        ),
        (
            "Call 020 7946 0958",
            "Appelez le 020 7946 0985",
            "telephone-changed: the source has 02079460958, the translation has 02079460985",
        ),
        ("Call 0300 123 1234", "Appelez", "telephone-changed: the translation lacks 03001231234"),
    ],
)  # fmt: skip
def test_what_differs_is_reported(source: str, target: str, finding: str) -> None:
    assert reported(check_addresses, source, target, "fr") == [finding]


def test_a_short_number_is_a_number_like_others() -> None:
    assert reported(check_addresses, "Call 112", "Appelez le 112", "fr") == []
    assert reported(check_numbers, "Call 112", "Appelez le 122", "fr") == [
        "number-changed: the source has 112, the translation has 122"
    ]


@thorough
@given(phone=st.sampled_from(PHONES), data=st.data())
def test_a_changed_digit_of_a_telephone_number_is_always_found(
    phone: str, data: st.DataObject
) -> None:
    at = data.draw(st.sampled_from([i for i, c in enumerate(phone) if c.isdigit()]))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda d: d != phone[at]))
    other = phone[:at] + digit + phone[at + 1 :]
    found = [
        *reported(check_addresses, f"Call {phone}.", f"{other} पर।"),
        *reported(check_numbers, f"Call {phone}.", f"{other} पर।"),
    ]
    assert found


@thorough
@given(source=any_text, target=any_text)
def test_every_text_can_be_read(source: str, target: str) -> None:
    for finding in reported(check_addresses, source, target):
        assert finding.startswith(("address-changed: ", "telephone-changed: "))
