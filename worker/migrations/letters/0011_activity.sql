-- When each tenant last did something that the centre watches, and how many letters of each year are public now: kept by triggers and
-- copied to the directory where `version` is ahead of `copied`, so that nobody has to look for it in the history.
CREATE TABLE activity (
  tenant TEXT PRIMARY KEY,
  published_at INTEGER,
  notice_at INTEGER,
  published TEXT NOT NULL DEFAULT '{}',
  version INTEGER NOT NULL DEFAULT 1,
  copied INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_to_copy ON activity (tenant) WHERE version > copied;

INSERT INTO activity (tenant, published_at, notice_at, published)
  SELECT tenant,
    (SELECT max(at) FROM event JOIN letter ON letter.id = event.letter_id WHERE letter.tenant = tally.tenant AND event.kind = 'published'),
    (SELECT max(published_at) FROM notice WHERE notice.tenant = tally.tenant),
    coalesce((SELECT json_group_object(CAST(year AS TEXT), letters) FROM (
      SELECT year, count(*) AS letters FROM letter
      WHERE letter.tenant = tally.tenant AND release = 'published' AND consent = 1 GROUP BY year)), '{}')
  FROM tally;

CREATE TRIGGER activity_published AFTER INSERT ON event WHEN new.kind = 'published' BEGIN
  INSERT INTO activity (tenant) VALUES (new.tenant) ON CONFLICT (tenant) DO NOTHING;
  UPDATE activity SET published_at = max(coalesce(published_at, 0), new.at), version = version + 1 WHERE tenant = new.tenant;
END;
CREATE TRIGGER activity_notice AFTER INSERT ON notice BEGIN
  INSERT INTO activity (tenant) VALUES (new.tenant) ON CONFLICT (tenant) DO NOTHING;
  UPDATE activity SET notice_at = max(coalesce(notice_at, 0), new.published_at), version = version + 1 WHERE tenant = new.tenant;
END;
CREATE TRIGGER activity_letter_added AFTER INSERT ON letter WHEN new.release = 'published' AND new.consent = 1 BEGIN
  INSERT INTO activity (tenant) VALUES (new.tenant) ON CONFLICT (tenant) DO NOTHING;
  UPDATE activity SET
    published = json_set(published, '$."' || new.year || '"', coalesce(json_extract(published, '$."' || new.year || '"'), 0) + 1),
    version = version + 1
  WHERE tenant = new.tenant;
END;
CREATE TRIGGER activity_letter_changed AFTER UPDATE OF release, consent ON letter
WHEN (new.release = 'published' AND new.consent = 1) <> (old.release = 'published' AND old.consent = 1) BEGIN
  INSERT INTO activity (tenant) VALUES (new.tenant) ON CONFLICT (tenant) DO NOTHING;
  UPDATE activity SET
    published = json_set(published, '$."' || new.year || '"',
      coalesce(json_extract(published, '$."' || new.year || '"'), 0) + iif(new.release = 'published' AND new.consent = 1, 1, -1)),
    version = version + 1
  WHERE tenant = new.tenant;
END;
