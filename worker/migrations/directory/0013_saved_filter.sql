-- Views of the inbox that a member keeps for themselves.
CREATE TABLE saved_filter (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX saved_filter_name ON saved_filter (user_id, tenant, name);
