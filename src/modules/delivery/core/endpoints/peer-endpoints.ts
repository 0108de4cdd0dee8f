import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { SittingParams } from '../hall/inputs.ts'
import { MOST_PEER_BYTES } from '../protocol/pair/wire.ts'
import { AttemptStateView } from '../views.ts'

const PEER = '/api/delivery/peer'
/** The payload is text until its stamp was checked; the reply carries a MAC of its own. */
const Sealed = z.strictObject({ payload: z.string().max(MOST_PEER_BYTES) })
const SealedReply = z.object({ payload: z.string(), mac: z.string() })
const STAMPED = ['peer-not-expected', 'peer-refused', 'peer-other-run', 'peer-replayed', 'peer-not-understood', 'file-too-large'] as const

export const tellPeerEvents = endpoint({
  method: 'POST',
  path: `${PEER}/events`,
  summary: 'Events that the other server of the site holds; the reply follows the commit',
  body: Sealed,
  reply: SealedReply,
  refusals: STAMPED,
})
export const tellPeerActs = endpoint({
  method: 'POST',
  path: `${PEER}/acts`,
  summary: 'Entries, starts, ends, credits and acts of hall staff that the other server of the site holds',
  body: Sealed,
  reply: SealedReply,
  refusals: STAMPED,
})
export const tellPeerState = endpoint({
  method: 'POST',
  path: `${PEER}/state`,
  summary: 'How the other server of the site is, and how this one is',
  body: Sealed,
  reply: SealedReply,
  refusals: [...STAMPED, 'peer-other-package', 'peer-same-name', 'site-empty'],
})

export const tellPeerSite = endpoint({
  method: 'POST',
  path: `${PEER}/site`,
  summary: 'Audit logs, certificates and evidence that the other server of the site holds',
  body: Sealed,
  reply: SealedReply,
  refusals: STAMPED,
})
export const tellPeerFile = endpoint({
  method: 'POST',
  path: `${PEER}/files`,
  summary: 'A part of a file of a response; the last one completes it, and the reply follows the commit',
  body: Sealed,
  reply: SealedReply,
  refusals: STAMPED,
})
export const askPeerWord = endpoint({
  method: 'POST',
  path: `${PEER}/word`,
  summary: 'Asks the other server to build the tree of a result from its own tables, and to sign what is the same',
  body: Sealed,
  reply: SealedReply,
  refusals: [...STAMPED, 'site-not-enrolled', 'result-of-another-site'],
})

/** For a page that was opened again or that comes from the other server, and cannot vouch for its numbers. */
export const reEnterPaper = endpoint({
  method: 'POST',
  path: '/api/delivery/attempts/:attemptId/re-entries',
  summary: 'Go on with the token of this machine in a new epoch; refused once somebody else has taken over',
  params: z.object({ attemptId: z.uuid() }),
  reply: z.object({ token: z.string(), state: AttemptStateView }),
  refusals: [
    'token-refused',
    'fenced',
    'attempt-over',
    'locked-integrity',
    'seb-not-prepared',
    'seb-missing',
    'seb-wrong-config',
    'seb-wrong-browser',
  ],
})

const at = { acts: z.array(z.string()) }
const Found = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('two-closings'), origins: z.array(z.number()) }),
  z.object({ kind: z.literal('closed-too-early'), origin: z.number() }),
  z.object({ kind: z.literal('closed-by-fenced'), epoch: z.number() }),
  z.object({ kind: z.literal('two-starts'), apartMs: z.number() }),
  z.object({ kind: z.literal('clash'), epoch: z.number(), seq: z.number() }),
  z.object({ kind: z.literal('late'), events: z.number() }),
  z.object({ kind: z.literal('two-resumptions'), haltId: z.string(), ...at }),
  z.object({ kind: z.literal('two-decisions'), creditId: z.string(), ...at }),
  z.object({ kind: z.literal('absent-and-present'), candidateRef: z.string() }),
  z.object({
    kind: z.literal('two-at-seat'),
    candidateRef: z.string(),
    wanted: z.object({ roomLabel: z.string(), seatLabel: z.string() }),
    takenBy: z.string(),
  }),
])
export const readReview = endpoint({
  method: 'GET',
  path: '/api/delivery/hall/sittings/:sittingId/review',
  summary: 'What two servers decided differently while cut apart, and what else waits for a decision of people',
  params: SittingParams,
  reply: z.object({ serverTime: z.number(), found: z.array(z.object({ attemptId: z.string().nullable().default(null), found: Found })) }),
  refusals: ['not-found'],
})
