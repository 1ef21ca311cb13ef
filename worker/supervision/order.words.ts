/** What an order says that nobody wrote: a demand notice has opened it. */
import type { Lang } from '../../contract/vocabulary.ts';

export const demandWords: Record<Lang, (letter: string) => string> = {
  'zh-CN': (letter) =>
    `信件 ${letter} 逾期已久仍未正式答复，系统已发出催办单。请尽快答复来信人，并在期限内书面说明未按期答复的原因、目前的办理情况和办结日期。`,
  en: (letter) =>
    `Letter ${letter} is long overdue without a final reply, and a demand notice has gone out. Please answer its writer, and say in writing within the time given why it is late, where it stands and when it will be settled.`,
};
