import { checkHistory } from '../../history/check-history.ts'
import type { Breach, Entry, FinalBook, History } from '../../history/history.ts'

/** What the checker found in one round. */
export type Verdict = {
  /** Acknowledged events that were looked for. */ readonly checked: number
  /** Acknowledged, or written down by a machine that still stands, and not there. */ readonly lost: number
  /** Breaches of any law, losses included. */ readonly breaches: readonly Breach[]
  /** Requests whose outcome the clients never learned. */ readonly unknown: number
}

export function judge(entries: readonly Entry[], books: readonly FinalBook[]): Verdict {
  const history: History = { entries, finals: [{ name: 'server', books }] }
  const breaches = checkHistory(history)
  return {
    checked: acknowledgedIn(entries).size,
    lost: breaches.filter(breach => breach.law === 'durable' || breach.law === 'gapless').length,
    breaches,
    unknown: entries.filter(entry => entry.kind === 'unknown').length,
  }
}

/** The events that a reply acknowledged: the whole save, because it is taken whole or not at all. */
function acknowledgedIn(entries: readonly Entry[]): Set<string> {
  const asked = new Map<number, Extract<Entry, { kind: 'invoke' }>>()
  const names = new Set<string>()
  for (const entry of entries) {
    if (entry.kind === 'invoke') asked.set(entry.id, entry)
    if (entry.kind !== 'ok' || entry.reply.op !== 'save') continue
    const { operation } = asked.get(entry.id) ?? {}
    if (operation?.op === 'save') for (const event of operation.events) names.add(`${operation.attempt} ${event.epoch}.${event.seq}`)
  }
  return names
}
