import { type Result, ok } from '../../../kernel/result.ts'

/** What a season is asked to do. */
export type SeasonArguments = {
  /** how many synthetic people, 1–5000 */
  readonly candidates: number
  /** same seed, same people, dossiers and responses */
  readonly seed: string
  /** an already running demonstration centre; null: start one on a folder of its own */
  readonly address: string | null
  /** leave the data folder in place at the end */
  readonly keep: boolean
  /** print one JSON document instead of the tables */
  readonly json: boolean
}

/** Why the words on the command line cannot be followed. */
export type ArgumentFault = { readonly zh: string; readonly en: string }

export const MOST_CANDIDATES = 5000
export const SEASON_USAGE = `用法 usage: zhiheng season [--candidates 1–${MOST_CANDIDATES}] [--seed 种子] [--address http://主机:端口] [--keep] [--json]`

const DEFAULTS: SeasonArguments = { candidates: 200, seed: '1', address: null, keep: false, json: false }
const SWITCHES = new Set(['--keep', '--json'])

/** Reads the words after `season`; `--flag value` and `--flag=value` are the same. The last of a repeated flag holds. */
export function parseSeasonArguments(words: readonly string[]): Result<SeasonArguments, ArgumentFault> {
  let read: SeasonArguments = DEFAULTS
  const queue = words.flatMap(word =>
    /^--\w+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word],
  )
  while (queue.length > 0) {
    const flag = queue.shift() ?? ''
    if (SWITCHES.has(flag)) {
      read = { ...read, [flag.slice(2)]: true }
      continue
    }
    const taken = withValue(read, flag, queue.shift())
    if (!taken.ok) return taken
    read = taken.value
  }
  return ok(read)
}

function withValue(read: SeasonArguments, flag: string, value: string | undefined): Result<SeasonArguments, ArgumentFault> {
  if (!['--candidates', '--seed', '--address'].includes(flag)) return fault(`不认识的参数“${flag}”。`, `unknown argument "${flag}"`)
  if (value === undefined || value === '' || value.startsWith('--')) return fault(`参数${flag}缺少取值。`, `${flag} needs a value`)
  switch (flag) {
    case '--candidates':
      return candidatesOf(read, value)
    case '--seed':
      return value.length <= 60 ? ok({ ...read, seed: value }) : fault('种子最多60个字符。', 'a seed has at most 60 characters')
    default:
      return addressOf(read, value)
  }
}

function candidatesOf(read: SeasonArguments, value: string): Result<SeasonArguments, ArgumentFault> {
  const candidates = /^\d{1,6}$/.test(value) ? Number(value) : 0
  if (candidates >= 1 && candidates <= MOST_CANDIDATES) return ok({ ...read, candidates })
  return fault(
    `人数应为1至${MOST_CANDIDATES}的整数，收到“${value}”。`,
    `--candidates is a whole number from 1 to ${MOST_CANDIDATES}, not "${value}"`,
  )
}

function addressOf(read: SeasonArguments, value: string): Result<SeasonArguments, ArgumentFault> {
  if (/^https?:\/\/[^\s/]+\/?$/.test(value)) return ok({ ...read, address: value.replace(/\/$/, '') })
  return fault(`地址应形如http://127.0.0.1:8080，收到“${value}”。`, `--address looks like http://127.0.0.1:8080, not "${value}"`)
}

function fault(zh: string, en: string): { readonly ok: false; readonly refusal: ArgumentFault } {
  return { ok: false, refusal: { zh, en } }
}
