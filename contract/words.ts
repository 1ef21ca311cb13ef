/**
 * What the vocabulary is called on screen, once for every part (product.md §3). Plain data, one export per list, so that
 * a bundler drops what a page doesn't use.
 */
import type {
  Channel,
  Colour,
  DeclineGround,
  Lang,
  Level,
  Outcome,
  ReplyType,
  Solved,
  SpamGround,
  Status,
  WithholdGround,
} from './vocabulary.ts';

export { kindWords, metricWords } from './first-words.ts';

type Words<K extends string | number> = Record<Lang, Record<K, string>>;

export const statusWords: Words<Status> = {
  'zh-CN': {
    submitted: '待受理',
    accepted: '办理中',
    awaiting_citizen: '等待补充',
    replied: '已答复',
    closed: '已办结',
    declined: '不予受理',
    withdrawn: '已撤回',
    merged: '已并单',
    spam: '无效信件',
  },
  en: {
    submitted: 'Received',
    accepted: 'Being handled',
    awaiting_citizen: 'Waiting for the writer',
    replied: 'Answered',
    closed: 'Closed',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    merged: 'Merged',
    spam: 'Not a valid letter',
  },
};

export const outcomeWords: Words<Outcome> = {
  'zh-CN': { resolved: '已解决', explained: '已解释', promised: '列入计划', refused: '不能办理' },
  en: { resolved: 'Resolved', explained: 'Explained', promised: 'Planned', refused: 'Cannot be done' },
};

export const replyTypeWords: Words<ReplyType> = {
  'zh-CN': { interim: '阶段性答复', final: '正式答复' },
  en: { interim: 'Interim reply', final: 'Final reply' },
};

export const levelWords: Words<Level> = {
  'zh-CN': { 5: '非常满意', 4: '满意', 3: '基本满意', 2: '不满意', 1: '非常不满意' },
  en: {
    5: 'Very satisfied',
    4: 'Satisfied',
    3: 'Fairly satisfied',
    2: 'Dissatisfied',
    1: 'Very dissatisfied',
  },
};

export const solvedWords: Words<Solved> = {
  'zh-CN': { yes: '已解决', partly: '部分解决', no: '没有解决' },
  en: { yes: 'Solved', partly: 'Partly solved', no: 'Not solved' },
};

export const declineWords: Words<DeclineGround> = {
  'zh-CN': {
    'not-competent': '不属于本单位职责',
    petition: '属于信访事项',
    discipline: '属于纪检举报',
    judicial: '已进入诉讼、仲裁或复议',
    disclosure: '属于政府信息公开申请',
    concluded: '同一事项已办结',
    unclear: '补充后仍无法办理',
  },
  en: {
    'not-competent': 'Not within this body’s powers',
    petition: 'A petition matter',
    discipline: 'A disciplinary report',
    judicial: 'Before a court, an arbitrator or a review body',
    disclosure: 'A freedom-of-information request',
    concluded: 'The same matter has been concluded',
    unclear: 'Still unclear after asking',
  },
};

export const spamWords: Words<SpamGround> = {
  'zh-CN': { advertising: '广告', flooding: '重复刷屏', abuse: '辱骂攻击', gibberish: '无意义内容' },
  en: { advertising: 'Advertising', flooding: 'Flooding', abuse: 'Abuse', gibberish: 'Meaningless text' },
};

export const withholdWords: Words<WithholdGround> = {
  'zh-CN': {
    privacy: '涉及个人隐私',
    'state-secret': '涉及国家秘密',
    'third-party': '涉及第三方合法权益',
    unlawful: '含有违法内容',
    duplicate: '与已公开信件重复',
  },
  en: {
    privacy: 'Personal privacy',
    'state-secret': 'State secret',
    'third-party': 'Rights of third parties',
    unlawful: 'Unlawful content',
    duplicate: 'Duplicate of a published letter',
  },
};

export const channelWords: Words<Channel> = {
  'zh-CN': {
    widget: '网站',
    hosted: '网页',
    api: '接口',
    counter: '窗口',
    phone: '电话',
    paper: '来信',
    import: '历史导入',
  },
  en: {
    widget: 'Website',
    hosted: 'Web page',
    api: 'API',
    counter: 'Counter',
    phone: 'Phone',
    paper: 'Paper',
    import: 'Import',
  },
};

export const colourWords: Words<Colour> = {
  'zh-CN': { yellow: '黄牌', red: '红牌', demand: '催办单' },
  en: { yellow: 'Yellow card', red: 'Red card', demand: 'Demand notice' },
};
