-- When each person who works here was last signed in. Sessions go when they end; this stays.
CREATE TABLE sign_in (
  user_id TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO sign_in (user_id, at)
  SELECT userId, max(unixepoch(updatedAt)) * 1000 FROM "session" WHERE unixepoch(updatedAt) IS NOT NULL GROUP BY userId;
CREATE TRIGGER sign_in_begun AFTER INSERT ON "session" WHEN typeof(new.updatedAt) = 'text' AND unixepoch(new.updatedAt) IS NOT NULL BEGIN
  INSERT INTO sign_in (user_id, at) VALUES (new.userId, unixepoch(new.updatedAt) * 1000)
    ON CONFLICT (user_id) DO UPDATE SET at = max(at, excluded.at);
END;
-- A session is renewed at most once an hour while it is used.
CREATE TRIGGER sign_in_renewed AFTER UPDATE OF updatedAt ON "session" WHEN typeof(new.updatedAt) = 'text' AND unixepoch(new.updatedAt) IS NOT NULL BEGIN
  INSERT INTO sign_in (user_id, at) VALUES (new.userId, unixepoch(new.updatedAt) * 1000)
    ON CONFLICT (user_id) DO UPDATE SET at = max(at, excluded.at);
END;

-- Copies of the shards' `activity`.
CREATE TABLE tenant_activity (
  tenant TEXT PRIMARY KEY,
  published_at INTEGER,
  notice_at INTEGER,
  published TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whether anybody is there, by what is known in the directory: judged every night, and sooner where something happened. There is a row for
-- each tenant from the beginning: one that never did anything is found, not missing.
CREATE TABLE liveness (
  tenant TEXT PRIMARY KEY REFERENCES tenant (slug),
  shard INTEGER NOT NULL,
  jurisdiction TEXT NOT NULL,
  evidence TEXT,
  level TEXT,
  severity INTEGER,
  as_of INTEGER,
  due_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX liveness_due ON liveness (shard, due_at, tenant);
-- By each length of a jurisdiction's prefix, the worst first.
CREATE INDEX liveness_worst ON liveness (severity DESC, tenant, level) WHERE as_of IS NOT NULL;
CREATE INDEX liveness_worst_2 ON liveness (substr(jurisdiction, 1, 2), severity DESC, tenant, level) WHERE as_of IS NOT NULL;
CREATE INDEX liveness_worst_4 ON liveness (substr(jurisdiction, 1, 4), severity DESC, tenant, level) WHERE as_of IS NOT NULL;
CREATE INDEX liveness_worst_6 ON liveness (substr(jurisdiction, 1, 6), severity DESC, tenant, level) WHERE as_of IS NOT NULL;
INSERT INTO liveness (tenant, shard, jurisdiction) SELECT slug, shard, jurisdiction FROM tenant;

CREATE TRIGGER liveness_tenant_added AFTER INSERT ON tenant BEGIN
  INSERT INTO liveness (tenant, shard, jurisdiction) VALUES (new.slug, new.shard, new.jurisdiction);
END;
CREATE TRIGGER liveness_tenant_changed AFTER UPDATE OF jurisdiction, shard ON tenant BEGIN
  UPDATE liveness SET shard = new.shard, jurisdiction = new.jurisdiction WHERE tenant = new.slug;
END;
-- Ten minutes after the last judgement at the earliest.
CREATE TRIGGER liveness_summary_added AFTER INSERT ON tenant_summary BEGIN
  UPDATE liveness SET due_at = min(due_at, coalesce(as_of + 600000, 0)) WHERE tenant = new.tenant;
END;
CREATE TRIGGER liveness_summary_changed AFTER UPDATE ON tenant_summary BEGIN
  UPDATE liveness SET due_at = min(due_at, coalesce(as_of + 600000, 0)) WHERE tenant = new.tenant;
END;

-- Letters in hand that got no reply of any kind, the oldest first; in a second round there has been one.
CREATE INDEX open_letter_unanswered ON open_letter (tenant, received_at) WHERE closed_at IS NULL AND interim = 0 AND round = 1;

-- What people ticked in the self-check before an inspection; the highest number holds.
CREATE TABLE inspection_tick (
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  year INTEGER NOT NULL,
  item TEXT NOT NULL,
  seq INTEGER NOT NULL,
  answer TEXT NOT NULL,
  remark TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (tenant, year, item, seq)
) STRICT, WITHOUT ROWID;
