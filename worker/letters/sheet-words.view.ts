/** What a letter's sheet (办理单) says. */
import type { Lang } from '../../contract/vocabulary.ts';
import type { EventKind } from '../../core/index.ts';

/** Steps that a leader reads; who looked at what, and what became public, is on the letter's page. */
export type SheetStep = Exclude<
  EventKind,
  | 'published' | 'withheld' | 'taken_down' | 'consent_changed' | 'noted' | 'contact_viewed' | 'file_viewed'
  | 'key_renewed' | 'contact_erased' | 'erased' | 'endorsed' | 'verdict'
>; // prettier-ignore

type Step = (department: string, succeeds: string | null) => string;

export interface SheetWords {
  title: string;
  fields: Record<'number' | 'received' | 'kind' | 'channel' | 'department' | 'writer' | 'accept' | 'reply' | 'state' | 'subject' | 'body' | 'steps' | 'proposal' | 'instruction' | 'result' | 'signed', string>;
  hidden: string;
  unnamed: string;
  nobody: string;
  stopped: string;
  over: string;
  late: (days: number) => string;
  left: (days: number) => string;
  today: string;
  reply: (kind: string) => string;
  files: (count: number) => string;
  standsIn: (by: string, absent: string) => string;
  foot: (by: string, at: string) => string;
  inside: string;
  print: string;
  steps: Record<SheetStep, Step>;
} // prettier-ignore

const zh: SheetWords = {
  title: '来信办理单',
  fields: {
    ...{
      number: '信件编号',
      received: '来信时间',
      kind: '类别',
      channel: '来信渠道',
      department: '承办单位',
    },
    ...{ writer: '来信人', accept: '受理期限', reply: '答复期限', state: '办理状态', subject: '标题' },
    ...{
      body: '来信内容',
      steps: '办理经过',
      proposal: '拟办意见',
      instruction: '领导批示',
      result: '承办结果',
    },
    signed: '签名：　　　　　　　　　年　　月　　日',
  },
  hidden: '（不显示）',
  unnamed: '没有留姓名',
  nobody: '待分派',
  stopped: '等来信人补充，期限停表',
  over: '已不计期限',
  late: (days) => `已逾期 ${days} 天`,
  left: (days) => `还有 ${days} 个工作日`,
  today: '今天到期',
  reply: (kind) => `${kind}：`,
  files: (count) => `随信附件 ${count} 个，请在工作台查看`,
  standsIn: (by, absent) => `${by} 代 ${absent}`,
  foot: (by, at) => `打印人：${by}　打印时间：${at}`,
  inside: '内部办理使用，请勿外传',
  print: '按 A4 纸排版，用浏览器的“打印”打印或存成 PDF。这一段不会印出来。',
  steps: {
    submitted: () => '收到来信',
    accepted: (d) => `${d}受理`,
    assigned: (d, before) => (before === null ? `指定${d}办理` : `机构调整，${before}的信由${d}接着办理`),
    declined: () => '不予受理',
    marked_spam: () => '认定为无效信件',
    transferred: (d) => `转到${d}`,
    objected: (d) => `${d}提出异议：不归本单位办`,
    info_requested: () => '请来信人补充情况，期限停表',
    supplemented: () => '来信人作了补充',
    resumed: () => '期限恢复计算',
    drafted: () => '答复送审',
    returned: () => '答复退回修改',
    replied: (d) => `${d}答复`,
    extended: () => '延期',
    rated: () => '来信人评价',
    reopened: () => '来信人不满意，重新办理',
    contacted: () => '已联系来信人',
    closed: () => '办结',
    escalated: () => '逾期升级',
    followed_up: () => '说明承诺事项的落实情况',
    joined: () => '另一封信并入这封信',
    parted: () => '不再并单，单独办理',
    merged: () => '并入另一封信',
    withdrawn: () => '来信人撤回',
    recomputed: () => '按新公布的日历重算期限',
  },
};

const en: SheetWords = {
  title: 'Handling sheet',
  fields: {
    ...{ number: 'Number', received: 'Received', kind: 'Kind', channel: 'Came by', department: 'Department' },
    ...{ writer: 'Writer', accept: 'Accept by', reply: 'Reply by', state: 'State', subject: 'Title' },
    ...{ body: 'Letter', steps: 'Done so far', proposal: 'Proposal', instruction: 'Instruction', result: 'Result' },
    signed: 'Signed: ______________________  Date: ______________',
  },
  hidden: '(not shown)',
  unnamed: 'No name given',
  nobody: 'Not assigned',
  stopped: 'Waiting for the writer; the clock stands still',
  over: 'No deadline any more',
  late: (days) => `${days} day${days === 1 ? '' : 's'} late`,
  left: (days) => `${days} working day${days === 1 ? '' : 's'} left`,
  today: 'Due today',
  reply: (kind) => `${kind}: `,
  files: (count) => `${count} file${count === 1 ? '' : 's'} came with it; see the console`,
  standsIn: (by, absent) => `${by} for ${absent}`,
  foot: (by, at) => `Printed by ${by}, ${at}`,
  inside: 'For internal use only',
  print: 'Set for A4: print it, or save it as PDF, with your browser. This line is not printed.',
  steps: {
    submitted: () => 'Letter received',
    accepted: (d) => `Accepted by ${d}`,
    assigned: (d, before) => (before === null ? `Assigned to ${d}` : `${d} takes over from ${before} after a reorganisation`),
    declined: () => 'Declined',
    marked_spam: () => 'Marked as not a valid letter',
    transferred: (d) => `Transferred to ${d}`,
    objected: (d) => `${d} objects: wrong address`,
    info_requested: () => 'The writer was asked for more; the clock stands still',
    supplemented: () => 'The writer added to the letter',
    resumed: () => 'The clock runs again',
    drafted: () => 'A reply waits for sign-off',
    returned: () => 'The reply was returned for changes',
    replied: (d) => `Replied by ${d}`,
    extended: () => 'More time taken',
    rated: () => 'Rated by the writer',
    reopened: () => 'Reopened: the writer is not satisfied',
    contacted: () => 'The writer was contacted',
    closed: () => 'Closed',
    escalated: () => 'Escalated: late',
    followed_up: () => 'News of what was promised',
    joined: () => 'Another letter was merged into this one',
    parted: () => 'Handled by itself again',
    merged: () => 'Merged into another letter',
    withdrawn: () => 'Withdrawn by the writer',
    recomputed: () => 'Deadlines counted again by the new calendar',
  },
}; // prettier-ignore

export const sheetWords: Record<Lang, SheetWords> = { 'zh-CN': zh, en };
