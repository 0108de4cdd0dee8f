import { z } from 'zod'

/** An expression, always. */
const Expression = z.string().min(1).max(2000)
/** A value of a rubric: a number or yes as it is; a text as it is, or an expression when it begins with `$` or `=`. */
export const RubricValue = z.union([z.int(), z.boolean(), z.string().max(2000), z.null()])
export type RubricValue = z.output<typeof RubricValue>
/** One value, or several of which any will do; `from(…)` in a later one lets an earlier error carry forward. */
const Wanted = z.union([RubricValue, z.array(RubricValue).min(1).max(8)])
/** Marks in steps of half a mark. */
const Marks = z.number().min(0.5).max(100).multipleOf(0.5)
const Percent = z.int().min(0).max(100)
const Id = z.string().regex(/^[a-z][a-zA-Z0-9]*$/)

/** What is looked at. Exactly one of these stands in a check. */
export const Kinds = {
  state: z.strictObject({
    fact: Expression,
    expect: z.record(z.string(), Wanted).default({}),
    perField: z.boolean().default(false),
    count: z.int().min(0).optional(),
  }),
  event: z.strictObject({
    of: Expression,
    times: z.int().min(1).default(1),
    before: Expression.optional(),
    within: z.int().min(1).optional(),
  }),
  never: Expression,
  seq: z.array(Expression).min(2).max(20),
  number: z.strictObject({
    value: Expression,
    want: Wanted,
    tol: z.int().min(0),
    zero: z.int().min(1),
    relative: z.boolean().default(false),
  }),
  response: z.strictObject({ field: z.string(), want: Wanted }),
  artifact: z.strictObject({ of: Expression, validator: z.string(), each: z.record(z.string(), Marks) }),
  text: z.strictObject({
    of: Expression,
    need: z.array(z.array(RubricValue).min(1)).default([]),
    forbid: z.array(RubricValue).default([]),
    minChars: z.int().min(0).default(0),
  }),
  outcome: z.strictObject({
    own: Expression,
    none: Expression,
    best: Expression,
    tiers: z.array(z.strictObject({ from: Percent, share: Percent })).min(1),
  }),
  collateral: z.strictObject({ allow: z.array(z.string()) }),
  sla: z.strictObject({
    from: Expression,
    to: Expression,
    tiers: z.array(z.strictObject({ within: z.int().min(0), share: Percent })).min(1),
  }),
  manual: z.strictObject({ anchors: z.array(z.string().min(1)).min(2).max(6) }),
} as const
export type CheckKind = keyof typeof Kinds
export const CHECK_KINDS = Object.keys(Kinds) as readonly CheckKind[]

const kindFields = z.strictObject(Kinds).partial()
const common = {
  pts: Marks.optional(),
  say: z.string().min(1).max(200).optional(),
  when: Expression.optional(),
  /** Share reached → marks: the highest step that is reached counts. Without it the share itself does. */
  partial: z
    .array(z.strictObject({ from: Percent, pts: z.number().min(0).max(100).multipleOf(0.5), say: z.string().max(200).optional() }))
    .optional(),
}

const hasOneKind = (check: object): boolean =>
  CHECK_KINDS.filter(kind => kind in check && check[kind as keyof typeof check] !== undefined).length === 1
const Part = z.strictObject({ ...common, ...kindFields.shape }).refine(hasOneKind, '每个检查项只能有一种检查方式')
export type Part = z.output<typeof Part>

/** One check of a rubric: a kind, or a group of parts. */
export const Check = z
  .strictObject({
    ...common,
    ...kindFields.shape,
    id: Id,
    say: z.string().min(1).max(200),
    claim: z.string().max(60).optional(),
    /** `all`: every part or nothing. `best`: the best of several solutions. */
    group: z.enum(['all', 'best']).optional(),
    of: z.array(Part).min(1).max(10).optional(),
    /** Not met: the whole task brings at most this share. */
    gate: z.strictObject({ cap: Percent }).optional(),
    /** Marks taken off for each time, and at most. */
    deduct: z.strictObject({ each: Marks, max: Marks }).optional(),
    /** Field → what a person reads when it is wrong. */
    hints: z.record(z.string(), z.string().max(300)).default({}),
  })
  .superRefine((check, ctx) => {
    const grouped = check.group !== undefined
    if (grouped !== (check.of !== undefined)) ctx.addIssue({ code: 'custom', message: '“group”和“of”应同时出现' })
    if (grouped === hasOneKind(check))
      ctx.addIssue({ code: 'custom', message: grouped ? '分组中不再写检查方式' : '每个检查项只能有一种检查方式' })
    const roles = [
      check.pts !== undefined || (check.of ?? []).some(p => p.pts !== undefined),
      check.gate !== undefined,
      check.deduct !== undefined,
    ]
    if (roles.filter(Boolean).length !== 1) ctx.addIssue({ code: 'custom', message: '检查项应有分值、门槛、扣分三者之一' })
  })
export type Check = z.output<typeof Check>

/** A way out for who is stuck: the reference is played up to a check, and these checks then bring nothing. */
export const Rescue = z.strictObject({ id: Id, zh: z.string().min(1).max(100), after: Id, costs: z.array(Id).min(1) })

/** A rubric: unique ids, and nobody refers forward. */
export const Rubric = z
  .strictObject({ checks: z.array(Check).min(1).max(60), rescues: z.array(Rescue).default([]) })
  .superRefine(({ checks, rescues }, ctx) => {
    const ids = checks.map(c => c.id)
    const twice = ids.find((id, i) => ids.indexOf(id) !== i)
    if (twice !== undefined)
      ctx.addIssue({ code: 'custom', message: `检查项“${twice}”重复`, path: ['checks', ids.lastIndexOf(twice), 'id'] })
    for (const [i, rescue] of rescues.entries()) {
      const lost = [rescue.after, ...rescue.costs].find(id => !ids.includes(id))
      if (lost !== undefined) ctx.addIssue({ code: 'custom', message: `没有检查项“${lost}”`, path: ['rescues', i] })
    }
  })
export type Rubric = z.output<typeof Rubric>
