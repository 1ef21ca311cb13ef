-- Departments that were merged, split or closed stay for the letters and figures of their time. `successors`: a JSON list of ids,
-- of which the first took over the letters in hand.
ALTER TABLE department ADD COLUMN since INTEGER;
ALTER TABLE department ADD COLUMN closed_at INTEGER;
ALTER TABLE department ADD COLUMN successors TEXT NOT NULL DEFAULT '[]';

-- What a department was called before it was renamed.
CREATE TABLE former_name (
  tenant TEXT NOT NULL,
  department TEXT NOT NULL,
  until INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (tenant, department, until),
  FOREIGN KEY (tenant, department) REFERENCES department (tenant, id)
) STRICT, WITHOUT ROWID;

-- Departments whose letters pass to others, and how far that has got. `heir` takes over whatever is open; null: the department
-- lives on. `chosen`: letters, by id, that go to another one.
CREATE TABLE succession (
  tenant TEXT NOT NULL,
  department TEXT NOT NULL,
  since INTEGER NOT NULL,
  shard INTEGER NOT NULL,
  heir TEXT,
  chosen TEXT NOT NULL,
  cursor TEXT NOT NULL,
  passed_at INTEGER,
  done_at INTEGER,
  PRIMARY KEY (tenant, department, since),
  FOREIGN KEY (tenant, department) REFERENCES department (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX succession_pending ON succession (shard, tenant) WHERE done_at IS NULL;
-- A department is closed once: of two mergers at once the second breaks this.
CREATE UNIQUE INDEX succession_once ON succession (tenant, department) WHERE heir IS NOT NULL;

-- Who acts for an absent officer (代理人), and on which days of the tenant's zone; the instants are their beginning and end.
CREATE TABLE deputy (
  id TEXT PRIMARY KEY,
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  absent TEXT NOT NULL REFERENCES member (id),
  deputy TEXT NOT NULL REFERENCES member (id),
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX deputy_tenant ON deputy (tenant, until_at);
CREATE INDEX deputy_acting ON deputy (deputy, until_at);
CREATE INDEX deputy_absent ON deputy (absent, until_at);
CREATE INDEX deputy_age ON deputy (until_at);

-- To become a member: opened by a token of which only the hash is kept, once, until it expires.
CREATE TABLE invitation (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  departments TEXT NOT NULL,
  made_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX invitation_person ON invitation (tenant, email, role);
CREATE INDEX invitation_age ON invitation (expires_at);
