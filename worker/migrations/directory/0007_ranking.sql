-- Copies of the shards' running sums: the centre's tables read these and never the shards. The higher version is the newer one.
CREATE TABLE roll_up (
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  department TEXT NOT NULL,
  year INTEGER NOT NULL,
  months TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (tenant, department, year)
) STRICT, WITHOUT ROWID;

-- Until when all that happened in a shard has been counted.
CREATE TABLE roll_up_state (
  shard INTEGER PRIMARY KEY,
  as_of INTEGER NOT NULL
) STRICT;

-- Where the centre shows its league table to everybody. `version` counts every change of what the table is made of; caches go by it.
CREATE TABLE ranking_publication (
  jurisdiction TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  public INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- What a tenant says about its figures; the highest number holds, an empty text takes it back.
CREATE TABLE ranking_comment (
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  seq INTEGER NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  PRIMARY KEY (tenant, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ranking_tenant_added AFTER INSERT ON tenant BEGIN
  UPDATE ranking_publication SET version = version + 1
  WHERE jurisdiction IN ('', substr(new.jurisdiction, 1, 2), substr(new.jurisdiction, 1, 4), new.jurisdiction);
END;
CREATE TRIGGER ranking_tenant_changed AFTER UPDATE OF name, jurisdiction ON tenant BEGIN
  UPDATE ranking_publication SET version = version + 1
  WHERE jurisdiction IN ('', substr(new.jurisdiction, 1, 2), substr(new.jurisdiction, 1, 4), new.jurisdiction,
    substr(old.jurisdiction, 1, 2), substr(old.jurisdiction, 1, 4), old.jurisdiction);
END;
CREATE TRIGGER ranking_sums_added AFTER INSERT ON roll_up WHEN new.department = '' BEGIN
  UPDATE ranking_publication SET version = version + 1
  WHERE jurisdiction IN (SELECT value FROM tenant, json_each(json_array('', substr(jurisdiction, 1, 2), substr(jurisdiction, 1, 4), jurisdiction)) WHERE slug = new.tenant);
END;
CREATE TRIGGER ranking_sums_changed AFTER UPDATE OF months ON roll_up WHEN new.department = '' BEGIN
  UPDATE ranking_publication SET version = version + 1
  WHERE jurisdiction IN (SELECT value FROM tenant, json_each(json_array('', substr(jurisdiction, 1, 2), substr(jurisdiction, 1, 4), jurisdiction)) WHERE slug = new.tenant);
END;
CREATE TRIGGER ranking_comment_added AFTER INSERT ON ranking_comment BEGIN
  UPDATE ranking_publication SET version = version + 1
  WHERE jurisdiction IN (SELECT value FROM tenant, json_each(json_array('', substr(jurisdiction, 1, 2), substr(jurisdiction, 1, 4), jurisdiction)) WHERE slug = new.tenant);
END;
