/** `done` has forms to decide on, `infeasible` a proof that there are none, `not-found` neither within the time allowed. */
export const RUN_STATES = ['queued', 'running', 'done', 'infeasible', 'not-found', 'failed', 'cancelled'] as const
export type RunState = (typeof RUN_STATES)[number]

/** Has it come to its end, whatever that is? */
export function hasEnded(state: RunState): boolean {
  return state !== 'queued' && state !== 'running'
}

/** A form of a run before and after it was decided on. */
export const PROPOSAL_STATES = ['proposed', 'accepted', 'discarded'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** What a run is doing: `facts` reads the bank, `check` proves the forms anew, the others are the engine's. */
export const RUN_STAGES = ['facts', 'bound', 'plan', 'place', 'exchange', 'sequence', 'joint', 'improve', 'conflict', 'check'] as const
export type RunStage = (typeof RUN_STAGES)[number]
