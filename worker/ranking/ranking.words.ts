/** What the league table says besides its figures: what each one means, and why it may differ from numbers seen elsewhere. */
import type { Lang } from '../../contract/vocabulary.ts';
import type { Redaction } from '../../core/index.ts';
import { statsWords } from '../pages/words.stats.ts';
import type { Explained } from './ranking.view.ts';

type Defined = [name: string, meaning: string];

const zh = {
  own: {
    band: ['信件量', '按这段时间收到的信件数分档：1–9、10–99、100–999、1000 以上。只在同档之间排名'],
    rank: ['名次', '同档之内按所选比率从高到低；比率相同，名次相同'],
    between: ['可能的名次', '按 95% 可信范围，名次最好和最差可能是多少。范围重叠的单位，先后可能只是偶然'],
    trend: ['和上期比', '和前面同样长的一段时间相比；差别的可信范围包含 0 的，不算有变化'],
    below: ['只列件数', '分母不足 10 件的不算比率，也不排名次'],
  } as Record<string, Defined>,
  reasons: [
    '按收到信件的月份统计：这个月收到、下个月答复的信，算在这个月。',
    '信件算在截止时承办的部门；转办以后，件数跟着走。',
    '无效信件和撤回的信件不计入比率，只单列件数。',
    '期限还没到、也还没答复的信不在分母里，所以本期的比率以后还会变。',
    '汇总每分钟更新，单位自己的数据页实时更新，两边可能相差几分钟，以上面写明的截止时间为准。',
    '补录以前的信件、来信人追评、重新办理，都会改变以前月份的数字。',
    '各单位期限可能不同：有的设得更短，经批准的延期按新期限算。',
    '通报是当时的定稿，以后不再变；这张表随时在变。',
  ],
  personal: (found: string) => `这段话要公开，请去掉其中的个人信息：${found}。`,
};

const en: typeof zh = {
  own: {
    band: [
      'Volume',
      'By letters received in the period: 1–9, 10–99, 100–999, 1000 and more. Only bodies of the same band are ranked together',
    ],
    rank: ['Rank', 'Within the band by the chosen rate, the highest first; equal rates share a rank'],
    between: [
      'Possible ranks',
      'The best and the worst rank that the 95 % intervals leave open. Where intervals overlap, the order may be chance',
    ],
    trend: [
      'Against before',
      'Compared with the period before, equally long; where the interval of the difference holds 0, nothing is said to have changed',
    ],
    below: ['Counts only', 'With fewer than 10 in the denominator there is no rate and no rank'],
  },
  reasons: [
    'Letters count in the month they came in: one that came this month and is answered the next counts in this month.',
    'A letter counts for the department that holds it at the cut-off; after a transfer it counts for the new one.',
    'Spam and withdrawn letters are in no rate; they are counted apart.',
    'Letters not answered yet whose deadline has not passed are not in the denominator, so rates of this period still change.',
    'The table is brought up to date every minute, a body’s own page at once: they may be minutes apart. The time above says until when this table counts.',
    'Letters entered later, second ratings and reopened letters change the figures of earlier months.',
    'Deadlines may differ: some bodies set shorter ones, and an extension counts with its new date.',
    'A bulletin is frozen when it is issued; this table keeps changing.',
  ],
  personal: (found) => `This will be public. Take the personal data out: ${found}.`,
};

const words: Record<Lang, typeof zh> = { 'zh-CN': zh, en };

export function explained(lang: Lang): Explained {
  const { rates, other, counts } = statsWords[lang];
  const { own, reasons } = words[lang];
  const defined = Object.entries({ ...own, ...rates, ...other, ...counts } as Record<string, Defined>);
  return {
    definitions: defined.map(([figure, [name, meaning]]) => ({ figure, name, meaning })),
    reasons,
  };
}

/** Masked: what was found isn't said again. */
export const personalMessage = (found: readonly Redaction[], lang: Lang): string =>
  words[lang].personal(found.map(({ mask }) => mask).join(lang === 'en' ? ', ' : '、'));
