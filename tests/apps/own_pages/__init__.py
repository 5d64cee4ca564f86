"""A site with its own ArticlePage, its own kind of conference, and sessions of its own making."""
