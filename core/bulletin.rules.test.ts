import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { BulletinTable } from '../contract/bulletins.ts';
import { composeBulletin } from './bulletin.rules.ts';
import type { BulletinTenant } from './bulletin.survey.ts';
import { departmentsOf, newSurvey, surveyLetter } from './bulletin.survey.ts';
import { factsOf } from './facts.ts';
import { figuresByDepartment } from './stats.rules.ts';
import { life, live } from './test/arbitrary-life.ts';
import { aPolicy } from './test/story.ts';

// Many lives take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const history = life.map((steps) => live(steps, aPolicy())).filter((events) => events.length > 0);
const request = {
  ...{ from: '2026-01-01', to: '2026-12-31', made: '2027-01-04' },
  ...{ recipients: null, issuer: null, corrects: null },
};
const aTenant = (more: Partial<BulletinTenant> = {}): BulletinTenant => ({
  ...{ slug: 'a', name: '甲县', jurisdiction: '420822', timeZone: 'Asia/Shanghai' },
  ...{ cutOff: Date.parse('2027-01-01T00:00:00+08:00'), ruleVersions: [1], kinds: {} },
  ...{ departments: [], letters: [] },
  ...more,
});

test('a tenant that received nothing is there all the same, with dashes for rates', () => {
  const { content, blocks } = composeBulletin(request, [aTenant(), aTenant({ slug: 'b', name: '乙县' })]);
  const rates = blocks.find(
    (block): block is BulletinTable => block.kind === 'table' && block.id === 'rates',
  )!;
  expect(rates.rows.map((row) => row.slice(0, 4))).toEqual([
    ['甲县', 0, null, null],
    ['乙县', 0, null, null],
    ['合计', 0, null, null],
  ]);
  expect(content.total).toMatchObject({ received: 0, replyRate: null });
  expect(JSON.stringify(blocks)).toContain('期内没有收到来信。');
});

test('without a tenant there is nothing to tell', () => {
  expect(() => composeBulletin(request, [])).toThrow(RangeError);
});

test('a survey of any lives has the figures of the figures’ own module, and as many in its annex as are unanswered', () => {
  fc.assert(
    fc.property(fc.array(history, { maxLength: 6 }), fc.integer({ min: 0, max: 120 }), (lives, days) => {
      const letters = lives.map(factsOf);
      const asOf = Date.parse('2026-03-01T00:00:00+08:00') + days * 86_400_000;
      const survey = newSurvey();
      letters.forEach((facts, at) =>
        surveyLetter(survey, { id: String(at), number: 'X', kind: 'help', ruleVersion: 1, facts }, asOf),
      );
      const whole = composeBulletin(request, [
        aTenant({ departments: departmentsOf(survey, [], new Map()) }),
      ]);
      const expected = figuresByDepartment(letters, { asOf, notices: new Map() });
      expect(whole.content.total).toEqual(expected.total);
      expect(survey.unanswered).toHaveLength(expected.total.unanswered);
      expect(survey.kinds.help ?? 0).toBe(expected.total.received);
    }),
    { numRuns: 100 },
  );
});
