/** Who answered in a bulletin's text, and who didn't. */
import type { BulletinBlock } from '../contract/bulletins.ts';
import { NAMED_MAX, paragraph } from './bulletin.sentences.ts';
import type { BulletinTenant } from './bulletin.survey.ts';
import { totalOf } from './bulletin.tables.ts';
import { figuresOf } from './stats.rules.ts';

/** Who didn't answer is named, by tenants where there are several, else by departments. */
export function unitParagraphs(tenants: readonly BulletinTenant[]): BulletinBlock[] {
  const units =
    tenants.length > 1
      ? tenants.map((tenant) => ({ name: tenant.name, figures: totalOf([tenant]) }))
      : tenants[0]!.departments.map(({ name, tally, notices }) => ({
          name,
          figures: figuresOf(tally, notices),
        }));
  const silent = units
    .filter(({ figures }) => figures.unanswered > 0)
    .sort((one, other) => other.figures.unanswered - one.figures.unanswered);
  const prompt = units.filter(({ figures }) => figures.due > 0 && figures.repliedOnTime === figures.due);
  const none = units.filter(({ figures }) => figures.received === 0);
  const names = (some: typeof units, say: (one: (typeof units)[number]) => string) =>
    `${some.slice(0, NAMED_MAX).map(say).join('、')}${some.length > NAMED_MAX ? `等${some.length}个单位` : ''}`;
  const name = (one: (typeof units)[number]) => one.name;
  if (none.length === units.length) return [paragraph('期内没有收到来信。')];
  return [
    paragraph(
      silent.length === 0
        ? '收到的来信都有回应。'
        : `有未回应来信的单位：${names(silent, ({ name, figures }) => `${name}${figures.unanswered}件（收到${figures.received}件）`)}。`,
    ),
    paragraph(
      prompt.length > 0 && `应答复来信全部按期答复的单位：${names(prompt, name)}。`,
      tenants.length > 1 && none.length > 0 && `期内没有收到来信的单位：${names(none, name)}。`,
      '各单位和各承办单位的情况见附表。',
    ),
  ];
}
