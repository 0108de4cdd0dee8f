import { marks } from '../../../../kernel/marks.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { INTERACTION_TYPES, type InteractionType, interactionOf } from '../../../interactions/contract.ts'
import { formHead } from '../form/form-head.ts'
import { areasOfPlace } from './areas-of-place.ts'
import type { BlueprintBody, BlueprintPlace } from './blueprint.ts'

/** Full marks of a paper. */
export const FULL_MARKS = marks(100)

/**
 * Shares of the marks of a theory paper in percent, least and most. Our reconstruction: the edition of 2005 names no shares, and
 * papers of its time stand at 60/20/20 for the three usual types. The newer machine-marked types each bring at most a tenth.
 */
export const TYPE_SHARES: Readonly<Partial<Record<InteractionType, readonly [least: number, most: number]>>> = {
  'single-choice': [45, 65],
  'multiple-choice': [10, 25],
  'true-false': [10, 25],
}
const NEWER: readonly [number, number] = [0, 10]
/** What a practical paper may be made of: work in the laboratory, and work that a person marks. */
const PRACTICAL_TYPES: readonly InteractionType[] = ['lab-task', 'file-answer', 'case']

/**
 * A blueprint from the weight table of a place: an area of weight w gets exactly w marks of 100, areas of weight 0 are left out.
 * A theory paper takes machine-marked types only. The tasks of a practical paper fit, by the time each is expected to take, into the
 * minutes of the paper. The least used items come first. Refusals: those of the standard,
 * `theory-not-examined`, and `weights-not-whole` when the table does not add up to 100.
 */
export function draftBlueprint(place: BlueprintPlace): Result<BlueprintBody> {
  const head = formHead(place.editionId, place.level, place.part)
  if (!head.ok) return head
  const areas = areasOfPlace(place)
  if (!areas.ok) return areas
  const total = areas.value.reduce((sum, area) => sum + area.weight, 0)
  if (total !== 100) return refuse('weights-not-whole', { total })
  const weighted = areas.value.filter(area => area.weight > 0)
  return ok({
    place,
    ...head.value,
    total: FULL_MARKS,
    areas: weighted.map(area => ({ path: [...area.path], marks: marks(area.weight) })),
    items: null,
    types: place.part === 'theory' ? theoryTypes() : PRACTICAL_TYPES.map(type => typeWith(type, null, null)),
    importance: [],
    difficulty: null,
    information: [],
    seconds: place.part === 'theory' ? null : { least: null, most: head.value.minutes * 60 },
    enemies: true,
    lists: [],
    stimuli: null,
    exposure: { most: null, restDays: null },
    overlap: { betweenForms: null, recentForms: 0, withRecent: 0 },
    lowerLevels: null,
    forms: 1,
    goal: { kind: 'least-exposure' },
    solver: { seconds: 60, gap: 100 },
  })
}

function theoryTypes(): BlueprintBody['types'] {
  return INTERACTION_TYPES.filter(type => interactionOf(type).markedBy === 'machine').map(type => {
    const [least, most] = TYPE_SHARES[type] ?? NEWER
    return typeWith(type, least === 0 ? null : marks(least), marks(most))
  })
}

function typeWith(type: InteractionType, least: number | null, most: number | null): BlueprintBody['types'][number] {
  return { type, items: { least: null, most: null }, marks: { least, most } }
}
