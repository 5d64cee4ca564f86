"""Every picture of the example site, drawn when the site is made: no file is committed and none is fetched.

A picture depends on its key alone, so that each machine draws the same ones.
"""
