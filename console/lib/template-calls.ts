/** Calls about texts that replies are written from, and letters like the one in hand. */
import type { input, output } from 'zod';
import type {
  Template,
  TemplatePage,
  changeTemplate,
  makeTemplate,
  similarPage,
} from '../../contract/templates.ts';
import { call } from './api.ts';

const templates = '/v1/staff/templates';
const pathOf = (id: string) => `${templates}/${encodeURIComponent(id)}`;

export const getTemplates = (
  tenant: string,
  query: { q?: string; cursor?: string | undefined; limit?: string } = {},
  signal?: AbortSignal,
) => call<TemplatePage>(templates, { query: { tenant, ...query }, ...(signal && { signal }) });
export const makeTemplateOf = (body: input<typeof makeTemplate>) =>
  call<Template>(templates, { method: 'POST', body });
export const changeTemplateOf = (id: string, body: input<typeof changeTemplate>) =>
  call<Template>(pathOf(id), { method: 'POST', body });
export const removeTemplateOf = (tenant: string, id: string) =>
  call<unknown>(pathOf(id), { method: 'DELETE', query: { tenant } });

export const getSimilar = (number: string) =>
  call<output<typeof similarPage>>(`/v1/staff/letters/${encodeURIComponent(number)}/similar`);
