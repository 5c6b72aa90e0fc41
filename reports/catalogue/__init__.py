"""The reports that are written as data: one module for each, put together in reports/definitions.py."""
