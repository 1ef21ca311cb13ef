-- Orders (督办) of the centre, and of demand notices. `id` names what it came from, so that opening one twice opens one.
CREATE TABLE "order" (
  id TEXT PRIMARY KEY,
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  jurisdiction TEXT NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  cause TEXT NOT NULL,
  department TEXT,
  letter_number TEXT,
  state TEXT NOT NULL,
  seq INTEGER NOT NULL,
  issued_at INTEGER NOT NULL,
  since INTEGER NOT NULL,
  days INTEGER NOT NULL,
  due_day TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  provisional INTEGER NOT NULL,
  answered_at INTEGER,
  closed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX order_serial ON "order" (tenant, year, serial);
-- By tenant, and by each length of a jurisdiction's prefix: what is open by deadline, and all of them, newest first.
CREATE INDEX order_tenant_due ON "order" (tenant, state, due_at, number);
CREATE INDEX order_tenant_recent ON "order" (tenant, issued_at, number);
CREATE INDEX order_due ON "order" (state, due_at, number);
CREATE INDEX order_recent ON "order" (issued_at, number);
CREATE INDEX order_due_2 ON "order" (substr(jurisdiction, 1, 2), state, due_at, number);
CREATE INDEX order_recent_2 ON "order" (substr(jurisdiction, 1, 2), issued_at, number);
CREATE INDEX order_due_4 ON "order" (substr(jurisdiction, 1, 4), state, due_at, number);
CREATE INDEX order_recent_4 ON "order" (substr(jurisdiction, 1, 4), issued_at, number);
CREATE INDEX order_due_6 ON "order" (substr(jurisdiction, 1, 6), state, due_at, number);
CREATE INDEX order_recent_6 ON "order" (substr(jurisdiction, 1, 6), issued_at, number);

-- What happened to an order, appended only: of two racers the second breaks the key.
CREATE TABLE order_event (
  order_id TEXT NOT NULL REFERENCES "order" (id),
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  role TEXT NOT NULL,
  actor TEXT,
  kind TEXT NOT NULL,
  data TEXT NOT NULL,
  text TEXT,
  PRIMARY KEY (order_id, seq)
) STRICT, WITHOUT ROWID;

-- Days announced after the service was built: of the nation (scope '') by year, of a tenant's own place. The highest version holds.
CREATE TABLE calendar (
  scope TEXT NOT NULL,
  year INTEGER NOT NULL,
  version INTEGER NOT NULL,
  days TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  PRIMARY KEY (scope, year, version)
) STRICT, WITHOUT ROWID;

-- Whose open deadlines are to be counted again since a calendar changed, and how far that has got.
CREATE TABLE recount (
  tenant TEXT PRIMARY KEY REFERENCES tenant (slug),
  shard INTEGER NOT NULL,
  since INTEGER NOT NULL,
  cursor TEXT NOT NULL,
  passed_at INTEGER,
  done_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX recount_pending ON recount (shard, tenant) WHERE done_at IS NULL;
-- Letters of before this migration may have met a calendar that is known by now.
INSERT INTO recount (tenant, shard, since, cursor) SELECT slug, shard, unixepoch() * 1000, '' FROM tenant;

-- Within which a tenant may set its rules, where the centre of a jurisdiction has narrowed them. The highest version holds.
CREATE TABLE rule_bounds (
  jurisdiction TEXT NOT NULL,
  version INTEGER NOT NULL,
  bounds TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  PRIMARY KEY (jurisdiction, version)
) STRICT, WITHOUT ROWID;

-- Letters in hand, carried here by the outbox, so that the centre finds what is overdue without asking a shard. An answered one
-- stays for a day: a run of the outbox that comes late must not bring it back.
CREATE TABLE open_letter (
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  letter_id TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  department TEXT,
  received_at INTEGER NOT NULL,
  reply_at INTEGER,
  round INTEGER NOT NULL,
  colour TEXT,
  interim INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  closed_at INTEGER,
  PRIMARY KEY (tenant, letter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX open_letter_tenant ON open_letter (tenant, reply_at, number) WHERE closed_at IS NULL AND reply_at IS NOT NULL;
CREATE INDEX open_letter_due ON open_letter (reply_at, number) WHERE closed_at IS NULL AND reply_at IS NOT NULL;
CREATE INDEX open_letter_due_2 ON open_letter (substr(jurisdiction, 1, 2), reply_at, number) WHERE closed_at IS NULL AND reply_at IS NOT NULL;
CREATE INDEX open_letter_due_4 ON open_letter (substr(jurisdiction, 1, 4), reply_at, number) WHERE closed_at IS NULL AND reply_at IS NOT NULL;
CREATE INDEX open_letter_due_6 ON open_letter (substr(jurisdiction, 1, 6), reply_at, number) WHERE closed_at IS NULL AND reply_at IS NOT NULL;
CREATE INDEX open_letter_closed ON open_letter (closed_at) WHERE closed_at IS NOT NULL;
