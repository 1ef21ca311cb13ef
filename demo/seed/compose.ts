/** Turns topics into letters as people write them and replies as offices write them. */
import type { Filler } from './fill.ts';
import { inOwnWords, ofThisLetter, type OwnWords } from './own-words.ts';
import type { Random } from './random.ts';
import type { Answer, Topic } from './topics/topic.ts';

export interface Written {
  topic: Topic;
  title: string;
  body: string;
  answer: Answer;
}

const GREETINGS = ['', '', '', '您好，', '领导您好：', '尊敬的领导：', '你好，', '工作人员您好，'];
const FAREWELLS = [
  '',
  '',
  '盼复。',
  '谢谢。',
  '请给个明确的答复，谢谢。',
  '麻烦你们了。',
  '希望能重视一下。',
  '期待回复。',
];
/** What a title becomes when the deck comes round to it again. */
const RETITLED = [
  '{}，请答复',
  '{}，希望有个说法',
  '{}（{estate}居民）',
  '{}（{town}来信）',
  '替父母问：{}',
  '再次来信：{}',
  '帮忙看看：{}',
  '{}，拖了很久',
];

/** A deck of topics and their titles, dealt without repeating until it is used up. */
export class Deck {
  private readonly used = new Set<string>();
  private readonly cards: { topic: Topic; at: number }[];
  private next = 0;
  private readonly random: Random;

  constructor(topics: readonly Topic[], random: Random) {
    this.random = random;
    this.cards = random.shuffled(topics.flatMap((topic) => topic.titles.map((_, at) => ({ topic, at }))));
  }

  write(filler: Filler): Written {
    const { topic, at } = this.cards[this.next++ % this.cards.length]!;
    // Titles, bodies and answers are listed in the same order, so that what belongs together meets.
    const body = at % topic.bodies.length;
    const answer = topic.answers[body % topic.answers.length]!;
    return {
      topic,
      answer,
      title: this.fresh(filler.text(topic.titles[at]!), filler),
      body: this.random.pick(GREETINGS) + filler.text(topic.bodies[body]!) + this.random.pick(FAREWELLS),
    };
  }

  private fresh(title: string, filler: Filler): string {
    let fresh = title;
    while (this.used.has(fresh)) fresh = filler.text(this.random.pick(RETITLED).replace('{}', title));
    this.used.add(fresh);
    return fresh;
  }
}

const OPENINGS = [
  '您好，来信收悉，现答复如下：',
  '您好。您反映的问题我们已作了调查，现将情况告诉您：',
  '网友您好，您的来信已转到我单位办理，现回复如下：',
  '您好，感谢您的来信。经核实，情况如下：',
];
const CLOSINGS = [
  '',
  '',
  '感谢您对我们工作的监督。',
  '如果与您了解的情况不一致，请告诉我们。',
  '对答复不满意，可以在网站上评价，我们会再次办理。',
];

/** @param own what this reply has of its own; left out where the letters of a topic are few and far between */
export function replyText(answer: Answer, filler: Filler, random: Random, own?: OwnWords): string {
  const { found, rule, done, next } = answer;
  const parts = inWordsOf(
    [found, rule, done, next].map((part) => filler.text(part)),
    own,
  );
  const closing = random.pick(CLOSINGS);
  const body = random.chance(0.4)
    ? ['查明的情况', '依据', '办理结果', '下一步'].map(
        (head, at) => `${'一二三四'[at]}、${head}。${parts[at]}`,
      )
    : parts;
  return [random.pick(OPENINGS), ...body, closing].filter((part) => part !== '').join('\n');
}

/** What a law says stands as it is. */
function inWordsOf([found, rule, done, next]: string[], own?: OwnWords): string[] {
  if (!own) return [found!, rule!, done!, next!];
  const { lead, seen, detail, told } = ofThisLetter(own.occasion, own.random);
  const said = (text: string) => inOwnWords(text, own.random);
  return [lead + seen + said(found!), rule!, said(done!) + detail, told + said(next!)];
}

/** What people complain about: it says nothing at all. */
export const CANNED = [
  '您好，您的来信收悉。感谢您对我们工作的关注与支持，您反映的问题我们将认真研究，尽快处理。',
  '网友您好，您反映的情况已转相关科室办理，请您耐心等待。',
  '您好，您的问题我们已经知悉，近期将安排人员核实，谢谢您的理解。',
];

const AGAIN_FOUND = [
  '您对上一次答复不满意，我们换了一名工作人员，重新与您通话核对了经过。',
  '收到您的评价后，单位负责人带队再次到现场查看，上次答复中有些情况确实没有说清楚。',
  '我们重新调阅了办理材料，并请您一起到现场核对了每一个问题。',
];
const AGAIN_DONE = [
  '本次办理的结果已经请您当面确认，遗留的一项由专人跟踪，办结后再告诉您。',
  '上次没有落实到位的地方已经补上，现场照片和清单都交给了您。',
  '对能办的已经当场办好，对不能办的我们把原因和可以选择的途径写成书面材料交给了您。',
];

/** The answer to somebody who was not satisfied with the first; `full` where that one said nothing. */
export function secondReplyText(
  answer: Answer,
  full: boolean,
  filler: Filler,
  random: Random,
  own?: OwnWords,
): string {
  const again = random.pick(AGAIN_FOUND);
  const done = full ? filler.text(answer.done) : random.pick(AGAIN_DONE);
  const found = full ? filler.text(answer.found) : '';
  const parts = inWordsOf([found, filler.text(answer.rule), done, filler.text(answer.next)], own);
  return [again, ...parts].filter((part) => part !== '').join('\n');
}
