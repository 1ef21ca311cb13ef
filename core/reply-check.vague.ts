/**
 * **vague-time**: the office says when in words that bind it to nothing (近期, 尽快, 即将), and no date goes with them: none
 * after the word in its sentence, no deadline before it, none in a next sentence that goes on about it, and no date promised
 * beside the text. What the writer asked for, what they are asked to do and what has happened already promise nothing.
 * Source: product.md §7; 近期, 尽快, 即将 without a date are what municipal mailbox rules forbid.
 */
import { type Mark, markOf, type Plain, sentencesOf, type Span } from './reply-check.text.ts';
import { hasDeadline, hasTime } from './reply-check.time.ts';

const SURE = [
  '尽快|儘快|盡快|尽早|尽速|从速|早日|尽可能(?:早|快)|适时|適時|择机|擇機|择日|不日|即将|即將|稍后|不久|有望|指日可待|陆续',
  '近日内|短期内|短时间内|(?<![\\d一二两三四五六七八九十数几当今每往昔即近旬百作然息])日内(?!瓦)|很快(?=就|会|将|能|可)',
  '(?:再等待?|等待|还需|需要?|再过|过|未来|今后)(?:一|的一)?段时间|一段时间(?:内|后)|过(?:些|段)(?:日子|时间|时日)',
  '(?:条件|时机)(?:成熟|具备|允许|许可)(?:时|后|的情况下)?|适当(?:的)?(?:时候|时机|时间)|有条件(?:时|后)',
  '(?:待|等)[^,。;]{0,10}(?:资金|经费|款项|天气|手续)[^,。;]{0,6}(?:到位|落实|下达|允许|好转)(?:后|时|了)?|(?:视|根据)(?:资金|天气|实际)(?:到位|落实)?情况(?=组织|安排|实施|开展|推进|再)',
  '具体时间(?:另行|待定|视)|另行(?:通知|安排|告知)|时间待定|改天|抽空|抽时间|得空|腾出手|分批分期|分期分批',
  '(?:不远|不久远|为期不远|快)了(?=$|[,。;])|(?:争取|力争|会|将|能|好让|让)[^,。;]{0,8}(?:早(?:些|点|一点|一些)|赶紧|赶快)',
  '(?:以后|今后|日后|往后|将来)(?:会|将|再)?(?:酌情|视情|考虑|研究|逐步|分批|安排|解决|实施)',
  // What it waits for is nobody's date: 签齐以后我们就报建, 待设备到货后安装. Of what the writer is to do first it is no excuse.
  '(?:(?<=^|[,。;])|(?<=[将会须需再要们局]))(?:待|等(?!级|人|候|相关|有关|待))(?:(?![您你])[^,。;]){2,16}(?:后|时)(?!续)',
  '(?<=(?:^|[,。;])(?:(?![您你])[^,。;]){0,14}(?:齐|成|好|完|毕|束|到位|到货|出来|下来|批复|批准|落实))(?:以后|之后|后|了)(?=(?:,)?[^,。;\\d]{0,4}(?:就|即|便|再|马上|立即|第一时间|会|将))',
  '(?<=^|[,。;])(?:(?![您你])[^,。;\\d]){1,12}一(?:到位?|来|好|批|下|有|通过)(?:货|来)?(?=(?:,)?(?:就|马上|立即|即|便))',
  '\\bonce (?!you|we (?:have )?(?:receive|received))[^.;,]{2,50}?\\b(?:available|allows?|permits?|permitted|approved|complete[d]?|finished|free)\\b|\\b(?:as and when|over time|going forward|one day|some day)\\b',
  '\\b(?:soon|shortly|asap|in due (?:course|time)|before long|eventually|as soon as (?:possible|practicable|we can)|at the earliest (?:opportunity|convenience))\\b',
  '\\b(?:in the (?:near|foreseeable) future|at an early date|at some point|in the coming (?:days|weeks|months|period)|when(?:ever)? (?:conditions|time|funds|resources|the weather) (?:permits?|allows?))\\b',
].join('|');
/** These are vague of the future only: 近期降雨较多 is not. */
const OF_FUTURE = '近期|近日|近段时间|抓紧|第一时间|逐步|随后|后续|后期';
const VAGUE = new RegExp(`(?<sure>${SURE})|(?:${OF_FUTURE})`, 'g');

