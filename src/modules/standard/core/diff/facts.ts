import { levelOrder } from '../level/levels.ts'
import type { LevelCode } from '../clause.ts'
import type { Edition, EditionId, EditionLevel, OccupationalFunction, WeightKey, WeightTables } from '../edition.ts'
import type { ProvenanceText } from '../provenance.ts'
import { type ResolvedEdition, originOf } from '../resolve.ts'

/** The sections of a standard, in the order of its printed text. */
export type SectionId = 'occupation' | 'levels' | 'eligibility' | 'training-and-assessment' | 'requirements' | 'weights'

export const SECTIONS: readonly { readonly id: SectionId; readonly zh: string; readonly en: string }[] = [
  { id: 'occupation', zh: '职业概况', en: 'Occupation' },
  { id: 'levels', zh: '等级与学时', en: 'Levels and hours' },
  { id: 'eligibility', zh: '申报条件', en: 'Eligibility' },
  { id: 'training-and-assessment', zh: '培训与鉴定', en: 'Training and assessment' },
  { id: 'requirements', zh: '工作要求', en: 'Work requirements' },
  { id: 'weights', zh: '比重表', en: 'Weight tables' },
]

/**
 * One statement of an edition. Equal paths in two editions speak about the same thing:
 * levels by code, clauses by id, functions and tasks by name, weights by area.
 * `level` is null where a statement is not about one level; `from` is the edition whose text it is.
 */
export type Fact = {
  readonly section: SectionId
  readonly path: readonly string[]
  readonly level: LevelCode | null
  readonly value: unknown
  readonly provenance: ProvenanceText
  readonly from: EditionId
}
type Bare = Omit<Fact, 'from'> & { readonly origin: string }

/** An edition as a flat list of statements, each path once, in the order of the printed text. */
export function factsOf(edition: ResolvedEdition): readonly Fact[] {
  const levels = [...edition.levels].sort((a, b) => levelOrder(a.code.value) - levelOrder(b.code.value))
  const bare = [
    ...generalFacts(edition),
    ...levels.flatMap(levelFacts),
    ...levels.flatMap(clauseFacts),
    ...trainingFacts(edition),
    ...levels.flatMap(timeFacts),
    ...basicFacts(edition),
    ...edition.functions.flatMap(functionFacts),
    ...weightFacts(edition),
  ]
  return bare.map(({ origin, ...fact }) => ({ ...fact, from: originOf(edition, origin) }))
}

function generalFacts(edition: Edition): readonly Bare[] {
  const { title, source, year, status, textbook, occupation } = edition
  return statedFacts('occupation', [], { title, source, year, status, textbook, occupation })
}

function trainingFacts(edition: Edition): readonly Bare[] {
  const { teachers, venues, exam } = edition
  const section = 'training-and-assessment'
  const perLevel = (teachers?.value ?? []).flatMap(({ levels, requirement }) =>
    levels.map(level => ({ level, value: requirement, provenance: teachers?.provenance ?? 'reconstructed' })),
  )
  return [
    ...perLevel.map(({ level, value, provenance }) => bareFact({ section, path: ['teachers', level], level, value, provenance })),
    ...statedFacts(section, [], { venues, exam }),
  ]
}

function levelFacts({ code, name, nationalGrade, trainingHours, note }: EditionLevel): readonly Bare[] {
  return statedFacts('levels', ['levels', code.value], { name, nationalGrade, trainingHours, note }, code.value)
}

function timeFacts(level: EditionLevel): readonly Bare[] {
  const { code, theoryMinutes, skillMinutes, theoryTime, skillTime, review } = level
  const stated = { theoryMinutes, skillMinutes, theoryTime, skillTime, review }
  return statedFacts('training-and-assessment', ['levels', code.value], stated, code.value)
}

function clauseFacts({ code, eligibility }: EditionLevel): readonly Bare[] {
  const level = code.value
  return eligibility.map(({ id, text, all, provenance }) => {
    const path = ['levels', level, 'eligibility', id]
    return { section: 'eligibility', path, level, value: { text, all }, provenance, origin: path.join('.') }
  })
}

function basicFacts({ basics, cumulative }: Edition): readonly Bare[] {
  const section = 'requirements'
  return [
    ...statedFacts(section, [], { cumulative }),
    ...basics.ethics.map(({ item, provenance }) =>
      bareFact({ section, path: ['basics', 'ethics', item], level: null, value: item, provenance }),
    ),
    ...basics.knowledgeAreas.map(({ area, provenance, ...value }) =>
      bareFact({ section, path: ['basics', 'knowledge', area], level: null, value, provenance }),
    ),
  ]
}

function functionFacts({ level, workType, function: name, functionProvenance, tasks, note }: OccupationalFunction): readonly Bare[] {
  const path = ['functions', level, ...(workType === undefined ? [] : [workType]), name]
  const section = 'requirements'
  return [
    bareFact({ section, path, level, value: note === undefined ? { name } : { name, note }, provenance: functionProvenance }),
    ...tasks.map(task => {
      const value = { skills: task.skills, knowledge: task.knowledge }
      return bareFact({ section, path: [...path, task.name], level, value, provenance: task.provenance })
    }),
  ]
}

function weightFacts({ weights, weightsNote, weightsKey }: Edition): readonly Bare[] {
  const entries = Object.entries(weights) as [WeightKey, WeightTables][]
  return [...entries.flatMap(tableFacts), ...statedFacts('weights', [], { weightsNote, weightsKey })]
}

function tableFacts([key, tables]: readonly [WeightKey, WeightTables]): readonly Bare[] {
  const [level, ...workType] = key.split(':') as [LevelCode, ...string[]]
  return (['theory', 'skill'] as const).flatMap(part =>
    tables[part].flatMap(row => {
      const path = ['weights', level, ...workType, part, row.area]
      const children = (row.children ?? []).map(child => ({ ...child, path: [...path, child.area] }))
      return [{ ...row, path }, ...children].map(({ path: at, weight, provenance }) =>
        bareFact({ section: 'weights', path: at, level, value: weight, provenance }),
      )
    }),
  )
}

function bareFact(fact: Omit<Bare, 'origin'>): Bare {
  return { ...fact, origin: fact.path.join('.') }
}

/** Walks a tree down to its stated values; what is left out gives no statement. */
function statedFacts(section: SectionId, path: readonly string[], tree: object, level: LevelCode | null = null): readonly Bare[] {
  return Object.entries(tree).flatMap(([key, node]): readonly Bare[] => {
    if (typeof node !== 'object' || node === null) return []
    const at = [...path, key]
    return isStated(node)
      ? [bareFact({ section, path: at, level, value: node.value, provenance: node.provenance })]
      : statedFacts(section, at, node, level)
  })
}

function isStated(node: object): node is { readonly value: unknown; readonly provenance: ProvenanceText } {
  return 'value' in node && 'provenance' in node
}
