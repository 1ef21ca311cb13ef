import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FeedPage, Receipt, WriterLetter } from '../../contract/letters.ts';
import type { ContactView, Retention, StaffLetter } from '../../contract/staff.ts';
import { retain } from '../jobs/retain.ts';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, fromAnywhere, newKey, send, testEnv } from '../test/app.ts';
import { jpeg } from '../attachments/test/fixtures.ts';
import { upload } from '../attachments/test/uploads.ts';
import { countedEnv } from '../test/rows.ts';

afterEach(() => vi.restoreAllMocks());

const day = 86_400_000;
const start = Date.parse('2026-03-02T09:00:00+08:00');
/** Closed that day, kept for twelve months, to the end of the last day. */
const over = Date.parse('2027-03-03T00:00:00+08:00');
const at = (time: number) => void vi.spyOn(Date, 'now').mockReturnValue(time);

const contact = { name: '周小满', phone: '13900007777', email: 'xiaoman@example.test' };
const asWriter = ({ accessKey }: Receipt) => ({ Authorization: `Letter ${accessKey}`, ...fromAnywhere() });
const mine = async (receipt: Receipt) =>
  (await call(`/v1/letters/${receipt.number}`, { headers: asWriter(receipt) })).json<WriterLetter>();
const erasure = (receipt: Receipt) =>
  call(`/v1/letters/${receipt.number}/erasure`, { headers: asWriter(receipt), json: {} });
const codeOf = async (answer: Response) => [answer.status, (await answer.json<{ code?: string }>()).code];

async function aCoordinator(tenant: string): Promise<Record<string, string>> {
  const headers = await aMember('coordinator', tenant);
  await testEnv.DIRECTORY.prepare('UPDATE token SET expires_at = 9007199254740991').run();
  return headers;
}

const command = async (by: Record<string, string>, number: string, name: string, json: unknown = {}) =>
  call(`/v1/staff/letters/${number}/${name}`, { headers: by, json });

const row = async (number: string) =>
  (await testEnv.LETTERS_0.prepare('SELECT contact, closed_at FROM letter WHERE number = ?')
    .bind(number)
    .first<{ contact: string | null; closed_at: number | null }>())!;
const record = async (number: string) =>
  (
    await testEnv.LETTERS_0.prepare(
      'SELECT event.kind, event.at FROM event JOIN letter ON letter.id = letter_id WHERE number = ? ORDER BY event.seq',
    )
      .bind(number)
      .all<{ kind: string; at: number }>()
  ).results.map(({ kind, at: time }) => `${new Date(time).toISOString()} ${kind}`);

/** A letter with contact details that its writer took back at once. */
async function withdrawn(tenant: string): Promise<Receipt> {
  const receipt = await send(tenant, { contact });
  await call(`/v1/letters/${receipt.number}/withdrawal`, { headers: asWriter(receipt), json: {} });
  return receipt;
}

/** Rows like a letter's, without a record of their own. */
const copyOf = (count: number, id: string, held: string, closedAt: string) =>
  `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
  INSERT INTO letter (id, tenant, year, serial, number, kind, status, channel, title, body, contact, key_hash, consent,
    received_at, rule_version, seq, round, provisional, contested, objected, drafted, promise_done, release, to_publish,
    endorsements, answers, answers_not, closed_at)
  SELECT '${id}' || i, tenant, 2020, i, '${id}' || tenant || i, kind, status, channel, title, body, ${held}, key_hash, 0,
    received_at, 1, 1, 1, 0, 0, 0, 0, 0, 'none', 0, 0, 0, 0, ${closedAt}
  FROM letter, n WHERE number = ?`;

