"""From address to bytes over HTTP: documents, their validators and headers, and problem documents for what is not."""
