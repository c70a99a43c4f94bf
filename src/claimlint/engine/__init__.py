"""From blocks of text to candidates: words that say something, and the cues around them."""
