"""Blocks for plans: what they hold, and what is said of those that could mislead a patient."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.content.leaflets.doses import dose
from polyleaf.content.yaml import Fault, Scalar
from polyleaf.model.findings import PolyleafError, Where
from polyleaf.model.leaflet import Bullets, Figure, Form, Steps
from polyleaf.model.plans import AskBack, Schedule, Zones
from polyleaf.model.walk import texts

from ...plans import PLANS
from ...strategies import any_text, quick, spoiled, thorough
from .test_parse import LIST, block, changed, faults, parse, survives

GREEN = "{tone: green, name: a, signs: [b], actions: [c]}"
AMBER, RED = GREEN.replace("green", "amber"), GREEN.replace("green", "red")


def medicine(more: str, doses: str = "{morning: 1}") -> str:
    return f"schedule: {{medicines: [{{name: a, doses: {doses}{more}}}]}}"


def written(text: str) -> Scalar:
    made = Scalar(text)
    made.where, made.comment = Where("a.yaml", 1, 1), ""
    return made


def test_a_medicine_has_its_doses_days_and_words() -> None:
    made = block(
        "schedule: {rows: 3, medicines: [{name: Iron, strength: 5 mg, form: tablets, for: Blood,"
        " doses: {bedtime: 1½, noon: 1-2}, days: [sunday, monday]}]}"
    )
    assert isinstance(made, Schedule)
    (iron,) = made.medicines
    assert (iron.doses, iron.days, made.rows) == (("", "1–2", "", "1½"), (0, 6), 3)
    assert (iron.written, made.wide) == ("Iron", True)
    assert [(text.context, text.value) for text in texts(made)] == [
        ("how/medicine", "Iron"),
        ("how/medicine-strength", "5 mg"),
        ("how/medicine-form", "tablets"),
        ("how/medicine-purpose", "Blood"),
    ]
    assert iron.name.comment == "taken: noon 1–2; bedtime 1½; only on sunday, monday"


def test_days_and_doses_may_be_left_to_the_pen() -> None:
    made = block(medicine(", days: by hand", "by hand"))
    assert isinstance(made, Schedule)
    (weekly,) = made.medicines
    assert (weekly.doses_by_hand, weekly.days_by_hand) == (True, True)
    assert (weekly.doses, weekly.days) == (("", "", "", ""), ())
    assert weekly.name.comment == "taken: doses written in by hand"
    made = block(medicine(""))
    assert isinstance(made, Schedule)
    assert not made.medicines[0].doses_by_hand
    assert not made.medicines[0].days_by_hand


def test_all_seven_days_are_every_day() -> None:
    week = "monday, tuesday, wednesday, thursday, friday, saturday, sunday"
    made = block(medicine(f", days: [{week}]"))
    assert isinstance(made, Schedule)
    assert made.medicines[0].days == ()


def test_zones_know_what_the_reader_does_in_each() -> None:
    made = block(f"zones: [{GREEN}, {RED}]")
    assert isinstance(made, Zones)
    assert [zone.tone for zone in made.items] == ["green", "red"]
    assert [text.context for text in texts(made)][:3] == [
        "how/zone-name",
        "how/zone-sign",
        "how/zone-action",
    ]


@pytest.mark.parametrize(
    "plan", [medicine(""), f"zones: [{GREEN}, {RED}]", f"zones: {{items: [{GREEN}, {RED}]}}"]
)
def test_plans_are_safety_texts_unless_the_author_says_no(plan: str) -> None:
    assert all(text.safety for text in texts(block(plan)))
    if plan.endswith("}"):
        no = block(plan[:-1] + ", safety: false}")
        assert not any(text.safety for text in texts(no))


@pytest.mark.parametrize(
    ("questions", "count", "lines"),
    [("true", 0, 3), ("[When?]", 1, 3), ("[When?, Why?]", 2, 2), ("{questions: true}", 0, 3)],
)
def test_questions_have_lines_to_answer_on(questions: str, count: int, lines: int) -> None:
    made = block(f"ask_back: {questions}")
    assert isinstance(made, AskBack)
    assert (len(made.questions), made.lines) == (count, lines)


def test_a_step_may_have_a_picture_with_words() -> None:
    made = block("steps: [a, {text: b, image: i.svg, alt: c}]")
    assert isinstance(made, Steps)
    assert [(step.text.value, step.image is not None) for step in made.items] == [
        ("a", False),
        ("b", True),
    ]
    assert [text.context for text in texts(made)] == ["how/step", "how/step", "how/step-alt"]


def test_what_paper_needs_is_kept() -> None:
    listed = block("list: {items: [a], key: true}")
    form = block("form: {heading: a, columns: [b], own_page: true}")
    figure = block("figure: {image: i.svg, alt: a, caption: b, size: full}")
    assert isinstance(listed, Bullets)
    assert isinstance(form, Form)
    assert isinstance(figure, Figure)
    assert (listed.key, form.own_page, figure.size, figure.wide) == (True, True, "full", True)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        # zones: all of them in order, the last red
        (f"zones: [{GREEN}, {AMBER}]", ["14:87 zones-order"]),
        (f"zones: [{AMBER}, {GREEN}, {RED}]", ["14:87 zones-order"]),
        (f"zones: [{RED}, {RED}]", ["14:83 zones-order"]),
        (f"zones: [{RED}]", ["14:9 length"]),
        (f"zones: [{GREEN.replace('green', 'blue')}, {RED}]", ["14:24 value-unknown"]),
        (f"zones: [{GREEN.replace('[b]', '[]')}, {RED}]", ["14:40 length"]),
        (f"zones: [{GREEN.replace(', actions: [c]', '')}, {RED}]", ["14:17 key-missing"]),
        ("zones: red", ["14:16 type"]),
        ("zones: {red: a}", ["14:9 key-missing", "14:17 key-unknown"]),
        ("zones: [red, green]", ["14:17 type", "14:22 type"]),
        # doses
        (medicine("", "{morning: two}"), ["14:59 dose-form"]),
        (medicine("", "{morning: 1 tablet}"), ["14:59 dose-form"]),
        (medicine("", "{morning: 1.0}"), ["14:59 dose-form"]),
        (medicine("", "{morning: .5}"), ["14:59 dose-form"]),
        (medicine("", "{morning: '2,5'}"), ["14:59 dose-form"]),
        (medicine("", "{morning: 0}"), ["14:59 dose-form"]),
        (medicine("", "{morning: -1}"), ["14:59 dose-form"]),
        (medicine("", "{morning: 2-1}"), ["14:59 dose-form"]),
        (medicine("", "{morning: ٤}"), ["14:59 dose-form"]),
        (medicine("", "{morning: [1]}"), ["14:50 type"]),
        (medicine("", "{}"), ["14:42 dose-missing"]),
        (medicine("", "[1, 0, 0, 1]"), ["14:42 type"]),
        (medicine("", "{mornings: 1}"), ["14:50 key-unknown"]),
        # days
        (medicine(", days: [munday]"), ["14:70 value-unknown"]),
        (medicine(", days: [monday, monday]"), ["14:78 value"]),
        (medicine(", days: []"), ["14:63 length"]),
        (medicine(", days: monday"), ["14:69 type"]),
        # a schedule
        ("schedule: {}", ["14:9 key-missing"]),
        ("schedule: {rows: 0}", ["14:9 key-missing"]),
        ("schedule: {rows: many}", ["14:26 type"]),
        ("schedule: {rows: 1000}", ["14:26 value"]),
        ("schedule: [a]", ["14:9 type"]),
        # questions
        ("ask_back: false", ["14:19 type"]),
        ("ask_back: When?", ["14:19 type"]),
        ("ask_back: []", ["14:9 length"]),
        ("ask_back: ['']", ["14:20 value"]),
        ("ask_back: [a, b, c, d, e, f, g]", ["14:9 value"]),
        # steps, lists, forms, figures, callouts
        ("steps: [{text: a, image: i.svg}]", ["14:17 key-missing"]),
        ("steps: [{text: a, alt: b}]", ["14:17 key-missing"]),
        ("steps: [{image: i.svg, alt: b}]", ["14:17 key-missing"]),
        ("steps: [{a: b}]", ["14:17 key-missing", "14:18 key-unknown"]),
        ("steps: [[a]]", ["14:17 type"]),
        ("list: {items: [a], key: yes}", ["14:33 type"]),
        ("form: {heading: a, columns: [b], own_page: 1}", ["14:52 type"]),
        ("figure: {image: i.svg, alt: a, caption: b, size: huge}", ["14:58 value-unknown"]),
        ("callout: {tone: red, heading: a, text: b}", ["14:25 value-unknown"]),
        (
            "list: {items: [a], key: true}\n      - list: {items: [b], key: true}",
            ["15:24 key-twice"],
        ),
    ],
)
def test_a_plan_that_could_mislead_is_reported_at_its_place(plan: str, expected: list[str]) -> None:
    assert faults(changed(LIST, plan)) == expected


@pytest.mark.parametrize(
    ("plan", "hint"),
    [
        (f"zones: [{GREEN}, {AMBER}]", "no zone is red; the last says what to do in an emergency"),
        (
            f"zones: [{AMBER}, {GREEN}, {RED}]",
            "green comes after amber; zones go from green, amber",
        ),
        (medicine("", "{noon: 1.0}"), "write 1: a zero at the end has been read as ten times"),
        (medicine("", "{noon: 2.50}"), "write 2.5: a zero"),
        (medicine("", "{noon: .5}"), "write 0.5: a point at the beginning"),
        (medicine("", "{noon: 1/2}"), "write ½"),
        (medicine("", "{noon: '2,5'}"), "write 2.5; each sheet prints its language's own mark"),
        (medicine("", "{noon: ४}"), "write 4; each sheet prints its language's own digits"),
        (medicine("", "{noon: two}"), "write a number, ½ or ¼, or a range such as 1–2"),
        (medicine("", "{noon: 0}"), "leave the time out"),
        (medicine(", days: [munday]"), 'no day is called "munday"; use: monday, tuesday'),
        ("callout: {tone: gren, heading: a, text: b}", 'did you mean "green"?'),
    ],
)
def test_what_is_wrong_with_a_plan_says_what_to_do(plan: str, hint: str) -> None:
    with pytest.raises(PolyleafError) as caught:
        parse(changed(LIST, plan))
    assert hint in str(caught.value)


def test_two_key_lists_for_two_countries_are_one_for_each() -> None:
    lists = [
        f"list: {{items: [a], key: true, only: {{country: [{code}]}}}}" for code in ("GB", "IN")
    ]
    assert parse(changed(LIST, "\n      - ".join(lists)))
    everywhere = "list: {items: [a], key: true}"
    assert faults(changed(LIST, "\n      - ".join([lists[0], everywhere]))) == ["15:24 key-twice"]


amounts = st.one_of(
    st.integers(1, 9999).map(lambda number: (str(number), Fraction(number))),
    st.integers(1, 999)
    .filter(lambda number: number % 10)
    .map(lambda tenths: (f"{tenths // 10}.{tenths % 10}", Fraction(tenths, 10))),
    st.sampled_from([("½", Fraction(1, 2)), ("2¼", Fraction(9, 4)), ("1¾", Fraction(7, 4))]),
)


@given(amounts)
@quick
def test_every_amount_is_a_dose_as_it_is_written(amount: tuple[str, Fraction]) -> None:
    assert dose(written(amount[0])) == amount[0]


@given(amounts, amounts, st.sampled_from(["-", "–", " - ", " – "]))
@quick
def test_a_range_goes_up_or_is_refused(
    low: tuple[str, Fraction], high: tuple[str, Fraction], dash: str
) -> None:
    text = written(f"{low[0]}{dash}{high[0]}")
    if low[1] < high[1]:
        assert dose(text) == f"{low[0]}–{high[0]}"
    else:
        with pytest.raises(Fault):
            dose(text)


@given(any_text)
@quick
def test_any_text_is_a_dose_without_letters_or_a_fault(text: str) -> None:
    try:
        made = dose(written(text))
    except Fault:
        return
    else:
        assert set(made) <= set("0123456789.½¼¾⅓⅔–")


PIECES = tuple(
    "\n|  |: |- |[|]|{|}|'|null|tone: |green|red|zones: |schedule: |ask_back: |medicines: |doses: "
    "|morning: |½|0|days: |monday|steps: |image: |alt: |key: true|size: |own_page: |questions: "
    "|items: |rows: 9".encode().split(b"|")
)


@pytest.mark.slow
@given(st.data())
@thorough
def test_spoiled_plans_bring_only_findings(data: st.DataObject) -> None:
    survives(data.draw(spoiled(PLANS.encode(), PIECES)))


def test_the_plans_that_are_spoiled_are_whole() -> None:
    assert len(parse(PLANS).sections[0].blocks) == 11
