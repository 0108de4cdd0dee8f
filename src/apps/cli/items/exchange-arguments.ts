import { FORMAT_IDS, type FormatId } from '../../../modules/item-bank/contract.ts'

export type InspectArguments = { readonly file: string; readonly format: FormatId | null; readonly json: boolean }
export type ConvertArguments = InspectArguments & { readonly to: FormatId; readonly out: string }

export const EXCHANGE_USAGE = `用法 usage: zhiheng items inspect <文件> [--format 格式] [--json]
            zhiheng items convert <文件> --to 格式 --out 文件 [--format 格式] [--json]
            格式 formats: ${FORMAT_IDS.join(' ')}`

/** Reads the words after `items inspect`; null when they make no sense. */
export function parseInspect(words: readonly string[]): InspectArguments | null {
  const read = options(words)
  if (read === null || read.file === null || read.named['to'] !== undefined || read.named['out'] !== undefined) return null
  return inspected(read.file, read)
}

/** Reads the words after `items convert`; null when they make no sense. */
export function parseConvert(words: readonly string[]): ConvertArguments | null {
  const read = options(words)
  const to = formatNamed(read?.named['to'])
  const out = read?.named['out']
  if (read === null || read.file === null || to === null || out === undefined) return null
  const base = inspected(read.file, read)
  return base === null ? null : { ...base, to, out }
}

type Read = { readonly file: string | null; readonly named: Readonly<Record<string, string>>; readonly json: boolean }

function inspected(file: string, { named, json }: Read): InspectArguments | null {
  const format = formatNamed(named['format'])
  return named['format'] !== undefined && format === null ? null : { file, format, json }
}

function formatNamed(name: string | undefined): FormatId | null {
  return FORMAT_IDS.find(id => id === name) ?? null
}

function options(words: readonly string[]): Read | null {
  const named: Record<string, string> = {}
  const plain: string[] = []
  let json = false
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const name = /^--(format|to|out)$/.exec(word)?.[1]
    if (word === '--json') json = true
    else if (name !== undefined) {
      const value = words[++at]
      if (value === undefined || value.startsWith('--')) return null
      named[name] = value
    } else if (word.startsWith('--')) return null
    else plain.push(word)
  }
  return plain.length > 1 ? null : { file: plain[0] ?? null, named, json }
}
