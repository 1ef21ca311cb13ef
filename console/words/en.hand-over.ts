import type { zhHandOver } from './zh-CN.hand-over.ts';

export const enHandOver: typeof zhHandOver = {
  where: 'To whom',
  here: 'Another department here',
  elsewhere: 'Another organisation',
  elsewhereHint:
    'Letter, number and deadline stay the same; they go on with it. From then on you can read it here, without contact details.',
  tenant: 'Which organisation',
  search: 'Search organisations by name',
  searchButton: 'Search',
  loading: 'Fetching the list of organisations',
  failed: 'The list of organisations could not be fetched.',
  none: (q) =>
    q
      ? `No organisation has “${q}” in its name. Try another word.`
      : 'There is no other organisation here yet.',
  chosen: (name) => `Chosen: ${name}`,
  more: 'The list goes on. Search by name.',
  assignWhere: 'Who handles it',
  assignHere: 'Handled here',
  assignElsewhere: 'Handled by another organisation',
  assignElsewhereHint: 'Whom you choose after two transfers cannot pass it on.',
  from: (name) => `From ${name}`,
  to: (name) => `With ${name}`,
  home: (name) => `Sent to ${name}; number and deadline are the same.`,
  away: (name) => `Handed over to ${name}. Here it can only be read; its history below says how it goes on.`,
  objected:
    'They say it is not theirs. Please decide: take it back, hand it to another, or leave it with them.',
  objectedThere:
    'The objection waits for the coordinator of the organisation it was sent to; the deadline runs on. If it is yours after all, assign it to a department.',
};
