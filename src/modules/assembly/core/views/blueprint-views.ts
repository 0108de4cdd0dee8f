import { z } from 'zod'
import { BLUEPRINT_STATES, BlueprintPlace } from '../blueprint/blueprint.ts'
import { INTERACTION_TYPES } from '../../../interactions/contract.ts'

const at = z.number()
/** A sentence in both languages. */
export const SaidView = z.object({ zh: z.string(), en: z.string() })
/** A fault of a blueprint; `path` is the field, such as `areas.3.marks`, empty for the whole. */
export const BlueprintFaultView = z.object({ path: z.string(), zh: z.string(), en: z.string() })

/** A version of a blueprint without its body. `guard` counts the savings of a draft. */
export const BlueprintVersionView = z.object({
  blueprintVersionId: z.string(),
  blueprintId: z.string(),
  number: z.number(),
  state: z.enum(BLUEPRINT_STATES),
  guard: z.number(),
  title: z.string(),
  place: BlueprintPlace,
  editedAt: at,
  editedBy: z.string(),
  /** Written last by whoever asks: then somebody else has to approve. */
  isMine: z.boolean(),
  approvedAt: at.nullable(),
  approvedBy: z.string().nullable(),
})

/** What the bank has for a part of a blueprint: items, their marks, and the marks asked for; marks in hundredths. */
const Supply = { items: z.number(), marks: z.number(), needed: z.number().nullable() }
/** What the bank has today for a blueprint. `papers`: how many forms without a common item the scarcest area could feed. */
export const SupplyView = z.object({
  items: z.number(),
  areas: z.array(z.object({ path: z.array(z.string()), ...Supply })),
  types: z.array(z.object({ type: z.enum(INTERACTION_TYPES), ...Supply })),
  importance: z.array(z.object({ importance: z.string(), ...Supply })),
  papers: z.number(),
})
