/** By which words each of the four parts of a reply is told. Patterns are for the text of a `Plain`, mostly one clause of it. */

const any = (...sources: string[]) => new RegExp(sources.join('|'));

/** Somebody looked, asked or measured, and what came of it. */
export const FACTS = any(
  '经(?!常|营|过|济|费|办|手|历|销)[^,。;]{0,14}(?:查|核|了解|走访|测|勘|排|统计|比对|调|鉴|检|看)',
  '统计了|(?:经|第三方|我们)[^,。;]{0,12}(?:统计|测算|评估)|发现(?!问题请|.{0,4}(?:拨|打|举报))|抽检|查了|登船|未见|核实|核查|核对|调查|勘查|勘察|踏勘|查看|看过|检查|排查|巡查|查过|查到|查明|查获|摸底|清点|暗访|我们看|去看|到您家',
  '实地|现场|走访|上门|到场|约谈|取证|会商|召集|问卷|打捞|调取|调阅|调看|观测',
  '丈量|测量|测得|实测|检测|监测|抽样|抽查|采样|检定|鉴定',
  '属实|原因是|(?:所致|造成)的?$|系[^,。;]{2,20}(?:所致|引起|造成)',
  '是[^,。;]{2,20}(?:烧坏|堵死|损坏|老化|破裂|所致|引起|造成|不足|[烧坏断堵锈裂漏](?:了|$))|因[^,。;]{2,16}(?:停|损|坏|断|故障|未|被)',
  '确(?:系|实|属|已|有|未|涉|需)',
  '\\b(?:found|checked|inspected|visited|measured|investigated|looked at|examined|caused by|we (?:have )?(?:sent|seen|walked|looked))\\b',
);
/** 已安排核查 is yet to be found. */
export const PLANNED = /将|(?<!委)会(?!同|商|议)|安排|正在|责成|尽快|组织|请(?!求)|由(?!于)|\bwill\b/;

/** A rule by its name, its article or its number, or in its own words; 按照有关规定 names none. */
export const GROUNDS = any(
  '《[^》]{2,60}》|第[\\d一二三四五六七八九十百零〇]{1,6}[条款章项]|〔\\d{4}〕',
  '[一二三四]、(?:办理|政策|法律|法规)?依据[。:\\n]',
  '(?:根据|依据|依照|按照|按(?![照期时摩钮月年日次量份])|遵照)(?!有关|相关|国家法律|规定|要求|程序|政策)[^,。;]{2,40}(?:规定|办法|条例|标准|规范|细则|导则|实施意见|法)(?!规)',
  '(?<!有关|相关|政策|法规)(?:规定|标准|办法|条例)(?:要求|[,:])|(?<!有关|相关)的规定(?![处办执进])',
  '应当|(?<!迫)不得(?![已不])|合同约定',
  '\\b(?:under|according to|in line with|pursuant to|as required by) (?:the |our |article|section|rule|regulation|by-?law|[^.,;]{0,40}(?:act|law|rules|regulations|code|contract))',
  '\\b(?:section|article) \\d',
);

