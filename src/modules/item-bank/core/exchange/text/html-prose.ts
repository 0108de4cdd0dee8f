import type { XmlElement, XmlNode } from '../../../../../kernel/xml.ts'
import type { Block } from '../../../../interactions/contract.ts'
import type { Notes } from '../notes.ts'

/** What a picture's address leads to: the digest of its bytes and its size, or null when it is not there. */
export type FoundPicture = { readonly media: string; readonly width: number; readonly height: number }
export type ProseAids = {
  /** Name of the place in the source, for losses. */
  readonly element: string
  readonly notes: Notes
  readonly picture: (address: string) => FoundPicture | null
  /** Turns an element of another vocabulary (an interaction, a gap) into text; null when it is ordinary HTML. */
  readonly special?: (element: XmlElement) => string | null
}

const BREAKS = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'section', 'article', 'dt', 'dd', 'ul', 'ol', 'dl'])
const PLAIN = new Set([
  'span',
  'body',
  'html',
  'head',
  'tbody',
  'thead',
  'tfoot',
  'font',
  'label',
  'a',
  'abbr',
  'time',
  'itemBody',
  'item-body',
])
const STYLED = new Set([
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'small',
  'big',
  'mark',
  'code',
  'kbd',
  'tt',
  'cite',
  'q',
  'del',
  'ins',
  'var',
  'samp',
])
const SHIFTED: Readonly<Record<string, string>> = { sub: '_', sup: '^' }
const SILENT = new Set(['style', 'script', 'meta', 'link', 'title', 'stylesheet'])

/**
 * Text of HTML as blocks of prose. Paragraphs, lists, tables, preformatted code and pictures keep their shape; emphasis, links
 * and layout become plain text and are told as changed; what cannot be shown (video, formulas, scripts) is told as lost.
 */
export function proseOfHtml(nodes: readonly XmlNode[], aids: ProseAids): Block[] {
  const reader = new Reader(aids)
  for (const node of nodes) reader.node(node)
  return reader.finish()
}

class Reader {
  private readonly blocks: Block[] = []
  private text = ''
  private readonly aids: ProseAids

  constructor(aids: ProseAids) {
    this.aids = aids
  }

  finish(): Block[] {
    this.flush()
    return this.blocks
  }

  node(node: XmlNode): void {
    if (typeof node === 'string') {
      this.text += node.replaceAll('\u00a0', ' ').replaceAll(/[ \t\n\r\f]+/g, ' ')
      return
    }
    const special = this.aids.special?.(node) ?? null
    if (special !== null) this.text += special
    else this.element(node)
  }

  private element(node: XmlElement): void {
    const { name } = node
    if (name === 'br') this.flush()
    else if (name === 'hr') this.flush()
    else if (name === 'img' || name === 'object') this.picture(node)
    else if (name === 'table') this.table(node)
    else if (name === 'pre') this.code(node)
    else if (name === 'li') this.entry(node)
    else if (BREAKS.has(name)) this.apart(node)
    else if (PLAIN.has(name)) this.plain(node)
    else if (STYLED.has(name)) this.styled(node)
    else if (SHIFTED[name] !== undefined) this.shifted(node, SHIFTED[name])
    else if (SILENT.has(name)) this.silent(node)
    else this.strange(node)
  }

  private children(node: XmlElement): void {
    for (const child of node.children) this.node(child)
  }

  private apart(node: XmlElement): void {
    this.flush()
    this.children(node)
    this.flush()
  }

  private plain(node: XmlElement): void {
    const href = node.name === 'a' ? node.attributes['href'] : undefined
    if (href !== undefined)
      this.aids.notes.lost(
        `${this.aids.element} a`,
        `链接“${href.slice(0, 80)}”不保留，只保留文字`,
        `the link “${href.slice(0, 80)}” goes, its text stays`,
      )
    this.children(node)
  }

  private styled(node: XmlElement): void {
    const { notes, element } = this.aids
    notes.changed(`${element} ${node.name}`, '强调等字符样式改写为普通文字', 'emphasis and the like became plain text')
    this.children(node)
  }

