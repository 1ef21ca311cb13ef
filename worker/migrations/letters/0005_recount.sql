-- Letters whose deadlines can still move, for counting them again when a calendar changed.
CREATE INDEX letter_counting ON letter (tenant, id) WHERE status IN ('submitted', 'accepted', 'awaiting_citizen', 'merged');

-- Those in hand are told to the directory once, which has a table of them from now on.
INSERT INTO outbox (tenant, topic, letter_id, due_at)
  SELECT tenant, 'letter', id, unixepoch() * 1000 FROM letter
  WHERE status IN ('submitted', 'accepted', 'awaiting_citizen', 'merged');
