/**
 * **sent-elsewhere**: the writer is told to turn to another office, or that their letter was passed on, while no transfer
 * is on record that would carry letter, number and clock there. A counter where something is applied for, somebody to ask
 * with their telephone number, and "if you have further questions" are no sending away.
 * Source: product.md §7 and §1 "pass the citizen on".
 */
import { clausesOf, type Mark, markOf, type Plain } from './reply-check.text.ts';

const ORGAN =
  '(?:部门|单位|机构|机关|方面|政府|委员会|[局委厅办镇乡院]|街道|社区|村委会|村委|居委会|公司|集团|中心|中队|大队|支队|派出所|所|站|办事处|物业|法院|银行|学校|医院|协会|残联|平台|科室|主体|热线|经营者|开发商)';
const OWN = '(?!我|本(?:局|单位|中心|站|所|委|办|公司)|该信|贵)';

/** 已转…: silent where a transfer is on record. */
const PASSED = new RegExp(
  [
    `(?:转(?![交办至到达给送告由往]{0,2}(?:我|本(?:局|单位|中心|委|办))|账|介|供|正|移|让|变|换|型|学|诊|入|出|发送|到您|给您|账户)[交办至到达给送告由呈发派]?|批转|呈报|反馈|转达|报送|(?:流转|派发|推送|分派)(?:至|给|到)|(?:来信|信件|诉求|问题|建议|投诉|反映)[^,。;]{0,8}(?:移交|移送|交由|交办|交))(?:至|给|到|由|往)?${OWN}[^,。;:、]{0,16}?${ORGAN}(?:[^,。;]{0,10}(?:办理|处理|研究|答复|回复|解决|核实|核处|跟进|联系|处置))?`,
    `(?:把|将)(?:您|你)的?(?:信|来信|信件|留言|诉求|问题)[^,。;]{0,8}(?:发|转|送|报)(?:给|至|到|往)${OWN}[^,。;]{0,14}?${ORGAN}`,
    `(?:交由|由)${OWN}[^,。;:、]{0,14}?${ORGAN}(?:视情况|依法|负责|直接|统一|另行)*(?:与您联系|研究答复|给您答复|向您答复|研究处理|答复您)`,
    '\\b(?:forwarded|referred|passed(?: on)?|transferred|handed over) to (?:the |our )?[^.;]{0,40}?(?:department|office|unit|bureau|agency|colleagues|authorit)\\w*',
  ].join('|'),
);
const NOT_OURS = new RegExp(
  [
    '(?:不属(?:于)?|不在|不归|并非|非属|超出|不是)[^,。;]{0,10}?(?:职责|职权|职能|管辖|受理|权限|监管|业务)(?:范围|范畴|事项)?',
    '(?:我|本)(?:局|镇|单位|委|办|街道|县|中心|公司|部门)(?:对此)?(?:无权|没有权限|无执法权|无管辖权|无职权)(?:查处|处置|处理|管辖|干预)?',
    '(?:我们|(?:我|本)(?:局|镇|单位|委|办|街道|中心))(?:也|对此)?(?:管不了|管不着|无法管理|不负责)|不归(?:我们|我局|我单位)',
    '\\bnot (?:within |in |under )?(?:the |our )?(?:responsibility|remit|competence|jurisdiction)\\b',
  ].join('|'),
);
const TURN_TO = new RegExp(
  [
    `(?:请|建议|烦请|麻烦|可|可以|需|需要|应|望|敬请|或|或者)(?:您|你|来信人|当事人)?(?:自行|直接|先|及时|另行|尽快|再|也|携带[^,。;]{0,12})*(?:前往|去|到|向|与|和|同|找|咨询|联系|致电|拨打)${OWN}[^,。;:]{0,18}?${ORGAN}[^,。;]{0,8}?(?:反映|咨询|联系|投诉|了解|协商|询问|求助|举报|查询情况|沟通|申诉|解决|对接|起诉)`,
    `(?:请|建议|烦请)(?:您|你)?(?:自行|直接|另行|先)*(?:咨询|联系|询问|致电|找)${OWN}[^,。;:、]{0,14}?${ORGAN}`,
    `(?:请|建议)(?:您|你)?(?:自行|直接)?(?:拨打|致电)(?:当地|属地)?(?:12\\d{3}|[^,。;\\d]{0,8}热线)[^,。;]{0,8}(?:投诉|举报|咨询|反映|求助)`,
    `(?:咨询|向|联系|询问|致电)${OWN}[^,。;:]{0,14}?${ORGAN}(?:咨询|反映)?或者?拨打12\\d{3}`,
    '^(?:并|可|请)?(?:拨打|致电)12\\d{3}[^,。;]{0,4}(?:投诉|举报|咨询|反映|求助)',
    '(?:找|联系|咨询|拨打|询问)(?:他们|她们|对方|该单位)|以(?:他们|其|对方|该单位)的?(?:答复|解释|回复)为准',
    '(?:通过|走)(?:法律|司法|诉讼|仲裁)(?:途径|渠道|程序)',
    '\\b(?:please |you (?:should|may|can) |kindly )(?:contact|turn to|ask|write to|address)(?! us| our| me)\\b[^.;]{0,60}',
    '\\b(?:suggest|advise|recommend)(?: that)? you (?:contact|take|consult|write|speak|turn)\\b|\\btake (?:it|this|the matter) up with\\b|\\byou may wish to (?:contact|consult)\\b',
  ].join('|'),
);
/** Of another question than the letter's, or of a contact of our own. */
const FURTHER =
  /如(?:果|您|有|需|对|仍|还|遇|再|逾期|未)|若|进度|届时|今后|后续|必要时|发现|\bif\b|\bquestions\b|\bfurther\b(?! information)/;
const PHONE = /0\d{2,3}-?\d{7,8}/;

/** @param transferred whether a transfer of this letter is on record */
export function findSentElsewhere(plain: Plain, transferred: boolean): Mark[] {
  const found: Mark[] = [];
  for (const { start, end } of clausesOf(plain.text)) {
    const clause = plain.text.slice(start, end);
    const before = plain.text.slice(Math.max(0, start - 16), start);
    for (const pattern of transferred ? [NOT_OURS, TURN_TO] : [NOT_OURS, TURN_TO, PASSED]) {
      const match = pattern.exec(clause);
      if (!match || (pattern === TURN_TO && isFurther(clause, before))) continue;
      const at = start + match.index;
      if (isQuoted(plain.text, at)) continue;
      found.push(markOf(plain, { start: at, end: at + match[0].length }));
      break;
    }
  }
  return found;
}

function isFurther(clause: string, before: string): boolean {
  return FURTHER.test(clause) || PHONE.test(clause) || /(?:如|若|if)[^。;]{0,16},$/.test(before);
}

/** The writer's own words, taken up: 关于“转回荆门怎么办”. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}
