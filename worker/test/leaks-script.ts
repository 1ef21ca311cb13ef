/**
 * A long day of an office: letters by every channel, full of private things, and every command there is. Every answer is kept
 * with who got it. Nothing is asserted here; leaks.test.ts searches what was kept.
 */
import type { Receipt } from '../../contract/letters.ts';
import { contacts, internal, released, told, toWriter } from '../../test/leaks/seeded.ts';
import { jpeg } from '../attachments/test/fixtures.ts';
import { upload } from '../attachments/test/uploads.ts';
import { aMember, aTenant, call, fromAnywhere, newKey, solved, testEnv } from './app.ts';
import { textOf } from './public-outputs.ts';

/** Who reads an answer. `key`: one that hands out or carries an access key; `contact`: one that was asked for and recorded. */
export type Audience = 'public' | 'writer' | 'staff' | 'key' | 'contact';

export interface Kept {
  audience: Audience;
  request: string;
  status: number;
  /** Head and body. */
  text: string;
}

type By = Record<string, string>;

export class Office {
  readonly kept: Kept[] = [];
  readonly keys: string[] = [];
  readonly numbers: string[] = [];
  /** `<number>/files/<id>`. */
  readonly files: string[] = [];
  tenant = '';
  coordinator: By = {};
  second: By = {};
  officer: By = {};

  async open(): Promise<void> {
    this.tenant = await aTenant({ departments: ['市人社局', '市房管局'] });
    this.coordinator = await aMember('coordinator', this.tenant);
    this.second = await aMember('coordinator', this.tenant);
    this.officer = await aMember('officer', this.tenant, ['d01']);
  }

  async ask(
    audience: Audience,
    path: string,
    init: RequestInit & { json?: unknown } = {},
    ask: (path: string, init: RequestInit & { json?: unknown }) => Promise<Response> = call,
  ): Promise<{ status: number; body: string }> {
    const answer = await ask(path, init);
    const body = await textOf(answer);
    const head = [...answer.headers].map((header) => header.join(': ')).join('\n');
    const method = init.method ?? (init.json === undefined ? 'GET' : 'POST');
    this.kept.push({
      audience,
      request: `${method} ${path}`,
      status: answer.status,
      text: `${head}\n\n${body}`,
    });
    return { status: answer.status, body };
  }

  /** Asks for what must be granted: a script that is refused finds nothing. */
  async must(audience: Audience, path: string, init: RequestInit & { json?: unknown } = {}): Promise<string> {
    const { status, body } = await this.ask(audience, path, init);
    if (status >= 400) throw new Error(`${path}: ${status} ${body}`);
    return body;
  }

  private issued(body: string): Receipt {
    const receipt = JSON.parse(body) as Receipt;
    this.keys.push(receipt.accessKey);
    this.numbers.push(receipt.number);
    return receipt;
  }

  async send(more: Record<string, unknown> = {}): Promise<Receipt> {
    const headers = { 'Idempotency-Key': newKey(), ...fromAnywhere() };
    const json = { ...aLetter, contact: contacts.online, ...more, challenge: await solved(this.tenant) };
    return this.issued(await this.must('key', `/v1/tenants/${this.tenant}/letters`, { headers, json }));
  }

  async register(): Promise<Receipt> {
    const json = { ...aLetter, contact: contacts.counter, channel: 'counter', tenant: this.tenant };
    return this.issued(await this.must('key', '/v1/staff/letters', { headers: this.officer, json }));
  }

  give(by: By, number: string, name: string, json: unknown = {}): Promise<string> {
    const audience = name === 'contact' ? 'contact' : name === 'new-key' ? 'key' : 'staff';
    return this.must(audience, `/v1/staff/letters/${number}/${name}`, { headers: by, json });
  }

  async tell({ number, accessKey }: Receipt, path: string, json: unknown): Promise<void> {
    const headers = { Authorization: `Letter ${accessKey}`, ...fromAnywhere() };
    await this.must('writer', `/v1/letters/${number}/${path}`, { headers, json });
  }

