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
export { sealForm, viewOfForm } from './actions/seal/form-files.ts'
export { type OpenPapers, type Opened, type Opener, type TakePaper, openPapers } from './actions/seal/open-papers.ts'
export { documentsOfPapers } from './actions/seal/documents-of-papers.ts'
export { openRoster, readSitePackage } from './actions/seal/read-site-package.ts'
export {
  type PreparedPackage,
  type SealedDocument,
  type SealSitePackage,
  type Sealer,
  prepareSitePackage,
  sealSitePackage,
  writeSitePackage,
} from './actions/seal/seal-site-package.ts'
export type { SiteTrust } from './actions/seal/site-package-file.ts'
export { type BuildResult, buildResult, readSittingRecord } from './actions/record/build-result.ts'
export { type IngestResult, ingestResult } from './actions/record/ingest-result.ts'
export { recordDigests } from './actions/record/record-digests.ts'
export { installPapers, installRoster } from './actions/hall/install.ts'
export { byTwo, mustBe } from './actions/hall/keepers.ts'
export { closeOverdueHere, keepBeat, noteRestart, papersRun, recordArmingEvidence } from './actions/hall/site.ts'
export { openPair } from './actions/hall/peer/pair.ts'
export { type PairLink, linkOf } from './actions/hall/peer/link.ts'
export { type SiteStanding, setStanding } from './actions/drill/standing.ts'
export { hallActorOf } from './actions/hall/staff.ts'
export { enrolledSite, siteEnrolments } from './actions/centre/enrolments.ts'
export { RESULT_TAKEN_TASK, ledgerAttempts, peekResult, takeSiteResult, takenResults } from './actions/centre/results.ts'
export { heardCall, siteReports } from './actions/centre/site-reports.ts'
export {
  type ResultNote,
  type SitePlace,
  inboxFolder,
  ownEnrolment,
  receiptFile,
  resultFile,
  resultNotes,
  sealersFile,
} from './actions/site/place.ts'
export { takeInbox } from './actions/site/inbox.ts'
export { importPackage } from './actions/site/import-package.ts'
export { keepReceipt } from './actions/site/results-at-site.ts'
export { encryptResult, openResult } from './actions/record/result-file.ts'
export { type TakeResultFile, takeResultFile } from './actions/record/take-result-file.ts'
export { centreIdentity, centreKeys } from './actions/record/centre-identity.ts'
export type { EnrolledSites } from './actions/record/receive-result.ts'
export type { SignerWord } from './core/record/result-file.ts'
export { type SendResult, sendResult } from './actions/site/send-result.ts'
