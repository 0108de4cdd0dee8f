import { z } from 'zod'
import { ArrowView } from './ledger-view.ts'
import { BOARD_COLUMNS, LIGHT_CODES } from './board.ts'
import { SCRIPT } from './script.ts'
import { SEALING_STATES } from './sealing.ts'

const Fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()])
export const ToldView = z.object({ code: z.string(), zh: z.string(), en: z.string(), facts: z.record(z.string(), Fact) })

export const PackageView = z.object({
  siteCode: z.string(),
  siteName: z.string(),
  /** Short form of the digest, as it is read aloud. */
  digest: z.string(),
  candidates: z.number(),
  faces: z.number(),
  bytes: z.number().nullable(),
  fetchedAt: z.number().nullable(),
})
export const SealingView = z.object({
  sealingId: z.string(),
  sessionId: z.string(),
  number: z.number(),
  rehearsal: z.boolean(),
  state: z.enum(SEALING_STATES),
  done: z.number(),
  total: z.number(),
  refusal: ToldView.nullable(),
  needed: z.number(),
  custodians: z.array(z.object({ place: z.number(), name: z.string(), takenAt: z.number().nullable() })),
  script: z.array(z.object({ step: z.enum(SCRIPT), done: z.boolean(), at: z.number().nullable(), by: z.array(z.string()) })),
  packages: z.array(PackageView),
  validFrom: z.number(),
  validUntil: z.number(),
  /** From when the custodians may join the key, and a site fetch it; null in a rehearsal. */
  joinFrom: z.number().nullable(),
  fetchFrom: z.number().nullable(),
  handedOutAt: z.number().nullable(),
  /** SHA-256 of the opening key, short: compared with the manifests. */
  openingKeyMark: z.string().nullable(),
  /** May whoever asks put a seal on it now, and if not, why. */
  seal: z.object({ may: z.boolean(), why: ToldView.nullable() }),
})
export type SealingView = z.infer<typeof SealingView>

export const SiteReadinessView = z.object({
  siteCode: z.string(),
  siteName: z.string(),
  candidates: z.number(),
  ready: z.boolean(),
  findings: z.array(z.object({ code: z.string(), inTheWay: z.boolean(), count: z.number() })),
  /** Number of the sealing whose package this site plays; null while there is none. */
  sealingNumber: z.number().nullable(),
})
export const SealingsView = z.object({
  now: z.number(),
  session: z.object({ sessionId: z.string(), code: z.string(), nominal: z.string(), day: z.string(), arranged: z.boolean() }),
  sites: z.array(SiteReadinessView),
  /** Persons who may keep a share and have a key for it. */
  volunteers: z.array(z.object({ personId: z.string(), name: z.string() })),
  sealings: z.array(SealingView),
  hasSealerKey: z.boolean(),
})
export type SealingsView = z.infer<typeof SealingsView>

/** A key or a share as it is written, said and typed. */
export const SpokenView = z.object({ text: z.string(), lines: z.array(z.string()), aid: z.string() })

export const OwnCeremonyView = z.object({
  now: z.number(),
  sealer: z.object({ sealerId: z.string(), publicKey: z.string(), madeAt: z.number() }).nullable(),
  custodian: z.object({ madeAt: z.number() }).nullable(),
  hallPass: z.object({ setAt: z.number() }).nullable(),
  /** What the roles of whoever asks allow: to seal, to keep shares, to keep halls. */
  may: z.object({ seal: z.boolean(), keepShares: z.boolean(), keepHalls: z.boolean() }),
  shares: z.array(
    z.object({
      sealingId: z.string(),
      title: z.string(),
      number: z.number(),
      rehearsal: z.boolean(),
      place: z.number(),
      custodians: z.number(),
      needed: z.number(),
      /** A share waits until it has been shown once. */
      waiting: z.boolean(),
      takenAt: z.number().nullable(),
      handedOutAt: z.number().nullable(),
    }),
  ),
})

const LightView = z.object({
  standing: z.enum(['done', 'running', 'waiting', 'failing', 'idle']),
  code: z.enum(LIGHT_CODES),
  value: z.number().nullable(),
})
export const BoardRowView = z.object({
  siteCode: z.string(),
  siteName: z.string(),
  candidates: z.number(),
  sealing: z.number().nullable(),
  sitePackageId: z.string().nullable(),
  digest: z.string().nullable(),
  standing: LightView.shape.standing,
  lights: z.record(z.enum(BOARD_COLUMNS), LightView),
  servers: z.array(z.object({ server: z.string(), engine: z.string(), heardAt: z.number(), number: z.number() })),
  enrolments: z.array(
    z.object({ fingerprint: z.string(), receivedAt: z.number(), confirmedAt: z.number().nullable(), inForce: z.boolean() }),
  ),
})
export type BoardRowView = z.infer<typeof BoardRowView>
export const BoardView = z.object({
  now: z.number(),
  session: SealingsView.shape.session,
  firstStart: z.number().nullable(),
  rows: z.array(BoardRowView),
})

export const SittingResultView = z.object({
  sittingId: z.string(),
  siteCode: z.string(),
  siteName: z.string(),
  levelName: z.string(),
  paper: z.enum(['theory', 'skill']),
  endsAt: z.number(),
  state: z.enum(['not-over', 'awaited', 'taken', 'played-here']),
  root: z.string().nullable(),
  receivedAt: z.number().nullable(),
  purgeFrom: z.number().nullable(),
  sums: z.boolean().nullable(),
  arrows: z.array(ArrowView),
})
export const ResultsView = z.object({ now: z.number(), session: SealingsView.shape.session, sittings: z.array(SittingResultView) })
