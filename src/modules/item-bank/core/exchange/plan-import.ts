import type { Hundredths } from '../../../../kernel/marks.ts'
import { marks } from '../../../../kernel/marks.ts'
import { type InteractionType, type ItemDocument, plainText, type Prose } from '../../../interactions/contract.ts'
import { MARKS_OF_TYPE, isTheoryType } from '../item.ts'
import { type DraftBody, DraftBody as DraftSchema, DraftPlace } from '../versions/draft.ts'
import type { ExchangeFault, ExchangeItem, ExchangeSet, Imported } from './exchange-item.ts'
import { renameIds } from './rename-ids.ts'

/** Where items go that do not say it themselves. */
export type ImportDefaults = {
  readonly editionId: string
  readonly level: string
  readonly area: readonly string[]
  readonly difficulty: number
}

export type PlanFacts = {
  readonly defaults: ImportDefaults
  /** Numbers that the bank has given already. */
  readonly taken: ReadonlySet<string>
  readonly knowsArea: (place: { readonly editionId: string; readonly level: string }, path: readonly string[]) => boolean
  /** Names an option anew, so that its id tells nothing about its place in the source. */
  readonly optionId: (code: string, id: string) => string
}

/** An item as it would enter the bank. */
export type PlannedItem = {
  /** The number in the source, by which faults and losses name it. */
  readonly from: string
  readonly place: DraftPlace
  readonly draft: DraftBody
  readonly stimulusId: string | null
}
export type ImportPlan = { readonly items: readonly PlannedItem[]; readonly faults: readonly ExchangeFault[] }

/** Turns what was read into drafts of the bank: numbers, places, marks by type where none are given, options named anew. */
export function planImport(imported: Imported, facts: PlanFacts): ImportPlan {
  const given = new Set(facts.taken)
  const items: PlannedItem[] = []
  const faults: ExchangeFault[] = []
  imported.items.forEach((item, at) => {
    const place = { editionId: item.facts.editionId ?? facts.defaults.editionId, level: item.facts.level ?? facts.defaults.level }
    const code = codeFor(item, place.level, at, given)
    if (code === null) return void faults.push(fault(item, 'code', '试题编号已被使用', 'the item number is taken'))
    const area = item.facts.area.length > 0 ? item.facts.area : facts.defaults.area
    if (!facts.knowsArea(place, area))
      return void faults.push(
        fault(
          item,
          'area',
          `知识范围“${area.join('／')}”不在该等级的比重表中`,
          `the area “${area.join('/')}” is not in the weight table of the level`,
        ),
      )
    const draft = DraftSchema.safeParse(draftOf(item, code, area, facts))
    if (!draft.success) {
      const why = draft.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ')
      return void faults.push(fault(item, 'facts', `试题信息不合要求：${why}`, `facts of the item are not in order: ${why}`))
    }
    given.add(code)
    items.push({ from: item.code, place: { code, ...place }, draft: draft.data, stimulusId: item.stimulusId })
  })
  return { items, faults }
}

function fault(item: ExchangeItem, element: string, zh: string, en: string): ExchangeFault {
  return { item: item.code, element, zh, en }
}

/** The number of the source where it is one of ours and free; a number of ours that is taken is a fault; others get a new one. */
function codeFor(item: ExchangeItem, level: string, at: number, given: ReadonlySet<string>): string | null {
  if (DraftPlace.shape.code.safeParse(item.code).success) return given.has(item.code) ? null : item.code
  for (let number = at + 1; ; number++) {
    const code = `${/^[A-Z][A-Z0-9]*$/.test(level) ? level : 'X'}-IMP-${String(number).padStart(3, '0')}`
    if (!given.has(code)) return code
  }
}

function draftOf(item: ExchangeItem, code: string, area: readonly string[], { defaults, optionId }: PlanFacts): Record<string, unknown> {
  const { facts } = item
  const documents = renameIds(item.type, item, id => optionId(code, id))
  return {
    type: item.type,
    content: documents.content,
    key: documents.key,
    rubric: Object.keys(documents.rubric).length === 0 ? null : documents.rubric,
    marks: item.marks ?? usualMarks(item.type, item.content),
    area: [...area],
    points: facts.points.slice(0, 4),
    placings: [],
    difficulty: facts.difficulty ?? defaults.difficulty,
    importance: facts.importance ?? 'Y',
    seconds: facts.seconds,
    source: facts.source,
    stimulusVersionId: null,
  }
}

/** Marks where the source names none: those of the type on our papers, otherwise one for each gap, and two for the rest. */
export function usualMarks(type: InteractionType, content: ItemDocument): Hundredths {
  if (isTheoryType(type)) return MARKS_OF_TYPE[type]
  const gaps = content['gaps']
  if (Array.isArray(gaps)) return marks(Math.min(10, gaps.length))
  if (type === 'case')
    return (content['parts'] as readonly { readonly marks: number }[]).reduce((sum, part) => sum + part.marks, 0) as Hundredths
  return type === 'essay' ? marks(10) : type === 'short-answer' ? marks(5) : marks(2)
}

/** The beginning of an item's text, by which a person recognises it. */
export function beginningOf({ content }: Pick<ExchangeItem, 'content'>): string {
  const prose = (content['stem'] ?? content['brief'] ?? content['stimulus']) as Prose | undefined
  const text = prose === undefined ? '' : plainText(prose).replaceAll(/\s+/g, ' ')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** Pictures of a set that the planned items really show. */
export function mediaShown(set: ExchangeSet, digests: ReadonlySet<string>): ExchangeSet['media'] {
  return set.media.filter(one => digests.has(one.media))
}
