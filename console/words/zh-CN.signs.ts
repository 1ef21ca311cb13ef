import type { StatsSign } from '../components/stats-signs.ts';

const names: Record<StatsSign, [name: string, meaning: string]> = {
  lastHourReplies: ['最后一小时才答复', '期限前一小时内发出的答复'],
  lastDayStops: ['最后一天才问', '期限前一天内才请来信人补充，期限因此暂停'],
  closedThenReopened: ['答复后又重办', '来信人不满意，又办了一次'],
  resolvedButNotSolved: ['说法不一', '答复说已解决，来信人说没有解决'],
  qualityFlags: ['答复检查有提示', '发出时检查出套话、时间含糊、缺少内容等情形；机器也会看错'],
  nearCopies: ['与别的答复雷同', '其中用几乎一样的话答复过另一封信'],
  acknowledgements: ['阶段性答复只说收到', '其中阶段性答复除了套话没有别的内容'],
};

export const zhSigns = {
  title: '答复是不是实在',
  sign: '情形',
  letters: '封数',
  names,
};
