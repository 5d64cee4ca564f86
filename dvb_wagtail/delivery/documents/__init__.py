"""What a document is made of, and what decides its bytes, found without making it."""
