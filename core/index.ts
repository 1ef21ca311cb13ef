/** What the other parts may use of the core. */
export * from './calendar.ts';
export * from './canonical.ts';
export * from './china-calendar.ts';
export * from './clock.explain.ts';
export * from './clock.ledger.ts';
export * from './clock.rules.ts';
export * from './default-rules.ts';
export * from './events.ts';
export * from './facts.ts';
export * from './letter.rules.ts';
export * from './letter.ts';
export * from './local-time.ts';
export * from './redaction.rules.ts';
export * from './retention.ts';
export * from './rfc3339.ts';
export * from './stats.rules.ts';
