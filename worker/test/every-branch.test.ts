/**
 * One letter through every branch of product.md §4, by the API alone. The dates expected here were counted by hand from the
 * calendar of 2026.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Bulletin, BulletinTable } from '../../contract/bulletins.ts';
import type { LedgerEntry } from '../../contract/letters.ts';
import type { ContestedPage } from '../../contract/promises.ts';
import type { SpotCheck } from '../../contract/spot-checks.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { runJobs } from '../jobs/run.ts';
import { asked, give, items, marks, open, read, twoReviewers } from '../spot-checks/test/checks.ts';
import { aMember, aTenant, call, newKey, testEnv } from './app.ts';
import { DAY, type Headers, Life, stand } from './eight/life.ts';

const begun = Date.parse('2026-03-02T10:00:00+08:00');
const reason = '不在本单位职责范围内';
let central: Headers;
let letter: Life;
let slug: string;

/** By the one who holds it. */
let people: Record<'d01' | 'd02', Headers>;

async function theLetter(): Promise<void> {
  const { d01, d02 } = people;
  letter = await new Life(letter.place, begun).sent({ kind: 'help' });
  await letter.staff(0.2, 'accept', { department: 'd01' }, d01);
  await letter.staff(1, 'transfer', { department: 'd02', reason }, d01);
  await letter.staff(2, 'object', { reason }, d02);
  await letter.staff(3, 'transfer', { department: 'd03', reason });
  await letter.staff(4, 'assign', { department: 'd02', reason: '经研究由你单位办理' });
  await letter.staff(7, 'request-info', { question: '请说明是哪一栋楼' }, d02);
  await letter.writer(14, 'supplements', { body: '是三栋，靠近河边' });
  await letter.staff(15, 'reply', { type: 'interim', body: '正在联系施工单位，需要重新铺设管道。' }, d02);
  await letter.staff(15.1, 'extend', { days: 10, reason: '管道要重新铺设' }, d02);
  const promise = {
    type: 'final',
    body: '经查，三栋的供水管道老化，依据供水条例由我单位更换，四月十日前完工。',
    outcome: 'promised',
    promisedFor: '2026-04-10',
  };
  await letter.staff(28, 'reply', promise, d02);
  await letter.staff(37, 'follow-up', { body: '管道已经换好，恢复供水', done: true }, d02);
  await letter.rate(38, 1, 'no');
  await letter.staff(39, 'contacted', { note: '已通话，水压不够' }, d02);
  const again = '经查，水压不够是因为阀门没有全开，已于四月二十日打开并测试，水压正常。';
  await letter.staff(49, 'reply', { type: 'final', body: again, outcome: 'resolved' }, d02);
  await letter.rate(51, 1, 'no');
}

beforeAll(async () => {
  stand(begun - DAY);
  central = await aMember('central', null, [], '42');
  slug = await aTenant({ jurisdiction: '420870', departments: ['市人社局', '市房管局', '市教育局'] });
  people = {
    d01: await aMember('officer', slug, ['d01']),
    d02: await aMember('officer', slug, ['d02']),
  };
  const coordinator = await aMember('coordinator', slug);
  await testEnv.DIRECTORY.prepare('UPDATE token SET expires_at = 9007199254740991').run();
  letter = new Life({ slug, officer: people.d02, coordinator }, begun);
  await theLetter();
  stand(begun + 60 * DAY);
  for (let run = 0; run < 3; run++) await runJobs(testEnv);
}, 60_000);
afterAll(() => vi.restoreAllMocks());

const asStaff = async (headers = letter.place.coordinator) =>
  (await call(`/v1/staff/letters/${letter.number}`, { headers })).json<StaffLetter>();

