/**
 * Citizens' names as replies put them, beside those that redaction knows from letters: 龙桂英同志您好, 李大秀老人,
 * 施文娟（手机…）, 您侄子汤小军. Not 张女士您好, 居民您好: who they are, nobody learns from that.
 */
import { surnameAt } from './redaction.surnames.ts';

export interface NameFound {
  start: number;
  end: number;
  kind: 'name';
  text: string;
}

const HAN = '\\p{Script=Han}';
const TITLE = '同志|先生|女士|小姐|老师|师傅|同学|大爷|大妈|阿姨|老人';
/** Whom a matter is about, by what they are; whoever answers for the office has other titles. */
const DOER =
  '会计|出纳|村医|校长|教练|摊主|摊贩|商贩|包工头|工头|中介|收费员|售票员|收银员|快递员|外卖员|骑手|保安|保洁|护工|厨师|经营者|经营户|养殖户|承包户|承租户|店员|业务员|销售员|售后员|管理员|操作工|施工人员|肇事者|冒领人|侵权人|责任人|违法行为人|行为人|嫌疑人|违章人|被举报人|被投诉人|被执行人|投诉对象|楼上住户|楼下住户|隔壁住户';
const DID =
  '本人|等\\d|(?:已|均|也|未|曾|被|因|系|在|于|将|对|向|与|和|自|同意|承认|承诺|拒|表示|赔|退|领|擅自|私自|利用|违|一家|一户|夫妻)';
const NAMED = [
  `^\\s*(?:尊敬的|亲爱的)?\\s*(?<name>${HAN}{2,4}?)\\s*(?:${TITLE})?\\s*[,，:：]?\\s*(?:您|你)好`,
  `(?<!${HAN})(?<name>${HAN}{3})(?:${TITLE})(?![们院家])`,
  `(?<!${HAN}{0,4}(?:我|本)[局委站所办])(?:${DOER})(?<name>${HAN}{2,3}?)(?=[,，。；;、（(]|${DID})`,
  `(?<name>${HAN}{2,3})[(（](?:身份证|证件号|手机|住|男|女|1[3-9]\\d{2})`,
  `(?:您|你|其)(?:家|的)?(?:侄子|侄女|侄儿|外甥女?|堂弟|堂哥|表弟|表哥|表姐|表妹|亲属|家属)(?<name>${HAN}{3})`,
].map((source) => new RegExp(source, 'gdu'));

/** Begin as a surname does, or end as an office or a title does. */
const NOBODY =
  /^(?:来信|居民|居家|车主|车友|师傅|师生|农民|农村|党员|商户|商家|房[主东]|全[体市县]|司机|游客|战友|求助|花友|水友|单[位身]|项目|施工|应|于|向(?:您|上|有|相|我)|何|曾|和|时|从|高龄|时年|满)|[们友民众主户客家长员局处所站科室队办委镇乡村街会厅院校店厂心组部的]$|(?:同志|先生|女士|小姐|老师|师傅|同学|大爷|大妈|阿姨|老人)$/;

/** In order, without overlap. */
export function findCitizensNames(body: string): NameFound[] {
  const found = NAMED.flatMap((pattern) =>
    [...body.matchAll(pattern)].flatMap(({ indices }) => nameAt(body, ...indices!.groups!['name']!)),
  ).sort((one, other) => one.start - other.start);
  return found.filter(({ start }, at) => at === 0 || start >= found[at - 1]!.end);
}

/** The end of the run is the name: 学员施文娟（… has three characters before the bracket. */
function nameAt(body: string, start: number, end: number): NameFound[] {
  const text = body.slice(start, end);
  const surname = surnameAt(text);
  if (surname === '' && end - start === 3) return nameAt(body, start + 1, end);
  return surname === '' || text.length <= surname.length || NOBODY.test(text)
    ? []
    : [{ start, end, kind: 'name', text }];
}
