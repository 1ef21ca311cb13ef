import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * A Chromium for tests and pictures: `HUIXIN_CHROMIUM` (a path) where set, else the one inside
 * `@sparticuz/chromium`, unpacked once. It brings the shared libraries it needs and a Latin font, so it runs on
 * a machine without any package of a browser.
 */
export interface ChromiumLaunch {
  executablePath: string;
  args: string[];
  /** The whole environment of the browser's process. */
  env: Record<string, string>;
}

/** Ours, not the package's own arguments: those switch off web security and with it what we test. */
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function chromiumLaunch(): Promise<ChromiumLaunch> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const chosen = process.env['HUIXIN_CHROMIUM'];
  if (chosen) return { executablePath: resolve(chosen), args: ARGS, env };

  const folder = await unpacked();
  env['LD_LIBRARY_PATH'] = [join(folder, 'al2023/lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  env['FONTCONFIG_FILE'] ??= join(folder, 'fonts.conf');
  return { executablePath: join(folder, 'chromium'), args: ARGS, env };
}

/** Unpacks beside the target and renames, so that of two runs at once neither sees half a browser. */
async function unpacked(): Promise<string> {
  const entry = new URL(import.meta.resolve('@sparticuz/chromium'));
  const bin = new URL('../bin/', entry);
  const { version } = JSON.parse(await readFile(new URL('../package.json', entry), 'utf8')) as {
    version: string;
  };
  const target = resolve(import.meta.dirname, '../node_modules/.cache/huixin', `chromium-${version}`);
  if (existsSync(target)) return target;

  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(`${target}-`);
  const { inflate } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = work; // the package unpacks into os.tmpdir()
  try {
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(archives.map((name) => inflate(new URL(name, bin).pathname)));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  await writeFile(join(work, 'fonts.conf'), fontsConf(join(target, 'fonts')));
  await rename(work, target).catch(async (error: unknown) => {
    await rm(work, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  });
  return target;
}

/** The machine's own fonts (Chinese ones among them) before the packed Latin one. */
const fontsConf = (packed: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <dir>${packed}</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
