"""A site that made its image model in a later migration than its app's first."""
