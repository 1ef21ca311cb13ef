import { describe, expect, test } from 'vitest';
import type { TimelineEntry } from '../../contract/letters.ts';
import { LANGS } from '../../contract/vocabulary.ts';
import { letterWords } from '../locales/letter.ts';
import { tell } from './timeline.ts';

const entry = (kind: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  at: '2026-11-16T10:12:00+08:00',
  kind,
  role: 'officer',
  department: '市教育局',
  text: null,
  due: null,
  outcome: null,
  type: null,
  grounds: null,
  level: null,
  colour: null,
  promisedFor: null,
  ...more,
});

describe('an event in a layman’s words', () => {
  test.each([
    [entry('accepted'), '市教育局已受理'],
    [entry('accepted', { department: null }), '承办单位已受理'],
    [entry('declined', { grounds: 'petition' }), '不予受理：属于信访事项'],
    [entry('replied', { type: 'final', outcome: 'promised' }), '市教育局作出正式答复：列入计划'],
    [entry('replied', { type: 'interim' }), '市教育局作出阶段性答复'],
    [entry('rated', { level: 2 }), '您的评价：不满意'],
    [entry('closed', { grounds: 'silence' }), '已办结：答复后 15 天没有新的情况'],
    [entry('escalated', { colour: 'red' }), '超过期限没有答复，记红牌'],
    [entry('something_new'), '有新的办理记录'],
  ])('says what happened (%#)', (event, said) => {
    expect(tell(event, 'zh-CN', true)).toBe(said);
  });

  test('speaks of the writer to everybody but the writer', () => {
    expect(tell(entry('withdrawn'), 'zh-CN', true)).toBe('您撤回了信');
    expect(tell(entry('withdrawn'), 'zh-CN', false)).toBe('写信人撤回了信');
    expect(tell(entry('rated', { level: 5 }), 'en', false)).toBe('The writer’s rating: Very satisfied');
  });

  test('leaves no hole in any language, whatever is missing', () => {
    for (const lang of LANGS)
      for (const kind of Object.keys(letterWords[lang].events))
        expect(tell(entry(kind, { department: null }), lang, false)).not.toMatch(/undefined|null|NaN/);
  });
});
