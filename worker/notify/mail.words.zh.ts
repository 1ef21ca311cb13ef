/** 给写信人的邮件：中文。 */
import type { Say } from './mail.words.ts';
import type { WriterMail } from './topics.ts';

const track = '查办理进度';
const lostKey =
  '查进度要用信件编号和查询码。查询码只在寄信时显示一次，我们不会用邮件发送；丢了请带上写信时留的联系方式，到单位窗口换一个新的。';
const call = (before: string, phone: string | null, otherwise: string) =>
  phone ? `${before}，请打电话告诉我们：${phone}。` : `${before}，${otherwise}。`;

export const zhMail: Record<WriterMail, Say> = {
  receipt: ({ tenant, acceptBy, due, provisional }) => ({
    title: '来信已收到',
    lead: [
      `您寄给${tenant}的信已经收到。`,
      `最晚${acceptBy}受理，最晚${due}答复。${provisional ? '答复日期是暂定的，放假安排公布后可能调整。' : ''}`,
    ],
    after: [
      lostKey,
      '如果信不是您写的，那是别人填了您的邮箱。您可以不用理会，也可以点最下面的“不再接收邮件”。',
    ],
    button: track,
  }),
  accepted: ({ department, due }) => ({
    title: '来信已受理',
    lead: [`您的信已经受理，由${department}办理，最晚${due}答复。`],
    button: track,
  }),
  transferred: ({ department, due }) => ({
    title: '来信已转办',
    lead: [`您的信已经转给${department}办理。答复期限不变，最晚${due}。`],
    quote: '转办理由',
    button: track,
  }),
  question: ({ department, waitUntil }) => ({
    title: '请您补充情况',
    lead: [`${department}要请您补充一些情况，才能接着办。`],
    quote: '想请您补充',
    after: [
      `请最晚在${waitUntil}回答。等您回答的这段时间不算在答复期限里；过了这一天，承办单位会按已知情况答复。`,
    ],
    button: '去回答',
  }),
  extended: ({ department, due }) => ({
    title: '答复要晚一些',
    lead: [`${department}还需要一些时间，答复期限延到${due}。一封信只能延期一次。`],
    quote: '延期理由',
    button: track,
  }),
  late: ({ due, phone }) => ({
    title: '答复已经逾期',
    lead: [
      `您的信最晚${due}就该答复，到现在还没有。是我们晚了。`,
      '这封信已经自动记为逾期（黄牌）。一直没有答复，会继续升级督促，您不用重写一封。',
    ],
    after: ['想尽快知道情况，您可以：'],
    list: [
      phone ? `打电话询问：${phone}` : '给单位打电话询问',
      '到单位窗口询问，报信件编号就行',
      '在进度页补充新的情况',
    ],
    button: track,
  }),
  interim: ({ department, due }) => ({
    title: '来信有阶段性答复',
    lead: [`${department}先答复了目前的情况，正式答复最晚${due}。`],
    quote: '阶段性答复',
    button: track,
  }),
  reply: ({ department, outcome, promised, phone, again, silenceDays, contactDays }) => ({
    title: '来信已答复',
    lead: [
      `${department}已经答复您的信。办理结果：${outcome ?? ''}${promised ? `，最晚${promised}办成` : ''}。`,
    ],
    quote: '正式答复',
    after: [
      ...(phone ? [`答复里有不清楚的，可以打电话问：${phone}。`] : []),
      again
        ? '请告诉我们您是否满意、问题解决了没有。再次选“不满意”或“非常不满意”，这封信会列入上级的督办名单。'
        : `请告诉我们您是否满意、问题解决了没有。选“不满意”或“非常不满意”，这封信会重新办理，${contactDays} 个工作日内有人联系您。`,
      `${silenceDays} 天没有评价，这封信就办结。`,
    ],
    button: '去评价',
  }),
  declined: ({ tenant, grounds, phone }) => ({
    title: '来信不予受理',
    lead: [`您的信不能由${tenant}办理，原因是：${grounds ?? ''}。下面写明了该去哪里。`],
    quote: '说明',
    after: [call('如果您认为不该这样处理', phone, '请到单位窗口说明')],
    button: '看看这封信',
  }),
  reopened: ({ contactBy, due }) => ({
    title: '来信重新办理',
    lead: ['您对上次的答复不满意，这封信已经重新办理。', `最晚${contactBy}有人联系您，最晚${due}再次答复。`],
    button: track,
  }),
  'followed-up': ({ department }) => ({
    title: '承诺的事有了进展',
    lead: [`${department}说明了答复里承诺的事办到哪里了。`],
    quote: '进展',
    button: track,
  }),
  'promise-kept': ({ department, phone }) => ({
    title: '承诺的事办成了',
    lead: [`${department}说，答复里承诺的事已经办成。`],
    quote: '办理情况',
    after: [call('如果您看到的不是这样', phone, '请到单位窗口说明')],
    button: track,
  }),
  'promise-due': ({ promised, phone }) => ({
    title: '承诺的日期已过',
    lead: [
      `答复里承诺，这件事最晚${promised ?? ''}办成。日期已经过了，承办单位还没有说明办成了没有。`,
      '这件事会一直留在单位的承诺清单上，直到说明办理情况为止。',
    ],
    after: [phone ? `想知道情况，可以打电话问：${phone}。` : '想知道情况，可以到单位窗口询问。'],
    button: track,
  }),
  merged: () => ({
    title: '来信已并单办理',
    lead: [
      '另一封信反映的是同一件事，您的信和它合并办理。',
      '答复会同时给您，您照样可以评价；信件编号和查询码都不变。',
    ],
    button: track,
  }),
  parted: ({ due }) => ({
    title: '来信单独办理',
    lead: [`和您的信合并的那封信不再办理，您的信接着单独办理，最晚${due}答复。`],
    button: track,
  }),
  'key-renewed': ({ phone }) => ({
    title: '查询码已换新',
    lead: ['您的信在单位窗口换了新的查询码，原来的查询码不能再用了。'],
    after: [call('如果不是您本人或您托人去换的', phone, '请尽快到单位窗口说明')],
    button: track,
  }),
};

export const zhFrame = {
  sender: (tenant: string) => `${tenant}信箱`,
  subject: (tenant: string, title: string, number: string) => `${tenant}：${title}（${number}）`,
  greeting: '您好：',
  department: '承办单位',
  goTo: '该去哪里',
  number: '信件编号',
  links: (label: string) => `${label}：`,
  automatic: (tenant: string) => `这是${tenant}信箱自动发出的邮件，请不要直接回复。`,
  why: '您写信时留了这个邮箱，所以收到这封邮件。',
  stop: '不再接收邮件',
  phone: '单位电话',
};
