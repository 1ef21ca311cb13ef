/** The widget's screens with files: on their way, in, refused, waiting; what erasing means. */
import type { Locator } from '@playwright/test';
import { file, paper } from '../support/photos.ts';
import { BODY, expect, LETTERBOX, send, TITLE, track, write } from '../widget/widget-test.ts';
import type { Screen } from './examine.ts';
import { ELDER, fresh, press, ready, TRACK, type WidgetTools } from './widget.screens.ts';

const choose = (box: Locator, ...files: ReturnType<typeof file>[]) =>
  box.locator('[name=files]').setInputFiles(files);

export const files: Screen<WidgetTools>[] = [
  {
    name: 'write, files on their way',
    show: async (tools) => {
      const { open, box, service } = tools;
      await fresh(tools);
      await open(LETTERBOX);
      await ready(box);
      service.uploads.mood.gate = new Promise<void>(() => {});
      await choose(box, file('通知书.pdf', paper(700)), file('合同.pdf', paper(900)));
      await write(box);
      await send(box);
      await expect(box.getByText('正在上传文件，传完后会自动寄出。')).toBeVisible();
    },
  },
  {
    name: 'write, files in, refused and waiting for the line',
    show: async (tools) => {
      const { open, box, service } = tools;
      await fresh(tools);
      await open(LETTERBOX, { lang: 'en' });
      await ready(box);
      await choose(box, file('通知书.pdf', paper(700)), file('run.jpg', Buffer.alloc(500)));
      await expect(box.getByText('Only photos')).toBeVisible();
      await send(box);
      await expect(box.locator('#files-fault')).toBeVisible();
      service.uploads.mood.partsLeft = 0;
      await choose(box, file('合同.pdf', paper(900)));
      await expect(box.getByText('please keep this page open')).toBeVisible();
    },
  },
  {
    name: 'files of a letter, large',
    elder: true,
    show: async (tools) => {
      const { open, box } = tools;
      await fresh(tools);
      await open(ELDER);
      for (const _ of ['kind', 'department']) await press(box, '下一步');
      await box.locator('[name=title]').fill(TITLE);
      await press(box, '下一步');
      await box.locator('[name=body]').fill(BODY);
      await press(box, '下一步');
      await choose(box, file('通知书.pdf', paper(700)), file('run.jpg', Buffer.alloc(500)));
      await expect(box.locator('.files .is-done')).toBeVisible();
      await press(box, '下一步');
      await expect(box.locator('#files-fault')).toBeVisible();
    },
  },
  {
    name: 'check everything, with files',
    elder: true,
    show: async ({ box }) => {
      await box.getByRole('button', { name: '去掉 run.jpg' }).click();
      for (const _ of ['files', 'contact', 'publish']) await press(box, '下一步');
      await expect(box.locator('.answers')).toContainText('通知书.pdf');
    },
  },
  {
    name: 'what erasing means, and files for a supplement',
    show: async (tools) => {
      const { open, box, service } = tools;
      await fresh(tools);
      await open(TRACK);
      await track(box, 'JM-2026-000123');
      await box.locator('summary', { hasText: '补充情况' }).click();
      await press(box, '删除我的联系方式');
      await expect(box.locator('.erasing')).toBeFocused();
      service.uploads.mood.gate = new Promise<void>(() => {});
      await choose(box, file('照片说明.pdf', paper(700)));
      await box.locator('[name=supplement]').fill('灯杆的照片');
      await press(box, '提交补充');
      await expect(box.getByText('正在上传文件，传完后会自动提交。')).toBeVisible();
    },
  },
];
