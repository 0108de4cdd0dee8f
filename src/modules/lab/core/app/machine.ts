import { type Refuse, no } from './refuse.ts'

/** A state machine as data: the Chinese of each state, and where its triggers lead. */
export type Machine = {
  readonly initial: string
  readonly states: Readonly<Record<string, { readonly zh: string; readonly on: Readonly<Record<string, string>> }>>
  readonly triggers: Readonly<Record<string, string>>
}

/** The state after a trigger; undefined when the state does not know the trigger. */
export function after(machine: Machine, state: string, trigger: string): string | undefined {
  return machine.states[state]?.on[trigger]
}

/** The state after a trigger that was checked before; anything else is a bug. */
export function moved(machine: Machine, state: string, trigger: string): string {
  const next = after(machine, state, trigger)
  if (next === undefined) throw new Error(`no way from ${state} by ${trigger}`)
  return next
}

/** The machine with those triggers only that a person has a hand on, so that a refusal does not offer what others do. */
export function byHand(machine: Machine, triggers: readonly string[]): Machine {
  const states = Object.entries(machine.states).map(([id, { zh, on }]) => {
    const own = Object.entries(on).filter(([trigger]) => triggers.includes(trigger))
    return [id, { zh, on: Object.fromEntries(own) }] as const
  })
  return { ...machine, states: Object.fromEntries(states) }
}

/** `E_STATE` with the state it is in and what that state would allow. */
export function wrongState(machine: Machine, state: string): Refuse {
  const { zh = state, on = {} } = machine.states[state] ?? {}
  const allowed = Object.keys(on)
    .map(trigger => machine.triggers[trigger] ?? trigger)
    .join('、')
  return no('E_STATE', { state: zh, allowed: allowed === '' ? '无' : allowed })
}

/** What is wrong with a machine itself: dead names, states nobody reaches, triggers without Chinese. */
export function machineFaults({ initial, states, triggers }: Machine): string[] {
  const reached = new Set([initial])
  for (const state of reached) for (const next of Object.values(states[state]?.on ?? {})) reached.add(next)
  const used = new Set(Object.values(states).flatMap(({ on }) => Object.keys(on)))
  return [
    ...[...reached].filter(state => states[state] === undefined).map(state => `there is no state ${state}`),
    ...Object.keys(states)
      .filter(state => !reached.has(state))
      .map(state => `nothing leads to ${state}`),
    ...[...used].filter(trigger => triggers[trigger] === undefined).map(trigger => `trigger ${trigger} has no Chinese`),
    ...Object.keys(triggers)
      .filter(trigger => !used.has(trigger))
      .map(trigger => `trigger ${trigger} is used nowhere`),
  ]
}
