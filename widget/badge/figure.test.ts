import { describe, expect, test } from 'vitest';
import { badgeText } from './figure.ts';

const stats = {
  due: 1024,
  replied: 1000,
  repliedOnTime: 947,
  replyRate: 1000 / 1024,
  onTimeRate: 947 / 1024,
  meanDays: 3.44,
  rated: 12,
  satisfied: 11,
  satisfaction: 11 / 12,
  solvedYes: 0,
  solvedRate: 0,
  small: false,
};

describe('the badge', () => {
  test('shows a rate with its sample', () => {
    expect(badgeText(stats, 'on-time-rate', 'zh-CN', 10)).toEqual({
      figure: '92 %',
      sample: '近一年 1,024 件',
    });
    expect(badgeText(stats, 'solved-rate', 'en', 10).figure).toBe('0 %');
    expect(badgeText(stats, 'days', 'zh-CN', 10)).toEqual({
      figure: '3.4 个工作日',
      sample: '近一年 1,000 件',
    });
  });

  test('never rounds up to everything', () => {
    const almost = { ...stats, due: 1000, repliedOnTime: 999, onTimeRate: 0.999 };
    expect(badgeText(almost, 'on-time-rate', 'zh-CN', 10).figure).toBe('99 %');
  });

  test('shows counts only where the sample is small', () => {
    const few = { ...stats, due: 9, repliedOnTime: 9, onTimeRate: 1, small: true };
    expect(badgeText(few, 'on-time-rate', 'zh-CN', 10)).toEqual({ figure: '9 / 9 件', sample: '样本不足' });
  });

  test('shows a dash where nothing is due', () => {
    const none = { ...stats, due: 0, onTimeRate: null, rated: 0, satisfaction: null };
    expect(badgeText(none, 'on-time-rate', 'zh-CN', 10).figure).toBe('—');
    expect(badgeText(none, 'satisfaction', 'zh-CN', 10).sample).toBe('近一年没有评价');
  });
});