  private shifted(node: XmlElement, mark: string): void {
    const { notes, element } = this.aids
    notes.changed(`${element} ${node.name}`, '上下标改写为^和_', 'superscripts and subscripts became ^ and _')
    this.text += mark
    this.children(node)
  }

  private silent(node: XmlElement): void {
    if (node.name === 'script') this.aids.notes.lost(`${this.aids.element} script`, '脚本不予导入', 'scripts are never imported')
  }

  private strange(node: XmlElement): void {
    const { notes, element } = this.aids
    notes.lost(
      `${element} ${node.name}`,
      `元素<${node.name}>不能显示，只保留其中的文字`,
      `the element <${node.name}> cannot be shown; its text stays`,
    )
    this.children(node)
  }

  private entry(node: XmlElement): void {
    this.flush()
    this.text = '· '
    this.children(node)
    this.flush()
  }

  private code(node: XmlElement): void {
    this.flush()
    const text = rawText(node).replaceAll(/^\n|\s+$/g, '')
    if (text !== '') this.blocks.push({ kind: 'code', text })
  }

  private table(node: XmlElement): void {
    this.flush()
    const { notes, element } = this.aids
    const rows = rowsOf(node).map(row => row.map(cell => this.cell(cell)))
    const width = Math.max(0, ...rows.map(row => row.length))
    const [head, ...rest] = rows.map(row => [...row, ...Array.from({ length: width - row.length }, () => '')])
    if (head === undefined || rest.length === 0 || width > 12 || rest.length > 40) {
      if (head !== undefined) notes.changed(`${element} table`, '表格改写为文字行', 'the table became lines of text')
      for (const row of rows) this.line(row.join('　'))
      return
    }
    if (has(node, ['colspan', 'rowspan']))
      notes.changed(`${element} table`, '合并单元格改写为普通单元格', 'merged cells became plain cells')
    this.blocks.push({ kind: 'table', head, rows: rest })
  }

  /** A cell is text: blocks within it are joined. */
  private cell(node: XmlElement): string {
    const blocks = proseOfHtml(node.children, this.aids)
    return blocks
      .map(block => ('text' in block ? block.text : ''))
      .join(' ')
      .trim()
      .slice(0, 200)
  }

  private picture(node: XmlElement): void {
    const { notes, element, picture } = this.aids
    const address = node.attributes['src'] ?? node.attributes['data'] ?? ''
    const found = picture(address)
    if (found === null) {
      notes.lost(
        `${element} ${node.name}`,
        `图片“${address.slice(0, 80)}”不在文件中或不能使用`,
        `the picture “${address.slice(0, 80)}” is missing or cannot be used`,
      )
      if (node.name === 'object') this.children(node)
      return
    }
    this.flush()
    const alt = (node.attributes['alt'] ?? rawText(node)).trim().slice(0, 400)
    if (alt === '') notes.changed(`${element} ${node.name}`, '图片没有替代文字，请补写', 'the picture has no alternative text; add one')
    this.blocks.push({ kind: 'picture', alt: alt === '' ? '图片' : alt, ...found })
  }

  private line(text: string): void {
    this.text = text
    this.flush()
  }

  private flush(): void {
    const text = this.text.trim().slice(0, 4000)
    this.text = ''
    if (text !== '' && text !== '·') this.blocks.push({ kind: 'paragraph', text })
  }
}

/** All text below an element, as it stands. */
export function rawText(node: XmlElement): string {
  return node.children.map(child => (typeof child === 'string' ? child : rawText(child))).join('')
}

function rowsOf(node: XmlElement): XmlElement[][] {
  return node.children.flatMap(child => {
    if (typeof child === 'string') return []
    if (child.name === 'tr')
      return [child.children.filter((cell): cell is XmlElement => typeof cell !== 'string' && /^t[hd]$/.test(cell.name))]
    return ['tbody', 'thead', 'tfoot'].includes(child.name) ? rowsOf(child) : []
  })
}

function has(node: XmlElement, names: readonly string[]): boolean {
  if (names.some(name => node.attributes[name] !== undefined)) return true
  return node.children.some(child => typeof child !== 'string' && has(child, names))
}
