/**
 * Live reminders while a reply is written (product.md §7 "Reply check"): which of the four parts of a good reply seem to
 * be there, and vague times without a date. Advice from plain word patterns: it can be wrong, and never blocks.
 */
export const PARTS = ['facts', 'grounds', 'result', 'next'] as const;
export type Part = (typeof PARTS)[number];

const PATTERNS: Record<Exclude<Part, 'next'>, RegExp> = {
  facts:
    /经.{0,12}(查|核|了解|走访|检测|调阅)|核实|查明|现场|走访|实地|\b(found|checked|looked into|inspected|visited|investigat)/i,
  grounds:
    /《[^》]+》|根据|依据|依照|按照|规定|第[一二三四五六七八九十百零〇\d]+条|\b(under|according to|section|article|regulation|rules?)\b/i,
  result:
    /已(经|于|对|将|为|向|完成|安排|解决|整改|办理|修|更换|退|发)|决定|将于|列入|不予|不能|无法|结果|答复如下|完成|\b(has been|have been|was|were|will be|decided|cannot|completed|repaired)\b/i,
};
const PHONE = /(?:\d[\s-]?){7,}/;
const VAGUE =
  /近期|尽快|即将|适时|择机|稍后|不久|早日|(?:^|[^\d])日内|\b(soon|shortly|in due course|as soon as possible|in the near future)\b/gi;

export interface Advice {
  parts: Record<Part, boolean>;
  /** Vague words as they stand in the text, each once. */
  vague: string[];
}

export function adviseOn(body: string, phone: string): Advice {
  const has = (part: keyof typeof PATTERNS) => PATTERNS[part].test(body);
  const next = phone.trim() !== '' || PHONE.test(body);
  const vague = new Set(
    (body.match(VAGUE) ?? []).map((word) => word.replace(/^[^\p{L}]+/u, '').toLowerCase()),
  );
  return {
    parts: { facts: has('facts'), grounds: has('grounds'), result: has('result'), next },
    vague: [...vague],
  };
}
