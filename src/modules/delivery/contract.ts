import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { MOST_EVENTS_PER_SAVE, ResponseEvent } from './core/events.ts'
import { BeatInput, BeatView } from './core/hall/beat.ts'
import { AttemptStateView, AttemptView, FileView, PaperView, ReceiptView, SaveView } from './core/views.ts'

export type {
  Attempt,
  AttemptId,
  AttemptState,
  ClosingReason,
  Ended,
  Placing,
  Running,
  SittingId,
  TimeLedger,
} from './core/attempt/attempt.ts'
export { acceptsUntil, endsAt, entitledMinutes, handInFrom, hasEnded, isOverdue, remainingMs } from './core/attempt/attempt.ts'
export {
  type EventSet,
  type Folded,
  type PlacedEvent,
  EMPTY_SET,
  MOST_BYTES_PER_SAVE,
  MOST_EVENTS_PER_SAVE,
  ResponseEvent,
  append,
  fold,
  isLater,
  storedThrough,
} from './core/events.ts'
export {
  type Change,
  type Outbox,
  type Pace,
  identity,
  keepingFailed,
  kept,
  lastSeq,
  mayGoOn,
  openOutbox,
  record,
  sealDraft,
  unsentOf,
  waitingOf,
} from './core/protocol/client/outbox.ts'
export { type NextSave, type SaveStatus, backOffMs, heard, isFinal, lost, statusOf, stored } from './core/protocol/client/sending.ts'
export { type Effect, type Step, effectsBetween, pump } from './core/protocol/client/steps.ts'
export type { AttemptFile } from './core/paper/attempt-file.ts'
export {
  type PackageBody,
  type PackageItem,
  type PackageMedia,
  type Sha256,
  type Stimulus,
  PAPERS,
  Paper,
  PaperPackage,
  digestText,
  finishPackage,
  itemsOf,
  laboratoryItems,
  parsePackage,
} from './core/paper/package.ts'
export {
  DUTIES,
  Duty,
  FaultRule,
  type RosterCandidate,
  SitePapers,
  type SiteRoom,
  SiteRoster,
  type SiteSitting,
} from './core/site/site-package.ts'
export { QUIT_PATH } from './core/seb/sitting-settings.ts'
export { type SebBrought, BROUGHT_HEADER, broughtText } from './core/seb/brought.ts'
export type { BrowserRelease, SebHashes } from './core/seb/check.ts'
export { deliveryRefusals } from './core/refusals.ts'
export type { TimelineFacts } from './core/timeline/candidate-timeline.ts'
export type { Severity, TimelineFinding } from './core/timeline/finding.ts'
export { NO_LIMITS, type TimelineLimits } from './core/timeline/limits.ts'
export { lintTimeline } from './core/timeline/lint-timeline.ts'
export { type Drill, type DrillValue, ReadinessCertificate, certificateText, certifyDrill } from './core/drill/certificate.ts'
export { type DrillStep, type Measure, DRILL_SCRIPT } from './core/drill/script.ts'
export {
  type Arrow,
  type Reach,
  STATIONS,
  type Station,
  type Stations,
  completenessLedger,
  lostEvents,
} from './core/record/completeness.ts'
export {
  SERVERS,
  SIGNERS,
  type Servers,
  Signatures,
  type Signer,
  Statement,
  judgeRecord,
  statementText,
} from './core/record/judge-record.ts'
export { ResultReceipt, mayPurge, receiptSigningText } from './core/record/purge.ts'
export { type FormFile, readFormFile } from './core/seal/form-file.ts'
export { momentText } from './core/seal/judge-manifest.ts'
export { readKeyText, writeKeyText } from './core/seal/key-text.ts'
export { KnownSealer, SUITE, Seal, SealManifest, manifestText, sealingText } from './core/seal/manifest.ts'
export { SITE_OPENS_BEFORE_MINUTES, judgeOpeners, mayOpenAt, mayReleaseForms, openingTimes } from './core/seal/opening.ts'
export { type RehearsalOrder, rehearsalPaper, rehearsalRoster, rehearsalValidity } from './core/seal/rehearsal.ts'
export { type KeyShare, judgeShares, keyMarkOf, readShare, writeShare } from './core/seal/share.ts'
export { readingAid, sayKeyText } from './core/seal/spoken.ts'
export { type SiteClock, openSiteClock, restartSiteClock, siteNow } from './core/protocol/time/site-clock.ts'
export { AttemptRules, startUntil } from './core/attempt/rules.ts'
export { AttemptStateView, AttemptView, FileView, PaperView, Presentation, ReceiptView, SaveView } from './core/views.ts'

