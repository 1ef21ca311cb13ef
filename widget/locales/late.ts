/** What several of the views that come later say; what is said from the start stands in `common.ts`. */
import type { Lang } from '../../contract/vocabulary.ts';

const zh = {
  loading: '正在读取…',
  back: '返回',
  failed: '没有办成。请过一会儿再试。',
  offline: '网络断了。请连上网络后再试。',
  tooMany: (time: string) => `操作得太快了，请在 ${time} 以后再试。`,
};

type LateWords = typeof zh;

const en: LateWords = {
  loading: 'Loading…',
  back: 'Back',
  failed: 'That did not work. Please try again in a moment.',
  offline: 'The connection is down. Please try again when you are back online.',
  tooMany: (time) => `That was too fast. Please try again after ${time}.`,
};

export const lateWords: Record<Lang, LateWords> = { 'zh-CN': zh, en };
