-- By what a reply that went out is found again when another letter is answered with the same words: its signature, and keys
-- of which like texts share one. Replies of before this migration have none.
CREATE TABLE reply_print (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant TEXT NOT NULL,
  letter_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  signature BLOB NOT NULL,
  keys TEXT NOT NULL,
  UNIQUE (letter_id, seq)
) STRICT;

-- The newest prints of a key come last.
CREATE TABLE reply_key (
  tenant TEXT NOT NULL,
  key INTEGER NOT NULL,
  print INTEGER NOT NULL,
  PRIMARY KEY (tenant, key, print)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER reply_printed AFTER INSERT ON reply_print BEGIN
  INSERT OR IGNORE INTO reply_key (tenant, key, print) SELECT new.tenant, value, new.id FROM json_each(new.keys);
END;
CREATE TRIGGER reply_unprinted AFTER DELETE ON reply_print BEGIN
  DELETE FROM reply_key
  WHERE (tenant, key, print) IN (SELECT old.tenant, value, old.id FROM json_each(old.keys));
END;
