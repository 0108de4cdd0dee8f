import { z } from 'zod'
import { IMPORTANCES } from '../../../item-bank/contract.ts'
import { INTERACTION_TYPES } from '../../../interactions/contract.ts'

/** A single field of a blueprint, as far as a constraint can come from it. */
export const BlueprintField = z.discriminatedUnion('field', [
  /** The marks of an area of the weight table. */
  z.object({ field: z.literal('areas'), path: z.array(z.string()) }),
  z.object({ field: z.literal('types'), type: z.enum(INTERACTION_TYPES), of: z.enum(['items', 'marks']) }),
  z.object({ field: z.literal('importance'), importance: z.enum(IMPORTANCES) }),
  z.object({ field: z.enum(['items', 'difficulty', 'seconds', 'enemies', 'lowerLevels']) }),
  /** `theta` in thousandths, as in the blueprint. */
  z.object({ field: z.literal('information'), theta: z.number() }),
  z.object({ field: z.literal('stimuli'), of: z.enum(['count', 'itemsOfEach']) }),
  /** The list of this place, from 0. */
  z.object({ field: z.literal('lists'), at: z.number() }),
  z.object({ field: z.literal('exposure'), of: z.enum(['most', 'restDays']) }),
  z.object({ field: z.literal('overlap'), of: z.enum(['betweenForms', 'withRecent']) }),
])
export type BlueprintField = z.infer<typeof BlueprintField>

/** The field as the path that faults of a blueprint name it by: `types.single-choice.marks`, `areas.电子商务基础／概念`. */
export function fieldPath(field: BlueprintField): string {
  const { field: name, ...rest } = field
  return [name, ...Object.values(rest).map(part => (Array.isArray(part) ? part.join('／') : String(part)))].join('.')
}
