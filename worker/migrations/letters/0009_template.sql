-- Texts that replies are written from: a tenant's own, for all departments (NULL) or one.
CREATE TABLE template (
  id TEXT PRIMARY KEY,
  tenant TEXT NOT NULL,
  department TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  kinds TEXT NOT NULL,
  version INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX template_list ON template (tenant, changed_at DESC, id DESC);

-- What a department answered last, to look for letters like the one in hand.
CREATE INDEX letter_answered ON letter (tenant, department, answered_at DESC)
  WHERE answered_at IS NOT NULL AND outcome IS NOT NULL;
