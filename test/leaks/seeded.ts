/** People who exist in tests only, and what is said about them: none of it may be read by those it isn't meant for. */
import type { Needle } from './needles.ts';

/** Contact details: shown to nobody but who asks for them and is recorded. */
export const contacts = {
  online: { name: '欧阳鹤鸣', phone: '13971234501', email: 'heming.ouyang@writer.test' },
  counter: { name: '司徒雪茵', phone: '13971234502', email: 'xueyin.situ@writer.test' },
  hosted: { name: '诸葛云澜', phone: '13971234503', email: 'yunlan.zhuge@writer.test' },
  imported: { name: '尉迟松岳', phone: '13971234504', email: 'songyue.yuchi@writer.test' },
} as const;

/** What writers say in their texts: for staff who handle the letter, never for the public. */
export const told = {
  id: '11010519491231002X',
  card: '6222020200112233446',
  phone: '13971234511',
  email: 'neighbour.shen@writer.test',
  address: '东宝区长宁大道88号阳光花园3栋2单元501室',
  supplement: '补充里说的尉迟家的病历号ZY20260311',
  comment: '评语里说的夏侯科长的车停在绿化带',
  withdrawal: '撤回是因为慕容婆婆已经去世',
} as const;

/** What staff say among themselves, or to the writer alone. */
export const internal = {
  transfer: '转办理由里提到的公孙先生的低保档案',
  objection: '异议里提到的澹台女士的房产证',
  assignment: '指派理由里提到的宇文一家的纠纷',
  note: '备注里提到的轩辕大爷的精神状况',
  contacted: '回访记录里提到的令狐的债务',
  proof: '核对了钟离的身份证原件',
  spam: '标为无效是因为淳于多次醉酒来电',
  returned: '退回是因为提到了太叔的案底',
  erasure: '删除是因为申屠的判决书',
  contactErasure: '皇甫到窗口要求删除联系方式',
} as const;

/** What goes to the writer, not to the public. */
export const toWriter = {
  question: '请问濮阳女士当时是几点钟到的窗口',
  extension: '延期是因为要等赫连的鉴定结果',
} as const;

/** Released by an officer, who put masks where private things stood. */
export const released = {
  title: '小区路灯不亮',
  body: '来信人反映:[已隐去]门前路灯不亮。',
  reply: '路灯已经修好。',
};

const needles = (what: string, values: Readonly<Record<string, string>>): Needle[] =>
  Object.entries(values).map(([name, value]) => ({ is: `${what}: ${name}`, value }));

export const contactNeedles = Object.entries(contacts).flatMap(([who, contact]) => needles(who, contact));
export const toldNeedles = needles('told by the writer', told);
export const internalNeedles = needles('said among staff', internal);
export const toWriterNeedles = needles('said to the writer', toWriter);
