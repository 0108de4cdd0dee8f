export {
  approveBlueprint,
  checkBlueprint,
  createBlueprint,
  listBlueprints,
  makeNextBlueprint,
  saveBlueprint,
  showBlueprint,
  showBlueprintVersion,
} from './core/endpoints/blueprint-endpoints.ts'
export { listForms, requestForm, showForm, showFormFacts } from './core/endpoints/form-endpoints.ts'
export {
  acceptProposal,
  cancelRun,
  compareForms,
  discardProposal,
  listCandidates,
  listRuns,
  repeatRun,
  showProposal,
  showRun,
  startRun,
  swapItem,
} from './core/endpoints/run-endpoints.ts'
export {
  BLUEPRINT_PARTS,
  BlueprintBody,
  BlueprintGoal,
  BlueprintPlace,
  BlueprintPart,
  type BlueprintState,
} from './core/blueprint/blueprint.ts'
export { PROPOSAL_STATES, type ProposalState, RUN_STATES, type RunStage, type RunState } from './core/run/run-states.ts'
export { type FormFault, type FormProof, type ProofRow, checkForm } from './core/form/check-form.ts'
export type { Form, FormId, FormPlace } from './core/form/form.ts'
export { assemblyRefusals } from './core/refusals.ts'
export { type Finding, type Verdict, checkAssembly } from './core/check/check-assembly.ts'
export { type Constraint, type ConstraintBody } from './core/problem/constraint.ts'
export { type Condition, holdsFor } from './core/problem/condition.ts'
export { parseCondition } from './core/problem/parse-condition.ts'
export { type Goal, MILLION } from './core/problem/goal.ts'
export { type Irt, informationAt, irtOfDifficulty } from './core/problem/irt.ts'
export type { Pool, PoolItem, PoolStimulus, Selection } from './core/problem/pool.ts'
export { type AssemblyProblem, type ProblemFault, problemFaults } from './core/problem/problem.ts'
export { readConstraints } from './core/tables/constraint-table.ts'
export { type TableFault } from './core/tables/csv.ts'
export { type PoolFault, type PoolTexts, readPool } from './core/tables/pool-tables.ts'
export type { Said } from './core/words/say-condition.ts'
export { sayConstraint } from './core/words/say-constraint.ts'
export { percent as showPercent, show as showMillionths } from './core/words/say-outcome.ts'