describe('a letter through every branch', () => {
  it('has all of it on its timeline, in the order in which it happened', async () => {
    const { timeline } = await asStaff();
    expect(timeline.map(({ kind }) => kind)).toEqual([
      'submitted',
      'accepted',
      'transferred',
      'objected',
      'transferred',
      'assigned',
      'info_requested',
      'supplemented',
      'replied',
      'extended',
      'replied',
      'followed_up',
      'rated',
      'reopened',
      'contacted',
      'replied',
      'rated',
      'closed',
    ]);
  });

  it('explains in its ledger each date: who moved it, why, and to what', async () => {
    const { ledger } = await letter.mine(60);
    const line = ({ at, entry, role, due }: LedgerEntry) =>
      `${at.slice(0, 10)} ${entry} ${role} ${due?.slice(0, 10) ?? '—'}`;
    expect(ledger.map(line)).toEqual([
      // Seven working days after 2 March.
      '2026-03-02 start writer 2026-03-11',
      '2026-03-03 transfer officer 2026-03-11',
      '2026-03-05 transfer coordinator 2026-03-11',
      '2026-03-06 transfer coordinator 2026-03-11',
      // Five were used: 3, 4, 5, 6 and 9 March.
      '2026-03-09 stop officer —',
      '2026-03-16 resume writer 2026-03-18',
      // Twelve after 16 March.
      '2026-03-17 extend officer 2026-04-01',
      // Fifteen calendar days after 9 April.
      '2026-04-09 reopen writer 2026-04-24',
    ]);
    const { ledger: told } = await asStaff();
    expect(told.filter(({ reason: why }) => why === null).map(({ entry }) => entry)).toEqual([
      'start',
      'resume',
      'reopen',
    ]);
  });

  it('was assigned for good: the department could not pass it on', async () => {
    const { forced, transfers, department } = await asStaff();
    expect({ forced, transfers, department }).toEqual({ forced: true, transfers: 2, department: 'd02' });
  });

  it('came to rest as contested, its promise kept', async () => {
    const { status, contested, round, ratings } = await asStaff();
    expect({ status, contested, round }).toEqual({ status: 'closed', contested: true, round: 2 });
    expect(ratings.map(({ level }) => level)).toEqual([1, 1]);
  });

  it('stands in the bulletin with all that happened to it', async () => {
    const answer = await call('/v1/central/bulletins', {
      headers: { ...central, 'Idempotency-Key': newKey() },
      json: { from: '2026-01-01', to: '2026-04-30', scope: { jurisdiction: '420870' }, freeze: true },
    });
    const { blocks } = await answer.json<Bulletin>();
    const valueOf = (table: BulletinTable['id'], column: string) => {
      const found = blocks.find((block) => block.kind === 'table' && block.id === table) as BulletinTable;
      return found.rows[0]![found.columns.findIndex(({ name }) => name === column)];
    };
    expect(valueOf('tenants', '按期答复')).toBe(1);
    expect(valueOf('quality', '转办')).toBe(2);
    expect(valueOf('quality', '延期')).toBe(1);
    expect(valueOf('quality', '重办仍不满意')).toBe(1);
    expect(valueOf('quality', '称已解决评未解决')).toBe(1);
  });

  it('stands on the supervisor’s list, its promise among the kept ones', async () => {
    const { items } = await (
      await call(`/v1/central/contested?tenant=${slug}`, { headers: central })
    ).json<ContestedPage>();
    expect(items.map(({ number }) => number)).toEqual([letter.number]);
    const { timeline } = await letter.mine(60);
    expect(timeline.find(({ kind }) => kind === 'followed_up')?.at.slice(0, 10)).toBe('2026-04-08');
  });

  it('is drawn in a spot check and judged by two', async () => {
    const reviewers = await twoReviewers('420870');
    const drawAt = begun + 60.5 * DAY;
    const request = asked('420870', reviewers, {
      from: '2026-04-01',
      to: '2026-04-30',
      drawAt: new Date(drawAt).toISOString(),
    });
    const [one, other] = reviewers.map(({ headers }) => headers) as [Headers, Headers];
    const { id } = await (await open(one, request)).json<SpotCheck>();
    for (let run = 0; run < 3; run++) await runJobs(testEnv);
    stand(drawAt + 0.1 * DAY);
    await give(one, id, 'draw', { value: '03 07 12 18 25 31 09' });
    expect((await items(one, id)).map(({ number }) => number)).toEqual([letter.number]);
    for (const headers of [one, other])
      expect((await give(headers, id, 'items/1/score', marks('yypn'))).status).toBe(200);
    const { state, result } = await read(one, id);
    expect(state).toBe('scored');
    expect(result?.total).toMatchObject({ letters: 1, judged: 1 });
  });
});
