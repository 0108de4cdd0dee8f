/** One item of a GIFT file before its meaning is known. */
export type GiftChunk = {
  readonly line: number
  readonly category: string
  readonly title: string
  readonly format: string
  /** Text before and behind the braces, still escaped. */
  readonly before: string
  readonly after: string
  /** Content of the braces, still escaped; null when there are none (a description). */
  readonly inside: string | null
}

const MARKED = new Map([
  ['~', '\ue001'],
  ['=', '\ue002'],
  ['#', '\ue003'],
  ['{', '\ue004'],
  ['}', '\ue005'],
  [':', '\ue006'],
  ['\\', '\ue007'],
])
const UNMARKED = new Map([...MARKED].map(([plain, mark]) => [mark, plain]))

/** Replaces escaped characters by marks, so that what is left of `~=#{}:` is syntax. */
export function marked(text: string): string {
  return text.replaceAll(/[\ue001-\ue007]/g, '').replaceAll(/\\([~=#{}:\\])/g, (_, char: string) => MARKED.get(char) ?? char)
}

/** The text a person reads: marks become their characters, `\n` a line break. */
export function unmarked(text: string): string {
  return text
    .replaceAll('\\n', '\n')
    .replaceAll(/[\ue001-\ue007]/g, mark => UNMARKED.get(mark) ?? '')
    .trim()
}

/** Escapes what GIFT would read as syntax. */
export function escaped(text: string): string {
  return text.replaceAll(/[~=#{}:\\]/g, char => `\\${char}`).replaceAll('\n', '\\n')
}

/** Splits a file into items: separated by empty lines, comments left out, categories remembered. Marks stand for escaped characters. */
export function chunksOf(text: string): GiftChunk[] {
  const chunks: GiftChunk[] = []
  let category = ''
  let lines: string[] = []
  let from = 0
  const close = () => {
    const body = lines.join('\n').trim()
    if (body !== '') chunks.push(chunkOf(body, from, category))
    lines = []
  }
  text.split(/\r\n|\r|\n/).forEach((raw, at) => {
    const line = raw.trimEnd()
    const heading = /^\s*\$CATEGORY:\s*(.*)$/.exec(line)
    if (/^\s*\/\//.test(line)) return
    if (heading !== null || line.trim() === '') close()
    if (heading !== null) category = (heading[1] ?? '').trim()
    else if (line.trim() !== '') {
      if (lines.length === 0) from = at + 1
      lines.push(line)
    }
  })
  close()
  return chunks
}

function chunkOf(body: string, line: number, category: string): GiftChunk {
  let rest = marked(body)
  const title = /^::([\s\S]*?)::/.exec(rest)
  if (title !== null) rest = rest.slice(title[0].length).trimStart()
  const format = /^\[(html|markdown|plain|moodle)\]/i.exec(rest)
  if (format !== null) rest = rest.slice(format[0].length)
  const open = rest.indexOf('{')
  const shut = rest.lastIndexOf('}')
  const braces = open >= 0 && shut > open
  return {
    line,
    category,
    title: unmarked(title?.[1] ?? ''),
    format: (format?.[1] ?? 'moodle').toLowerCase(),
    before: braces ? rest.slice(0, open) : rest,
    after: braces ? rest.slice(shut + 1) : '',
    inside: braces ? rest.slice(open + 1, shut) : null,
  }
}

/** One alternative inside the braces. `weight` is in percent, null where none is written. */
export type GiftPart = { readonly sign: '=' | '~'; readonly weight: number | null; readonly text: string; readonly feedback: string }
export type GiftInside = { readonly general: string; readonly parts: readonly GiftPart[]; readonly head: string }

/** Takes the braces apart: what stands before the first alternative, the alternatives, and the general feedback. */
export function insideOf(inside: string): GiftInside {
  const [body = '', ...general] = inside.split('####')
  const first = body.search(/[=~]/)
  const head = first < 0 ? body : body.slice(0, first)
  const tail = first < 0 ? '' : body.slice(first)
  const parts = [...tail.matchAll(/([=~])([^=~]*)/g)].map(([, sign, text]) => partOf(sign === '=' ? '=' : '~', text ?? ''))
  return { general: unmarked(general.join('####')), parts, head: head.trim() }
}

function partOf(sign: '=' | '~', raw: string): GiftPart {
  const weight = /^\s*%(-?\d+(?:\.\d+)?)%/.exec(raw)
  const rest = weight === null ? raw : raw.slice(weight[0].length)
  const [text = '', ...feedback] = rest.split('#')
  return { sign, weight: weight === null ? null : Number(weight[1]), text: text.trim(), feedback: unmarked(feedback.join('#')) }
}
