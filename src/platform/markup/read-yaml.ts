import { LineCounter, isNode, isScalar, parseDocument } from 'yaml'

/** A place in a text as an editor shows it: both counted from 1. */
export type TextPlace = { readonly line: number; readonly column: number }
export type YamlFault = TextPlace & { readonly zh: string }
export type YamlText =
  | {
      readonly ok: true
      readonly value: unknown
      /** Where the value of a path stands, `offset` signs into it; for a path that is not there, its nearest parent. */
      readonly placeOf: (path: readonly PropertyKey[], offset?: number) => TextPlace
    }
  | { readonly ok: false; readonly faults: readonly YamlFault[] }

const MOST = 1_000_000
const WORDS: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进不正确',
  TAB_AS_INDENT: '缩进不能用制表符，请用空格',
  DUPLICATE_KEY: '同一栏目写了两次',
  MISSING_CHAR: '缺少符号，例如引号或冒号后的空格',
  UNEXPECTED_TOKEN: '此处有多余的内容',
  BLOCK_AS_IMPLICIT_KEY: '冒号的位置不正确，文字中含冒号时请加引号',
  MULTILINE_IMPLICIT_KEY: '栏目名不能跨行',
  BAD_ALIAS: '引用的名称不存在',
  IMPOSSIBLE: '内容无法识别',
}

/** Reads one YAML 1.2 document with its places. Nothing in it is executed; aliases cannot blow it up. */
export function readYaml(text: string): YamlText {
  if (text.length > MOST) return { ok: false, faults: [{ line: 1, column: 1, zh: '文件过大' }] }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', schema: 'core', uniqueKeys: true })
  const place = (offset: number): TextPlace => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  if (document.errors.length > 0) {
    return { ok: false, faults: document.errors.map(e => ({ ...place(e.pos[0]), zh: WORDS[e.code] ?? '格式不正确' })) }
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 20 })
    return { ok: true, value, placeOf: (path, offset) => placeIn(document, place, path, offset ?? 0) }
  } catch (error) {
    if (error instanceof ReferenceError) return { ok: false, faults: [{ line: 1, column: 1, zh: '引用展开后过大' }] }
    throw error
  }
}

function placeIn(
  document: ReturnType<typeof parseDocument>,
  place: (offset: number) => TextPlace,
  path: readonly PropertyKey[],
  offset: number,
): TextPlace {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (!isNode(node) || node.range === null || node.range === undefined) continue
    const inside = length === path.length && isScalar(node) && !String(node.type).startsWith('BLOCK') ? offset : 0
    const quote = isScalar(node) && String(node.type).startsWith('QUOTE') ? 1 : 0
    return place((node.range?.[0] ?? 0) + inside + (inside > 0 ? quote : 0))
  }
  return { line: 1, column: 1 }
}
