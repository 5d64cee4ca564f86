"""Ready page types. Optional: a project may make its own from the mixins of `dvb_wagtail.models`."""
