"""The yearly report on party growth in associations that 2246-CV/TU, point 4, asks for (reports-outline.md A)."""
