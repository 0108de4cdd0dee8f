import type { FieldFault, Refusal, Result } from '../../../../kernel/result.ts'
import { INTERACTION_NAMES, interactionOf } from '../../../interactions/contract.ts'
import { type PointFacts, areaPathOf } from '../files/parse-item-file.ts'
import { type ItemSecret, MARKS_OF_TYPE, isTheoryType } from '../item.ts'
import type { Finding } from '../lint/finding.ts'
import { lintItem } from '../lint/lint-item.ts'
import type { DraftBody } from './draft.ts'
import { isSamePlace } from './placing-groups.ts'
import type { Placing } from './version.ts'

type Place = { readonly editionId: string; readonly level: string }
/** What a draft is judged against. */
export type DraftFacts = {
  readonly place: Place
  readonly knowsArea: (place: Place, path: readonly string[]) => boolean
  /** Points of the specification table of a place; undefined where none has been entered. */
  readonly pointsOf: (place: Place) => ReadonlyMap<string, PointFacts> | undefined
}

/** Faults keep a draft from being sent; findings are what the machine sees beside them. `secret` is there when the documents are sound. */
export type DraftCheck = {
  readonly faults: readonly FieldFault[]
  readonly findings: readonly Finding[]
  readonly secret: ItemSecret | undefined
}

/** Judges a draft: documents by the rules of its type, place and points by the tables, words by the machine's eye. */
export function checkDraft(draft: DraftBody, facts: DraftFacts): DraftCheck {
  const { faults, secret } = documentsOf(draft)
  const findings =
    secret === undefined ? [] : lintItem({ ...secret, type: draft.type, marks: draft.marks, seconds: draft.seconds, source: draft.source })
  const errors = findings.filter(finding => finding.severity === 'error').map(({ place, zh, en }) => ({ path: place, zh, en }))
  return {
    faults: [...faults, ...placeFaults(draft, facts), ...pointFaults(draft, facts), ...marksFaults(draft), ...errors],
    findings,
    secret,
  }
}

function documentsOf({ type, content, key, rubric }: DraftBody): {
  readonly faults: readonly FieldFault[]
  readonly secret?: ItemSecret | undefined
} {
  const rules = interactionOf(type)
  const parsed = rules.parseContent(content)
  if (!parsed.ok) return { faults: faultsUnder('content', parsed) }
  const right = rules.parseKey(parsed.value, key)
  const credit = rubric === null ? undefined : rules.parseRubric(rubric)
  const faults = [...faultsUnder('key', right), ...(credit === undefined ? [] : faultsUnder('rubric', credit))]
  if (!right.ok || credit?.ok === false) return { faults }
  return { faults, secret: { content: parsed.value, key: right.value, ...(credit?.ok ? { rubric: credit.value } : {}) } }
}

function faultsUnder(root: string, outcome: Result<unknown, Refusal>): FieldFault[] {
  if (outcome.ok) return []
  return (outcome.refusal.fields ?? [{ path: '', zh: '内容不符合题型要求', en: 'it does not fit its type' }]).map(field => ({
    ...field,
    path: field.path === '' ? root : `${root}.${field.path}`,
  }))
}

function placeFaults({ area }: DraftBody, { place, knowsArea }: DraftFacts): FieldFault[] {
  if (area.length > 0 && knowsArea(place, area)) return []
  return [{ path: 'area', zh: '知识范围不在比重表中', en: 'the area is not in the weight table' }]
}

function pointFaults(draft: DraftBody, { place, pointsOf }: DraftFacts): FieldFault[] {
  const home = pointsOf(place)
  const faults: FieldFault[] = []
  if (home !== undefined && draft.points.length === 0) faults.push({ path: 'points', zh: '请选择鉴定点', en: 'choose an assessment point' })
  faults.push(...unknownPoints('points', draft.points, home))
  for (const [at, other] of draft.placings.entries()) {
    faults.push(...repeatedPlace(at, other, [place, ...draft.placings.slice(0, at)]))
    faults.push(...unknownPoints(`placings.${at}.points`, other.points, pointsOf(other) ?? new Map()))
  }
  const lead = home?.get(draft.points[0] ?? '')
  if (lead !== undefined && lead.areaPath !== areaPathOf(draft.area))
    faults.push({ path: 'points', zh: '首个鉴定点不属于所选知识范围', en: 'the first point lies in another area' })
  if (lead !== undefined && lead.importance !== draft.importance)
    faults.push({
      path: 'importance',
      zh: `首个鉴定点的重要程度是${lead.importance}`,
      en: `the first point is of importance ${lead.importance}`,
    })
  return faults
}

/** The item's own place is told by its points, and every other place once. */
function repeatedPlace(at: number, other: Place, before: readonly Place[]): FieldFault[] {
  if (!before.some(one => isSamePlace(one, other))) return []
  return [{ path: `placings.${at}`, zh: '同一标准版本和等级只能归属一次', en: 'an edition and level is named once' }]
}

function unknownPoints(path: string, codes: readonly string[], points: ReadonlyMap<string, PointFacts> | undefined): FieldFault[] {
  const unknown = points === undefined ? [] : codes.filter(code => !points.has(code))
  return unknown.map(code => ({ path, zh: `鉴定点${code}不在细目表中`, en: `point ${code} is not in the specification table` }))
}

function marksFaults({ type, marks }: DraftBody): FieldFault[] {
  if (!isTheoryType(type) || marks === MARKS_OF_TYPE[type]) return []
  const usual = MARKS_OF_TYPE[type] / 100
  const name = INTERACTION_NAMES[type]
  return [{ path: 'marks', zh: `${name.zh}每题${usual}分`, en: `an item of type ${name.en} carries ${usual} marks` }]
}

/** All placings of a draft: at home, and in other editions and levels. Points without an entered table are placed by the draft's own facts. */
export function placingsOf(draft: DraftBody, { place, pointsOf }: DraftFacts): readonly Placing[] {
  const at = (where: Place, codes: readonly string[], isHome: boolean): Placing[] =>
    codes.map(code => {
      const known = pointsOf(where)?.get(code)
      const areaPath = known?.areaPath ?? (isHome ? areaPathOf(draft.area) : '')
      return { editionId: where.editionId, level: where.level, code, areaPath, importance: known?.importance ?? draft.importance, isHome }
    })
  return [...at(place, draft.points, true), ...draft.placings.flatMap(other => at(other, other.points, false))]
}
