/** Turns what a schema found wrong into words at the field. */
import type { z } from 'zod';
import type { FieldError } from '../../contract/errors.ts';
import type { TextIssue } from '../../contract/primitives.ts';
import type { Lang } from '../../contract/vocabulary.ts';

type Issue = z.core.$ZodIssue;

const fields: Record<Lang, Record<string, string>> = {
  'zh-CN': {
    title: '标题',
    body: '正文',
    question: '问题',
    reason: '理由',
    explanation: '说明',
    email: '邮箱',
    phone: '电话',
    name: '姓名',
    comment: '评语',
    reply: '答复',
    goTo: '去处',
    uploads: '附件',
    files: '附件',
  },
  en: {
    title: 'The title',
    body: 'The text',
    question: 'The question',
    reason: 'The reason',
    explanation: 'The explanation',
    email: 'The e-mail address',
    phone: 'The phone number',
    name: 'The name',
    comment: 'The comment',
    reply: 'The reply',
    goTo: 'The place to go',
    uploads: 'The list of files',
    files: 'The list of files',
  },
};

function codeOf(issue: Issue): string {
  if (issue.code === 'custom')
    return typeof issue.params?.['code'] === 'string' ? issue.params['code'] : 'invalid';
  if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) return 'missing';
  return { too_small: 'too_short', too_big: 'too_long' }[issue.code as string] ?? 'invalid';
}

function messageOf(issue: Issue, code: string, lang: Lang): string {
  const last = String(issue.path.at(-1) ?? '');
  const field = fields[lang][last] ?? `“${last}”`;
  const say = messages[lang];
  const text = issue.code === 'custom' ? (issue.params as TextIssue | undefined) : undefined;
  if (text?.code === 'too_short') return last === 'body' ? say.bodyShort(text.by) : say.short(field, text.by);
  if (text?.code === 'too_long') return say.long(field, text.by, text.max);
  if (code === 'missing') return say.missing(field);
  if (code === 'control_characters') return say.controls(field);
  return last === 'email' ? say.email : say.invalid(field);
}

const messages = {
  'zh-CN': {
    bodyShort: (by: number) => `正文还差 ${by} 个字，写清时间、地点和希望怎样解决会办得更快。`,
    short: (field: string, by: number) => `${field}还差 ${by} 个字。`,
    long: (field: string, by: number, max: number) => `${field}多了 ${by} 个字，最多 ${max} 个字。`,
    missing: (field: string) => `请填写${field}。`,
    controls: (field: string) => `${field}里有看不见的控制字符，请删去后重写。`,
    email: '邮箱地址好像不对，请看看有没有漏掉 @。',
    invalid: (field: string) => `${field}填写有误，请检查。`,
  },
  en: {
    bodyShort: (by: number) =>
      `The text needs ${by} more characters; when, where and what you hope for help it along.`,
    short: (field: string, by: number) => `${field} needs ${by} more characters.`,
    long: (field: string, by: number, max: number) =>
      `${field} is ${by} characters too long; ${max} at most.`,
    missing: (field: string) => `${field} is missing.`,
    controls: (field: string) => `${field} holds invisible control characters; remove them.`,
    email: 'The e-mail address looks wrong; check the @.',
    invalid: (field: string) => `${field} is not valid; please check it.`,
  },
};

export function fieldErrors(issues: readonly Issue[], lang: Lang): FieldError[] {
  return issues.slice(0, 20).map((issue) => {
    const code = codeOf(issue);
    return { path: issue.path.join('.'), code, message: messageOf(issue, code, lang) };
  });
}
