import { canonicalJson } from '../../../kernel/canonical-json.ts'
import type { AuditEntry, ChainHead } from './entry.ts'

/** Keyed hash of a text; the key lies outside the database. */
export type Mac = (text: string) => string

/** The hash before the first entry of a chain. */
export const GENESIS = '0'.repeat(64)

/** Spreads entries over 16 chains by their subject, so that unrelated decisions do not wait for each other. */
export function chainOf(subjectId: string): string {
  let h = 0x811c9dc5
  for (let i = 0; i < subjectId.length; i++) h = Math.imul(h ^ subjectId.charCodeAt(i), 0x01000193)
  return (h >>> 0).toString(16).slice(-1)
}

/** The text that is hashed: every column except the hash itself. */
export function entryText(entry: Omit<AuditEntry, 'hash'>): string {
  const { chain, seq, at, actor, type, subject, facts, previousHash } = entry
  return canonicalJson({ chain, seq, at, actor, type, subject, facts, previousHash })
}

export function headText(head: ChainHead): string {
  return canonicalJson({ chain: head.chain, seq: head.seq, hash: head.hash })
}

/** What verification can find. `at` is the place in the chain. */
export type ChainFault =
  | { readonly kind: 'changed'; readonly chain: string; readonly seq: number }
  | { readonly kind: 'missing'; readonly chain: string; readonly seq: number }
  | { readonly kind: 'inserted'; readonly chain: string; readonly seq: number }
  | { readonly kind: 'head-forged'; readonly chain: string; readonly seq: number }
  | { readonly kind: 'shortened'; readonly chain: string; readonly seq: number }

/** One chain as it was read: its rows in order, its head, and what was last written outside the database. */
export type ChainToVerify = {
  readonly chain: string
  readonly entries: readonly AuditEntry[]
  readonly head: (ChainHead & { readonly mac: string }) | null
  readonly checkpoint: ChainHead | null
  readonly mac: Mac
}

/**
 * Judges one chain in order of `seq` against its head and the last checkpoint kept outside the database.
 * A gap is `missing`, a row beyond the head `inserted`, a row whose text or link does not fit its hash `changed`.
 */
export function verifyChain({ chain, entries, head, checkpoint, mac }: ChainToVerify): ChainFault[] {
  const faults: ChainFault[] = []
  let expected = 1
  let previous = GENESIS
  for (const entry of entries) {
    const gap = expected < entry.seq
    // beyond the head nothing can be missing: one inserted row with a huge number must not name a million others
    for (const end = Math.min(entry.seq, (head?.seq ?? 0) + 1); expected < end; expected++)
      faults.push({ kind: 'missing', chain, seq: expected })
    const whole = mac(entryText(entry)) === entry.hash
    // after a gap the link cannot be judged: the gap itself is already a fault
    const linked = entry.previousHash === previous || gap
    if (!whole || !linked) faults.push({ kind: 'changed', chain, seq: entry.seq })
    if (head === null || entry.seq > head.seq) faults.push({ kind: 'inserted', chain, seq: entry.seq })
    previous = entry.hash
    expected = entry.seq + 1
  }
  if (head !== null) {
    for (; expected <= head.seq; expected++) faults.push({ kind: 'missing', chain, seq: expected })
    const last = entries.find(entry => entry.seq === head.seq)
    if (mac(headText(head)) !== head.mac || (last && last.hash !== head.hash)) faults.push({ kind: 'head-forged', chain, seq: head.seq })
  }
  if (checkpoint !== null) faults.push(...againstCheckpoint(chain, entries, checkpoint))
  return faults
}

/** A chain cut back together with its head still contradicts the checkpoint written to disk. */
function againstCheckpoint(chain: string, entries: readonly AuditEntry[], checkpoint: ChainHead): ChainFault[] {
  if (checkpoint.seq === 0) return []
  const at = entries.find(entry => entry.seq === checkpoint.seq)
  if (!at) return [{ kind: 'shortened', chain, seq: checkpoint.seq }]
  return at.hash === checkpoint.hash ? [] : [{ kind: 'changed', chain, seq: checkpoint.seq }]
}
