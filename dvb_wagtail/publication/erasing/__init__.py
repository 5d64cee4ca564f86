"""Erasing a person: everything that is stored of them goes, and what only an editor can judge is listed.

Found first and written afterwards (`plan`), so that a dry run is the same search without the writing. What names a
person in a field of its own (an appearance, a host, a contact, a byline, a credit) is taken out; what a text says of
them is never rewritten.
"""
