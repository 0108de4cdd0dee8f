export { checkpointLog, readCheckpoints } from './actions/checkpoint-log.ts'
export { historyOf } from './actions/history-of.ts'
export { record } from './actions/record.ts'
export { type Verification, verifySnapshot } from './actions/verify-log.ts'
