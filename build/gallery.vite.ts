import type { InlineConfig } from 'vite'
import { root } from './look-plugins.ts'
import { portalConfig } from './portal.vite.ts'

/** The gallery of components, built only by hand and never shipped. */
export function galleryConfig({ outDir }: { readonly outDir: string }): InlineConfig {
  return { ...portalConfig({ outDir }), root: `${root}src/apps/centre/portal/gallery` }
}
