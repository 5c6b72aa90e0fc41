"""Reads of rounds in which organisations confirm their figures of a period: what is asked, how each stands, what came late."""
