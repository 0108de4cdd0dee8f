import { readFileSync, readdirSync } from 'node:fs'
import type { InlineConfig } from 'vite'
import { root } from './look-plugins.ts'
import { portalConfig } from './portal.vite.ts'

const types = `${root}src/modules/interactions/types/`

/** The gallery of components, built only by hand and never shipped. */
export function galleryConfig({ outDir }: { readonly outDir: string }): InlineConfig {
  const picture = readFileSync(`${types}hot-area/examples/order-page.png`).toString('base64')
  return {
    ...portalConfig({ outDir }),
    root: `${root}src/apps/centre/portal/gallery`,
    define: { ITEM_EXAMPLES: JSON.stringify(itemExamples()), ITEM_PICTURE: JSON.stringify(`data:image/png;base64,${picture}`) },
  }
}

/** Examples of all item types as `type/name.json`. */
function itemExamples(): Record<string, unknown> {
  const paths = readdirSync(types).flatMap(type =>
    readdirSync(`${types}${type}/examples`)
      .filter(name => name.endsWith('.json'))
      .map(name => [type, name] as const),
  )
  return Object.fromEntries(
    paths.map(([type, name]) => [`${type}/${name}`, JSON.parse(readFileSync(`${types}${type}/examples/${name}`, 'utf8'))]),
  )
}
