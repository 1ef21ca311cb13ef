/** What the console says, in Chinese: a helpful clerk's voice (look.md "Words"). Names of states are in contract/words.ts. */
import { zhCheck } from './zh-CN.check.ts';
import { zhCommands } from './zh-CN.commands.ts';
import { zhFiles } from './zh-CN.files.ts';
import { zhLetter } from './zh-CN.letter.ts';
import { zhManage } from './zh-CN.manage.ts';
import { zhPages, zhSections } from './zh-CN.pages.ts';
import { zhSettings } from './zh-CN.settings.ts';

const zhFrame = {
  product: '回信',
  title: '回信工作台',
  skip: '跳到正文',
  nav: '主要页面',
  tenants: '单位',
  acting: '当前单位',
  otherLang: 'English',
  signOut: '退出',
  signOutFailed: '没能退出：连不上服务。请稍后再点一次；离开前请关闭浏览器。',
  unreachable: '工作台没有打开。',
  notFound: '没有这一页',
  notFoundHint: '地址可能抄错了。',
  notForRole: '您的账号不办这一页的事。需要的话，请联系本单位的网站主管。',
  backToInbox: '回到收件',
  noRole: '您的账号还没有安排到任何单位。请联系网站主管，说明您在哪个承办单位。',
};

const zhCommon = {
  loading: '正在取…',
  retry: '再试一次',
  cancel: '不办了',
  close: '收起',
  more: '再取一些',
  optional: '（选填）',
  choose: '请选择',
  copy: '复制',
  copied: '已复制',
  copyFailed: '没能复制，文字已选中，请按 Ctrl+C。',
  sending: '正在送出…',
  none: '—',
  print: '打印',
  sum: (count: number) => (count === 1 ? '还有 1 处要改：' : `还有 ${count} 处要改：`),
  counter: (count: number, max: number) => `${count} / ${max} 字`,
  missing: (label: string) => `请填写“${label}”。`,
  unchosen: (label: string) => `请选择“${label}”。`,
  unticked: '请先看清这一句，再勾选。',
  tooShort: (label: string, missing: number) => `“${label}”还差 ${missing} 个字。`,
  tooLong: (label: string, over: number) => `“${label}”多了 ${over} 个字。`,
  badDay: (label: string) => `“${label}”请填今天以后的一天。`,
  badNumber: (label: string, min: number, max: number) => `“${label}”请填 ${min} 到 ${max} 之间的整数。`,
};

const zhErrors = {
  offline: '网络断了，刚才的操作没有送出。您写的文字还在这里，连上后请再点一次。',
  lost: '没有收到服务的回音，不能确定刚才的操作办成没有。您写的文字还在；请先重新载入看一看，再决定要不要重办。',
  broken:
    '服务出了故障，刚才的操作没有办成。您写的文字还在，请过几分钟再试；一直不行，请把这段话告诉管理员。',
  signedOut: '登录已失效，刚才的操作没有送出。您写的文字还在，登录后请再点一次。',
  conflict: '这封信刚才有了新变化，所以这一步没有办成。请重新载入看一看；您写的文字会留着。',
  gone: '这封信已经不在您手里，可能刚转给了别的单位，所以这一步没有办成。您写的文字还在，需要的话请先复制。',
  reload: '重新载入这封信',
  refused: '这一步没有办成。',
  requestId: (id: string) => `报修编号 ${id}`,
};

const zhSignIn = {
  title: '登录回信工作台',
  lead: '给市民回信的地方。请用单位分配的账号登录。',
  again: '请重新登录',
  againLead: '登录已失效。写到一半的文字都还在，登录后接着办。',
  email: '邮箱',
  password: '密码',
  submit: '登录',
  busy: '正在登录…',
  later: '先不登录',
  code: '动态码',
  codeHint: '打开验证器，输入现在显示的六位数字。',
  codeSubmit: '验证',
  back: '换一个账号',
  wrong: '邮箱或密码不对。请核对后再试；忘了密码，请找本单位的网站主管。',
  wrongCode: '动态码不对或已过期。请等验证器换出下一组数字再输。',
  tooMany: (seconds: number | null) =>
    seconds ? `试得太多了，请过 ${seconds} 秒再试。` : '试得太多了，请过几分钟再试。',
  unreachable: '连不上服务。请检查网络后再试。',
};

const zhInbox = {
  title: '收件',
  lead: (open: number, late: number, today: number) =>
    open === 0
      ? '手头没有在办的信。'
      : `在办 ${open} 封${late > 0 ? `，其中 ${late} 封已逾期` : ''}${today > 0 ? `，${today} 封今天到期` : ''}。`,
  views: {
    open: '全部在办',
    late: '逾期',
    today: '今日到期',
    unassigned: '待分派',
    reopened: '不满意重办',
    'to-publish': '待公开',
  },
  filters: '筛选',
  search: '查找',
  searchHint: '标题、正文里的词，或信件编号',
  clear: '清除查找',
  department: '承办单位',
  state: '状态',
  inHand: '在办',
  anyDepartment: '全部承办单位',
  columns: { due: '期限', letter: '信件', department: '承办单位', status: '状态' },
  receivedOn: (day: string) => `${day} 收到`,
  unassigned: '待分派',
  draft: '答复待审',
  objected: '对承办单位有异议',
  reopened: '不满意重办',
  contested: '仍不满意',
  shown: (count: number) => `列出 ${count} 封，急的在前`,
  empty: {
    open: '没有在办的信。新来的信会按期限排在这里，最急的在最上面。',
    late: '没有逾期的信。过了答复期限还没有正式答复的信会列在这里，写明逾期几天。',
    today: '今天没有到期的信。期限在今天 24：00 的信会列在这里。',
    unassigned: '信都有了承办单位。来信人没有选单位的信会列在这里，等您分派。',
    reopened: '没有重办的信。来信人评价“不满意”的信会回到这里：一个工作日内联系，十五天内再答复。',
    'to-publish': '没有等待公开的信。来信人同意公开、也已答复的信会列在这里，核对隐去的内容后公开。',
    done: '没有这种状态的信。',
  },
  emptySearch: (q: string) =>
    `没有找到含“${q}”的信。这里只查所列的信：换一个词，或在“状态”里选已答复、已办结的再找；有编号可以直接查编号。`,
  emptyEmbed: '还没有把信箱放到网站上？看看怎样接入。',
  keys: '键盘',
  keysHint: 'j 下一封 · k 上一封 · o 打开 · / 查找',
  keysOn: '启用单键快捷键',
  failed: '没能取到信件。',
};

export const zhCN = {
  frame: zhFrame,
  common: zhCommon,
  errors: zhErrors,
  signIn: zhSignIn,
  inbox: zhInbox,
  letter: zhLetter,
  files: zhFiles,
  commands: zhCommands,
  check: zhCheck,
  manage: zhManage,
  settings: zhSettings,
  pages: zhPages,
  sections: zhSections,
};
