-- Spot checks (抽查): a list of replied letters that stands, the public value that draws from it, and what two reviewers say. `id` names
-- the call that opened one, so that opening it twice opens one.
CREATE TABLE spot_check (
  id TEXT PRIMARY KEY,
  jurisdiction TEXT NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  request TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  size INTEGER NOT NULL,
  source TEXT NOT NULL,
  draw_at INTEGER NOT NULL,
  reviewers TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  frozen_at INTEGER,
  population INTEGER,
  population_hash TEXT,
  value TEXT,
  drawn_at INTEGER,
  drawn_by TEXT,
  drawn INTEGER NOT NULL DEFAULT 0,
  closed_at INTEGER,
  closed_by TEXT,
  result TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX spot_check_serial ON spot_check (jurisdiction, year, serial);
CREATE INDEX spot_check_pending ON spot_check (opened_at, id) WHERE frozen_at IS NULL;
-- By each length of a jurisdiction's prefix, newest first.
CREATE INDEX spot_check_recent ON spot_check (opened_at, id);
CREATE INDEX spot_check_recent_2 ON spot_check (substr(jurisdiction, 1, 2), opened_at, id);
CREATE INDEX spot_check_recent_4 ON spot_check (substr(jurisdiction, 1, 4), opened_at, id);
CREATE INDEX spot_check_recent_6 ON spot_check (substr(jurisdiction, 1, 6), opened_at, id);

-- The tenants of its scope, and how many letters each brought (null: not gone through yet).
CREATE TABLE spot_check_tenant (
  check_id TEXT NOT NULL REFERENCES spot_check (id),
  tenant TEXT NOT NULL,
  name TEXT NOT NULL,
  prefix TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  counted INTEGER,
  PRIMARY KEY (check_id, tenant)
) STRICT, WITHOUT ROWID;
CREATE INDEX spot_check_tenant_recent ON spot_check_tenant (tenant, opened_at, check_id);

-- The numbers a tenant brought; they come with its count, or not at all. A long list goes on in further rows.
CREATE TABLE spot_check_part (
  check_id TEXT NOT NULL,
  tenant TEXT NOT NULL,
  seq INTEGER NOT NULL,
  numbers TEXT NOT NULL,
  PRIMARY KEY (check_id, tenant, seq)
) STRICT, WITHOUT ROWID;

-- The sample in the order in which it was drawn.
CREATE TABLE spot_check_item (
  check_id TEXT NOT NULL REFERENCES spot_check (id),
  ordinal INTEGER NOT NULL,
  tenant TEXT NOT NULL,
  number TEXT NOT NULL,
  PRIMARY KEY (check_id, ordinal)
) STRICT, WITHOUT ROWID;

-- What each reviewer says of each letter.
CREATE TABLE spot_check_score (
  check_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  reviewer TEXT NOT NULL,
  score TEXT NOT NULL,
  scored_at INTEGER NOT NULL,
  PRIMARY KEY (check_id, ordinal, reviewer),
  FOREIGN KEY (check_id, ordinal) REFERENCES spot_check_item (check_id, ordinal)
) STRICT, WITHOUT ROWID;

-- What stands stays so, whoever writes to it.
CREATE TRIGGER spot_check_opened BEFORE UPDATE OF id, jurisdiction, year, serial, request, from_day, to_day, time_zone, size, source, draw_at, reviewers, opened_by, opened_at ON spot_check
BEGIN SELECT raise(ABORT, 'a spot check is announced'); END;
CREATE TRIGGER spot_check_frozen BEFORE UPDATE OF frozen_at, population, population_hash ON spot_check
WHEN old.frozen_at IS NOT NULL BEGIN SELECT raise(ABORT, 'the list of a spot check stands'); END;
CREATE TRIGGER spot_check_drawn BEFORE UPDATE OF value, drawn_at, drawn_by, drawn ON spot_check
WHEN old.drawn_at IS NOT NULL BEGIN SELECT raise(ABORT, 'a spot check is drawn once'); END;
CREATE TRIGGER spot_check_closed BEFORE UPDATE ON spot_check
WHEN old.closed_at IS NOT NULL BEGIN SELECT raise(ABORT, 'a spot check is closed'); END;
CREATE TRIGGER spot_check_kept BEFORE DELETE ON spot_check BEGIN SELECT raise(ABORT, 'a spot check is kept'); END;
CREATE TRIGGER spot_check_tenant_counted BEFORE UPDATE ON spot_check_tenant
WHEN old.counted IS NOT NULL BEGIN SELECT raise(IGNORE); END;
-- Whoever gathered the same tenant at the same time comes too late, without harm.
CREATE TRIGGER spot_check_part_late BEFORE INSERT ON spot_check_part
WHEN (SELECT counted FROM spot_check_tenant WHERE check_id = new.check_id AND tenant = new.tenant) IS NOT NULL
BEGIN SELECT raise(IGNORE); END;
CREATE TRIGGER spot_check_part_kept BEFORE UPDATE ON spot_check_part BEGIN SELECT raise(ABORT, 'the list of a spot check stands'); END;
CREATE TRIGGER spot_check_part_whole BEFORE DELETE ON spot_check_part
WHEN (SELECT frozen_at FROM spot_check WHERE id = old.check_id) IS NOT NULL BEGIN SELECT raise(ABORT, 'the list of a spot check stands'); END;
CREATE TRIGGER spot_check_item_kept BEFORE UPDATE ON spot_check_item BEGIN SELECT raise(ABORT, 'a spot check is drawn once'); END;
CREATE TRIGGER spot_check_item_whole BEFORE DELETE ON spot_check_item BEGIN SELECT raise(ABORT, 'a spot check is drawn once'); END;
-- Once both reviewers have judged everything each may see what the other said: nothing changes from then on.
CREATE TRIGGER spot_check_score_late BEFORE UPDATE ON spot_check_score
WHEN (SELECT count(*) FROM spot_check_score WHERE check_id = old.check_id) >= 2 * (SELECT drawn FROM spot_check WHERE id = old.check_id)
BEGIN SELECT raise(IGNORE); END;
CREATE TRIGGER spot_check_score_kept BEFORE DELETE ON spot_check_score BEGIN SELECT raise(ABORT, 'a score is kept'); END;

-- Letters closed as contested (rated dissatisfied twice), and promises, as their shards' outboxes told them: what the centre's lists
-- read. `tenant` is who holds the letter now. A row that is further along stays.
CREATE TABLE contested_letter (
  letter_id TEXT PRIMARY KEY,
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  jurisdiction TEXT NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  department TEXT,
  received_at INTEGER NOT NULL,
  contested_at INTEGER NOT NULL,
  levels TEXT NOT NULL,
  outcome TEXT,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contested_letter_tenant ON contested_letter (tenant, contested_at, number);
CREATE INDEX contested_letter_recent ON contested_letter (contested_at, number);
CREATE INDEX contested_letter_recent_2 ON contested_letter (substr(jurisdiction, 1, 2), contested_at, number);
CREATE INDEX contested_letter_recent_4 ON contested_letter (substr(jurisdiction, 1, 4), contested_at, number);
CREATE INDEX contested_letter_recent_6 ON contested_letter (substr(jurisdiction, 1, 6), contested_at, number);

-- `promised_for` is null where a later reply took the promise's place: a run of the outbox that comes late must not bring it back.
CREATE TABLE promise (
  letter_id TEXT PRIMARY KEY,
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  jurisdiction TEXT NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  department TEXT,
  received_at INTEGER NOT NULL,
  promised_at INTEGER NOT NULL,
  promised_for TEXT,
  done_at INTEGER,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_tenant_open ON promise (tenant, promised_for, number) WHERE done_at IS NULL AND promised_for IS NOT NULL;
CREATE INDEX promise_open ON promise (promised_for, number) WHERE done_at IS NULL AND promised_for IS NOT NULL;
CREATE INDEX promise_open_2 ON promise (substr(jurisdiction, 1, 2), promised_for, number) WHERE done_at IS NULL AND promised_for IS NOT NULL;
CREATE INDEX promise_open_4 ON promise (substr(jurisdiction, 1, 4), promised_for, number) WHERE done_at IS NULL AND promised_for IS NOT NULL;
CREATE INDEX promise_open_6 ON promise (substr(jurisdiction, 1, 6), promised_for, number) WHERE done_at IS NULL AND promised_for IS NOT NULL;
CREATE INDEX promise_tenant_kept ON promise (tenant, done_at, number) WHERE done_at IS NOT NULL AND promised_for IS NOT NULL;
CREATE INDEX promise_kept ON promise (done_at, number) WHERE done_at IS NOT NULL AND promised_for IS NOT NULL;
CREATE INDEX promise_kept_2 ON promise (substr(jurisdiction, 1, 2), done_at, number) WHERE done_at IS NOT NULL AND promised_for IS NOT NULL;
CREATE INDEX promise_kept_4 ON promise (substr(jurisdiction, 1, 4), done_at, number) WHERE done_at IS NOT NULL AND promised_for IS NOT NULL;
CREATE INDEX promise_kept_6 ON promise (substr(jurisdiction, 1, 6), done_at, number) WHERE done_at IS NOT NULL AND promised_for IS NOT NULL;

-- The centre's orders about a letter of its list.
CREATE INDEX order_letter ON "order" (letter_number, issued_at) WHERE letter_number IS NOT NULL;
