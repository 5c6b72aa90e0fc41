"""Set-up of a clone: what ``make`` runs. Standard library only, because it runs before any package is installed."""
