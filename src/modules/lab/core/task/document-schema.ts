import { z } from 'zod'
import { Check, Rescue } from './check-schema.ts'

const Name = z.string().regex(/^[a-z][a-zA-Z0-9]*$/)
const Plain: z.ZodType<Plain> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.int(), z.string(), z.array(Plain), z.record(z.string(), Plain)]),
)
type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }

/** How a parameter of a variant is drawn. Those further down may use those above. */
export const Param = z.union([
  z.strictObject({ int: z.tuple([z.int(), z.int()]), step: z.int().min(1).default(1), secret: z.boolean().default(false) }),
  z.strictObject({ oneOf: z.array(Plain).min(2), secret: z.boolean().default(false) }),
  z.strictObject({ pick: z.union([z.string(), z.array(Plain).min(1)]), secret: z.boolean().default(false) }),
  z.strictObject({ pickN: z.array(Plain).min(1), n: z.int().min(1), secret: z.boolean().default(false) }),
  z.strictObject({ shuffle: z.array(Plain).min(2), secret: z.boolean().default(false) }),
  z.strictObject({ workday: z.strictObject({ after: z.int().min(1), span: z.int().min(0) }), secret: z.boolean().default(false) }),
  z.strictObject({ gtin: z.literal(true), secret: z.boolean().default(false) }),
  z.strictObject({ expr: z.string(), secret: z.boolean().default(false) }),
])
export type Param = z.output<typeof Param>

const COMMAND = /^[a-z]+(\.[a-zA-Z]+)+$/
/** One command of a reference: `mail.send: {…}`, with a condition and a name for its reply where they are needed. */
const Step = z
  .record(z.string(), Plain)
  .refine(step => Object.keys(step).filter(key => COMMAND.test(key)).length === 1, '每一步应有且只有一个操作')
  .refine(step => Object.keys(step).every(key => COMMAND.test(key) || key === 'when' || key === 'save'), '每一步只能有操作、when 和 save')
export type Step = z.output<typeof Step>

const Mistake = z.strictObject({
  name: z.string().min(1).max(60),
  say: z.string().max(200).optional(),
  /** Parameters the person gets wrong: their solution uses these, the rubric the right ones. */
  params: z.record(z.string(), z.string()).default({}),
  omit: z.array(z.int().min(0)).default([]),
  replace: z.record(z.string().regex(/^\d+$/), Step).default({}),
  append: z.array(Step).default([]),
  score: z.union([z.number().min(0).multipleOf(0.5), z.string().regex(/^(<=|>=)\d+(\.5)?$/)]),
})
export type Mistake = z.output<typeof Mistake>

/** What candidates see, how it is scored, its solution and its typical mistakes. */
export const TaskDocument = z.strictObject({
  task: z.string().regex(/^L[1-4]-\d{2}$/),
  version: z.int().min(1),
  title: z.string().min(1).max(40),
  level: z.enum(['L4', 'L3', 'L2', 'L1']),
  kind: z.enum(['实验题', '设计题', '商业实务题', '综合操作题']),
  workContent: z.string().min(1),
  claims: z.array(z.string()).min(1),
  minutes: z.int().min(1).max(180),
  scenario: z.string().regex(/^[a-z][a-z0-9-]*@\d+$/),
  params: z.record(Name, Param).default({}),
  require: z.string().optional(),
  brief: z.string().min(1).max(4000),
  checks: z.array(Check).min(1).max(60),
  rescues: z.array(Rescue).default([]),
  reference: z.array(Step).min(1).max(200),
  mistakes: z.array(Mistake).min(3).max(30),
})
export type TaskDocument = z.output<typeof TaskDocument>

const Persona = z.strictObject({ id: z.string(), name: z.string(), kind: z.string(), apps: z.array(z.string()).min(1) })
const Agent = z.strictObject({
  id: z.string(),
  name: z.string(),
  app: z.string(),
  policy: z.string(),
  params: z.record(z.string(), Plain).default({}),
  secret: z.record(z.string(), Plain).default({}),
})

/** The world a task is set in. Its texts may hold `{{…}}` and `$…` of the task's parameters. */
export const ScenarioDocument = z.strictObject({
  scenario: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.int().min(1),
  start: z.string(),
  horizonDays: z.int().min(1).max(400),
  holidays: z.array(z.string()).default([]),
  workdays: z.array(z.string()).default([]),
  personas: z.array(Persona).min(1),
  persona: z.string(),
  apps: z.record(z.string(), Plain),
  agents: z.array(Agent).default([]),
  costs: z.record(z.string(), z.int().min(0)).default({}),
})
export type ScenarioDocument = z.output<typeof ScenarioDocument>
