"""What people have decided about findings: approvals, a baseline, changes, answers. Knows nothing of words or law."""
