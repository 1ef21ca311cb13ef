/** The surnames of some 99 % of all people; the frequent ones first, so that a missing one is easily told. */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石' +
  '廖贾夏韦傅付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐乔伍庞颜倪常易赖洪庄聂章鲁岳翟' +
  '殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农' +
  '司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池' +
  '查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺盘满闻厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰卿狄' +
  '索宣晋初云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况宿鲜印逯隆茹诺战慕危玉银亢嵇哈湛宾戎勾茅利於呼居' +
  '揭干尉冶斯束檀衣展阴昝智幸奉植衡富尧闭单';

const DOUBLE =
  '欧阳|上官|皇甫|司徒|司马|诸葛|慕容|令狐|尉迟|公孙|夏侯|东方|申屠|鲜于|宇文|长孙|独孤|南宫|西门|端木|轩辕|拓跋|呼延|闻人|澹台|淳于|单于|赫连|钟离|濮阳';

/** Source of a pattern for one surname. */
export const SURNAME = `(?:${DOUBLE}|[${SINGLE}])`;

const AT_START = new RegExp(`^${SURNAME}`);

/** The surname that the text begins with, or ''. */
export function surnameAt(text: string): string {
  return AT_START.exec(text)?.[0] ?? '';
}
