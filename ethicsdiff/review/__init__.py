"""The review room: proposals, the ledger of what people decided, and both together as one comparison."""
