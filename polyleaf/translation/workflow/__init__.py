"""The work of translators and reviewers: reads and writes catalogs, makes no sheets."""
