import type { InlineConfig } from 'vite'
import { preactDoor, tokensInCss } from './look-plugins.ts'

/** Endpoints that no page names are left out. Only names that no minified library has: a letter would take its own calls away. */
const PURE_CALLS = ['endpoint']
const PURE_ROOM = /\/src\/modules\/[^/]+\/core\/|\/src\/kernel\//

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
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    // a test runner has an environment of its own; what is built is the same everywhere
    define: { 'process.env.NODE_ENV': '"production"' },
    css: { postcss: { plugins: [tokensInCss] } },
    build: {
      outDir,
      emptyOutDir: true,
      target,
      cssTarget: target,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 2048,
      // a pure room does nothing when it is loaded: what no page names of it stays out of the bundle
      rolldownOptions: { treeshake: { moduleSideEffects: [{ test: PURE_ROOM, sideEffects: false }], manualPureFunctions: PURE_CALLS } },
      reportCompressedSize: false,
    },
  }
}
