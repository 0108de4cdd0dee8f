import { z } from 'zod'
import { OptionId } from '../../core/option.ts'
import { Prose } from '../../core/text/prose.ts'

/** Work in a laboratory scenario, scored by the laboratory from the world that was left. QTI 3: `qti-portable-custom-interaction`. */
export const LAB_TASK_VERSION = 2

const scene = {
  brief: Prose,
  scenario: z.string().regex(/^[a-z0-9][a-z0-9/-]{0,79}$/),
  scenarioVersion: z.number().int().min(1).max(10_000),
  seed: z.string().min(1).max(80).nullable().default(null),
}

/** Version 1 named a scenario and no task: such an item can be kept and shown, but no world can be opened for it. */
const Version1 = z.strictObject({ version: z.literal(1), ...scene }).transform(old => ({ ...old, version: 2 as const, task: null }))
/**
 * `task` names the task of the laboratory that is worked on (`L4-05`). `seed` fixes the starting world; null leaves it to the attempt.
 * Candidates get all of it: nothing of the content is secret, what is right stands in the key alone.
 */
export const LabTaskPublic = z.strictObject({
  version: z.literal(2),
  ...scene,
  task: z
    .string()
    .regex(/^L[1-4]-\d{2}$/)
    .nullable(),
})
export const LabTaskContent = z.union([LabTaskPublic, Version1])
export type LabTaskContent = z.infer<typeof LabTaskContent>

const distinct = (list: readonly { readonly id: string }[]) => new Set(list.map(one => one.id)).size === list.length

/** The skill a check shows: the number of its 工作内容 in the edition (`L4-1.2`), and what the task calls it. */
const Skill = z.strictObject({ code: z.string().regex(/^L[1-5]-\d{1,2}\.\d{1,2}$/), name: z.string().trim().min(1).max(60) })

/** What the laboratory looks at; `share` weighs the checks against each other. */
const Check = z.strictObject({
  id: OptionId,
  text: z.string().trim().min(1).max(500),
  share: z.number().int().min(1).max(100_000),
  skill: Skill.nullable().optional(),
})

export const LabTaskKey = z.strictObject({
  version: z.literal(1),
  checks: z.array(Check).min(1).max(40).refine(distinct, { error: 'check ids repeat' }),
  explanation: Prose.nullable().default(null),
})
export type LabTaskKey = z.infer<typeof LabTaskKey>

/** The run of the world that holds the work: its id, how many commands it has, and the digest of its last state. */
export const LabTaskResponse = z.strictObject({
  version: z.literal(1),
  worldRun: z.strictObject({
    id: z.string().min(1).max(64),
    commands: z.number().int().min(0).max(1_000_000),
    digest: z.string().min(1).max(128),
  }),
})
export type LabTaskResponse = z.infer<typeof LabTaskResponse>

export type LabTaskPublic = z.infer<typeof LabTaskPublic>

export const LabTaskRubric = z.strictObject({ version: z.literal(1).default(1) })
export type LabTaskRubric = z.infer<typeof LabTaskRubric>

/**
 * What the laboratory found: every check of the key once, with the part of its share that was earned (all of it or 0, or between).
 * `taken`: what gates and deductions of the task take off the sum.
 */
export const LabTaskEvidence = z.strictObject({
  version: z.literal(1),
  taken: z.number().int().min(0).max(4_000_000).default(0),
  checks: z
    .array(z.strictObject({ id: OptionId, share: z.number().int().min(0).max(100_000) }))
    .max(40)
    .refine(distinct, { error: 'check ids repeat' }),
})
export type LabTaskEvidence = z.infer<typeof LabTaskEvidence>
