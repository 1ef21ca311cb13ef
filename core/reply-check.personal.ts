/**
 * **personal-data**: what identifies a citizen, found by the detectors of redaction. Never a landline, nor what stands in
 * the reply's own phone field; nor an office's mailbox, its address, or the name of whoever it lets be asked for. An address
 * counts where somebody lives: a lamp in front of number 12 is no one's home. Source: product.md §7, §9.
 */
import { type RedactionKind, proposeRedactions } from './redaction.rules.ts';
import { findCitizensNames } from './reply-check.names.ts';
import type { Mark } from './reply-check.text.ts';

export interface PersonalMark extends Mark {
  kind: RedactionKind;
}

/** Names and homes are guesses of the detectors, and never hold a reply back. */
export const isSure = ({ kind }: PersonalMark): boolean => kind !== 'name' && kind !== 'address';

/** Reads the source itself: the detectors know full width, and where in a number the gaps may stand. */
export function findPersonalData(body: string, phone: string): PersonalMark[] {
  const own = digitsOf(phone);
  const proposed = proposeRedactions(body, { writersText: true })
    .filter(({ kind }) => kind !== 'landline')
    .filter(({ kind, start, end }) => isCitizens(body, kind, start, end))
    .filter(({ start, end }) => own === '' || digitsOf(body.slice(start, end)) !== own)
    .map(({ start, end, kind }) => ({ start, end, kind, text: body.slice(start, end) }));
  const named = findCitizensNames(body).filter(
    (name) => !proposed.some(({ start, end }) => start < name.end && name.start < end),
  );
  return [...proposed, ...named].sort((one, other) => one.start - other.start);
}

function isCitizens(body: string, kind: RedactionKind, start: number, end: number): boolean {
  const before = body.slice(Math.max(0, start - 16), start);
  if (kind === 'email') return !OFFICE_MAIL.test(body.slice(start, end)) && !OFFICES.test(before);
  if (kind === 'name') return !STAFF.test(before) && !isSignature(body, start, end);
  if (kind === 'address') return isHome(before, body.slice(start, end), body.slice(end, end + 16));
  return true;
}

const OFFICE_MAIL = /gov[.。]cn$/i;
const OFFICES =
  /(?:我|本|局|委|中心|单位|公司|办公|公开|举报|投诉|监督|咨询|官方|公务|政务)(?:电子)?(?:邮箱|邮件|信箱|e-?mail)[是为:： ]*$/i;
const STAFF =
  /(?:联\s?系\s?人|经办人|负责人|承办人|工作人员|咨询人|网格员|民警|警官|医生|护士|班主任|教师|老师|法定代表人|法人代表|法人)[是为叫:： ]*$/;

/** Alone in one of the last lines: whoever signs for the office. */
function isSignature(body: string, start: number, end: number): boolean {
  const line = body.slice(body.lastIndexOf('\n', start - 1) + 1, start);
  const rest = body.slice(end, end + 40);
  return start > 0 && line.trim() === '' && rest.trim().length <= 20 && /^\s*(?:$|\n)/.test(rest);
}

const ROOM = /单元|室|户|\d[-—–]\d{1,2}[-—–]\d|(?<!\d)\d{3,4}$|[组社队]$/;
const LIVES =
  /(?:住|家(?!具|电|长)|户籍|居住|现居|租住?|地址)(?:在|于|是|地|址|为)?[:：( （]*[^，。；,;]{0,6}$/;
const OFFICE_PLACE = /局|中心|大厅|窗口|科|所|站|支队|大队|办公|学校|医院|教务|门诊|收/;
const OFFICE_BEFORE =
  /(?:(?:[局委办所站厅院校]|中心|公司|队|窗口|单位|办公|受理|办理|报名|领取|服务)(?:的|点)?地址[是为:： ]*[^，。；,;]{0,6}$|我[局委办院]|寄(?:至|到|给)?|办公地址|请到|请前往|前往|可到|到|窗口|大厅)[^，。；,;]{0,8}$/;

function isHome(before: string, address: string, after: string): boolean {
  if (OFFICE_BEFORE.test(before) || OFFICE_PLACE.test(after.slice(0, 10))) return false;
  return ROOM.test(address) || LIVES.test(before);
}

function digitsOf(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)).replace(/\D/g, '');
}
