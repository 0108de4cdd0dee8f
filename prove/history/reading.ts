import type { Entry, FinalBook, History, Operation, Reply, Written } from './history.ts'

/** An operation with what became of it. */
export type Done = {
  readonly id: number
  readonly by: string
  readonly invokedAt: number
  readonly operation: Operation
  readonly endedAt: number | null
  readonly reply: Reply | null
}

/** The identity of an event within a run. */
export function nameOf(attempt: string, event: { readonly epoch: number; readonly seq: number }): string {
  return `${attempt} ${event.epoch}.${event.seq}`
}

export function isLater(a: { readonly epoch: number; readonly seq: number }, b: { readonly epoch: number; readonly seq: number }): boolean {
  return a.epoch > b.epoch || (a.epoch === b.epoch && a.seq > b.seq)
}

/** A history read once, in linear time, into what the laws ask for. */
export type Reading = {
  readonly history: History
  /** Operations in the order of their end; those without one at the end. */
  readonly done: readonly Done[]
  /** Everything that any machine wrote, by identity and text, and who wrote it when. */
  readonly written: ReadonlyMap<string, { readonly by: string; readonly at: number }>
  /** When disks were destroyed: servers by their number, machines by name. */
  readonly destroyed: ReadonlyMap<string, readonly number[]>
  /** The events in the end, by identity: the text that the servers agree on. */
  readonly final: ReadonlyMap<string, string>
  /** What of each attempt lies before people. */
  readonly reviewed: ReadonlyMap<string, readonly string[]>
  /** The servers whose closing of an attempt some holder still knows. */
  readonly closedBy: ReadonlyMap<string, ReadonlySet<number>>
  readonly books: ReadonlyMap<string, FinalBook>
}

export function readHistory(history: History): Reading {
  const invoked = new Map<number, Extract<Entry, { kind: 'invoke' }>>()
  const written = new Map<string, { by: string; at: number }>()
  const destroyed = new Map<string, number[]>()
  const done: Done[] = []
  for (const entry of history.entries) {
    if (entry.kind === 'invoke') {
      invoked.set(entry.id, entry)
      if (entry.operation.op === 'save') note(written, entry.operation.attempt, entry.operation.events, entry)
    } else if (entry.kind === 'kept') note(written, entry.attempt, entry.events, entry)
    else if (entry.kind === 'destroyed') {
      const key = `${entry.what} ${entry.name}`
      destroyed.set(key, [...(destroyed.get(key) ?? []), entry.at])
    } else if (entry.kind === 'ok' || entry.kind === 'fail' || entry.kind === 'unknown') {
      const from = invoked.get(entry.id)
      if (!from) throw new Error(`an end without a beginning: ${entry.id}`)
      invoked.delete(entry.id)
      done.push({ ...opened(from), endedAt: entry.at, reply: entry.kind === 'ok' ? entry.reply : null })
    }
  }
  for (const from of invoked.values()) done.push({ ...opened(from), endedAt: null, reply: null })
  return { history, done, written, destroyed, ...endOf(history) }
}

function opened(from: Extract<Entry, { kind: 'invoke' }>) {
  return { id: from.id, by: from.by, invokedAt: from.at, operation: from.operation }
}

function note(
  into: Map<string, { by: string; at: number }>,
  attempt: string,
  events: readonly Written[],
  who: { readonly by: string; readonly at: number },
): void {
  for (const event of events) {
    const key = `${nameOf(attempt, event)} ${event.text}`
    if (!into.has(key)) into.set(key, { by: who.by, at: who.at })
  }
}

function endOf(history: History): Pick<Reading, 'final' | 'reviewed' | 'closedBy' | 'books'> {
  const final = new Map<string, string>()
  const books = new Map<string, FinalBook>()
  const reviewed = new Map<string, readonly string[]>()
  const closedBy = new Map<string, ReadonlySet<number>>()
  for (const holder of history.finals) {
    for (const book of holder.books) {
      if (!books.has(book.attempt)) books.set(book.attempt, book)
      reviewed.set(book.attempt, [...(reviewed.get(book.attempt) ?? []), ...book.review])
      closedBy.set(book.attempt, new Set([...(closedBy.get(book.attempt) ?? []), ...book.closedBy]))
      for (const event of book.events) final.set(nameOf(book.attempt, event), event.text)
    }
  }
  return { final, reviewed, closedBy, books }
}
