import type { Entry, Operation, Reply } from '../../history/history.ts'

type Without<T> = T extends unknown ? Omit<T, 'at'> : never
export type Noted = Without<Exclude<Entry, { kind: 'invoke' | 'ok' | 'fail' | 'unknown' }>>

/** Writes down what is seen from outside, in the order of the observer's time. */
export type Recorder = {
  invoke(by: string, operation: Operation): number
  /** What became of it; null: nobody knows. */
  conclude(id: number, outcome: { readonly reply: Reply } | { readonly code: string } | null): void
  note(entry: Noted): void
  readonly entries: readonly Entry[]
}

let lastId = 0

export function newRecorder(): Recorder {
  const entries: Entry[] = []
  const at = () => Math.round(performance.now())
  return {
    entries,
    invoke(by, operation) {
      lastId += 1
      entries.push({ kind: 'invoke', id: lastId, at: at(), by, operation })
      return lastId
    },
    conclude(id, outcome) {
      if (outcome === null) entries.push({ kind: 'unknown', id, at: at() })
      else if ('reply' in outcome) entries.push({ kind: 'ok', id, at: at(), reply: outcome.reply })
      else entries.push({ kind: 'fail', id, at: at(), code: outcome.code })
    },
    note: entry => void entries.push({ ...entry, at: at() } as Entry),
  }
}
