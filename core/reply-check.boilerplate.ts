/**
 * **boilerplate**: nothing but phrases that would fit any letter. Courtesies, the naming of the letter's own subject and the
 * vocabulary below are taken away; the sign is given where next to nothing is left, or where what is left holds no number, no
 * day and nothing else that could be looked into. Without the letter's text, so that it holds on record too. Source: product.md §7, and §1 "answers are canned"; for interim replies §6 "that only acknowledge".
 */
import { substanceOf, weightOf } from './reply-check.courtesy.ts';
import { type Mark, markOf, type Plain } from './reply-check.text.ts';

/** A Chinese character counts one, another word two: two or three words of content are not yet an answer. */
const CONTENT_MIN = 8;
/** A reply of which nothing can be looked into may use words of its own, but not many. */
const CONTENT_SHARE_MAX = 0.7;
const CHECKABLE = /\d|昨|今天|上午|下午|明天/;

/** 关于您反映的某某问题 names the subject and says nothing about it. */
const ECHO =
  /(?:关于|对于|针对|就)?(?:您|你|贵).{0,4}(?:反映|咨询|提出|投诉|提到|举报|建议|询问|关心|提问|来信所述|所述)的?[^,。;!?\n]{0,40}?(?:的?(?:相关|有关|上述)?(?:问题|情况|事项|建议|诉求|一事|事情|意见|标准问题))/g;
/** How to reach the office is the same in each reply. */
const CONTACT =
  /(?:(?:咨询|联系|服务|监督|值班|办公)?电话|致电|热线|tel\.?)?[:是为]?\(?0\d{2,3}\)?[- ]?\d{7,8}|\b12345\b/g;

const WHO =
  '我们|我局|我单位|我委|我办|我厅|我院|我司|我公司|我中心|我镇|我市|我区|我县|我街道|我部门|本局|本单位|领导|上级|各级|工作人员|专人|专班|人员|承办单位|职能部门|相关部门|有关部门|主管部门|部门|相关单位|有关单位|单位|有关方面|方面|科室|群众|人民|广大|市民|网友|网民|村民|居民|业主|朋友|自己';
const DOING =
  '高度重视|重视|关注|关心|关切|核实|核查|调查|了解|知道|知悉|知晓|悉知|处理|处置|办理|解决|落实|研究|研判|协调|沟通|对接|衔接|跟进|跟踪|督促|督办|推进|推动|加强|加大|加快|强化|完善|改进|改善|优化|提升|提高|规范|反馈|答复|回复|告知|转告|转达|转交|转办|反映|咨询|投诉|提出|来信|来电|留言|收到|收悉|受理|登记|阅|查收|安排|责成|组织|部署|采纳|吸收|考虑|结合|列入|纳入|努力|维护|保护|保障|切实|做好|做到|抓好|抓紧|执行|依法依规|依法|依规|依照|根据|按照|严格|开展|进行|采取|措施|争取|联系|对待|听取|接受|监督|报告|汇报|请示|会商|想办法|看待|不懈|整治|整改|治理|监管|排查|检查|查处|打击|执法|宣传|引导|解释|说明|论证|履行|履职|改正|借鉴|参考|指正|鞭策|酌情|视情';
const THING =
  '问题|情况|事项|事情|诉求|意见|建议|信件|消息|通知|结果|进展|进度|工作|力度|责任|管理|服务|质量|水平|流程|满意度|满意|政策|法律|法规|规定|文件|精神|程序|要求|实际|权益|利益|机制|制度|议事日程|日程|资金|条件|成熟|合理化|合法|合理|切身|宝贵|着落|回音|件件|事事|方便|权限|职责|范围|时间|计划|下一步|统一|国家|社会|事业|城市|建设|发展|明确|通讯畅通|通讯|畅通|具体|职责|效能|效率|作风|宗旨|理念|民生|实事|急难愁盼|实处|疑问|疑虑|声音|可行性|不足|阶段|前期|后期|信任';
const HOW =
  '非常|十分|特别|极其|极为|尤为|适当|欢迎|届时|提供|认真|积极|及时|尽快|尽早|早日|近期|稍后|适时|择机|不久的将来|不久|将来|第一时间|立即|立刻|马上|严肃|妥善|全面|深入|充分|进一步|继续|不断|持续|逐步|陆续|正在|目前|现在|已经|一直|一定|确保|保证|相信|争取|公平|公正|公开|一如既往|耐心等待|耐心|等待|谅解|理解|支持|放心|保持|首先|同时|相关|有关|各项|如需|如果|为准|特此|此件|接到|收集|一旦|如有|得到|需要|能够|可以|以后|今后';