describe('when their time is over', () => {
  it('contact details are erased, at the boundary, however late and often the job comes', async () => {
    const historyOf = async (visits: number[]) => {
      at(start);
      const receipt = await withdrawn(await aTenant());
      for (const time of visits) {
        at(time);
        await runJobs(testEnv);
      }
      const history = await record(receipt.number);
      const { contact: left } = await row(receipt.number);
      return { history, left };
    };
    const early = await historyOf([over - 1]);
    expect(early.left).not.toBeNull();
    const late = await historyOf([over + 90 * day]);
    expect(late.left).toBeNull();
    expect(late.history.at(-1)).toBe(`${new Date(over).toISOString()} contact_erased`);
    expect((await historyOf([over - 1, over, over, over + day])).history).toEqual(late.history);
  });

  it('nobody sees them any more, whether or not the job has come', async () => {
    at(start);
    const tenant = await aTenant();
    const by = await aCoordinator(tenant);
    const receipt = await withdrawn(tenant);
    at(over - 1);
    expect(await (await command(by, receipt.number, 'contact')).json<ContactView>()).toEqual(contact);
    at(over);
    expect(await codeOf(await command(by, receipt.number, 'contact'))).toEqual([409, 'already_erased']);
    await runJobs(testEnv);
    const letter = await (
      await call(`/v1/staff/letters/${receipt.number}`, { headers: by })
    ).json<StaffLetter>();
    expect(letter.hasContact).toBe(false);
    expect((await mine(receipt)).timeline.at(-1)).toMatchObject({ kind: 'contact_erased', role: 'system' });
  });

  it('those of letters in hand stay, and of letters with none nothing is recorded', async () => {
    at(start);
    const tenant = await aTenant();
    const [open, silent] = [await send(tenant, { contact }), await send(tenant)];
    await call(`/v1/letters/${silent.number}/withdrawal`, { headers: asWriter(silent), json: {} });
    at(over + 30 * day);
    await runJobs(testEnv);
    expect((await row(open.number)).contact).not.toBeNull();
    expect((await record(silent.number)).some((line) => line.endsWith('contact_erased'))).toBe(false);
  });

  it('every figure and count is what it was', async () => {
    at(start);
    const tenant = await aTenant();
    const by = await aCoordinator(tenant);
    const ends: [string, unknown][] = [
      ['decline', { grounds: 'petition', explanation: '属于信访事项,请到信访局。', goTo: '信访局' }],
      ['spam', { grounds: 'advertising' }],
    ];
    for (const [name, json] of ends) await command(by, (await send(tenant, { contact })).number, name, json);
    await withdrawn(tenant);
    for (const level of [5, 3]) {
      const receipt = await send(tenant, { contact });
      await command(by, receipt.number, 'accept', { department: 'd01' });
      const reply = { type: 'final', body: '已经办好了,请放心。', outcome: 'resolved' };
      await command(by, receipt.number, 'reply', reply);
      await command(by, receipt.number, 'publish', { title: '标题', body: '正文' });
      const rating = { level, solved: 'yes' };
      await call(`/v1/letters/${receipt.number}/ratings`, { headers: asWriter(receipt), json: rating });
    }
    const figures = async () => {
      const period = 'from=2026-01-01&to=2027-12-31';
      const asOf = ['2026-03-02', '2026-03-20', '2027-03-10', '2027-06-30'];
      const paths = asOf.map((until) => `/v1/tenants/${tenant}/stats?${period}&asOf=${until}`);
      const all = await Promise.all(paths.map(async (path) => (await call(path)).json()));
      const { counts, items } = await (await call(`/v1/tenants/${tenant}/letters`)).json<FeedPage>();
      return { all, counts, items };
    };
    at(over + 10 * day);
    const before = await figures();
    expect(before.counts).toMatchObject({ received: 5, published: 2, spam: 1 });
    await runJobs(testEnv);
    const held = 'SELECT count(*) AS n FROM letter WHERE tenant = ? AND contact IS NOT NULL';
    expect((await testEnv.LETTERS_0.prepare(held).bind(tenant).first<{ n: number }>())!.n).toBe(0);
    expect(await figures()).toEqual(before);
  });

  it('a letter that fails keeps none behind it waiting, and many are done in shares', async () => {
    at(start);
    const tenant = await aTenant();
    const receipts: Receipt[] = [];
    for (let count = 0; count < 4; count++) receipts.push(await withdrawn(tenant));
    // Letters without a record can't be replayed; they come first in the index.
    const copies = copyOf(70, 'broken', 'contact', 'closed_at - 1000');
    await testEnv.LETTERS_0.prepare(copies).bind(receipts[0]!.number).run();
    at(over + day);
    vi.spyOn(console, 'error').mockReturnValue();
    for (let run = 0; run < 2; run++) await retain(testEnv, 0);
    for (const { number } of receipts) expect((await row(number)).contact).toBeNull();
    await testEnv.LETTERS_0.prepare("DELETE FROM letter WHERE id LIKE 'broken%'").run();
    const left = 'SELECT count(*) AS n FROM letter WHERE tenant = ? AND contact IS NOT NULL';
    expect((await testEnv.LETTERS_0.prepare(left).bind(tenant).first<{ n: number }>())!.n).toBe(0);
  });

  it('the job reads what is due, and nothing of the rest', async () => {
    at(start);
    const tenant = await aTenant();
    const receipt = await withdrawn(tenant);
    const [held, later] = ['CASE WHEN i % 2 THEN contact END', `closed_at + (i % 2) * 40 * ${day}`];
    const many = copyOf(5000, 'x', held, later);
    await testEnv.LETTERS_0.prepare(many).bind(receipt.number).run();
    at(over + day);
    const idle = countedEnv();
    await retain(idle.env, 0);
    expect((await row(receipt.number)).contact).toBeNull();
    const after = countedEnv();
    await retain(after.env, 0);
    expect(idle.counter.rows).toBeLessThan(200);
    expect(after.counter.rows).toBeLessThan(120);
    await testEnv.LETTERS_0.prepare("DELETE FROM letter WHERE id LIKE 'x_%' AND year = 2020").run();
  });
});

