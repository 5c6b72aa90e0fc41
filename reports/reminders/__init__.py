"""The letter that asks late units again, on paper."""
