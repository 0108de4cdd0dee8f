import { canonicalJson } from '../../../kernel/canonical-json.ts'
import type { Edition, EditionId, EditionLevel, InheritableField } from './edition.ts'

/** A part of an edition that was taken over, and the edition whose text it is (`path` like `functions` or `levels.L4.trainingHours`). */
export type Origin = { readonly path: string; readonly from: EditionId }

/** An edition with everything it inherits filled in; `origins` remembers each part taken over. */
export type ResolvedEdition = Edition & { readonly origins: readonly Origin[] }

type Editions = { readonly [Id in EditionId]: Edition }
type Overlaid = { readonly edition: Edition; readonly paths: readonly string[] }

/**
 * Fills in what an edition inherits, over any number of steps.
 * Throws when editions inherit in a ring, or when an edition states a part of its own that it also says it inherits.
 */
export function resolve(id: EditionId, editions: Editions, trail: readonly EditionId[] = []): ResolvedEdition {
  if (trail.includes(id)) throw new Error(`editions inherit in a ring: ${[...trail, id].join(' > ')}`)
  const own = editions[id]
  if (own.inheritsFrom === undefined) return { ...own, origins: [] }
  return overlay({ ...own, origins: [] }, resolve(own.inheritsFrom.value, editions, [...trail, id]))
}

/** Lays an edition over its base: the fields it lists come from the base. Laying it twice changes nothing. */
export function overlay(own: ResolvedEdition, base: ResolvedEdition): ResolvedEdition {
  const { origins, ...plain } = own
  let overlaid: Overlaid = { edition: plain, paths: [] }
  for (const field of own.inheritsFrom?.fields ?? []) overlaid = INHERIT[field](overlaid, base)
  const taken = overlaid.paths.map(path => ({ path, from: originOf(base, path) }))
  const kept = origins.filter(origin => !overlaid.paths.includes(origin.path))
  return { ...overlaid.edition, origins: [...kept, ...taken].sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

/** Whose text a part is: the edition it was taken from, or the edition itself. `path` may lie below an inherited part. */
export function originOf(edition: ResolvedEdition, path: string): EditionId {
  return edition.origins.find(origin => path === origin.path || path.startsWith(`${origin.path}.`))?.from ?? edition.id
}

/**
 * How each listed field is taken. Companions travel with a field when the overlay is silent about them:
 * `cumulative` speaks about the functions, the weight notes about the weights, and the times of a level belong to the exam.
 */
const INHERIT: { readonly [F in InheritableField]: (overlaid: Overlaid, base: Edition) => Overlaid } = {
  basics: (overlaid, base) => takePart(overlaid, base, 'basics', e => e.basics.ethics.length + e.basics.knowledgeAreas.length === 0),
  functions: (overlaid, base) => {
    const next = takePart(overlaid, base, 'functions', e => e.functions.length === 0)
    return takeCompanion(next, base, 'cumulative')
  },
  weights: (overlaid, base) => {
    const next = takePart(overlaid, base, 'weights', e => Object.keys(e.weights).length === 0)
    return takeCompanion(takeCompanion(next, base, 'weightsKey'), base, 'weightsNote')
  },
  exam: (overlaid, base) => {
    const next = takePart(overlaid, base, 'exam', e => e.exam === undefined)
    return takeTimes(takeCompanion(next, base, 'levelsNote'), base)
  },
  'levels[].trainingHours': (overlaid, base) => takeOfLevels(overlaid, base, 'trainingHours', level => level.trainingHours.value === null),
  'levels[].eligibility': (overlaid, base) => takeOfLevels(overlaid, base, 'eligibility', level => level.eligibility.length === 0),
}

function takePart(
  overlaid: Overlaid,
  base: Edition,
  key: 'basics' | 'functions' | 'weights' | 'exam',
  silent: (edition: Edition) => boolean,
): Overlaid {
  mustAgree(overlaid.edition, base, key, silent(overlaid.edition))
  return { edition: { ...overlaid.edition, [key]: base[key] }, paths: [...overlaid.paths, key] }
}

function takeCompanion(overlaid: Overlaid, base: Edition, key: 'cumulative' | 'weightsKey' | 'weightsNote' | 'levelsNote'): Overlaid {
  if (overlaid.edition[key] !== undefined || base[key] === undefined) return overlaid
  return { edition: { ...overlaid.edition, [key]: base[key] }, paths: [...overlaid.paths, key] }
}

function takeOfLevels(
  overlaid: Overlaid,
  base: Edition,
  key: 'trainingHours' | 'eligibility',
  silent: (level: EditionLevel) => boolean,
): Overlaid {
  const paths = [...overlaid.paths]
  const levels = overlaid.edition.levels.map(level => {
    const below = baseLevel(base, level)
    if (below === undefined) return level
    mustAgree(level, below, key, silent(level))
    paths.push(`levels.${level.code.value}.${key}`)
    return { ...level, [key]: below[key] }
  })
  return { edition: { ...overlaid.edition, levels }, paths }
}

const TIMES = ['theoryMinutes', 'skillMinutes', 'theoryTime', 'skillTime'] as const

function takeTimes(overlaid: Overlaid, base: Edition): Overlaid {
  const paths = [...overlaid.paths]
  const levels = overlaid.edition.levels.map(level => {
    const below = baseLevel(base, level)
    if (below === undefined) return level
    const times = TIMES.filter(key => level[key].value === null && below[key].value !== null)
    const review = level.review === undefined && below.review !== undefined ? { review: below.review } : {}
    for (const key of [...times, ...Object.keys(review)]) paths.push(`levels.${level.code.value}.${key}`)
    return { ...level, ...Object.fromEntries(times.map(key => [key, below[key]])), ...review }
  })
  return { edition: { ...overlaid.edition, levels }, paths }
}

function baseLevel(base: Edition, level: EditionLevel): EditionLevel | undefined {
  return base.levels.find(candidate => candidate.code.value === level.code.value)
}

function mustAgree<T extends object, K extends keyof T>(own: T, base: T, key: K, silent: boolean): void {
  if (silent || canonicalJson(own[key]) === canonicalJson(base[key])) return
  throw new Error(`an edition states ${String(key)} of its own and also inherits it`)
}
