/** What a field needs, checked before the service does, in a clerk's words. */
import { charCount } from '../../contract/limits.ts';
import type { Errors } from '../lib/form.ts';
import { t } from '../words/index.ts';

export class Checks {
  readonly errors: Errors = {};

  /** Length in code points after trimming. */
  text(name: string, value: string, label: string, min: number, max: number): this {
    const words = t().common;
    const length = charCount(value.trim());
    if (length === 0 && min > 0) this.errors[name] = words.missing(label);
    else if (length > 0 && length < min) this.errors[name] = words.tooShort(label, min - length);
    else if (length > max) this.errors[name] = words.tooLong(label, length - max);
    return this;
  }

  chosen(name: string, value: string, label: string): this {
    if (!value) this.errors[name] = t().common.unchosen(label);
    return this;
  }

  whole(name: string, value: string, label: string, min: number, max: number): this {
    const number = Number(value);
    if (!value || !Number.isInteger(number) || number < min || number > max)
      this.errors[name] = t().common.badNumber(label, min, max);
    return this;
  }

  matches(name: string, value: string, pattern: RegExp, message: string): this {
    if (!pattern.test(value)) this.errors[name] ??= message;
    return this;
  }
}
