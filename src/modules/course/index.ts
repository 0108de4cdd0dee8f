export { completionsOf } from './actions/completions-of.ts'
export { lessonCatalogue } from './actions/lessons/catalogue.ts'
export { type FinishedCourse, issueCompletionProof } from './actions/issue-completion-proof.ts'
