/**
 * The floors of ARCHITECTURE.md: imports go down only. Run by `npm run check:floors`, which also fails when fewer
 * modules were seen than there are files. Tests may import what they like, except the worker from outside it.
 */

const WORDS = '^contract/(limits|vocabulary|words|first-words|first-limits|typed-number)\\.ts$';
const TEST = '\\.(test|spec)\\.ts$|^test/|^[^/]+/test/';
const CORE = '^core/';
const STORE = '^worker/.+\\.store\\.ts$';
const VIEW = '^worker/.+\\.view\\.ts$';
const ACTIONS = '^worker/.+\\.actions\\.ts$';
const ROUTES = '^worker/.+\\.routes\\.ts$';
const JOBS = '^worker/jobs/(?!.*\\.(store|view)\\.ts$)';
const TOP = '^worker/(app|index)\\.ts$';
const HTTP = '^worker/http/';
const PLATFORM = '^worker/platform/';
const SCHEMA = '^worker/schema/';
const HONO = '^(node_modules/)?(hono|@hono/[^/]+)(/|$)';
const DRIZZLE = '^(node_modules/)?drizzle-orm(/|$)';

const npm = (...names) => `^node_modules/(${names.map((name) => name.replace('/', '\\/')).join('|')})/`;
const ERASED = ['type-only'];

/** Everything that is not one of `allowed` is forbidden at run time; `types` may be imported as types besides. */
const only = (name, comment, from, allowed, types = []) => [
  {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: TEST },
    to: { pathNot: allowed, dependencyTypesNot: ERASED },
  },
  {
    name: `${name} (types)`,
    comment,
    severity: 'error',
    from: { path: from, pathNot: TEST },
    to: { pathNot: [...allowed, ...types], dependencyTypes: ERASED },
  },
];

const never = (name, comment, from, to, more = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { path: to, ...more },
});

module.exports = {
  forbidden: [
    {
      name: 'no cycles',
      comment: 'Two files that need each other are one thing, or three. Types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ERASED } },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^cloudflare:', '^virtual:'] },
    },
    {
      name: 'no tool at run time',
      comment: 'A devDependency is absent from what ships.',
      severity: 'error',
      from: { path: '^(contract|core|worker|widget|console|cli)/', pathNot: `${TEST}|\\.config\\.ts$` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ERASED },
    },

    // Parts
    never('worker is nobody’s', 'Others talk to the worker over HTTP only.', '^(?!worker/)', '^worker/'),
    {
      name: 'worker is nobody’s (tests)',
      comment: 'Tests outside the worker talk to it over HTTP too.',
      severity: 'error',
      from: { path: '^test/' },
      to: { path: '^worker/' },
    },
    ...only('floor 0: words', 'Limits and vocabulary load in the widget: they import nothing.', WORDS, [
      WORDS,
    ]),
    ...only('floor 0: contract', 'The contract knows zod and itself.', '^contract/', [
      '^contract/',
      npm('zod'),
    ]),
    ...only(
      'floor 1: core',
      'The core knows itself, the contract’s words and the national calendar.',
      CORE,
      [CORE, WORDS, npm('chinese-days')],
      ['^contract/'],
    ),
    ...only(
      'widget',
      'A page pays for every byte: Lit, localize, hashes and the contract’s words; the rest as types.',
      '^widget/',
      [
        '^widget/',
        WORDS,
        npm('lit', 'lit-html', 'lit-element', '@lit/localize', '@lit/reactive-element', '@noble/hashes'),
      ],
      ['^contract/', '^core/events\\.ts$'],
    ),
    never(
      'console',
      'The console is a client of the API.',
      '^console/',
      '^(widget|cli|demo|scripts|bench|test)/',
    ),
    never('console in a browser', 'No Node there.', '^(console|widget|contract|core)/', '.', {
      dependencyTypes: ['core'],
    }),
    never(
      'cli',
      'The command line is a client of the API.',
      '^cli/',
      '^(widget|console|demo|scripts|bench|test)/',
    ),
    never(
      'seed',
      'The seed is a client of the API, through the command line’s own client.',
      '^demo/',
      '^(widget|console|scripts|bench|test)/',
    ),

    // Floors within the worker
    ...only(
      'floor 2: store',
      'A store turns questions into SQL: core, platform/d1, the schema, stores of its own domain.',
      '^worker/([^/]+)/.+\\.store\\.ts$',
      [CORE, WORDS, '^worker/platform/d1\\.ts$', SCHEMA, '^worker/$1/.+\\.store\\.ts$', npm('drizzle-orm')],
      ['^contract/', PLATFORM, STORE],
    ),
    ...only(
      'floor 2: view',
      'A view maps rows to what is sent: core, contract, other views.',
      VIEW,
      [CORE, WORDS, VIEW, '^node_modules/hono/.*(html|jsx)'],
      ['^contract/', STORE, SCHEMA, PLATFORM],
    ),
    never('floor 3: actions, no HTTP', 'An action may be called by a job too.', ACTIONS, [
      HTTP,
      HONO,
      ROUTES,
      JOBS,
      TOP,
    ]),
    {
      name: 'floor 3: actions of one domain',
      comment: 'What two domains share belongs on a lower floor.',
      severity: 'error',
      from: { path: '^worker/([^/]+)/.+\\.actions\\.ts$', pathNot: TEST },
      to: { path: ACTIONS, pathNot: '^worker/$1/' },
    },
    never(
      'floor 4: routes and jobs, no SQL',
      'Ask a store.',
      [ROUTES, JOBS],
      [DRIZZLE, '^node_modules/drizzle-orm/', SCHEMA],
      { dependencyTypesNot: ERASED },
    ),
    never('floor 4: routes', 'A route leads to actions and views, not to other routes.', ROUTES, [
      ROUTES,
      JOBS,
      TOP,
    ]),
    never('floor 4: jobs', 'A job knows no HTTP.', JOBS, [ROUTES, HTTP, HONO, TOP]),
    never('http', 'Shared by routes: it knows none of them.', HTTP, [ROUTES, ACTIONS, JOBS, TOP]),
    never('platform', 'The edges know nothing of letters.', PLATFORM, '^worker/(?!platform/|schema/)'),
    never('schema', 'Tables know nothing but tables.', SCHEMA, '^worker/(?!schema/)'),
    never('top', 'Nothing imports the entry.', '^worker/(?!app\\.ts|index\\.ts)', TOP),
    never(
      'vendor',
      'Only platform/ and the entry know the platform’s modules.',
      '^worker/(?!platform/|index\\.ts|app\\.ts)',
      '^cloudflare:',
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['workerd', 'browser', 'import', 'types', 'default'],
    },
  },
};
