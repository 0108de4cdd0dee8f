import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import {
  AbsenceInput,
  ActInput,
  ArmingView,
  CheckInInput,
  CodeView,
  CreditInput,
  Credentials,
  DecisionInput,
  DoneView,
  DoorView,
  EntryCodeInput,
  HaltInput,
  HandInInput,
  IncidentInput,
  JournalView,
  KeeperView,
  MalpracticeInput,
  ResumeInput,
  RoomParams,
  RoomRecordView,
  SiteView,
  SittingParams,
  StopInput,
  SwapInput,
  WallView,
  WitnessedInput,
} from '../hall/inputs.ts'

const HALL = '/api/delivery/hall'
const SITTING = `${HALL}/sittings/:sittingId` as const
/** What a request for a second person may be answered with. */
const SECOND = ['second-person-needed', 'second-person-same', 'second-person-lacks-duty', 'second-person-refused', 'staff-locked'] as const
const USUAL = ['not-found', 'sitting-closed'] as const

export const signInAtHall = endpoint({
  method: 'POST',
  path: `${HALL}/sign-ins`,
  summary: 'Sign in at a console with staff id and pass phrase',
  body: Credentials,
  reply: KeeperView,
  refusals: ['staff-refused', 'staff-locked', 'site-empty', 'too-many-requests'],
})
export const signOutOfHall = endpoint({ method: 'POST', path: `${HALL}/sign-outs`, summary: 'Sign out of a console' })
export const readSite = endpoint({
  method: 'GET',
  path: `${HALL}/site`,
  summary: 'How far this site has come, its sittings, and who is signed in here',
  reply: SiteView,
})
export const readArming = endpoint({
  method: 'GET',
  path: `${HALL}/arming`,
  summary: 'Everything arming asks for, with its verdict',
  reply: ArmingView,
  refusals: ['site-empty'],
})
export const armSite = endpoint({
  method: 'POST',
  path: `${HALL}/arming`,
  summary: 'Arm the site: from now on papers may be started when their time comes',
  body: WitnessedInput,
  reply: ArmingView,
  refusals: ['site-empty', 'arming-refused', 'wrong-state', ...SECOND],
})
export const readWall = endpoint({
  method: 'GET',
  path: `${SITTING}/wall`,
  summary: 'Every seat of a sitting as it stands now',
  params: SittingParams,
  reply: WallView,
  refusals: ['not-found'],
})
/** First `wall` with everything (or what was missed, after a break), then `seats` with those that changed. */
export const followWall = endpoint({
  method: 'GET',
  path: `${SITTING}/wall/changes`,
  summary: 'The wall as a stream: a snapshot, then the seats that change; resumes by Last-Event-ID',
  params: SittingParams,
  replies: 'events',
  refusals: ['not-found'],
})
export const readJournal = endpoint({
  method: 'GET',
  path: `${SITTING}/journal`,
  summary: 'Pauses, faults with their clocks, credits, raised hands, incidents and acts of a sitting',
  params: SittingParams,
  reply: JournalView,
  refusals: ['not-found'],
})
export const lookAtDoor = endpoint({
  method: 'GET',
  path: `${SITTING}/door`,
  summary: 'Who has this ticket: face, masked number and seat, to compare with the person at the door',
  params: SittingParams,
  query: z.object({ ticketNumber: z.string().min(1).max(64) }),
  reply: DoorView,
  refusals: ['not-found'],
})
export const checkInAtHall = endpoint({
  summary: 'Check a person in; the entry code is shown this once',
  path: `${SITTING}/check-ins`,
  refusals: [...USUAL, 'papers-not-open', 'door-not-open', 'door-closed', 'marked-absent', 'attempt-over'],
  method: 'POST',
  params: SittingParams,
  body: CheckInInput,
  reply: CodeView,
})
export const renewEntryCode = endpoint({
  summary: 'A new entry code for somebody who is inside, after a machine failed',
  path: `${SITTING}/entry-codes`,
  refusals: [...USUAL, 'papers-not-open', 'not-checked-in', 'attempt-over'],
  method: 'POST',
  params: SittingParams,
  body: EntryCodeInput,
  reply: CodeView,
})
export const markAbsentAtHall = endpoint({
  summary: 'Mark a person absent who has not come',
  path: `${SITTING}/absences`,
  refusals: [...USUAL, 'already-inside', 'too-early-for-absence'],
  method: 'POST',
  params: SittingParams,
  body: AbsenceInput,
  reply: DoneView,
})
export const swapSeat = endpoint({
  summary: 'Seat a person at another machine: the old one is fenced, a new entry code is shown',
  path: `${SITTING}/seat-swaps`,
  refusals: [...USUAL, 'papers-not-open', 'not-checked-in', 'seat-unknown', 'seat-taken', 'seat-out-of-order', 'attempt-over'],
  method: 'POST',
  params: SittingParams,
  body: SwapInput,
  reply: CodeView,
})
export const creditAtHall = endpoint({
  summary: 'Give time back to a person, a room or the site',
  path: `${SITTING}/credits`,
  refusals: [...USUAL, 'credit-unclear', ...SECOND],
  method: 'POST',
  params: SittingParams,
  body: CreditInput,
  reply: DoneView,
})
export const decideCredit = endpoint({
  summary: 'Grant or decline time that the server proposed to give back',
  path: `${SITTING}/credits/:creditId/decisions`,
  refusals: [...USUAL, 'credit-decided', ...SECOND],
  method: 'POST',
  params: SittingParams.extend({ creditId: z.uuid() }),
  body: DecisionInput,
  reply: DoneView,
})
export const haltHall = endpoint({
  summary: 'Pause a room or the site (clocks stand still, saves are taken), or start its fault clock',
  path: `${SITTING}/halts`,
  refusals: [...USUAL, 'halted-already'],
  method: 'POST',
  params: SittingParams,
  body: HaltInput,
  reply: DoneView,
})
export const resumeHall = endpoint({
  summary: 'End a pause or a fault; its time is given back',
  path: `${SITTING}/halts/:haltId/resumptions`,
  refusals: [...USUAL, 'halt-over', ...SECOND],
  method: 'POST',
  params: SittingParams.extend({ haltId: z.uuid() }),
  body: ResumeInput,
  reply: DoneView,
})
export const stopHall = endpoint({
  summary: 'Stop a room or the site at this point, to be held again',
  path: `${SITTING}/stops`,
  refusals: [...USUAL, ...SECOND],
  method: 'POST',
  params: SittingParams,
  body: StopInput,
  reply: DoneView,
})
export const recordAtHall = endpoint({
  summary: 'Record an incident',
  path: `${SITTING}/incidents`,
  refusals: ['not-found'],
  method: 'POST',
  params: SittingParams,
  body: IncidentInput,
  reply: DoneView,
})
export const recordMalpractice = endpoint({
  summary: 'Record a breach of discipline, by two; may end the attempt',
  path: `${SITTING}/malpractice`,
  refusals: [...USUAL, 'attempt-over', ...SECOND],
  method: 'POST',
  params: SittingParams,
  body: MalpracticeInput,
  reply: DoneView,
})
export const handInForCandidate = endpoint({
  summary: 'Hand in for a person whose machine cannot',
  path: `${SITTING}/hand-ins`,
  refusals: [...USUAL, 'papers-not-open', 'not-started', 'attempt-over', 'too-early-to-hand-in'],
  method: 'POST',
  params: SittingParams,
  body: HandInInput,
  reply: DoneView,
})
export const closeSittingAtHall = endpoint({
  summary: 'Close the sitting: overdue attempts end by the clock, who never came is absent',
  path: `${SITTING}/closings`,
  refusals: [...USUAL, 'still-working', 'halted-already'],
  method: 'POST',
  params: SittingParams,
  body: ActInput,
  reply: DoneView,
})
export const settleHelpCall = endpoint({
  summary: 'A raised hand has been seen to',
  path: `${SITTING}/help-calls/:callId/settlements`,
  refusals: ['not-found'],
  method: 'POST',
  params: SittingParams.extend({ callId: z.uuid() }),
  body: ActInput,
  reply: DoneView,
})
export const readRoomRecord = endpoint({
  method: 'GET',
  path: `${SITTING}/rooms/:roomLabel/record`,
  summary: 'The record of a room, to be printed and signed',
  params: RoomParams,
  reply: RoomRecordView,
  refusals: ['not-found'],
})
