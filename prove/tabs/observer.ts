import { eventText } from '../../src/modules/delivery/core/events.ts'
import type { Recorder } from '../hall/run/recorder.ts'
import type { SentBody, SentEvent, Told } from './page-script.ts'

/** What one page's machine has seen acknowledged, and what it says. */
export type Observer = {
  /** A page of this person speaks; each page has a name of its own. */
  hear(page: string, told: Told): void
  /** A save goes over the wire, seen by the browser: also what a page sends on its way out, when it cannot tell any more. */
  onTheWire(page: string, body: SentBody): void
  /** Pages that are gone never learn what became of their saves. */
  gone(page: string): void
  readonly claims: () => number
  readonly faults: readonly string[]
}

const SAVED = /^(?:已保存|双机已存)/

type Saving = { readonly id: number; readonly items: readonly string[] }
type Seen = {
  readonly recorder: Recorder
  readonly attempt: string
  readonly open: Map<string, Saving>
  readonly acknowledged: Set<string>
  readonly through: Map<number, number>
  readonly faults: string[]
  claims: number
}

export function observe(recorder: Recorder, attempt: string): Observer {
  const seen: Seen = { recorder, attempt, open: new Map(), acknowledged: new Set(), through: new Map(), faults: [], claims: 0 }
  return {
    faults: seen.faults,
    claims: () => seen.claims,
    onTheWire: (page, body) => recorder.conclude(invoked(seen, page, body), null),
    gone(page) {
      for (const key of seen.open.keys()) if (key.startsWith(`${page} `)) lost(seen, key)
    },
    hear(page, told) {
      if (told.what === 'sent') sent(seen, page, told)
      else if (told.what === 'heard') heard(seen, page, told)
      else if (told.what === 'lost') lost(seen, `${page} ${told.n}`)
      else if (told.what === 'shown') shown(seen, page, told)
      else for (const { itemId, value } of told.responses) if (value !== null) seen.acknowledged.add(itemId)
    },
  }
}

function sent(seen: Seen, page: string, { n, body }: Extract<Told, { what: 'sent' }>): void {
  const id = invoked(seen, page, body)
  seen.open.set(`${page} ${n}`, { id, items: body.events.filter(event => event.kind === 'respond').map(event => event.itemId) })
}

function invoked({ recorder, attempt }: Seen, page: string, { epoch, events }: SentBody): number {
  const written = events.map(event => ({ ...placed(event, epoch), text: eventText({ ...event, clientMs: 0 } as never) }))
  return recorder.invoke(page, { op: 'save', attempt, server: 0, epoch, events: written })
}

type Saved = { readonly epoch: number; readonly storedThrough: number; readonly pairThrough: number | null; readonly standing: string }

function heard({ recorder, open, acknowledged, through }: Seen, page: string, { n, status, body }: Extract<Told, { what: 'heard' }>): void {
  const known = open.get(`${page} ${n}`)
  open.delete(`${page} ${n}`)
  if (!known) return
  if (status !== 200) return recorder.conclude(known.id, status >= 500 ? null : { code: `status ${status}` })
  const { epoch, storedThrough, pairThrough, standing } = body as Saved
  const reach = { epoch, through: storedThrough, pair: pairThrough }
  recorder.conclude(known.id, { reply: { op: 'save', reach, late: standing === 'late' } })
  for (const item of known.items) acknowledged.add(item)
  through.set(epoch, Math.max(storedThrough, through.get(epoch) ?? 0))
}

function lost({ recorder, open }: Seen, key: string): void {
  const known = open.get(key)
  open.delete(key)
  if (known) recorder.conclude(known.id, null)
}

/** The page claims that all is saved: then every item it counts as answered had been acknowledged before. */
function shown(seen: Seen, page: string, { text, answered, epoch }: Extract<Told, { what: 'shown' }>): void {
  if (!SAVED.test(text)) return
  const { recorder, attempt, acknowledged, through, faults } = seen
  seen.claims += 1
  const isTrue = answered <= acknowledged.size
  if (!isTrue) faults.push(`${page} said "${text}" with ${answered} items answered; ${acknowledged.size} were acknowledged`)
  const reached = through.get(epoch) ?? 0
  if (reached > 0 || !isTrue)
    recorder.note({ kind: 'shown', by: page, attempt, level: 'saved', epoch, lastSeq: isTrue ? reached : reached + 1 })
}

function placed({ seq, itemId, kind }: SentEvent, epoch: number) {
  return { seq, itemId, kind, epoch }
}
