import { describe, expect, test } from 'vitest';
import { applyRedactions, proposeRedactions } from './redaction.rules.ts';

const masked = (text: string, landlines = false) =>
  applyRedactions(text, proposeRedactions(text, { writersText: landlines }));

describe('what is masked', () => {
  test.each([
    ['a mobile number', '电话13912345678。', '电话139****5678。'],
    ['with dashes', '139-1234-5678', '139****5678'],
    ['with spaces and country code', '+86 139 1234 5678', '139****5678'],
    ['with a gap between any two digits', '1 5 4 1 2 3 4 5 6 7 8', '154****5678'],
    ['with brackets', '(154) 1234-5678', '154****5678'],
    ['in Chinese digits', '电话一五四零零一二三四五六', '电话154****3456'],
    ['between asterisks', '**15412345678**', '**154****5678**'],
    ['in full width', '手机：１３９１２３４５６７８', '手机：139****5678'],
    ['an ID number', '身份证11010519491231002X', '身份证110105********002X'],
    ['an ID number with a small x', '11010519491231002x', '110105********002x'],
    ['an ID number in groups', '110105 19491231 002X', '110105********002X'],
    ['a mistyped ID number after its word', '身份证号420899198503150125', '身份证号420899********0125'],
    ['an old ID number after its word', '身份证420899850315012', '身份证420899******012'],
    ['a bank card', '卡号6222021234567890128', '卡号6222***********0128'],
    ['a bank card in groups', '4111 1111 1111 1111', '4111********1111'],
    ['an e-mail address', '邮箱zhang.san@qq.com，', '邮箱z***@qq.com，'],
    ['an address that begins like a mobile number', '15412345678@example.cn', '1***@example.cn'],
    ['an address written for people', 'li [at] example。cn', 'l***@example.cn'],
    ['a plate', '车牌鄂HA2345', '车牌鄂H·***45'],
    ['a plate with a dot', '鄂H·A2345', '鄂H·***45'],
    ['a new-energy plate', '鄂HD12345', '鄂H·***45'],
    ['a name after 我叫', '我叫张三，', '我叫张**，'],
    ['a name before more words', '我叫张小明是荆门人', '我叫张**是荆门人'],
    ['a name before its number', '请找张伟 15412345678', '请找张** 154****5678'],
    ['a list of names', '村民李大山、王小花反映', '村民李**、王**反映'],
    ['a name under a letter', '此致\n敬礼\n李大山\n2026年3月2日', '此致\n敬礼\n李**\n2026年3月2日'],
    ['a name with a dot', '我叫阿依古丽·买买提，', '我叫阿**，'],
    ['a double surname', '联系人：欧阳小明', '联系人：欧阳**'],
    ['a name after 本人', '本人王五，家住', '本人王**，家住'],
  ])('%s', (_name, text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  test('several in one text, at their offsets', () => {
    const text = '😀我叫李四，13912345678，li@a.cn';
    expect(masked(text)).toBe('😀我叫李**，139****5678，l***@a.cn');
    for (const { start, end, kind } of proposeRedactions(text))
      if (kind === 'mobile') expect(text.slice(start, end)).toBe('13912345678');
  });

  test('landlines only where asked: an office’s own number stays in its reply', () => {
    expect(masked('致电0724-2331234')).toBe('致电0724-2331234');
    expect(masked('致电0724-2331234', true)).toBe('致电0724-****234');
    expect(masked('（0724）2331234转801', true)).toBe('0724-****234');
    expect(masked('座机2331234、2331235', true)).toBe('座机****234、****235');
  });
});

describe('what is left alone', () => {
  test.each([
    ['an ID number with a wrong check digit', '110105194912310021'],
    ['a card number that fails the Luhn check', '6222021234567890123'],
    ['a part of a longer number', '813912345678000'],
    ['a letter’s number', 'JM-2026-000123'],
    ['a short service number', '请拨打12345'],
    ['an office without its name', '联系人张主任，负责人于某'],
    ['what only begins like a surname', '我是高中毕业生，业主方便时，本人何时能领到'],
    ['a sentence after 本人', '本人于昨日到访'],
    ['a day and an amount', '2026-03-02共支付13912345元'],
    ['a document number', '国办发〔2017〕47号'],
    ['nothing', ''],
  ])('%s', (_name, text) => {
    expect(proposeRedactions(text)).toEqual([]);
  });
});

test('an officer may leave out or add masks, in any order', () => {
  const text = 'abcdef';
  const redactions = [
    { start: 4, end: 5, kind: 'name', mask: '*' },
    { start: 0, end: 2, kind: 'name', mask: '**' },
  ] as const;
  expect(applyRedactions(text, redactions)).toBe('**cd*f');
  expect(applyRedactions(text, [])).toBe(text);
  expect(() => applyRedactions(text, [redactions[1], { ...redactions[0], start: 1 }])).toThrow(RangeError);
});

test.each([
  ['龙泉街道象山一路12号', '龙泉街道***'],
  ['我住凤凰苑3栋2单元501室', '我住***'],
  ['石桥驿镇明星村三组门前的路', '石桥驿镇***门前的路'],
  ['人民路 1 号门前', '***门前'],
  ['泉口街道白云大道88号金虾小区3栋2单元', '泉口街道***'],
  ['请更换月亮湖小区9号楼的电梯', '请更换***的电梯'],
  ['红旗路3号至9号没有换表', '***没有换表'],
])('an address is shown up to its township: %s', (text, shown) => {
  expect(masked(text, true)).toBe(shown);
  expect(masked(text)).toBe(text);
});

test.each([
  '坐3路公交车到市政府,住在虎牙新区',
  '石桥驿镇明星村的路，白云大道的灯，凤凰苑的电梯',
  '第三人民医院3号楼2楼，政务服务中心2楼5号窗口',
  '象山大道39号市政务服务中心',
  '村里3户人家，小区18栋楼，三组织了活动',
])('a public place, a road, a village or a count is no address: %s', (text) => {
  expect(proposeRedactions(text, { writersText: true })).toEqual([]);
});

test('masked text has nothing left to mask', () => {
  const text = '我叫张三，电话13912345678，身份证11010519491231002X，卡4111111111111111，a@b.cn，鄂HA2345';
  expect(proposeRedactions(masked(text))).toEqual([]);
});
