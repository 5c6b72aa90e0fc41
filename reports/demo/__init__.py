"""Demo stories: whole fictitious installations, the same at every loading. Every person in them is invented."""
