import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  SpotCheck,
  SpotCheckLetter,
  SpotCheckPage,
  TenantSpotCheck,
} from '../../contract/spot-checks.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import {
  asked,
  codeOf,
  give,
  hour,
  items,
  marks,
  open,
  population,
  read,
  replied,
  start,
  twoReviewers,
  type Headers,
} from './test/checks.ts';

// Many calls each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

let clock: { mockReturnValue: (time: number) => unknown };
beforeEach(() => void (clock = vi.spyOn(Date, 'now').mockReturnValue(start)));
afterEach(() => vi.restoreAllMocks());

const letterOf = async (headers: Headers, id: string, ordinal: number) =>
  (await call(`/v1/central/spot-checks/${id}/items/${ordinal}`, { headers })).json<SpotCheckLetter>();
const score = (headers: Headers, id: string, ordinal: number, json: object) =>
  give(headers, id, `items/${ordinal}/score`, json);
const csv = (headers: Headers, id: string) => call(`/v1/central/spot-checks/${id}/csv`, { headers });

/** Drawn: five letters of one tenant, and its two reviewers. */
async function drawn(jurisdiction: string) {
  const [one, other] = await twoReviewers(jurisdiction.slice(0, 4));
  const tenant = await aTenant({ jurisdiction });
  await replied(one!.headers, tenant, 5);
  const opened = await open(one!.headers, asked(jurisdiction.slice(0, 4), [one!, other!]));
  const { id } = await opened.json<SpotCheck>();
  clock.mockReturnValue(start + 13 * hour);
  expect((await give(one!.headers, id, 'draw', { value: '2026031' })).status).toBe(200);
  return { id, tenant, one: one!, other: other! };
}

