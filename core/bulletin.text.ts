/** The text of a bulletin, in the manner of the cities' own: what came in, who answered, what lies unanswered, who published. */
import type { BulletinBlock } from '../contract/bulletins.ts';
import type { Figures } from '../contract/stats.ts';
import type { Kind } from '../contract/vocabulary.ts';
import { KINDS } from '../contract/vocabulary.ts';
import { kindWords } from '../contract/words.ts';
import type { BulletinTenant } from './bulletin.survey.ts';
import { standingWords } from './bulletin.lists.ts';
import { heading, NAMED_MAX, paragraph } from './bulletin.sentences.ts';
import { totalOf } from './bulletin.tables.ts';
import { unitParagraphs } from './bulletin.units.ts';
import { momentName, oneDecimal, percentName } from './bulletin.words.ts';

export interface BulletinFrame {
  period: string;
  tenants: readonly BulletinTenant[];
  /** Label of the earlier bulletin that this one puts right. */
  corrects: string | null;
}

export function textOf({ period, tenants, corrects }: BulletinFrame): BulletinBlock[] {
  const total = totalOf(tenants);
  const [first] = tenants;
  const whose = tenants.length === 1 ? first!.name : `纳入统计的${tenants.length}个单位`;
  const moment = momentName(first!.cutOff, first!.timeZone);
  return [
    paragraph(
      `现将${period}${whose}网上来信办理情况通报如下。统计时点为${moment}，此后的办理情况不计入本期。`,
      corrects !== null && `本期更正${corrects}；原通报保留原样，数据以本期为准。`,
    ),
    heading('一、总体情况'),
    paragraph(
      `共收到来信${total.received}件，其中规定时间内受理${total.acceptedOnTime}件，未回应${total.unanswered}件。`,
      kindsSentence(tenants),
    ),
    paragraph(...answerSentences(total)),
    paragraph(ratingSentence(total)),
    heading('二、各单位办理情况'),
    ...unitParagraphs(tenants),
    heading('三、未回应来信'),
    paragraph(...unansweredSentences(tenants, total)),
    heading('四、主动发布信息'),
    paragraph(...noticeSentences(tenants, total)),
    heading('五、办理过程监测'),
    paragraph(...qualitySentences(total)),
  ];
}

function kindsSentence(tenants: readonly BulletinTenant[]): string | false {
  const counts = KINDS.map((kind): [Kind, number] => [
    kind,
    tenants.reduce((sum, { kinds }) => sum + (kinds[kind] ?? 0), 0),
  ]).filter(([, count]) => count > 0);
  if (counts.length === 0) return false;
  const named = counts
    .sort(([, one], [, other]) => other - one)
    .map(([kind, count]) => `${kindWords['zh-CN'][kind]}${count}件`);
  return `按类别分：${named.join('，')}。`;
}

/** With a word between, where a line may break. */
const within = ([low, high]: readonly [number, number]): string =>
  `${percentName(low)}至${percentName(high)}`;

function answerSentences(total: Figures): string[] {
  if (total.due === 0) return ['期内来信尚无到期应答复的，不计算答复率。'];
  const { replyRate, replyRateInterval, onTimeRate, onTimeRateInterval } = total;
  const rates = total.small
    ? '应答复不足10件，只列件数，不计算比率。'
    : `答复率${percentName(replyRate!)}（95%区间${within(replyRateInterval!)}），` +
      `按期答复率${percentName(onTimeRate!)}（95%区间${within(onTimeRateInterval!)}）。`;
  const time =
    total.meanDays === null
      ? '截至统计时点没有作出正式答复的来信。'
      : `从收到来信到第一次正式答复，平均用时${oneDecimal(total.meanDays)}个工作日，中位数${oneDecimal(total.medianDays!)}个工作日。`;
  return [
    `应答复来信${total.due}件，已答复${total.replied}件，其中按期答复${total.repliedOnTime}件；超期未办${total.overdue}件。`,
    rates,
    time,
  ];
}

function ratingSentence({ rated, satisfied, satisfaction, solvedYes, solvedRate }: Figures): string {
  if (rated === 0) return '期内来信尚未收到评价。';
  const counted = `收到评价${rated}件，其中基本满意以上${satisfied}件，评为已解决${solvedYes}件`;
  return rated < 10
    ? `${counted}；已评价不足10件，不计算比率。`
    : `${counted}，满意率${percentName(satisfaction!)}，解决率${percentName(solvedRate!)}。`;
}

function unansweredSentences(tenants: readonly BulletinTenant[], total: Figures): (string | false)[] {
  if (total.unanswered === 0) return ['截至统计时点，没有未回应的来信。'];
  const letters = tenants.flatMap((tenant) => tenant.letters);
  const longest = letters.reduce((most, { days }) => Math.max(most, days), 0);
  const month = letters.filter(({ days }) => days > 30).length;
  const coloured = (['demand', 'red', 'yellow'] as const)
    .map((colour) => [standingWords[colour], letters.filter(({ standing }) => standing === colour).length])
    .filter(([, count]) => count !== 0);
  const late = letters.filter(({ standing }) => standing !== 'open').length;
  return [
    `截至统计时点，未回应来信${total.unanswered}件，其中答复期限已过的${late}件，收到超过30天的${month}件，时间最长的已${longest}天。`,
    coloured.length > 0 && `其中${coloured.map(([name, count]) => `${name}${count}件`).join('，')}。`,
    '逐件清单见附表。请有关单位尽快核实，并按规定答复来信人。',
  ];
}

function noticeSentences(tenants: readonly BulletinTenant[], total: Figures): string[] {
  if (total.notices === 0) return ['期内没有单位主动发布信息。'];
  const units = tenants
    .flatMap((tenant) =>
      tenant.departments.map(({ name, notices }) => ({
        name: tenants.length > 1 ? `${name}（${tenant.name}）` : name,
        notices,
      })),
    )
    .filter(({ notices }) => notices > 0)
    .sort((one, other) => other.notices - one.notices);
  const named = units.slice(0, NAMED_MAX).map(({ name, notices }) => `${name}${notices}条`);
  const rest = units.length > NAMED_MAX ? '等' : '';
  return [`期内共有${units.length}个单位主动发布信息${total.notices}条：${named.join('、')}${rest}。`];
}

function qualitySentences(total: Figures): string[] {
  return [
    `期限前最后1小时内答复${total.lastHourReplies}件，期限前最后1天内停表${total.lastDayStops}次，答复后因不满意重办${total.closedThenReopened}件，重办后仍不满意${total.contested}件，答复称已解决而来信人评为未解决${total.resolvedButNotSolved}件。`,
    `答复检查有提示的来信${total.qualityFlags}件，其中与别的答复雷同的${total.nearCopies}件，阶段性答复只说收到的${total.acknowledgements}件。`,
    `转办${total.transfers}次，延期${total.extended}件，不予受理${total.declined}件。另有无效信件${total.spam}件、来信人撤回${total.withdrawn}件，均不计入收到来信。`,
  ];
}
