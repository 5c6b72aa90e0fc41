"""The evidence sheet for the yearly ranking: what one unit was asked in a year, and what the records say it did."""
