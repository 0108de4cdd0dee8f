import { canonicalJson } from '../../../../../kernel/canonical-json.ts'

/** What one peer proves to the other about a message: who sent it, to which run of the receiver, when, and as which of its messages. */
export type Stamp = {
  readonly name: string
  /** Identifies this run of the sender; its messages are counted from 1. */
  readonly run: string
  readonly count: number
  /** The run of the receiver that the message is meant for: nothing recorded before its restart is taken again. */
  readonly toRun: string
  readonly sentAt: number
}

export const STAMP_HEADER = 'x-zhiheng-peer'
const FORM = /^([AB])\.([0-9a-f-]{36})\.([1-9]\d{0,15})\.([0-9a-f-]{36}|-)\.(\d{1,15})\.([0-9a-f]{64})$/

/** The text under the MAC of a message. */
export function stampText(stamp: Stamp, message: { readonly method: string; readonly path: string; readonly bodySha256: string }): string {
  const { method, path, bodySha256 } = message
  return `zhiheng-peer-1\n${canonicalJson([method, path, bodySha256, stamp.name, stamp.run, stamp.count, stamp.toRun, stamp.sentAt])}`
}

/** The text under the MAC of a reply: it belongs to one message only. */
export function replyText(stamp: Pick<Stamp, 'run' | 'count'>, bodySha256: string): string {
  return `zhiheng-peer-reply-1\n${canonicalJson([stamp.run, stamp.count, bodySha256])}`
}

export function writeStamp(stamp: Stamp, mac: string): string {
  return [stamp.name, stamp.run, stamp.count, stamp.toRun === '' ? '-' : stamp.toRun, stamp.sentAt, mac].join('.')
}

/** Undefined for anything that is not a stamp. */
export function readStamp(text: string | null): { readonly stamp: Stamp; readonly mac: string } | undefined {
  const match = text === null ? null : FORM.exec(text)
  if (match === null) return undefined
  const [, name, run, count, toRun, sentAt, mac] = match as unknown as [string, string, string, string, string, string, string]
  return { stamp: { name, run, count: Number(count), toRun: toRun === '-' ? '' : toRun, sentAt: Number(sentAt) }, mac }
}

/** Which messages of each run of the sender were taken: the highest number, and those of a window below it. */
export type Seen = ReadonlyMap<string, { readonly highest: number; readonly recent: ReadonlySet<number> }>
export const NOTHING_SEEN: Seen = new Map()
const WINDOW = 256
const MOST_RUNS = 64

/** Takes a message once; undefined when it was taken before or is too old to tell. */
export function takeOnce(seen: Seen, { run, count }: Pick<Stamp, 'run' | 'count'>): Seen | undefined {
  const known = seen.get(run) ?? { highest: 0, recent: new Set<number>() }
  if (count <= known.highest - WINDOW || known.recent.has(count)) return undefined
  const highest = Math.max(known.highest, count)
  const recent = new Set([...known.recent, count].filter(one => one > highest - WINDOW))
  const runs = [...seen].filter(([other]) => other !== run).slice(1 - MOST_RUNS)
  return new Map([...runs, [run, { highest, recent }]])
}
