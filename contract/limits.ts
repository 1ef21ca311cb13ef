/** Bounds that both ends of the wire know. No imports: the widget carries this file. Lengths count Unicode code points. */
export const limits = {
  titleCharsMin: 2,
  titleCharsMax: 100,
  bodyCharsMin: 10,
  bodyCharsMax: 5000,
  nameCharsMax: 50,
  phoneCharsMax: 30,
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
  importRowsPerCallMax: 100,
  /** Below this many due letters a rate is shown with its counts only. */
  smallSample: 10,
} as const;

/** The length of a text as a person counts it. */
export function charCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
