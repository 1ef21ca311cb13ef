/** What is said of personal data in a reply: which kind, never the data itself. */
import type { FieldError } from '../../contract/errors.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import type { PersonalMark } from '../../core/index.ts';

type Kind = PersonalMark['kind'];

const words: Record<Lang, Record<Kind, string>> = {
  'zh-CN': {
    id: '这里有身份证号。',
    mobile: '这里有手机号。',
    card: '这里有银行卡号。',
    email: '这里有邮箱。',
    plate: '这里有车牌。',
    landline: '这里有座机号。',
    name: '这里有姓名。',
    address: '这里有住址。',
  },
  en: {
    id: 'There is an ID number here.',
    mobile: 'There is a mobile number here.',
    card: 'There is a bank card number here.',
    email: 'There is an e-mail address here.',
    plate: 'There is a number plate here.',
    landline: 'There is a landline number here.',
    name: 'There is a name here.',
    address: 'There is a home address here.',
  },
};

/** One for each place in the reply; `code` is the kind. */
export function personalErrors(held: readonly PersonalMark[], lang: Lang): FieldError[] {
  return held.map(({ kind, start, end }) => ({
    path: 'body',
    code: kind,
    message: words[lang][kind],
    at: [start, end],
  }));
}
