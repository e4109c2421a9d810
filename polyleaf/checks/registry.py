"""Every code that Polyleaf reports, how grave it is, what it means and what that rests on.

`CHECKS` has the modules of this package by the names below it; the pipeline runs them in this
order. `OTHERS` has what is found before or after the checks, by what it is found in. A row is made
by `error`, `warning` or `either`: what is reported is always one, or sometimes the other.
`release` says how grave it is in a release, if that differs: the pipeline takes it from here.

`check --explain CODE`, the rules of SARIF and the table in docs/checks.md are made from these rows;
tests hold them to the codes and severities in the package.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How grave the findings of a code are."""

    ERROR = "error"
    WARNING = "warning"
    EITHER = "error or warning"
    NONE = "not reported"


class Rule(NamedTuple):
    """A code. `meaning` says what is wrong; `basis` is a standard or guideline, or POLYLEAF."""

    code: str
    draft: Level
    release: Level
    meaning: str
    basis: str


POLYLEAF = "Polyleaf"
MISTRANSLATION = "MQM, accuracy: mistranslation"  # Multidimensional Quality Metrics, core typology
OMISSION = "MQM, accuracy: omission"
ADDITION = "MQM, accuracy: addition"
UNTRANSLATED = "MQM, accuracy: untranslated"
MARKUP = "MQM, design and markup: markup tag"
TRUNCATION = "MQM, design and markup: truncation or text expansion"
PUNCTUATION = "MQM, linguistic conventions: punctuation"
YAML = "YAML 1.2.2"
GETTEXT = "GNU gettext, PO files"
READABLE = "NHS digital service manual; CDC Clear Communication Index 7"
PLAIN = "NHS digital service manual, how we write"
ADVERTS = "Directive 2001/83/EC, article 90; DISCERN 16"
INDEX = "CDC Clear Communication Index 17; NHS"
UNICODE = "Unicode Standard, chapter 23"


def error(code: str, meaning: str, basis: str = POLYLEAF) -> Rule:
    return Rule(code, Level.ERROR, Level.ERROR, meaning, basis)


def warning(code: str, meaning: str, basis: str = POLYLEAF, release: Level = Level.WARNING) -> Rule:
    return Rule(code, Level.WARNING, release, meaning, basis)


def either(code: str, meaning: str, basis: str = POLYLEAF, release: Level = Level.EITHER) -> Rule:
    return Rule(code, Level.EITHER, release, meaning, basis)


