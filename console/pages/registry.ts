/** The console's pages: who has them, where they stand in the navigation, and what is fetched when one is first visited. */
import { type TemplateResult, html } from 'lit';
import type { SessionRole } from '../lib/session.ts';
import type { Messages } from '../words/index.ts';
import './inbox-page.ts';

type StaffRole = SessionRole['role'];

export interface Page {
  /** The first part of its address: `#/stats`. */
  path: keyof Messages['pages'];
  roles: readonly StaffRole[];
  /** Fetches its code; absent where it comes with the console itself. */
  load?: () => Promise<unknown>;
  /** `id`: the second part of the address, or empty. */
  view: (id: string) => TemplateResult;
}

/** One link of the navigation; its pages are tabs, in this order. */
export interface Section {
  name: keyof Messages['sections'];
  pages: readonly Page[];
}

const COORDINATOR = ['coordinator'] as const;
const CENTRAL = ['central'] as const;
const DESK = ['officer', 'coordinator'] as const;

const SECTIONS: readonly Section[] = [
  {
    name: 'letters',
    pages: [
      {
        path: 'inbox',
        roles: ['officer', 'coordinator', 'central'],
        view: () => html`<hx-inbox-page></hx-inbox-page>`,
      },
    ],
  },
  {
    name: 'register',
    pages: [
      {
        path: 'register',
        roles: DESK,
        load: () => import('./register-page.ts'),
        view: () => html`<hx-register-page></hx-register-page>`,
      },
    ],
  },
  {
    name: 'notices',
    pages: [
      {
        path: 'notices',
        roles: DESK,
        load: () => import('./notices-page.ts'),
        view: () => html`<hx-notices-page></hx-notices-page>`,
      },
    ],
  },
  { name: 'orders', pages: [] },
  {
    name: 'tenants',
    pages: [
      {
        path: 'tenants',
        roles: CENTRAL,
        load: () => Promise.all([import('./tenants-page.ts'), import('./tenant-page.ts')]),
        view: (id) =>
          id
            ? html`<hx-tenant-page tenant=${id}></hx-tenant-page>`
            : html`<hx-tenants-page></hx-tenants-page>`,
      },
    ],
  },
  { name: 'follow', pages: [] },
  { name: 'reports', pages: [] },
  { name: 'checks', pages: [] },
  {
    name: 'figures',
    pages: [
      {
        path: 'stats',
        roles: ['coordinator', 'central'],
        load: () => import('./stats-page.ts'),
        view: (id) => html`<hx-stats-page tenant=${id}></hx-stats-page>`,
      },
    ],
  },
  { name: 'terms', pages: [] },
  {
    name: 'settings',
    pages: [
      {
        path: 'embed',
        roles: COORDINATOR,
        load: () => import('./embed-page.ts'),
        view: () => html`<hx-embed-page></hx-embed-page>`,
      },
      {
        path: 'deliveries',
        roles: COORDINATOR,
        load: () => import('./deliveries-page.ts'),
        view: () => html`<hx-deliveries-page></hx-deliveries-page>`,
      },
      {
        path: 'webhooks',
        roles: COORDINATOR,
        load: () => import('./webhooks-page.ts'),
        view: () => html`<hx-webhooks-page></hx-webhooks-page>`,
      },
      {
        path: 'retention',
        roles: COORDINATOR,
        load: () => import('./retention-page.ts'),
        view: () => html`<hx-retention-page></hx-retention-page>`,
      },
    ],
  },
];

/** Where somebody of a role begins. The centre's inbox is a tenant's letters, reached from the tenant. */
const HOME: Record<StaffRole, Page['path']> = { officer: 'inbox', coordinator: 'inbox', central: 'tenants' };

/** Addresses that aren't in the navigation, for those who come to them from another page. */
const UNLISTED: Partial<Record<StaffRole, readonly Page['path'][]>> = { central: ['inbox', 'stats'] };

export const homeOf = (role: StaffRole): Page['path'] => HOME[role];

/** Whether there is a page of that name for anybody. */
export const isPage = (path: string): boolean =>
  SECTIONS.some(({ pages }) => pages.some((page) => page.path === path));

/** The page and its section; null where there is none for this role. */
export function pageFor(role: StaffRole, path: string): { page: Page; section: Section } | null {
  for (const section of SECTIONS) {
    const page = section.pages.find((one) => one.path === path && one.roles.includes(role));
    if (page) return { page, section };
  }
  return null;
}

/** What the navigation shows: the sections in which the role has pages, and these. */
export function sectionsFor(role: StaffRole): Section[] {
  const listed = (page: Page) => page.roles.includes(role) && !UNLISTED[role]?.includes(page.path);
  return SECTIONS.map(({ name, pages }) => ({ name, pages: pages.filter(listed) })).filter(
    ({ pages }) => pages.length > 0,
  );
}
