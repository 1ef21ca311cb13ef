/** What is said of files on their way. */
import type { Lang } from '../../contract/vocabulary.ts';
import type { Stage } from '../files/upload.ts';

const zh = {
  over: (count: number) => `最多附 5 个文件，有 ${count} 个没有加上。需要的话，寄出后可以在“查进度”里补充。`,
  underWay: (count: number) => `已加上 ${count} 个文件，正在上传。`,
  failed: (count: number) => `有 ${count} 个文件没有传上去，请看文件下面的说明。`,
  allIn: (count: number) => `${count} 个文件都已收到。`,
  remove: '去掉',
  progressOf: (name: string) => `上传进度：${name}`,
  sending: (percent: number) => `正在上传 ${percent}%`,
  stages: {
    queued: '等待上传',
    preparing: '正在整理照片',
    checking: '正在检查',
    done: '已收到',
  } as Record<Exclude<Stage, 'sending' | 'waiting' | 'failed'>, string>,
  offline: '网络断了，连上后会接着传。请先不要关掉这个网页。',
  busy: (time: string) => `现在传文件的人较多，${time} 会自动接着传。`,
  scanning: (time: string) =>
    `文件已经传到，安全检查暂时没有回应，${time} 会自动再试。也可以先去掉它，以后再补充。`,
  faults: {
    file_type: '只能附照片（JPEG、PNG、WebP）和 PDF。请去掉它，换一个文件，或者拍成照片再附。',
    file_too_small: '这个文件几乎是空的，可能没有存好。请打开看看，再重新选。',
    file_too_large: '这个文件超过 10 MB。请去掉它，换一张小一些的照片，或者把文件分成几份。',
    file_unreadable: '这个文件打不开，可能已经移走或者还在网盘里。请先存到手机或电脑上，再重新选。',
    not_found: '传了一半的文件已经失效。请再试一次。',
  } as Record<string, string | undefined>,
};

export type FileWords = typeof zh;

const en: FileWords = {
  over: (count) =>
    `5 files at most: ${count} ${count === 1 ? 'was' : 'were'} not added. You can add more under “Track” once the letter is sent.`,
  underWay: (count) => `${count} ${count === 1 ? 'file' : 'files'} added, uploading.`,
  failed: (count) => `${count} ${count === 1 ? 'file' : 'files'} did not arrive; see what is said below it.`,
  allIn: (count) => `${count === 1 ? 'The file has' : `All ${count} files have`} been received.`,
  remove: 'Remove',
  progressOf: (name) => `Progress: ${name}`,
  sending: (percent) => `Uploading ${percent}%`,
  stages: {
    queued: 'Waiting',
    preparing: 'Getting it ready',
    checking: 'Being checked',
    done: 'Received',
  },
  offline: 'The connection is down. It goes on when you are back online; please keep this page open.',
  busy: (time) => `Many files are arriving just now. This one goes on at ${time}.`,
  scanning: (time) =>
    `The file has arrived, but the safety check does not answer. It is tried again at ${time}. You can also remove it and add it later.`,
  faults: {
    file_type:
      'Only photos (JPEG, PNG, WebP) and PDF can be added. Remove it and choose another file, or take a photo of it.',
    file_too_small:
      'This file is nearly empty; it may not have been saved. Open it to see, and choose it again.',
    file_too_large:
      'This file is larger than 10 MB. Remove it and choose a smaller photo, or add the document in parts.',
    file_unreadable:
      'This file cannot be opened; it may have been moved, or is still in the cloud. Save it on this device and choose it again.',
    not_found: 'What was uploaded is no longer there. Please try again.',
  },
};

export const fileWords: Record<Lang, FileWords> = { 'zh-CN': zh, en };
