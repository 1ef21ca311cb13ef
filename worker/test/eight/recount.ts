/**
 * Every count of product.md §6 in plain SQL over the events: written from the page's words, and knowing nothing of the core.
 * ?1 tenant, ?2 and ?3 the period of receipt, ?4 the cut-off; all instants.
 */
import type { Tally } from '../../../core/index.ts';

const letters = (holder: string): string => `
  e AS (SELECT letter_id, seq, kind, at, data FROM event WHERE tenant = ?1 AND at < ?4),
  clock AS (
    SELECT letter_id, seq, at, data ->> '$.clock.due.before' AS before, data ->> '$.clock.stoppedOn' AS stopped,
      (SELECT count(*) FROM e r WHERE r.letter_id = e.letter_id AND r.kind = 'reopened' AND r.seq <= e.seq) AS round
    FROM e WHERE data ->> '$.clock.due.before' IS NOT NULL
  ),
  final AS (
    SELECT letter_id, seq, at, data ->> 'outcome' AS outcome, data ->> 'promiseBefore' AS promise, data ->> 'days' AS days,
      (SELECT count(*) FROM e r WHERE r.letter_id = e.letter_id AND r.kind = 'reopened' AND r.seq < e.seq) AS round
    FROM e WHERE kind = 'replied' AND data ->> 'type' = 'final'
  ),
  promise AS (SELECT letter_id, at, promise AS before FROM final f
    WHERE promise IS NOT NULL AND seq = (SELECT max(seq) FROM final g WHERE g.letter_id = f.letter_id)),
  rating AS (SELECT letter_id, seq, data ->> 'level' AS level, data ->> 'solved' AS solved FROM e WHERE kind = 'rated'),
  reply_due AS (
    SELECT f.letter_id, f.at, f.round, f.outcome, (
      SELECT before FROM clock c WHERE c.letter_id = f.letter_id AND c.round = f.round AND c.at <= f.at ORDER BY c.seq DESC LIMIT 1
    ) AS before FROM final f
  ),
  received AS (
    SELECT s.letter_id AS id,
      (SELECT data ->> 'department' FROM e h WHERE h.letter_id = s.letter_id AND h.kind IN ('submitted', 'accepted', 'assigned', 'transferred')
        ORDER BY seq DESC LIMIT 1) AS holder,
      (SELECT min(at) FROM e t WHERE t.letter_id = s.letter_id AND t.kind IN ('accepted', 'declined')) AS taken,
      (SELECT at FROM e d WHERE d.letter_id = s.letter_id AND d.kind = 'declined') AS declined,
      (SELECT min(at) FROM e i WHERE i.letter_id = s.letter_id AND i.kind IN ('replied', 'declined')) AS heard,
      (SELECT min(at) FROM final f WHERE f.letter_id = s.letter_id) AS answered,
      (SELECT count(*) FROM final f WHERE f.letter_id = s.letter_id) AS replies,
      1 + (SELECT count(*) FROM e o WHERE o.letter_id = s.letter_id AND o.kind = 'reopened') AS rounds,
      EXISTS (SELECT 1 FROM e x WHERE x.letter_id = s.letter_id AND x.kind = 'marked_spam') AS spam,
      EXISTS (SELECT 1 FROM e x WHERE x.letter_id = s.letter_id AND x.kind = 'withdrawn') AS withdrawn
    FROM e s WHERE s.kind = 'submitted' AND s.at >= ?2 AND s.at < ?3
  ),
  counted AS (
    SELECT r.*, coalesce(answered, declined) AS ended,
      (SELECT data ->> '$.acceptBy.before' FROM e a WHERE a.letter_id = r.id AND a.kind IN ('submitted', 'recomputed') AND a.at <= r.taken
        ORDER BY seq DESC LIMIT 1) AS accept_before,
      (SELECT before FROM clock c WHERE c.letter_id = r.id AND c.round = 0 AND c.at <= coalesce(answered, declined)
        ORDER BY seq DESC LIMIT 1) AS reply_before,
      (SELECT before <= ?4 AND NOT (stopped IS NOT NULL AND at < before) FROM clock c WHERE c.letter_id = r.id AND c.round = 0
        ORDER BY seq DESC LIMIT 1) AS first_lapsed,
      (SELECT before <= ?4 AND NOT (stopped IS NOT NULL AND at < before) FROM clock c WHERE c.letter_id = r.id
        ORDER BY seq DESC LIMIT 1) AS last_lapsed
    FROM received r WHERE NOT spam AND NOT withdrawn
  ),
  took AS (
    SELECT ${holder} AS held, f.days, row_number() OVER (PARTITION BY ${holder} ORDER BY f.days) AS place, count(*) OVER (PARTITION BY ${holder}) AS of
    FROM counted c JOIN final f ON f.letter_id = c.id AND f.seq = (SELECT min(seq) FROM final g WHERE g.letter_id = c.id)
  )`;