export {
  signInAtHall,
  signOutOfHall,
  readSite,
  readArming,
  armSite,
  readWall,
  followWall,
  readJournal,
  lookAtDoor,
  checkInAtHall,
  renewEntryCode,
  markAbsentAtHall,
  swapSeat,
  creditAtHall,
  decideCredit,
  haltHall,
  resumeHall,
  stopHall,
  recordAtHall,
  recordMalpractice,
  handInForCandidate,
  closeSittingAtHall,
  settleHelpCall,
  readRoomRecord,
} from './core/endpoints/hall-endpoints.ts'
export { readPending } from './core/endpoints/watch-endpoints.ts'
export { readForm, readFormKey } from './core/endpoints/form-endpoints.ts'
export {
  importSitePackage,
  readSitePackages,
  openPapersAtSite,
  closeAndBuildResult,
  readResults,
  downloadResult,
  takeReceipt,
  purgeSitting,
} from './core/endpoints/package-endpoints.ts'
export { allowWithoutSeb, makeSebFile, prepareSebAtHall, readSebAtHall, unlockAtHall } from './core/endpoints/seb-endpoints.ts'
export { certifyReadiness, confirmDrillStep, readDrill, readReadiness, runDrill } from './core/endpoints/drill-endpoints.ts'
export { carryOutCommand, fileOfItemWorld, openItemWorld } from './core/endpoints/lab-endpoints.ts'
export { type CommandPlace, CommandValue, commandLine } from './core/paper/lab/command.ts'
export { decideLateEvents, readLateEvents } from './core/endpoints/late-endpoints.ts'
export { openResultUpload, putResultPart, completeResultUpload } from './core/endpoints/result-endpoints.ts'
export { PART_BYTES, UploadClaim, claimText, lengthOfPart, partsOf } from './core/record/upload.ts'
export { ResultReceiptView, ResultView, SitePackageView } from './core/site/site-views.ts'
export { presentForm } from './core/paper/presentation.ts'
export {
  askPeerWord,
  readReview,
  reEnterPaper,
  tellPeerActs,
  tellPeerEvents,
  tellPeerFile,
  tellPeerSite,
  tellPeerState,
} from './core/endpoints/peer-endpoints.ts'
export { PEER_STATES, PeerView } from './core/protocol/pair/wire.ts'
export type { ServerName } from './core/protocol/pair/numbers.ts'
export type { ArmingEvidence } from './core/hall/site-state.ts'
export { INCIDENT_REASONS, MALPRACTICE_REASONS } from './core/hall/reasons.ts'

const AttemptParams = z.object({ attemptId: z.uuid() })
const ENTERED = z.object({ token: z.string(), state: AttemptStateView })
const BEARER = ['token-refused'] as const
/** What an attempt that requires Safe Exam Browser may be refused with, at every request. */
const SEB = ['locked-integrity', 'seb-not-prepared', 'seb-missing', 'seb-wrong-config', 'seb-wrong-browser'] as const

/** Ticket number and the six digits the invigilator handed out at check-in; both printed or shown, nothing to remember. */
export const enterPaper = endpoint({
  method: 'POST',
  path: '/api/delivery/enter',
  summary: 'Enter the exam client with ticket number and entry code; opens a new epoch and fences the one before',
  body: z.object({
    ticketNumber: z.string().trim().min(4).max(40),
    entryCode: z
      .string()
      .trim()
      .regex(/^\d{6}$/, { error: '入场码是6位数字。|The entry code has six digits.' }),
  }),
  reply: ENTERED,
  refusals: ['entry-refused', 'entry-locked', 'attempt-over'],
})

export const startPaper = endpoint({
  method: 'POST',
  path: '/api/delivery/attempts/:attemptId/start',
  summary: 'Start the paper; the same startRef again is the same start',
  params: AttemptParams,
  body: z.object({ startRef: z.uuid() }),
  reply: z.object({ attempt: AttemptView, serverTime: z.number() }),
  refusals: [
    ...BEARER,
    ...SEB,
    'fenced',
    'already-started',
    'attempt-over',
    'too-early-to-start',
    'too-late-to-start',
    'sitting-closed',
    'site-not-armed',
    'hall-paused',
  ],
})

export const readPaper = endpoint({
  method: 'GET',
  path: '/api/delivery/attempts/:attemptId/paper',
  summary: 'The paper of a running attempt, in the order of this attempt',
  params: AttemptParams,
  reply: PaperView,
  refusals: [...BEARER, ...SEB, 'fenced', 'not-started', 'attempt-over'],
})

