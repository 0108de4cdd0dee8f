/** `done` has forms to decide on, `infeasible` a proof that there are none, `not-found` neither within the time allowed. */
export const RUN_STATES = ['queued', 'running', 'done', 'infeasible', 'not-found', 'failed', 'cancelled'] as const
export type RunState = (typeof RUN_STATES)[number]

/** A form of a run before and after it was decided on. */
export const PROPOSAL_STATES = ['proposed', 'accepted', 'discarded'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** What a run is doing; see the engine's stages. */
export const RUN_STAGES = ['facts', 'bound', 'plan', 'place', 'exchange', 'sequence', 'joint', 'improve', 'conflict', 'check'] as const
export type RunStage = (typeof RUN_STAGES)[number]
