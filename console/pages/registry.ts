/** The console's pages: who has them, where they stand in the navigation, and what is fetched when one is first visited. */
import { type TemplateResult, html } from 'lit';
import type { SessionRole } from '../lib/session.ts';
import type { Messages } from '../words/index.ts';
import './inbox-page.ts';
import './today-page.ts';

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

const ordersOf = (roles: Page['roles']): Page => ({
  path: 'orders',
  roles,
  load: () =>
    Promise.all([import('./orders-page.ts'), import('./order-page.ts'), import('./new-order-page.ts')]),
  view: (id) => {
    if (id === '') return html`<hx-orders-page></hx-orders-page>`;
    if (id === 'new' && roles === CENTRAL) return html`<hx-new-order-page></hx-new-order-page>`;
    return html`<hx-order-page number=${id}></hx-order-page>`;
  },
});

const annualOf = (roles: Page['roles']): Page => ({
  path: 'annual',
  roles,
  load: () => import('./annual-page.ts'),
  view: () => html`<hx-annual-page></hx-annual-page>`,
});

const SECTIONS: readonly Section[] = [
  {
    name: 'letters',
    pages: [
      { path: 'today', roles: DESK, view: () => html`<hx-today-page></hx-today-page>` },
      {
        path: 'inbox',
        roles: ['officer', 'coordinator', 'central'],
        view: () => html`<hx-inbox-page></hx-inbox-page>`,
      },
      {
        path: 'promises',
        roles: DESK,
        load: () => import('./promises-page.ts'),
        view: () => html`<hx-promises-page></hx-promises-page>`,
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
  { name: 'orders', pages: [ordersOf(DESK)] },
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
  {
    name: 'follow',
    pages: [
      {
        path: 'overdue',
        roles: CENTRAL,
        load: () => import('./overdue-page.ts'),
        view: () => html`<hx-overdue-page></hx-overdue-page>`,
      },
      ordersOf(CENTRAL),
      {
        path: 'contested',
        roles: CENTRAL,
        load: () => import('./contested-page.ts'),
        view: () => html`<hx-contested-page></hx-contested-page>`,
      },
      {
        path: 'promises',
        roles: CENTRAL,
        load: () => import('./central-promises-page.ts'),
        view: () => html`<hx-central-promises-page></hx-central-promises-page>`,
      },
    ],
  },
  {
    name: 'reports',
    pages: [
      {
        path: 'league',
        roles: CENTRAL,
        load: () => import('./league-page.ts'),
        view: () => html`<hx-league-page></hx-league-page>`,
      },
      {
        path: 'bulletins',
        roles: CENTRAL,
        load: () =>
          Promise.all([
            import('./bulletins-page.ts'),
            import('./bulletin-page.ts'),
            import('./new-bulletin-page.ts'),
          ]),
        view: (id) => {
          if (id === '') return html`<hx-bulletins-page></hx-bulletins-page>`;
          if (id === 'new') return html`<hx-new-bulletin-page></hx-new-bulletin-page>`;
          return html`<hx-bulletin-page bulletin=${id}></hx-bulletin-page>`;
        },
      },
    ],
  },
  {
    name: 'checks',
    pages: [
      {
        path: 'spot-checks',
        roles: CENTRAL,
        load: () =>
          Promise.all([
            import('./spot-checks-page.ts'),
            import('./spot-check-page.ts'),
            import('./new-spot-check-page.ts'),
          ]),
        view: (id) => {
          if (id === '') return html`<hx-spot-checks-page></hx-spot-checks-page>`;
          if (id === 'new') return html`<hx-new-spot-check-page></hx-new-spot-check-page>`;
          return html`<hx-spot-check-page check=${id}></hx-spot-check-page>`;
        },
      },
      {
        path: 'spot-checks',
        roles: COORDINATOR,
        load: () => import('./own-checks-page.ts'),
        view: (id) => html`<hx-own-checks-page check=${id}></hx-own-checks-page>`,
      },
      {
        path: 'liveness',
        roles: CENTRAL,
        load: () => import('./liveness-page.ts'),
        view: () => html`<hx-liveness-page></hx-liveness-page>`,
      },
      {
        path: 'inspection',
        roles: CENTRAL,
        load: () => Promise.all([import('./inspections-page.ts'), import('./inspection-page.ts')]),
        view: (id) =>
          id
            ? html`<hx-inspection-page tenant=${id}></hx-inspection-page>`
            : html`<hx-inspections-page></hx-inspections-page>`,
      },
      annualOf(CENTRAL),
    ],
  },
  {
    name: 'figures',
    pages: [
      {
        path: 'stats',
        roles: ['coordinator', 'central'],
        load: () => import('./stats-page.ts'),
        view: (id) => html`<hx-stats-page tenant=${id}></hx-stats-page>`,
      },
      {
        path: 'league',
        roles: COORDINATOR,
        load: () => import('./own-league-page.ts'),
        view: () => html`<hx-own-league-page></hx-own-league-page>`,
      },
      {
        path: 'liveness',
        roles: COORDINATOR,
        load: () => import('./own-liveness-page.ts'),
        view: () => html`<hx-own-liveness-page></hx-own-liveness-page>`,
      },
      {
        path: 'inspection',
        roles: COORDINATOR,
        load: () => import('./inspection-page.ts'),
        view: () => html`<hx-inspection-page></hx-inspection-page>`,
      },
      annualOf(COORDINATOR),
    ],
  },
  {
    name: 'terms',
    pages: [
      {
        path: 'rules',
        roles: COORDINATOR,
        load: () => import('./rules-page.ts'),
        view: () => html`<hx-rules-page></hx-rules-page>`,
      },
      {
        path: 'rules',
        roles: CENTRAL,
        load: () => import('./bounds-page.ts'),
        view: () => html`<hx-bounds-page></hx-bounds-page>`,
      },
      {
        path: 'calendar',
        roles: ['coordinator', 'central'],
        load: () => import('./calendar-page.ts'),
        view: () => html`<hx-calendar-page></hx-calendar-page>`,
      },
      {
        path: 'clock',
        roles: COORDINATOR,
        load: () => import('./clock-page.ts'),
        view: () => html`<hx-clock-page></hx-clock-page>`,
      },
    ],
  },
  {
    name: 'settings',
    pages: [
      {
        path: 'details',
        roles: COORDINATOR,
        load: () => import('./details-page.ts'),
        view: () => html`<hx-details-page></hx-details-page>`,
      },
      {
        path: 'departments',
        roles: COORDINATOR,
        load: () => import('./departments-page.ts'),
        view: () => html`<hx-departments-page></hx-departments-page>`,
      },
      {
        path: 'members',
        roles: COORDINATOR,
        load: () => import('./members-page.ts'),
        view: () => html`<hx-members-page></hx-members-page>`,
      },
      {
        path: 'deputies',
        roles: DESK,
        load: () => import('./deputies-page.ts'),
        view: () => html`<hx-deputies-page></hx-deputies-page>`,
      },
      {
        path: 'templates',
        roles: DESK,
        load: () => import('./templates-page.ts'),
        view: () => html`<hx-templates-page></hx-templates-page>`,
      },
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
const HOME: Record<StaffRole, Page['path']> = { officer: 'today', coordinator: 'today', central: 'tenants' };

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
