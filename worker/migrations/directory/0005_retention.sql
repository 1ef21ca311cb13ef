-- For how many months contact details and attachments are kept after a letter came to rest, and since when that is so.
ALTER TABLE tenant ADD COLUMN retention_months INTEGER NOT NULL DEFAULT 12;
ALTER TABLE tenant ADD COLUMN retention_since INTEGER NOT NULL DEFAULT 0;

-- What is removed when it has grown old.
CREATE INDEX audit_age ON audit (at);
CREATE INDEX token_age ON token (expires_at);
CREATE INDEX session_age ON "session" ("expiresAt");
CREATE INDEX verification_age ON "verification" ("expiresAt");
