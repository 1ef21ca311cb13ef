import type { Random } from './random.ts';

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟';
const GIVEN =
  '建国 秀英 志强 桂芳 晓敏 海燕 德华 玉兰 文斌 春梅 立新 红 伟 丽娟 永康 婷 国庆 素珍 鹏 雪莲 正平 翠华 磊 小芹';

export interface Person {
  name?: string;
  phone?: string;
  email?: string;
}

/** Contact details of nobody: the numbers begin with 1380000, the mailboxes lie in example.com. */
export function personOf(random: Random): Person {
  const name = random.pick([...SURNAMES]) + random.pick(GIVEN.split(' '));
  const phone = `1380000${String(random.int(0, 9999)).padStart(4, '0')}`;
  const kinds = {
    none: {},
    both: { name, phone },
    phone: { phone },
    email: { name, email: `reader${phone.slice(7)}@example.com` },
  };
  return kinds[
    random.weighed([
      ['none', 38],
      ['both', 44],
      ['phone', 12],
      ['email', 6],
    ])
  ];
}