describe('what the writer attached', () => {
  const filed = async (tenant: string, more: Record<string, unknown> = {}) => {
    const { given } = await upload(`/v1/tenants/${tenant}/uploads`, jpeg());
    return send(tenant, { uploads: [given], ...more });
  };
  const objects = async () => (await testEnv.FILES.list({ prefix: 'files/' })).objects.length;

  it('goes at the same moment, also where there are no contact details, and leaves the bucket', async () => {
    at(start);
    const tenant = await aTenant();
    const receipt = await filed(tenant);
    await call(`/v1/letters/${receipt.number}/withdrawal`, { headers: asWriter(receipt), json: {} });
    expect(await objects()).toBe(1);
    at(over - 1);
    await runJobs(testEnv);
    expect((await mine(receipt)).files).toHaveLength(1);
    at(over);
    await runJobs(testEnv);
    await runJobs(testEnv);
    expect((await mine(receipt)).files ?? []).toEqual([]);
    expect(await objects()).toBe(0);
    const erased = (await record(receipt.number)).filter((line) => line.endsWith('contact_erased'));
    expect(erased).toEqual([`${new Date(over).toISOString()} contact_erased`]);
  });

  it('stays on demand while the letter is in hand, and goes when it is at rest', async () => {
    const tenant = await aTenant();
    const receipt = await filed(tenant, { contact });
    expect((await erasure(receipt)).status).toBe(200);
    expect((await row(receipt.number)).contact).toBeNull();
    expect((await mine(receipt)).files).toHaveLength(1);
    expect(await codeOf(await erasure(receipt))).toEqual([409, 'still_open']);
    await call(`/v1/letters/${receipt.number}/withdrawal`, { headers: asWriter(receipt), json: {} });
    expect((await erasure(receipt)).status).toBe(200);
    expect((await mine(receipt)).files ?? []).toEqual([]);
  });
});

