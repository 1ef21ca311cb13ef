/** Files: choosing them, what was refused and why, and those that came with letters and replies. */
import type { FileType } from '../../contract/limits.ts';
import type { Lang } from '../../contract/vocabulary.ts';

const zh = {
  label: '照片和文件',
  hint: (count: number, months: number) =>
    `最多 ${count} 个，每个不超过 10 MB，照片（JPEG、PNG、WebP）或 PDF。照片里的拍摄地点和手机型号会自动去掉。除非您同意公开，只有办理部门能看到；办结 ${months} 个月后删除。`,
  more: '手机一次只能选一张时，选好一张就按页尾的“先存文件”，再选下一张。',
  add: '先存文件，接着写',
  added: {
    letter: (count: number) => `已存好 ${count} 个文件，还没有寄出。写好后请按“寄出”。`,
    supplement: (count: number) => `已存好 ${count} 个文件，还没有寄出。写好后请按“寄出补充”。`,
  },
  nothingAdded: '还没有选文件。请先选照片或 PDF，再按“先存文件”。',
  kept: (count: number) => `已经传好 ${count} 个，会一起寄出：`,
  unchecked: '已传到，还没有检查完',
  remove: '不寄这个',
  nameless: '没有名字的文件',
  problem: (name: string, words: string) => `“${name}”没有收下：${words}`,
  passing: (name: string, words: string) => `“${name}”：${words}`,
  problems: (count: number) => `有 ${count} 个文件没有收下，原因写在“照片和文件”那里`,
  without: '其余的都还在。不带它也可以，直接再寄一次就行。',
  tooMany: (count: number) => `一次最多 ${count} 个文件。请先去掉一个，或者寄出后到“查进度”里补充。`,
  busy: '现在传文件的人较多。请过一分钟再选一次。',
  waiting: '已经传到，还在排队检查。请过几秒再按一次。',
  gone: '传好后超过 24 小时没有寄出，已经删除。请重新选择。',
  used: '已经随上一封信寄到。这封信也要用的话，请重新选择。',
  listed: '附件',
  types: {
    'image/jpeg': '照片',
    'image/png': '图片',
    'image/webp': '图片',
    'application/pdf': 'PDF 文件',
  } as Record<FileType, string>,
  download: '下载',
  received: (count: number) => `收到 ${count} 个文件`,
};

export type FileWords = typeof zh;

const some = (count: number): string => (count === 1 ? 'One file is' : `${count} files are`);

const en: FileWords = {
  label: 'Photos and documents',
  hint: (count, months) =>
    `Up to ${count}, each no more than 10 MB: photos (JPEG, PNG, WebP) or PDF. The place and the phone’s model are removed from photos. Unless you agree to publication, only the department sees them. They are deleted ${months} months after the letter is closed.`,
  more: 'If your phone takes one at a time, press “Keep the files” at the end of the page after each.',
  add: 'Keep the files, go on writing',
  added: {
    letter: (count) => `${some(count)} kept and not sent yet. Press “Send” when you have finished.`,
    supplement: (count) => `${some(count)} kept and not sent yet. Press “Send this” when you have finished.`,
  },
  nothingAdded: 'No file was chosen. Choose a photo or a PDF first, then press “Keep the files”.',
  kept: (count) =>
    count === 1 ? 'One file is here and will be sent:' : `${count} files are here and will be sent:`,
  unchecked: 'arrived, not checked yet',
  remove: 'Leave this out',
  nameless: 'file without a name',
  problem: (name, words) => `“${name}” was not taken. ${words}`,
  passing: (name, words) => `“${name}”: ${words}`,
  problems: (count) => `${count} files were not taken; the reasons stand under “Photos and documents”`,
  without: 'Everything else is still here. To do without it, just send once more.',
  tooMany: (count) => `${count} files at most. Leave one out, or add it later under “Track”.`,
  busy: 'Many people are sending files just now. Choose it again in a minute.',
  waiting: 'It has arrived and waits to be checked. Press the button again in a few seconds.',
  gone: 'It was not sent within 24 hours and was removed. Please choose it again.',
  used: 'It was sent with the letter before. If this letter needs it too, choose it again.',
  listed: 'Files',
  types: { 'image/jpeg': 'photo', 'image/png': 'picture', 'image/webp': 'picture', 'application/pdf': 'PDF' },
  download: 'Download',
  received: (count) => (count === 1 ? 'one file' : `${count} files`),
};

export const fileWords: Record<Lang, FileWords> = { 'zh-CN': zh, en };
