import type { TimelineEntry } from '../../contract/letters.ts';
import type { FileType } from '../../contract/limits.ts';
import type { Lang, Role, Status } from '../../contract/vocabulary.ts';
import type { EventKind } from '../../core/events.ts';

/** What an event's sentence is made of; whatever is unknown is an empty string. */
export interface Told {
  /** The writer: 您, or 写信人 to everybody else. */
  writer: string;
  /** 您的, the writer’s. */
  writers: string;
  department: string;
  /** The due day in words. */
  due: string;
  /** Grounds, outcome, level, colour or kind of reply, in words. */
  word: string;
  entry: TimelineEntry;
}

const zh = {
  you: '您',
  yours: '您的',
  writer: '写信人',
  writers: '写信人的',
  staff: '承办单位',
  timeline: '办理过程',
  events: {
    submitted: () => '信件已收到，等待受理',
    accepted: ({ department }) => `${department}已受理`,
    assigned: ({ department }) => `交由${department}办理`,
    declined: ({ word }) => `不予受理：${word}`,
    marked_spam: ({ word }) => `被认定为无效信件：${word}`,
    transferred: ({ department }) => `转给${department}办理，办理期限不变`,
    objected: ({ department }) => `${department}认为不归自己办，由网站主管决定`,
    info_requested: ({ writer }) => `请${writer}补充情况，等待期间办理时间暂停计算`,
    supplemented: ({ writer }) => `${writer}补充了情况`,
    resumed: () => '等待补充的时间已到，办理时间继续计算',
    drafted: () => '答复已拟好，正在审核',
    returned: () => '答复退回修改',
    replied: ({ department, word }) => `${department}作出${word}`,
    extended: ({ due }) => `答复期限延长到${due}`,
    published: () => '信和答复已公开',
    withheld: ({ word }) => `没有公开：${word}`,
    taken_down: ({ word }) => `已撤下，不再公开：${word}`,
    consent_changed: ({ writer }) => `${writer}更改了是否同意公开`,
    rated: ({ writers, word }) => `${writers}评价：${word}`,
    reopened: ({ due }) => `重新办理，${due}前再次答复`,
    contacted: ({ writer }) => `工作人员已与${writer}联系`,
    closed: ({ word }) => `已办结${word}`,
    escalated: ({ word }) => `超过期限没有答复，记${word}`,
    followed_up: () => '说明了承诺事项的落实情况',
    joined: () => '另一封同一事项的信并到这里',
    parted: () => '不再合并，单独办理',
    merged: () => '与同一事项的另一封信合并办理',
    withdrawn: ({ writer }) => `${writer}撤回了信`,
    recomputed: ({ due }) => `节假日安排公布后，答复日期改为${due}`,
    noted: () => '办理人员作了内部记录',
    contact_viewed: ({ writers }) => `办理人员查看了${writers}联系方式`,
    file_viewed: ({ writers }) => `办理人员查看了${writers}附件`,
    key_renewed: () => '换发了查询码',
    contact_erased: ({ writers }) => `${writers}联系方式已经删除`,
    erased: () => '信件内容已依法删除',
    endorsed: () => '又有一位群众表示“我也遇到”',
    verdict: () => '有读者评议了答复',
  } as Record<EventKind, (told: Told) => string>,
  /** Why a letter was closed, put after the word for it. */
  closings: {
    rated: '',
    silence: '：答复后 15 天没有新的情况',
    contested: '：重办后仍不满意，已交主管部门',
  } as Record<string, string>,
  other: '有新的办理记录',
  colours: { yellow: '黄牌', red: '红牌', demand: '催办单' },
  next: '接下来',
  nextOf: {
    submitted: '承办单位先受理，再在期限内答复。',
    accepted: '承办单位正在办理，会在期限内答复。',
    awaiting_citizen: '请补充上面问到的情况。补充后接着办理。',
    replied: '请您评价。不评价的话，15 天后自动办结。',
    closed: '已经办结。还有问题可以再写一封信。',
    declined: '请按上面的说明找对应的单位。',
    withdrawn: '这封信不再办理。',
    merged: '同一事项的答复也会发到这里。',
    spam: '这封信不再办理。认为弄错了，可以打电话说明。',
  } as Record<Status, string>,
  nextReopened: '您不满意，这封信已经重新办理：1 个工作日内会有人联系您，并在期限内再次答复。',
  nextContested: '您两次不满意，这封信已列入上级的督办名单。',
  nextLate: '期限已经过了，承办单位仍然要答复；拖得越久，督促的级别越高。',
  replies: '答复',
  noReply: '还没有答复。',
  promisedFor: (day: string) => `计划 ${day} 前办好`,
  replyPhone: '咨询电话',
  declined: '为什么不受理',
  goTo: '可以找',
  yourLetter: '信的内容',
  supplement: '补充的情况',
  attached: (count: number) => `附件 ${count} 个`,
  download: '下载',
  fileTypes: {
    'image/jpeg': '照片',
    'image/png': '图片',
    'image/webp': '图片',
    'application/pdf': 'PDF 文件',
  } as Record<FileType, string>,
  days: (days: number) => `用了 ${days} 个工作日`,
  rating: '评价',
  roles: {
    writer: '写信人',
    reader: '读者',
    officer: '经办人',
    coordinator: '网站主管',
    central: '主管部门',
    system: '系统',
    import: '历史导入',
  } as Record<Role, string>,
};

