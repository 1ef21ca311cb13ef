/** The badge: a figure with its sample, honest when small and when nothing is due. */
import { limits } from '../../contract/limits.ts';
import type { Figures } from '../../contract/stats.ts';
import type { Lang, Metric } from '../../contract/vocabulary.ts';
import { metricWords } from '../../contract/words.ts';

export interface Badge {
  label: string;
  message: string;
  color: string;
}

const words: Record<
  Lang,
  { none: string; small: (n: number) => string; sample: (n: string) => string; days: (n: string) => string }
> = {
  'zh-CN': {
    none: '—',
    small: (n) => `样本不足 · ${n} 件`,
    sample: (n) => `近一年 ${n} 件`,
    days: (n) => `${n} 个工作日`,
  },
  en: {
    none: '—',
    small: (n) => `too few · ${n}`,
    sample: (n) => `${n} in a year`,
    days: (n) => `${n} working days`,
  },
};

/** Which figure, of how many letters. */
const pick: Record<Metric, (figures: Figures) => { value: number | null; of: number }> = {
  'reply-rate': ({ replyRate, due }) => ({ value: replyRate, of: due }),
  'on-time-rate': ({ onTimeRate, due }) => ({ value: onTimeRate, of: due }),
  days: ({ meanDays, replied, declined }) => ({ value: meanDays, of: replied - declined }),
  satisfaction: ({ satisfaction, rated }) => ({ value: satisfaction, of: rated }),
  'solved-rate': ({ solvedRate, rated }) => ({ value: solvedRate, of: rated }),
};

export function toBadge(figures: Figures, metric: Metric, lang: Lang): Badge {
  const label = metricWords[lang][metric];
  const { value, of } = pick[metric](figures);
  const { none, small, sample, days } = words[lang];
  if (value === null) return { label, message: none, color: 'lightgrey' };
  if (of < limits.smallSample) return { label, message: small(of), color: 'lightgrey' };
  const shown = metric === 'days' ? days(value.toFixed(1)) : `${percent(value)} %`;
  return {
    label,
    message: `${shown} · ${sample(of.toLocaleString('en'))}`,
    color: metric === 'days' ? '2f5d9b' : colourOf(value),
  };
}

/** Never rounded up to a hundred, nor down to nothing. */
export function percent(rate: number): string {
  const rounded = Math.round(rate * 100);
  return rounded === 100 && rate < 1 ? '99.9' : rounded === 0 && rate > 0 ? '0.1' : String(rounded);
}

const colourOf = (rate: number): string => (rate >= 0.9 ? '2e7d4f' : rate >= 0.6 ? 'a86a00' : 'b3362b');

/** Width of a text in the badge's 11-pixel face: Chinese characters are square. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 11.5 : 6.4), 0);

const escapeXml = (text: string): string => text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);

export function toSvg({ label, message, color }: Badge): string {
  const [left, right] = [Math.round(widthOf(label)) + 16, Math.round(widthOf(message)) + 16];
  const title = escapeXml(`${label}: ${message}`);
  const fill = color === 'lightgrey' ? '#6b7280' : `#${color}`;
  const face = 'system-ui,-apple-system,PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="22" role="img" aria-label="${title}"><title>${title}</title><rect width="${left + right}" height="22" rx="4" fill="#3b4350"/><path fill="${fill}" d="M${left} 0h${right - 4}a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4h-${right - 4}z"/><g fill="#fff" font-family="${face}" font-size="11" text-anchor="middle"><text x="${left / 2}" y="15">${escapeXml(label)}</text><text x="${left + right / 2}" y="15">${escapeXml(message)}</text></g></svg>`;
}
