import type { Messages } from './index.ts';

const letters = (count: number) => (count === 1 ? '1 letter' : `${count} letters`);

export const enInbox: Messages['inbox'] = {
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
    drafted: 'To sign off',
    objected: 'Objections',
    'to-publish': 'To publish',
    'handed-over': 'Handed over',
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
    drafted: 'No reply waits for sign-off. Replies that go out only when you agree are listed here.',
    objected:
      'No objections. Letters whose department says they aren’t theirs are listed here for you to decide.',
    'handed-over':
      'No letter is with another organisation. Letters you handed over are listed here, with how they go on.',
    'to-publish':
      'Nothing waits to be published. Answered letters whose writers agreed are listed here; check what is masked, then publish.',
    done: 'No letters in this state.',
  },
  emptySearch: (q) =>
    `No letter contains “${q}”. Only the letters listed here were searched: try another word, choose another state, or enter the letter’s number.`,
  emptyEmbed: 'Is the letterbox on your website yet? See how to put it there.',
  keys: 'Keyboard',
  keysHint: 'j next · k previous · o open · / search · ? all shortcuts',
  keysOn: 'Use single-key shortcuts',
  moreFailed: 'More letters could not be fetched. Those listed are still here; please press again.',
  select: (number) => `Select ${number}`,
  selectAll: 'Select all letters listed',
  failed: 'The letters could not be fetched.',
};

export const enSaved: Messages['saved'] = {
  title: 'My filters',
  save: 'Save this filter',
  name: 'Name',
  nameHint: '30 characters at most. Only you can see it.',
  keep: 'Save',
  drop: (name) => `Remove the filter “${name}”`,
  dropped: (name) => `The filter “${name}” was removed.`,
  kept: (name) => `The filter “${name}” was saved.`,
  failed: 'Your filters could not be fetched.',
};

export const enBulk: Messages['bulk'] = {
  title: 'With the letters selected',
  chosen: (count) => `${letters(count)} selected`,
  none: 'Clear selection',
  accept: 'Accept',
  assign: 'Assign',
  department: 'Department',
  own: 'Each its own department',
  busy: (done, of) => `At work: ${done} of ${of}`,
  stop: 'Stop here',
  done: (count) => `${letters(count)} done.`,
  failed: (count) => `${letters(count)} not done:`,
  left: (count) => `${letters(count)} left as they were.`,
  again: 'Try those again',
  close: 'Close',
  noDepartment: 'It has no department yet. Open the letter to choose one.',
};

export const enKeys: Messages['keys'] = {
  title: 'Keyboard shortcuts',
  list: 'In the list',
  letter: 'In a letter',
  close: 'Close',
  off: 'Single-key shortcuts are switched off at present.',
  names: {
    j: 'Next letter',
    k: 'Previous letter',
    o: 'Open (Enter too)',
    x: 'Select or deselect',
    r: 'Open and write the reply',
    search: 'Search',
    first: 'From the search to the first letter',
    help: 'Show this table',
    next: 'Next letter of the list',
    previous: 'Previous letter of the list',
    reply: 'Write the reply; accept first where that is still to be done',
    back: 'Back to the list',
  },
};

export const enDesk: Messages['desk'] = {
  previous: 'Previous',
  next: 'Next',
  place: (at, of) => `${at} of ${of}`,
  nextTitled: (title) => `Next: ${title}`,
  last: 'That was the last of this list.',
  here: (names) => `${names} also has this letter open now. Have a word first, so that it isn’t done twice.`,
  and: ', ',
  changed: 'This letter has changed since you opened it:',
  noted: (by, body) => `${by} noted: ${body}`,
  changedSomehow: 'This letter has changed since you opened it.',
  reload: 'Show it as it is now',
  keeps: 'What you have written stays.',
};

export const enLine: Messages['line'] = {
  offline: 'The connection is lost. What you have written is still here; go on once it is back.',
  back: 'The connection is back.',
  outdated: 'The console has just been updated; reload it to open this page. What you have written stays.',
  reload: 'Reload',
};
