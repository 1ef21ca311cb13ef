import { HuixinBadge } from '../badge/badge.ts';
import { define } from '../base/define.ts';

define('huixin-badge', HuixinBadge);
