"""A trigram index behind the search by name, where the server has pg_trgm; without it the search reads all names."""

from django.db import migrations

CREATE = """
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX candidates_person_search ON candidates_person USING gin (search_key gin_trgm_ops);
    END IF;
END $$
"""


class Migration(migrations.Migration):
    """Create the index."""

    dependencies = [("candidates", "0001_initial")]

    operations = [migrations.RunSQL(CREATE, "DROP INDEX IF EXISTS candidates_person_search")]
