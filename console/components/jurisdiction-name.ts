import { nameOf } from '../lib/jurisdictions.ts';
import { provinceName } from '../lib/provinces.ts';
import { lang, t } from '../words/index.ts';

/** 42 湖北省 · 4208 荆门市; the code alone where nothing goes by it; everywhere where it is empty. */
export function jurisdictionWords(
  prefix: string,
  tenants: readonly { name: string; jurisdiction: string }[],
): string {
  if (prefix === '') return t().ranking.everywhere;
  return [prefix, jurisdictionName(prefix, tenants)].filter(Boolean).join(' ');
}

export const jurisdictionName = (
  prefix: string,
  tenants: readonly { name: string; jurisdiction: string }[],
): string | null => provinceName(prefix, lang.value) ?? nameOf(prefix, tenants);
