import type { Day } from '../../core/calendar.ts';
import { addDays, daysApart } from '../../core/local-time.ts';
import { spoken, workdayFrom } from './days.ts';
import type { Places } from './places.ts';
import type { Random } from './random.ts';

/** What a letter's slots are filled from. */
export interface Setting {
  places: Places;
  /** Number of the department that answers. */
  phone: string;
  received: Day;
}

/** Fills the slots of one letter's texts; the same slot is the same value in all of them. */
export class Filler {
  private readonly values = new Map<string, string>();
  private readonly setting: Setting;
  private readonly random: Random;
  /** The day of the reply that is being written, and the day somebody began to look into it. */
  private replied: Day;
  private begun: Day;

  constructor(setting: Setting, random: Random) {
    this.setting = setting;
    this.random = random;
    this.replied = setting.received;
    this.begun = setting.received;
  }

  text(template: string): string {
    return template.replaceAll(/\{([^}]+)\}/g, (_, slot: string) => {
      const known = this.values.get(slot) ?? this.value(slot);
      this.values.set(slot, known);
      return known;
    });
  }

  /** From here on `{seen}` and `{by}` speak of a reply of that day. */
  replyOn(day: Day, begun: Day): void {
    this.replied = day;
    this.begun = begun;
    this.values.delete('seen');
    this.values.delete('by');
  }

  private value(slot: string): string {
    const { received, places, phone } = this.setting;
    const [name, range] = slot.split(':') as [string, string?];
    if (range !== undefined) {
      const [low, high] = range.split('-').map(Number) as [number, number];
      const number = this.random.int(low, high);
      if (name === 'ago') return spoken(addDays(received, -number), received);
      return name === 'plate' ? String(number) : rounded(number);
    }
    if (name === 'phone') return phone;
    if (name === 'age') return String(this.random.int(46, 68));
    if (name === 'seen') return spoken(this.between(), this.replied);
    if (name === 'by')
      return spoken(workdayFrom(addDays(this.replied, this.random.int(18, 75))), this.replied);
    const list = places[name];
    if (!list) throw new Error(`no slot {${slot}}`);
    return this.random.pick(list);
  }

  private between(): Day {
    const day = addDays(this.begun, Math.ceil(daysApart(this.begun, this.replied) * 0.6));
    const work = workdayFrom(day);
    return work <= this.replied ? work : this.replied;
  }
}

/** People round what is large. */
function rounded(number: number): string {
  if (number > 2100) return String(Math.round(number / 100) * 100);
  // A year looks like a large number and is none.
  if (number >= 1900) return String(number);
  return String(number > 100 ? Math.round(number / 10) * 10 : number);
}
