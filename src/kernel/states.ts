import { type Refusal, type Result, ok, refuse } from './result.ts'

/** A transition table as data: for each state, which event leads where. */
export type Transitions<State extends string, Event extends string> = Readonly<Record<State, Readonly<Partial<Record<Event, State>>>>>

/** The next state, or `wrong-state` with the state and the event as facts. */
export function advance<State extends string, Event extends string>(
  table: Transitions<State, Event>,
  from: State,
  event: Event,
): Result<State, Refusal> {
  const to = table[from][event]
  return to === undefined ? refuse('wrong-state', { state: from, event }) : ok(to)
}
