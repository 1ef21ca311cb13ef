/** A letter's way in a layman's words: one line for each step. */
import type { Lang } from '../../contract/vocabulary.ts';
import type { EventKind } from '../../core/index.ts';

/** What a line of the timeline may speak of. */
export interface Told {
  department: string | null;
  /** Whose letter it was before departments were merged or split. */
  succeeds: string | null;
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
  | 'objected'
  | 'drafted'
  | 'returned'
  | 'noted'
  | 'contact_viewed'
  | 'file_viewed'
  | 'erased'
  | 'endorsed'
  | 'verdict'
>;

type Lines = Record<ShownKind | 'interim', Line>;

const zh: Lines = {
  submitted: ({ mine }) => (mine ? '收到您的信' : '收到来信'),
  accepted: ({ department }) => `${department ?? '承办单位'}受理，开始办理`,
  assigned: ({ department, succeeds }) =>
    succeeds === null
      ? `指派给${department ?? '承办单位'}办理`
      : `机构调整，由${department ?? '承办单位'}接着办理，期限不变`,
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
  joined: () => '另一封反映同一事项的信并入本信',
  parted: () => '不再合并，单独办理',
  merged: () => '与反映同一事项的信合并办理',
  withdrawn: ({ mine }) => (mine ? '您撤回了信' : '来信人撤回了信'),
  recomputed: ({ due }) => `节假日安排公布，期限重新计算${due ? `为${due}` : ''}`,
  key_renewed: () => '在窗口换了新的查询码',
  contact_erased: ({ mine }) => (mine ? '您的联系方式已经删除' : '来信人的联系方式已经删除'),
};

const en: Lines = {
  submitted: ({ mine }) => (mine ? 'Your letter arrived' : 'The letter arrived'),
  accepted: ({ department }) => `Taken up by ${department ?? 'a department'}`,
  assigned: ({ department, succeeds }) =>
    succeeds === null
      ? `Assigned to ${department ?? 'a department'}`
      : `${department ?? 'A department'} takes over after a reorganisation; the date stays`,
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
  joined: () => 'Another letter on the same matter was joined to this one',
  parted: () => 'Handled by itself again',
  merged: () => 'Joined with a letter on the same matter',
  withdrawn: ({ mine }) => (mine ? 'You withdrew the letter' : 'The writer withdrew the letter'),
  recomputed: ({ due }) => `The holidays were announced; the reply is due ${due ?? 'on another day'}`,
  key_renewed: () => 'A new access key was issued at the counter',
  contact_erased: ({ mine }) => `${mine ? 'Your' : 'The writer’s'} contact details were erased`,
};

export const timelineWords: Record<Lang, Lines> = { 'zh-CN': zh, en };

/** Why a letter was closed. */
export const closedWords: Record<Lang, Record<string, string>> = {
  'zh-CN': {
    rated: '来信人已评价',
    silence: '答复后 15 天没有新的意见',
    contested: '仍不满意，已报上级',
  },
  en: {
    rated: 'the writer rated it',
    silence: 'nothing more was said within 15 days',
    contested: 'still dissatisfied; passed to the supervisor',
  },
};
