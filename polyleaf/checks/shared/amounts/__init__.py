"""The numbers of a text, and which numbers of two texts are the same.

text → numerals (2,5) → quantities (2,5 mg) → hours (9 in the evening) → a reading → matched
"""
