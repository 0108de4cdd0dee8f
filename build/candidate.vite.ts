import type { InlineConfig } from 'vite'
import { root } from './look-plugins.ts'
import { preactConfig } from './preact-config.ts'

/** The exam client: Preact, served at `/exam/` by the site and, for drills, by the centre. Examination rooms keep old browsers. */
export function candidateConfig({ outDir }: { readonly outDir: string }): InlineConfig {
  return preactConfig({
    folder: `${root}src/apps/candidate`,
    base: '/exam/',
    outDir,
    target: ['chrome87', 'edge88', 'firefox78', 'safari14'],
  })
}
