"""The forms of the page types: what they offer, and what they ask for before a page is published."""
