"""What stands beside the CMS in `make demo-headless`: the builder of the client site, and the server that shows it."""
