/** What departments published unasked: in the first quarter of 2011 five, by three units; today somewhat more. */
import type { z } from 'zod';
import type { importNotice } from '../../contract/imports.ts';
import type { Day } from '../../core/calendar.ts';
import type { Instant } from '../../core/events.ts';
import { addDays } from '../../core/local-time.ts';
import { dayIn, spoken, stampOf, timeOn, workdayFrom } from './days.ts';

export type NoticeRow = z.input<typeof importNotice> & { title: string };

const at = (day: Day, hour: number, minute: number) => stampOf(timeOn(day, hour, minute));

export const notices2011: readonly NoticeRow[] = [
  {
    department: '市旅游局',
    published_at: at('2011-01-18', 9, 40),
    title: '春节黄金周旅游安全和价格提示',
    body: '春节假期为2月2日至8日。全市景区门票执行公示价格，不得临时涨价。\n出游请选择有资质的旅行社并签订合同，游船、索道请按提示使用安全设备。\n假日期间投诉电话24小时有人接听。',
  },
  {
    department: '市供水公司',
    published_at: at('2011-01-25', 15, 10),
    title: '寒潮期间供水设施防冻须知',
    body: '未来一周最低气温将降到零下6度。请用户检查室外水管和水表井，用旧棉絮、泡沫包裹裸露的部分，夜间关闭朝北房间的窗户。\n水表冻裂请先关闭表前阀，再拨打抢修热线，表前设施免费更换。',
  },
  {
    department: '市出租办',
    published_at: at('2011-02-22', 10, 5),
    title: '关于规范出租汽车使用计价器的通告',
    body: '即日起开展为期一个月的计价器专项检查。载客不打表、不给本车发票的，乘客可以拒付车费并投诉。\n检查结果每周公布一次。',
  },
  {
    department: '市供水公司',
    published_at: at('2011-03-09', 8, 50),
    title: '象山大道北段管道改造停水公告',
    body: '因主管道改造，3月12日22时至13日6时，象山大道北段、工商街沿线停水，请提前储水。\n消防用水不受影响。恢复供水初期水质可能发黄，请放水几分钟后使用。',
  },
  {
    department: '市旅游局',
    published_at: at('2011-03-24', 16, 20),
    title: '油菜花旅游季交通和停车安排',
    body: '3月26日至4月17日周末，前往花海方向实行单向通行，设置临时停车场四处，均不收费。\n乡村农家乐实行明码标价，欢迎监督。',
  },
];

interface Draft {
  department: string;
  daysAgo: number;
  title: string;
  /** `day` is some days after publication, as people write it. */
  body: (day: (after: number) => string) => string;
}

