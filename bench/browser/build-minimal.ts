import { build, type Rolldown } from 'vite';
import { embedded as base, LEAN } from '../../scripts/build.ts';
import { at } from '../../scripts/root.ts';

/** The minimal element as one file, through the very settings the widget is built with. */
export async function buildMinimal(): Promise<string> {
  const config = base(at('dist'));
  const built = (await build({
    ...config,
    build: {
      ...config.build,
      write: false,
      lib: {
        entry: at('bench/browser/minimal/minimal-letterbox.ts'),
        formats: ['es'],
        fileName: () => 'minimal.js',
      },
      rolldownOptions: { output: { ...LEAN, codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}
