import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GivenScore } from '../contract/spot-checks.ts';
import { PARTS } from './reply-check.parts.ts';
import {
  agreementOf,
  mayClose,
  mayDraw,
  mayScore,
  spotCheckResult,
  spotCheckState,
  tallyOf,
  withScore,
  type SpotCheckFacts,
} from './spot-check.rules.ts';
import { MARKS, REPLY_PARTS, type Mark } from '../contract/vocabulary.ts';

const fresh: SpotCheckFacts = {
  frozenAt: null,
  population: null,
  drawAt: 100,
  drawnAt: null,
  closedAt: null,
  drawn: 0,
  scores: 0,
};
const frozen = { ...fresh, frozenAt: 90, population: 8 };
const drawn = { ...frozen, drawnAt: 120, drawn: 5 };
const scored = { ...drawn, scores: 10 };
const closed = { ...scored, closedAt: 200 };

const marks = (given: string): GivenScore => {
  const mark = (at: number): Mark => ({ y: 'yes', p: 'partly', n: 'no' })[given[at]!] as Mark;
  const part = (at: number) => ({ mark: mark(at), remark: '' });
  return withScore({ parts: { facts: part(0), grounds: part(1), result: part(2), next: part(3) } });
};

describe('a spot check', () => {
  it('goes from its list to its value, its scores and its end', () => {
    const states = [fresh, frozen, drawn, scored, closed].map(spotCheckState);
    expect(states).toEqual(['gathering', 'frozen', 'scoring', 'scored', 'closed']);
    expect(spotCheckState({ ...frozen, population: 0 })).toBe('empty');
  });

  it('has lapsed where its list stood only when the value was known', () => {
    expect(spotCheckState({ ...frozen, frozenAt: 100 })).toBe('lapsed');
    expect(mayDraw({ ...frozen, frozenAt: 100 }, 500)).toBe('spot_check_lapsed');
  });

  it('is drawn once, from when the value is known', () => {
    const reasons = [fresh, drawn, closed, { ...frozen, population: 0 }].map((one) => mayDraw(one, 150));
    expect(reasons).toEqual(['spot_check_gathering', 'already_drawn', 'already_drawn', 'spot_check_empty']);
    expect([mayDraw(frozen, 99), mayDraw(frozen, 100)]).toEqual(['value_not_known_yet', null]);
  });

  it('is scored until both reviewers are done, and closed from then on, once', () => {
    expect([frozen, drawn, scored, closed].map(mayScore)).toEqual([
      'not_drawn',
      null,
      'scoring_over',
      'scoring_over',
    ]);
    expect([frozen, drawn, scored, closed].map(mayClose)).toEqual([
      'scoring_unfinished',
      'scoring_unfinished',
      null,
      'scoring_over',
    ]);
  });
});

describe('a score', () => {
  it('names the same parts as the reply check', () => expect(REPLY_PARTS).toEqual(PARTS));

  it('gives each part 25, half of it where it is partly there', () => {
    const scores = ['yyyy', 'nnnn', 'ypnn', 'pppp'].map((given) => marks(given));
    expect(scores).toMatchObject([{ score: 100 }, { score: 0 }, { score: 37.5 }, { score: 50 }]);
  });

  it('of letters that can’t be judged is none, and they are counted', () => {
    const unfit = withScore({ unfit: '正文已删除' });
    const tally = tallyOf([
      { tenant: 'a', scores: [marks('yyyy'), marks('yypp')] },
      { tenant: 'a', scores: [marks('nnnn'), unfit] },
    ]);
    expect(tally).toMatchObject({ letters: 2, judged: 1, unfit: 1, score: 87.5 });
    expect(tally.parts.result).toEqual({ yes: 1, partly: 1, no: 0 });
    expect(tallyOf([{ tenant: 'a', scores: [unfit, unfit] }]).score).toBeNull();
  });
});

describe('agreement', () => {
  const pairs = (given: string) =>
    given.split(' ').map((pair) => [...pair].map((one) => MARKS['ypn'.indexOf(one)]) as [Mark, Mark]);

  it('is Cohen’s kappa: the example of two judges and fifty cases gives 0.4', () => {
    // 20 × yes/yes, 5 × yes/no, 10 × no/yes, 15 × no/no: po 0.7, pe 0.5.
    const cases = [
      ...Array(20).fill('yy'),
      ...Array(5).fill('yn'),
      ...Array(10).fill('ny'),
      ...Array(15).fill('nn'),
    ];
    const found = agreementOf(pairs(cases.join(' ')));
    expect(found).toMatchObject({ compared: 50, agreed: 35, rate: 0.7 });
    expect(found.kappa).toBeCloseTo(0.4, 12);
  });

  it('has no kappa where there is nothing to compare, or chance alone agrees always', () => {
    expect(agreementOf([])).toEqual({ compared: 0, agreed: 0, rate: null, kappa: null });
    expect(agreementOf(pairs('yy yy yy'))).toMatchObject({ rate: 1, kappa: null });
    expect(agreementOf(pairs('yn yn'))).toMatchObject({ rate: 0, kappa: 0 });
  });

  it('is symmetric, at most 1, and 1 only where all marks are equal', () => {
    const mark = fc.constantFrom(...MARKS);
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, mark), { minLength: 1 }), (given) => {
        const { kappa, rate } = agreementOf(given);
        const turned = agreementOf(given.map(([one, other]) => [other, one] as const));
        expect(turned.kappa).toBe(kappa);
        if (kappa !== null) expect(kappa === 1).toBe(rate === 1);
        if (kappa !== null) expect(kappa).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('a result has each tenant that is in the sample, all of them, and agreement by part', () => {
  const names = new Map([
    ['b', '乙市'],
    ['a', '甲市'],
    ['c', '丙市'],
  ]);
  const result = spotCheckResult(
    [
      { tenant: 'a', scores: [marks('yyyy'), marks('yyyy')] },
      { tenant: 'b', scores: [marks('nyyy'), marks('yyyn')] },
      { tenant: 'b', scores: [withScore({ unfit: '没有正文' }), marks('yyyy')] },
    ],
    names,
  );
  expect(
    result.tenants.map(({ slug, name, judged, unfit, score }) => [slug, name, judged, unfit, score]),
  ).toEqual([
    ['b', '乙市', 1, 1, 75],
    ['a', '甲市', 1, 0, 100],
  ]);
  expect(result.total).toMatchObject({ letters: 3, judged: 2, unfit: 1, score: 87.5 });
  expect(result.agreement.all).toMatchObject({ compared: 8, agreed: 6, rate: 0.75 });
  expect(result.agreement.parts.facts).toMatchObject({ compared: 2, agreed: 1 });
  expect(result.agreement.parts.grounds).toMatchObject({ rate: 1, kappa: null });
});
