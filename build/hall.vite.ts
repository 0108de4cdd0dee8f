import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { root, tokensInCss } from './look-plugins.ts'
import { TARGETS } from './targets.ts'

/** The consoles of a hall: React, served by the site at `/hall/`. */
export function hallConfig({ outDir }: { readonly outDir: string }): InlineConfig {
  return {
    configFile: false,
    root: `${root}src/apps/site/portal`,
    base: '/hall/',
    publicDir: false,
    logLevel: 'warn',
    plugins: [react()],
    css: { postcss: { plugins: [tokensInCss] } },
    build: {
      outDir,
      emptyOutDir: true,
      target: TARGETS.offices,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 2048,
      chunkSizeWarningLimit: 1200,
      reportCompressedSize: false,
    },
  }
}
