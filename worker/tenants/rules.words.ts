/** Why rules can't be set so. */
import type { Lang } from '../../contract/vocabulary.ts';
import type { RuleFault } from '../../core/index.ts';

export function faultMessage(fault: RuleFault, lang: Lang): string {
  if (fault.code === 'out_of_order')
    return lang === 'en'
      ? 'Yellow comes before red, and red before the demand notice. Give them growing numbers of days.'
      : '天数要依次增加：先黄牌，再红牌，最后催办。';
  const { min, max } = fault;
  return lang === 'en'
    ? `The centre allows ${min} to ${max} days. Choose a number in between.`
    : `上级允许的范围是 ${min} 到 ${max} 天，请在其中选择。`;
}