const JINGMEN: readonly Draft[] = [
  {
    department: '市供水公司',
    daysAgo: 1,
    title: '泉口路管网检修停水公告',
    body: (day) =>
      `因阀门更换，${day(3)}23时至次日5时，泉口路、海慧路部分小区停水，影响用户约2,300户。请提前储水。\n桂花苑、泉口家园设临时取水点，70岁以上独居老人可电话预约送水。`,
  },
  {
    department: '市人社局',
    daysAgo: 4,
    title: '灵活就业社会保险补贴本批次申报开始',
    body: (day) =>
      `本批次申报从${day(1)}开始，到${day(30)}截止。就业困难人员带身份证、缴费凭证到社区便民服务站办理，也可以网上申报。\n没有名额限制，审核结果公示5个工作日。`,
  },
  {
    department: '市房管局',
    daysAgo: 9,
    title: '本季度商品房预售许可公示',
    body: () =>
      '本季度新核发预售许可证6个，涉及住宅1,128套，楼盘名称、楼栋和监管账户见附表。\n没有列入的项目现阶段不得收取定金、诚意金等任何费用。',
  },
  {
    department: '市卫生局',
    daysAgo: 13,
    title: '流感疫苗接种安排',
    body: (day) =>
      `各社区卫生服务中心从${day(2)}起每周二、四、六接种流感疫苗。65岁以上老人、慢性病患者请优先预约。\n接种后请留观30分钟。`,
  },
  {
    department: '市旅游局',
    daysAgo: 21,
    title: '漳河片区露营区域征求意见',
    body: (day) =>
      `拟在漳河片区划定3处露营区，配备垃圾收集和取水设施，水源保护区内禁止露营。意见征集到${day(15)}为止，可以在本站写信提出。`,
  },
  {
    department: '市物价局',
    daysAgo: 26,
    title: '主要副食品价格监测周报',
    body: () =>
      '本周监测的24种蔬菜均价比上周下降3.1%，猪肉持平，鸡蛋上涨1.4%。白庙、南台、浏河三个市场的价格明细见附表。',
  },
  {
    department: '市出租办',
    daysAgo: 33,
    title: '夜间出租汽车保障运力调整',
    body: (day) =>
      `从${day(3)}起，每天22时至次日1时增加30辆夜班保障车，重点覆盖火车站、市第四医院和长宁大道商圈。叫车不收调度费。`,
  },
  {
    department: '市人社局',
    daysAgo: 47,
    title: '根治欠薪专项行动举报方式',
    body: () =>
      '各在建工地应当在门口公示工资专用账户、施工总承包单位和投诉电话。被拖欠工资的务工人员可以带记工凭证到市劳动监察支队登记，也可以在本站写信。',
  },
  {
    department: '市供水公司',
    daysAgo: 61,
    title: '出厂水和管网水质检测结果',
    body: () =>
      '本月检测出厂水42项、管网末梢水7项，合格率100%。检测点位和各项数据见附表，市民可预约参观水质检测中心。',
  },
  {
    department: '市盐务管理局',
    daysAgo: 78,
    title: '无碘盐销售点名单',
    body: () => '市区设无碘盐销售点11个，各乡镇配送站均可预订，三天内送到，不需要医院证明。名单见附表。',
  },
  {
    department: '市房管局',
    daysAgo: 96,
    title: '公共租赁住房配租结果公示',
    body: (day) =>
      `本批配租186套，摇号结果公示到${day(15)}。对名单有异议的可以来信或到住房保障科反映，我们保护反映人的信息。`,
  },
  {
    department: '市卫生局',
    daysAgo: 124,
    title: '二次供水单位卫生监督抽检情况',
    body: () =>
      '抽检二次供水单位38家，合格35家。3家不合格单位的名称、项目和整改期限已公布，整改后复检合格才能恢复供水。',
  },
  {
    department: '市旅游局',
    daysAgo: 151,
    title: '暑期一日游合同提示',
    body: () => '签订一日游合同前请核对购物次数、自费项目和退团条款。合同写明不进店的，导游不得安排购物。',
  },
];

const ZHUXI: readonly Draft[] = [
  {
    department: '县交通运输局',
    daysAgo: 6,
    title: '冬季农村客运班线时刻调整',
    body: (day) =>
      `从${day(4)}起，泉溪、丰溪方向末班车提前到16时30分发车。结冰路段临时停运时，将在招呼站和本站同时公告。`,
  },
  {
    department: '县教育局',
    daysAgo: 19,
    title: '校园食堂家长开放日安排',
    body: () => '全县中小学每月最后一个周三为食堂开放日，家长可以查看采购台账、陪餐。预约请与班主任联系。',
  },
  {
    department: '县农业农村局',
    daysAgo: 40,
    title: '秋播油菜良种补贴发放名单',
    body: (day) => `补贴名单在各村公示栏和本站同时公布，到${day(10)}为止接受查询和更正。`,
  },
  {
    department: '县住建局',
    daysAgo: 88,
    title: '农村危房改造年度计划公示',
    body: () => '本年度计划改造农村危房64户，名单、补助标准和完成时限见附表。',
  },
];

export const jingmenNotices = (now: Instant): NoticeRow[] => dated(JINGMEN, now);
export const zhuxiNotices = (now: Instant): NoticeRow[] => dated(ZHUXI, now);

/** In the order of publication, on working days, none of them ahead of `now`. */
function dated(drafts: readonly Draft[], now: Instant): NoticeRow[] {
  return drafts
    .map(({ department, daysAgo, title, body }, index) => {
      const wanted = addDays(dayIn(now), -daysAgo);
      const work = workdayFrom(wanted);
      const day = work < dayIn(now) ? work : wanted;
      const text = body((after) => spoken(addDays(day, after), day));
      return { department, published_at: at(day, 9 + (index % 7), (index * 13) % 60), title, body: text };
    })
    .toReversed();
}
