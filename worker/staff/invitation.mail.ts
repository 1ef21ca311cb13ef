/** The letter with an invitation's link. Its address is in the fragment, which no server is sent. */
import type { Lang } from '../../contract/vocabulary.ts';
import { toHtml, toText, type Layout } from '../notify/mail-layout.ts';
import type { Message } from '../platform/mailer.ts';

interface Asked {
  id: string;
  to: string;
  name: string;
  tenantName: string;
  role: 'officer' | 'coordinator';
  link: string;
  /** In words. */
  until: string;
  lang: Lang;
}

const zh = {
  sender: (tenant: string) => `${tenant}信箱`,
  subject: (tenant: string) => `${tenant}：邀请您加入信件办理工作台`,
  title: '邀请您加入信件办理工作台',
  lead: (name: string, tenant: string, role: string) => `${name}，您好：${tenant}邀请您担任${role}。`,
  roles: { officer: '经办人', coordinator: '网站主管' },
  how: '打开下面的链接，设一个只有您知道的密码，就可以开始办信。',
  button: '接受邀请',
  until: (day: string) => `链接只能用一次，${day}之后失效。请不要转给别人。`,
  why: '如果您不知道这件事，不必理会这封邮件。',
};
const en: typeof zh = {
  sender: (tenant) => `${tenant} letterbox`,
  subject: (tenant) => `${tenant}: an invitation to answer letters`,
  title: 'You are invited to answer letters',
  lead: (name, tenant, role) => `Dear ${name}, ${tenant} invites you to be ${role}.`,
  roles: { officer: 'an officer', coordinator: 'a coordinator' },
  how: 'Open the link, choose a password that only you know, and begin.',
  button: 'Accept the invitation',
  until: (day) => `The link works once, until ${day}. Please don’t pass it on.`,
  why: 'If this means nothing to you, ignore this message.',
};

export async function invitationMail({
  id,
  to,
  name,
  tenantName,
  role,
  link,
  until,
  lang,
}: Asked): Promise<Message> {
  const words = lang === 'en' ? en : zh;
  const sender = words.sender(tenantName);
  const layout: Layout = {
    ...{ lang, sender, title: words.title },
    blocks: [
      { is: 'text', text: words.lead(name, tenantName, words.roles[role]) },
      { is: 'text', text: words.how },
      { is: 'button', label: words.button, href: link },
      { is: 'text', text: words.until(until) },
    ],
    foot: [words.why],
  };
  return {
    ...{ id, to, from: sender, subject: words.subject(tenantName) },
    text: toText(layout),
    html: await toHtml(layout),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