describe('judging', () => {
  it('shows the letter as it was answered, and never its writer’s contact details', async () => {
    const { id, one } = await drawn('450101');
    const letter = await letterOf(one.headers, id, 1);
    expect(letter).toMatchObject({
      ordinal: 1,
      title: '档案保管费',
      erased: false,
      mine: null,
      scores: null,
    });
    expect(letter.replies).toMatchObject([
      { type: 'final', body: '经核查，不再收取。咨询电话0724-1234567。' },
    ]);
    expect(JSON.stringify(letter)).not.toMatch(/张三丰|13912345678/);
    expect((await call(`/v1/central/spot-checks/${id}/items/6`, { headers: one.headers })).status).toBe(404);
  });

  it('shows neither reviewer what the other said until both have judged everything; from then on nothing changes', async () => {
    const { id, one, other } = await drawn('450201');
    for (let ordinal = 1; ordinal <= 5; ordinal++)
      expect((await score(one.headers, id, ordinal, marks('yyyn'))).status).toBe(200);
    for (let ordinal = 1; ordinal <= 4; ordinal++) await score(other.headers, id, ordinal, marks('yypn'));
    expect(await read(one.headers, id)).toMatchObject({
      ...{ state: 'scoring', result: null },
      reviewers: [{ done: 5 }, { done: 4 }],
    });
    const before = JSON.stringify([await items(other.headers, id), await letterOf(other.headers, id, 1)]);
    expect(before).not.toContain('"score":75');
    expect(await codeOf(await csv(one.headers, id))).toEqual([409, 'scoring_unfinished']);
    expect(await codeOf(await give(one.headers, id, 'close'))).toEqual([409, 'scoring_unfinished']);
    expect((await score(one.headers, id, 5, marks('nnnn'))).status).toBe(200);
    expect((await score(other.headers, id, 5, { unfit: '答复是另一封信的' })).status).toBe(200);
    const done = await read(other.headers, id);
    expect(done).toMatchObject({ state: 'scored', mine: 1 });
    expect(done.result!.total).toMatchObject({ letters: 5, judged: 4, unfit: 1, score: (75 + 62.5) / 2 });
    expect(done.result!.agreement.all).toMatchObject({ compared: 16, agreed: 12, rate: 0.75 });
    expect(await codeOf(await score(one.headers, id, 5, marks('yyyy')))).toEqual([409, 'scoring_over']);
    await testEnv.DIRECTORY.prepare(
      `UPDATE spot_check_score SET score = '{}' WHERE check_id = '${id}'`,
    ).run();
    expect((await items(one.headers, id))[4]).toMatchObject({
      mine: { score: 0 },
      scores: [{ score: 0 }, { unfit: '答复是另一封信的' }],
    });
    const file = await (await csv(one.headers, id)).text();
    expect(file.split('\r\n')[0]).toContain('评阅人甲得分');
    expect(file).toContain('答复是另一封信的');
  });

  it('is the two reviewers’ alone, of letters in the sample', async () => {
    const { id, one } = await drawn('450301');
    const [third] = await twoReviewers('45');
    expect(await codeOf(await score(third!.headers, id, 1, marks('yyyy')))).toEqual([403, 'not_a_reviewer']);
    expect((await score(one.headers, id, 6, marks('yyyy'))).status).toBe(404);
    expect((await score(one.headers, id, 1, { parts: {} })).status).toBe(400);
    expect((await score(one.headers, id, 1, { unfit: '' })).status).toBe(400);
  });

  it('judges what had been replied when the check was opened; a letter erased since is shown as such', async () => {
    const [one, other] = await twoReviewers('4504');
    const tenant = await aTenant({ jurisdiction: '450401' });
    // A token holds for a day: one of later holds when the letter is at rest.
    clock.mockReturnValue(start + 20 * 24 * hour);
    const coordinator = await aMember('coordinator', tenant);
    clock.mockReturnValue(start);
    const { number, accessKey } = await send(tenant);
    const command = async (name: string, json: object) =>
      expect((await call(`/v1/staff/letters/${number}/${name}`, { headers: coordinator, json })).status).toBe(
        200,
      );
    await command('accept', { department: 'd01' });
    clock.mockReturnValue(start + hour);
    await command('reply', {
      type: 'final',
      body: '第一次答复，已办结。电话0724-1234567。',
      outcome: 'resolved',
    });
    clock.mockReturnValue(start + 2 * hour);
    const body = asked('4504', [one!, other!], { from: '2026-03-20', to: '2026-03-20' });
    const { id } = await (await open(one!.headers, body)).json<SpotCheck>();
    clock.mockReturnValue(start + 13 * hour);
    await give(one!.headers, id, 'draw', { value: '2026031' });
    await call(`/v1/letters/${number}/ratings`, {
      headers: { Authorization: `Letter ${accessKey}` },
      json: { level: 1, solved: 'no' },
    });
    await command('reply', {
      type: 'final',
      body: '第二次答复，已重新办理。电话0724-1234567。',
      outcome: 'resolved',
    });
    expect((await letterOf(one!.headers, id, 1)).replies.map((reply) => reply.body)).toEqual([
      '第一次答复，已办结。电话0724-1234567。',
    ]);
    // At rest after the silence.
    clock.mockReturnValue(start + 20 * 24 * hour);
    await command('erase', { reason: '来信人书面要求' });
    clock.mockReturnValue(start + 13 * hour);
    expect(await letterOf(one!.headers, id, 1)).toMatchObject({ erased: true, title: '', body: '' });
  });
});

