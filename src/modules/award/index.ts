export { issueForSession, issueNext } from './actions/issue-certificates.ts'
export { decideResults } from './actions/run-session.ts'
