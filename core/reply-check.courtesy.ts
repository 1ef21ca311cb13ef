/** What a reply says out of politeness: salutation, receipt, thanks, wishes. It is left out before anything is counted or compared. */
import { clausesOf, type Plain, type Span } from './reply-check.text.ts';

const COURTESY = new RegExp(
  [
    '^(?:尊敬的|亲爱的)?[^,。]{0,10}?(?:您|你|大家|们|朋友)好$',
    '^(?:尊敬的|亲爱的).{1,12}$',
    '^(?:网友|网民|市民|来信人|写信人)(?:朋友)?$',
    '^(?:您|你)?的?(?:来信|留言|信件|来函|邮件)(?:内容)?(?:我们|我局|我单位|现|均|已|已经)*(?:收悉|收到|知悉|阅悉|悉知)了?$',
    '^收到(?:您|你)?的?(?:来信|留言|信件)后?$',
    '^(?:首先|最后|再次|同时|在此|非常|十分|衷心|诚挚|由衷)*地?(?:感谢|谢谢|多谢)',
    '^(?:最后)?(?:顺)?祝(?!.*[厂店路村镇桥])',
    '^(?:身体健康|工作顺利|生活愉快|阖家(?:幸福|欢乐)|万事如意)$',
    '^(?:也)?欢迎(?:您|你|大家)?(?:一如既往|继续|再次|随时|对|来电|来信|监督|提出)',
    '^(?:特此|此)(?:回复|答复|函复|致)$|^敬礼$',
    '^(?:敬?请|望|恳请)?(?:您|你)?(?:予以)?(?:谅解|理解|知悉|周知)$',
    '^(?:现)?(?:就|将)?(?:有关|相关|具体)?(?:情况|问题|事项)?(?:答复|回复|函复|反馈)如下$',
    '^(?:如果?|若)(?:您|你)?(?:仍|还)?(?:有|对.{0,8}有)(?:其他|其它|任何|什么|不明)?(?:疑问|问题|疑义|之处)$',
    '^ ?(?:dear|hello|hi|good (?:morning|afternoon)|(?:kind|best|warm) regards|yours|sincerely)\\b',
    '^ ?(?:first of all )?(?:many )?thank(?:s| you)\\b|^ ?we (?:truly |really |greatly )?(?:appreciate|value) your\\b',
    '^ ?(?:please )?(?:do not hesitate|feel free) to\\b',
  ].join('|'),
);

/** What is left besides courtesies, as spans of the plain text in order; clauses that touch are not joined. */
export function substanceOf({ text }: Plain): Span[] {
  return clausesOf(text).filter(({ start, end }) => !COURTESY.test(text.slice(start, end)));
}

/** As a person counts: a Chinese character is one, a word or a number of another script two. Signs count nothing. */
export function weightOf(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}]+/gu)?.flatMap((run) => run.split(/\p{Script=Han}+/u)) ?? [];
  return han + 2 * words.filter((word) => word !== '').length;
}
