/** What is wrong with what was asked for, and the heads of the file, in words. */
import type { FieldError } from '../../contract/errors.ts';
import type { Lang, Mark, ReplyPart } from '../../contract/vocabulary.ts';
import type { OpenFault } from './spot-check.actions.ts';

const words: Record<Lang, Record<OpenFault['code'], string>> = {
  'zh-CN': {
    before_from: '结束日期不能早于开始日期，请改其中一个。',
    in_future: '日期不能晚于今天，请选今天或更早的一天。',
    in_past: '公布时间要晚于现在：名单先定，数值后出，谁也挑不了。',
    same_reviewer: '两位评阅人要是两个人，请换一位。',
    unknown_reviewer: '评阅人要是主管这一辖区的在岗人员，请从名单里选。',
    seed_short: '只算字母和数字，至少要有4个，请照公布的结果填写。',
  },
  en: {
    before_from: 'The end lies before the beginning. Change one of them.',
    in_future: 'The day lies after today. Choose today or an earlier day.',
    in_past:
      'The value must become known later than now: the list first, then the value, so nobody can choose.',
    same_reviewer: 'Two reviewers are two people. Choose another one.',
    unknown_reviewer: 'Reviewers are central admins who answer for the jurisdiction. Choose from the list.',
    seed_short: 'Only letters and digits count, at least 4 of them. Write the value as it was announced.',
  },
};

export const faultError = ({ path, code }: OpenFault, lang: Lang): FieldError => ({
  path,
  code,
  message: words[lang][code],
});

export const partNames: Record<ReplyPart, string> = {
  facts: '查明的情况',
  grounds: '政策依据',
  result: '办理结果',
  next: '下一步和电话',
};

export const markNames: Record<Mark, string> = { yes: '有', partly: '部分有', no: '没有' };
