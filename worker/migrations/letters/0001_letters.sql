-- Letters of the tenants that live in this shard. Table by table: docs/storage-schema.md.
-- Times are milliseconds since the epoch; a `…_by`/`…_at` of a deadline is the first instant that is too late.

CREATE TABLE letter (
  id TEXT PRIMARY KEY,
  tenant TEXT NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  external_id TEXT,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  channel TEXT NOT NULL,
  department TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  contact TEXT,
  key_hash TEXT NOT NULL,
  consent INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  rule_version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  round INTEGER NOT NULL,
  due_at INTEGER,
  next_at INTEGER,
  provisional INTEGER NOT NULL,
  colour TEXT,
  contested INTEGER NOT NULL,
  objected INTEGER NOT NULL,
  drafted INTEGER NOT NULL,
  answered_at INTEGER,
  days INTEGER,
  outcome TEXT,
  rating INTEGER,
  promised_for TEXT,
  promise_done INTEGER NOT NULL,
  merged_into TEXT,
  release TEXT NOT NULL,
  to_publish INTEGER NOT NULL,
  public_title TEXT,
  public_body TEXT,
  public_reply TEXT,
  endorsements INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  answers_not INTEGER NOT NULL,
  search_id INTEGER UNIQUE
) STRICT;

CREATE UNIQUE INDEX letter_serial ON letter (tenant, year, serial);
CREATE UNIQUE INDEX letter_external ON letter (tenant, external_id) WHERE external_id IS NOT NULL;
-- The public feed, newest answer first, and its two filters.
CREATE INDEX letter_feed ON letter (tenant, answered_at DESC, serial DESC) WHERE release = 'published' AND consent = 1;
CREATE INDEX letter_feed_kind ON letter (tenant, kind, answered_at DESC, serial DESC) WHERE release = 'published' AND consent = 1;
CREATE INDEX letter_feed_department ON letter (tenant, department, answered_at DESC, serial DESC) WHERE release = 'published' AND consent = 1;
-- The officer's queue by deadline, and the sweep.
CREATE INDEX letter_open ON letter (tenant, due_at, serial) WHERE status IN ('submitted', 'accepted', 'awaiting_citizen');
CREATE INDEX letter_status ON letter (tenant, status, received_at DESC);
CREATE INDEX letter_to_publish ON letter (tenant, received_at DESC, serial DESC) WHERE to_publish = 1;
CREATE INDEX letter_next ON letter (next_at, id) WHERE next_at IS NOT NULL;
CREATE INDEX letter_merged ON letter (merged_into) WHERE merged_into IS NOT NULL;

-- The append-only record. `data` holds the canonical fields of docs/events.md, `texts` what people wrote (erasable).
CREATE TABLE event (
  letter_id TEXT NOT NULL REFERENCES letter (id),
  seq INTEGER NOT NULL,
  tenant TEXT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  data TEXT NOT NULL,
  texts TEXT,
  salt TEXT,
  PRIMARY KEY (letter_id, seq)
) STRICT, WITHOUT ROWID;

-- What the figures need of a letter, one row each, in the order in which a period is read.
CREATE TABLE facts (
  tenant TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  letter_id TEXT NOT NULL,
  facts TEXT NOT NULL,
  PRIMARY KEY (tenant, received_at, letter_id)
) STRICT, WITHOUT ROWID;

-- Counts of the public list and the version that caches are keyed by, kept by the triggers below.
CREATE TABLE tally (
  tenant TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 0,
  received INTEGER NOT NULL DEFAULT 0,
  published INTEGER NOT NULL DEFAULT 0,
  without_consent INTEGER NOT NULL DEFAULT 0,
  withheld INTEGER NOT NULL DEFAULT 0,
  spam INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TRIGGER letter_counted AFTER INSERT ON letter BEGIN
  INSERT INTO tally (tenant) VALUES (new.tenant) ON CONFLICT (tenant) DO NOTHING;
  UPDATE tally SET
    version = version + 1,
    received = received + 1,
    published = published + (new.release = 'published' AND new.consent = 1),
    without_consent = without_consent + (new.consent = 0 AND new.status <> 'spam'),
    withheld = withheld + (new.consent = 1 AND new.release IN ('withheld', 'taken_down') AND new.status <> 'spam'),
    spam = spam + (new.status = 'spam')
  WHERE tenant = new.tenant;
END;

CREATE TRIGGER letter_recounted AFTER UPDATE ON letter BEGIN
  UPDATE tally SET
    version = version + 1,
    published = published + (new.release = 'published' AND new.consent = 1) - (old.release = 'published' AND old.consent = 1),
    without_consent = without_consent + (new.consent = 0 AND new.status <> 'spam') - (old.consent = 0 AND old.status <> 'spam'),
    withheld = withheld
      + (new.consent = 1 AND new.release IN ('withheld', 'taken_down') AND new.status <> 'spam')
      - (old.consent = 1 AND old.release IN ('withheld', 'taken_down') AND old.status <> 'spam'),
    spam = spam + (new.status = 'spam') - (old.status = 'spam')
  WHERE tenant = new.tenant;
END;

-- Text split into single characters (core/search-text.ts); `tenant` holds one token per tenant.
CREATE VIRTUAL TABLE search USING fts5 (tenant, title, body, content = '', contentless_delete = 1, tokenize = 'unicode61');

CREATE TABLE idempotency (
  tenant TEXT NOT NULL,
  key_hash TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  letter_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, key_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_age ON idempotency (created_at);

CREATE TABLE spent_challenge (
  signature TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX spent_challenge_age ON spent_challenge (expires_at);

-- A reader endorses a letter once and says once whether its reply answers it; the reader is a keyed hash of an
-- address, another for each letter.
CREATE TABLE reader_mark (
  letter_id TEXT NOT NULL,
  reader TEXT NOT NULL,
  kind TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (letter_id, reader, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  tenant TEXT NOT NULL,
  department TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  external_id TEXT
) STRICT;
CREATE INDEX notice_recent ON notice (tenant, published_at DESC, id DESC);
CREATE UNIQUE INDEX notice_external ON notice (tenant, external_id) WHERE external_id IS NOT NULL;
CREATE TRIGGER notice_counted AFTER INSERT ON notice BEGIN
  INSERT INTO tally (tenant) VALUES (new.tenant) ON CONFLICT (tenant) DO NOTHING;
  UPDATE tally SET version = version + 1 WHERE tenant = new.tenant;
END;

-- What is still to be done elsewhere because of a change committed here; at least once.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant TEXT NOT NULL,
  topic TEXT NOT NULL,
  letter_id TEXT,
  seq INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at);

CREATE TABLE job (
  name TEXT PRIMARY KEY,
  cursor TEXT NOT NULL,
  ran_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
