/** What one of the writer page's forms asks for, in the terms of the rules. */
import { consent, rating, supplement, withdrawal } from '../../contract/letters.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import { fieldErrors } from '../http/validation.ts';
import { toRating, type WriterCommand } from '../letters/writer.actions.ts';
import type { Texts } from '../schema/letters.ts';
import { nothingWrong, type Wrong } from './form.ts';
import type { Form } from './request.ts';
import type { Entered } from './command-forms.ts';
import { trackWords, type TrackWords } from './words.track.ts';

export interface Asked {
  /** Null where something has to be changed first. */
  command: WriterCommand | null;
  texts: Texts | null;
  wrong: Wrong;
  entered: Entered;
  done: keyof TrackWords['done'];
}

/** @returns null where only the letter is asked for */
export function commandIn(form: Form, lang: Lang): Asked | null {
  switch (form('action')) {
    case 'supplement':
      return toSupplement(form, lang);
    case 'rate':
      return askedRating(form, lang);
    case 'consent': {
      const { publish } = consent.parse({ publish: form('publish') === 'yes' });
      return granted({ name: 'consent', publish }, null, publish ? 'consentYes' : 'consentNo');
    }
    case 'withdraw':
      return toWithdrawal(form, lang);
    case 'erase-contact':
      return form('erase') === 'yes'
        ? granted({ name: 'erase-contact' }, null, 'erase')
        : refused(new Map([['erase', trackWords[lang].erasureMissing]]), {});
    default:
      return null;
  }
}

const granted = (
  command: WriterCommand,
  texts: Texts | null,
  done: Asked['done'],
  entered: Entered = {},
): Asked => ({
  command,
  texts,
  wrong: nothingWrong,
  entered,
  done,
});
const refused = (wrong: Wrong, entered: Entered): Asked => ({
  command: null,
  texts: null,
  wrong,
  entered,
  done: 'supplement',
});

function toSupplement(form: Form, lang: Lang): Asked {
  const entered = { supplement: form('supplement') };
  const parsed = supplement.safeParse({ body: entered.supplement }, { reportInput: true });
  if (parsed.success)
    return granted({ name: 'supplement' }, { body: parsed.data.body }, 'supplement', entered);
  const empty = entered.supplement.trim() === '';
  const message = empty
    ? trackWords[lang].supplementMissing
    : fieldErrors(parsed.error.issues, lang)[0]!.message;
  return refused(new Map([['supplement', message]]), entered);
}

function askedRating(form: Form, lang: Lang): Asked {
  const words = trackWords[lang];
  const entered = Object.fromEntries(
    ['level', 'solved', 'result', 'attitude', 'speed', 'comment'].map((name) => [name, form(name)]),
  );
  const { level, solved, result, attitude, speed, comment } = entered;
  const score = (value = '') => (value === '' ? undefined : Number(value));
  const given = {
    level: score(level),
    solved,
    result: score(result),
    attitude: score(attitude),
    speed: score(speed),
    comment,
  };
  const parsed = rating.safeParse(given, { reportInput: true });
  if (!parsed.success) {
    const own: Record<string, string> = { level: words.levelMissing, solved: words.solvedMissing };
    const errors = fieldErrors(parsed.error.issues, lang).map(
      ({ path, message }) => [path, own[path] ?? message] as const,
    );
    return refused(new Map(errors), entered);
  }
  const { data } = parsed;
  const [command, texts] = toRating(data);
  return granted(command, texts, data.level >= 3 ? 'rate' : 'rateBad', entered);
}

function toWithdrawal(form: Form, lang: Lang): Asked {
  const entered = { reason: form('reason'), confirm: form('confirm') };
  const wrong = new Map<string, string>();
  const parsed = withdrawal.safeParse({ reason: entered.reason }, { reportInput: true });
  if (!parsed.success)
    for (const { path, message } of fieldErrors(parsed.error.issues, lang)) wrong.set(path, message);
  if (entered.confirm !== 'yes') wrong.set('confirm', trackWords[lang].withdrawMissing);
  if (!parsed.success || wrong.size > 0) return refused(wrong, entered);
  const { reason } = parsed.data;
  return granted({ name: 'withdraw' }, reason ? { reason } : null, 'withdraw', entered);
}
