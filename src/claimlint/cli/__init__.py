"""The command line: parse, build, run."""

COMMANDS = {
    "check": "Check copy for drug-like claims (what `claimlint PATH` does).",
    "init": "Write a settings file that fits a folder.",
    "scan": "Check the rows of a table: Parquet or Arrow in, findings out.",
    "allow": "Approve a finding, with a reason.",
    "baseline": "Keep the findings that are known already.",
    "audit": "Judge findings one by one, and measure the rules on your own copy.",
    "report": "Make a page for reviewers of stored JSON reports.",
    "explain": "Tell everything about a rule.",
    "rules": "List the rules.",
    "selftest": "Hold packs to their own cases.",
    "evaluate": "Measure the rules on labelled copy.",
    "lsp": "Serve an editor.",
    "completion": "Print the shell completion script.",
}
"""Every command with its one-line help; each lives in the module of its name."""
