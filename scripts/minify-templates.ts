import type { Plugin } from 'vite';

/**
 * Takes the white space out of `html` and `css` templates: a page pays for it in bytes and in text nodes. It relies on
 * how Prettier sets them (a line break only where a space is meant or doesn't matter) and on nothing being `pre`.
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    transform: {
      filter: { id: /\.ts$/, code: /\b(?:html|css)`/ },
      handler(code) {
        const cuts: { start: number; end: number; text: string }[] = [];
        walk(this.parse(code), (node) => {
          const shorten = node.type === 'TaggedTemplateExpression' && SHORTEN[node.tag!.name ?? ''];
          if (!shorten) return;
          const parts = node.quasi!.quasis;
          parts.forEach(({ start, end }, i) => {
            const text = shorten(code.slice(start, end), i === 0, i === parts.length - 1);
            cuts.push({ start, end, text });
          });
        });
        let at = 0;
        const pieces = cuts
          .toSorted((a, b) => a.start - b.start)
          .map(({ start, end, text }) => {
            const piece = code.slice(at, start) + text;
            at = end;
            return piece;
          });
        return { code: pieces.join('') + code.slice(at), map: null };
      },
    },
  };
}

type Shorten = (text: string, first: boolean, last: boolean) => string;

/** Around these no space is ever shown. */
const BLOCKS = 'div|p|form|fieldset|legend|h2|h3|ul|ol|li|dl|dt|dd|section|select|option|br';

const SHORTEN: Record<string, Shorten> = {
  html: (text, first, last) => {
    const short = text
      .replaceAll(/\s*\n\s*/g, ' ')
      .replaceAll(new RegExp(` ?(</?(?:${BLOCKS})\\b[^<>]*>) ?`, 'g'), '$1')
      .replaceAll(/ (\/?>)/g, '$1');
    return (last ? short.trimEnd() : short).slice(first && short.startsWith(' ') ? 1 : 0);
  },
  css: (text) =>
    text
      .replaceAll(/\/\*[^]*?\*\//g, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/ ?([{};,>]) ?/g, '$1')
      .replaceAll(/: /g, ':')
      .replaceAll(';}', '}')
      .trim(),
};

interface Node {
  type?: string;
  start: number;
  end: number;
  tag?: { name?: string };
  quasi?: { quasis: Node[] };
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (!value || typeof value !== 'object') return;
  if ('type' in value) visit(value as Node);
  for (const inner of Object.values(value)) walk(inner, visit);
}