export const saveEvents = endpoint({
  method: 'POST',
  path: '/api/delivery/attempts/:attemptId/events',
  summary: 'Save events durably; the reply follows the commit. After the end they are kept as late and do not count by themselves',
  params: AttemptParams,
  body: z.object({ epoch: z.number().int().min(1).max(999_999), events: z.array(ResponseEvent).min(1).max(MOST_EVENTS_PER_SAVE) }),
  reply: SaveView,
  refusals: [...BEARER, ...SEB, 'epoch-refused', 'not-started', 'attempt-over', 'event-clash'],
})

/** One file for one item; the response then names it by what comes back. */
export const addFile = endpoint({
  method: 'POST',
  path: '/api/delivery/attempts/:attemptId/files',
  summary: 'Add a file to an item of a running attempt; the same file again changes nothing',
  upload: true,
  params: AttemptParams,
  body: z.object({ itemId: z.string().min(1).max(64) }),
  reply: FileView,
  refusals: [
    ...BEARER,
    ...SEB,
    'fenced',
    'not-started',
    'attempt-over',
    'time-is-up',
    'item-takes-no-file',
    'file-missing',
    'file-too-large',
    'file-type-refused',
    'files-too-many',
    'files-too-large',
  ],
})

export const readState = endpoint({
  method: 'GET',
  path: '/api/delivery/attempts/:attemptId/state',
  summary: 'Everything needed to take up the attempt again',
  params: AttemptParams,
  reply: AttemptStateView,
  refusals: [...BEARER, ...SEB],
})

export const handInPaper = endpoint({
  method: 'POST',
  path: '/api/delivery/attempts/:attemptId/hand-in',
  summary: 'Hand the paper in; a repeated request gives the same receipt',
  params: AttemptParams,
  body: z.object({ lastSeq: z.number().int().min(0).max(1_000_000), by: z.enum(['candidate', 'clock']) }),
  reply: ReceiptView,
  refusals: [...BEARER, ...SEB, 'fenced', 'not-started', 'too-early-to-hand-in', 'time-not-up', 'events-missing'],
})

export const mintNonce = endpoint({
  method: 'POST',
  path: '/api/delivery/attempts/:attemptId/seb-nonces',
  summary: 'An address for one page load in Safe Exam Browser, valid for a minute',
  params: AttemptParams,
  body: z.object({}),
  reply: z.object({ path: z.string(), validUntil: z.number() }),
  refusals: [...BEARER, 'fenced', 'attempt-over', 'seb-not-required', 'seb-not-prepared', 'locked-integrity'],
})

const ShownHash = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/)
  .nullable()

/** What the script interface shows for the page; the headers of the browser come by themselves. */
export const verifyPage = endpoint({
  method: 'POST',
  path: '/api/delivery/attempts/:attemptId/sit/:nonce',
  summary: 'Prove by the hashes of the page that it was loaded in the right browser with the right settings',
  params: AttemptParams.extend({ nonce: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
  body: z.object({ configKey: ShownHash, browserExamKey: ShownHash }),
  reply: z.object({ via: z.enum(['header', 'script']) }),
  refusals: [...BEARER, ...SEB, 'fenced', 'attempt-over', 'seb-not-required', 'seb-replayed-nonce', 'seb-expired-nonce'],
})

/** Every fifteen seconds: how the machine is, and how the attempt stands. */
export const beatClient = endpoint({
  method: 'POST',
  path: '/api/delivery/attempts/:attemptId/beats',
  summary: 'A sign of life of the machine; the reply tells time, fencing and pauses',
  params: AttemptParams,
  body: BeatInput,
  reply: BeatView,
  refusals: [...BEARER],
})

export const callForHelp = endpoint({
  method: 'POST',
  path: '/api/delivery/attempts/:attemptId/help-calls',
  summary: 'Raise a hand; the invigilators see it on the wall',
  params: AttemptParams,
  reply: z.object({ calledAt: z.number() }),
  refusals: [...BEARER],
})

export {
  type EnrolmentView,
  confirmEnrolment,
  listSiteEnrolments,
  readStanding,
  sendEnrolment,
  sendSiteReport,
} from './core/endpoints/centre-endpoints.ts'
export { type Enrolment, enrolmentInForce } from './core/site/enrolment.ts'
export { SiteCall, callText } from './core/site/site-call.ts'
export { SiteReport, reportText } from './core/site/site-report.ts'
