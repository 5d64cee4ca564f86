"""A site that was there before the package: its press releases and talks join as they are."""
