/** A person at a keyboard: no mouse, no focus from outside, no field filled but by typing into what has the focus. */
import { expect, type Page } from '@playwright/test';
import { focused } from './in-page.ts';

type Role = Parameters<Page['getByRole']>[0];

export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Tabs until the control of that role and name has the focus; every stop on the way has to be seen. */
  async to(role: Role, name: string | RegExp, most = 60): Promise<void> {
    await this.#seek('Tab', role, name, most);
  }

  /** The same backwards. */
  async back(role: Role, name: string | RegExp, most = 60): Promise<void> {
    await this.#seek('Shift+Tab', role, name, most);
  }

  async write(name: string, text: string): Promise<void> {
    await this.to('textbox', name);
    await this.page.keyboard.type(text);
  }

  /** Chooses one of the radio buttons at the next stop, whichever of them Tab comes to; a hint may follow its name. */
  async choose(group: string | RegExp, name: string): Promise<void> {
    const radios = this.page.getByRole('group', { name: group }).getByRole('radio');
    for (
      let stop = 0;
      !(await radios.evaluateAll((all) => all.some((one) => one.matches(':focus'))));
      stop++
    ) {
      expect(stop, `Tab comes to ${group}`).toBeLessThan(60);
      await this.#press('Tab');
    }
    const wanted = radios.and(this.page.getByRole('radio', { name: new RegExp(`^${name}(?: |$)`) }));
    for (let step = 0; !(await this.#has(wanted)); step++) {
      expect(step, `arrows come to ${name}`).toBeLessThan(10);
      await this.#press('ArrowDown');
    }
    await this.page.keyboard.press('Space');
    await expect(wanted).toBeChecked();
  }

  /** Picks from a closed list by the arrow keys. */
  async pick(name: string, option: string): Promise<void> {
    await this.to('combobox', name);
    const list = this.page.getByRole('combobox', { name, exact: true });
    const picked = () => list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label);
    for (let step = 0; (await picked()) !== option; step++) {
      expect(step, `arrows come to ${option}`).toBeLessThan(20);
      await this.#press('ArrowDown');
    }
  }

  /** Presses a key on what has the focus; the focus has to be somewhere afterwards, when `done` is there. */
  async act(key: 'Enter' | 'Space', done: () => Promise<unknown>): Promise<void> {
    await this.page.keyboard.press(key);
    await done();
    await expect
      .poll(() => this.page.evaluate(focused).then((stop) => stop?.what ?? null), 'the focus is not lost')
      .not.toBeNull();
  }

  async #seek(key: 'Tab' | 'Shift+Tab', role: Role, name: string | RegExp, most: number): Promise<void> {
    const wanted = this.page.getByRole(role, { name, exact: true });
    const passed: string[] = [];
    while (!(await this.#has(wanted))) {
      expect(
        passed.length,
        `${key} comes to ${role} “${name}”; passed ${passed.slice(-12).join(', ')}`,
      ).toBeLessThan(most);
      passed.push(await this.#press(key));
    }
  }

  async #press(key: string): Promise<string> {
    await this.page.keyboard.press(key);
    const stop = await this.page.evaluate(focused);
    if (stop === null) return 'the browser’s own bar';
    expect(stop.ringed, `a ring around ${stop.what}`).toBe(true);
    expect(stop.inSight, `${stop.what} in sight`).toBe(true);
    return stop.what;
  }

  #has(wanted: ReturnType<Page['getByRole']>): Promise<boolean> {
    return wanted.evaluateAll((all) => all.some((one) => one.matches(':focus')));
  }
}
