import { eventText } from '../../src/modules/delivery/core/events.ts'
import type { Recorder } from '../hall/run/recorder.ts'
import type { SentEvent, Told } from './page-script.ts'

/** What one page's machine has seen acknowledged, and what it says. */
export type Observer = {
  /** A page of this person speaks; each page has a name of its own. */
  hear(page: string, told: Told): void
  /** Pages that are gone never learn what became of their saves. */
  gone(page: string): void
  readonly claims: () => number
  readonly faults: readonly string[]
}

const SAVED = /^(?:已保存|双机已存)/

export function observe(recorder: Recorder, attempt: string): Observer {
  const open = new Map<string, { readonly id: number; readonly items: readonly string[]; readonly epoch: number }>()
  const acknowledged = new Set<string>()
  const through = new Map<number, number>()
  const faults: string[] = []
  let claims = 0

  const sent = (page: string, { n, body }: Extract<Told, { what: 'sent' }>) => {
    const events = body.events.map(event => ({ ...placed(event, body.epoch), text: eventText({ ...event, clientMs: 0 } as never) }))
    const id = recorder.invoke(page, { op: 'save', attempt, server: 0, epoch: body.epoch, events })
    open.set(`${page} ${n}`, {
      id,
      epoch: body.epoch,
      items: body.events.filter(event => event.kind === 'respond').map(event => event.itemId),
    })
  }
  const heard = (page: string, { n, status, body }: Extract<Told, { what: 'heard' }>) => {
    const known = open.get(`${page} ${n}`)
    open.delete(`${page} ${n}`)
    if (!known) return
    if (status !== 200) return recorder.conclude(known.id, status >= 500 ? null : { code: `status ${status}` })
    const { epoch, storedThrough, pairThrough, standing } = body as {
      epoch: number
      storedThrough: number
      pairThrough: number | null
      standing: string
    }
    recorder.conclude(known.id, {
      reply: { op: 'save', reach: { epoch, through: storedThrough, pair: pairThrough }, late: standing === 'late' },
    })
    for (const item of known.items) acknowledged.add(item)
    through.set(epoch, Math.max(storedThrough, through.get(epoch) ?? 0))
  }
  const lost = (key: string) => {
    const known = open.get(key)
    open.delete(key)
    if (known) recorder.conclude(known.id, null)
  }
  const shown = (page: string, { text, answered, epoch }: Extract<Told, { what: 'shown' }>) => {
    if (!SAVED.test(text)) return
    claims += 1
    const isTrue = answered <= acknowledged.size
    if (!isTrue) faults.push(`${page} said "${text}" with ${answered} items answered; ${acknowledged.size} were acknowledged`)
    const reached = through.get(epoch) ?? 0
    if (reached > 0 || !isTrue)
      recorder.note({ kind: 'shown', by: page, attempt, level: 'saved', epoch, lastSeq: isTrue ? reached : reached + 1 })
  }
  return {
    faults,
    claims: () => claims,
    gone(page) {
      for (const key of open.keys()) if (key.startsWith(`${page} `)) lost(key)
    },
    hear(page, told) {
      if (told.what === 'sent') sent(page, told)
      else if (told.what === 'heard') heard(page, told)
      else if (told.what === 'lost') lost(`${page} ${told.n}`)
      else if (told.what === 'shown') shown(page, told)
      else for (const { itemId, value } of told.responses) if (value !== null) acknowledged.add(itemId)
    },
  }
}

function placed({ seq, itemId, kind }: SentEvent, epoch: number) {
  return { seq, itemId, kind, epoch }
}
