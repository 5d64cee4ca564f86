"""What editors write: abstract mixins for every page type, their lists (StreamFields), panels and forms.

No concrete model: a project takes the ready page types of `dvb_wagtail.pages`, or makes its own from these.
"""