  async read(by: By, number: string): Promise<void> {
    await this.must('staff', `/v1/staff/letters/${number}`, { headers: by });
    await this.must('staff', `/v1/staff/letters?tenant=${this.tenant}`, { headers: by });
  }
}

export const aLetter = {
  kind: 'complaint',
  department: 'd01',
  title: `路灯不亮,联系${told.phone}`,
  body: `我的身份证号是${told.id},卡号${told.card},邮箱${told.email},住在${told.address},门前路灯不亮。`,
  publish: true,
};
const final = {
  type: 'final',
  body: '路灯已经修好,请放心使用。',
  outcome: 'resolved',
  phone: '0724-1234567',
};
const promised = { ...final, outcome: 'promised', promisedFor: '2027-06-30' };

/** From the first word to the second rating, by way of everything a department can do with a letter. */
export async function longLife(office: Office): Promise<Receipt> {
  const { coordinator, second, officer } = office;
  const { given } = await upload(`/v1/tenants/${office.tenant}/uploads`, jpeg());
  const letter = await office.send({ uploads: [given] });
  const { number } = letter;
  office.files.push(`${number}/files/${given.id}`);
  await office.must('staff', `/v1/staff/letters/${number}/files/${given.id}`, { headers: officer });
  await office.give(officer, number, 'accept', { department: 'd01' });
  await office.give(officer, number, 'contact');
  await office.give(officer, number, 'transfer', { department: 'd02', reason: internal.transfer });
  const other = await aMember('officer', office.tenant, ['d02']);
  await office.give(other, number, 'object', { reason: internal.objection });
  await office.give(coordinator, number, 'assign', { department: 'd01', reason: internal.assignment });
  await office.give(officer, number, 'request-info', { question: toWriter.question });
  await office.tell(letter, 'supplements', { body: told.supplement });
  await office.give(officer, number, 'note', { body: internal.note });
  await office.give(officer, number, 'extend', { days: 3, reason: toWriter.extension });
  await office.give(officer, number, 'reply', { type: 'interim', body: '正在核实情况,请稍候几天。' });
  await office.give(officer, number, 'reply', promised);
  await office.give(officer, number, 'publish', { ...released, files: [given.id] });
  await readers(office, number);
  await office.tell(letter, 'ratings', { level: 1, solved: 'no', comment: told.comment });
  await office.give(officer, number, 'contacted', { note: internal.contacted });
  await office.give(second, number, 'reply', promised);
  await office.give(officer, number, 'publish', released);
  await office.tell(letter, 'ratings', { level: 5, solved: 'yes', comment: told.comment });
  await office.give(officer, number, 'follow-up', { body: '承诺的事项已经办成。', done: true });
  await office.read(coordinator, number);
  await office.read(officer, number);
  return letter;
}

async function readers(office: Office, number: string): Promise<void> {
  for (const [path, more] of [
    ['endorsements', {}],
    ['verdicts', { answers: true }],
  ] as const) {
    const json = { ...more, challenge: await solved(office.tenant) };
    const address = `/v1/tenants/${office.tenant}/letters/${number}/${path}`;
    await office.must('public', address, { headers: fromAnywhere(), json });
  }
}

