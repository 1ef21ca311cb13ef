import { describe, expect, test } from 'vitest';
import { checkReply, fingerprintOf, type LetterAnswered, type ReplyToCheck } from './reply-check.rules.ts';

const check = (body: string, reply: Partial<ReplyToCheck> = {}, letter?: Partial<LetterAnswered>) =>
  checkReply({
    reply: { body, type: 'final', phone: '', promised: false, ...reply },
    letter: { kind: 'complaint', transferred: false, text: null, ...letter },
  });
const names = (...args: Parameters<typeof check>) => check(...args).map(({ sign }) => sign);
const words = (sign: string, ...args: Parameters<typeof check>) =>
  check(...args)
    .filter((one) => one.sign === sign)
    .flatMap(({ marks }) => marks.map(({ text }) => text));

const GOOD =
  '您好！您反映的文昌路积水问题，我局5月6日现场查看，系雨水口堵塞所致。根据《城镇排水条例》第十条，当日已疏通雨水口6处，5月底前再增设2处。电话0724-2990000。';

describe('a good reply has no sign', () => {
  test.each([
    ['a full one', GOOD],
    ['with the number in its own field', GOOD.replace('电话0724-2990000。', ''), { phone: '0724-2990000' }],
    [
      'an interim one, of which no parts are asked',
      '您好，样品已送检，5月18日前告诉您结果和处理意见。',
      { type: 'interim' },
    ],
    ['an empty one: nothing was written yet', ' \n　'],
  ] as [string, string, Partial<ReplyToCheck>?][])('%s', (_name, body, reply) => {
    expect(names(body, reply)).toEqual([]);
  });
});

test('signs come in the order of their list, and canned ones together', () => {
  const body = '您好，来信收悉，我们高度重视，已安排专人跟进，将尽快核实处理。感谢您的支持！';
  expect(names(body, {}, { text: { title: '路灯不亮', body: '建设路两盏路灯坏了一周' } })).toEqual([
    'boilerplate',
    'off-topic',
    'vague-time',
    'parts-missing',
  ]);
});

describe('vague times', () => {
  test.each([
    ['尽快', '线路故障已查明，我们将尽快修复。'],
    ['近期', '近期将组织施工队进场。'],
    ['尽快', '5月3日到现场查看过，将尽快修复。'],
    ['即将', '管网改造即将启动。'],
    ['日内', '减速带日内安装到位。'],
    ['in due course', 'The hole will be filled in due course.'],
    ['尽  快', '我们将尽  快修复。'],
  ])('%s is one in %j', (word, body) => {
    expect(words('vague-time', body)).toEqual([word]);
  });

  test.each([
    ['with a date', '将尽快复工，最迟不晚于5月25日。'],
    ['with a deadline before it', '5月25日前将尽快复工。'],
    ['with a date in the next sentence', '我们将尽快修复。预计5月20日完成。'],
    ['in days', '将尽快安排，3个工作日内上门。'],
    ['of what has been', '近期降雨较多，路面湿滑。'],
    ['in the writer’s words', '您希望尽快解决飞线充电的问题，社区已上门处理。'],
    ['of what the writer is to do', '请您尽快携带身份证到窗口办理。'],
    ['of a day that comes by itself', '合同即将到期，请留意。'],
    ['counted', '15日内发证。'],
    ['done', '工作人员第一时间赶到现场。'],
    ['in English with a date', 'The hole will be filled shortly, by 20 May.'],
    ['in English of the writer', 'Please send us the form as soon as possible.'],
  ])('none %s: %j', (_name, body) => {
    expect(words('vague-time', body)).toEqual([]);
  });

  test('none where a date is promised beside the text', () => {
    expect(words('vague-time', '设计已完成，将尽快开工。', { promised: true })).toEqual([]);
  });
});

describe('sent elsewhere', () => {
  test.each([
    '您的来信已转市水务局处理。',
    '该问题不属于我局职责范围。',
    '请您向属地街道反映。',
    '具体政策请咨询市公积金中心。',
    'Please contact the housing bureau.',
  ])('%s', (body) => {
    expect(names(body)).toContain('sent-elsewhere');
  });

  test.each([
    '请到政务服务中心2楼5号窗口办理。',
    '如有疑问，请咨询市人社局养老科。',
    '请拨打我局电话0724-2990000咨询。',
    '案件已移交公安机关立案。',
    '您的来信已转到我单位办理，现回复如下。',
  ])('not %s', (body) => {
    expect(names(body)).not.toContain('sent-elsewhere');
  });

  test('a transfer on record bears out what was passed on, not that the writer shall go and ask', () => {
    expect(names('您的来信已转市水务局处理。', {}, { transferred: true })).not.toContain('sent-elsewhere');
    expect(names('请您向市水务局反映。', {}, { transferred: true })).toContain('sent-elsewhere');
  });
});

