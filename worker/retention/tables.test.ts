/** docs/storage-schema.md promises for each table what removes its rows. Here every promise is kept, or the test fails. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import document from '../../docs/storage-schema.md?raw';
import { runJobs } from '../jobs/run.ts';
import { logAttempt } from '../notify/delivery.store.ts';
import { attemptsKept } from '../notify/hook.actions.ts';
import { commit, shard } from '../platform/d1.ts';
import { mailerOf } from '../platform/mailer.ts';
import { testEnv } from '../test/app.ts';

afterEach(() => vi.restoreAllMocks());

const day = 86_400_000;
const now = Date.parse('2026-06-15T12:00:00+08:00');

/** What the page says of each table. */
function promisesIn(page: string): Map<string, string> {
  const promises = new Map<string, string>();
  for (const section of page.split(/^### /m).slice(1)) {
    const heading = section.slice(0, section.indexOf('\n'));
    const said = /^- Retention: (.+)$/m.exec(section)?.[1];
    if (said) for (const name of heading.split(', ')) promises.set(name, said);
    const rows = section.matchAll(/^\| `(\w+)` \| [^|]+ \| ([^|]+) \| [^|]+ \|$/gm);
    if (!said) for (const [, name, retention] of rows) promises.set(name!, retention!.trim());
  }
  return promises;
}

const promises = promisesIn(document);
/** Nothing removes these rows, or what removes something else does. */
const byNobody = /^(kept|overwritten|with the )/;
/** Whoever writes one removes the oldest. */
const byNumber = /\blast (\d+)/;

interface Aged {
  database: 'DIRECTORY' | 'LETTERS_0';
  /** Inserts one row, of an age or with an expiry `days` from now, under a name. */
  insert: (name: string, days: number) => string;
  /** Counts rows by that name. */
  named: string;
  /** The oldest that stays, the youngest that goes: days from now. */
  stays: number;
  goes: number;
}

const iso = (days: number) => new Date(now + days * day).toISOString();
const time = (days: number) => now + days * day;
const someUser = (name: string) =>
  `INSERT INTO "user" (id, name, email, emailVerified, createdAt, updatedAt) VALUES ('u-${name}', 'x', '${name}@example.test', 1, 0, 0);`;

const someTenant = `INSERT OR IGNORE INTO tenant (slug, name, jurisdiction, prefix, shard, time_zone, locale, rule_version, data_key, created_at)
  VALUES ('aged', 'x', '42', 'AGED', 9, 'Asia/Shanghai', 'en', 1, 'x', 0)`;

const aDelivery = (name: string, state: string, days: number) =>
  `INSERT INTO delivery (id, key, tenant, channel, kind, state, due_at, created_at, ended_at)
  VALUES ('${name}', '${name}-${state}', 't', 'mail', 'reply', '${state}', 0, 0, ${time(days)})`;

/** By table, where one has several, with more after a comma. */
const aged: Record<string, Aged> = {
  token: {
    database: 'DIRECTORY',
    insert: (name, days) =>
      `INSERT INTO token VALUES ('${name}', '${name}', 'nobody', 'x', 0, ${time(days)}, NULL)`,
    named: 'id',
    stays: -179,
    goes: -181,
  },
  open_letter: {
    database: 'DIRECTORY',
    insert: (
      name,
      days,
    ) => `INSERT OR IGNORE INTO tenant (slug, name, jurisdiction, prefix, shard, time_zone, locale, rule_version, data_key, created_at)
        VALUES ('aged', 'x', '42', 'AGED', 9, 'Asia/Shanghai', 'en', 1, 'x', 0);
      INSERT INTO open_letter (tenant, letter_id, jurisdiction, number, kind, status, received_at, round, interim, seq, closed_at)
        VALUES ('aged', '${name}', '42', '${name}', 'help', 'closed', 0, 1, 0, 1, ${time(days)})`,
    named: 'letter_id',
    stays: -23 / 24,
    goes: -25 / 24,
  },
  rate: {
    database: 'DIRECTORY',
    insert: (name, days) => `INSERT INTO rate VALUES ('${name}', ${Math.floor(time(days) / 60_000)}, 1)`,
    named: 'bucket',
    stays: -5 / 1440,
    goes: -20 / 1440,
  },
  audit: {
    database: 'DIRECTORY',
    insert: (name, days) =>
      `INSERT INTO audit (at, user_id, action, subject) VALUES (${time(days)}, 'nobody', 'x', '${name}')`,
    named: 'subject',
    stays: -729,
    goes: -731,
  },
  invitation: {
    database: 'DIRECTORY',
    insert: (name, days) =>
      `${someTenant}; INSERT INTO invitation VALUES ('${name}', '${name}', 'aged', '${name}', 'x', 'officer', '[]', 'x', 0, ${time(days)})`,
    named: 'id',
    stays: -29,
    goes: -31,
  },
  deputy: {
    database: 'DIRECTORY',
    insert: (name, days) =>
      `${someTenant}; INSERT OR IGNORE INTO member VALUES ('aged', 'x', 'officer', 'aged', NULL, 'active', 0);
      INSERT INTO deputy VALUES ('${name}', 'aged', 'aged', 'aged', 'x', 'x', 0, ${time(days)}, 'x', 0)`,
    named: 'id',
    stays: -729,
    goes: -731,
  },
  session: {
    database: 'DIRECTORY',
    insert: (name, days) =>
      `${someUser(name)} INSERT INTO session (id, expiresAt, token, createdAt, updatedAt, userId) VALUES ('${name}', '${iso(days)}', '${name}', 0, 0, 'u-${name}')`,
    named: 'id',
    stays: 1 / 24,
    goes: -1 / 24,
  },
  verification: {
    database: 'DIRECTORY',
    insert: (name, days) =>
      `INSERT INTO verification (id, identifier, value, expiresAt, createdAt, updatedAt) VALUES ('${name}', 'x', 'x', '${iso(days)}', 0, 0)`,
    named: 'id',
    stays: 1 / 24,
    goes: -1 / 24,
  },
  idempotency: {
    database: 'LETTERS_0',
    insert: (name, days) => `INSERT INTO idempotency VALUES ('t', '${name}', 'x', 'x', ${time(days)})`,
    named: 'key_hash',
    stays: -29,
    goes: -31,
  },
  spent_challenge: {
    database: 'LETTERS_0',
    insert: (name, days) => `INSERT INTO spent_challenge VALUES ('${name}', ${time(days)})`,
    named: 'signature',
    stays: 1 / 144,
    goes: -1 / 144,
  },
  presence: {
    database: 'LETTERS_0',
    insert: (name, days) => `INSERT INTO presence VALUES ('${name}', 'nobody', ${time(days)})`,
    named: 'letter_id',
    stays: 1 / 1440,
    goes: -1 / 1440,
  },
  reader_mark: {
    database: 'LETTERS_0',
    insert: (name, days) => `INSERT INTO reader_mark VALUES ('x', '${name}', 'endorse', ${time(days)})`,
    named: 'reader',
    stays: -179,
    goes: -181,
  },
  upload: {
    database: 'LETTERS_0',
    insert: (name, days) => `INSERT INTO upload VALUES ('${name}', 't', 'x', 500, ${time(days)})`,
    named: 'id',
    stays: -0.5 / 24,
    goes: -1.5 / 24,
  },
  file: {
    database: 'LETTERS_0',
    insert: (name, days) =>
      `INSERT INTO file VALUES ('${name}', 't', 'x', 'x', 'image/png', 500, 1, 1, 'x', 0, ${time(days)})`,
    named: 'id',
    stays: -0.5 / 24,
    goes: -1.5 / 24,
  },
  delivery: {
    database: 'LETTERS_0',
    insert: (name, days) => aDelivery(name, 'sent', days),
    named: 'id',
    stays: -29,
    goes: -31,
  },
  'delivery, dead': {
    database: 'LETTERS_0',
    insert: (name, days) => aDelivery(name, 'dead', days),
    named: 'id',
    stays: -179,
    goes: -181,
  },
  mail_count: {
    database: 'LETTERS_0',
    insert: (name, days) => `INSERT INTO mail_count VALUES ('${name}', '${iso(days).slice(0, 10)}', 1)`,
    named: 'subject',
    stays: -1,
    goes: -3,
  },
  outbox: {
    database: 'LETTERS_0',
    insert: (name, days) =>
      `INSERT INTO outbox (tenant, topic, due_at) VALUES ('${name}', 'letter', ${time(days)})`,
    named: 'tenant',
    stays: 1,
    goes: -1,
  },
};

async function tablesOf(database: D1Database): Promise<string[]> {
  const { results } = await database
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_cf_%' AND name <> 'd1_migrations' AND name NOT LIKE 'search_%'",
    )
    .all<{ name: string }>();
  return results.map(({ name }) => name);
}

