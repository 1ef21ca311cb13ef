/** Why an address is refused, at the field. */
import type { Lang } from '../../contract/vocabulary.ts';
import type { UrlFault } from './webhook-url.ts';

export const urlWords: Record<Lang, Record<UrlFault, string>> = {
  'zh-CN': {
    'not-https': '请填 https 开头的地址，消息不能明文传送。',
    credentials: '地址里不能带用户名和密码；签名已经能证明消息是谁发的。',
    port: '请用 443 或 8443 端口。',
    private: '请填公网上的域名。IP 地址、内网和本机的名称、本服务自己的地址都不能用。',
    malformed: '这不是一个完整的网址，请从 https:// 开始填，不带 # 后面的部分。',
  },
  en: {
    'not-https': 'Use an address that begins with https: messages must not travel in the clear.',
    credentials: 'Leave out user name and password; the signature proves who sends.',
    port: 'Use port 443 or 8443.',
    private:
      'Use a public host name. IP addresses, names of private networks and this service’s own address are refused.',
    malformed: 'This is not a whole address. Begin with https:// and leave out what follows a #.',
  },
};
