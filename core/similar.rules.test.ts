import { describe, expect, it } from 'vitest';
import { likenesses, phrasesLike, SIMILAR_MIN } from './similar.rules.ts';

const lamps = {
  title: '白石坡小区东门路灯不亮',
  body: '小区东门的三盏路灯从十一月八日起就不亮了，希望尽快修好。',
};
const otherLamps = { title: '象山大道路灯坏了', body: '象山大道口的路灯不亮已有半个月，晚上看不见路。' };
const pension = { title: '养老保险缴费年限怎么算', body: '请问在外地缴的养老保险能不能合并计算缴费年限？' };
const english = { title: 'Street lights are broken', body: 'The street lights at the east gate are dark.' };

describe('likeness of letters', () => {
  const [same, alike, other, foreign] = likenesses(lamps, [lamps, otherLamps, pension, english]);

  it('is one for the same letter, and nothing where nothing is shared', () => {
    expect(same).toBeCloseTo(1);
    expect(foreign).toBe(0);
    expect(likenesses(lamps, [])).toEqual([]);
  });

  it('puts the same matter above another, and another below the least', () => {
    expect(alike).toBeGreaterThanOrEqual(SIMILAR_MIN);
    expect(other).toBeLessThan(SIMILAR_MIN);
  });

  it('says little of what many letters hold, a street’s name for instance', () => {
    const on = (title: string) => ({ title: `虎牙关大道${title}`, body: '' });
    const many = ['夜里太吵', '积水没有人管', '砂石占道', '漂白粉味很重', '公交不停靠'].map(on);
    const rail = { title: '北门路护栏倒了一片', body: '' };
    const scores = likenesses(on('护栏倒了一片'), [...many, rail]);
    expect(Math.max(...scores)).toBe(scores.at(-1));
  });

  it('leaves phrases that fit any letter out', () => {
    const empty = { title: '咨询有关问题', body: '希望有关部门尽快调查处理。' };
    expect(likenesses(empty, [{ title: '反映有关问题', body: '请有关部门尽快调查处理。' }])).toEqual([0]);
  });
});

describe('phrases to search for', () => {
  it('are the title’s, in characters as the index holds them', () => {
    expect(phrasesLike({ title: '路灯不亮', body: '' }, 2)).toEqual([
      ['路', '灯'],
      ['灯', '不'],
      ['不', '亮'],
    ]);
    expect(phrasesLike({ title: '路灯不亮', body: '' }, 3)).toEqual([
      ['路', '灯', '不'],
      ['灯', '不', '亮'],
    ]);
    expect(phrasesLike(english, 2)).toContainEqual(['street']);
  });

  it('are the text’s where the title says nothing of the matter', () => {
    expect(phrasesLike({ title: '咨询', body: '养老保险' }, 2)).toContainEqual(['养', '老']);
    expect(phrasesLike({ title: '咨询', body: '' }, 2)).toEqual([]);
  });

  it('are never more than the index is asked for at once', () => {
    const long = { title: '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未', body: '' };
    expect(phrasesLike(long, 2).length).toBeLessThanOrEqual(24);
  });
});