/** One letter's part in each count. */
const parts = {
  received: '1',
  acceptedOnTime: 'taken IS NOT NULL AND taken < accept_before',
  unanswered: 'heard IS NULL',
  replied: 'ended IS NOT NULL',
  repliedOnTime: 'ended IS NOT NULL AND ended < reply_before',
  overdue: 'declined IS NULL AND replies < rounds AND last_lapsed',
  due: 'ended IS NOT NULL OR first_lapsed',
  rated: 'EXISTS (SELECT 1 FROM rating g WHERE g.letter_id = id)',
  satisfied: '(SELECT level FROM rating g WHERE g.letter_id = id ORDER BY seq DESC LIMIT 1) >= 3',
  solvedYes: "(SELECT solved FROM rating g WHERE g.letter_id = id ORDER BY seq DESC LIMIT 1) = 'yes'",
  resolved: "(SELECT outcome FROM final f WHERE f.letter_id = id ORDER BY seq DESC LIMIT 1) = 'resolved'",
  reopened: 'rounds > 1',
  contested: has('closed', "x.data ->> 'reason' = 'contested'"),
  transfers: "(SELECT count(*) FROM e x WHERE x.letter_id = id AND x.kind = 'transferred')",
  extended: has('extended'),
  declined: 'declined IS NOT NULL',
  promisesDue: 'EXISTS (SELECT 1 FROM promise p WHERE p.letter_id = id AND p.before <= ?4)',
  promisesKept: `EXISTS (SELECT 1 FROM promise p JOIN e x USING (letter_id) WHERE p.letter_id = id AND p.before <= ?4
    AND x.kind = 'followed_up' AND x.data ->> 'done' = 1 AND x.at >= p.at AND x.at < p.before)`,
  lastHourReplies:
    '(SELECT count(*) FROM reply_due d WHERE d.letter_id = id AND d.at < d.before AND d.at >= d.before - 3600000)',
  lastDayStops: `(SELECT count(*) FROM clock c JOIN e x USING (letter_id, seq) WHERE c.letter_id = id AND x.kind = 'info_requested'
    AND c.at < c.before AND c.at >= c.before - 86400000)`,
  closedThenReopened: 'rounds > 1',
  resolvedButNotSolved: `EXISTS (SELECT 1 FROM rating g JOIN final f USING (letter_id) WHERE g.letter_id = id AND g.solved = 'no'
    AND f.outcome = 'resolved' AND f.seq = (SELECT max(seq) FROM final b WHERE b.letter_id = id AND b.seq < g.seq))`,
  // An event's signs are what the check said when the reply went out; whether it says so rightly, test/vectors/ tells.
  qualityFlags: has('replied', "json_array_length(x.data -> 'flags') > 0"),
  nearCopies: has('replied', `x.data -> 'flags' LIKE '%"near-copy"%'`),
  acknowledgements: has(
    'replied',
    `x.data ->> 'type' = 'interim' AND x.data -> 'flags' LIKE '%"boilerplate"%'`,
  ),
} as const satisfies Record<Exclude<keyof Tally, 'days' | 'spam' | 'withdrawn'>, string>;

function has(kind: string, more = 'true'): string {
  return `EXISTS (SELECT 1 FROM e x WHERE x.letter_id = id AND x.kind = '${kind}' AND ${more})`;
}

export type Counts = Record<keyof typeof parts | 'spam' | 'withdrawn' | 'notices', number> & {
  holder: string | null;
  medianDays: number | null;
  meanDays: number | null;
};

/** One row a holder; where `whole`, one row for all. */
export async function recount(
  database: D1Database,
  tenant: string,
  [from, end, asOf]: readonly [number, number, number],
  whole: boolean,
): Promise<Counts[]> {
  const holder = whole ? "'all'" : "coalesce(holder, 'unassigned')";
  const sums = Object.entries(parts).map(([name, part]) => `coalesce(sum(${part}), 0) AS ${name}`);
  const sql = `WITH ${letters(holder)},
    sums AS (SELECT ${holder} AS holder, ${sums.join(', ')} FROM counted GROUP BY 1),
    strays AS (SELECT ${holder} AS holder, sum(spam) AS spam, sum(withdrawn AND NOT spam) AS withdrawn FROM received GROUP BY 1),
    posted AS (SELECT ${whole ? "'all'" : 'department'} AS holder, count(*) AS notices FROM notice
      WHERE tenant = ?1 AND published_at >= ?2 AND published_at < min(?3, ?4) GROUP BY 1),
    holders AS (SELECT holder FROM strays UNION SELECT holder FROM posted)
    SELECT holder, ${Object.keys(parts)
      .map((name) => `coalesce(${name}, 0) AS ${name}`)
      .join(', ')},
      coalesce(spam, 0) AS spam, coalesce(withdrawn, 0) AS withdrawn, coalesce(notices, 0) AS notices,
      (SELECT avg(days) FROM took t WHERE t.held = holders.holder AND place IN ((of + 1) / 2, (of + 2) / 2)) AS medianDays,
      (SELECT avg(days) FROM took t WHERE t.held = holders.holder) AS meanDays
    FROM holders LEFT JOIN sums USING (holder) LEFT JOIN strays USING (holder) LEFT JOIN posted USING (holder) ORDER BY holder`;
  return (await database.prepare(sql).bind(tenant, from, end, asOf).all<Counts>()).results;
}