const FUTURE =
  /将|会(?!同|商|议|员|上)|拟|计划|准备|打算|预计|争取|力争|安排|组织|启动|实施|开展(?!了)|开工|给予|予以|进行/;
const PAST = /因|由于|以来|频|较多|免冠|了(?!解|结)|已(?!纳入|列入|经?安排|责成)|曾|过(?!程|渡|街)/;

/** 您希望尽快解决的诉求: the writer's words. */
const ASKED_OF_US =
  /(?:您|你|来信|群众|市民|网友|居民|业主|反映|关于)[^,。;]{0,14}(?:希望|要求|请求|恳请|盼望?|咨询|询问|提出|呼吁)[^,。;]{0,14}$|^(?:希望|恳请|盼)[^,。;]{0,8}$/;
/** 请您尽快提交材料: what the writer is to do. */
const ASKED_OF_YOU =
  /请(?:您|你|大家|各位|家长|业主|当事人|居民|住户|村民|申请人|及时|务必|也|于|在|本人){0,3}$|(?:您|你|家长|业主|申请人|住户)(?:应|应当|需|须|要|可|可以)$|\b(?:please|you (?:should|must|can|may))\b[^.;]*$/;
const ALREADY = /已经?$/;
const ENDS_ITSELF = /^(?:即将|即將)(?:到期|期满|届满|毕业|过期|退休|临盆|出生|年满|满)/;
const ACCOMPLISHED =
  /^(?:第一时间|陆续|尽快|逐步)[^,。;]{0,12}(?:了(?!解|结)|赶[赴到]|到达|派|前往|完毕|到场|完成$|开放$)/;
const GOES_ON = /^(?:预计|计划|最迟|确保|力争|保证|争取|具体|完成时间|that is|we expect|this will)/;

/** @param promisedFor whether a date is promised beside the text */
export function findVagueTimes(plain: Plain, promisedFor: boolean): Mark[] {
  if (promisedFor) return [];
  const sentences = sentencesOf(plain.text);
  return sentences.flatMap((sentence, index) => {
    const text = plain.text.slice(sentence.start, sentence.end);
    const next = textOf(plain, sentences[index + 1]);
    return [...text.matchAll(VAGUE)]
      .filter((match) => isVague(text, match, GOES_ON.test(next) ? next : ''))
      .map(({ index: at, 0: word }) => ({
        start: sentence.start + at,
        end: sentence.start + at + word.length,
      }))
      .map((span) => markOf(plain, span));
  });
}

/** So far around a word is looked: a text without an end of a sentence must not cost its square. */
const REACH = 80;

function isVague(sentence: string, match: RegExpExecArray, next: string): boolean {
  const { index, 0: word, groups } = match;
  const end = index + word.length;
  const before = sentence.slice(Math.max(0, index - REACH), index);
  const after = sentence.slice(end, end + REACH);
  const clauseBefore = before.slice(before.lastIndexOf(',') + 1);
  const clauseAfter = after.split(',', 1)[0]!;
  if (ASKED_OF_US.test(clauseBefore) || ASKED_OF_YOU.test(clauseBefore)) return false;
  const done = ENDS_ITSELF.test(word + after) || ACCOMPLISHED.test(word + clauseAfter);
  if (done || ALREADY.test(clauseBefore)) return false;
  const clause = clauseBefore + clauseAfter;
  if (!groups!['sure'] && (!FUTURE.test(clause) || PAST.test(clause))) return false;
  return !hasTime(after) && !hasDeadline(before) && !hasTime(next);
}

function textOf({ text }: Plain, span: Span | undefined): string {
  return span ? text.slice(span.start, Math.min(span.end, span.start + REACH)) : '';
}
