/** Letters in the states that a writer's page shows, made through the service as people make them. */
import { expect, type APIRequestContext, type PlaywrightWorkerArgs } from '@playwright/test';

export interface Kept {
  number: string;
  key: string;
}

export interface Letters {
  open: Kept;
  asked: Kept;
  answered: Kept;
  late: Kept;
  declined: Kept;
  /** A letter that was public. */
  takenDown: string;
}

const text = {
  title: '象山大道的路灯坏了三天',
  body: '象山大道 88 号门口的三盏路灯从星期一晚上开始都不亮，希望本周修好。',
};

/** Writes through the form without scripts, which asks for no proof of work. */
async function write(request: APIRequestContext): Promise<Kept> {
  const form = await (await request.get('/s/jingmen/write')).text();
  const token = /name="token"\s+value="([^"]+)"/.exec(form)![1]!;
  const answer = await request.post('/s/jingmen/write', {
    form: {
      token,
      kind: 'complaint',
      department: '',
      ...text,
      name: '',
      phone: '',
      email: '',
      publish: 'yes',
    },
  });
  const page = await answer.text();
  const number = /JM-\d{4}-\d{6}/.exec(page)?.[0];
  const key = /[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){4}/.exec(page)?.[0];
  if (!number || !key) throw new Error(`no receipt: ${answer.status()}`);
  return { number, key };
}

export async function makeLetters(
  playwright: PlaywrightWorkerArgs['playwright'],
  service: string,
): Promise<Letters> {
  const staff = await playwright.request.newContext({
    baseURL: service,
    extraHTTPHeaders: { Origin: service },
  });
  const signedIn = await staff.post('/v1/auth/sign-in/email', {
    data: { email: 'coordinator@demo.test', password: 'huixin-demo' },
  });
  expect(signedIn.ok()).toBe(true);
  const give = async (number: string, command: string, data: object) => {
    const answer = await staff.post(`/v1/staff/letters/${number}/${command}`, { data });
    expect(answer.ok(), `${command}: ${await answer.text()}`).toBe(true);
    return answer.json();
  };
  const { departments } = await (await staff.get('/v1/tenants/jingmen')).json();
  const accepted = async () => {
    const kept = await write(staff);
    await give(kept.number, 'accept', { department: departments[0].id });
    return kept;
  };
  const reply = {
    type: 'final',
    body: '三盏路灯今天都换好了，依据城市照明管理规定。电话 0724-2340011。',
    outcome: 'resolved',
  };

  const [open, asked, answered, takenDown, declined] = [
    await write(staff),
    await accepted(),
    await accepted(),
    await accepted(),
    await write(staff),
  ];
  await give(asked.number, 'request-info', { question: '是路的东边还是西边？' });
  await give(answered.number, 'reply', reply);
  await give(takenDown.number, 'reply', reply);
  await give(takenDown.number, 'publish', { ...text, reply: reply.body });
  await give(takenDown.number, 'take-down', { grounds: 'privacy' });
  await give(declined.number, 'decline', {
    grounds: 'petition',
    explanation: '这是信访事项，由信访局受理。',
    goTo: '市信访局，象山大道 1 号',
  });
  const { items } = await (await staff.get('/v1/staff/letters?tenant=jingmen&due=late')).json();
  const { accessKey } = await give(items[0].number, 'new-key', { proof: '本人带身份证到窗口核对' });
  await staff.dispose();
  return {
    open,
    asked,
    answered,
    declined,
    takenDown: takenDown.number,
    late: { number: items[0].number, key: accessKey },
  };
}
