import { type Instant, clockOf, dayOf, plusMinutes } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type KeyShare, SITE_OPENS_BEFORE_MINUTES, judgeShares, readShare } from '../../../delivery/contract.ts'

/** The custodians may join the key this long before the first sitting: time enough to read it to every site before they may open. */
export const JOINED_BEFORE_MINUTES = 60

type Times = { readonly rehearsal: boolean; readonly firstStart: Instant }

/**
 * From when on the custodians may join the key, and from when on a site may fetch it by wire. A rehearsal waits for nothing.
 */
export function handOutTimes({ rehearsal, firstStart }: Times): { readonly joinFrom: Instant | null; readonly fetchFrom: Instant | null } {
  return rehearsal
    ? { joinFrom: null, fetchFrom: null }
    : { joinFrom: plusMinutes(firstStart, -JOINED_BEFORE_MINUTES), fetchFrom: plusMinutes(firstStart, -SITE_OPENS_BEFORE_MINUTES) }
}

/** Refusal: `key-joined-too-early`. */
export function mayJoinKey(times: Times, now: Instant): Result<true> {
  const { joinFrom } = handOutTimes(times)
  return joinFrom === null || now >= joinFrom ? ok(true) : refuse('key-joined-too-early', { from: momentOf(joinFrom) })
}

/** May a site have the key by wire? Refusals: `opening-key-not-joined`, `opening-key-too-early`. */
export function mayFetchKey(times: Times & { readonly handedOutAt: Instant | null }, now: Instant): Result<true> {
  const { fetchFrom } = handOutTimes(times)
  if (fetchFrom !== null && now < fetchFrom) return refuse('opening-key-too-early', { from: momentOf(fetchFrom) })
  return times.handedOutAt === null ? refuse('opening-key-not-joined') : ok(true)
}

/** What is known of the share of each custodian: its hash says whether it was typed as it was handed over, and nothing of the key. */
export type KnownShare = { readonly place: number; readonly name: string; readonly sha256: string }

/**
 * Reads what the custodians typed and finds out whose share is wrong, before anything is joined. A slip of the pen is told with its
 * group, a share that is well written and not the one handed over with its place.
 * Refusals: `share-mistyped`, `share-wrong`, and those of `judgeShares`.
 */
export function readShares(
  texts: readonly string[],
  known: readonly KnownShare[],
  sha256: (share: Uint8Array) => string,
): Result<{ readonly shares: readonly Uint8Array[]; readonly places: readonly number[] }> {
  const read: KeyShare[] = []
  for (const [at, text] of texts.entries()) {
    const share = readShare(text)
    if (!share.ok) return refuse('share-mistyped', { place: at + 1, group: groupOf(share.refusal.facts['group']) })
    read.push(share.value)
  }
  const judged = judgeShares(read)
  if (!judged.ok) return judged
  const places: number[] = []
  for (const [at, share] of judged.value.entries()) {
    const found = known.find(one => one.sha256 === sha256(share))
    if (found === undefined) return refuse('share-wrong', { place: at + 1 })
    places.push(found.place)
  }
  return ok({ shares: judged.value, places })
}

/** The group that alone would explain the slip; 0 where more than one is wrong or the length is. */
function groupOf(group: unknown): number {
  return typeof group === 'number' ? group : 0
}

function momentOf(at: Instant): string {
  return `${dayOf(at)} ${clockOf(at)}`
}
