/** What the laboratory is asked on the command line. */
export type LabArguments =
  | { readonly verb: 'tasks'; readonly folder: string; readonly json: boolean }
  | {
      readonly verb: 'gates'
      readonly task: string
      readonly seeds: number
      readonly folder: string
      readonly json: boolean
      /** Where the word of the gates is kept; null: it is only told. */
      readonly record: string | null
    }
  | { readonly verb: 'items'; readonly folder: string; readonly json: boolean }

export const LAB_USAGE = `用法 usage: zhiheng lab tasks [--folder 目录] [--json]
           zhiheng lab gates <任务编号>|all [--seeds 200] [--record 文件] [--folder 目录] [--json]
           zhiheng lab items [--folder 目录] [--json]`

const MOST_SEEDS = 100_000

/** Reads the words after `lab`; null when they make no sense. */
export function parseLabArguments([verb, ...words]: readonly string[]): LabArguments | null {
  const flags = flagsOf(words)
  if (flags === null) return null
  const { rest, folder, json, record } = flags
  const plain = rest.length === 0 && flags.seeds === null && record === null
  if (verb === 'tasks' || verb === 'items') return plain ? { verb, folder, json } : null
  if (verb !== 'gates' || rest.length !== 1) return null
  return { verb, task: rest[0] ?? '', seeds: flags.seeds ?? 200, folder, json, record }
}

type Flags = {
  readonly rest: readonly string[]
  readonly seeds: number | null
  readonly folder: string
  readonly json: boolean
  readonly record: string | null
}

function flagsOf(words: readonly string[]): Flags | null {
  let read: Flags = { rest: [], seeds: null, folder: 'data/lab', json: false, record: null }
  for (let i = 0; i < words.length; i++) {
    const [word = '', value = ''] = [words[i], words[i + 1]]
    if (word === '--json') read = { ...read, json: true }
    else if (word === '--folder' && value !== '' && !value.startsWith('--')) read = { ...read, folder: String(words[++i]) }
    else if (word === '--record' && value !== '' && !value.startsWith('--')) read = { ...read, record: String(words[++i]) }
    else if (word === '--seeds' && isCount(value)) read = { ...read, seeds: Number(words[++i]) }
    else if (!word.startsWith('--')) read = { ...read, rest: [...read.rest, word] }
    else return null
  }
  return read
}

function isCount(text: string): boolean {
  return /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_SEEDS
}
