/** When a message is tried again. The clock ticks once a minute, so what is shorter happens at the next tick. */
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Of the Standard Webhooks specification: ten attempts within 76 hours. */
const webhook = [5 * second, 5 * minute, 30 * minute, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour)];
/** Twelve attempts within three days. */
const mail = [1, 5, 15, 30, 60, 120, 240, 480, 720, 1200, 1440].map((minutes) => minutes * minute);

const waits = { mail, webhook };

/** How long somebody who took a message up may need before another does: far more than any time-out. */
export const leaseMs = 5 * minute;

/** @param attempts how many have failed; @returns how long to wait, null after the last */
export const waitAfter = (channel: 'mail' | 'webhook', attempts: number): number | null =>
  waits[channel][attempts - 1] ?? null;