export type LetterWords = typeof zh;

const en: LetterWords = {
  you: 'you',
  yours: 'your',
  writer: 'the writer',
  writers: 'the writer’s',
  staff: 'the department',
  timeline: 'What happened so far',
  events: {
    submitted: () => 'The letter arrived and waits to be taken up',
    accepted: ({ department }) => `Taken up by ${department}`,
    assigned: ({ department }) => `Given to ${department}`,
    declined: ({ word }) => `Declined: ${word}`,
    marked_spam: ({ word }) => `Judged not to be a valid letter: ${word}`,
    transferred: ({ department }) => `Passed on to ${department}; the deadline stays`,
    objected: ({ department }) => `${department} says it is not theirs; the coordinator decides`,
    info_requested: ({ writer }) => `Asked ${writer} for more; the clock stands still meanwhile`,
    supplemented: ({ writer }) => capital(`${writer} added to the letter`),
    resumed: () => 'The wait is over, the clock runs again',
    drafted: () => 'A reply is written and being checked',
    returned: () => 'The reply went back to be improved',
    replied: ({ department, word }) => `${word} from ${department}`,
    extended: ({ due }) => `The deadline moved to ${due}`,
    published: () => 'Letter and reply were published',
    withheld: ({ word }) => `Not published: ${word}`,
    taken_down: ({ word }) => `Taken down: ${word}`,
    consent_changed: ({ writer }) => capital(`${writer} changed the consent to publication`),
    rated: ({ writers, word }) => capital(`${writers} rating: ${word}`),
    reopened: ({ due }) => `Reopened, to be answered again by ${due}`,
    contacted: ({ writer }) => `Staff got in touch with ${writer}`,
    closed: ({ word }) => `Closed${word}`,
    escalated: ({ word }) => `No answer in time: ${word}`,
    followed_up: () => 'Reported on what had been promised',
    joined: () => 'Another letter on the same matter was joined to this one',
    parted: () => 'Handled by itself again',
    merged: () => 'Joined with another letter on the same matter',
    withdrawn: ({ writer }) => capital(`${writer} withdrew the letter`),
    recomputed: ({ due }) => `The public holidays are known now: the answer is due on ${due}`,
    noted: () => 'Staff made a note',
    contact_viewed: ({ writers }) => `Staff looked up ${writers} contact details`,
    file_viewed: ({ writers }) => `Staff opened ${writers} attachment`,
    key_renewed: () => 'A new access key was issued',
    contact_erased: ({ writers }) => `${capital(writers)} contact details were erased`,
    erased: () => 'The text was erased as the law demands',
    endorsed: () => 'Somebody else has met the same problem',
    verdict: () => 'A reader judged the reply',
  },
  closings: {
    rated: '',
    silence: ': nothing new within 15 days of the reply',
    contested: ': still dissatisfied, passed to the supervising office',
  },
  other: 'There is a new entry',
  colours: { yellow: 'yellow card', red: 'red card', demand: 'demand notice' },
  next: 'What comes next',
  nextOf: {
    submitted: 'A department takes the letter up and answers by the deadline.',
    accepted: 'The department is working on it and answers by the deadline.',
    awaiting_citizen: 'Please answer the question above; then work goes on.',
    replied: 'Please rate the reply. Without a rating the letter is closed after 15 days.',
    closed: 'The letter is closed. If something is still open, write again.',
    declined: 'Please turn to the body named above.',
    withdrawn: 'The letter is no longer handled.',
    merged: 'The answer to the other letter will appear here too.',
    spam: 'The letter is no longer handled. If this is a mistake, please call.',
  },
  nextReopened:
    'You were not satisfied, so the letter is open again: staff get in touch within 1 working day and answer again by the deadline.',
  nextContested: 'You were dissatisfied twice, so the letter is on the supervisor’s list.',
  nextLate:
    'The deadline has passed and an answer is still owed; the longer it takes, the higher up it is pursued.',
  replies: 'Replies',
  noReply: 'No reply yet.',
  promisedFor: (day) => `Planned to be done by ${day}`,
  replyPhone: 'Phone for questions',
  declined: 'Why it was declined',
  goTo: 'Where to turn',
  yourLetter: 'The letter',
  supplement: 'Added later',
  attached: (count) => `${count} ${count === 1 ? 'file' : 'files'} attached`,
  download: 'Download',
  fileTypes: {
    'image/jpeg': 'Photo',
    'image/png': 'Picture',
    'image/webp': 'Picture',
    'application/pdf': 'PDF',
  },
  days: (days) => (days === 1 ? 'took 1 working day' : `took ${days} working days`),
  rating: 'Rating',
  roles: {
    writer: 'writer',
    reader: 'reader',
    officer: 'officer',
    coordinator: 'coordinator',
    central: 'central admin',
    system: 'system',
    import: 'import',
  },
};

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

export const letterWords: Record<Lang, LetterWords> = { 'zh-CN': zh, en };
