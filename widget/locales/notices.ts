import type { Lang } from '../../contract/vocabulary.ts';

const zh = { none: '还没有发布通知。', more: '再看一些' };

export type NoticesWords = typeof zh;

const en: NoticesWords = { none: 'Nothing has been published yet.', more: 'Show more' };

export const noticesWords: Record<Lang, NoticesWords> = { 'zh-CN': zh, en };
