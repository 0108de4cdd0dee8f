import type { InlineConfig } from 'vite'
import { preactDoor, tokensInCss } from './look-plugins.ts'

/** What the Preact bundles have in common. */
export function preactConfig({
  folder,
  base,
  outDir,
  target,
}: {
  readonly folder: string
  readonly base: string
  readonly outDir: string
  readonly target: string[]
}): InlineConfig {
  return {
    configFile: false,
    root: folder,
    base,
    publicDir: false,
    logLevel: 'warn',
    plugins: [preactDoor()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    css: { postcss: { plugins: [tokensInCss] } },
    build: {
      outDir,
      emptyOutDir: true,
      target,
      cssTarget: target,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 2048,
      reportCompressedSize: false,
    },
  }
}
