-- Who answers letters, who may sign in, and which shard holds whom. Table by table: docs/storage-schema.md.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tenant (
  slug TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  prefix TEXT NOT NULL UNIQUE,
  shard INTEGER NOT NULL,
  time_zone TEXT NOT NULL,
  locale TEXT NOT NULL,
  phone TEXT,
  contact_required INTEGER NOT NULL DEFAULT 0,
  rule_version INTEGER NOT NULL,
  data_key TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tenant_jurisdiction ON tenant (jurisdiction, slug);

-- Deadlines and other rules; a version is never changed, and each letter keeps the one it was received under.
CREATE TABLE tenant_rules (
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  version INTEGER NOT NULL,
  rules TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE department (
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX department_name ON department (tenant, name);

CREATE TABLE origin (
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  origin TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, origin)
) STRICT, WITHOUT ROWID;

-- Latest figures of each tenant, written by the outbox: the centre's lists never ask the shards.
CREATE TABLE tenant_summary (
  tenant TEXT PRIMARY KEY REFERENCES tenant (slug),
  figures TEXT NOT NULL,
  open INTEGER NOT NULL,
  last_received_at INTEGER,
  last_answered_at INTEGER,
  as_of INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a signed-in person may do where. Officers and coordinators belong to a tenant, central admins to a jurisdiction prefix.
CREATE TABLE member (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  role TEXT NOT NULL,
  tenant TEXT,
  jurisdiction TEXT,
  status TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX member_user ON member (user_id);
CREATE INDEX member_tenant ON member (tenant);

CREATE TABLE member_department (
  member_id TEXT NOT NULL REFERENCES member (id),
  department TEXT NOT NULL,
  PRIMARY KEY (member_id, department)
) STRICT, WITHOUT ROWID;

CREATE TABLE token (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  last_used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX token_user ON token (user_id);

-- Fixed-window counters; `bucket` is a keyed hash of the address and what it did.
CREATE TABLE rate (
  bucket TEXT NOT NULL,
  minute INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (bucket, minute)
) STRICT, WITHOUT ROWID;
CREATE INDEX rate_age ON rate (minute);

-- Staff actions that concern no single letter.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  user_id TEXT NOT NULL,
  tenant TEXT,
  action TEXT NOT NULL,
  subject TEXT
) STRICT;
CREATE INDEX audit_tenant ON audit (tenant, at);
