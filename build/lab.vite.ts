import type { InlineConfig } from 'vite'
import { root } from './look-plugins.ts'
import { preactConfig } from './preact-config.ts'
import { TARGETS } from './targets.ts'

/** The laboratory of the centre: Preact, one document for `/lab`, its hashed files under `/lab-files/`. */
export function labConfig({ outDir }: { readonly outDir: string }): InlineConfig {
  return preactConfig({
    folder: `${root}src/apps/centre/lab`,
    base: '/lab-files/',
    outDir,
    target: TARGETS.learners,
  })
}
