import { appOf } from '../../world/engine.ts'
import { split } from '../../world/fold.ts'
import { captionOf } from '../../world/view.ts'
import type { Check } from '../check-schema.ts'
import { type GivenStep, type Marking, type Rehearsal, rehearse, scoreOf } from '../gates/rehearse.ts'
import { surroundingsOf } from '../surroundings.ts'
import { fillTemplate } from '../template.ts'
import type { Variant } from '../variant.ts'
import { hintCost } from './hint-cost.ts'

/** The hint of one check before it is opened: what the check asks, and what opening costs in hundredths of a mark. */
export type OfferedHint = { readonly check: string; readonly say: string; readonly cost: number }
/** `tips` are the writer's own words; `steps` say in which app what is done, and what then happens. */
export type HintText = { readonly tips: readonly string[]; readonly steps: readonly HintStep[] }
export type HintStep = { readonly app: string; readonly zh: string; readonly expect: readonly string[] }
export type Hint = OfferedHint & HintText

/**
 * The hints of a variant, one for each check that brings marks: the writer's hints for its fields, and the steps of the reference that the
 * check rests on, found by playing the reference in a second world and asking for the witnesses of the check. A check without either has none.
 */
export function hintsOf(marking: Marking, variant: Variant): Hint[] {
  const played = rehearse(marking.engine, variant, marking.task.reference)
  const score = scoreOf(marking, variant, played.world)
  const around = surroundingsOf(marking.engine, played.world, variant.params)
  return score.checks.flatMap(({ id, say, max, witness }) => {
    const cost = hintCost(variant.setup.mode, max)
    const check = marking.task.checks.find(c => c.id === id)
    if (cost === null || cost === 0 || check === undefined) return []
    const tips = tipsOf(check).map(tip => fillTemplate(tip, around))
    const steps = stepsBehind(played, witness).map(step => stepText(marking, variant, played, step))
    return tips.length + steps.length === 0 ? [] : [{ check: id, say, cost, tips, steps }]
  })
}

/** The hints that can be said before anything is done: those that speak of what a person entered cannot. */
function tipsOf(check: Check): string[] {
  return [...new Set(Object.values(check.hints))].filter(tip => !/\{\{\s*actual/.test(tip))
}

/** The steps of the reference whose events a check rests on, in their order. */
function stepsBehind({ given }: Rehearsal, witness: readonly number[]): GivenStep[] {
  return given.filter(({ from, to }) => witness.some(seq => seq > from && seq <= to))
}

/** Where the caption of an event begins behind its time: `2026-03-02 10:00:00 `. */
const AFTER_TIME = 20

function stepText({ engine }: Marking, { setup }: Variant, { world }: Rehearsal, { type, from, to }: GivenStep): HintStep {
  const [id, name] = split(type)
  const app = appOf(engine, id)
  const events = world.events.filter(event => event.seq > from && event.seq <= to)
  const expect = events.flatMap(event => captionOf({ engine, setup }, event, world.state.persona)?.slice(AFTER_TIME) ?? [])
  return { app: app.zh, zh: app.commands[name]?.zh ?? type, expect }
}
