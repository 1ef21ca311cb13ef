-- Files that come with letters, supplements and replies. The bytes lie in the bucket, under random names.

-- Uploads that are under way. Their parts lie under `incoming/<id>/`; which of them are there, the bucket knows.
CREATE TABLE upload (
  id TEXT PRIMARY KEY,
  tenant TEXT NOT NULL,
  key_hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX upload_age ON upload (expires_at);

-- Files that were checked. `expires_at` is null as soon as a letter has it.
CREATE TABLE file (
  id TEXT PRIMARY KEY,
  tenant TEXT NOT NULL,
  key_hash TEXT NOT NULL,
  object TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  sha256 TEXT NOT NULL,
  scanned INTEGER NOT NULL,
  expires_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX file_unattached ON file (expires_at) WHERE expires_at IS NOT NULL;

-- With which event of which letter a file came. A file that vanished breaks the reference, so that nothing is stored without
-- its files. `shared`: it came with the reply to a letter that this one was merged into.
CREATE TABLE attachment (
  letter_id TEXT NOT NULL REFERENCES letter (id),
  file_id TEXT NOT NULL REFERENCES file (id),
  seq INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  shared INTEGER NOT NULL,
  released INTEGER NOT NULL,
  PRIMARY KEY (letter_id, file_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX attachment_once ON attachment (file_id) WHERE shared = 0;
CREATE INDEX attachment_file ON attachment (file_id);

-- What is to be removed from the bucket: all that lies under a prefix. Written in the batch that forgets it, so that a crash
-- leaves nothing behind.
CREATE TABLE removal (
  prefix TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
