"""Packs of rules: YAML files to checked values, and those to what the engine matches."""
