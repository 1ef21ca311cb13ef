/** What the console says, in Chinese: a helpful clerk's voice (look.md "Words"). Names of states are in contract/words.ts. */
import { zhBulletins } from './zh-CN.bulletins.ts';
import { zhCentre } from './zh-CN.centre.ts';
import { zhCalendar } from './zh-CN.calendar.ts';
import { zhCharts } from './zh-CN.charts.ts';
import { zhCheck } from './zh-CN.check.ts';
import { zhSigns } from './zh-CN.signs.ts';
import { zhCommands } from './zh-CN.commands.ts';
import { zhHandOver } from './zh-CN.hand-over.ts';
import { zhFiles } from './zh-CN.files.ts';
import { zhBulk, zhDesk, zhInbox, zhKeys, zhLine, zhSaved } from './zh-CN.inbox.ts';
import { zhRanking } from './zh-CN.ranking.ts';
import { zhToday } from './zh-CN.today.ts';
import { zhLetter } from './zh-CN.letter.ts';
import { zhDepartments } from './zh-CN.departments.ts';
import { zhDeputies, zhInvitation, zhMembers, zhSheet } from './zh-CN.members.ts';
import { zhLife } from './zh-CN.life.ts';
import { zhManage } from './zh-CN.manage.ts';
import { zhOrders } from './zh-CN.orders.ts';
import { zhPages, zhSections } from './zh-CN.pages.ts';
import { zhRules } from './zh-CN.rules.ts';
import { zhTemplates } from './zh-CN.templates.ts';
import { zhContested, zhPromises } from './zh-CN.promises.ts';
import { zhSettings } from './zh-CN.settings.ts';
import { zhSpotChecks } from './zh-CN.spot-checks.ts';

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

export const zhCN = {
  frame: zhFrame,
  common: zhCommon,
  errors: zhErrors,
  signIn: zhSignIn,
  inbox: zhInbox,
  saved: zhSaved,
  bulk: zhBulk,
  keys: zhKeys,
  desk: zhDesk,
  line: zhLine,
  today: zhToday,
  letter: zhLetter,
  files: zhFiles,
  commands: zhCommands,
  handOver: zhHandOver,
  check: zhCheck,
  signs: zhSigns,
  manage: zhManage,
  settings: zhSettings,
  calendar: zhCalendar,
  rules: zhRules,
  templates: zhTemplates,
  life: zhLife,
  pages: zhPages,
  sections: zhSections,
  centre: zhCentre,
  spotChecks: zhSpotChecks,
  promises: zhPromises,
  contested: zhContested,
  orders: zhOrders,
  bulletins: zhBulletins,
  charts: zhCharts,
  departments: zhDepartments,
  members: zhMembers,
  deputies: zhDeputies,
  invitation: zhInvitation,
  sheet: zhSheet,
  ranking: zhRanking,
};
