import type { InlineConfig } from 'vite'
import { examShell } from './exam-shell.ts'
import { root } from './look-plugins.ts'
import { preactConfig } from './preact-config.ts'
import { TARGETS } from './targets.ts'

/** The exam client: Preact, served at `/exam/` by the site and, for drills, by the centre. Examination rooms keep old browsers. */
export function candidateConfig({ outDir }: { readonly outDir: string }): InlineConfig {
  const folder = `${root}src/apps/candidate`
  const config = preactConfig({ folder, base: '/exam/', outDir, target: TARGETS.rooms })
  const { rolldownOptions } = config.build ?? {}
  return {
    ...config,
    plugins: [...(config.plugins ?? []), examShell('/exam/')],
    build: {
      ...config.build,
      rolldownOptions: {
        ...rolldownOptions,
        // the service worker is a script of its own: its name must not change, or its reach would
        input: { index: `${folder}/index.html`, sw: `${folder}/shell/sw.ts` },
        output: { entryFileNames: chunk => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
      },
    },
  }
}
