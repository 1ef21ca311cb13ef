import { afterEach, describe, expect, it } from 'vitest';
import { main } from './main.ts';
import { type Answer, type Asked, problemBody, testIo, testService } from './test-service.ts';

let service: Awaited<ReturnType<typeof testService>> | null = null;
afterEach(async () => {
  await service?.close();
  service = null;
});

async function run(
  args: string[],
  answer: (asked: Asked) => Answer,
  env: Record<string, string> = { HUIXIN_TOKEN: 't' },
) {
  service = await testService(answer);
  const io = testIo({ HUIXIN_URL: `${service.url}/`, ...env });
  return { code: await main(args, io), io, asked: service.asked };
}
const silent = (args: string[]) => {
  const io = testIo({});
  return main(args, io).then((code) => ({ code, io }));
};

const PROFILE = {
  tenant: 'jingmen',
  name: '荆门市',
  locale: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  departments: [{ id: 'd1', name: '市人社局' }],
  kinds: [],
  acceptDays: 1,
  limits: { title: { min: 2, max: 100 }, body: { min: 10, max: 5000 } },
  contactRequired: false,
  retentionMonths: 12,
  phone: null,
  figures: null,
};
const MEMBER = {
  id: 'm1',
  email: 'a@b.cn',
  name: '张三',
  role: 'officer',
  tenant: 'jingmen',
  jurisdiction: null,
  departments: ['d1'],
  status: 'active',
};

describe('the command line', () => {
  it('answers --help with 0 and an unknown command with 2', async () => {
    expect((await silent(['--help'])).code).toBe(0);
    expect((await silent([])).code).toBe(2);
    const { code, io } = await silent(['tennant']);
    expect(code).toBe(2);
    expect(io.errLines[0]).toContain('there is no command “tennant”');
  });

  it.each([
    'tenant create',
    'tenant allow',
    'user create',
    'token create',
    'import',
    'retention show',
    'retention set',
    'deliveries list',
    'deliveries redeliver',
  ])('explains %s', async (name) => {
    const { code, io } = await silent([...name.split(' '), '--help']);
    expect(code).toBe(0);
    expect(io.outLines.join('\n')).toContain(`huixin ${name}`);
  });

  it.each([
    [['tenant', 'create', '--name', 'x'], 'SLUG is missing'],
    [['tenant', 'create', 'jingmen', '--name', 'x', '--jurisdiction', '420800'], '--department is missing'],
    [['tenant', 'allow', 'jingmen', 'https://a.cn/path'], 'Did you mean https://a.cn?'],
    [['user', 'create', '--role', 'king'], '--role must be one of'],
    [['token', 'create', '--name', 'x', '--days', '0'], '--days must be'],
    [['retention'], 'say which: huixin retention show, huixin retention set'],
    [['retention', 'show'], '--tenant is missing'],
    [['retention', 'set', '--tenant', 'x', '37'], 'MONTHS must be a whole number from 1 to 36, not “37”'],
    [['deliveries', 'list', '--tenant', 'x', '--state', 'lost'], '--state must be one of'],
    [['deliveries', 'redeliver', '--tenant', 'x'], 'ID is missing'],
    [['import', 'a.csv', '--tennant', 'x'], "Unknown option '--tennant'"],
    [['token', 'create', '--name', 'x'], 'Set HUIXIN_TOKEN'],
  ])('says what is wrong with %j and ends with 2', async (args, words) => {
    const { code, io } = await silent(args);
    expect(code).toBe(2);
    expect(io.errLines[0]).toContain(words);
  });

  it('says so when the service cannot be reached', async () => {
    const { url, close } = await testService(() => ({}));
    await close();
    const io = testIo({ HUIXIN_URL: url, HUIXIN_TOKEN: 't' });
    expect(await main(['tenant', 'allow', 'jingmen', 'https://a.cn'], io)).toBe(1);
    expect(io.errLines[0]).toContain('could not be reached (ECONNREFUSED)');
  });
});