CHECKS: Mapping[str, tuple[Rule, ...]] = {
    "text.stray_characters": (
        either(
            "character-invisible", "a character that is invisible; a warning for a joiner", UNICODE
        ),
        either(
            "character-bidi", "a bidi control character; a warning for LRM, RLM and ALM", "UAX #9"
        ),
        error("character-private", "a character for private use", UNICODE),
        error("character-unassigned", "a code point without a character", UNICODE),
        error("character-surrogate", "half of a surrogate pair", UNICODE),
        error("character-lost", "U+FFFD or U+FFFC, where a character was lost", UNICODE),
        error("control-character", "a control character", UNICODE),
    ),
    "text.foreign_letters": (
        error("letter-foreign", "a letter of another language of the same script", "CLDR"),
    ),
    "text.lookalikes": (
        error("lookalike", "a word with letters of two scripts that look alike", "UTS #39"),
    ),
    "text.normalisation": (
        error("character-compatibility", "a character that stands for another one", "UAX #15"),
    ),
    "text.stacked_marks": (error("marks-stacked", "more than 30 marks on one letter", "UAX #15"),),
    "text.mojibake": (error("mojibake", "text read in another charset than it was written in"),),
    "text.typing_habits": (
        warning("kashida", "a word that is stretched by hand", UNICODE),
        warning("space-unbreakable", "no-break spaces between all words"),
    ),
    "text.han_variants": (
        either(
            "han-variant", "Traditional characters in Simplified text, or the reverse", "Unihan"
        ),
    ),
    "text.inline_markup": (
        either("markup-unclosed", "inline markup that opens or closes nothing"),
        error("markup-nested", "inline markup in other markup that may not hold it"),
        error("link-address", "a link to an address that no sheet may link to"),
    ),
    "text.foreign_markup": (
        either("markup-foreign", "Markdown, HTML or a placeholder that is printed as it stands"),
    ),
    "text.bidi": (
        error("bidi-exposed", "text against its line that cannot be isolated", "UAX #9"),
        warning("bidi-number", "a number that may be read with either neighbour", "UAX #9"),
    ),
    "text.picture_glyphs": (
        error("picture-glyphs", "text in a drawing that no font of the sheet has"),
    ),
    "text.foreign_script": (
        error("script-wrong", "words in another script than the language has", UNTRANSLATED),
    ),
    "text.reading_ease": (
        warning(
            "reading-hard", "harder to read than a leaflet should be, by its formula", READABLE
        ),
    ),
    "text.sentence_length": (
        warning("sentences-long", "sentences of more than 20 or 30 words", PLAIN),
        warning("sentences-choppy", "rows of fragments", "Polyleaf; PEMAT 10"),
    ),
    "source.placeholders": (
        error("placeholder-unknown", "a {placeholder} that has no value"),
        error("placeholder-in-title", "a {placeholder} for one person in the title"),
    ),
    "source.citations": (
        error("sources-unknown", "a citation of a source that is not listed", "DISCERN 4"),
        warning("sources-unused", "a source that is listed, but not cited", "DISCERN 4"),
    ),
    "source.promised": (
        warning("promise-cure", "a cure, a lasting result or an effect for all", ADVERTS),
        warning("promise-safety", "safety, or no side effects", ADVERTS, Level.ERROR),
        warning("promise-hype", "an advertisement's word: breakthrough, miracle", ADVERTS),
        warning("promise-mechanism", "at the root, on cells, by the body's own powers", ADVERTS),
        warning("promise-proof", "certificates or unnamed studies as proof", ADVERTS),
        warning("promise-comparison", "better than other treatments, without a source", ADVERTS),
        warning("promise-story", "single stories as if they were proof", ADVERTS),
        warning("promise-remedy", "an effect of a remedy that is sold without proof", ADVERTS),
        warning("promise-sale", "an offer to buy", ADVERTS),
    ),
    "source.unsourced_claims": (
        warning("claim-unsourced", "an effect, frequency or safety without a source", "DISCERN 4"),
        warning("claim-overstated", "a wording stronger than its source", "DISCERN 4; GRADE"),
        warning("approval-missing", "a product without a word on its approval", "IPDAS"),
    ),
    "source.evidence_marks": (
        warning("evidence-several", "`evidence` behind several statements", "DISCERN 4"),
        warning("evidence-safety", "`evidence` behind a safety text"),
    ),
    "source.source_entries": (
        warning("source-year", "a source of the future, or of no possible year", "DISCERN 5"),
        warning(
            "source-identifier",
            "a DOI, PubMed number or ISBN that cannot be",
            "ISO 26324; ISO 2108",
        ),
        warning("source-home-page", "an address that leads to a home page or a list", "DISCERN 4"),
    ),
    "source.balance": (
        warning("option-nothing", "options without that of doing nothing", "DISCERN 12; IPDAS"),
        warning("option-uneven", "options that are not described in equal detail", "IPDAS"),
        warning(
            "option-empty", "a cell of an option that says nothing", "DISCERN 10–13", Level.ERROR
        ),
        warning("risks-missing", "a promise in a leaflet without risks", "DISCERN 11", Level.ERROR),
    ),
    "source.frequencies": (
        warning("frequency-percent", "a frequency in per cent", INDEX),
        warning("frequency-mixed", "a frequency in per cent together with another form", INDEX),
        warning("frequency-denominators", "frequencies of different numbers of people", INDEX),
        warning("risk-relative", "a change of a risk, without the risk", INDEX),
    ),
    "source.written_numbers": (
        warning(
            "unit-space", "a number without a space before its unit", "SI Brochure, 5.4.3; ISMP"
        ),
        warning("date-ambiguous", "a date that may be in two months", "ISO 8601"),
    ),
    "source.skin_tone": (
        warning("skin-tone", "red skin, without brown and black skin", "NHS inclusive content"),
    ),
    "source.urgent_help": (
        warning(
            "urgent-missing", "treatments or emergencies without an urgent box", release=Level.ERROR
        ),
        warning("urgent-telephone", "an urgent box without whom to call", release=Level.ERROR),
        warning(
            "urgent-fallback",
            "an urgent box without what to do if there is no answer",
            release=Level.ERROR,
        ),
    ),
    "source.contact_details": (
        warning("contact-typed", "a telephone number or mail address in a text"),
        warning("contact-missing", "“call us” without a number or address", "NHS content standard"),
    ),
    "project.same_facts": (
        warning(
            "risks-differ", "a medicine with other risks than elsewhere", "DISCERN 11", Level.ERROR
        ),
        warning("number-differs", "one source with two numbers", "DISCERN 4"),
    ),
    "source.short_sources": (
        warning("short-missing", "a source without a short name"),
        warning("short-twice", "two sources with one short name"),
    ),
    "source.changed_pictures": (
        warning("picture-changed", "a picture whose colours or greys had to be guessed", "ICC.1"),
        warning("picture-empty", "a drawing that shows nothing", POLYLEAF, Level.ERROR),
    ),
    "source.review": (
        warning("review-due", "the day of the next review is past", "DISCERN 5", Level.ERROR),
        warning("review-soon", "the day of the next review is near", "DISCERN 5"),
        Rule("source-unreviewed", Level.NONE, Level.ERROR, "the source is not reviewed", POLYLEAF),
    ),
    "source.jargon_words": (
        warning("jargon-unexplained", "a medical word that is not explained", "PEMAT 4; CDC 7"),
    ),
    "source.acronyms": (
        warning("acronym-unexplained", "an acronym that is not explained", "PEMAT 4; CDC 7"),
    ),
    "source.avoided_words": (
        warning("term-avoided", "a word that the source glossary forbids", "MQM, terminology"),
    ),
    "source.active_voice": (
        warning("voice-passive", "many sentences in the passive voice", "PEMAT 5; CDC 6"),
    ),
    "source.double_negation": (
        warning("negation-doubled", "two negations that undo each other", PLAIN),
    ),
    "source.regulator_statements": (
        warning(
            "regulator-undated", "a regulator's statement without country or date", "DISCERN 5"
        ),
    ),
    "source.clinic_file": (
        warning("colour-contrast", "a colour of clinic.yaml that was darkened", "WCAG 2.2, 1.4.3"),
        warning("edition-paper", "an edition on paper that the country does not use", "CLDR"),
    ),
    "translation.inline_codes": (
        error("placeholder-lost", "a {placeholder} that is missing or new", MARKUP),
        error("citation-lost", "a citation that is missing or new", MARKUP),
        error("link-lost", "a link that is missing, new or leads elsewhere", MARKUP),
        error("emphasis-lost", "`**strong**` or `*emphasis*` that is missing or new", MARKUP),
    ),
    "text.figure_text": (
        error("figure-text-wide", "words that are wider than their room in a picture", TRUNCATION),
        error("figure-text-high", "letters that are higher than their room in it", TRUNCATION),
        error("figure-text-lines", "more lines than a picture has places for", TRUNCATION),
        error("mark-lost", "a mark, `<1>…</1>`, that is missing or new", MARKUP),
        error("placeholder-in-picture", "a {placeholder} for one person in a picture"),
    ),
    "translation.numeric_mismatch": (
        error("number-changed", "another number than in the source", MISTRANSLATION),
        either("number-lost", "a number is missing; a warning if it may be in words", OMISSION),
        either("number-added", "a new number; an error in doses and safety texts", ADDITION),
        either("unit-changed", "another unit; a warning if the source has none", MISTRANSLATION),
        warning("unit-lost", "a number without the unit of its source", OMISSION),
        error("range-turned", "a range that goes from its end to its start", MISTRANSLATION),
    ),
    "translation.months": (
        error("date-changed", "another month than in the source", MISTRANSLATION),
    ),
    "translation.addresses": (
        error("address-changed", "a web or mail address that differs", MISTRANSLATION),
        error("telephone-changed", "a telephone number that differs", MISTRANSLATION),
    ),
    "translation.copied": (
        either(
            "untranslated-copied",
            "the translation is the source text; a warning for a few words",
            UNTRANSLATED,
            release=Level.ERROR,
        ),
    ),
    "translation.other_language": (
        error("language-other", "a translation in another language than its catalog", UNTRANSLATED),
    ),
    "translation.left_words": (
        either("words-left", "plain words of the source in the translation", UNTRANSLATED),
    ),
    "translation.left_notes": (
        error("preface-left", "what an assistant says before its answer", ADDITION),
        either(
            "note-left",
            "a note of the translator to others; a warning for other words in brackets",
            ADDITION,
        ),
    ),
    "translation.shifted_rows": (
        error("row-shifted", "the translation of a neighbouring message", MISTRANSLATION),
    ),
    "translation.negation_mismatch": (
        either("negation-lost", "a negation is missing; an error in safety texts", OMISSION),
        warning("negation-added", "a negation in a safety text that has none", ADDITION),
        warning("negation-moved", "a negation in another clause", MISTRANSLATION),
    ),
    "translation.sentence_count": (
        warning("sentence-lost", "a sentence that is missing", OMISSION),
        warning("sentence-added", "a sentence that is new", ADDITION),
        warning("question-changed", "a question that is none, or the other way", MISTRANSLATION),
    ),
    "translation.placeholder_places": (
        either(
            "placeholder-moved", "another {placeholder}; an error for telephones", MISTRANSLATION
        ),
    ),
    "translation.exchanged": (
        either("words-exchanged", "two things in each other's place", MISTRANSLATION),
    ),
    "translation.urgency": (
        either(
            "time-changed", "now, today, before, after; an error in safety texts", MISTRANSLATION
        ),
    ),
    "translation.duration_words": (
        either("duration-changed", "two weeks as three, or two months", MISTRANSLATION),
        error("ratio-turned", "1 in 6 as 6 in 1", MISTRANSLATION),
    ),
    "translation.periods": (
        either("period-changed", "days as weeks; an error in safety texts", MISTRANSLATION),
    ),
    "translation.opposites": (
        either("meaning-turned", "worse as better; an error in safety texts", MISTRANSLATION),
    ),
    "translation.certainty": (
        either("certainty-changed", "may as will; an error in safety texts", MISTRANSLATION),
    ),
    "translation.amount_words": (
        warning("quantity-changed", "some as all, one as several", MISTRANSLATION),
    ),
    "translation.conditions": (
        either("condition-changed", "even if as only if; an error in safety texts", MISTRANSLATION),
    ),
    "translation.advice": (
        either("advice-changed", "stop as continue; an error in safety texts", MISTRANSLATION),
    ),
    "translation.people": (
        either("people-changed", "children, pregnancy; an error in safety texts", MISTRANSLATION),
    ),
    "translation.agents": (
        warning(
            "agent-changed", "call us as we will call you; a nurse as a doctor", MISTRANSLATION
        ),
    ),
    "translation.body_parts": (
        either("body-part-changed", "cheeks as chin; an error in safety texts", MISTRANSLATION),
    ),
    "translation.illness_signs": (
        either("sign-changed", "fever, brown skin; an error in safety texts", MISTRANSLATION),
    ),
    "translation.named_things": (
        either("thing-changed", "laser, soap, alcohol; an error in safety texts", MISTRANSLATION),
    ),
    "translation.places": (
        either("place-changed", "a country or organisation as another one", MISTRANSLATION),
    ),
    "translation.figure_labels": (
        error(
            "label-alike", "two labels of one figure or table that are called alike", MISTRANSLATION
        ),
    ),
    "translation.ending": (
        warning("ending-changed", "another mark at the end than the source has", PUNCTUATION),
    ),
    "translation.punctuation_marks": (
        warning("punctuation-foreign", "a mark in the form of another language", PUNCTUATION),
    ),
    "translation.whitespace": (
        warning("space-edge", "a space at the beginning or end", PUNCTUATION),
        warning("space-doubled", "two spaces in a row", PUNCTUATION),
        warning("space-before", "a space before a mark", PUNCTUATION),
        warning("space-after", "a space after a full-width mark", PUNCTUATION),
        warning("space-missing", "no space at a mark that needs one", PUNCTUATION),
    ),
    "translation.quotation_marks": (
        warning("quotes-foreign", "quotation marks of another language", "CLDR, delimiters"),
        warning("quotes-unbalanced", "a quotation mark without its partner", PUNCTUATION),
        warning("quotes-lost", "fewer quotations than in the source", PUNCTUATION),
    ),
    "translation.added_form": (
        warning("quotes-added", "quotation marks around the whole text", PUNCTUATION),
        warning("capitals-added", "capitals where the source has none", "MQM, style"),
        warning("line-added", "a line end that the source does not have"),
        warning("mark-unopened", "a question or an exclamation without ¿ or ¡", PUNCTUATION),
        warning("mark-doubled", "a mark twice in a row", PUNCTUATION),
        warning("escape-left", "an escape or a format that is printed as it stands", MARKUP),
    ),
    "translation.doubled": (
        warning("word-doubled", "a word twice in a row", "MQM, linguistic conventions"),
    ),
    "translation.length": (
        error("too-long", "more characters than `max_length` allows", TRUNCATION),
    ),
    "translation.proportion": (
        warning("length-short", "far shorter than other translations of its catalog", OMISSION),
        warning("length-long", "far longer than other translations of its catalog", ADDITION),
    ),
    "translation.consistency": (
        warning("translated-twice", "one source text with two translations"),
        warning("translated-alike", "two source texts with one translation"),
    ),
    "translation.roles": (
        warning("roles-exchanged", "two things that have each other's part", MISTRANSLATION),
    ),
    "translation.terminology": (
        warning("term-missing", "a term that is not called as in the glossary", "MQM, terminology"),
        error(
            "term-exchanged", "another term of the glossary than in the source", "MQM, terminology"
        ),
    ),
    "translation.missing": (
        either(
            "untranslated",
            "no translation, or a fuzzy one; a warning with --allow-untranslated",
            UNTRANSLATED,
        ),
        warning("safety-missing", "a safety text without a translation", UNTRANSLATED, Level.ERROR),
    ),
    "translation.signature": (
        warning(
            "po-method",
            "a header that does not say how the translation was made",
            release=Level.ERROR,
        ),
        warning("unreviewed", "the translation is not reviewed", "ISO 17100, 5.3", Level.ERROR),
        warning("review-outdated", "texts have changed since the review", release=Level.ERROR),
        warning("review-unproved", "no copy of the texts that were signed", release=Level.ERROR),
        warning(
            "machine-only", "a machine's translation, signed as it was", "ISO 18587", Level.ERROR
        ),
    ),
    "translation.added_promises": (
        warning("promise-added", "a promise that the source does not make", ADVERTS),
    ),
    "page.evidence_key": (
        warning("evidence-unexplained", "marks of evidence without their key", "IPDAS"),
    ),
    "page.hard_coded": (
        warning("word-hard-coded", "a word of a template that cannot be translated", UNTRANSLATED),
    ),
    "page.glyphs": (
        error("glyph-missing", "a character that no font of the sheet has", "ISO 14289-1, 7.21.8"),
        error("font-fallback", "text in a font that is not one of its language"),
    ),
    "page.own_font": (
        warning("font-lacks", "a language that the clinic's font cannot write"),
        error("font-unused", "a sheet that is not drawn with the clinic's font"),
    ),
    "drawn.engine_warnings": (error("engine", "the layout engine complains of the page"),),
    "drawn.overflowing_text": (
        error("overflow-sideways", "text that leaves its box sideways", TRUNCATION),
        error("overflow-down", "text that stands below its box", TRUNCATION),
        error("text-lost", "text that is on no page", TRUNCATION),
    ),
    "drawn.coarse_pictures": (
        warning("picture-coarse", "a picture with too few pixels for its place on paper"),
    ),
    "drawn.read_back_text": (
        error("pdf-unread", "text of a page that another reader does not find in the PDF"),
    ),
    "drawn.cut_words": (
        error("word-cut", "a word that a line cuts in two without a hyphen", TRUNCATION),
    ),
    "drawn.page_limit": (
        error("pages", "more pages than `max_pages` of the edition allows", TRUNCATION),
        warning("page-budget", "more pages than the sheet should have, set as tightly as allowed"),
        warning("text-grown", "a message that is much longer than its source", TRUNCATION),
    ),
    "drawn.full_panels": (
        error("panel-full", "a panel of a folded sheet with more text than it holds", TRUNCATION),
    ),
    "drawn.narrow_faces": (
        warning("font-narrow", "too many pages for want of a narrow face that is not installed"),
    ),
    "drawn.left_out": (
        warning("left-out", "a part of the leaflet that an edition had no room for", TRUNCATION),
    ),
    "drawn.blank_foot": (
        warning("blank-foot", "a page that leaves more blank than `blank_foot` of the edition"),
    ),
    "drawn.page_breaks": (
        warning("heading-alone", "a heading at the end of a page or column, without its text"),
        warning("caption-alone", "a caption at the end of a page or column, without its table"),
        warning("item-alone", "one item of a list before or after the end of a page or column"),
        warning("row-split", "a low row of a table over the end of a page or column"),
    ),
    "drawn.contrast": (
        error("contrast-low", "too little contrast, in colour or in grey", "WCAG 2.2, 1.4.3"),
    ),
    "drawn.type_size": (
        error("type-small", "text below `smallest_type` of the edition", "UKAAF, clear print"),
    ),
    "drawn.headings": (
        error("heading-order", "no single title, or a level skipped", "ISO 14289-1, 7.4.2"),
    ),
}

