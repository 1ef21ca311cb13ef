-- When a letter came to rest, and which then still hold something that isn't kept for good.
ALTER TABLE letter ADD COLUMN closed_at INTEGER;
UPDATE letter SET closed_at = (
  SELECT max(at) FROM event
  WHERE event.letter_id = letter.id AND event.kind IN ('closed', 'declined', 'withdrawn', 'marked_spam')
) WHERE status IN ('closed', 'declined', 'withdrawn', 'spam');

-- How many files its writer sent with it that are still there.
ALTER TABLE letter ADD COLUMN writer_files INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER attachment_counted AFTER INSERT ON attachment BEGIN
  UPDATE letter SET writer_files = (
    SELECT count(*) FROM attachment JOIN event USING (letter_id, seq)
    WHERE letter_id = new.letter_id AND event.kind IN ('submitted', 'supplemented')
  ) WHERE id = new.letter_id;
END;
CREATE TRIGGER attachment_uncounted AFTER DELETE ON attachment BEGIN
  UPDATE letter SET writer_files = (
    SELECT count(*) FROM attachment JOIN event USING (letter_id, seq)
    WHERE letter_id = old.letter_id AND event.kind IN ('submitted', 'supplemented')
  ) WHERE id = old.letter_id;
END;
CREATE INDEX letter_retained ON letter (tenant, closed_at, id) WHERE closed_at IS NOT NULL AND (contact IS NOT NULL OR writer_files > 0);

-- Readers' marks are removed when they are old.
CREATE INDEX reader_mark_age ON reader_mark (created_at);
