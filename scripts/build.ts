import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as viteBuild, type InlineConfig } from 'vite';
import type { Versions } from './carry-over.ts';
import { writeManifest } from './manifest.ts';
import { minifyTemplates } from './minify-templates.ts';
import { at, root, version } from './root.ts';

/** What the browser gets, laid out as it is served: dist/assets. `fresh.txt` beside it holds the sources' hash. */
const OUT = at('dist');
const SOURCES = [
  '{contract,core,widget,console}/**/*',
  'demo/site/**/*',
  'public/**/*',
  'scripts/{build,manifest,minify-templates,root}.ts',
  'package.json',
  'package-lock.json',
  'tsconfig*.json',
];

/** Builds unless dist/ was made of these very sources. Answers whether it had to. */
export async function build(log: (line: string) => void = console.log): Promise<boolean> {
  const hash = await sourcesHash();
  const stamp = join(OUT, 'fresh.txt');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return false;

  const started = performance.now();
  await mkdir(OUT, { recursive: true });
  const work = await mkdtemp(join(OUT, 'building-'));
  try {
    await cp(at('public'), work, { recursive: true });
    await viteBuild(evergreen('widget/entry/v1.ts', join(work, 'embed'), 'v1.js'));
    await Promise.all([
      viteBuild(evergreen('widget/entry/badge.ts', join(work, 'embed'), 'v1-badge.js')),
      viteBuild(oneFile('widget/entry/v1.ts', join(work, 'embed', version), 'huixin.js')),
      viteBuild(consoleApp(join(work, 'console'))),
      cp(at('demo/site'), join(work, 'demo'), { recursive: true }),
    ]);
    await writeVersions(join(work, 'embed'));
    await writeManifest(join(work, 'embed'));
    await rm(stamp, { force: true });
    await replaceBy(work, join(OUT, 'assets'));
    await writeFile(stamp, hash);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  log(`built dist/assets in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return true;
}

/** Another build may finish at the same moment: then its folder is replaced in turn. */
async function replaceBy(fresh: string, target: string, triesLeft = 5): Promise<void> {
  await rm(target, { recursive: true, force: true });
  try {
    await rename(fresh, target);
  } catch (error) {
    if (triesLeft === 0) throw error;
    await replaceBy(fresh, target, triesLeft - 1);
  }
}

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of [...new Set(files)].toSorted()) hash.update(`${file}\n`).update(await readFile(file));
  return hash.digest('hex');
}

/**
 * The oldest browsers served. Nothing is polyfilled, so APIs younger than these must be avoided in sources. Chromium is
 * served from 86: named as 91 because all that lies between is `?.(...list)`, for whose sake every `?.` would be spelt out.
 */
const target = ['chrome91', 'safari16.4', 'firefox101'];

const base = (outDir: string): InlineConfig => ({
  root,
  configFile: false,
  envDir: false,
  publicDir: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"', __HUIXIN_VERSION__: JSON.stringify(version) },
  build: {
    outDir,
    emptyOutDir: false,
    target,
    modulePreload: false,
    reportCompressedSize: false,
  },
});

/** What goes into other people's pages. */
export const embedded = (outDir: string): InlineConfig => ({ ...base(outDir), plugins: [minifyTemplates()] });

/** What others wrote is named beside the script that carries it, as their licences ask. */
const licensesOf = (script: string) => ({ fileName: script.replace('.js', '.licenses.md') });

/** What several of the views fetched later share: one file, or each view would cost several requests. */
const LATE_PARTS = /\bwidget\/(?:base\/(?:late\.styles|spoken|dates)|files\/plan|locales\/late)\.ts$/;

/** Notes to tools are of no use to a page. */
export const LEAN = { minify: true, comments: { annotation: false } } as const;

/** `/embed/v1.js`: the form itself, with other views in chunks fetched when first shown. */
function evergreen(entry: string, outDir: string, fileName: string): InlineConfig {
  const config = embedded(outDir);
  return {
    ...config,
    build: {
      ...config.build,
      lib: { entry: at(entry), formats: ['es'], fileName: () => fileName },
      license: licensesOf(fileName),
      rolldownOptions: {
        // What the form needs stays in v1.js, and chunks import it from there: else it would cost a second request.
        preserveEntrySignatures: 'allow-extension',
        output: {
          ...LEAN,
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ name: 'late', test: LATE_PARTS }],
          },
        },
      },
    },
  };
}

/** One file with everything, so that one SRI hash covers all of it. */
function oneFile(entry: string, outDir: string, fileName: string): InlineConfig {
  const config = embedded(outDir);
  return {
    ...config,
    build: {
      ...config.build,
      lib: { entry: at(entry), formats: ['es'], fileName: () => fileName },
      license: licensesOf(fileName),
      rolldownOptions: { output: { ...LEAN, codeSplitting: false } },
    },
  };
}

/** Nothing inlined: the console's CSP allows only files of its own origin. */
function consoleApp(outDir: string): InlineConfig {
  const config = base(outDir);
  return {
    ...config,
    root: at('console'),
    base: '/console/',
    build: { ...config.build, assetsInlineLimit: 0, license: licensesOf('console.js') },
  };
}

/** `/embed/versions.json`: the pinned files with the hash a page puts in `integrity`, and the parts of `v1.js`. */
async function writeVersions(embed: string): Promise<void> {
  const digest = createHash('sha384')
    .update(await readFile(join(embed, version, 'huixin.js')))
    .digest('base64');
  const file = `/embed/${version}/huixin.js`;
  const chunks = (await readdir(join(embed, 'chunks'))).toSorted();
  const versions: Versions = {
    latest: version,
    versions: [{ version, file, integrity: `sha384-${digest}` }],
    chunks: chunks.map((name) => ({ file: `/embed/chunks/${name}`, since: null })),
  };
  await writeFile(join(embed, 'versions.json'), `${JSON.stringify(versions, null, 2)}\n`);
}

if (import.meta.main) {
  if (!(await build())) console.log('dist/assets is up to date');
}