describe('the result', () => {
  it('stands when the check is closed; the tenant’s coordinator reads its own part then, and not before', async () => {
    const { id, one, other, tenant } = await drawn('450501');
    const coordinator = await aMember('coordinator', tenant);
    const own = async () =>
      (await call(`/v1/staff/spot-checks/${id}`, { headers: coordinator })).json<TenantSpotCheck>();
    for (const { headers } of [one, other])
      for (let ordinal = 1; ordinal <= 5; ordinal++) await score(headers, id, ordinal, marks('yyyy'));
    expect(await own()).toMatchObject({ state: 'scored', own: 5, result: null, items: [] });
    const answers = await Promise.all([give(one.headers, id, 'close'), give(other.headers, id, 'close')]);
    expect(answers.map(({ status }) => status).sort()[0]).toBe(200);
    expect(await codeOf(await give(one.headers, id, 'close'))).toEqual([409, 'scoring_over']);
    const told = await own();
    expect(told).toMatchObject({ state: 'closed', result: { letters: 5, judged: 5, score: 100 } });
    expect(told.items).toHaveLength(5);
    expect(JSON.stringify(told)).not.toContain(one.id);
    expect(told.value).toBe('2026031');
    expect(await population(coordinator, id, 'staff')).toBe(await population(one.headers, id));
    const page = await (await call('/v1/staff/spot-checks', { headers: coordinator })).json<SpotCheckPage>();
    expect(page.items.map((item) => item.id)).toEqual([id]);
    const result = await read(one.headers, id);
    expect(result.result!.agreement.all).toMatchObject({ rate: 1, kappa: null });
    const change = testEnv.DIRECTORY.prepare(`UPDATE spot_check SET result = NULL WHERE id = '${id}'`);
    await expect(change.run()).rejects.toThrow('closed');
  });
});

describe('who sees a spot check', () => {
  it('its own jurisdiction, tenants in its scope, and nobody else: elsewhere there is none', async () => {
    const { id, one } = await drawn('450601');
    const [above] = await twoReviewers('45');
    const [beside] = await twoReviewers('4507');
    const outside = await aMember('coordinator', await aTenant({ jurisdiction: '450601' }));
    expect((await read(above!.headers, id)).id).toBe(id);
    for (const path of ['', '/items', '/items/1', '/population', '/csv'])
      expect((await call(`/v1/central/spot-checks/${id}${path}`, { headers: beside!.headers })).status).toBe(
        404,
      );
    for (const path of ['', '/population'])
      expect((await call(`/v1/staff/spot-checks/${id}${path}`, { headers: outside })).status).toBe(404);
    for (const what of ['draw', 'close', 'items/1/score']) {
      const json = { value: '1234', ...marks('yyyy') };
      expect((await give(beside!.headers, id, what, json)).status).toBe(404);
    }
    const lists = [one, above!, beside!].map(async ({ headers }) =>
      (await (await call('/v1/central/spot-checks', { headers })).json<SpotCheckPage>()).items.some(
        (item) => item.id === id,
      ),
    );
    expect(await Promise.all(lists)).toEqual([true, true, false]);
    expect((await call('/v1/central/reviewers?jurisdiction=4506', { headers: beside!.headers })).status).toBe(
      404,
    );
  });

  it('is asked for by who answers for it: reviewers too, in time, and of tenants under it', async () => {
    const [one, other] = await twoReviewers('4508');
    const [beside] = await twoReviewers('4509');
    await aTenant({ jurisdiction: '450801' });
    const elsewhere = await aTenant({ jurisdiction: '450901' });
    const codes = async (more: object) => {
      const answer = await open(one!.headers, asked('4508', [one!, other!], more));
      const { code, errors } = await answer.json<{ code: string; errors?: { code: string }[] }>();
      return errors?.[0]?.code ?? code;
    };
    expect(await codes({ reviewers: [one!.id, one!.id] })).toBe('same_reviewer');
    expect(await codes({ reviewers: [one!.id, beside!.id] })).toBe('unknown_reviewer');
    expect(await codes({ drawAt: '2026-03-20T08:59:00+08:00' })).toBe('in_past');
    expect(await codes({ to: '2026-03-21' })).toBe('in_future');
    expect(await codes({ to: '2026-02-28' })).toBe('before_from');
    expect(await codes({ size: 4 })).toBe('too_short');
    expect(await codes({ scope: { jurisdiction: '4508', tenants: [elsewhere] } })).toBe('not_found');
    expect(await codes({ scope: { jurisdiction: '4509' } })).toBe('not_found');
  });
});
