/**
 * The yardstick: what somebody would write with Lit alone to show the letterbox's fields and fetch its profile. No
 * draft, no faults, no second language, no other views; nothing is left out that the form shows.
 */
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Profile } from '../../../contract/tenants.ts';
import { KINDS, type Kind } from '../../../contract/vocabulary.ts';

const KIND_NAMES: Record<Kind, string> = {
  inquiry: '咨询',
  complaint: '投诉',
  suggestion: '建议',
  help: '求助',
  report: '反映',
};

@customElement('minimal-letterbox')
export class MinimalLetterbox extends LitElement {
  static override styles = css`
    :host {
      display: block;
      padding: 16px;
      line-height: 1.75;
      color: #1c2733;
      background: #fff;
    }
    * {
      box-sizing: border-box;
    }
    form > * + * {
      margin-top: 20px;
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
      min-width: 0;
    }
    p {
      margin: 0;
    }
    .label,
    legend {
      display: block;
      padding: 0;
      font-weight: 600;
    }
    .hint {
      font-size: 14px;
      font-weight: 400;
      color: #4a5561;
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .choice {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-height: 44px;
      padding: 4px 14px;
      border: 1px solid #7d8894;
      border-radius: 6px;
    }
    .columns {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 12em), 1fr));
      gap: 8px 16px;
    }
    .input {
      display: block;
      width: 100%;
      min-height: 44px;
      padding: 7px 12px;
      font: inherit;
      border: 1px solid #7d8894;
      border-radius: 6px;
    }
    textarea.input {
      min-height: 9.5em;
      resize: vertical;
    }
    button {
      min-height: 44px;
      padding: 8px 32px;
      font: inherit;
      font-weight: 600;
      color: #fff;
      background: #1f5a8c;
      border: 0;
      border-radius: 6px;
    }
    :focus-visible {
      outline: 3px solid #1f5a8c;
      outline-offset: 2px;
    }
  `;

  @property() tenant = '';
  @state() private profile: Profile | null = null;
  @state() private kind: Kind = 'inquiry';
  @state() private status = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const { profile } = this;
    const kinds = profile?.kinds ?? KINDS.map((id) => ({ id, name: KIND_NAMES[id], replyDays: 0 }));
    const days = kinds.find(({ id }) => id === this.kind)?.replyDays;
    return html`<form @submit=${this.send}>
      <p>寄给 <strong>${profile?.name ?? '…'}</strong></p>
      <fieldset>
        <legend>您想做什么？</legend>
        <div class="choices">
          ${kinds.map(
            ({ id, name }) =>
              html`<label class="choice">
                <input
                  type="radio"
                  name="kind"
                  value=${id}
                  .checked=${id === this.kind}
                  @change=${() => (this.kind = id)}
                />
                ${name}
              </label>`,
          )}
        </div>
        <p class="hint term">
          ${profile ? `${profile.acceptDays} 个工作日内受理，${days} 个工作日内答复` : ' '}
        </p>
      </fieldset>
      <div>
        <label class="label" for="department">写给哪个部门？</label>
        <select class="input" id="department" name="department">
          <option value="">我不清楚，请帮我转给合适的部门</option>
          ${profile?.departments.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
        </select>
      </div>
      <div>
        <label class="label" for="title">标题</label>
        <p class="hint" id="title-hint">用一句话说清是什么事</p>
        <input class="input" id="title" name="title" aria-describedby="title-hint" maxlength="100" required />
      </div>
      <div>
        <label class="label" for="body">正文</label>
        <p class="hint" id="body-hint">时间、地点、经过，以及您希望怎样解决</p>
        <textarea
          class="input"
          id="body"
          name="body"
          aria-describedby="body-hint"
          maxlength="5000"
          required
        ></textarea>
      </div>
      <div>
        <label class="label" for="files">照片或文件 <span class="hint">（选填）</span></label>
        <p class="hint" id="files-hint">照片或 PDF，最多 5 个，每个不超过 10 MB。</p>
        <input
          class="input"
          id="files"
          name="files"
          type="file"
          multiple
          accept="image/jpeg,image/png,image/webp,application/pdf"
          aria-describedby="files-hint"
        />
      </div>
      <fieldset>
        <legend>联系方式 <span class="hint">（选填）</span></legend>
        <p class="hint">
          只有办理部门能看到，每次查看都有记录，办结 ${profile?.retentionMonths ?? ''}
          个月后删除。留下邮箱，有进展会发邮件告诉您。
        </p>
        <div class="columns">
          <div>
            <label for="name">姓名</label>
            <input class="input" id="name" name="name" autocomplete="name" />
          </div>
          <div>
            <label for="phone">电话</label>
            <input class="input" id="phone" name="phone" type="tel" autocomplete="tel" />
          </div>
          <div>
            <label for="email">邮箱</label>
            <input class="input" id="email" name="email" type="email" autocomplete="email" />
          </div>
        </div>
      </fieldset>
      <div>
        <label class="choice"><input type="checkbox" name="publish" /> 同意公开这封信和答复</label>
        <p class="hint">工作人员会先隐去个人信息再公开。您随时可以撤回同意。</p>
      </div>
      <div>
        <button type="submit">寄出</button>
        <p class="hint">寄出后您会得到信件编号、查询码和答复日期。</p>
        <p role="status">${this.status}</p>
      </div>
    </form>`;
  }

  private async load(): Promise<void> {
    try {
      this.profile = await this.call<Profile>('');
    } catch {
      this.status = '现在连不上信箱。';
    }
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { publish, ...letter } = Object.fromEntries(new FormData(event.target as HTMLFormElement));
    this.status = '正在寄出…';
    try {
      const { number } = await this.call<{ number: string }>('/letters', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...letter, publish: publish === 'on' }),
      });
      this.status = `信已寄到，编号 ${number}`;
    } catch {
      this.status = '没有办成。请过一会儿再试。';
    }
  };

  private async call<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await fetch(`/v1/tenants/${this.tenant}${path}?lang=zh-CN`, init);
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return (await response.json()) as T;
  }
}
