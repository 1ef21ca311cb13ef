/** Texts that the demo's officers write replies from: how a coordinator might begin (常用语与知识库). */
import type { TemplatePage } from '../../contract/templates.ts';
import type { Kind } from '../../contract/vocabulary.ts';
import type { Client } from '../../cli/client.ts';

interface DemoTemplate {
  title: string;
  kinds: readonly Kind[];
  /** By name; left out: for all. */
  department?: string;
  body: string;
}

const templates: readonly DemoTemplate[] = [
  {
    title: '核查属实，已经处理',
    kinds: ['complaint', 'help', 'report'],
    body: '您好。您反映的【待填：什么事】，我们于【待填：日期】到现场核查，情况属实：【待填：查明的情况】。\n依据【待填：规定的名称和条款】，已【待填：做了什么】。\n如果问题再次出现，请打【待填：电话】，找【待填：姓名或科室】。',
  },
  {
    title: '情况不符，说明理由',
    kinds: ['complaint', 'report'],
    body: '您好。您反映的【待填：什么事】，我们于【待填：日期】核查，查明：【待填：查明的情况】，与来信所说不同的是【待填：不同之处】。\n依据【待填：规定的名称和条款】，【待填：结论】。\n您手里如有照片、票据等材料，可以带到【待填：地点】，或打【待填：电话】告诉我们。',
  },
  {
    title: '列入计划，写明日期',
    kinds: ['suggestion', 'complaint', 'help'],
    body: '您好。您提出的【待填：什么事】，我们研究后决定采纳，列入【待填：计划名称】，【待填：日期】前完成。\n现在不能马上办的原因是【待填：原因】。\n办好后我们会在这里告诉您；想了解进展，请打【待填：电话】。',
  },
  {
    title: '社保卡补办：地点、材料、时间',
    kinds: ['inquiry'],
    department: '市人社局',
    body: '您好。社保卡丢失，先打 12333 挂失，再带本人身份证到市政务服务中心一楼社保窗口或任一合作银行网点补办，当场领卡，不收费。\n办理时间：周一至周五 8:30–17:00，周六 9:00–16:00。\n您咨询的【待填：具体问题】，【待填：答案】。电话 0724-2345678。',
  },
  {
    title: '养老保险：外地缴费合并计算',
    kinds: ['inquiry'],
    department: '市人社局',
    body: '您好。依据《社会保险法》第十九条，个人跨统筹地区就业的，基本养老保险关系随本人转移，缴费年限累计计算。\n请先在国家社会保险公共服务平台申请“关系转移”，一般 15 个工作日办完；查到您的记录：【待填：查询结果】。\n转移中有问题，请打 0724-2345678，找【待填：科室】。',
  },
];

/** Only where there are none: what a coordinator keeps is theirs. */
export async function keepTemplates(
  client: Client,
  tenant: string,
  departments: readonly { id: string; name: string }[],
): Promise<void> {
  const { items } = (await client.get(`/v1/staff/templates?tenant=${tenant}&limit=1`)) as TemplatePage;
  if (items.length > 0) return;
  for (const { department, ...content } of templates) {
    const id = departments.find(({ name }) => name === department)?.id ?? null;
    await client.post('/v1/staff/templates', { tenant, ...content, department: id });
  }
}
