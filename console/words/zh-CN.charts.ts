/** Charts: what each shows in one sentence, and the table behind it. */
export const zhCharts = {
  title: '图表',
  failed: '没能取到图表的数据。',
  numbers: '看数字',
  letters: (count: string) => `${count} 封`,
  none: '这段时间没有可画的数据。',
  week: (from: string, to: string) => (from === to ? from : `${from}至${to}`),
  weeks: {
    title: '每周收到的信，按时答复了多少',
    says: (weeks: number, most: string, week: string) =>
      `共 ${weeks} 周。收信最多的一周是 ${week}，收到 ${most} 封。`,
    onTime: '按时答复',
    late: '逾期（答复晚了或还没答复）',
    notDue: '还没到期',
    columns: { week: '周', received: '收到', onTime: '按时', late: '逾期', notDue: '未到期', rate: '按时率' },
  },
  open: {
    title: '还没有正式答复的信，收到多久了',
    says: (count: string, old: string) => `共 ${count} 封，其中收到 90 天以上的 ${old} 封。`,
    saysNone: '这段时间收到的信都有了正式答复。',
    inTime: '期限内',
    late: '已逾期',
    ages: {
      '0-4': '0–4 天',
      '5-14': '5–14 天',
      '15-29': '15–29 天',
      '30-89': '30–89 天',
      '90+': '90 天以上',
    },
    columns: { age: '收到多久', count: '未答复', overdue: '其中逾期' },
  },
  flow: {
    title: '信走到了哪一步',
    says: (received: string, replied: string, solved: string) =>
      `收到 ${received} 封，答复 ${replied} 封；来信人认为已解决的 ${solved} 封。答复了不等于解决了，没有评价的不算。`,
    steps: {
      received: '收到',
      accepted: '受理或不予受理',
      replied: '答复',
      rated: '来信人评价',
      solved: '认为已解决',
    },
    columns: { step: '步骤', count: '封数', share: '占收到' },
  },
  ratings: {
    title: '来信人怎么评价',
    says: (rated: string, satisfied: string) => `评价 ${rated} 封，基本满意以上 ${satisfied} 封。`,
    saysNone: '还没有评价。',
    columns: { level: '评价', count: '封数', share: '占评价' },
  },
};
