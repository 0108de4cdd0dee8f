import type { ResultRowView } from '../../../../modules/award/contract.ts'

const MINIMUM = 6000 // of both papers, in hundredths

/** What one candidate is known to deserve; null marks: the paper was not sat. */
export type Deserved = {
  readonly who: string
  readonly ticketNumber: string
  readonly ability: number
  readonly theory: number | null
  readonly practical: number | null
}
/** What a result must be. */
export function deservedState({ theory, practical }: Pick<Deserved, 'theory' | 'practical'>): 'passed' | 'failed' | 'absent' {
  if (theory === null && practical === null) return 'absent'
  return theory !== null && practical !== null && theory >= MINIMUM && practical >= MINIMUM ? 'passed' : 'failed'
}

/** Each way in which the results table differs from what everybody deserves. */
export function wrongResults(deserved: readonly Deserved[], rows: readonly ResultRowView[]): string[] {
  const byTicket = new Map(rows.map(r => [r.ticketNumber, r]))
  const missing = deserved.filter(d => !byTicket.has(d.ticketNumber)).map(d => `${d.who}没有成绩`)
  const strange = rows.length - deserved.length + missing.length
  const faults = deserved.flatMap(d => {
    const row = byTicket.get(d.ticketNumber)
    if (!row) return []
    const state = deservedState(d)
    return [
      ...(row.state === state ? [] : [`${d.who}应判${state}，系统判${row.state}`]),
      ...markFault(d.who, '理论', d.theory, row.theory),
      ...markFault(d.who, '操作技能', d.practical, row.practical),
      ...((row.certificateNumber !== null) === (row.state === 'passed')
        ? []
        : [`${d.who}判为${row.state}，${row.certificateNumber === null ? '没有' : '却有'}证书`]),
    ]
  })
  return [...missing, ...(strange > 0 ? [`成绩表中有${strange}人不是本次考生`] : []), ...faults]
}

function markFault(who: string, paper: string, mark: number | null, seen: ResultRowView['theory']): string[] {
  const wanted = mark === null ? 'absent' : `marked ${mark}`
  const found = seen.kind === 'marked' ? `marked ${seen.mark}` : seen.kind
  return wanted === found ? [] : [`${who}${paper}应为${wanted}，系统为${found}`]
}