it('every table is on the page with its retention, and every table of the page exists', async () => {
  const tables = [...(await tablesOf(testEnv.DIRECTORY)), ...(await tablesOf(testEnv.LETTERS_0))];
  expect([...promises.keys()].sort()).toEqual(tables.sort());
});

it('every retention that a job must keep has its test', () => {
  const owed = [...promises].filter(([, said]) => !byNobody.test(said));
  const tested = new Set(Object.keys(aged).map((name) => name.split(',')[0]));
  expect(owed.map(([name]) => name).sort()).toEqual([...tested].sort());
});

const mailer = mailerOf({ ...testEnv, HUIXIN_DEMO: '1', HUIXIN_PUBLIC_URL: 'https://letters.test' })!;
/** Writes one more. */
const written: Record<string, (id: number) => Promise<unknown>> = {
  kept_mail: (id) =>
    mailer.send({
      id: `m${id}`,
      from: 'x',
      to: 'a@writer.test',
      subject: 'x',
      text: 'x',
      html: 'x',
      headers: {},
    }),
  attempt: (id) =>
    commit(
      shard(testEnv, 0),
      logAttempt(
        shard(testEnv, 0),
        { target: 'w', deliveryId: `d${id}`, kind: 'x', attempt: 1, at: id, status: 200, ms: 1, note: null },
        attemptsKept,
      ),
    ),
};

