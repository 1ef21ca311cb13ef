/** What is wrong with days that were entered, in words that say what to do. */
import type { Lang } from '../../contract/vocabulary.ts';
import type { YearFaultCode } from '../../core/index.ts';

export const faultWords: Record<Lang, Record<YearFaultCode, (day: string) => string>> = {
  'zh-CN': {
    year_not_next: () => '只能录入已知年份或紧接着的下一年。单位自己的日子要等当年全国安排公布后再录入。',
    day_out_of_year: (day) => `${day} 不属于这一年。请检查日期。`,
    incomplete: (day) => `缺少 ${day}。请按国务院办公厅通知录入全年的安排。`,
    not_a_weekend: (day) => `${day} 本来就是工作日。调休上班只填周末。`,
    both: (day) => `${day} 既写成放假又写成上班，请只留一种。`,
    day_past: (day) => `${day} 已经过去，不能再改。`,
    too_many: () => '超过了上级允许的天数。请减少，或请上级放宽。',
  },
  en: {
    year_not_next: () =>
      'Only a known year, or the one right after, can be entered. A place’s own days come after the year’s national days.',
    day_out_of_year: (day) => `${day} is not of this year. Check the date.`,
    incomplete: (day) => `${day} is missing. Enter the whole year as the State Council’s notice has it.`,
    not_a_weekend: (day) => `${day} is a working day anyway. Make-up days are weekend days.`,
    both: (day) => `${day} is given both as a day off and as a working day. Keep one.`,
    day_past: (day) => `${day} is past and stays as it is.`,
    too_many: () => 'These are more days than the centre allows. Enter fewer, or ask the centre for more.',
  },
};
