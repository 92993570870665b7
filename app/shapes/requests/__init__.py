"""What a member of staff asks for: one request a use case, complete in itself."""
