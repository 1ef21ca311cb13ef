/** What the mocked service counts and publishes: figures, notices, tenants. */
import type { Figures, Stats } from '../../contract/stats.ts';
import type { NoticePage, TenantPage } from '../../contract/tenants.ts';
import { NOW, TODAY } from './console-mock.data.ts';

export function figures(received: number, overdue: number): Figures {
  const due = received - Math.round(received / 8);
  const replied = due - overdue;
  const onTime = Math.round(replied * 0.93);
  const rated = Math.round(replied / 2);
  const satisfied = Math.round(rated * 0.86);
  const solved = Math.round(rated * 0.7);
  const rate = (part: number, all: number) => (all === 0 ? null : part / all);
  return {
    ...{
      received,
      acceptedOnTime: due,
      unanswered: Math.floor(overdue / 2),
      replied,
      repliedOnTime: onTime,
      overdue,
      due,
    },
    ...{
      replyRate: rate(replied, due),
      replyRateInterval: null,
      onTimeRate: rate(onTime, due),
      onTimeRateInterval: null,
    },
    ...{
      medianDays: received ? 4 : null,
      meanDays: received ? 4.3 : null,
      rated,
      satisfied,
      satisfaction: rate(satisfied, rated),
    },
    ...{
      satisfactionInterval: null,
      solvedYes: solved,
      solvedRate: rate(solved, rated),
      solvedRateInterval: null,
    },
    ...{
      resolved: solved,
      resolvedRate: rate(solved, replied),
      reopened: Math.round(rated / 15),
      contested: 0,
      transfers: 3,
    },
    ...{
      extended: 2,
      declined: 1,
      promisesDue: 4,
      promisesKept: 3,
      lastHourReplies: 1,
      lastDayStops: 0,
      closedThenReopened: 0,
    },
    ...{
      resolvedButNotSolved: 1,
      qualityFlags: 9,
      nearCopies: 2,
      acknowledgements: 1,
      spam: 2,
      withdrawn: 1,
      notices: 5,
      small: due < 10,
    },
  };
}

export const stats: Stats = {
  ...figures(1024, 6),
  ...{ tenant: 'jingmen', from: '2025-11-21', to: TODAY, asOf: TODAY },
  byDepartment: [
    { id: 'hrss', name: '市人社局', ...figures(412, 0) },
    { id: 'housing', name: '市住建局', ...figures(388, 5) },
    { id: 'traffic', name: '市交通局', ...figures(215, 1) },
    { id: 'urban', name: '市城管委', ...figures(9, 0) },
    { id: 'unassigned', name: '', ...figures(0, 0) },
  ],
};

export const notices: NoticePage = {
  nextCursor: null,
  items: [
    {
      id: 'n1',
      department: 'housing',
      departmentName: '市住建局',
      title: '11月22日象山大道东段停水通知',
      body: '因管网改造，11月22日8时至18时象山大道东段停水，请提前储水。',
      publishedAt: '2026-11-18T09:00:00+08:00',
    },
    {
      id: 'n2',
      department: null,
      departmentName: null,
      title: '政务大厅周六照常办公',
      body: '自12月起周六上午照常办公。',
      publishedAt: '2026-11-02T09:00:00+08:00',
    },
  ],
};

const tenantRow = (slug: string, name: string, jurisdiction: string, received: number, overdue: number) => ({
  ...{
    slug,
    name,
    jurisdiction,
    prefix: slug.slice(0, 2).toUpperCase(),
    open: Math.round(received / 20),
    figures: figures(received, overdue),
    suspended: null,
    asOf: NOW,
  },
  ...{ lastReceivedAt: NOW, lastAnsweredAt: received > 0 ? NOW : null },
});
export const tenants: TenantPage = {
  items: [
    tenantRow('jingmen', '荆门市人民政府', '420800', 1024, 6),
    tenantRow('jingshan', '京山市人民政府', '420882', 310, 41),
    tenantRow('shayang', '沙洋县人民政府', '420822', 0, 0),
  ],
};
