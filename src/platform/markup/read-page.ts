import { type DefaultTreeAdapterMap, type ParserError, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']

/** One node of a page: elements by their name, texts under `#text`. `parent` is its place in the list, −1 for what stands at the top. */
export type PageNode = {
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly parent: number
  readonly text: string
}
export type PageFault = { readonly code: string; readonly line: number; readonly column: number }
/** A whole page as a browser reads it: its nodes in the order of the text, and what was wrong with that text. */
export type PageTree = { readonly doctype: boolean; readonly nodes: readonly PageNode[]; readonly faults: readonly PageFault[] }

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
/** Elements whose end may be left out (HTML Living Standard §13.1.2.4). */
const MAY_STAY_OPEN = new Set(
  'html head body p li dt dd option optgroup thead tbody tfoot tr td th colgroup caption rb rt rtc rp'.split(' '),
)

/** A page as a list of nodes. It never fails; comments are left out, and so is what stands inside templates. */
export function readPage(text: string): PageTree {
  const faults: PageFault[] = []
  const onParseError = ({ code, startLine: line, startCol: column }: ParserError): void => void faults.push({ code, line, column })
  const document = parse(text, { sourceCodeLocationInfo: true, onParseError })
  const nodes: PageNode[] = []
  const open: { readonly node: Node; readonly parent: number }[] = document.childNodes.toReversed().map(node => ({ node, parent: -1 }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parent } = next
    if (node.nodeName === '#text' && 'value' in node) nodes.push({ name: '#text', attrs: {}, parent, text: node.value })
    if (!('tagName' in node)) continue
    const place = node.sourceCodeLocation
    if (place && place.endTag === undefined && !VOID.has(node.tagName) && !MAY_STAY_OPEN.has(node.tagName))
      faults.push({ code: 'missing-end-tag', line: place.startLine, column: place.startCol })
    const attrs = Object.fromEntries(node.attrs.flatMap(a => (/^[a-z][a-z0-9:-]*$/.test(a.name) ? [[a.name, a.value]] : [])))
    nodes.push({ name: node.tagName, attrs, parent, text: '' })
    const at = nodes.length - 1
    for (const child of node.childNodes.toReversed()) open.push({ node: child, parent: at })
  }
  return { doctype: document.childNodes.some(node => node.nodeName === '#documentType'), nodes, faults }
}
