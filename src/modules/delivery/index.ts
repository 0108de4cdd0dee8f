export { type AdmitCandidate, admitCandidate } from './actions/admit-candidate.ts'
export {
  type AttemptResponses,
  attemptResponses,
  findAttemptOf as attemptOfCandidate,
  lastSaves,
  listAttempts as attemptsOfSitting,
} from './actions/attempt-responses.ts'
export { listFiles as filesOfAttempt, readFile as readAttemptFile } from './actions/attempt-files.ts'
export { closeAttempt, closeOverdue } from './actions/close-attempt.ts'
export { creditTime } from './actions/credit-time.ts'
export { installPackage, installedPackage } from './actions/install-package.ts'
export { type ConfigureSeb, configureSeb, sebFile } from './actions/seb/seb-sitting.ts'
export { type LockedSeat, lockedSeats, unlockIntegrity } from './actions/seb/unlock-integrity.ts'
export { openAttempt } from './actions/open-attempt.ts'
export { type ItemsMet, itemsMet } from './actions/items-met.ts'
export { type PrepareAttempt, prepareAttempt } from './actions/prepare-attempt.ts'
export { type RecordIncident, listIncidents as incidentsOfSitting, recordIncident } from './actions/record-incident.ts'
