export { type PracticalOrder, openPracticalTasks } from './actions/open-practical-tasks.ts'
export { paperResults } from './actions/paper-results.ts'
export { scoreAttempt } from './actions/score-attempt.ts'
