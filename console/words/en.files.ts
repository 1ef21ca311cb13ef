import type { Messages } from './index.ts';

const files = (count: number) => (count === 1 ? '1 file' : `${count} files`);

export const enFiles: Messages['files'] = {
  title: 'Files',
  types: {
    'image/jpeg': 'Photo',
    'image/png': 'Picture',
    'image/webp': 'Picture',
    'application/pdf': 'PDF document',
  },
  pixels: (width, height) => `${width} × ${height} pixels`,
  scanned: 'checked for viruses',
  released: 'Published',
  download: '(download)',
  recorded:
    'Sent by the writer; a click downloads it to this computer. Who opens one, and when, is recorded.',
  notYours: 'Sent by the writer; the department handling the letter can open them.',
  gone: 'This file is no longer there: its time is over, or its writer had it erased.',

  add: 'Add files',
  full: (most) => `${most} files are the most`,
  pickHint: (most) =>
    `Photos or PDF, ${most} at most, up to 10 MB each. They go to the writer with the reply. Photos are made smaller, and where they were taken is removed.`,
  tooMany: (most, over) => `${most} files at most; ${files(over)} more could not be added.`,
  remove: 'Remove',
  removeNamed: (name) => `Remove “${name}”`,
  stages: {
    preparing: 'Preparing',
    waiting: 'You are offline; it goes on once you are connected',
    checking: 'Checking',
  },
  percent: (percent) => `${percent}% sent`,
  there: (size) => `Sent, ${size}`,
  arrived: (done, all) => `${done} of ${files(all)} sent.`,
  failed:
    'The service failed and this file was not sent. What has arrived is kept: try again in a few minutes.',
  uploadGone: 'This upload has ended and must begin anew.',
  unfinished: (count) =>
    `${count === 1 ? '1 file has' : `${count} files have`} not arrived yet. Wait, or remove it, then send.`,

  preview: 'What the writer will see',
  previewEmpty: 'Once you write a reply, this shows what its reader gets.',

  release: {
    title: 'Which files become public',
    lead: 'None, unless you say so. Faces, names, ID numbers and number plates in photos and PDF documents are not seen by the detectors, and nobody can mask them for you: open each file and look at all of it first. If in doubt, leave it out.',
    check: 'Publish this file',
    of: { letter: 'Files of the letter', supplement: 'Files added later', reply: 'Files of the reply' },
    none: 'No file becomes public.',
    some: (count) => `${files(count)} will be public; anyone can download ${count === 1 ? 'it' : 'them'}.`,
  },
  proposals: {
    title: (count) => (count === 1 ? '1 place to mask' : `${count} places to mask`),
    none: 'Nothing to mask was found. Not everything can be found: please read it yourself.',
    kinds: {
      id: 'ID number',
      mobile: 'Mobile number',
      card: 'Bank card',
      email: 'E-mail',
      plate: 'Number plate',
      landline: 'Landline',
      name: 'Name',
      address: 'Address',
    },
    instead: 'becomes',
    blank: '(left out)',
    masked: 'Masked',
    kept: 'Not masked',
    changed: 'Changed by you',
    keep: 'Keep as written',
    mask: 'Mask it',
    keepNamed: (text) => `Keep as written: “${text}”`,
    maskNamed: (text) => `Mask it: “${text}”`,
    left: (count) =>
      `${count === 1 ? '1 place that was proposed is' : `${count} places that were proposed are`} not masked. Please look again before you publish.`,
  },
};
