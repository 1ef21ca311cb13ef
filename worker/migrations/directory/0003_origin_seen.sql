-- When a site last showed an element of ours, and of which version: told once a day by the element itself.
ALTER TABLE origin ADD COLUMN seen_at INTEGER;
ALTER TABLE origin ADD COLUMN seen_version TEXT;
