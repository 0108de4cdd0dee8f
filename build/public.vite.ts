import type { InlineConfig } from 'vite'
import { root } from './look-plugins.ts'
import { preactConfig } from './preact-config.ts'
import { TARGETS } from './targets.ts'

/** The public pages: Preact, one document for `/` and the look-up, its hashed files under `/public/`. */
export function publicConfig({ outDir }: { readonly outDir: string }): InlineConfig {
  return preactConfig({
    folder: `${root}src/apps/centre/public`,
    base: '/public/',
    outDir,
    target: TARGETS.rooms,
  })
}
