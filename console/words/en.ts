/** What the console says, in plain English. */
import { enBulletins } from './en.bulletins.ts';
import { enCentre } from './en.centre.ts';
import { enCalendar } from './en.calendar.ts';
import { enCharts } from './en.charts.ts';
import { enCheck } from './en.check.ts';
import { enSigns } from './en.signs.ts';
import { enCommands } from './en.commands.ts';
import { enHandOver } from './en.hand-over.ts';
import { enFiles } from './en.files.ts';
import { enBulk, enDesk, enInbox, enKeys, enLine, enSaved } from './en.inbox.ts';
import { enRanking } from './en.ranking.ts';
import { enToday } from './en.today.ts';
import { enLetter } from './en.letter.ts';
import { enDepartments } from './en.departments.ts';
import { enDeputies, enInvitation, enMembers, enSheet } from './en.members.ts';
import { enLife } from './en.life.ts';
import { enManage } from './en.manage.ts';
import { enOrders } from './en.orders.ts';
import { enPages, enSections } from './en.pages.ts';
import { enRules } from './en.rules.ts';
import { enTemplates } from './en.templates.ts';
import { enContested, enPromises } from './en.promises.ts';
import { enSettings } from './en.settings.ts';
import { enSpotChecks } from './en.spot-checks.ts';
import type { Messages } from './index.ts';

const enFrame: Messages['frame'] = {
  product: 'Huixin',
  title: 'Huixin console',
  skip: 'Skip to the page',
  nav: 'Main pages',
  tenants: 'Organisations',
  acting: 'Organisation',
  otherLang: '中文',
  signOut: 'Sign out',
  signOutFailed:
    'Could not sign out: the service cannot be reached. Please try again in a while, and close the browser before you leave.',
  unreachable: 'The console did not open.',
  notFound: 'There is no such page',
  notFoundHint: 'The address may be mistyped.',
  notForRole: 'Your account does not have this page. If you need it, ask your organisation’s coordinator.',
  backToInbox: 'Back to the letters',
  noRole:
    'Your account does not belong to an organisation yet. Ask your coordinator and tell them your department.',
};

const enCommon: Messages['common'] = {
  loading: 'Loading…',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Hide',
  more: 'Show more',
  optional: '(optional)',
  choose: 'Please choose',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy. The text is selected: press Ctrl+C.',
  sending: 'Sending…',
  none: '—',
  print: 'Print',
  sum: (count) => (count === 1 ? 'One thing to put right:' : `${count} things to put right:`),
  counter: (count, max) => `${count} of ${max} characters`,
  missing: (label) => `“${label}” is empty.`,
  unchosen: (label) => `Choose one for “${label}”.`,
  unticked: 'Read this line, then tick it.',
  tooShort: (label, missing) =>
    `“${label}” needs ${missing} more ${missing === 1 ? 'character' : 'characters'}.`,
  tooLong: (label, over) => `“${label}” is ${over} ${over === 1 ? 'character' : 'characters'} too long.`,
  badDay: (label) => `“${label}” must be a day after today.`,
  badNumber: (label, min, max) => `“${label}” must be a whole number from ${min} to ${max}.`,
};

const enErrors: Messages['errors'] = {
  offline: 'You are offline and nothing was sent. Your text is still here: try again once you are connected.',
  lost: 'The service did not answer, so we cannot tell whether this was done. Your text is still here. Reload and look before you do it again.',
  broken:
    'The service failed and this was not done. Your text is still here: try again in a few minutes. If it goes on, show this message to your administrator.',
  signedOut: 'Your session has ended and nothing was sent. Your text is still here: sign in and try again.',
  conflict: 'The letter has changed meanwhile, so this was not done. Reload it and look; your text is kept.',
  gone: 'This letter is no longer with you; it may have just gone to another department, so nothing was done. What you wrote is still here: copy it if you need it.',
  reload: 'Reload this letter',
  refused: 'This was not done.',
  requestId: (id) => `Reference ${id}`,
};

const enSignIn: Messages['signIn'] = {
  title: 'Sign in to Huixin',
  lead: 'Where letters from the public are answered. Use the account your organisation gave you.',
  again: 'Please sign in again',
  againLead: 'Your session has ended. Everything you typed is still there; carry on once you are signed in.',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  busy: 'Signing in…',
  later: 'Not now',
  code: 'One-time code',
  codeHint: 'Open your authenticator and type the six digits it shows now.',
  codeSubmit: 'Confirm',
  back: 'Use another account',
  wrong:
    'E-mail or password is wrong. Check both and try again; if you forgot the password, ask your coordinator.',
  wrongCode: 'The code is wrong or out of date. Wait for the next one and type it.',
  tooMany: (seconds) =>
    seconds
      ? `Too many attempts. Try again in ${seconds} seconds.`
      : 'Too many attempts. Try again in a few minutes.',
  unreachable: 'The service cannot be reached. Check your connection and try again.',
};

export const en: Messages = {
  frame: enFrame,
  common: enCommon,
  errors: enErrors,
  signIn: enSignIn,
  inbox: enInbox,
  saved: enSaved,
  bulk: enBulk,
  keys: enKeys,
  desk: enDesk,
  line: enLine,
  today: enToday,
  letter: enLetter,
  files: enFiles,
  commands: enCommands,
  handOver: enHandOver,
  check: enCheck,
  signs: enSigns,
  manage: enManage,
  settings: enSettings,
  calendar: enCalendar,
  rules: enRules,
  templates: enTemplates,
  life: enLife,
  pages: enPages,
  sections: enSections,
  centre: enCentre,
  spotChecks: enSpotChecks,
  promises: enPromises,
  contested: enContested,
  orders: enOrders,
  bulletins: enBulletins,
  charts: enCharts,
  departments: enDepartments,
  members: enMembers,
  deputies: enDeputies,
  invitation: enInvitation,
  sheet: enSheet,
  ranking: enRanking,
};
