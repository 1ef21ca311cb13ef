/** The annual form in words: its lines, and exactly what each one counts. */
import type { Lang } from '../contract/vocabulary.ts';
import type { AnnualFigures } from './annual.rules.ts';

export interface AnnualWords {
  title: (year: number) => string;
  /** Name, unit and definition, in the order of the form. */
  lines: Record<keyof AnnualFigures, [name: string, unit: string, definition: string]>;
  tenant: string;
  asOf: (day: string) => string;
  line: string;
  figure: string;
  definition: string;
}

const zh: AnnualWords = {
  title: (year) => `政府网站工作年度报表（${year}年）：互动交流，留言办理`,
  lines: {
    received: [
      '收到留言数量',
      '条',
      '这一年收到的信件，按收到的日期（单位所在时区）计；来信人撤回的和登记为无效的不计。',
    ],
    closed: [
      '办结留言数量',
      '条',
      '上述信件中已作正式答复或不予受理并说明理由的；只有阶段性答复的不算办结。',
    ],
    meanDays: [
      '平均办理时间',
      '天',
      '从收到到第一次正式答复的工作日平均数，收到当天算 0；等来信人补充的日子也算在内，不予受理的不计。',
    ],
    published: [
      '公开答复数量',
      '条',
      '这一年收到的信件中，来信人同意、经办单位公开、现在仍能在网上看到答复的；撤下和收回同意的不计。',
    ],
  },
  tenant: '单位',
  asOf: (day) => `数据截至${day}。以后办结和公开的会继续计入这一年，发布前请重新生成。`,
  line: '项目',
  figure: '数量',
  definition: '口径',
};

const en: AnnualWords = {
  title: (year) => `Annual report of the government website (${year}): letters`,
  lines: {
    received: [
      'Letters received',
      '',
      'Letters received in the year, by their day of receipt in the organisation’s time zone; without those withdrawn or marked as invalid.',
    ],
    closed: [
      'Letters closed',
      '',
      'Of these, letters with a final reply, or declined with the grounds given; an interim reply alone does not close a letter.',
    ],
    meanDays: [
      'Mean handling time',
      'working days',
      'The mean number of working days from receipt (day 0) to the first final reply; days of waiting for the writer are counted, declined letters are not.',
    ],
    published: [
      'Replies published',
      '',
      'Letters received in the year whose writer agreed, whose reply was released and can still be read by everybody; without those taken down or whose consent was withdrawn.',
    ],
  },
  tenant: 'Organisation',
  asOf: (day) =>
    `As of ${day}. What is closed or published later is still counted for this year: make the form anew before you publish it.`,
  line: 'Item',
  figure: 'Figure',
  definition: 'What it counts',
};

const all: Record<Lang, AnnualWords> = { 'zh-CN': zh, en };
export const annualWords = (lang: Lang): AnnualWords => all[lang];
