import { dayText, parseWorldTime, plusWorkdays } from '../world/calendar.ts'
import type { Json } from '../world/canonical.ts'
import { agentId, appId, type Hash, personaId, type WorldTime, worldId, worldTime } from '../world/ids.ts'
import { type Draws, type Luck, type Sha256, drawsOf } from '../world/random.ts'
import type { Mode, Scenario, Setup } from '../world/state.ts'
import type { Param, ScenarioDocument, TaskDocument } from './document-schema.ts'
import { type Surroundings, evaluate } from './expression/evaluate.ts'
import type { Value } from './expression/functions.ts'
import { parseExpression } from './expression/parse.ts'
import { fillTemplate } from './template.ts'

export type Params = Readonly<Record<string, Value>>

/** A fault of the writer that shows only when a variant is made. */
export class VariantFault extends Error {}

/** Expressions of a document before there is a world: parameters only. */
export function bare(params: Params): Surroundings {
  return { params, rows: () => [], typeOf: () => undefined }
}

function computed(text: string, params: Params): Value {
  return computedIn(text, bare(params))
}

function computedIn(text: string, around: Surroundings): Value {
  const parsed = parseExpression(text)
  const done = parsed.ok ? evaluate(parsed.expression, around) : { ok: false as const, fault: parsed.fault }
  if (!done.ok) throw new VariantFault(`${text}：${done.fault.zh}`)
  return done.value
}

/** The check digit of a GTIN-13 (GS1 General Specifications §7.9): weights 1 and 3 from the left, up to the next ten. */
export function withCheckDigit(twelve: string): string {
  const sum = [...twelve].reduce((n, digit, i) => n + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return `${twelve}${(10 - (sum % 10)) % 10}`
}

type Drawing = {
  readonly draws: Draws
  readonly luck: Luck
  readonly start: WorldTime
  readonly scenario: ScenarioDocument
  readonly params: Params
}

function draw(param: Param, { draws, luck, start, scenario, params }: Drawing): Value {
  if ('int' in param) {
    const [low, high] = param.int
    return low + draws.number(luck, 0, Math.floor((high - low) / param.step) + 1) * param.step
  }
  if ('oneOf' in param) return draws.pick(luck, 0, param.oneOf) as Value
  if ('pick' in param) {
    const from = typeof param.pick === 'string' ? computed(param.pick, params) : (param.pick as readonly Value[])
    if (!Array.isArray(from) || from.length === 0) throw new VariantFault('没有可选的内容')
    return draws.pick(luck, 0, from as readonly Value[])
  }
  if ('pickN' in param) return draws.shuffle(luck, param.pickN as readonly Value[]).slice(0, param.n)
  if ('shuffle' in param) return draws.shuffle(luck, param.shuffle as readonly Value[])
  if ('workday' in param) {
    const { after, span } = param.workday
    return dayText(plusWorkdays(start, after + draws.number(luck, 0, span + 1), scenario))
  }
  if ('gtin' in param) return withCheckDigit(`690${String(draws.number(luck, 0, 1_000_000_000)).padStart(9, '0')}`)
  return computed(param.expr, params)
}

const MOST_TRIES = 200

/** The parameters of a seed. What the task requires of them is met by drawing again, the same way on every machine. */
export function paramsOf(task: TaskDocument, scenario: ScenarioDocument, seed: string, sha256: Sha256): Params {
  const draws = drawsOf(seed, sha256)
  const start = startOf(scenario)
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const params: Record<string, Value> = {}
    for (const [name, param] of Object.entries(task.params)) {
      const luck = { agent: 'task', purpose: name, about: String(attempt) }
      params[name] = draw(param, { draws, luck, start, scenario, params })
    }
    if (task.require === undefined || computed(task.require, params) === true) return params
  }
  throw new VariantFault(`${MOST_TRIES} 次都没有抽到符合 require 的参数`)
}

function startOf(scenario: ScenarioDocument): WorldTime {
  const start = parseWorldTime(scenario.start)
  if (start === undefined) throw new VariantFault(`“${scenario.start}”不是时间`)
  return start
}

/** Puts parameters into a document: `$name.field` and `=…` become values, `{{…}}` text. */
export function instantiate(value: Json, around: Surroundings): Json {
  if (typeof value === 'string') {
    if (/^\$[A-Za-z_]\w*(\.\w+)*$/.test(value)) return computedIn(value, around) as Json
    if (value.startsWith('=')) return computedIn(value.slice(1), around) as Json
    return fillTemplate(value, around)
  }
  if (Array.isArray(value)) return value.map(item => instantiate(item as Json, around))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, instantiate(inner as Json, around)]))
}

export type Variant = { readonly params: Params; readonly setup: Setup; readonly brief: string }
export type VariantOf = {
  readonly task: TaskDocument
  readonly scenario: ScenarioDocument
  readonly seed: string
  readonly mode: Mode
  readonly sha256: Sha256
  readonly hashes: readonly Hash[]
}

/** The world of one candidate: everything follows from documents and seed. */
export function variantOf({ task, scenario, seed, mode, sha256, hashes }: VariantOf): Variant {
  const params = paramsOf(task, scenario, seed, sha256)
  const around = bare(params)
  const world = worldOf(instantiate(scenario as unknown as Json, around) as unknown as ScenarioDocument)
  const id = worldId(`w${sha256(`${task.task}\n${seed}`).slice(0, 16)}`)
  return {
    params,
    setup: { id, mode, seed, params: params as Record<string, Json>, scenario: world, tasks: hashes },
    brief: fillTemplate(task.brief, around),
  }
}

function worldOf(s: ScenarioDocument): Scenario {
  const start = startOf(s)
  return {
    id: `${s.scenario}@${s.version}`,
    start,
    horizon: worldTime(start + s.horizonDays * 86_400),
    days: { holidays: s.holidays, workdays: s.workdays },
    personas: s.personas.map(p => ({ ...p, id: personaId(p.id), apps: p.apps.map(appId) })),
    persona: personaId(s.persona),
    apps: s.apps as Record<string, Json>,
    agents: s.agents.map(a => ({
      ...a,
      id: agentId(a.id),
      app: appId(a.app),
      params: a.params as Record<string, Json>,
      secret: { hidden: a.secret as Record<string, Json> },
    })),
    costs: s.costs,
  }
}