OTHERS: Mapping[str, tuple[Rule, ...]] = {
    "Files": (
        error("file-missing", "a file that is named is not there"),
        error("file-size", "a file that is larger than its kind may be"),
        error("file-kind", "a pipe, device, socket, folder or link in the place of a file"),
        error("file-unreadable", "a file or folder that may not be read"),
        error("outside-project", "a path that leads out of the project"),
        error("encoding", "a file that is not UTF-8", "RFC 3629"),
        error("merge-unfinished", "a file with the marks of a conflict in git"),
        error("many-more", "more findings in a file that cannot be read"),
    ),
    "YAML": (
        error("yaml-syntax", "a file that is not YAML, or has two documents", YAML),
        error("yaml-empty", "a file without content"),
        error("yaml-alias", "an anchor or an alias, or text that looks like one"),
        error("yaml-tag", "a tag, or text that looks like one", YAML),
        error("yaml-comment", "a comment behind an unquoted text, which it cuts off", YAML),
        error("yaml-depth", "content that is nested too deep"),
        error("yaml-control", "a control character", YAML),
        error("yaml-key", "a key that is not a word"),
        error("key-duplicate", "a key that stands twice", YAML),
        error("key-missing", "a key that is required is missing"),
        error("key-unknown", "a key that has no meaning there"),
        error("block-keys", "a block that is not of exactly one kind"),
        error("type", "a value of another type than its key has"),
        error("value", "a value that its key does not allow"),
        error("value-unknown", "a value that is not an allowed value"),
        error("length", "a list with too few items"),
        error("text-lines", "lines of a text that would be printed as one"),
        error("text-long", "a text with too many characters"),
    ),
    "Leaflets": (
        error("name-form", "a file name that cannot name a leaflet"),
        error("name-taken", "a file name that Polyleaf uses itself"),
        error("id-form", "an id with other characters than a–z, 0–9 and hyphens"),
        error("code-form", "what is no code of a classification, such as L71.1"),
        error("id-duplicate", "an id that stands twice"),
        error("section-unknown", "`editions` names a section that there is none of"),
        error("table-row", "a row with another number of cells than there are columns"),
        error("item-missing", "items of a list that stand below no item"),
        error("key-twice", "a second list with `key: true`"),
        error("web-only", "a text that readers of the paper need, with `web_only: true`"),
        error("zones-order", "zones that do not go from green to red"),
        error(
            "dose-form", "a dose that is no number and no range", "ISMP, error-prone abbreviations"
        ),
        error("dose-missing", "a medicine without a dose"),
        error("country-unknown", "a country that does not exist", "ISO 3166-1"),
        error("source-missing", "a text of the clinic that is not in the source language"),
        error("hours-day", "opening hours of what is not a day"),
        error("hours-form", "opening hours that are not times"),
        error("hours-order", "hours that overlap, or end before they begin"),
        error("hours-twice", "a day that has opening hours twice"),
        error("web-address", "an address that is not fit for a QR code"),
        error("site-address", "`site` in clinic.yaml is not the address of a folder"),
        error(
            "nothing-left",
            "a leaflet of which nothing is left: for a country, or in both languages",
        ),
    ),
    "Pictures": (
        error("picture-type", "a file that is no picture"),
        error("picture-size", "a picture that is too large"),
        error("picture-broken", "a picture that cannot be drawn"),
        error("picture-refused", "a drawing with something that would come out as another picture"),
        error("figure-text-letters", "words in a picture whose letters are placed one by one"),
    ),
    "Catalogs": (
        error("catalog-missing", "a language without a catalog"),
        warning("catalog-unread", "a file beside the catalog that is read"),
        error("catalog-misplaced", "a catalog in a place where none is read"),
        error("po-syntax", "a catalog that cannot be read without loss", GETTEXT),
        error("po-header", "a catalog without a header", GETTEXT),
        error("po-duplicate", "a message that stands twice", GETTEXT),
        error("po-encoding", "text that is not in the charset of the header", GETTEXT),
        error("po-language", "a header with another language than the folder", GETTEXT),
        error("po-reviewed-on", "a date of review that is not a date"),
        error("glossary-form", "a form of a term that is empty, or only a `*`"),
        error("po-merged", "a catalog that was put together of two", GETTEXT),
        error("memory-syntax", "a TMX file that cannot be read", "TMX 1.4b"),
        warning("memory-language", "a TMX file, or a text in it, in no language of use", "BCP 47"),
        warning("memory-unread", "a file among the TMX files that is none"),
        warning("correction-refused", "a change that is more than a correction"),
        error("correction-call", "`--accept-unchanged` without a reason"),
        warning("correction-nothing", "`--accept-unchanged` where nothing has changed"),
        warning("waiver-ended", "a waiver of texts that have changed"),
        warning("waiver-unused", "a waiver without a finding"),
        error("waive-call", "`waive` without a place, a code or a reason"),
        error("edit-name", "a message written in the preview without a name"),
        error("waive-place", "`waive` at a place that has no message"),
        error("waive-nothing", "`waive` of a code that is not found there"),
        error("sign-nothing", "`sign` without a leaflet, a language or a name"),
        error("sign-source", "`sign` of a leaflet in the language that it is written in"),
        error("sign-method", "`sign` of a catalog that does not say how it was made"),
        warning("sign-same", "`sign` of what was signed alike before"),
        error("sign-date", "`sign` with a date that is yet to come"),
    ),
    "Files for translators": (
        error("exchange-format", "a file of a format that cannot be imported"),
        error("exchange-xml", "damaged XML or a damaged document, or XML with entities"),
        error("exchange-table", "a table without its columns, or with merged cells"),
        either("exchange-encoding", "a CSV that is not UTF-8", "RFC 4180"),
        error("export-nothing", "`export` without a language to translate into"),
        error("export-sheet", "a sheet for Word with an option of texts for translators"),
        error("export-terms", "a leaflet in a format for glossaries"),
        error("glossary-missing", "`export` or `import` of a glossary that is not there"),
        either("import-language", "a file in another language; a warning for one of several"),
        error("import-leaflet", "a file none of whose texts is in the project"),
        error("import-code", "a text with a code that its source does not have", MARKUP),
        error("import-letters", "a text whose letters became question marks", UNTRANSLATED),
        error("import-twice", "one text with two translations in what came back"),
        warning("import-ambiguous", "a text that may be of several messages"),
        warning("import-unknown", "a translation of a text that no message has"),
        warning("import-unsure", "a text of a document that may translate a message"),
        warning("import-unplaced", "a text of a translated document that no message has"),
        warning("import-missing", "a message that a translated document has no text for"),
        error("import-call", "files or options of `import` that do not go together"),
        warning("import-source", "a translation whose source was changed in the file"),
        warning("import-signed", "another translation than the signed one, which is kept"),
        warning("import-kept", "an unfinished translation where there is a finished one"),
        error("draft-unknown", "a translator that is not installed"),
        error("draft-language", "`translate` without a language"),
        error("draft-program", "a program that cannot be run, or fails"),
        error("draft-server", "a server that does not answer, or refuses"),
        warning("draft-code", "a machine's draft without the placeholders of its source", MARKUP),
    ),
    "Editions": (
        error("edition-syntax", "an edition.toml that is not TOML", "TOML 1.0"),
        error("colour-form", "what is not a colour: #rgb or #rrggbb"),
        error("edition-circle", "an edition that extends itself"),
        error("fold-paper", "paper that is too small for the fold, or unknown"),
        error("template", "a template that cannot be filled in"),
        error("outside-document", "a page that refers to a file or an address", "docs/safety.md"),
    ),
    "Projects and calls": (
        error("project-missing", "a folder without clinic.yaml"),
        error("content-empty", "a project without a leaflet"),
        either("content-unread", "a file of content that is not read; a warning in a sub-folder"),
        error("leaflet-unknown", "a leaflet that does not exist"),
        error("edition-unknown", "an edition that does not exist"),
        error("source-unknown", "`ledger --if-withdrawn` of a source that no leaflet has"),
        error("source-ambiguous", "an id that stands for other works in other leaflets"),
        error("language-unknown", "a tag that is not a language", "BCP 47; CLDR"),
        error("pair-form", "a pair that has not two languages, or one of them twice"),
        error("pair-edition", "a pair of languages, and no edition that has two"),
        either(
            "pair-incomplete",
            "a part that a release in two languages leaves out; an error if it is a safety text",
            UNTRANSLATED,
        ),
        warning("pair-none", "an edition in two languages, and only the source language"),
        warning(
            "language-read-as", "a tag or folder that is spelled in another way", "BCP 47; CLDR"
        ),
        error("language-twice", "two folders of catalogs for one language"),
        error("script-unsupported", "a language in a script without a chosen font"),
        error("pseudo-locale", "a pseudo-locale where only a language is possible"),
        error("call-control", "a control character in a reason or a name"),
        error("code-unknown", "a code that is not in this table"),
        error("document-file", "a document for `import` that cannot be read, or names no leaflet"),
        error("document-kind", "a file that `import` takes for no document"),
        error("document-unreadable", "a document that is broken, locked or no .docx"),
        warning("document-look", "what a person has to look at in an imported document"),
        error("new-answer", "an answer of `new` that cannot be used"),
        error("new-exists", "a file of `new` or `new-leaflet` that is there already"),
        error("log-file", "a file of --log that is no log, or cannot be written"),
    ),
    "Personal copies": (
        error("batch-kind", "a batch file that is neither CSV nor JSON"),
        error("batch-missing", "a batch file that cannot be read"),
        error("batch-empty", "a batch file without rows"),
        error("batch-syntax", "a batch file that is not CSV or JSON", "RFC 4180; RFC 8259"),
        error("batch-row", "a row with too few or too many cells"),
        error("batch-column", "a column that is missing, stands twice or fills nothing"),
        error("batch-value", "a value that is empty, too long or not text"),
        error("batch-id", "an id that cannot be part of a file name"),
        error("batch-duplicate", "two rows for one file"),
        warning("batch-unused", "a value that its leaflet does not print"),
        error("batch-scheduler", "personal copies and --scheduler in one call"),
    ),
    "Machine": (
        error("font-missing", "a font that is not installed"),
        error("library-missing", "a system library that is not installed"),
        error("tool-missing", "a tool that is not installed"),
        error("engine-version", "a version of the engine that Polyleaf was not verified with"),
        error("dask-missing", "--scheduler without Dask"),
        error("preview-missing", "`serve` without its libraries"),
        error("port-taken", "`serve` without a free port"),
        error(
            "certificate-missing", "a file of --tls-ca, --tls-cert or --tls-key that cannot be read"
        ),
        warning("font-changed", "another font file than fonts.lock has"),
        warning("font-unlocked", "a font that fonts.lock lacks"),
        error("lock-syntax", "a fonts.lock that cannot be read"),
    ),
    "Workers": (
        error("worker-died", "the process of a sheet died, twice"),
        error("worker-timeout", "a sheet took longer than --time-limit, twice"),
        error("worker-memory", "a sheet took more memory than --memory-limit, twice"),
        error("worker-answer", "what a worker of a cluster sent is no outcome of a sheet"),
        warning("worker-differs", "a worker with another Polyleaf, library or font"),
        error("workers-missing", "a cluster without a worker that may be used"),
        error("scheduler-missing", "no Dask scheduler at the address"),
        error("scheduler-lost", "the Dask scheduler went away during the build"),
    ),
    "Output": (
        warning(
            "site-unknown",
            "a release of pages that are without whole addresses, as clinic.yaml has no `site`",
        ),
        error("output-unwritable", "a file that cannot be written"),
        error("output-gone", "a file that was removed during the build"),
        error("output-foreign", "an output folder that another project has built into"),
        warning("manifest-damaged", "rows of manifest.json that no build has written"),
        warning("record-unsigned", "no folder for the key that signs the build record"),
        warning("orphaned", "a file whose source is gone"),
        error("bug", "a bug in Polyleaf; please report it"),
    ),
}

RULES: Mapping[str, Rule] = {
    rule.code: rule for rules in (*CHECKS.values(), *OTHERS.values()) for rule in rules
}


def refuses(code: str) -> bool:
    """Whether a release takes every finding of this code for an error."""
    return code in RULES and RULES[code].release is Level.ERROR
