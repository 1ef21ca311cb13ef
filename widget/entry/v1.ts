import { HuixinBadge } from '../badge/badge.ts';
import { define } from '../base/define.ts';
import { HuixinFeed } from '../feed/feed.ts';
import { HuixinLetterbox } from '../letterbox/letterbox.ts';
import { HuixinNotices } from '../notices/notices.ts';

define('huixin-letterbox', HuixinLetterbox);
define('huixin-feed', HuixinFeed);
define('huixin-notices', HuixinNotices);
define('huixin-badge', HuixinBadge);
