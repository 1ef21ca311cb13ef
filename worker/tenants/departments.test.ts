import { expect, it } from 'vitest';
import type { Profile } from '../../contract/tenants.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { aMember, aTenant, call, send } from '../test/app.ts';

const add = (headers: Record<string, string>, name: string) =>
  call('/v1/staff/departments', { headers, json: { name } });
const namesOf = async (tenant: string) =>
  (await (await call(`/v1/tenants/${tenant}`)).json<Profile>()).departments.map(({ name }) => name);

it('a department that is added shows in public at once, and letters may go to it', async () => {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  expect(await namesOf(tenant)).toEqual(['市人社局', '市房管局']);
  const added = await add(coordinator, '市水务局');
  expect(added.status).toBe(201);
  expect(await added.json()).toEqual({ id: 'd03', name: '市水务局' });
  expect(await namesOf(tenant)).toEqual(['市人社局', '市房管局', '市水务局']);
  await send(tenant, { department: 'd03' });
});

it('of departments added at once each has its own id; a name is taken once', async () => {
  const coordinator = await aMember('coordinator', await aTenant());
  const added = await Promise.all(['甲局', '乙局', '丙局'].map((name) => add(coordinator, name)));
  const ids = await Promise.all(added.map(async (answer) => (await answer.json<{ id: string }>()).id));
  expect(ids.sort()).toEqual(['d03', 'd04', 'd05']);
  expect(await (await add(coordinator, '甲局')).json()).toMatchObject({ code: 'name_taken' });
});

it('renamed, a department keeps its letters', async () => {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  const { number } = await send(tenant, { department: 'd01' });
  const rename = (id: string, name: string) =>
    call(`/v1/staff/departments/${id}/rename`, { headers: coordinator, json: { name } });
  expect((await rename('d01', '市人力资源局')).status).toBe(200);
  const letter = await (
    await call(`/v1/staff/letters/${number}`, { headers: coordinator })
  ).json<StaffLetter>();
  expect(letter).toMatchObject({ department: 'd01', departmentName: '市人力资源局' });
  expect((await rename('d01', '市房管局')).status).toBe(409);
  expect((await rename('d77', '没有的局')).status).toBe(404);
});
