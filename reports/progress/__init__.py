"""The progress report on admission that 259-CV/ĐUK asks for (reports-outline.md B)."""
