"""What page templates show of other pages: the programme, subscribe menu, head links, share links.

A page draws its own text from itself; everything here comes from the records of what is public. Templates come in by
the tags of `templatetags.dvb_wagtail`; nothing here knows a page class.
"""
