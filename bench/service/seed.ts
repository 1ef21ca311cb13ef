/** One tenant with a few thousand answered letters, made by SQL: a letter of the demo's size costs a request each. */
import type { Running } from './subjects.ts';

export const TENANT = 'benchmark';
/** A government page that embeds the letterbox. */
export const PAGE_ORIGIN = 'https://www.county.test';
const LETTERS = 4_000;
const DAY = 86_400_000;

/** @throws where the service refuses the tenant */
export async function seed({ bases, secrets, database }: Running): Promise<void> {
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(new URL(path, bases.service), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${secrets.OPERATOR_TOKEN}` },
      body: JSON.stringify(body),
    });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  };
  await post('/v1/central/tenants', {
    slug: TENANT,
    name: '基准县',
    jurisdiction: '420800',
    prefix: 'BENCH',
    departments: ['县人社局', '县住建局', '县水务局', '县教育局'],
    phone: '0724-1234567',
  });
  await post(`/v1/central/tenants/${TENANT}/origins`, { origin: PAGE_ORIGIN });
  const db = await database('LETTERS_0');
  await db.batch([letters, events, facts].map((sql) => db.prepare(sql)));
}

const first = Date.now() - 300 * DAY;
const receivedAt = `${first} + i * ${Math.floor((290 * DAY) / LETTERS)}`;
const series = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${LETTERS})`;
const year = new Date(first).getUTCFullYear();
const department = "'d0' || (1 + i % 4)";
const answeredMs = `(1 + i % 6) * ${DAY}`;

const title = "'关于自来水二次供水加压泵夜间停运的第' || i || '件反映'";
const body = `'我住在城关镇新华路小区' || (i % 40) || '号楼，最近一个月每天晚上十点以后自来水都没有压力，五楼以上完全没有水，白天恢复正常。物业说加压泵归水厂管，水厂说归物业管，两边都打过电话，没有人来看。家里有老人和小孩，晚上用水很不方便，希望查明加压泵由谁管，尽快修好，并告诉我们什么时候能恢复。'`;
const reply = `'您好，来信收悉。经现场查看，该小区二次供水加压泵由县水务局委托水厂维护，夜间停运是控制器故障所致，已于当日更换，现已恢复供水。如再停水请拨打服务电话，我们安排人员上门。感谢您的反映。'`;

const letters = `${series} INSERT INTO letter (id, tenant, year, serial, number, kind, status, channel, department, title, body,
    key_hash, consent, received_at, rule_version, seq, round, due_at, provisional, contested, objected, drafted, answered_at,
    days, outcome, rating, promise_done, release, to_publish, public_title, public_body, public_reply, endorsements, answers, answers_not)
  SELECT '${TENANT}-' || i, '${TENANT}', ${year}, i, printf('BENCH-${year}-%06d', i), CASE i % 3 WHEN 0 THEN 'complaint' ELSE 'inquiry' END,
    'closed', 'import', ${department}, ${title}, ${body}, 'x', 1, ${receivedAt}, 1, 1, 1, NULL, 0, 0, 0, 0, ${receivedAt} + ${answeredMs},
    1 + i % 5, 'resolved', CASE WHEN i % 2 = 0 THEN 1 + i % 5 END, 0, 'published', 0, ${title}, ${body}, ${reply}, 0, 0, 0 FROM n`;

const facts = `${series} INSERT INTO facts (tenant, received_at, letter_id, facts)
  SELECT '${TENANT}', ${receivedAt}, '${TENANT}-' || i, json_object('received', (${receivedAt}) / 1000,
    'holders', json_array(json_array(0, ${department})), 'acceptBy', json('[[0,100000]]'), 'rounds', json('[[[0,600000]]]'),
    'accepted', 1000, 'replies', json_array(json_array(${answeredMs} / 1000, 1 + i % 5, 'resolved'))) FROM n`;

const events = `${series} INSERT INTO event (letter_id, seq, tenant, at, kind, data)
  SELECT '${TENANT}-' || i, 1, '${TENANT}', ${receivedAt}, 'submitted', json_object('seq', 1, 'at', ${receivedAt}, 'kind', 'submitted') FROM n`;
