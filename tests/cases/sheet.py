"""A leaflet and a FAQ with what sheets drew wrong, written in one language.

Marks in Latin letters (KopfA, Row17z) stand where a test must find a place in every script.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image

from ..conftest import Sandbox

ROWS = 60
ANSWERS = "ABCDEFGHIJKL"
LINK = "https://www.nhs.uk/conditions/rosacea/"
MAGENTA = (214, 0, 214)


@dataclass(frozen=True)
class Words:
    title: str  # a few words, to be repeated
    take: str  # a sentence without its full stop
    head: str
    note: str
    clinic: str
    page: str
    question: str
    answer: str


WORDS = {
    "fa": Words(
        "چگونه از پوست خود هر روز مراقبت کنید ",
        "دارو را هر روز با آب بخورید",
        *("راهنما", "نوبت‌دهی", "درمانگاه پوست", "صفحه ما", "آیا می‌توانم بروم؟", "بله، همین امروز."),
    ),
    "ur": Words(
        "اپنی جلد کی ہر روز دیکھ بھال کیسے کریں ",
        "دوا ہر روز پانی کے ساتھ لیں",
        *(
            "رہنما",
            "اپائنٹمنٹ",
            "جلد کا کلینک",
            "ہمارا صفحہ",
            "کیا میں جا سکتا ہوں؟",
            "ہاں، آج ہی۔",
        ),
    ),
    "he": Words(
        "איך לטפל בעור שלך בכל יום בבית ",
        "קחו את התרופה בכל יום עם מים",
        *("מדריך", "תורים", "מרפאת עור", "העמוד שלנו", "האם אפשר ללכת?", "כן, כבר היום."),
    ),
    "ta": Words(
        "தினமும் வீட்டில் உங்கள் தோலை எப்படி பராமரிப்பது ",
        "மருந்தை தினமும் தண்ணீருடன் எடுங்கள்",
        *("வழிகாட்டி", "சந்திப்பு", "தோல் மருத்துவமனை", "எங்கள் பக்கம்", "நான் போகலாமா?", "ஆம், இன்றே."),
    ),
    "zh-Hans": Words(
        "如何在家每天照顾您的皮肤",
        "每天用水送服药物",
        *("指南", "预约", "皮肤科诊所", "我们的网页", "我可以去吗？", "可以，就在今天。"),
    ),
}
FRAME = """\
summary: ["{take}."]
published: 2026-11-22
review_by: 2199-11-22
written_by: "{clinic}"
funding: none
pages: 9
"""
LEAFLET = """\
kind: leaflet
title: "{long}"
{frame}
sections:
  - id: form
    heading: "{head} KopfA"
    blocks: [form: {{heading: "{note} FirstA", columns: ["{head}", "{note}"], rows: 5}}]
  - id: table
    heading: "{head} KopfB"
    blocks:
      - table:
          caption: "{note} FirstB"
          columns: [Medicine, Strength, Form, Dose, "{head}", "{note}", Evening, Night]
          rows: [[levothyroxine, 500 mg/125 mg, "{head}", 1–2, 1, 0, ½, 1],
                 ["{head}", 2.5 mg/5 mL, "{head}", ≥ 2, 1, 0, ½, 1]]
  - id: figure
    heading: "{head} KopfC"
    blocks:
      - figure: {{image: a.svg, alt: "{head}", caption: "{note} FirstC"}}
      - paragraph: "{take} [{page}]({link}). {take} ≥ 38 °C [@who-2009]; HbA1c < 7 %; *{head}*
          **{head}** [{note}](tel:+442079460958)."
  - id: results
    heading: "{head} KopfD"
    blocks:
      - table:
          caption: "{note} FirstD"
          columns: ["{head} HeadD", "{note}", "{head}", "{take}"]
          rows: [{rows}]
sources:
  - {{id: who-2009, cite: WHO guidelines, url: "https://www.who.int", year: 2009, level: guideline}}
"""
CLINIC = """\
name: "{clinic}"
address: ["12 {head}", "{note} {head} {clinic}", London N1 0ZZ]
telephones:
  - {{label: appointments, number: "+44 20 7946 0958"}}
  - {{label: urgent, number: "+44 20 7946 0999"}}
  - {{label: "{take} {take}", number: "+44 20 7946 0111"}}
web: "https://clinic.example/{{language}}/{{leaflet}}"
logo: content/logo.png
country: GB
languages: [{tag}]
source_language: {tag}
editions: [a4]
"""
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 150">
<rect x="10" y="10" width="280" height="130" fill="#eee"/>
<text x="150" y="60" text-anchor="middle" font-size="20" font-family="Arial">{clinic}</text>
<text x="150" y="100" text-anchor="middle" font-size="18">{note} HbA1c &lt; 7 %</text></svg>
"""


def long_title(words: Words) -> str:
    return (words.title * 14)[:160].strip()


def write(project: Sandbox, tag: str) -> None:
    words = WORDS[tag]
    given = {**vars_of(words), "tag": tag, "link": LINK, "long": long_title(words)}
    given["frame"] = FRAME.format(**given)
    row = '["{take} Row{n}z", "4.0 – 7.0 mmol/L", "≥ 5", "{head} Mean{n}z"]'
    given["rows"] = ",\n                 ".join(row.format(n=n, **given) for n in range(ROWS))
    questions = "".join(
        f'  - {{id: q{n}, question: "{words.question}", '
        f'blocks: [paragraph: "{words.answer} Ans{letter}"]}}\n'
        for n, letter in enumerate(ANSWERS)
    )
    faq = f'kind: faq\ntitle: "{words.head}"\n{given["frame"]}questions:\n{questions}'
    project.write("clinic.yaml", CLINIC.format(**given))
    project.write("content/hands.yaml", LEAFLET.format(**given))
    project.write("content/faq.yaml", faq)
    project.write("content/a.svg", DRAWING.format(**given))
    logo = io.BytesIO()
    Image.new("RGB", (800, 200), MAGENTA).save(logo, "png")
    project.write("content/logo.png", logo.getvalue())


def vars_of(words: Words) -> dict[str, str]:
    return {name: getattr(words, name) for name in Words.__dataclass_fields__}
