/** The columns of a bulletin's tables of figures. A rate over fewer than ten is left out: its counts stand beside it. */
import type { BulletinCell, BulletinColumn } from '../contract/bulletins.ts';
import type { Figures } from '../contract/stats.ts';
import { limits } from '../contract/limits.ts';
import { intervalName } from './bulletin.words.ts';

export interface FigureColumn extends BulletinColumn {
  of: (figures: Figures) => BulletinCell;
}

const enough = (of: number, cell: BulletinCell): BulletinCell => (of < limits.smallSample ? null : cell);

const count = (name: string, of: (figures: Figures) => number): FigureColumn => ({ name, as: 'count', of });
const days = (name: string, of: (figures: Figures) => number | null): FigureColumn => ({
  name,
  as: 'days',
  of,
});
const rate = (
  name: string,
  of: (figures: Figures) => number | null,
  sample: (figures: Figures) => number,
): FigureColumn => ({ name, as: 'rate', of: (figures) => enough(sample(figures), of(figures)) });
const interval = (
  of: (figures: Figures) => readonly [number, number] | null,
  sample: (figures: Figures) => number,
): FigureColumn => ({
  name: '95%区间',
  as: 'text',
  of: (figures) => {
    const found = of(figures);
    return enough(sample(figures), found && intervalName(found));
  },
});

const due = ({ due }: Figures): number => due;
const rated = ({ rated }: Figures): number => rated;

const handled = [
  count('收到', ({ received }) => received),
  count('按时受理', ({ acceptedOnTime }) => acceptedOnTime),
  count('未回应', ({ unanswered }) => unanswered),
  count('应答复', due),
  count('已答复', ({ replied }) => replied),
  count('按期答复', ({ repliedOnTime }) => repliedOnTime),
  count('超期未办', ({ overdue }) => overdue),
];
const replyRate = rate('答复率', (figures) => figures.replyRate, due);
const onTimeRate = rate('按期答复率', (figures) => figures.onTimeRate, due);

export const figureColumns = {
  tenants: handled,
  rates: [
    count('应答复', due),
    replyRate,
    interval((figures) => figures.replyRateInterval, due),
    onTimeRate,
    interval((figures) => figures.onTimeRateInterval, due),
    days('平均用时', ({ meanDays }) => meanDays),
    days('用时中位数', ({ medianDays }) => medianDays),
  ],
  ratings: [
    count('已评价', rated),
    count('基本满意以上', ({ satisfied }) => satisfied),
    rate('满意率', (figures) => figures.satisfaction, rated),
    interval((figures) => figures.satisfactionInterval, rated),
    count('评为已解决', ({ solvedYes }) => solvedYes),
    rate('解决率', (figures) => figures.solvedRate, rated),
    count('答称已解决', ({ resolved }) => resolved),
    count('承诺到期', ({ promisesDue }) => promisesDue),
    count('按期兑现', ({ promisesKept }) => promisesKept),
  ],
  quality: [
    count('期限前1小时答复', ({ lastHourReplies }) => lastHourReplies),
    count('期限前1天停表', ({ lastDayStops }) => lastDayStops),
    count('答复后重办', ({ closedThenReopened }) => closedThenReopened),
    count('重办仍不满意', ({ contested }) => contested),
    count('称已解决评未解决', ({ resolvedButNotSolved }) => resolvedButNotSolved),
    count('不予受理', ({ declined }) => declined),
    count('延期', ({ extended }) => extended),
    count('转办', ({ transfers }) => transfers),
    count('无效信件', ({ spam }) => spam),
    count('撤回', ({ withdrawn }) => withdrawn),
  ],
  replies: [
    count('已答复', ({ replied }) => replied),
    count('答复检查有提示', ({ qualityFlags }) => qualityFlags),
    count('与别的答复雷同', ({ nearCopies }) => nearCopies),
    count('阶段性答复只说收到', ({ acknowledgements }) => acknowledgements),
  ],
  departments: [...handled, replyRate, onTimeRate, days('平均用时', ({ meanDays }) => meanDays)],
} as const satisfies Record<string, readonly FigureColumn[]>;
