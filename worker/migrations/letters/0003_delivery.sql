-- What is to be told to somebody outside: one row for each event (or digest), channel and target. No text and no address: both
-- are looked up when it is sent. Table by table: docs/storage-schema.md.
CREATE TABLE delivery (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  tenant TEXT NOT NULL,
  channel TEXT NOT NULL,
  kind TEXT NOT NULL,
  target TEXT,
  letter_id TEXT,
  seq INTEGER,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at INTEGER,
  note TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_due ON delivery (channel, due_at, id) WHERE state = 'pending';
CREATE INDEX delivery_list ON delivery (tenant, state, created_at DESC, id DESC);
CREATE INDEX delivery_target ON delivery (target, state) WHERE target IS NOT NULL;
CREATE INDEX delivery_ended ON delivery (ended_at) WHERE ended_at IS NOT NULL;

-- The log of a webhook: the last calls, without what was said.
CREATE TABLE attempt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  target TEXT NOT NULL,
  delivery_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  at INTEGER NOT NULL,
  status INTEGER,
  ms INTEGER NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX attempt_target ON attempt (target, id DESC);

-- Who wants no more mail: a letter's writer, or whoever reads an address (a keyed hash of it).
CREATE TABLE mail_stop (
  tenant TEXT NOT NULL,
  subject TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, subject)
) STRICT, WITHOUT ROWID;

-- Receipts to one address (a keyed hash of it) on one day, so that nobody's mailbox is filled with letters they never wrote.
CREATE TABLE mail_count (
  subject TEXT NOT NULL,
  day TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (subject, day)
) STRICT, WITHOUT ROWID;

-- What the weekly summary counts and what mail says of promises.
CREATE INDEX letter_promised ON letter (tenant, promised_for) WHERE promised_for IS NOT NULL AND promise_done = 0;
CREATE INDEX letter_contested ON letter (tenant) WHERE contested = 1;
