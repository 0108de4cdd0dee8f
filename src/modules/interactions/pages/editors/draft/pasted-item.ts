/** An item as people keep it in their files: stem, lettered options, key and explanation below. */
export type PastedItem = {
  readonly stem: string
  readonly options: readonly string[]
  /** Places of the right options; empty where no key was pasted. */
  readonly right: readonly number[]
  readonly verdict: 'true' | 'false' | null
  readonly explanation: string
}

const NUMBER = /^\s*(?:第?\s*\d{1,3}\s*[.、．)）题]|[（(]\s*\d{1,3}\s*[)）])\s*/
const OPTION = /^\s*[（(]?\s*([A-HＡ-Ｈ])\s*(?:[)）]\s*[.、．:：]?|[.、．:：])\s*/
const INNER_OPTION = /(?:\s{2,}|\t|　+|(?<=\S)\s+)(?=[（(]?[A-HＡ-Ｈ]\s*(?:[)）]|[.、．:：])\s*\S)/g
const KEY = /^\s*[【[]?\s*(?:正确|参考|标准)?\s*(?:答案键?|key|answer)\s*[】\]]?\s*(?:是|为)?\s*[:：]?\s*/i
const EXPLANATION = /^\s*[【[]?\s*(?:答案)?\s*(?:解析|说明|explanation)\s*[】\]]?\s*[:：]?\s*/i
const IN_BRACKETS = /([（(])\s*([A-HＡ-Ｈ](?:\s*[、,，]?\s*[A-HＡ-Ｈ])*|√|×|对|错|正确|错误)\s*([)）])/

/** Reads a pasted block; null when there is neither a key nor at least two options in it. */
export function readPastedItem(text: string): PastedItem | null {
  const parts = { stem: [] as string[], options: [] as string[], key: '', explanation: [] as string[] }
  let into: 'stem' | 'options' | 'explanation' = 'stem'
  for (const line of linesOf(text)) {
    if (KEY.test(line)) {
      const [key, explanation] = cutExplanation(line.replace(KEY, ''))
      parts.key = key
      parts.explanation.push(...explanation)
      into = 'explanation'
    } else if (EXPLANATION.test(line)) {
      parts.explanation.push(line.replace(EXPLANATION, ''))
      into = 'explanation'
    } else if (into !== 'explanation' && OPTION.test(line) && letterAt(line) === parts.options.length) {
      parts.options.push(line.replace(OPTION, '').trim())
      into = 'options'
    } else if (into === 'options') parts.options[parts.options.length - 1] += line.trim()
    else parts[into].push(line.trim())
  }
  return finished(parts)
}

function finished(parts: {
  readonly stem: readonly string[]
  readonly options: readonly string[]
  readonly key: string
  readonly explanation: readonly string[]
}): PastedItem | null {
  const written = parts.stem.join('\n').replace(NUMBER, '').trim()
  const bracket = parts.key === '' ? IN_BRACKETS.exec(written) : null
  const stated = parts.key === '' ? (bracket?.[2] ?? '') : parts.key
  const stem =
    bracket === null || (parts.options.length === 0 && verdictOf(stated) === null)
      ? written
      : written.replace(bracket[0], `${bracket[1]}　　${bracket[3]}`)
  const right = lettersOf(stated).filter(at => at < parts.options.length)
  const verdict = parts.options.length === 0 ? verdictOf(stated) : null
  if (parts.options.length < 2 && verdict === null) return null
  return { stem, options: parts.options, right, verdict, explanation: parts.explanation.filter(line => line !== '').join('\n') }
}

/** Lines without empty ones; options that stand beside one another get lines of their own. */
function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .flatMap(line => (OPTION.test(line) ? line.split(INNER_OPTION) : [line]))
    .filter(line => line.trim() !== '')
}

function cutExplanation(text: string): [string, string[]] {
  const found = /\s*[。；;]?\s*[【[]?(?:解析|说明)[】\]]?\s*[:：]\s*(.*)$/.exec(text)
  return found === null ? [text.trim(), []] : [text.slice(0, found.index).trim(), [found[1] ?? '']]
}

function letterAt(line: string): number {
  return placeOf(OPTION.exec(line)?.[1] ?? '')
}

function placeOf(letter: string): number {
  return letter.normalize('NFKC').charCodeAt(0) - 65
}

function lettersOf(text: string): number[] {
  const plain = text.normalize('NFKC').replaceAll(/[\s、,，.。]/g, '')
  return /^[A-H]{1,8}$/.test(plain) ? [...new Set([...plain].map(placeOf))] : []
}

function verdictOf(text: string): PastedItem['verdict'] {
  const plain = text.replaceAll(/[\s。.]/g, '')
  if (/^(?:正确|对|√|✓|T|true|是)$/i.test(plain)) return 'true'
  return /^(?:错误|错|×|✗|X|F|false|否)$/i.test(plain) ? 'false' : null
}

/** Several lines as entries of a list, without letters and numbers in front of them; one line is no list. */
export function readPastedLines(text: string): string[] | null {
  const lines = linesOf(text)
  if (lines.length < 2) return null
  const lettered = lines.every((line, at) => OPTION.test(line) && letterAt(line) === at)
  const bare = lettered
    ? lines.map(line => line.replace(OPTION, ''))
    : lines.every(line => NUMBER.test(line))
      ? lines.map(line => line.replace(NUMBER, ''))
      : lines
  return bare.map(line => line.trim())
}

/** Cells copied from a spreadsheet; null when it is one plain text. */
export function readPastedCells(text: string): string[][] | null {
  const rows = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map(row => row.split('\t').map(cell => cell.trim()))
  const width = Math.max(...rows.map(row => row.length))
  if (rows.length < 2 && width < 2) return null
  return rows.map(row => Array.from({ length: width }, (_, at) => row[at] ?? ''))
}
