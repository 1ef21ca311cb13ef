-- Bulletins (通报). While one is being made it has no number; once it is frozen neither it nor its blocks change any more, but for
-- whether the centre publishes it. `id` names the call that began it, so that making it twice makes one.
CREATE TABLE bulletin (
  id TEXT PRIMARY KEY,
  jurisdiction TEXT NOT NULL,
  request TEXT NOT NULL,
  title TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  as_of TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  tenants TEXT NOT NULL,
  corrects TEXT REFERENCES bulletin (id),
  made_by TEXT NOT NULL,
  begun_at INTEGER NOT NULL,
  year INTEGER,
  issue INTEGER,
  frozen_at INTEGER,
  content TEXT,
  published_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX bulletin_issue ON bulletin (jurisdiction, year, issue) WHERE issue IS NOT NULL;
CREATE INDEX bulletin_pending ON bulletin (begun_at, id) WHERE frozen_at IS NULL;
CREATE INDEX bulletin_corrects ON bulletin (corrects) WHERE corrects IS NOT NULL;
-- By each length of a jurisdiction's prefix, newest first.
CREATE INDEX bulletin_recent ON bulletin (begun_at, id);
CREATE INDEX bulletin_recent_2 ON bulletin (substr(jurisdiction, 1, 2), begun_at, id);
CREATE INDEX bulletin_recent_4 ON bulletin (substr(jurisdiction, 1, 4), begun_at, id);
CREATE INDEX bulletin_recent_6 ON bulletin (substr(jurisdiction, 1, 6), begun_at, id);

-- What each tenant brought, until it is frozen. A tenant's first part comes with its others, or not at all.
CREATE TABLE bulletin_part (
  bulletin_id TEXT NOT NULL REFERENCES bulletin (id),
  tenant TEXT NOT NULL,
  seq INTEGER NOT NULL,
  part TEXT NOT NULL,
  PRIMARY KEY (bulletin_id, tenant, seq)
) STRICT, WITHOUT ROWID;

-- The document: headings, paragraphs and tables, in their order; a long table goes on in further rows.
CREATE TABLE bulletin_block (
  bulletin_id TEXT NOT NULL REFERENCES bulletin (id),
  seq INTEGER NOT NULL,
  block TEXT NOT NULL,
  PRIMARY KEY (bulletin_id, seq)
) STRICT, WITHOUT ROWID;

-- What is frozen stays so, whoever writes to it.
CREATE TRIGGER bulletin_frozen BEFORE UPDATE OF id, jurisdiction, request, title, from_day, to_day, as_of, time_zone, tenants, corrects, made_by, begun_at, year, issue, frozen_at, content ON bulletin
WHEN old.frozen_at IS NOT NULL BEGIN SELECT raise(ABORT, 'a bulletin is frozen'); END;
CREATE TRIGGER bulletin_kept BEFORE DELETE ON bulletin BEGIN SELECT raise(ABORT, 'a bulletin is kept'); END;
CREATE TRIGGER bulletin_block_frozen BEFORE UPDATE ON bulletin_block BEGIN SELECT raise(ABORT, 'a bulletin is frozen'); END;
CREATE TRIGGER bulletin_block_kept BEFORE DELETE ON bulletin_block BEGIN SELECT raise(ABORT, 'a bulletin is kept'); END;
-- Whoever was still gathering when another froze it comes too late, without harm.
CREATE TRIGGER bulletin_part_late BEFORE INSERT ON bulletin_part
WHEN (SELECT frozen_at FROM bulletin WHERE id = new.bulletin_id) IS NOT NULL BEGIN SELECT raise(IGNORE); END;
