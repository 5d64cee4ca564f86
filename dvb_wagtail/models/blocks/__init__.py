"""StreamField blocks: what bodies are written of, and what an edition, a session or a speaker lists."""