it('of what is kept by number, there are never more', async () => {
  const counted = [...promises].flatMap(([name, said]) => {
    const most = byNumber.exec(said)?.[1];
    return most ? [[name, Number(most)] as const] : [];
  });
  expect(counted.map(([name]) => name).sort()).toEqual(Object.keys(written).sort());
  for (const [name, most] of counted) {
    for (let id = 0; id < most + 5; id++) await written[name]!(id);
    const database = name === 'attempt' ? testEnv.LETTERS_0 : testEnv.DIRECTORY;
    const row = await database.prepare(`SELECT count(*) AS n FROM ${name}`).first<{ n: number }>();
    expect([name, row!.n]).toEqual([name, most]);
  }
}, 60_000);

describe('what the page says of', () => {
  it.each(Object.entries(aged))(
    '%s is done by a job: the old goes, the young stays',
    async (promise, row) => {
      const table = promise.split(',')[0]!;
      const database = testEnv[row.database];
      const left = async () => {
        const sql = `SELECT ${row.named} AS name FROM "${table}" WHERE ${row.named} IN ('old-${promise}', 'young-${promise}')`;
        return (await database.prepare(sql).all<{ name: string }>()).results.map(({ name }) => name).sort();
      };
      for (const [name, days] of [
        [`old-${promise}`, row.goes],
        [`young-${promise}`, row.stays],
      ] as const) {
        for (const sql of row.insert(name, days).split(/;\s*/)) await database.prepare(sql).run();
      }
      expect(await left()).toEqual([`old-${promise}`, `young-${promise}`]);
      await testEnv.LETTERS_0.prepare('DELETE FROM job').run();
      vi.spyOn(Date, 'now').mockReturnValue(now);
      await runJobs(testEnv);
      expect(await left()).toEqual([`young-${promise}`]);
    },
  );
});
