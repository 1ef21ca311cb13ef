-- What a department has to do, by deadline: an officer's page must not read the tenant's other letters.
CREATE INDEX letter_open_department ON letter (tenant, department, due_at, serial) WHERE status IN ('submitted', 'accepted', 'awaiting_citizen');
-- What came back dissatisfied, what waits for sign-off, whose department says it isn't theirs: few of many.
CREATE INDEX letter_again ON letter (tenant, due_at, serial) WHERE round = 2 AND status IN ('submitted', 'accepted', 'awaiting_citizen');
CREATE INDEX letter_again_department ON letter (tenant, department, due_at, serial) WHERE round = 2 AND status IN ('submitted', 'accepted', 'awaiting_citizen');
CREATE INDEX letter_drafted ON letter (tenant, due_at, serial) WHERE drafted = 1;
CREATE INDEX letter_objected ON letter (tenant, due_at, serial) WHERE objected = 1;

-- Who has a letter open just now, so that two colleagues don't answer it at once. `until`: gone, unless heard of again before.
CREATE TABLE presence (
  letter_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (letter_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_age ON presence (until);
