import type { Breach, Reach, Written } from '../history.ts'
import { type Done, type Reading, isLater, nameOf } from '../reading.ts'

/** Was a disk destroyed at or after a time? */
function destroyedSince(reading: Reading, key: string, at: number): boolean {
  return (reading.destroyed.get(key) ?? []).some(time => time >= at)
}

/** 1: what a reply acknowledged, and what a machine said to have written down, is there in the end. */
export function durable(reading: Reading): Breach[] {
  const breaches = new Map<string, Breach>()
  const miss = (attempt: string, event: Written, why: string) => {
    const name = nameOf(attempt, event)
    if (reading.final.get(name) === event.text || breaches.has(name)) return
    breaches.set(name, { law: 'durable', attempt, witness: `${name} ${event.text}: ${why}, and it is not there` })
  }
  const paired = pairedBy(reading)
  for (const one of reading.done) {
    if (one.operation.op !== 'save' || one.reply?.op !== 'save' || one.endedAt === null) continue
    const { attempt, server, epoch, events } = one.operation
    for (const event of events) {
      const pairedAt = paired.get(`${attempt} ${epoch}`)?.find(told => told.pair >= event.seq)
      const writtenAt = reading.written.get(`${nameOf(attempt, event)} ${event.text}`)?.at ?? 0
      const wasLost =
        pairedAt === undefined &&
        destroyedSince(reading, `server ${server}`, one.invokedAt) &&
        (destroyedSince(reading, `machine ${one.by}`, writtenAt) || destroyedSince(reading, `page ${one.by}`, writtenAt))
      if (!wasLost) miss(attempt, event, `acknowledged by server ${server} at ${one.endedAt} (operation ${one.id})`)
    }
  }
  for (const entry of reading.history.entries) {
    if (entry.kind !== 'kept' || destroyedSince(reading, `machine ${entry.by}`, entry.at)) continue
    for (const event of entry.events) miss(entry.attempt, event, `written down by ${entry.by} at ${entry.at}`)
  }
  return [...breaches.values(), ...forgotten(reading)]
}

/** A server that has told to hold an epoch up to a number and is asked later holds it still, unless its disk was destroyed. */
function forgotten(reading: Reading): Breach[] {
  const breaches: Breach[] = []
  const most = new Map<string, { readonly through: number; readonly at: number; readonly since: number }>()
  for (const { one, attempt, reach } of reachesOf(reading.done)) {
    if (one.operation.op === 'credit' || one.endedAt === null) continue
    const { server } = one.operation
    const key = `${attempt} ${reach.epoch} ${server}`
    const known = most.get(key)
    if (known && one.invokedAt > known.at && reach.through < known.through && !destroyedSince(reading, `server ${server}`, known.since))
      breaches.push({
        law: 'durable',
        attempt,
        witness: `server ${server} told ${reach.epoch}.${known.through} at ${known.at}; asked at ${one.invokedAt} it told ${reach.through}`,
      })
    if (!known || reach.through > known.through) most.set(key, { through: reach.through, at: one.endedAt, since: one.invokedAt })
  }
  return breaches
}

/** Where replies told the pair level of an epoch. */
function pairedBy(reading: Reading): Map<string, { pair: number }[]> {
  const paired = new Map<string, { pair: number }[]>()
  for (const { attempt, reach } of reachesOf(reading.done)) {
    if (reach.pair === null || reach.pair === 0) continue
    const key = `${attempt} ${reach.epoch}`
    const told = paired.get(key) ?? []
    if ((told.at(-1)?.pair ?? 0) < reach.pair) paired.set(key, [...told, { pair: reach.pair }])
  }
  return paired
}

function* reachesOf(done: readonly Done[]): Generator<{ one: Done; attempt: string; reach: Reach }> {
  for (const one of done) {
    if (one.reply?.op === 'save' && one.operation.op === 'save') yield { one, attempt: one.operation.attempt, reach: one.reply.reach }
    if (one.reply?.op === 'resume' && one.operation.op === 'resume')
      for (const reach of one.reply.reach) yield { one, attempt: one.operation.attempt, reach }
  }
}

/** 2: every stored event was written by somebody, with this content and once. */
export function noInvention(reading: Reading): Breach[] {
  const breaches: Breach[] = []
  for (const holder of reading.history.finals)
    for (const book of holder.books)
      for (const event of book.events) {
        const name = nameOf(book.attempt, event)
        if (!reading.written.has(`${name} ${event.text}`))
          breaches.push({
            law: 'no-invention',
            attempt: book.attempt,
            witness: `${holder.name} holds ${name} ${event.text}, which nobody wrote`,
          })
      }
  return [...breaches, ...twoContents(reading)]
}

