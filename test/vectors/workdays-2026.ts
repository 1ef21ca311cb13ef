/**
 * The working days of February to November 2026, written out by hand from the notice of the State Council on the holidays of 2026: a
 * row is a week from Monday to Sunday, W a day on which people work. Kept apart from core on purpose: it is there to be
 * compared with. Days are `YYYY-MM-DD` in Asia/Shanghai.
 */
const WEEKS: readonly (readonly [monday: string, days: string])[] = [
  ['2026-01-26', 'WWWWW..'],
  ['2026-02-02', 'WWWWW..'],
  ['2026-02-09', 'WWWWWW.'], // 14 February: people work
  ['2026-02-16', '.......'], // Spring Festival, 15 to 23 February
  ['2026-02-23', '.WWWWW.'], // 28 February: people work
  ['2026-03-02', 'WWWWW..'],
  ['2026-03-09', 'WWWWW..'],
  ['2026-03-16', 'WWWWW..'],
  ['2026-03-23', 'WWWWW..'],
  ['2026-03-30', 'WWWWW..'], // Qingming, 4 to 6 April
  ['2026-04-06', '.WWWW..'],
  ['2026-04-13', 'WWWWW..'],
  ['2026-04-20', 'WWWWW..'],
  ['2026-04-27', 'WWWW...'], // Labour Day, 1 to 5 May
  ['2026-05-04', '..WWWW.'], // 9 May: people work
  ['2026-05-11', 'WWWWW..'],
  ['2026-05-18', 'WWWWW..'],
  ['2026-05-25', 'WWWWW..'],
  ['2026-06-01', 'WWWWW..'],
  ['2026-06-08', 'WWWWW..'],
  ['2026-06-15', 'WWWW...'], // Dragon Boat Festival, 19 to 21 June
  ['2026-06-22', 'WWWWW..'],
  ['2026-06-29', 'WWWWW..'],
  ['2026-07-06', 'WWWWW..'],
  ['2026-07-13', 'WWWWW..'],
  ['2026-07-20', 'WWWWW..'],
  ['2026-07-27', 'WWWWW..'],
  ['2026-08-03', 'WWWWW..'],
  ['2026-08-10', 'WWWWW..'],
  ['2026-08-17', 'WWWWW..'],
  ['2026-08-24', 'WWWWW..'],
  ['2026-08-31', 'WWWWW..'],
  ['2026-09-07', 'WWWWW..'],
  ['2026-09-14', 'WWWWW.W'], // 20 September: people work
  ['2026-09-21', 'WWWW...'], // Mid-Autumn Festival, 25 to 27 September
  ['2026-09-28', 'WWW....'], // National Day, 1 to 7 October
  ['2026-10-05', '...WWW.'], // 10 October: people work
  ['2026-10-12', 'WWWWW..'],
  ['2026-10-19', 'WWWWW..'],
  ['2026-10-26', 'WWWWW..'],
  ['2026-11-02', 'WWWWW..'],
  ['2026-11-09', 'WWWWW..'],
  ['2026-11-16', 'WWWWW..'],
  ['2026-11-23', 'WWWWW..'],
];

/** Every day of the table in order, and whether people work. */
export const DAYS: readonly (readonly [day: string, works: boolean])[] = WEEKS.flatMap(([monday, days]) =>
  [...days].map((mark, at) => [plus(monday, at), mark === 'W'] as const),
);

const POSITION = new Map(DAYS.map(([day], at) => [day, at]));

/** The calendar day so many days later. */
export function plus(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10);
}

/** The last day of a deadline of so many working days after `day`, which itself doesn't count. */
export function dueDay(day: string, workdays: number): string {
  const later = DAYS.slice(position(day) + 1).filter(([, works]) => works);
  return later[workdays - 1]![0];
}

/** The last day of a deadline of calendar days: moved to the next working day where it ends on a day off. */
export function dueCalendarDay(day: string, days: number): string {
  return DAYS.slice(position(plus(day, days))).find(([, works]) => works)![0];
}

/** Working days after `from`, up to and including `to`. */
export function workdaysTo(from: string, to: string): number {
  return DAYS.slice(position(from) + 1, position(to) + 1).filter(([, works]) => works).length;
}

function position(day: string): number {
  const at = POSITION.get(day);
  if (at === undefined) throw new Error(`${day} is not in the table`);
  return at;
}
