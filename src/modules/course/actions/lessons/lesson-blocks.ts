import type { MarkdownNode, MarkdownTree } from '../../../../platform/markup/read-markdown.ts'
import { LESSON_LAB_MODES, type LessonBlock, type PlainBlock, type Span, textOf } from '../../core/lesson/lesson.ts'

export type BlockFault = { readonly line: number; readonly zh: string }
type Noted = { readonly blocks: LessonBlock[]; readonly faults: BlockFault[] }
type Children = readonly { readonly type: string }[]

/** The body of a lesson as blocks; what a lesson has no place for is told with its line. */
export function lessonBlocks(tree: MarkdownTree): Noted {
  const noted: Noted = { blocks: [], faults: [] }
  let headings = 0
  for (const node of tree.children) {
    const block = node.type === 'heading' ? headingOf(node, ++headings) : blockOf(node)
    if (block === null) noted.faults.push({ line: node.position?.start.line ?? 0, zh: `课文中不能使用“${node.type}”这样的写法` })
    else noted.blocks.push(block)
  }
  return noted
}

function headingOf(node: Extract<MarkdownNode, { type: 'heading' }>, number: number): LessonBlock | null {
  if (node.depth !== 2 && node.depth !== 3) return null
  return { kind: 'heading', depth: node.depth, text: textOf(spansOf(node.children)), anchor: `s${number}` }
}

function blockOf(node: MarkdownNode): LessonBlock | null {
  switch (node.type) {
    case 'paragraph':
      return figureOf(node) ?? plainOf(node)
    case 'leafDirective':
      return exerciseOf(node)
    case 'containerDirective':
      return framedOf(node)
    default:
      return plainOf(node)
  }
}

/** A picture that stands alone in its paragraph; its title is the caption. */
function figureOf(node: Extract<MarkdownNode, { type: 'paragraph' }>): LessonBlock | null {
  const [only, ...others] = node.children
  if (only?.type !== 'image' || others.length > 0) return null
  const file = /^figures\/([a-z0-9-]+\.svg)$/.exec(only.url)?.[1]
  return file === undefined ? null : { kind: 'figure', file, alt: only.alt ?? '', caption: only.title ?? '' }
}

function exerciseOf(node: Extract<MarkdownNode, { type: 'leafDirective' }>): LessonBlock | null {
  const { id, task, mode } = node.attributes ?? {}
  if (node.name === 'item' && typeof id === 'string') return { kind: 'item', itemId: id }
  const found = LESSON_LAB_MODES.find(one => one === mode)
  return node.name === 'lab' && typeof task === 'string' && found ? { kind: 'lab', task, mode: found } : null
}

function framedOf(node: Extract<MarkdownNode, { type: 'containerDirective' }>): LessonBlock | null {
  const blocks = node.children.map(child => plainOf(child as MarkdownNode))
  if (blocks.some(block => block === null)) return null
  const inner = blocks.flatMap(block => block ?? [])
  if (node.name === 'note') return { kind: 'note', blocks: inner }
  const title = node.attributes?.['title']
  return node.name === 'case' && typeof title === 'string' ? { kind: 'case', title, blocks: inner } : null
}

function plainOf(node: MarkdownNode): PlainBlock | null {
  switch (node.type) {
    case 'paragraph':
      return { kind: 'paragraph', spans: spansOf(node.children) }
    case 'list':
      return { kind: 'list', ordered: node.ordered === true, entries: node.children.map(entry => spansOf(inlineOf(entry.children))) }
    case 'table': {
      const [head = [], ...rows] = node.children.map(row => row.children.map(cell => spansOf(cell.children)))
      return { kind: 'table', head, rows }
    }
    case 'code':
      return { kind: 'code', text: node.value }
    case 'blockquote':
      return { kind: 'quote', spans: spansOf(inlineOf(node.children)) }
    default:
      return null
  }
}

/** The words of an entry of a list, paragraph after paragraph. */
function inlineOf(children: readonly { readonly type: string }[]): Children {
  return children.flatMap(child => ('children' in child ? (child.children as Children) : [child]))
}

const STYLES: Readonly<Record<string, Span['style']>> = { strong: 'strong', emphasis: 'emphasis' }

function spansOf(children: Children, style: Span['style'] = 'plain'): Span[] {
  return children.flatMap((child): Span[] => {
    if (child.type === 'break') return [{ text: '\n', style }]
    // a colon before a word is read as a directive by the grammar; here it is a colon
    if (child.type === 'textDirective') return [{ text: `:${(child as { readonly name?: string }).name ?? ''}`, style }]
    if (child.type === 'inlineCode') return [{ text: (child as { readonly value?: string }).value ?? '', style: 'code' }]
    if ('children' in child) return spansOf(child.children as Children, STYLES[child.type] ?? style)
    return 'value' in child ? [{ text: String(child.value), style }] : []
  })
}
