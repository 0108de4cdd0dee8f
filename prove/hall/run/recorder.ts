import type { Entry, Operation, Reply } from '../../history/history.ts'

type Without<T> = T extends unknown ? Omit<T, 'at'> : never
export type Noted = Without<Exclude<Entry, { kind: 'invoke' | 'ok' | 'fail' | 'unknown' }>>

/** Writes down what is seen from outside, in the order of the observer's time. */
export type Recorder = {
  invoke(by: string, operation: Operation): number
  /** What became of it; null: nobody knows. */
  conclude(id: number, outcome: { readonly reply: Reply } | { readonly code: string } | null): void
  note(entry: Noted): void
  /** Saves that were acknowledged so far, and requests whose outcome stayed unknown. */ readonly counts: () => {
    readonly saves: number
    readonly unknown: number
  }
  readonly entries: readonly Entry[]
}

let lastId = 0

export function newRecorder(): Recorder {
  const entries: Entry[] = []
  let [saves, unknown] = [0, 0]
  const at = () => Math.round(performance.now())
  return {
    entries,
    counts: () => ({ saves, unknown }),
    invoke(by, operation) {
      lastId += 1
      entries.push({ kind: 'invoke', id: lastId, at: at(), by, operation })
      return lastId
    },
    conclude(id, outcome) {
      if (outcome === null) unknown += 1
      else if ('reply' in outcome && outcome.reply.op === 'save') saves += 1
      if (outcome === null) entries.push({ kind: 'unknown', id, at: at() })
      else if ('reply' in outcome) entries.push({ kind: 'ok', id, at: at(), reply: outcome.reply })
      else entries.push({ kind: 'fail', id, at: at(), code: outcome.code })
    },
    note: entry => void entries.push({ ...entry, at: at() } as Entry),
  }
}
