-- Letters handed over to another tenant stay where they are, with their record; the row says who holds them. `department` goes on
-- naming the department of their own tenant that has them, or had them last. What is to be done is the holder's: meanwhile `due_at`
-- is null (`due_elsewhere` has it, to be shown), `drafted` and `to_publish` are 0 here.
ALTER TABLE letter ADD COLUMN holder TEXT;
ALTER TABLE letter ADD COLUMN holder_department TEXT;
ALTER TABLE letter ADD COLUMN due_elsewhere INTEGER;
-- Another tenant holds it, or did.
ALTER TABLE letter ADD COLUMN handed_over INTEGER NOT NULL DEFAULT 0;
CREATE INDEX letter_handed_over ON letter (tenant, received_at DESC, serial DESC) WHERE holder IS NOT NULL;

-- In the shard of a tenant that was handed a letter: what its lists need of it. The outbox of the letter's own shard carries it here
-- (worker/hand-over/carry.ts); `home` has the letter. Kept when the letter goes on, with `holds` 0 and no title, because its facts
-- are kept too.
CREATE TABLE held_letter (
  id INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  letter_id TEXT NOT NULL,
  home TEXT NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  department TEXT,
  title TEXT NOT NULL,
  consent INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  rule_version INTEGER NOT NULL,
  round INTEGER NOT NULL,
  due_at INTEGER,
  colour TEXT,
  contested INTEGER NOT NULL,
  objected INTEGER NOT NULL,
  drafted INTEGER NOT NULL,
  answered_at INTEGER,
  promised_for TEXT,
  promise_done INTEGER NOT NULL,
  release TEXT NOT NULL,
  to_publish INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  holds INTEGER NOT NULL,
  UNIQUE (tenant, letter_id)
) STRICT;
CREATE INDEX held_letter_open ON held_letter (tenant, due_at) WHERE holds = 1 AND status IN ('submitted', 'accepted', 'awaiting_citizen');
CREATE INDEX held_letter_recent ON held_letter (tenant, received_at DESC) WHERE holds = 1;
CREATE INDEX held_letter_number ON held_letter (tenant, number);

-- The figures of the tenant that holds it follow: what is kept in caches of them is old.
CREATE TRIGGER held_letter_came AFTER INSERT ON held_letter BEGIN
  INSERT INTO tally (tenant) VALUES (new.tenant) ON CONFLICT (tenant) DO NOTHING;
  UPDATE tally SET version = version + 1 WHERE tenant = new.tenant;
END;
CREATE TRIGGER held_letter_changed AFTER UPDATE ON held_letter BEGIN
  UPDATE tally SET version = version + 1 WHERE tenant = new.tenant;
END;
