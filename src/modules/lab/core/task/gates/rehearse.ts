import { type Json, plainCopy } from '../../world/canonical.ts'
import type { Engine } from '../../world/engine.ts'
import { commandId } from '../../world/ids.ts'
import type { Reply } from '../../world/state.ts'
import { type World, openWorld, submit } from '../../world/world.ts'
import type { Mistake, Step, TaskDocument } from '../document-schema.ts'
import { evaluate } from '../expression/evaluate.ts'
import type { Value } from '../expression/functions.ts'
import { parseExpression } from '../expression/parse.ts'
import type { Validators } from '../score/judgement.ts'
import { type TaskScore, scoreTask } from '../score/score.ts'
import { surroundingsOf } from '../surroundings.ts'
import { type Params, VariantFault, type Variant, instantiate } from '../variant.ts'

/** One command of a rehearsal as it was given, and the events it led to: those after `from` up to `to`. */
export type GivenStep = { readonly type: string; readonly data: Json; readonly from: number; readonly to: number }
export type Rehearsal = {
  readonly world: World
  readonly replies: readonly Reply[]
  readonly given: readonly GivenStep[]
  readonly steps: number
}

/** Plays steps in a fresh world of a variant. `params` are what the person believes; they may differ from those of the variant. */
export function rehearse(engine: Engine, variant: Variant, steps: readonly Step[], params: Params = variant.params): Rehearsal {
  return goOn(engine, { world: openWorld(engine, variant.setup), replies: [], given: [], steps: 0 }, steps, params)
}

/** Goes on in a world with more steps. */
export function goOn(engine: Engine, before: Rehearsal, steps: readonly Step[], params: Params): Rehearsal {
  let { world } = before
  const [replies, given] = [[...before.replies], [...before.given]]
  const saved: Record<string, Value> = {}
  let done = before.steps
  for (const step of steps) {
    const around = surroundingsOf(engine, world, { ...params, ...saved })
    if (step['when'] !== undefined && !holds(String(step['when']), around)) continue
    const [type, data] = Object.entries(step).find(([key]) => key !== 'when' && key !== 'save') ?? ['', null]
    const filled = instantiate(plainCopy(data) as Json, around)
    const command = { id: commandId(`s${replies.length}`), type, data: filled, expectedSeq: world.state.seq }
    const outcome = submit(engine, world, command)
    given.push({ type, data: filled, from: world.state.seq, to: outcome.world.state.seq })
    world = outcome.world
    replies.push(outcome.reply)
    done += 1
    // a refused step has no reply: what builds on it is refused in turn, as it would be for a person
    if (typeof step['save'] === 'string') saved[step['save']] = outcome.reply.ok ? (outcome.reply.reply as Value) : null
  }
  return { world, replies, given, steps: done }
}

function holds(text: string, around: Parameters<typeof evaluate>[1]): boolean {
  const parsed = parseExpression(text)
  const value = parsed.ok ? evaluate(parsed.expression, around) : { ok: false as const, fault: parsed.fault }
  if (!value.ok || typeof value.value !== 'boolean') throw new VariantFault(`${text}：${value.ok ? '应为是否' : value.fault.zh}`)
  return value.value
}

/** The solution of somebody who makes this mistake, and what they believe. */
export function mistaken(task: TaskDocument, mistake: Mistake, variant: Variant, engine: Engine): Rehearsal {
  const params: Record<string, Value> = { ...variant.params }
  for (const [name, text] of Object.entries(mistake.params)) {
    params[name] = instantiate(text.startsWith('=') ? text : `=${text}`, {
      params: variant.params,
      rows: () => [],
      typeOf: () => undefined,
    }) as Value
  }
  const steps = task.reference.map((step, i) => mistake.replace[String(i)] ?? step).filter((_step, i) => !mistake.omit.includes(i))
  return rehearse(engine, variant, [...steps, ...mistake.append], params)
}

/** What a score needs besides the world. */
export type Marking = { readonly engine: Engine; readonly task: TaskDocument; readonly validators: Validators }

/** The score of a world by the rubric of its task, with the right parameters. `start` is the same world before anything was done in it. */
export function scoreOf(
  { engine, task, validators }: Marking,
  variant: Variant,
  world: World,
  start: World = openWorld(engine, variant.setup),
): TaskScore {
  const around = surroundingsOf(engine, world, variant.params)
  return scoreTask({ engine, world, start, around, validators }, { checks: task.checks, rescues: task.rescues })
}
