-- Since when, and why, a tenant takes no new letters; null: it does. What it has goes on.
ALTER TABLE tenant ADD COLUMN suspended_at INTEGER;
ALTER TABLE tenant ADD COLUMN suspended_for TEXT;
