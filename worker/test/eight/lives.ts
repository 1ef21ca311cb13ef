/** What letters go through in the data set of eight tenants: together every kind of event there is. */
import { photo } from '../../attachments/test/letters.ts';
import { DAY, type Life, stand } from './life.ts';

const interim = { type: 'interim', body: '正在向档案馆核实原始凭证，核实后再正式答复您。' };
const reason = '需要现场核实';
const question = { question: '请说明具体是哪一年的凭证' };
const released = { title: '档案保管费', body: '请问退休以后档案保管费还要不要交？' };
const decline = {
  grounds: 'petition',
  explanation: '这件事属于信访事项，请到信访局窗口反映。',
  goTo: '信访局',
};

export type Story = (letter: Life) => Promise<void>;

/** Days are counted from receipt, on a Monday at ten; deadlines fall in ordinary weeks. */
export const stories: Record<string, Story> = {
  answeredAndPraised: async (letter) => {
    await letter.accept(0.2);
    await letter.reply(2, 'resolved');
    await letter.rate(3, 5, 'yes');
  },
  publishedEndorsedCorrected: async (letter) => {
    await letter.accept(1);
    await letter.reply(3, 'explained');
    await letter.staff(3.1, 'publish', released);
    await letter.reader(4, 'endorsements');
    await letter.reader(5, 'verdicts', { answers: true });
    await letter.staff(6, 'publish', { ...released, body: '请问档案保管费还要不要交？' });
    await letter.staff(7, 'take-down', { grounds: 'third-party' });
    await letter.rate(8, 3, 'partly');
  },
  publishedEndorsedAndClosedBySilence: async (letter) => {
    await letter.accept(1);
    await letter.reply(4.2, 'explained');
    await letter.staff(5, 'withhold', { grounds: 'privacy' });
  },
  consentRevoked: async (letter) => {
    await letter.accept(1);
    await letter.writer(1.5, 'consent', { publish: false });
    await letter.reply(6, 'refused');
  },
  neverTouched: async () => {},
  acceptedAndForgotten: async (letter) => {
    await letter.accept(3);
    await letter.staff(3.1, 'note', { body: '转给了小李' });
    await letter.staff(3.2, 'contact');
    await letter.staff(3.3, 'new-key', { proof: '身份证' });
  },
  interimOnly: async (letter) => {
    await letter.accept(0.5);
    await letter.staff(2, 'reply', interim);
    await letter.staff(2.1, 'extend', { days: 10, reason });
  },
  acknowledgedOnly: async (letter) => {
    await letter.accept(0.5);
    await letter.staff(2, 'reply', { type: 'interim', body: '您的来信已收到，感谢您的关注和支持。' });
  },
  extendedAndAnswered: async (letter) => {
    await letter.accept(0.5);
    await letter.staff(2, 'reply', interim);
    await letter.staff(3, 'extend', { days: 15, reason });
    await letter.reply(20, 'resolved');
    await letter.rate(21, 4, 'no');
  },
  inTheLastHour: async (letter) => {
    await letter.accept(0.5);
    // Received on Monday at ten, due at the end of the next Monday: half an hour before.
    await letter.reply(7 + 13.5 / 24, 'explained');
  },
  stoppedOnTheLastDay: async (letter) => {
    await letter.accept(0.5);
    await letter.staff(7, 'request-info', question);
    await letter.writer(9, 'supplements', { body: '是二〇〇九年的凭证' });
    await letter.reply(10, 'resolved');
  },
  waitedInVain: async (letter) => {
    await letter.accept(0.5);
    await letter.staff(2, 'request-info', question);
    await letter.reply(40, 'explained');
    await letter.rate(41, 2, 'no');
    await letter.staff(42, 'contacted', { note: '已通话，说明了情况' });
    await letter.reply(50, 'resolved');
    await letter.rate(51, 1, 'no');
  },
  answeredWithoutWaiting: async (letter) => {
    await letter.accept(0.5);
    await letter.staff(2, 'request-info', question);
    await letter.reply(4, 'explained');
    await letter.rate(5, 1, 'no');
    await letter.reply(30, 'explained');
    await letter.rate(31, 5, 'yes');
  },
  reopenedAndLeft: async (letter) => {
    await letter.accept(0.5);
    await letter.reply(4, 'resolved');
    await letter.rate(5, 1, 'no');
  },
  promisedAndKept: async (letter) => {
    await letter.accept(0.5);
    await letter.reply(4, 'promised', 30);
    await letter.staff(20, 'follow-up', { body: '材料已经备齐，正在施工', done: false });
    await letter.staff(30, 'follow-up', { body: '已经完工，可以使用', done: true });
  },
  promisedAndLate: async (letter) => {
    await letter.accept(0.5);
    await letter.reply(4, 'promised', 14);
    await letter.staff(30, 'follow-up', { body: '已经完工，可以使用', done: true });
  },
  promisedAndBroken: async (letter) => {
    await letter.accept(0.5);
    await letter.reply(4, 'promised', 20);
    await letter.rate(6, 3, 'partly');
  },
  declined: (letter) => letter.staff(2, 'decline', decline),
  declinedInTime: (letter) => letter.staff(0.3, 'decline', { ...decline, grounds: 'not-competent' }),
  spam: (letter) => letter.staff(1, 'spam', { grounds: 'advertising' }),
  withdrawn: async (letter) => {
    await letter.accept(0.5);
    await letter.writer(2, 'withdrawal');
  },
  passedAround: async (letter) => {
    await letter.accept(0.5);
    await letter.staff(1, 'transfer', { department: 'd02', reason });
    await letter.officer(2, 'object', { reason: '不归我们办' });
    await letter.staff(3, 'transfer', { department: 'd03', reason });
    await letter.staff(4, 'assign', { department: 'd02' });
    await letter.reply(12, 'explained');
    await letter.rate(13, 4, 'yes');
  },
  dispatched: async (letter) => {
    await letter.staff(0.1, 'assign', { department: 'd03' });
    await letter.accept(0.6, 'd03');
    await letter.reply(5, 'resolved');
    await letter.rate(9, 1, 'partly');
  },
  merged: async (letter) => {
    const other = await letter.another(1);
    await letter.accept(1.5);
    await other.staff(1, 'merge', { into: letter.number });
    await letter.reply(4, 'explained');
    await other.rate(5, 2, 'no');
    await letter.rate(6, 5, 'yes');
  },
  mergedAndParted: async (letter) => {
    const other = await letter.another(1);
    await letter.accept(1.5);
    await other.staff(1, 'merge', { into: letter.number });
    await letter.writer(4, 'withdrawal');
  },
  erased: async (letter) => {
    await letter.accept(0.5);
    await letter.reply(4, 'resolved');
    await letter.rate(5, 5, 'yes');
    await letter.staff(6, 'erase', { reason: '来信人申请' });
  },
  contactErased: async (letter) => {
    await letter.accept(0.5);
    await letter.reply(5, 'resolved');
    await letter.rate(6, 4, 'yes');
    await letter.writer(7, 'erasure');
  },
  photographed: async (letter) => {
    await letter.accept(0.5);
    stand(letter.begun + DAY);
    const other = await letter.another(1, { uploads: [await photo(letter.place.slug)] });
    await other.open(1);
    await other.reply(5, 'explained');
    await letter.reply(9, 'explained');
  },
};

/** Where an officer's reply needs a second member's approval. */
export const signedStories: Record<string, Story> = {
  returnedAndApproved: async (letter) => {
    const reply = {
      type: 'final',
      body: '经查，档案保管费已经取消，依据人社部发〔2014〕90号。',
      outcome: 'explained',
    };
    await letter.staff(0.2, 'assign', { department: 'd02' });
    await letter.officer(0.4, 'accept', { department: 'd02' });
    await letter.officer(2, 'reply', reply);
    await letter.staff(3, 'return', { reason: '请写明窗口地址' });
    await letter.officer(4, 'reply', { ...reply, body: `${reply.body}窗口在长宁大道二号一楼。` });
    await letter.staff(8.2, 'approve');
    await letter.rate(9, 5, 'yes');
  },
};
