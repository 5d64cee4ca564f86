"""What must hold under every set-up, run by `.ci/setups` with each of the settings modules that it names.

The tests directly here ask nothing of a set-up: they find page types by mixin, and languages, sites and the image model
in the settings. A folder with the name of a settings module has tests that only that one can run.
"""
