"""JSON schemas of every file form and of the JSON report."""
