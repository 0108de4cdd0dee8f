import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import type { XmlElement, XmlNode } from '../../kernel/xml.ts'

type Node = DefaultTreeAdapterMap['node']

/** Deeper than any text a person writes; what lies below is joined as text. */
const MOST_DEPTH = 60

/** HTML as a browser would read it, as a tree under one `body`; whatever comes in, it never fails. Comments are left out. */
export function readHtml(text: string): XmlElement {
  const fragment = parseFragment(text)
  return { name: 'body', attributes: {}, children: fragment.childNodes.flatMap(node => nodeOf(node, 1)) }
}

function nodeOf(node: Node, depth: number): XmlNode[] {
  if (node.nodeName === '#text' && 'value' in node) return [node.value]
  if (!('tagName' in node)) return []
  if (depth > MOST_DEPTH) return textsBelow(node)
  const attributes = Object.fromEntries(node.attrs.map(attribute => [attribute.name, attribute.value]))
  const children = node.nodeName === 'template' && 'content' in node ? node.content.childNodes : node.childNodes
  return [{ name: node.tagName, attributes, children: children.flatMap(child => nodeOf(child, depth + 1)) }]
}

/** Without recursion, so that no depth of nesting can exhaust the stack. */
function textsBelow(top: Node): string[] {
  const found: string[] = []
  const open: Node[] = [top]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.nodeName === '#text' && 'value' in next) found.push(next.value)
    if ('childNodes' in next) open.push(...next.childNodes.toReversed())
  }
  return found
}
