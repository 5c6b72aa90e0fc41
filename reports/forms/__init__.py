"""Forms that Party bodies issue about one dossier: what each says (definitions), what it knows (fields), the filled paper."""
