import { readCss } from '../../../../platform/markup/read-css.ts'
import { readPage } from '../../../../platform/markup/read-page.ts'
import type { Json } from '../../core/world/canonical.ts'
import type { Engine } from '../../core/world/engine.ts'

type Fault = { readonly code: string; readonly line: number; readonly column: number }

/** A page with the style sheets that stand in it; what is wrong with its text comes beside it. */
function html(text: string): Json {
  const { doctype, nodes, faults } = readPage(text)
  const styles = nodes.flatMap((node, at) => (node.name === 'style' ? [nodes.find(n => n.parent === at)?.text ?? ''] : []))
  const page = { doctype, nodes: nodes.map(n => ({ ...n, attrs: { ...n.attrs } })), sheets: styles.map(readCss) }
  return { page, faults: faults.map((f: Fault) => ({ ...f })) } as unknown as Json
}

/** A style sheet on its own is kept like a page without nodes; what is wrong in it is told by the report. */
function css(text: string): Json {
  return { page: { doctype: true, nodes: [], sheets: [readCss(text)] }, faults: [] } as unknown as Json
}

/** Reading what somebody wrote for the web, by the parsers browsers' rules are written down in. */
export const siteEffects: Engine['effects'] = {
  'site.html': input => html(String(input)),
  'site.css': input => css(String(input)),
}
