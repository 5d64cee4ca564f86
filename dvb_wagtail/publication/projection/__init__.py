"""From pages to records: what of a page's content is published, cleaned and in all its languages."""
