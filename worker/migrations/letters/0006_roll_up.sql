-- What the centre's figures have counted of each letter, and from when on it must be looked at again (null: when it changes).
-- Letters and notices of before this migration are counted by the first runs of the job.
ALTER TABLE facts ADD COLUMN counted TEXT;
ALTER TABLE facts ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE facts ADD COLUMN count_at INTEGER DEFAULT 0;
CREATE INDEX facts_to_count ON facts (count_at, tenant, received_at, letter_id) WHERE count_at IS NOT NULL;
CREATE TRIGGER facts_changed AFTER UPDATE OF facts ON facts WHEN new.facts <> old.facts BEGIN
  UPDATE facts SET changed = changed + 1, count_at = 0
  WHERE tenant = new.tenant AND received_at = new.received_at AND letter_id = new.letter_id;
END;

ALTER TABLE notice ADD COLUMN count_at INTEGER DEFAULT 0;
CREATE INDEX notice_to_count ON notice (count_at, tenant, id) WHERE count_at IS NOT NULL;

-- Sums by tenant, department ('': the whole tenant) and year of receipt, `months` by month. The directory has a copy.
CREATE TABLE running_sum (
  tenant TEXT NOT NULL,
  department TEXT NOT NULL,
  year INTEGER NOT NULL,
  months TEXT NOT NULL,
  version INTEGER NOT NULL,
  copied INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, department, year)
) STRICT, WITHOUT ROWID;
CREATE INDEX running_sum_to_copy ON running_sum (tenant, department, year) WHERE version > copied;

-- Whose turn it is to change the sums: a run names the one it goes on from, and of two at once the second breaks the key. Only the
-- last one is kept. It is a time, so that sums of a shard that was restored are still newer than their copies.
CREATE TABLE roll_up_turn (
  turn INTEGER PRIMARY KEY,
  after INTEGER NOT NULL UNIQUE
) STRICT;
