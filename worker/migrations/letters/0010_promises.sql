-- Promises by date, and those that were kept.
CREATE INDEX letter_promise ON letter (tenant, promised_for, serial) WHERE promised_for IS NOT NULL AND promise_done = 0;
CREATE INDEX letter_promise_kept ON letter (tenant, promised_for DESC, serial DESC) WHERE promised_for IS NOT NULL AND promise_done = 1;
-- The directory learns of promises and contested letters of before this migration. Without an event nobody is told anything.
INSERT INTO outbox (tenant, topic, letter_id, seq, due_at)
  SELECT tenant, 'letter', id, NULL, 0 FROM letter WHERE contested = 1 OR promised_for IS NOT NULL;
