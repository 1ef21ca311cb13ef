-- Addresses of other systems that want to know what happens to a tenant's letters (https://www.standardwebhooks.com).
CREATE TABLE webhook (
  id TEXT PRIMARY KEY,
  tenant TEXT NOT NULL REFERENCES tenant (slug),
  url TEXT NOT NULL,
  events TEXT,
  secret TEXT NOT NULL,
  old_secret TEXT,
  old_until INTEGER,
  disabled_at INTEGER,
  disabled_for TEXT,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_tenant ON webhook (tenant, created_at);

-- Demonstrations only: messages that nobody sent, to be looked at under /dev/outbox.
CREATE TABLE kept_mail (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  head TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT NOT NULL
) STRICT;