/** Something was done, ordered, paid, decided, or refused. */
export const RESULT = any(
  '修复|修好|维修|更换|换(?:好|上|了|装)|安装|装(?:好|上|了|灯)|加装|加固|敷设|冲洗|疏通|清(?:运|理|掏|除|退|淤)|恢复|接通|通水|亮灯|关阀',
  '改(?:为|在|至|到)|改造|优化|延至|重划|施划|增设|新建|选址|设(?:置|岗|了|女)|固定|围挡|补种|撒播|抛石|喷药|消杀|进场|开工|动工|投用|启用|开通|开放|开餐|开诊',
  '责令|罚款|罚没|处罚|处以|没收|封存|立案|查处|查扣|取缔|停业|停班|停运|停工|停止|吊销|移交|移送|拆除|报案|报警|限速|限行|设限|劝离|劝导|清退|整改|批评教育|通报|记入',
  '退还|退回|退给|全额|赔偿|赔付|补发|补齐|支付|发放|拨付|打入|减免|免收|缴纳|领取|发送|送达|送回',
  '代办|办好|装完|清出|退到|照发|补打|取消|责任书|(?:今|昨|前)(?:天|晚|早|日)[^,。;]{0,12}[换修清补装]|调解|同意|承诺|签(?:了|订)|商定|审批通过|通过(?=评审|审批|审核|验收|检验|审查)|核定|认定|符合|不符合|分配|中签|更正|撤销|驳回|不予|不能|无法|不允许|暂未|不再|道歉|改约|接管',
  '(?:清|搬|运|拉|撤|移|拖|挪|铲)(?:走|离)|焊|紧固|拧紧|垫(?:高|平|上|了)|铺(?:好|设|上|了)|填(?:平|补|埋)|粉刷|返还|追回|约谈了|报建',
  '送检|化验|调拨|调配|增配|调整|增至|预留|保留|预约|列入|纳入|立项|公示|报批|申报|出具|张榜|实现|引导|值守|(?<!电话)值班(?!电话|室|热线)|完成|完毕',
  '\\b(?:repaired|replaced|restored|fixed|cleaned|removed|installed|fined|refunded|paid|completed|closed|opened|updated|linked|marked|taken down|refused|cannot)\\b',
  '\\b(?:been|was|were) (?:put|taken|sent)\\b|\\bwe have put\\b|\\bwill be (?:put|filled|repaired|replaced)\\b',
);
/** 将认真核实处理 is a phrase, not a result: what is to come counts where a day is said. */
export const TO_COME = /将|会(?!同|商|议)|尽快|尽早|早日|正在|争取|努力|认真|研究|拟|\bwill\b/;
/** What is always said, of no letter in particular: 发现一起、查处一起. */
export const SLOGAN =
  /(?:发现|查处|处理|整改)一[起处个]|零容忍|[绝决]不(?:姑息|手软|允许|让|放过)|举一反三|标本兼治|获得感|幸福感|安全感|无小事|好事办好|实事办实|放在心上|抓在手上|落到实处|一抓到底|钉钉子|之所[急想忧盼]|为中心|件件有|事事有|常抓不懈|持之以恒|久久为功|从[严重]从[快重严]|高压态势|重拳出击|露头就打|(?:重点|督办|工作)(?:清单|台账|日程)|多措并举|全力以赴|尽职尽责|(?:一贯|始终|一直)(?:坚持|严格|秉持)/;
export const PHRASE = any(
  SLOGAN.source,
  '(?:依法|妥善|认真|积极|及时|严肃|予以|尽快|得到|协调|核实|核查|调查|了解|研究)[^,。;]{0,6}(?:处理|解决|处置|办理|落实|答复)',
  '高度重视|收悉|收到|受理|(?:已|批|将)?转(?:办|交|至|到|达|给|由)|(?:列入|纳入)议事日程',
  '(?:不属于?|不在|并非)[^,。;]{0,8}(?:职责|职权|管辖)|无权',
);

/** To a question: what may be done, where, for how much, until when. */
export const ANSWER = any(
  '可(?!能|行|以理解)|不用|不需|无需|免费|有。|没有|需|应|携?带|(?<![支坚保维主扶])持|凭|办理(?!中|情况)|不限|参保|享受',
  '每[人月年天场]|\\d(?:元|个工作日|周岁|%|:\\d\\d)|标准|截止|开放|当场',
  '\\b(?:yes|no|you can|costs?|free|is open|stays open|apply|bring)\\b|\\d\\d? (?:working )?days',
);
/** Where else to ask is no answer. */
export const ASK_THERE = /咨询|反映|联系|关注|为准|满意|欢迎/;

/** With an area code, a mobile one, a free one; shorter ones where a word says that they are telephones. */
export const PHONE = any(
  '(?<!\\d)0\\d{2,3}\\)?[- ]?\\d{7,8}(?!\\d)|(?<!\\d)1[3-9]\\d{9}(?!\\d)|(?<!\\d)400[- ]?\\d{3}[- ]?\\d{4}(?!\\d)',
  '(?:拨打|致电|电话|热线|联系|\\bcall|\\btel|\\bphone)[^,。;\\d]{0,8}(?:[2-8]\\d{6,7}|12\\d{3}|9[56]\\d{3,4}|1[12]\\d)(?!\\d)',
  '(?<!\\d)12(?:3\\d\\d|119|122)(?:热线|平台|投诉|举报|服务)',
);
