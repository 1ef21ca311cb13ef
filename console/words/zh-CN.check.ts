import type { Part } from '../../core/reply-check.rules.ts';
import type { Hint } from '../lib/reply-check.ts';

interface Advice {
  /** What is meant. */
  title: string;
  /** What it means to the writer, and what to do. */
  does: string;
}

const signs: Record<Hint['sign'], Advice> = {
  personal: {
    title: '有个人信息',
    does: '来信人用不着的，请删去。单位的电话写在“联系电话”里。',
  },
  copied: {
    title: '这样的话答复过别的信',
    does: '每封信的情况不同，请写上这一封才有的经过和结果。同一件事的几封信，可以请主管并成一封办。',
  },
  boilerplate: {
    title: '整篇都是套话',
    does: '换一封信也能这样答。请写上这件事才有的：查到了什么、依据哪一条、办成了什么。',
  },
  guessed: {
    title: '好像有姓名或住处',
    does: '这是猜的，请看一看。称呼来信人写“您”就够了；别人的姓名、住处请不要写。',
  },
  'too-short': {
    title: '说得太少',
    does: '去掉客气话，几乎没剩下什么。请写清怎么查的、结果怎样。',
  },
  'off-topic': {
    title: '没有说到来信的事',
    does: '来信里的词几乎没有出现。请对照来信，问了几件就答几件。',
  },
  'sent-elsewhere': {
    title: '让来信人去找别处',
    does: '归别的单位办的，请用“转办”，信、编号和期限会一起过去。只是多说一个去处的，不用改。',
  },
  'vague-time': {
    title: '没有说清时间',
    does: '请写明哪一天前办好；现在定不下来的，写明哪一天再告诉来信人。',
  },
};

const parts: Record<Part, string> = {
  facts: '查明了什么',
  grounds: '依据哪条规定',
  result: '办理结果',
  next: '下一步和电话',
};

const alike = (similarity: number): string =>
  similarity > 0.95 ? '几乎一字不差' : similarity > 0.8 ? '大部分相同' : '多半相同';

export const zhCheck = {
  title: '答复检查',
  signs,
  quoted: (text: string) => `“${text}”`,
  select: (at: number, of: number) => (of === 1 ? '在答复里选中' : `在答复里选中，${of} 处里的第 ${at} 处`),
  moreMarks: (count: number) => `还有 ${count} 处`,
  more: (count: number) => `还有 ${count} 点提醒`,
  copied: {
    what: (department: string, day: string, similarity: number) =>
      `${department ? `${department}，` : ''}${day}答复，${alike(similarity)}`,
    others: (count: number) => `另有 ${count} 封也这样答复过`,
    elsewhere: (count: number) => `其他部门有 ${count} 封信这样答复过`,
  },
  partsLead: '好的答复有这几样',
  parts,
  partDone: '有了',
  partMissing: '还没看到',
  lacks: (missing: string[]) => `还没看到${missing.join('、')}`,
  said: (titles: string[]) => `答复检查：${titles.join('；')}。`,
  saidNone: '答复检查：没有要提醒的了。',
  note: '这些只是提醒，会有看错的时候，不影响发出。有手机号、身份证号这类个人信息的，发出前会再问一次。',
  hold: {
    title: '发出前请再看一眼：答复里有个人信息',
    lead: (mayBePublic: boolean): string =>
      mayBePublic
        ? '来信人同意公开，这份答复以后可能放到网上；拿到编号和查询码的人也看得到。来信人用不着的，请删去。'
        : '拿到编号和查询码的人都看得到这份答复。来信人用不着的，请删去。',
    reason: '一定要保留的理由',
    reasons: {
      own: '是来信人自己的，办这件事用得着',
      office: '是单位的，不是哪个人的',
      mistaken: '看错了，这不是个人信息',
    },
    review: '答复里有个人信息，为什么一定要保留',
    back: '回去修改',
    send: '保留并发出',
  },
};
