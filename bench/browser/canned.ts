/** What the services of all subjects answer: made up once, the same bytes in every run. */
import type { Profile } from '../../contract/tenants.ts';
import { KINDS } from '../../contract/vocabulary.ts';
import { kindWords } from '../../contract/words.ts';

export const TENANT = 'jingmen';

const DEPARTMENTS = [
  '市人力资源和社会保障局',
  '市城市管理执法委员会',
  '市教育局',
  '市公安局',
  '市卫生健康委员会',
  '市住房和城乡建设局',
  '市交通运输局',
  '市生态环境局',
  '市市场监督管理局',
  '市民政局',
  '市自然资源和规划局',
  '市水务集团',
];

const REPLY_DAYS = { inquiry: 5, complaint: 7, suggestion: 7, help: 7, report: 15 };

/** `/v1/tenants/{tenant}`, as a city of twelve departments has it. */
export const profile: Profile = {
  tenant: TENANT,
  name: '荆门市人民政府',
  locale: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  departments: DEPARTMENTS.map((name, i) => ({ id: `d${String(i + 1).padStart(2, '0')}`, name })),
  kinds: KINDS.map((id) => ({ id, name: kindWords['zh-CN'][id], replyDays: REPLY_DAYS[id] })),
  acceptDays: 1,
  limits: { title: { min: 2, max: 100 }, body: { min: 10, max: 5000 } },
  contactRequired: false,
  retentionMonths: 12,
  phone: '0724-2345678',
  figures: null,
};

const COMMENTS = ['路灯已经修好了，谢谢。', '请问什么时候开始办理？'];
const POSTED = Date.UTC(2026, 10, 20);

/** Waline's `GET /api/comment`. */
export const walineComments = {
  errno: 0,
  errmsg: '',
  data: {
    page: 1,
    totalPages: 1,
    pageSize: 10,
    count: COMMENTS.length,
    data: COMMENTS.map((comment, i) => ({
      objectId: `c${i}`,
      nick: '市民',
      link: '',
      avatar: '',
      comment: `<p>${comment}</p>`,
      orig: comment,
      time: POSTED,
      like: 0,
      children: [],
    })),
  },
};

/** Twikoo's one address, by the `event` of the request. */
export const twikooAnswers: Record<string, object> = {
  GET_FUNC_VERSION: { code: 0, version: '1.7.9' },
  GET_CONFIG: {
    code: 0,
    config: { VERSION: '1.7.9', IS_ADMIN: false, SHOW_IMAGE: 'false', SHOW_EMOTION: 'false' },
  },
  COMMENT_GET: {
    data: COMMENTS.map((comment, i) => ({
      id: `c${i}`,
      nick: '市民',
      avatar: '',
      comment: `<p>${comment}</p>`,
      created: POSTED,
      updated: POSTED,
      like: 0,
      replies: [],
    })),
    more: false,
    count: COMMENTS.length,
  },
};