describe('commands', () => {
  it('creates a tenant with a bearer token', async () => {
    const { code, io, asked } = await run(
      [
        'tenant',
        'create',
        'jingmen',
        '--name',
        '荆门市',
        '--jurisdiction',
        '420800',
        '--prefix',
        'JM',
        '--department',
        '市人社局',
      ],
      () => ({ status: 201, body: PROFILE }),
    );
    expect(code).toBe(0);
    expect(asked[0]).toMatchObject({
      method: 'POST',
      path: '/v1/central/tenants',
      headers: { authorization: 'Bearer t' },
      body: {
        slug: 'jingmen',
        name: '荆门市',
        jurisdiction: '420800',
        prefix: 'JM',
        departments: ['市人社局'],
      },
    });
    expect(asked[0]?.headers.origin).toBeUndefined();
    expect(io.outLines.join('\n')).toContain('d1  市人社局');
  });

  it('prints the lines to paste after allowing an origin', async () => {
    const { code, io, asked } = await run(['tenant', 'allow', 'jingmen', 'https://a.cn'], () => ({
      status: 201,
    }));
    expect(code).toBe(0);
    expect(asked[0]).toMatchObject({
      path: '/v1/central/tenants/jingmen/origins',
      body: { origin: 'https://a.cn' },
    });
    expect(io.outLines.join('\n')).toContain('<huixin-letterbox tenant="jingmen">');
  });

  it('signs in with a password, keeps the cookie and names its origin', async () => {
    const { code, io, asked } = await run(
      ['token', 'create', '--name', 'backup', '--days', '30'],
      ({ path }) =>
        path === '/v1/auth/sign-in/email'
          ? { headers: { 'set-cookie': ['s=1; Path=/; HttpOnly', 'u=2; Path=/'] }, body: { redirect: false } }
          : {
              status: 201,
              body: {
                id: 'k1',
                name: 'backup',
                createdAt: '2026-01-05T08:00:00+08:00',
                expiresAt: '2026-02-04T08:00:00+08:00',
                lastUsedAt: null,
                token: 'secret',
              },
            },
      { HUIXIN_EMAIL: 'a@b.cn', HUIXIN_PASSWORD: 'password10' },
    );
    expect(code).toBe(0);
    expect(asked[0]?.body).toEqual({ email: 'a@b.cn', password: 'password10' });
    expect(asked[1]).toMatchObject({
      path: '/v1/staff/tokens',
      headers: { cookie: 's=1; u=2', origin: service?.url },
      body: { name: 'backup', days: 30 },
    });
    expect(io.outLines).toEqual(['secret']);
  });

  it('asks for a token where the account has a second factor', async () => {
    const { code, io } = await run(
      ['token', 'create', '--name', 'x'],
      () => ({ body: { twoFactorRedirect: true } }),
      {
        HUIXIN_EMAIL: 'a@b.cn',
        HUIXIN_PASSWORD: 'password10',
      },
    );
    expect(code).toBe(1);
    expect(io.errLines[0]).toContain('second factor');
  });

  it('finds an officer’s department by name and prints the password that was made', async () => {
    const { code, io, asked } = await run(
      [
        'user',
        'create',
        '--email',
        'a@b.cn',
        '--name',
        '张三',
        '--role',
        'officer',
        '--tenant',
        'jingmen',
        '--department',
        '市人社局',
      ],
      ({ method }) =>
        method === 'GET' ? { body: PROFILE } : { status: 201, body: { ...MEMBER, password: 'made-for-you' } },
    );
    expect(code).toBe(0);
    expect(asked[1]?.body).toEqual({
      email: 'a@b.cn',
      name: '张三',
      role: 'officer',
      tenant: 'jingmen',
      departments: ['d1'],
    });
    expect(io.outLines.join('\n')).toContain('made-for-you');
  });

  it('says in words what the service refuses, field by field', async () => {
    const { code, io } = await run(['tenant', 'allow', 'jingmen', 'https://a.cn'], () =>
      problemBody(400, 'invalid', 'Please check the fields.', [
        { path: 'origin', code: 'custom', message: 'Not an origin' },
      ]),
    );
    expect(code).toBe(1);
    expect(io.errLines).toEqual([
      'huixin tenant allow: Please check the fields. (400 invalid)\n  origin: Not an origin',
    ]);
  });

  it('tells a department that is not there from those that are', async () => {
    const { code, io } = await run(
      [
        'user',
        'create',
        '--email',
        'a@b.cn',
        '--name',
        'x',
        '--role',
        'officer',
        '--tenant',
        'jingmen',
        '--department',
        '市教育局',
      ],
      () => ({ body: PROFILE }),
    );
    expect(code).toBe(1);
    expect(io.errLines[0]).toContain('no department “市教育局”. It has: 市人社局');
  });
});
