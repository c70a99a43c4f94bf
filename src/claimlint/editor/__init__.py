"""What an editor shows of a report: a language server, and the pure functions it is made of."""
