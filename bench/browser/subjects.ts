/** What is measured, and how each says that it is ready. */
import { TENANT } from './canned.ts';

/** Asked of the page in every frame; the same few look-ups for every subject. */
export interface Marks {
  /** Element whose shadow root, or itself where it has none, the selectors are looked up in. */
  host: string;
  /** Fields that must be there, laid out and enabled before a person can write. */
  usable: string[];
  /** What must be there for everything to be shown: selector and the least number of matches. */
  all: [selector: string, least: number][];
  /** A place whose text must contain a figure besides; only for those that show one. */
  figure?: string;
}

export interface Subject {
  id: string;
  title: string;
  head: string;
  body: string;
  marks: Marks;
}

const FORM = ['[name=title]', '[name=body]'];
const DATA: Pick<Marks, 'all' | 'figure'> = {
  all: [
    ['[name=kind]', 5],
    ['[name=department] option', 13],
  ],
  figure: '.term',
};

const LETTERBOX = `<huixin-letterbox tenant="${TENANT}"><a href="/s/${TENANT}">给市政府写信</a></huixin-letterbox>`;
const script = (path: string) => `<script type="module" src="${path}"></script>`;
const letterbox = { body: LETTERBOX, marks: { host: 'huixin-letterbox', usable: FORM, ...DATA } };

export const SUBJECTS: readonly Subject[] = [
  {
    id: 'minimal',
    title: 'minimal Lit element',
    head: script('/minimal.js'),
    body: `<minimal-letterbox tenant="${TENANT}"></minimal-letterbox>`,
    marks: { host: 'minimal-letterbox', usable: FORM, ...DATA },
  },
  { id: 'v1', title: 'huixin /embed/v1.js', head: script('/embed/v1.js'), ...letterbox },
  {
    id: 'tenant',
    title: `huixin /embed/v1/${TENANT}.js`,
    head: script(`/embed/v1/${TENANT}.js`),
    ...letterbox,
  },
  {
    id: 'waline',
    title: '@waline/client',
    // As its guide says; its emoji would come from a third party's server.
    head: '<link rel="stylesheet" href="/waline/waline.css">',
    body: `<div id="waline"></div><script type="module">
import { init } from '/waline/waline.js';
init({ el: '#waline', serverURL: location.origin, path: '/letters', lang: 'zh-CN', emoji: false, search: false });
</script>`,
    marks: { host: '#waline', usable: ['textarea'], all: [['.wl-card-item', 2]] },
  },
  {
    id: 'twikoo',
    title: 'twikoo',
    head: '',
    body: `<div id="twikoo"></div><script src="/twikoo/twikoo.min.js"></script><script>
twikoo.init({ envId: location.origin + '/twikoo-api', el: '#twikoo', path: '/letters', lang: 'zh-CN' });
</script>`,
    marks: { host: '#twikoo', usable: ['textarea'], all: [['.tk-comment', 2]] },
  },
];
