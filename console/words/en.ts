/** What the console says, in plain English. */
import { enCheck } from './en.check.ts';
import { enCommands } from './en.commands.ts';
import { enFiles } from './en.files.ts';
import { enLetter } from './en.letter.ts';
import { enManage } from './en.manage.ts';
import { enPages, enSections } from './en.pages.ts';
import { enSettings } from './en.settings.ts';
import type { Messages } from './index.ts';

const letters = (count: number) => (count === 1 ? '1 letter' : `${count} letters`);

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

const enInbox: Messages['inbox'] = {
  title: 'Letters',
  lead: (open, late, today) => {
    if (open === 0) return 'No letters in hand.';
    const parts = [late > 0 && `${late} overdue`, today > 0 && `${today} due today`].filter(Boolean);
    return `${letters(open)} in hand${parts.length > 0 ? `, ${parts.join(', ')}` : ''}.`;
  },
  views: {
    open: 'In hand',
    late: 'Overdue',
    today: 'Due today',
    unassigned: 'Unassigned',
    reopened: 'Reopened',
    'to-publish': 'To publish',
  },
  filters: 'Filters',
  search: 'Search',
  searchHint: 'Words of the letter, or its number',
  clear: 'Clear the search',
  department: 'Department',
  state: 'State',
  inHand: 'In hand',
  anyDepartment: 'All departments',
  columns: { due: 'Due', letter: 'Letter', department: 'Department', status: 'State' },
  receivedOn: (day) => `received ${day}`,
  unassigned: 'Unassigned',
  draft: 'Reply awaits sign-off',
  objected: 'Department objects',
  reopened: 'Reopened',
  contested: 'Still dissatisfied',
  shown: (count) => `${letters(count)} listed, the most urgent first`,
  empty: {
    open: 'No letters in hand. New ones appear here in order of their deadline, the most urgent on top.',
    late: 'Nothing is overdue. Letters without a final reply after their deadline are listed here, with the number of days.',
    today: 'Nothing is due today. Letters due by midnight tonight are listed here.',
    unassigned:
      'Every letter has a department. Letters whose writer named none are listed here for you to assign.',
    reopened:
      'Nothing is reopened. Letters rated “dissatisfied” come back here: contact the writer within one working day, answer again within fifteen days.',
    'to-publish':
      'Nothing waits to be published. Answered letters whose writers agreed are listed here; check what is masked, then publish.',
    done: 'No letters in this state.',
  },
  emptySearch: (q) =>
    `No letter contains “${q}”. Only the letters listed here were searched: try another word, choose another state, or enter the letter’s number.`,
  emptyEmbed: 'Is the letterbox on your website yet? See how to put it there.',
  keys: 'Keyboard',
  keysHint: 'j next letter · k previous · o open · / search',
  keysOn: 'Use single-key shortcuts',
  failed: 'The letters could not be fetched.',
};

export const en: Messages = {
  frame: enFrame,
  common: enCommon,
  errors: enErrors,
  signIn: enSignIn,
  inbox: enInbox,
  letter: enLetter,
  files: enFiles,
  commands: enCommands,
  check: enCheck,
  manage: enManage,
  settings: enSettings,
  pages: enPages,
  sections: enSections,
};
