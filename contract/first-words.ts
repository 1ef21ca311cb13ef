/**
 * What a form and a badge need at once of `words.ts`, which everybody else imports. In a file of its own, and imported
 * from here by what loads first, so that the embedded script carries these words and not all the others.
 */
import type { Kind, Lang, Metric } from './vocabulary.ts';

type Words<K extends string | number> = Record<Lang, Record<K, string>>;

export const kindWords: Words<Kind> = {
  'zh-CN': { inquiry: '咨询', complaint: '投诉', suggestion: '建议', help: '求助', report: '反映' },
  en: {
    inquiry: 'Question',
    complaint: 'Complaint',
    suggestion: 'Suggestion',
    help: 'Request for help',
    report: 'Report',
  },
};

export const metricWords: Words<Metric> = {
  'zh-CN': {
    'reply-rate': '回复率',
    'on-time-rate': '按时答复率',
    days: '平均答复',
    satisfaction: '满意度',
    'solved-rate': '解决率',
  },
  en: {
    'reply-rate': 'Reply rate',
    'on-time-rate': 'On-time rate',
    days: 'Mean reply time',
    satisfaction: 'Satisfaction',
    'solved-rate': 'Solved',
  },
};
