/** What is wrong with the days of a bulletin, in words. */
import type { FieldError } from '../../contract/errors.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import type { DayFault } from './bulletin.actions.ts';

const words: Record<Lang, Record<DayFault['code'], string>> = {
  'zh-CN': {
    in_future: '日期不能晚于今天，请选今天或更早的一天。',
    before_from: '结束日期不能早于开始日期，请改其中一个。',
    before_to: '统计时点不能早于结束日期，请改其中一个。',
  },
  en: {
    in_future: 'The day lies after today. Choose today or an earlier day.',
    before_from: 'The end lies before the beginning. Change one of them.',
    before_to: 'The cut-off lies before the end of the period. Change one of them.',
  },
};

export const faultError = ({ path, code }: DayFault, lang: Lang): FieldError => ({
  path,
  code,
  message: words[lang][code],
});
