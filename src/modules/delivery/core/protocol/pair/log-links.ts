import type { LogEntry } from './wire-log.ts'

/** The hash before the first entry of a chain. */
const BEFORE_THE_FIRST = '0'.repeat(64)
/** The last entry that is kept of a chain; null before the first. */
export type LogHead = { readonly seq: number; readonly hash: string } | null

/**
 * Which of the entries told of one chain follow what is kept, without a gap and each linked to the one before. `torn`: the next one is there
 * and does not fit, so one of the two logs was changed. Entries that are kept already are passed over.
 */
export function followingEntries(
  head: LogHead,
  told: readonly LogEntry[],
): { readonly fresh: readonly LogEntry[]; readonly torn: boolean } {
  const fresh: LogEntry[] = []
  let [seq, hash] = [head?.seq ?? 0, head?.hash ?? BEFORE_THE_FIRST]
  for (const entry of told.toSorted((a, b) => a.seq - b.seq)) {
    if (entry.seq <= seq) continue
    if (entry.seq > seq + 1) break
    if (entry.previousHash !== hash) return { fresh, torn: true }
    fresh.push(entry)
    ;[seq, hash] = [entry.seq, entry.hash]
  }
  return { fresh, torn: false }
}
