export { completionsOf } from './actions/completions-of.ts'
export { type FinishedCourse, issueCompletionProof } from './actions/issue-completion-proof.ts'
