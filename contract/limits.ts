import { BODY_CHARS, SMALL_SAMPLE, TITLE_CHARS } from './first-limits.ts';

export { charCount } from './first-limits.ts';

/** Bounds that both ends of the wire know. Lengths count Unicode code points. */
export const limits = {
  titleCharsMin: TITLE_CHARS.min,
  titleCharsMax: TITLE_CHARS.max,
  bodyCharsMin: BODY_CHARS.min,
  bodyCharsMax: BODY_CHARS.max,
  nameCharsMax: 50,
  phoneCharsMax: 30,
  passwordCharsMin: 12,
  passwordCharsMax: 128,
  emailCharsMax: 254,
  commentCharsMax: 500,
  supplementCharsMax: 2000,
  replyCharsMax: 10000,
  reasonCharsMax: 1000,
  noticeBodyCharsMax: 20000,
  searchCharsMax: 50,
  feedItemsMax: 50,
  /** 128 bits written as base64url or hex at least. */
  idempotencyKeyCharsMin: 22,
  idempotencyKeyCharsMax: 128,
  idempotencyDays: 30,
  challengeMinutesMax: 10,
  /** For how long contact details and attachments are kept after a letter came to rest. */
  retentionMonthsMin: 1,
  retentionMonthsMax: 36,
  importRowsPerCallMax: 100,
  smallSample: SMALL_SAMPLE,
} as const;

/** Texts that replies are written from. */
export const templateLimits = {
  titleCharsMin: 2,
  titleCharsMax: 60,
  bodyCharsMax: 5_000,
  /** Of one tenant. */
  templatesMax: 300,
} as const;

/** What the console's pages know before they ask. */
export const deskLimits = {
  /** What is counted on today's page stops here: more in one day is more than anybody does. */
  todayCountMax: 500,
  /** Saved filters of one member. */
  filtersMax: 20,
  /** Of a remark in a self-check, in characters. */
  remarkCharsMax: 500,
} as const;

/** Files that come with a letter, a supplement or a reply. What a file is, its content says, never its name. */
export const fileLimits = {
  /** Of each letter, supplement and reply. */
  filesMax: 5,
  bytesMin: 100,
  bytesMax: 10 * 1024 * 1024,
  imageSideMax: 12_000,
  imagePixelsMax: 80_000_000,
  /** An upload goes in parts of this size, so that a lost line costs one of them. */
  partBytes: 256 * 1024,
  /** An upload that no letter, supplement or reply took by then is removed. */
  uploadHours: 24,
} as const;

export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type FileType = (typeof FILE_TYPES)[number];
