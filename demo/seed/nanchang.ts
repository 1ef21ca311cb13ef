/** A mailbox that nobody looks after: few letters, long ago, the last one never answered. */
import type { Instant } from '../../core/events.ts';
import { addDays } from '../../core/local-time.ts';
import { dayIn, officeTime, workdayAfter, writingTime } from './days.ts';
import { historyColumns, type LetterRow } from './letter-history.ts';
import { randomOf } from './random.ts';

export const nanchangDepartments = ['市教育局', '市住建局', '市城管局', '市交通运输局'] as const;

interface Draft {
  daysAgo: number;
  /** Working days to the reply; null for the one that never came. */
  days: number | null;
  kind: LetterRow['kind'];
  department: (typeof nanchangDepartments)[number];
  title: string;
  body: string;
  reply: string;
}

const DRAFTS: readonly Draft[] = [
  {
    daysAgo: 486,
    days: 6,
    kind: 'inquiry',
    department: '市教育局',
    title: '转学手续在哪里办',
    body: '孩子明年从县里转到市区上四年级，请问什么时候接收材料？',
    reply: '转学在每学期开学前两周受理，带户口簿、房产证明和学籍表到接收学校登记，学位不足的由教育局统筹。',
  },
  {
    daysAgo: 455,
    days: 12,
    kind: 'complaint',
    department: '市城管局',
    title: '早餐摊占道，盲道走不通',
    body: '地铁口出来到小区的盲道每天早上都被早餐摊占满，盲人根本没有办法走。',
    reply: '已对占道摊位进行劝离，早餐车统一移到指定位置。',
  },
  {
    daysAgo: 431,
    days: 20,
    kind: 'report',
    department: '市住建局',
    title: '地下车库漏水多年',
    body: '小区地下车库一下大雨就进水，车轮泡了半截，物业说是开发商的质量问题，开发商说过了保修期。',
    reply: '您反映的问题已收悉，感谢您的关注。',
  },
  {
    daysAgo: 402,
    days: 9,
    kind: 'suggestion',
    department: '市交通运输局',
    title: '建议公交末班车延后半小时',
    body: '很多人晚上九点半下班，末班车刚刚开走。建议末班车延后半个小时。',
    reply: '线路调整需要统筹客流，我们将在年度优化时研究。',
  },
  {
    daysAgo: 377,
    days: 15,
    kind: 'help',
    department: '市住建局',
    title: '老楼外墙砖往下掉',
    body: '我们楼的外墙砖最近掉了好几块，楼下就是幼儿园的路。请派人来看看。',
    reply: '已通知社区设置围挡，维修请业主大会申请使用维修资金。',
  },
  {
    daysAgo: 136,
    days: null,
    kind: 'complaint',
    department: '市教育局',
    title: '校车停在马路中间接人，很危险',
    body: '每天早上七点二十左右，校车停在路中间接孩子，后面的电动车从两边钻，已经擦碰过两次。请有关部门管一管。',
    reply: '',
  },
];

export function nanchangLetters(now: Instant): LetterRow[] {
  const random = randomOf('nanchang');
  return DRAFTS.map(({ daysAgo, days, kind, department, title, body, reply }, at) => {
    const day = addDays(dayIn(now), -daysAgo);
    const receivedAt = writingTime(day, random);
    const acceptedAt = days === null ? null : officeTime(workdayAfter(day, Math.min(3, days)), random);
    const final =
      days === null
        ? null
        : {
            at: officeTime(workdayAfter(day, days), random),
            outcome: 'explained' as const,
            reply,
            rated: null,
          };
    return {
      external_id: `nc-${at + 1}`,
      kind,
      department,
      title,
      body,
      publish: true,
      ...historyColumns({ receivedAt, acceptedAt, interimAt: null, final, second: null }),
    };
  });
}
