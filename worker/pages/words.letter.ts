/** The list, a letter, its timeline. */
import type { Lang } from '../../contract/vocabulary.ts';
import type { EventKind } from '../../core/index.ts';

/** What a line of the timeline may speak of. */
export interface Told {
  department: string | null;
  /** A day in words. */
  due: string | null;
  promised: string | null;
  outcome: string | null;
  grounds: string | null;
  level: string | null;
  colour: string | null;
  mine: boolean;
}

type Line = (told: Told) => string;
/** Steps that are shown; the rest are staff's own. */
export type ShownKind = Exclude<
  EventKind,
  'objected' | 'drafted' | 'returned' | 'noted' | 'contact_viewed' | 'erased' | 'endorsed' | 'verdict'
>;

const timelineZh: Record<ShownKind | 'interim', Line> = {
  submitted: ({ mine }) => (mine ? '收到您的信' : '收到来信'),
  accepted: ({ department }) => `${department ?? '承办单位'}受理，开始办理`,
  assigned: ({ department }) => `指派给${department ?? '承办单位'}办理`,
  declined: ({ grounds }) => `不予受理${grounds ? `：${grounds}` : ''}`,
  marked_spam: ({ grounds }) => `标为无效信件${grounds ? `：${grounds}` : ''}`,
  transferred: ({ department }) => (department ? `转给${department}办理` : '转给其他单位办理'),
  info_requested: ({ mine }) => (mine ? '请您补充情况，期限暂停' : '请来信人补充情况，期限暂停'),
  supplemented: ({ mine }) => (mine ? '您补充了情况' : '来信人补充了情况'),
  resumed: ({ due }) => `恢复计算期限${due ? `，答复期限是${due}` : ''}`,
  interim: () => '阶段性答复',
  replied: ({ outcome, promised }) =>
    `正式答复${outcome ? `：${outcome}` : ''}${promised ? `，${promised}前办到` : ''}`,
  extended: ({ due }) => `延长期限${due ? `，最迟${due}答复` : ''}`,
  published: () => '公开了信件和答复',
  withheld: ({ grounds }) => `不公开${grounds ? `：${grounds}` : ''}`,
  taken_down: ({ grounds }) => `撤下公开${grounds ? `：${grounds}` : ''}`,
  consent_changed: () => '您改了是否同意公开',
  rated: ({ level, mine }) => `${mine ? '您' : '来信人'}评价${level ? `：${level}` : ''}`,
  reopened: ({ due }) => `因不满意重新办理${due ? `，${due}前再次答复` : ''}`,
  contacted: () => '工作人员联系了您',
  closed: ({ grounds }) => `办结${grounds ? `：${grounds}` : ''}`,
  escalated: ({ colour }) => `逾期未答复，上级督促${colour ? `：${colour}` : ''}`,
  followed_up: () => '回告计划的进展',
  merged: () => '与反映同一事项的信合并办理',
  withdrawn: ({ mine }) => (mine ? '您撤回了信' : '来信人撤回了信'),
  recomputed: ({ due }) => `节假日安排公布，期限重新计算${due ? `为${due}` : ''}`,
  key_renewed: () => '在窗口换了新的查询码',
};

