/** Names of people, by the word before them or what stands after: 我叫张三, 联系人：张三, 张三，男. Not those of places and offices. */
import type { Found } from './redaction.detector.ts';
import { surnameAt } from './redaction.surnames.ts';

/** A name follows these, and nearly nothing else does. */
const SURE =
  '我叫|名叫|名字(?:[是叫为]|写成了?|应为|改[成为])?|姓\\s{0,4}名|户\\s?名|开户人|收款人|持卡人|联\\s?系\\s?人|来信人|写信人|反映人|投诉人|举报人|申请人|求助人|留言人|署名|签名|落款|当事人|受害人|报案人|代笔人|委托人|代理人|监护人|继承人|承租人|出租人|承包人|担保人|原告|被告|法定代表人|法人代表|法人|经办人|尊敬的';
/** After these a sentence may go on otherwise. */
const LIKELY =
  '本人|我是|业主|户主|车主|房主|房东|机主|店主|租客|租户|老板|邻居|村民|居民(?!楼)|市民|群众|职工|员工|工友|工人|老人|患者|病人|死者|伤者|学生|孩子|小孩|同学|司机|驾驶员|班主任|医生|护士|民警|负责人|' +
  '父亲|母亲|爸爸|妈妈|丈夫|妻子|老公|老婆|爱人|老伴|儿子|女儿|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|外公|外婆|岳父|岳母|公公|婆婆|孙子|孙女|儿媳|女婿';
const AFTER_WORD = new RegExp(
  `(?:(?<sure>${SURE})|${LIKELY})(?:[是为叫系]|\\(.{1,6}\\))?\\s{0,4}(?<colon>:?)\\s{0,6}(?:\\*\\*)?`,
  'g',
);

const HAN = '\\p{Script=Han}';
const SPACE = '[ \\u3000\\t]';
/** A name that says itself that it is one: 张三，男 · 张三，139… · 139…（张三） · the last line of a letter. */
const ALONE = [
  `(?<!${HAN})(?=(${HAN}{2,4})[,( \\u3000、]{1,2}[男女](?!${HAN}))`,
  `(?:(?<!${HAN})|(?<=找|联系|打给))(?=(${HAN}{2,4})[,( :、\\u3000]{1,2}(?:联系)?(?:电话|手机|身份证)?号?码?[: ]{0,2}\\*{7})`,
  `(?<=\\n${SPACE}{0,40})(?=(${HAN}{2,4})(?:\\s{0,40}$|${SPACE}{0,40}\\r?\\n${SPACE}{0,40}(?:19|20)\\d\\d))`,
  `(?<=\\*{7}[ (]{1,2})(?=(${HAN}{2,4})(?!${HAN}))`,
].map((source) => new RegExp(source, 'gu'));

const DOTTED = new RegExp(`^${HAN}{1,8}(?:[·•・‧∙]${HAN}{1,8}){1,3}`, 'u');
const SPACED = new RegExp(`^${HAN} {1,2}${HAN}(?!${HAN})`, 'u');
const HAN_RUN = new RegExp(`^${HAN}{1,9}`, 'u');

/** How a sentence goes on after a name where no comma does; a single character may belong to the name as well. */
const GOES_ON =
  /^(?:现[年住在]|今年|独居|年满|家[住在里门的中]|来自|住[在址]|电话|手机|身份证|联系|出生|生于|反映|投诉|举报|来[信电访]|致电|提出|表示|咨询|求助|报警|应[当该]|申请|提交|办理|领取|购买|因[为病]|名下|系[市县区原]|等[人户]|同志|先生|女士|老师|师傅|同学|大爷|您好|你好|一家|所[说有在]|没有|已经|不[服能让在是]|认为|要求|去世|患|在[\d家我本])/u;
const MAY_GO_ON = /^[是系住在的家和与于因说称诉要想对向把将被到去从自已曾有来也就名男女、]/u;

/** No name has these; or, after a surname, they are a title. */
const NO_NAME =
  /[的是了我你他她们这那也都很不没请某么吗呢吧什怎哪]|^.[上里内外下前后间姐哥叔婶姨伯嫂爷奶妈总工]$|(?:[主书]任|书记|[科局处所站队校院厂市县区镇乡村组班店]长|经理|先生|女士|老师|师傅|医生|同志|大爷|大妈|阿姨|小姐|师傅|老板|会计|律师|法官|警官|[路镇乡街区县市省局厅委号楼栋人员]$|电话|手机|号码|联系|邮箱|地址|微信|传真|座机|小区|公司|医院|学校|中学|小学)/u;