describe('on demand', () => {
  it('the writer has them erased at once where they were given freely', async () => {
    const tenant = await aTenant();
    const receipt = await send(tenant, { contact });
    expect((await mine(receipt)).may).toContain('erase-contact');
    const answer = await erasure(receipt);
    expect(answer.status).toBe(200);
    const letter = await answer.json<WriterLetter>();
    expect(letter.status).toBe('submitted');
    expect(letter.may).not.toContain('erase-contact');
    expect(letter.timeline.at(-1)).toMatchObject({ kind: 'contact_erased', role: 'writer' });
    expect((await row(receipt.number)).contact).toBeNull();
    expect(await codeOf(await erasure(receipt))).toEqual([409, 'unchanged']);
    const by = await aCoordinator(tenant);
    expect(await codeOf(await command(by, receipt.number, 'contact'))).toEqual([409, 'already_erased']);
  });

  it('where the tenant requires them, only when the letter is at rest', async () => {
    const tenant = await aTenant();
    await testEnv.DIRECTORY.prepare('UPDATE tenant SET contact_required = 1 WHERE slug = ?')
      .bind(tenant)
      .run();
    const receipt = await send(tenant, { contact });
    expect((await mine(receipt)).may).not.toContain('erase-contact');
    expect(await codeOf(await erasure(receipt))).toEqual([409, 'still_open']);
    await call(`/v1/letters/${receipt.number}/withdrawal`, { headers: asWriter(receipt), json: {} });
    expect((await mine(receipt)).may).toContain('erase-contact');
    expect((await erasure(receipt)).status).toBe(200);
    expect((await row(receipt.number)).contact).toBeNull();
  });

  it('a coordinator does it at the counter, with a reason that is kept', async () => {
    const tenant = await aTenant();
    const by = await aCoordinator(tenant);
    const receipt = await send(tenant, { contact });
    const done = await command(by, receipt.number, 'erase-contact', { reason: '本人到窗口申请' });
    const letter = await done.json<StaffLetter>();
    expect(letter).toMatchObject({ hasContact: false, title: '退休档案保管费' });
    expect(letter.timeline.at(-1)).toMatchObject({ kind: 'contact_erased', text: '本人到窗口申请' });
    expect(letter.may).not.toContain('erase-contact');
  });
});

describe('the time for which they are kept', () => {
  it('is twelve months, a coordinator’s to change within bounds, and on record', async () => {
    const tenant = await aTenant();
    const by = await aCoordinator(tenant);
    const read = async () => (await call('/v1/staff/retention', { headers: by })).json<Retention>();
    expect(await read()).toEqual({ months: 12, since: null });
    for (const months of [0, 37, 1.5, '6'])
      expect((await call('/v1/staff/retention', { headers: by, json: { months } })).status).toBe(400);
    expect((await call('/v1/staff/retention', { headers: by, json: { months: 6 } })).status).toBe(200);
    expect(await read()).toMatchObject({ months: 6, since: expect.stringMatching(/^20/) as string });
    const noted = await testEnv.DIRECTORY.prepare(
      "SELECT subject FROM audit WHERE tenant = ? AND action = 'retention-changed'",
    )
      .bind(tenant)
      .all();
    expect(noted.results).toEqual([{ subject: '6' }]);
  });

  it('made shorter holds for letters closed before, from now on and not backwards', async () => {
    at(start);
    const tenant = await aTenant();
    const by = await aCoordinator(tenant);
    const receipt = await withdrawn(tenant);
    const later = start + 200 * day;
    at(later);
    await runJobs(testEnv);
    expect((await row(receipt.number)).contact).not.toBeNull();
    await call('/v1/staff/retention', {
      headers: { ...by, 'Idempotency-Key': newKey() },
      json: { months: 3 },
    });
    at(later + day);
    await runJobs(testEnv);
    expect((await record(receipt.number)).at(-1)).toBe(`${new Date(later).toISOString()} contact_erased`);
  });
});