/** Letters that end otherwise, and one that is answered after a review. */
export async function otherEnds(office: Office): Promise<void> {
  const { coordinator, second, officer } = office;
  const declined = await office.send();
  const explanation = '这件事属于信访事项,请到市信访局反映。';
  await office.give(coordinator, declined.number, 'decline', {
    grounds: 'petition',
    explanation,
    goTo: '市信访局',
  });
  await office.give(coordinator, declined.number, 'publish', { ...released, reply: explanation });
  const spam = await office.send();
  await office.give(coordinator, spam.number, 'spam', { grounds: 'abuse', note: internal.spam });
  const withdrawn = await office.send();
  await office.tell(withdrawn, 'withdrawal', { reason: told.withdrawal });
  await office.give(coordinator, withdrawn.number, 'erase-contact', { reason: internal.contactErasure });

  const [target, child] = [await office.send(), await office.send()];
  await office.give(officer, target.number, 'accept', { department: 'd01' });
  await office.give(coordinator, child.number, 'merge', { into: target.number });
  await office.give(officer, target.number, 'reply', final);
  await office.give(coordinator, target.number, 'withhold', { grounds: 'privacy' });
  await office.tell(child, 'consent', { publish: false });
  await office.tell(child, 'ratings', { level: 4, solved: 'partly', comment: told.comment });
  await office.tell(child, 'erasure', {});

  await signOff(true);
  const checked = await office.register();
  await office.give(officer, checked.number, 'accept', { department: 'd01' });
  await office.give(officer, checked.number, 'reply', final);
  await office.give(coordinator, checked.number, 'return', { reason: internal.returned });
  await office.give(officer, checked.number, 'reply', final);
  await office.give(second, checked.number, 'approve');
  await signOff(false);
  const renewed = JSON.parse(
    await office.give(officer, checked.number, 'new-key', { proof: internal.proof }),
  ) as {
    accessKey: string;
  };
  office.keys.push(renewed.accessKey);
  await office.read(coordinator, checked.number);

  async function signOff(wanted: boolean): Promise<void> {
    await testEnv.DIRECTORY.prepare(
      "UPDATE tenant_rules SET rules = json_set(rules, '$.signOff', json(?)) WHERE tenant = ?",
    )
      .bind(String(wanted), office.tenant)
      .run();
  }
}

/** A writer without scripts, and what another system brought. */
export async function otherDoors(office: Office): Promise<void> {
  const { tenant, coordinator } = office;
  const page = `/s/${tenant}/write`;
  const form = (fields: Record<string, string>, audience: Audience, path: string) =>
    office.must(audience, path, {
      method: 'POST',
      headers: { Origin: 'https://letters.test', ...fromAnywhere() },
      body: new URLSearchParams(fields),
    });
  const token = /name="token" value="([^"]+)"/.exec(await office.must('public', page))![1]!;
  const { kind, department, title, body } = aLetter;
  const slip = await form(
    { token, kind, department, title, body, ...contacts.hosted, publish: 'yes' },
    'key',
    page,
  );
  const number = /name="number" value="([^"]+)"/.exec(slip)![1]!;
  const key = /name="key" value="([^"]+)"/.exec(slip)![1]!;
  office.keys.push(key);
  office.numbers.push(number);
  const track = `/s/${tenant}/track`;
  await form({ number, key }, 'key', track);
  await form({ number, key, action: 'supplement', supplement: told.supplement }, 'key', track);
  await form({ number, key, action: 'consent', publish: 'no' }, 'key', track);
  await office.ask('key', track, {
    method: 'POST',
    headers: { Origin: 'https://letters.test', ...fromAnywhere() },
    body: new URLSearchParams({ number, key: `${key}X` }),
  });

  const { name, phone, email } = contacts.imported;
  const row = {
    external_id: 'old-1',
    received_at: '2011-03-01',
    kind: 'help',
    department: 'd01',
    title,
    body,
  };
  const rows = [
    { ...row, name, phone, email, publish: 'true', replied_at: '2011-03-08', reply: '已经办好。' },
  ];
  const json = { dryRun: false, line: 1, rows };
  await office.must('staff', `/v1/central/tenants/${tenant}/import/letters`, { headers: coordinator, json });
  const notice = { tenant, department: 'd01', title: '停水通知', body: '明天上午停水。' };
  await office.must('staff', '/v1/staff/notices', { headers: coordinator, json: notice });
}

/** The letter that was public is taken down, and erased in the end. */
export async function lastThings(office: Office, { number }: Receipt): Promise<void> {
  await office.give(office.coordinator, number, 'take-down', { grounds: 'privacy' });
  await office.give(office.coordinator, number, 'erase', { reason: internal.erasure });
  await office.read(office.coordinator, number);
}