describe('personal data', () => {
  test.each([
    ['石国安', '您爱人石国安（自付11万元）符合救助条件。'],
    ['龙桂英', '龙桂英同志您好！经查已办结。'],
    ['向大秀', '经核，向大秀老人已通过认证。'],
    ['施文娟', '已向学员施文娟（手机尾号0011）取证。'],
    ['汤小军', '货款由您侄子汤小军代领。'],
    ['15407240011', '您登记的手机15407240011已更正。'],
    ['１５４０７２４００１１', '您登记的手机１５４０７２４００１１已更正。'],
    ['锦绣苑7栋2单元1102室', '漏水的是锦绣苑7栋2单元1102室。'],
    ['li.si@mail.example.com', '结果已发到li.si@mail.example.com。'],
  ])('%s in %j', (text, body) => {
    expect(words('personal-data', body)).toEqual([text]);
  });

  test.each([
    ['a landline', '办公电话0724-2990000。'],
    ['an office’s mailbox', '邮箱spjy@qinghe.gov.cn，我局邮箱：qinghe@mail.example.com。'],
    ['who may be asked for', '联系人：李强，电话0724-2990000。'],
    ['a title', '张女士您好！请找周科长。'],
    ['a place of works', '人民路12号门前的路灯已修复。'],
    ['an office’s address', '请到象山大道39号市政务服务中心办理。'],
    ['what is masked', '来信人张**（139****5678）已电话告知。'],
    ['a salutation', '居民您好！'],
    ['another one', '来信人您好！师傅您好！'],
    ['people of a kind', '单身老人、农村老人可申请。'],
    ['an office before brackets', '请到房管所（身份证原件）办理，管理处（手机扫码）缴费。'],
  ])('none: %s', (_name, body) => {
    expect(words('personal-data', body)).toEqual([]);
  });

  test('the reply’s own phone field never counts', () => {
    const body = '请联系网格员，手机154 0724 0011。';
    expect(words('personal-data', body)).toEqual(['154 0724 0011']);
    expect(words('personal-data', body, { phone: '１５４-０７２４-００１１' })).toEqual([]);
  });
});

describe('parts', () => {
  const missing = (...args: Parameters<typeof check>) =>
    check(...args).flatMap((sign) => (sign.sign === 'parts-missing' ? sign.missing : []));

  test('each is named that is missing', () => {
    expect(missing('线路老化的问题我们已经知道。')).toEqual(['facts', 'grounds', 'result', 'next']);
    expect(missing('经查，线路老化，已更换。')).toEqual(['grounds', 'next']);
    expect(missing('依照相关规定，将认真核实处理。')).toEqual(['facts', 'grounds', 'result', 'next']);
  });

  test('of an inquiry nothing is to be found out, and its answer is the result', () => {
    const body = '根据《户口登记条例》，带身份证到派出所当场补发，电话0724-2990000。';
    expect(missing(body, {}, { kind: 'inquiry' })).toEqual([]);
    expect(missing(body, {}, { kind: 'complaint' })).toContain('facts');
  });
});

describe('near copies', () => {
  const earlierOf = (...bodies: string[]) =>
    bodies.map((body, index) => ({ id: `R${index}`, signature: fingerprintOf(body)!.signature }));
  const copies = (body: string, earlier: ReturnType<typeof earlierOf>) =>
    checkReply({
      reply: { body, type: 'final', phone: '', promised: false },
      letter: { kind: 'complaint', transferred: false, text: null },
      earlier,
    }).flatMap((sign) => (sign.sign === 'near-copy' ? sign.copies : []));

  test('other dates, sums, greetings and spaces leave it a copy', () => {
    const other = `网友您好，来信收悉。${GOOD.slice(3).replace('5月6日', '11月16日').replace('6处', '12 处')}感谢您的支持！`;
    expect(copies(other, earlierOf(GOOD))).toEqual([{ id: 'R0', similarity: 1 }]);
  });

  test('an own answer in the same manner is none', () => {
    const own =
      '您好！您反映的建设路路灯问题，我局6月9日派人检查，系镇流器烧坏。根据《城市照明管理规定》第九条，6月10日已更换镇流器2个，恢复照明。电话0724-2990000。';
    expect(copies(own, earlierOf(GOOD))).toEqual([]);
  });

  test('the most similar comes first, and no more than five', () => {
    const close = GOOD.replace('文昌路', '学府路').replace('雨水口堵塞', '管道塌陷');
    const found = copies(GOOD, earlierOf(close, GOOD, GOOD, GOOD, GOOD, GOOD, GOOD));
    expect(found).toHaveLength(5);
    expect(found[0]).toEqual({ id: 'R1', similarity: 1 });
    expect(copies(GOOD, earlierOf(close))[0]!.similarity).toBeLessThan(1);
  });

  test('the same sentence of thanks sent again is a copy too', () => {
    const thanks = '您好，来信收悉，感谢您的关注。';
    expect(copies(thanks, earlierOf(thanks))).toHaveLength(1);
  });

  test('a fingerprint has 256 bytes and 16 keys, an empty reply none', () => {
    const { signature, keys } = fingerprintOf(GOOD)!;
    expect([signature.length, keys.length]).toEqual([256, 16]);
    expect(fingerprintOf('。 ')).toBeNull();
  });
});
