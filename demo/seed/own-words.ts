/**
 * No two officers write the same: what is the same in two replies to like letters is put in each one's own words. What a law
 * says is left as it is.
 */
import type { Random } from './random.ts';

/** What the topics say, and what may stand for it. */
const SAME: readonly (readonly string[])[] = [
  ['经查，', '经核查，', '我们查过，', '经查证，', '经逐项查对，'],
  ['经核实，', '经多方核实，', '经我们核实，', '核实的情况是：'],
  ['经核对，', '对照材料，', '经逐条核对，', '核对的结果是，'],
  ['您反映的情况属实', '您说的情况确实存在', '您反映的情况是真的', '事情和您说的一样'],
  ['已责令', '已书面责令', '已依法责令', '已经责令'],
  ['已退还', '已全数退还', '已如数退还', '已经退还'],
  ['可以拨打', '请拨打', '可拨打', '请打'],
  ['咨询电话：', '想问进展，请打', '还有不清楚的，请打', '咨询请打', '有疑问可打'],
  ['联系电话：', '找我们请打', '电话：', '要联系我们，请打'],
  ['投诉电话：', '再有这种事，请打', '要投诉请打', '发现类似情况请打'],
  ['服务电话：', '服务热线：', '要帮忙请打', '服务台电话：'],
  ['工作人员', '经办的同志', '值班的同志', '我们的工作人员'],
  ['到现场', '到实地', '赶到现场'],
  ['今后', '以后', '往后'],
  ['目前', '眼下', '现在'],
  ['立即', '马上', '随即'],
  ['当天', '当日'],
  ['不足', '不到'],
  ['超过', '超出'],
  ['每周', '每星期'],
  ['每月', '每个月'],
  ['身份证', '居民身份证'],
  ['户口本', '户口簿'],
  ['银行账户', '银行卡'],
  ['网站', '官网'],
  ['原因是', '起因是', '主要是因为'],
  ['如果', '要是'],
  ['因此', '所以'],
  ['计划', '预计'],
  ['需要', '需'],
  ['可以', '可'],
  ['我们', '我单位'],
  ['每个', '每一个'],
  ['请您', '麻烦您', '请'],
  ['调取', '调出'],
  ['提前', '事先'],
  ['公布', '公开'],
  ['清单', '明细'],
  ['补发', '补给'],
];
/** Single characters, where they are words. */
const SINGLE: readonly (readonly [RegExp, string])[] = [
  [/(?<![而不早])已(?!经|满|有|故|婚)/g, '已经'],
  [/(?<=[\u4e00-\u9fff])(?<![平缓总柔温谐])和(?=[\u4e00-\u9fff])(?![平谐解睦气])/g, '与'],
  [/(?<![一两])把(?![握关手守])/g, '将'],
  [/(?<![原起病基死非])因(?![此为素果而])/g, '由于'],
];

const ALL = new RegExp(SAME.map(([words]) => words).join('|'), 'g');
const groupOf = new Map(SAME.map((group) => [group[0]!, group]));

export function inOwnWords(text: string, random: Random): string {
  const said = text.replace(ALL, (words) => random.pick(groupOf.get(words)!));
  return SINGLE.reduce(
    (so, [word, other]) => so.replace(word, (found) => (random.chance(0.5) ? other : found)),
    said,
  );
}

const SECTIONS = [
  '业务科',
  '综合科',
  '法规科',
  '服务科',
  '督查室',
  '办公室',
  '监管科',
  '市场科',
  '窗口组',
  '技术科',
];
const LEADS = [
  '您{came}来信说的“{title}”，由{section}经办。',
  '“{title}”这件事，{section}{came}接手。',
  '关于“{title}”，{section}两位同志从{came}起逐项看过。',
  '收到“{title}”一信后，{section}当周排了专人。',
  '“{title}”一信，{section}先翻了往年的记录，再逐条查对。',
  '您问的“{title}”，{section}会同窗口一起查了一遍。',
  '“{title}”已经编号登记，{section}负责到底。',
  '围绕“{title}”，{section}开了一次碰头会，把您说的几点都列了出来。',
  '{section}拿着“{title}”一信，把来龙去脉理了一遍。',
  '为“{title}”，{section}的负责人亲自带队。',
];
const DETAILS = [
  '办理单上写了每一步，一共{count}页。',
  '经手的每一步都有记录，您随时可以来看。',
  '有关材料复印了{count}份，存在信件档案里。',
  '资料齐全，不用您再跑一趟补交。',
  '这类来信今年收到{count}封，我们在例会上提过。',
  '要看依据原文的，窗口备有复印件。',
  '上面这些我们核对过两遍才写给您。',
  '同样的说明已经贴在办事大厅的公告栏。',
  '以上由{section}汇总，负责人看过。',
  '类似的{count}封来信也照这个办法办了。',
  '没有办妥的，我们记在台账上，一件一件销号。',
  '为弄清楚，前后开了{count}次会。',
];
/** How it was looked into. */
const SEEN = [
  '去的那天是个{weather}天。',
  '去之前先看了您信里写的每一点。',
  '前后一共去了{count}趟。',
  '为稳妥起见，分两次看的。',
  '{section}和窗口各查了一遍，结果一样。',
  '看的时候留了照片{count}张。',
  '问了{count}个人，也翻了账。',
  '有一处与您说的稍有出入，我们照实写在下面。',
  '近三年的记录都翻了一遍。',
  '这一点请专人复核过。',
];
const WEATHER = ['晴', '阴', '雨', '大风'];
const TOLD = [
  '{told}上午已打电话把结果告诉您。',
  '这些{told}在电话里同您说过一遍，写下来便于您查看。',
  '{told}下午打您留的电话没有接通，所以写得细一些。',
  '结果{told}发了短信，怕您没看到，在这里再写一遍。',
  '通话时您还问了别的，{told}另外答复过了。',
  '{told}先在电话里说了个大概，这里是全文。',
  '您{told}追问的那一点，也写在上面了。',
  '{told}已把书面材料寄出，收到后请核对。',
  '写这封答复以前，{told}又同您确认过一次地址。',
  '答复{told}由负责人签发。',
];

/** A letter and the days of its reply, as they are spoken of. */
export interface Occasion {
  title: string;
  came: string;
  told: string;
}

export interface OwnWords {
  occasion: Occasion;
  random: Random;
}

/** What this reply alone says: of whose letter it is, how it was looked into, how the writer heard. */
export function ofThisLetter(
  occasion: Occasion,
  random: Random,
): Record<'lead' | 'seen' | 'detail' | 'told', string> {
  const slots: Record<string, string> = {
    ...occasion,
    title: occasion.title.replace(/[“”]/g, ''),
    section: random.pick(SECTIONS),
    weather: random.pick(WEATHER),
    count: String(random.int(2, 9)),
  };
  const one = (list: readonly string[]) =>
    random.pick(list).replaceAll(/\{(\w+)\}/g, (_, slot: string) => slots[slot]!);
  return { lead: one(LEADS), seen: one(SEEN), detail: one(DETAILS), told: one(TOLD) };
}
