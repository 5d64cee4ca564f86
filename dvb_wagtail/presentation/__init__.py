"""Records as words that are ready to print: what page templates, embedded frames and the admin show alike.

Made of records alone, whatever page or frame they stand on. Where words are needed that `Words` does not hold, the
caller has made the language active.
"""