const SMALL =
  '[的了将会已并和与及对给为把向由请在中后再也就等此该所其以到能有是个一您你他我们各予上下且或从使让]';

/** What is written on walls. Before the single words, of which it is made. */
const SLOGANS =
  '举一反三|标本兼治|获得感|幸福感|安全感|无小事|好事办好|实事办实|放在心上|抓在手上|一抓到底|抓铁有痕|钉钉子|之所急|之所想|之所忧|之所盼|以人民为中心|零容忍|(?:发现|查处)一[起处个]|[绝决]不(?:姑息迁就|姑息|手软|允许|让任何一个|让|放过)|迁就|落空|常抓不懈|持之以恒|久久为功|从严从快|从重从快|高压态势|重拳出击|露头就打|压实|形成合力|齐抓共管|多措并举|全力以赴|不遗余力|尽职尽责|恪尽职守|感同身受|换位思考|设身处地|站在|角度|立场|心情|添麻烦|带来的?不便|深表歉意|表示歉意|歉意|抱歉|在案|重点|清单|台账|值班|负责同志|负责人|同志|分管|批示|阅示|阅处|阅知|呈送|呈报|上报|报送|线索|行为|此类|现行|一贯|始终坚持|始终|坚持|广大|参与|提供|十分重要|重要|等候|合规|酌情|酌处|省市|各级|党委|政府|初心|使命|担当|作为|狠抓|细化|举措|补齐|短板|弱项|压茬|统筹|谋划|兼顾|可持续|高质量|营造|良好|氛围|环境|形象|树立|转变|深化|巩固|增强|不断增强';

const EMPTY = new RegExp(`${SLOGANS}|${WHO}|${DOING}|${THING}|${HOW}|${SMALL}`, 'g');
const EMPTY_ENGLISH =
  /\b(?:a|about|after|again|all|already|always|an|and|any|are|as|asked|at|attach(?:ed)?|attention|be|been|best|by|can|carefully|citizens?|colleagues?|concern(?:s|ed)?|consider(?:ation)?|contact(?:ed|ing)?|continue|court|course|dealt|deal|department|due|enquiry|every|everything|feedback|for|forward(?:ed)?|from|further|future|great|greatly|has|have|help|hope|if|important|importance|improv(?:e|ing)|in|information|inquiry|inform(?:ed)?|interest|into|is|issue|it|its|keep|kind|letter|look(?:ed|ing)?|matter|may|message|more|noted|of|office|on|or|our|passed|patience|please|possible|problem|proper(?:ly)?|question|receiv(?:e|ed)|regards?|relevant|resolve|response|seriously|services?|shall|should|situation|soon|study|such|suggestion|support|take|taken|that|the|them|they|this|to|understanding|unit|us|valuable|value|very|was|we|well|will|wish|with|work|you|your)\b/g;

/** What is said besides phrases that fit any letter, with gaps where those stood. Plain text in, plain text out. */
export function withoutPhrases(text: string): string {
  return text.replace(EMPTY, ' ').replace(EMPTY_ENGLISH, ' ');
}

function contentOf(plain: Plain): string {
  const said = substanceOf(plain).map(({ start, end }) => plain.text.slice(start, end));
  return withoutPhrases(said.join(',').replace(CONTACT, ' ').replace(ECHO, ' '));
}

/**
 * The whole reply is the mark.
 * @param checkable whether it holds a finding, a rule, an act, an answer or an office: what could be looked into
 */
export function findBoilerplate(plain: Plain, checkable: boolean): Mark[] {
  const { length } = plain.text;
  const said = weightOf(plain.text);
  const content = contentOf(plain);
  const weight = weightOf(content);
  // 化粪池已清掏 is short; what it says, it says of one matter.
  const empty = weight < CONTENT_MIN && weight * 3 <= said;
  const vague = !checkable && !CHECKABLE.test(content) && weight <= CONTENT_SHARE_MAX * said;
  return length > 0 && (empty || vague) ? [markOf(plain, { start: 0, end: length })] : [];
}
