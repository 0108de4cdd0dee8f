import { type Hundredths, hundredths, marks } from '../../../../kernel/marks.ts'
import { INTERACTION_TYPES, type InteractionType } from '../../../interactions/contract.ts'
import { type BankItem, type WeightedArea, liesIn } from '../../../item-bank/contract.ts'

/** What a form is checked against: the weight table and the levels whose items may stand in it. Nothing of the engine is used. */
export type CheckOrder = {
  readonly areas: readonly WeightedArea[]
  readonly items: readonly BankItem[]
  readonly levels: readonly string[]
}

/** One line of the proof: an area, what the table demands, and what the form holds. */
export type ProofRow = {
  readonly path: readonly string[]
  readonly weight: Hundredths
  readonly marks: Hundredths
  readonly counts: Readonly<Record<InteractionType, number>>
}

/** What may be wrong with a form. */
export type FormFault =
  | { readonly kind: 'total'; readonly total: Hundredths }
  | { readonly kind: 'area'; readonly path: readonly string[]; readonly weight: Hundredths; readonly marks: Hundredths }
  | { readonly kind: 'outside'; readonly code: string }
  | { readonly kind: 'twice'; readonly code: string }
  | { readonly kind: 'not-operational'; readonly code: string }
  | { readonly kind: 'level'; readonly code: string; readonly level: string }

/** The proof of a form: sound when there is no fault. */
export type FormProof = { readonly rows: readonly ProofRow[]; readonly total: Hundredths; readonly faults: readonly FormFault[] }

const FULL = marks(100)

/**
 * Checks a form anew, from the weight table and the items alone: 10 000 hundredths in all, each area exactly its weight, no item
 * outside the table or twice, every item operational and of an admitted level.
 */
export function checkForm({ areas, items, levels }: CheckOrder): FormProof {
  const rows = areas.map(area => rowOf(area, items))
  const total = sumOf(items)
  const faults: FormFault[] = total === FULL ? [] : [{ kind: 'total', total }]
  for (const row of rows) if (row.marks !== row.weight) faults.push({ kind: 'area', path: row.path, weight: row.weight, marks: row.marks })
  const seen = new Set<string>()
  for (const item of items) {
    faults.push(...itemFaults(item, areas, levels))
    if (seen.has(item.itemId)) faults.push({ kind: 'twice', code: item.code })
    seen.add(item.itemId)
  }
  return { rows, total, faults }
}

function itemFaults(item: BankItem, areas: readonly WeightedArea[], levels: readonly string[]): FormFault[] {
  const faults: FormFault[] = []
  if (areas.filter(area => liesIn(item.area, area.path)).length !== 1) faults.push({ kind: 'outside', code: item.code })
  if (item.state !== 'operational') faults.push({ kind: 'not-operational', code: item.code })
  if (!levels.includes(item.level)) faults.push({ kind: 'level', code: item.code, level: item.level })
  return faults
}

function rowOf(area: WeightedArea, items: readonly BankItem[]): ProofRow {
  const inside = items.filter(item => liesIn(item.area, area.path))
  const counts = Object.fromEntries(
    INTERACTION_TYPES.map(type => [type, inside.filter(item => item.type === type).length]),
  ) as ProofRow['counts']
  return { path: area.path, weight: marks(area.weight), marks: sumOf(inside), counts }
}

function sumOf(items: readonly BankItem[]): Hundredths {
  return hundredths(items.reduce((sum, item) => sum + item.marks, 0))
}
