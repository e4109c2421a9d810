"""A leaflet with every block for plans, for the tests that draw it."""

from __future__ import annotations

from .conftest import LEAFLET

HEAD, _, SOURCES = LEAFLET.partition("      - list:")
PLANS = f"""\
{HEAD}
      - list: {{key: true, items: [Wet your hands., Rub them.]}}
      - steps:
          - {{text: Wet them., image: tap.svg, alt: A tap}}
          - Rub them.
          - {{text: Dry them., image: tap.svg, alt: The same tap}}
      - callout: {{tone: green, heading: All is well, text: Go on.}}
      - callout: {{tone: amber, heading: Getting worse, text: Ask us.}}
      - figure: {{image: tap.svg, alt: A large tap, caption: Half as wide, size: half}}
      - form: {{heading: Diary, columns: [Day, Skin], rows: 2, own_page: true}}
      - schedule:
          rows: 2
          medicines:
            - name: Methotrexate
              strength: 2.5 mg
              form: tablets
              for: Calms the skin
              doses: {{evening: 4}}
              days: [monday]
            - {{name: Iron, doses: {{morning: 2.5, noon: 1-2, bedtime: ½}}}}
      - zones:
          - {{tone: green, name: I am well, signs: [I breathe easily], actions: [Go on as before]}}
          - {{tone: amber, name: I cough, signs: [I wake], actions: [Take 2 puffs, Call us]}}
          - {{tone: red, name: Emergency, signs: [My lips are blue], actions: [Call 999]}}
      - ask_back: [When do you take iron?, When do you call us?]
      - ask_back: true
sources:{SOURCES.partition("sources:")[2]}"""
TAP = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="900" height="900">'
    '<path d="M0 0h9v9z"/></svg>'
)
