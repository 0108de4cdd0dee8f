import type { Verification } from '../../../modules/audit/index.ts'

const KINDS: Readonly<Record<Verification['faults'][number]['kind'], string>> = {
  changed: '记录被改动 changed',
  missing: '记录缺失 missing',
  inserted: '记录被插入 inserted',
  'head-forged': '链首被改动 head forged',
  shortened: '链被截短 shortened',
}
const MOST_SHOWN = 200

type Fault = Verification['faults'][number]
/** Neighbouring rows with the same fault are told together. */
type Stretch = { readonly kind: Fault['kind']; readonly chain: string; readonly from: number; readonly until: number }

/** The outcome as people read it: counts, then one line for each fault or stretch of faults. */
export function verificationLines({ entries, chains, faults }: Verification): string[] {
  const counts = `审计记录${entries}条，${chains}条链 (${entries} entries in ${chains} chains)`
  if (faults.length === 0) return [counts, '未发现改动、缺失或插入。(no faults)']
  const stretches = stretchesOf(faults)
  const shown = stretches
    .slice(0, MOST_SHOWN)
    .map(({ kind, chain, from, until }) => `  链${chain}第${from === until ? from : `${from}–${until}`}条  ${KINDS[kind]}`)
  const more = stretches.length > MOST_SHOWN ? [`  另有${stretches.length - MOST_SHOWN}处 (and more)`] : []
  return [counts, `发现${faults.length}处问题，请立即停止写入并联系审计员 (${faults.length} faults)：`, ...shown, ...more]
}

function stretchesOf(faults: readonly Fault[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { kind, chain, seq } of faults.toSorted(
    (a, b) => a.chain.localeCompare(b.chain) || a.kind.localeCompare(b.kind) || a.seq - b.seq,
  )) {
    const last = stretches.at(-1)
    const follows = last !== undefined && last.kind === kind && last.chain === chain && last.until === seq - 1
    stretches.splice(follows ? -1 : stretches.length, follows ? 1 : 0, { kind, chain, from: follows ? last.from : seq, until: seq })
  }
  return stretches
}
