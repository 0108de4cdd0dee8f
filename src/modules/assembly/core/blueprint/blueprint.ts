import { z } from 'zod'
import { IMPORTANCES } from '../../../item-bank/contract.ts'
import { INTERACTION_TYPES } from '../../../interactions/contract.ts'

/** The parts of an exam a blueprint may be for; each has a weight table of its own. */
export const BLUEPRINT_PARTS = ['theory', 'practical'] as const
export const BlueprintPart = z.enum(BLUEPRINT_PARTS)
export type BlueprintPart = z.infer<typeof BlueprintPart>

/** Which paper of which level; the work type only where the edition divides the level by it. */
export const BlueprintPlace = z.strictObject({
  editionId: z.string().min(1).max(64),
  level: z.string().min(1).max(8),
  workType: z.string().min(1).max(40).nullable().default(null),
  part: BlueprintPart.default('theory'),
})
export type BlueprintPlace = z.infer<typeof BlueprintPlace>

const marks = z.number().int().min(0).max(1_000_000)
const count = z.number().int().min(0).max(1000)
const code = z.string().trim().min(1).max(40)
/** An ability in thousandths of a logit. */
const theta = z.number().int().min(-6000).max(6000)
/** Information in thousandths. */
const information = z.number().int().min(0).max(1_000_000)
const bounds = <T extends z.ZodType>(value: T) => ({ least: value.nullable(), most: value.nullable() })
const basisPoints = z.number().int().min(0).max(10_000)

/** What is to be made best. Abilities and information in thousandths, difficulty in hundredths. */
export const BlueprintGoal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** Items used less often come first. */
  z.strictObject({ kind: z.literal('least-exposure') }),
  z.strictObject({ kind: z.literal('most-information'), abilities: z.array(theta).min(1).max(9) }),
  z.strictObject({ kind: z.literal('maximin-information'), abilities: z.array(theta).min(1).max(9) }),
  z.strictObject({
    kind: z.literal('target-information'),
    targets: z
      .array(z.strictObject({ theta, target: information }))
      .min(1)
      .max(9),
  }),
  z.strictObject({ kind: z.literal('target-difficulty'), mean: z.number().int().min(100).max(500) }),
])
export type BlueprintGoal = z.infer<typeof BlueprintGoal>

/**
 * A blueprint (组卷方案) as data: what every form built on it keeps. Marks in hundredths, shares in basis points of the marks,
 * null is no bound. It may be faulty while it is written; `blueprintFaults` says so.
 */
export const BlueprintBody = z.strictObject({
  place: BlueprintPlace,
  title: z.string().trim().min(1).max(80),
  minutes: z.number().int().min(1).max(600),
  total: marks,
  /** Marks of each area of the weight table, exactly. */
  areas: z.array(z.strictObject({ path: z.array(z.string().min(1).max(80)).min(1).max(6), marks })).max(120),
  items: z.strictObject(bounds(count)).nullable(),
  /** Types that may stand in the form, each with its bounds on items and on marks; other types may not. */
  types: z
    .array(z.strictObject({ type: z.enum(INTERACTION_TYPES), items: z.strictObject(bounds(count)), marks: z.strictObject(bounds(marks)) }))
    .max(INTERACTION_TYPES.length),
  importance: z.array(z.strictObject({ importance: z.enum(IMPORTANCES), ...bounds(basisPoints) })).max(IMPORTANCES.length),
  /** Mean difficulty of the items, 100…500. */
  difficulty: z.strictObject(bounds(z.number().int().min(100).max(500))).nullable(),
  /** Information the items give at an ability. */
  information: z.array(z.strictObject({ theta, ...bounds(information) })).max(13),
  /** Sum of the seconds the items are expected to take. */
  seconds: z.strictObject(bounds(z.number().int().min(0).max(36_000))).nullable(),
  /** Keep items apart that the bank calls enemies. */
  enemies: z.boolean(),
  /** Lists of items by their codes. */
  lists: z.array(z.strictObject({ kind: z.enum(['include', 'exclude', 'all-or-none']), codes: z.array(code).min(1).max(300) })).max(40),
  /** How many stimuli, and how many items of each that is chosen. */
  stimuli: z.strictObject({ count: z.strictObject(bounds(count)), itemsOfEach: z.strictObject(bounds(count)) }).nullable(),
  /** No item is put into more forms than this in all, nor again within so many days. */
  exposure: z.strictObject({ most: count.nullable(), restDays: z.number().int().min(1).max(3650).nullable() }),
  /** Items two forms of a run may have in common, and items a form may have in common with each of the last forms of the level. */
  overlap: z.strictObject({
    betweenForms: count.nullable(),
    recentForms: z.number().int().min(0).max(20),
    withRecent: count,
  }),
  /** May lower levels of a cumulative edition lend items? At most this many marks; null without bound, 0 none. */
  lowerLevels: marks.nullable(),
  forms: z.number().int().min(1).max(50),
  goal: BlueprintGoal,
  /** Wall clock of the solver, and the distance from the proved bound at which forms are good enough. */
  solver: z.strictObject({ seconds: z.number().int().min(1).max(3600), gap: z.number().int().min(0).max(2000) }),
})
export type BlueprintBody = z.infer<typeof BlueprintBody>

export const BLUEPRINT_STATES = ['draft', 'approved'] as const
export type BlueprintState = (typeof BLUEPRINT_STATES)[number]
