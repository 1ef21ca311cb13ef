/** Times that bind: a date, or a span counted in days. 5月20日前, 3个工作日内, 月底前, by 20 May. Text is that of a `Plain`. */
const COUNT = '(?:\\d{1,3}|[一二两三四五六七八九十半]{1,3})';
const UNIT = '(?:个?(?:工作日|自然日|小时|分钟|天|日|周|星期|月|季度|年))';
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';

const DATE = [
  `\\d{1,2}月(?:\\d{1,2}日|底|初|末|中旬|上旬|下旬|份)?`,
  `\\d{4}年(?!来)`,
  `\\d{4}-\\d{1,2}(?:-\\d{1,2})?`,
  `(?<!\\d)\\d{1,2}(?:日|号)(?=[前之以底上下晚起至到(]|$)`,
  `[一二三四]季度|(?:上|下)半年`,
  `(?:本|下|这|明|后|当|次|今)(?:周|个?月|年|季度|天|日|晚|早|晨)(?:[一二三四五六日末底内])?`,
  `(?:周|星期)[一二三四五六日天]`,
  `(?:年|月|季|学期|汛)[底末前内]`,
  `(?:春节|元旦|国庆|中秋|五一|端午|清明|开学|高考|汛期|入冬|供暖季)[^,。;]{0,4}前`,
  `\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}\\b|\\b${MONTH} \\d{1,2}\\b`,
  `\\b(?:by|before|until|on|next|this|from) (?:the end of |next )?(?:${MONTH}|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|week|month|year)\\b`,
  '\\btomorrow\\b|\\bthe end of (?:the |this |next )?(?:week|month|year)\\b',
].join('|');
const SPAN = `${COUNT}${UNIT}(?:之|以)?(?:内|后)|within (?:\\d+|one|two|three|four|five|six|seven|ten) (?:\\w+ )?(?:hours?|days?|weeks?|months?)`;

const TIME = new RegExp(`${SPAN}|${DATE}`);
/** A deadline in so many words: a date alone may be the day somebody came to look. */
const DEADLINE = new RegExp(
  `${SPAN}|(?:${DATE})(?:之|以)?(?:前|内|底前|完工|完成|到位)|(?:最迟|不晚于|截至|预计|定于|确保|力争|计划)[^,。;]{0,6}(?:${DATE})|\\b(?:by|before|until|no later than) [^.;]{0,14}(?:\\d|${MONTH})`,
);

export function hasTime(text: string): boolean {
  return TIME.test(text);
}

export function hasDeadline(text: string): boolean {
  return DEADLINE.test(text);
}