const timelineEn: Record<ShownKind | 'interim', Line> = {
  submitted: ({ mine }) => (mine ? 'Your letter arrived' : 'The letter arrived'),
  accepted: ({ department }) => `Taken up by ${department ?? 'a department'}`,
  assigned: ({ department }) => `Assigned to ${department ?? 'a department'}`,
  declined: ({ grounds }) => `Declined${grounds ? `: ${grounds}` : ''}`,
  marked_spam: ({ grounds }) => `Marked as not a valid letter${grounds ? `: ${grounds}` : ''}`,
  transferred: ({ department }) =>
    department ? `Passed on to ${department}` : 'Passed on to another organisation',
  info_requested: ({ mine }) =>
    `${mine ? 'You were' : 'The writer was'} asked for more; the clock stands still`,
  supplemented: ({ mine }) => (mine ? 'You added to the letter' : 'The writer added to the letter'),
  resumed: ({ due }) => `The clock runs again${due ? `; reply due ${due}` : ''}`,
  interim: () => 'Interim reply',
  replied: ({ outcome, promised }) =>
    `Final reply${outcome ? `: ${outcome}` : ''}${promised ? `, by ${promised}` : ''}`,
  extended: ({ due }) => `More time taken${due ? `; reply due ${due}` : ''}`,
  published: () => 'Letter and reply were published',
  withheld: ({ grounds }) => `Not published${grounds ? `: ${grounds}` : ''}`,
  taken_down: ({ grounds }) => `Taken down${grounds ? `: ${grounds}` : ''}`,
  consent_changed: () => 'You changed your consent to publication',
  rated: ({ level, mine }) =>
    `${mine ? 'You rated' : 'The writer rated'} the reply${level ? `: ${level}` : ''}`,
  reopened: ({ due }) =>
    `Taken up again because the reply did not satisfy${due ? `; next reply due ${due}` : ''}`,
  contacted: () => 'Staff spoke to you',
  closed: ({ grounds }) => `Closed${grounds ? `: ${grounds}` : ''}`,
  escalated: ({ colour }) => `Late: the supervisor stepped in${colour ? ` (${colour})` : ''}`,
  followed_up: () => 'News of the plan',
  merged: () => 'Joined with a letter on the same matter',
  withdrawn: ({ mine }) => (mine ? 'You withdrew the letter' : 'The writer withdrew the letter'),
  recomputed: ({ due }) => `The holidays were announced; the reply is due ${due ?? 'on another day'}`,
  key_renewed: () => 'A new access key was issued at the counter',
};

const zh = {
  title: (name: string) => `${name}信箱`,
  lead: (accept: number, from: number, to: number) =>
    `每封信都有答复：${accept} 个工作日内受理，${from === to ? from : `${from}–${to}`} 个工作日内答复。`,
  write: '写信',
  track: '查进度',
  published: '公开的来信和答复',
  search: {
    label: '搜索公开的信',
    narrow: '按类别、部门找',
    kind: '类别',
    department: '部门',
    any: '全部',
    go: '搜索',
    clear: '清除条件',
  },
  found: '搜索结果',
  empty: '还没有公开的来信。来信人同意，并且隐去个人信息之后，来信和答复会在这里公开。',
  nothing: '没有找到。请换一个词，或者清除条件再找。',
  older: '更早的答复',
  newest: '回到最新',
  item: {
    replied: '答复',
    days: (n: number) => (n === 0 ? '当天答复' : `${n} 个工作日答复`),
    rated: (level: string) => `评价：${level}`,
  },
  declinedShort: '不予受理',
  figures: {
    rate: (rate: string, replied: string, due: string) =>
      `近一年回复率 ${rate}（应答复 ${due} 件，已答复 ${replied} 件）`,
    small: (replied: string, due: string) =>
      `近一年回复率：样本不足（应答复 ${due} 件，已答复 ${replied} 件）`,
    none: '近一年回复率 —（还没有到期的信件）',
    onTime: (rate: string) => `按时答复率 ${rate}`,
    more: '全部数据',
  },
  counts: (published: string, received: string) => `共收到 ${received} 件，公开 ${published} 件`,
  letter: {
    from: '来信',
    reply: '答复',
    kind: '类别',
    number: '编号',
    department: '承办单位',
    received: '来信时间',
    answered: '答复时间',
    days: '用时',
    workingDays: (n: number) => `${n} 个工作日`,
    outcome: '办理结果',
    promised: (day: string) => `${day}前办到`,
    phone: '联系电话',
    rating: '来信人的评价',
    noRating: '来信人还没有评价。',
    solved: '问题解决了吗',
    scores: { result: '解决程度', attitude: '办理态度', speed: '办理速度' },
    of5: (n: number) => `${n} 分（满分 5 分）`,
    readers: '群众评议',
    endorsed: (n: string) => `${n} 人也遇到同样的事`,
    verdicts: (yes: string, no: string) => `${yes} 人认为答复回答了问题，${no} 人认为没有`,
    timeline: '办理过程',
    declined: '不予受理',
    goTo: '可以去这里办理',
    corrected: '公开后更正过。',
    redacted: '公开的文字已隐去个人信息。',
    mine: '我是来信人，查进度、补充或评价',
    all: '全部公开的来信',
  },
  hidden: {
    title: '这封信没有公开',
    body: '可能编号有误，也可能来信人没有同意公开，或者还在办理。',
    mine: '如果是您写的信，请填查询码查看。',
  },
  timeline: timelineZh,
  closed: {
    rated: '来信人已评价',
    silence: '答复后 15 天没有新的意见',
    contested: '仍不满意，已报上级',
  } as Record<string, string>,
  notices: {
    title: '主动发布',
    lead: '各部门没有人问也主动公开的消息。',
    empty: '还没有主动发布的消息。',
    older: '更早的消息',
  },
};

