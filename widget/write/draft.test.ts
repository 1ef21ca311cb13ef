import { beforeEach, describe, expect, test } from 'vitest';
import { DraftSlot } from './draft.ts';
import { emptyValues } from './values.ts';

const values = {
  ...emptyValues(),
  title: '路灯坏了',
  name: '王小明',
  phone: '13912345678',
  email: 'w@example.cn',
};

function slot(): DraftSlot {
  const made = new DraftSlot();
  made.claim('jingmen');
  return made;
}

beforeEach(() => localStorage.clear());

describe('a draft on the device', () => {
  test('never holds contact details', () => {
    const first = slot();
    first.save(values, { key: 'k', hadContact: true });
    expect(JSON.stringify(localStorage)).not.toMatch(/王小明|13912345678|w@example/);
    expect(first.load()).toMatchObject({ title: '路灯坏了', key: 'k', hadContact: true });
    first.release();
  });

  test('knows of files by their ids alone', () => {
    const first = slot();
    const ids = ['a'.repeat(25)];
    first.save({ ...values, files: ids }, { key: 'k' });
    expect(first.load()).toMatchObject({ files: ids, key: 'k' });
    first.release();
  });

  test('has a place of its own for each letterbox on the page, which is free again afterwards', () => {
    const [first, second] = [slot(), slot()];
    first.save(values);
    expect(second.load()).toBeNull();
    first.release();
    const third = slot();
    expect(third.load()).toMatchObject({ title: '路灯坏了' });
    second.release();
    third.release();
  });

  test('is gone when the letter is emptied, and nonsense in its place is ignored', () => {
    const first = slot();
    first.save(values);
    first.save(emptyValues());
    expect(localStorage.length).toBe(0);
    for (const nonsense of ['{', 'null', '[]', '{"title":1}']) {
      localStorage.setItem('huixin-draft:jingmen', nonsense);
      expect(first.load()).toBeNull();
    }
    first.release();
  });
});
