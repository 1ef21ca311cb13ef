/**
 * Places finer than a township: a group of a village, a number in a street, a building of an estate. A road, an estate or a
 * village alone is what most letters are about and stays; with a number it is hidden from after its township on.
 */
import type { Found } from './redaction.detector.ts';

const HAN = '\\p{Script=Han}';
const NUMBER = '[\\dA-Za-z一二三四五六七八九十百]{1,5}(?:[-—–之][\\dA-Za-z]{1,4}){0,2}';

/** `12号`, `3栋`, `三组`; not a gate, a pump, a count of houses or somebody's 组长. */
const FIRST =
  `(?:[第附甲乙丙丁]?(?:附|甲)?${NUMBER} ?(?:号楼|号院|#楼?|幢|单元|弄|村民小组|小组` +
  '|号(?!线|[车桥井灯杆泵机闸口台文令召称码矿坑塘库渠路公站学校教窗电变大])(?!门(?![前口面外旁牌])|地块)' +
  '|栋(?!楼(?![下上顶道前后梯旁])|[房别高居住])|座(?=[\\dA-Z]|$|[^\\p{Script=Han}])' +
  '|组(?![织合成建团长件装委员队别数])|队(?![伍长列员友])|社(?![会区保员团交长工]))' +
  `|\\d{1,3}[-—–]\\d{1,2}[-—–]\\d{3,4}(?!\\d)|[A-Z]座)`;
/** What may follow the first number only. */
const NEXT = `(?:${FIRST}|${NUMBER} ?(?:楼|层|室|[东西南北中]?户|门(?=\\d))|[东西南北中]户|-?\\d{3,4}室?(?![\\d年月元]))`;
const NUMBERS = new RegExp(`(?<![\\dA-Za-z.])${FIRST}(?:[ ,至到~]?${NEXT}){0,6}`, 'gu');

/** A part of a building: who says so much names a home even without the estate. */
const HOME = /(?:栋|幢|号楼|座|#|单元).*(?:单元|室|楼|户|\d{3,4})/u;
const GROUP = /(?:组|队|社)$/u;

const STREET = '大道|大街|路|街|巷|胡同|弄|里|道';
const ESTATE =
  '小区|社区|花园|家园|公寓|广场|大厦|宿舍|家属[院楼]|宿舍楼|新村|国际|苑|园|庄|城|庭|府|寓|院|居|阁|轩|郡|湾';
const VILLAGE = '村|屯|寨|湾|冲|坡|岗|垸|台|咀|畈|坳|坪';
const NAMED = new RegExp(
  `${HAN}(?:${STREET}|${ESTATE}|${VILLAGE})(?:[东西南北中]段|[东西南北中A-D]区|[\\d一二三四五六七八九十]{1,2}期)? ?$`,
  'u',
);
/** End like a road or an estate and are none. */
const NO_PLACE =
  /(?:\d路|公路|铁路|道路|线路|电路|马路|修路|走路|出路|思路|水路|绕路|堵路|条路|段路|逛街|上街|[通渠国省县乡管频轨赛跑河车隧]道|人行道|盲道|知道|报道|街道|[这那哪家村城院楼镇乡区县市公屋]里|[公校陵果菜]园|幼儿园|[植动]物园|[业产技流]园|县城|商城|全城|[医法学剧影贵本我]院|检察院|卫生院|敬老院|福利院|研究院|设计院|邻居|定居|旧居|政府|视台|平台|前台|柜台|阳台|站台|窗台|[下上站]岗|[山滑陡]坡|[农乡全本我各每政困中驻入出]村|[本各个我]社区|[本各个我]小区) ?$/u;
/** Not a home: an office's floors and buildings. */
const PUBLIC =
  '政府|政府大院|政务|医院|卫生院|中心|学校|小学|中学|大学|学院|幼儿园|法院|检察院|派出所|公安|税务|银行|邮局|大厅|委员会|图书馆|体育馆|博物馆|车站|公园|大楼|公司';
const PUBLIC_BEFORE = new RegExp(`(?:${PUBLIC}|[一二三四五六七八九十]中|[局委厅]) ?$`, 'u');
const PUBLIC_AFTER = new RegExp(`^ ?[^\\s门前后旁对面的在与和,、。;楼栋家]{0,6}?(?:${PUBLIC})`, 'u');

/** Up to here an address is shown: 街道, 镇, 乡 and what is above them. */
const TOWNSHIP =
  /街道办事处|街道办|街道|镇(?![政上里])|乡(?![政村下里])|县(?![城政道])|(?<![都城])市(?![政民场直])|(?<![小社校园库景片东西南北中A-D])区(?![政])|自治州|省(?!道)|[左右前后中]旗/gu;
/** A sentence before an address. */
const SENTENCE =
  /\d+ ?[年月日时点分元个名次条米]|[在住是的到至从与及给把被请往我你他她们了着就还也没这那该但却因则址距离]|(?:位|处|坐落|自|关|于)于|都(?![市城会匀])|看中|购买|入住|租[住了]|搬[到进]|[早晚]上|[今昨前每当]天|[上下]午|夜里|最近|目前|关于|反映|投诉|举报|整修|维修|修复|更换|安装|来自|经过|路过|附近|隔壁|对面|门口|旁边|途经|前往|发生|和(?![平谐睦顺美])|去(?=\p{Script=Han}{3})|有|[东西南北]侧/gu;

interface Place {
  start: number;
  end: number;
}

export function findAddresses(text: string): Found[] {
  const places: Place[] = [];
  for (const { index, 0: numbers } of text.matchAll(NUMBERS)) {
    const place = placeAt(text, index, index + numbers.trimEnd().length);
    const last = places.at(-1);
    if (place === null) continue;
    // 白云大道88号金虾小区3栋: one address, whose second number reaches back to the first.
    if (last && place.start <= last.end) last.end = place.end;
    else places.push(place);
  }
  return places.map((place) => ({ ...place, mask: '***' }));
}

function placeAt(text: string, start: number, end: number): Place | null {
  const context = /[\p{Script=Han}\dA-Za-z#—–-]*(?: (?=$))?$/u.exec(
    text.slice(Math.max(0, start - 30), start),
  )![0];
  const numbers = text.slice(start, end);
  if (PUBLIC_BEFORE.test(context) || PUBLIC_AFTER.test(text.slice(end, end + 16))) return null;
  const named = NAMED.test(context) && !NO_PLACE.test(context);
  const township = endOfLast(TOWNSHIP, context);
  const name = context.slice(Math.max(township, endOfLast(SENTENCE, context))).trimStart();
  const villageGroup = GROUP.test(numbers) && township > 0 && /^\p{Script=Han}{2,4}$/u.test(name);
  if ((named && name.length > 1) || villageGroup) return { start: start - lengthOfName(name, context), end };
  return HOME.test(numbers) ? { start, end } : null;
}

function endOfLast(pattern: RegExp, text: string): number {
  const last = [...text.matchAll(pattern)].at(-1);
  return last ? last.index + last[0].length : 0;
}

/** Where no word tells the sentence from the name, the name is what precedes its 路, 小区 or 村 by up to four characters. */
function lengthOfName(name: string, context: string): number {
  const untrimmed = context.length - context.trimEnd().length;
  return name.length <= 10 ? name.trimEnd().length + untrimmed : 6 + untrimmed;
}