/** One identity with two contents: two writers shared an epoch. */
function twoContents(reading: Reading): Breach[] {
  const breaches: Breach[] = []
  const texts = new Map<string, string>()
  for (const key of reading.written.keys()) {
    const [attempt = '', place = ''] = key.split(' ', 2)
    const name = `${attempt} ${place}`
    const text = key.slice(name.length + 1)
    const known = texts.get(name)
    if (known !== undefined && known !== text)
      breaches.push({ law: 'no-invention', attempt, witness: `${name} was written twice: ${known} and ${text}` })
    texts.set(name, text)
  }
  return breaches
}

/** 4: a number told to be reached covers events that all are there. */
export function gapless(reading: Reading): Breach[] {
  const breaches: Breach[] = []
  const checked = new Map<string, number>()
  for (const { one, attempt, reach } of reachesOf(reading.done)) {
    const server = one.operation.op === 'credit' ? -1 : one.operation.server
    const key = `${attempt} ${reach.epoch}`
    for (let seq = (checked.get(key) ?? 0) + 1; seq <= reach.through; seq++) {
      const name = nameOf(attempt, { epoch: reach.epoch, seq })
      // what only a destroyed server held may be gone; `durable` says when it may not
      if (!reading.final.has(name) && !destroyedSince(reading, `server ${server}`, one.invokedAt))
        breaches.push({
          law: 'gapless',
          attempt,
          witness: `server ${server} told ${reach.through} at ${one.endedAt}, and ${name} is missing`,
        })
    }
    checked.set(key, Math.max(checked.get(key) ?? 0, reach.through))
  }
  return breaches
}

/** 3: a resume at a server that had acknowledged a response returns it or a later one. */
export function readYourWrites(reading: Reading): Breach[] {
  const breaches: Breach[] = []
  // a disk may be lost while the acknowledgement is still on its way: `since` is when it was asked for
  type Known = Written & { readonly at: number; readonly since: number }
  const last = new Map<string, Map<string, Known>>()
  for (const one of reading.done) {
    const { operation, reply, endedAt } = one
    if (endedAt === null || (operation.op !== 'save' && operation.op !== 'resume')) continue
    const place = `${operation.attempt} ${operation.server}`
    const known = last.get(place) ?? new Map<string, Known>()
    if (operation.op === 'save' && reply?.op === 'save' && !reply.late) {
      last.set(place, known)
      for (const event of operation.events) {
        const key = `${event.kind} ${event.itemId}`
        const before = known.get(key)
        if (!before || isLater(event, before)) known.set(key, { ...event, at: endedAt, since: one.invokedAt })
      }
    }
    if (operation.op !== 'resume' || reply?.op !== 'resume' || reply.closed) continue
    const given = new Map(reply.responses.map(response => [`${response.kind} ${response.itemId}`, response]))
    for (const [key, event] of known) {
      // the acknowledgement must have come before the question; a server whose disk is gone is asked anew
      if (event.at > one.invokedAt || destroyedSince(reading, `server ${operation.server}`, event.since)) continue
      const found = given.get(key)
      if (found === undefined || isLater(event, found))
        breaches.push({
          law: 'read-your-writes',
          attempt: operation.attempt,
          witness: `server ${operation.server} acknowledged ${nameOf(operation.attempt, event)} at ${event.at}; asked at ${one.invokedAt} it gave ${found?.text ?? 'nothing'}`,
        })
    }
  }
  return breaches
}

/** What is shown as saved had been acknowledged before. */
export function honest(reading: Reading): Breach[] {
  const breaches: Breach[] = []
  const reached = new Map<string, { through: number; pair: number }>()
  const invoked = new Map<number, Extract<Reading['history']['entries'][number], { kind: 'invoke' }>>()
  for (const entry of reading.history.entries) {
    if (entry.kind === 'invoke') invoked.set(entry.id, entry)
    if (entry.kind === 'ok') {
      const from = invoked.get(entry.id)
      if (!from || from.operation.op === 'credit') continue
      const told = entry.reply.op === 'save' ? [entry.reply.reach] : entry.reply.op === 'resume' ? entry.reply.reach : []
      for (const { epoch, through, pair } of told) {
        const key = `${from.operation.attempt} ${epoch}`
        const known = reached.get(key) ?? { through: 0, pair: 0 }
        reached.set(key, { through: Math.max(known.through, through), pair: Math.max(known.pair, pair ?? through) })
      }
    }
    if (entry.kind !== 'shown') continue
    const known = reached.get(`${entry.attempt} ${entry.epoch}`) ?? { through: 0, pair: 0 }
    if ((entry.level === 'saved' ? known.through : known.pair) < entry.lastSeq)
      breaches.push({
        law: 'honest',
        attempt: entry.attempt,
        witness: `${entry.by} showed "${entry.level}" for ${entry.epoch}.${entry.lastSeq} at ${entry.at}; acknowledged were ${known.through}, by both ${known.pair}`,
      })
  }
  return breaches
}