/** Words that begin as a surname does. */
const ORDINARY =
  /^(?:于[昨今前上下本去同当年月日是此]|曾[经于在多向任是被因]|向[贵市县区您局有当社政相]|何[时处人故种必]|安[全排装置心静]|常[年常住见用规]|易[燃发]|洪[水涝]|时[常间候刻代段]|马[上路]|高[中度兴龄考烧血压空大三二一层校级职新]|万[分元般一事圣]|方[便法面案式向言]|严[重格厉肃]|陈[述旧]|许[多可久]|文[化件明书艺]|施[工行]|钱[包款]|程[度序师]|金[额融属店]|应[当该予有为]|白[天内血色班]|毛病|康复|全[家部体额]|单[位身独据元]|强烈|申[请报诉领办]|明[年天确白]|路[过边上灯]|党[员委组]|车[辆祸位主间]|房[屋产子租]|余[款额下]|祖[籍宅父母]|居[住民委]|解[决除释]|左[右腿手边]|成[年立为都绩]|谢谢|和[物谐平]|包[括含]|关[于系注心]|温[饱度]|管[理道网]|古稀|农[民村户业]|周[围边末一二三四五六日]|黄[色金石冈疸豆]|江[苏西]|武汉|钟祥|沙洋|荆门|安陆|安徽|海南|云南|池州|景[区点]|项目|花[费园销]|石[头油]|商[品业店场户]|强[制行拆调]|危[房险重]|任[何务意职]|连[续夜]|符合|利[用益息]|司[机法]|冷[水气天]|简[单直]|东方红|隆重|齐[全心]|雷[雨电]|游[客玩])/u;

export function findNames(text: string): Found[] {
  const found: Found[] = [];
  let end = 0;
  const add = (start: number, length: number) => {
    const name = text.slice(start, start + length);
    if (start >= end) found.push({ start, end: (end = start + length), mask: maskOf(name) });
  };
  const starts = [...afterWords(text), ...alone(text)].sort((one, other) => one.start - other.start);
  for (const { start, length } of starts) add(start, length);
  return found;
}

interface Name {
  start: number;
  length: number;
}

function afterWords(text: string): Name[] {
  const names: Name[] = [];
  for (const { index, 0: word, groups } of text.matchAll(AFTER_WORD)) {
    let start = index + word.length;
    const sure = groups!['sure'] !== undefined || groups!['colon'] !== '';
    const fallsBack = /我叫|名/.test(word);
    // 村民张三、李四: a list of names is one of names to its end, but hardly of more than a few.
    for (let more = 0; more < 8; more++) {
      const length = nameLength(text.slice(start, start + 24), sure, fallsBack);
      if (length === 0) break;
      names.push({ start, length });
      start += length;
      if (!/[、和与及]/.test(text[start] ?? '')) break;
      start++;
    }
  }
  return names;
}

function alone(text: string): Name[] {
  return ALONE.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ index, 1: name = '' }) =>
      nameLength(name, false, false) === name.length ? [{ start: index, length: name.length }] : [],
    ),
  );
}

/** In UTF-16 code units; 0 where no name begins. */
function nameLength(text: string, sure: boolean, fallsBack: boolean): number {
  const dotted = DOTTED.exec(text)?.[0];
  if (dotted && !NO_NAME.test(dotted)) return dotted.length;
  const surname = surnameAt(text);
  if (surname === '' || ORDINARY.test(text)) return 0;
  const spaced = sure && SPACED.exec(text)?.[0];
  if (spaced) return spaced.length;
  const run = HAN_RUN.exec(text)![0];
  const given = givenLength(run.slice(surname.length), fallsBack);
  return given > 0 && !NO_NAME.test(run.slice(0, surname.length + given)) ? surname.length + given : 0;
}

/** One or two characters; the run of Han characters may go on after them. */
function givenLength(run: string, fallsBack: boolean): number {
  if (run.length <= (fallsBack ? 3 : 2) && !NO_NAME.test(run)) return run.length;
  for (const goesOn of [GOES_ON, MAY_GO_ON])
    for (const length of goesOn === GOES_ON ? [2, 1] : [1, 2])
      if (run.length > length && goesOn.test(run.slice(length))) return length;
  return fallsBack ? Math.min(2, run.length) : 0;
}

function maskOf(name: string): string {
  return `${/[·•・‧∙]/.test(name) ? [...name][0] : surnameAt(name)}**`;
}
