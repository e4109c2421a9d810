"""What the drawn pages show, for the checks: read from the boxes that the engine has laid out.

The engine reports neither text that leaves its box nor text that it drops, and a PDF no longer
tells which text stands on which colour.
"""