export type LetterWords = typeof zh;

const en: LetterWords = {
  title: (name) => `Letterbox of ${name}`,
  lead: (accept, from, to) =>
    `Every letter is answered: taken up within ${accept === 1 ? 'one working day' : `${accept} working days`}, answered within ${from === to ? from : `${from} to ${to}`} working days.`,
  write: 'Write a letter',
  track: 'Track a letter',
  published: 'Published letters and replies',
  search: {
    label: 'Search the published letters',
    narrow: 'By kind or department',
    kind: 'Kind',
    department: 'Department',
    any: 'All',
    go: 'Search',
    clear: 'Clear',
  },
  found: 'Search results',
  empty:
    'No letters are published yet. Letters and replies appear here once their writers agree and personal details are removed.',
  nothing: 'Nothing was found. Try another word, or clear the search.',
  older: 'Older replies',
  newest: 'Back to the newest',
  item: {
    replied: 'Answered',
    days: (n) => (n === 0 ? 'the same day' : `after ${n} working day${n === 1 ? '' : 's'}`),
    rated: (level) => `rated: ${level}`,
  },
  declinedShort: 'Declined',
  figures: {
    rate: (rate, replied, due) => `Reply rate ${rate} in the last year (${replied} of ${due} due)`,
    small: (replied, due) => `Reply rate in the last year: too few letters (${replied} of ${due} due)`,
    none: 'Reply rate in the last year: — (nothing due yet)',
    onTime: (rate) => `on time ${rate}`,
    more: 'All figures',
  },
  counts: (published, received) => `${received} received, ${published} published`,
  letter: {
    from: 'The letter',
    reply: 'Reply',
    kind: 'Kind',
    number: 'Number',
    department: 'Department',
    received: 'Received',
    answered: 'Answered',
    days: 'Took',
    workingDays: (n) => `${n} working day${n === 1 ? '' : 's'}`,
    outcome: 'Outcome',
    promised: (day) => `to be done by ${day}`,
    phone: 'Phone',
    rating: 'The writer’s rating',
    noRating: 'The writer has not rated the reply yet.',
    solved: 'Was it solved',
    scores: { result: 'Result', attitude: 'Attitude', speed: 'Speed' },
    of5: (n) => `${n} of 5`,
    readers: 'What readers say',
    endorsed: (n) => `${n} others met the same`,
    verdicts: (yes, no) => `${yes} say the reply answers the letter, ${no} say it does not`,
    timeline: 'How it was handled',
    declined: 'Declined',
    goTo: 'Where to go instead',
    corrected: 'Corrected after publication.',
    redacted: 'Personal details were removed before publication.',
    mine: 'I wrote this letter: track, add or rate',
    all: 'All published letters',
  },
  hidden: {
    title: 'This letter is not public',
    body: 'The number may be mistyped, its writer may not have agreed to publication, or it is still being handled.',
    mine: 'If you wrote it, give your access key to read it.',
  },
  timeline: timelineEn,
  closed: {
    rated: 'the writer rated it',
    silence: 'nothing more was said within 15 days',
    contested: 'still dissatisfied; passed to the supervisor',
  },
  notices: {
    title: 'Notices',
    lead: 'What the departments publish unasked.',
    empty: 'No notices have been published yet.',
    older: 'Older notices',
  },
};

export const letterWords: Record<Lang, LetterWords> = { 'zh-CN': zh, en };
