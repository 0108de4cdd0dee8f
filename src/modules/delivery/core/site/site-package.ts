import { z } from 'zod'
import { AttemptRules } from '../attempt/rules.ts'
import { Paper, PaperPackage } from '../paper/package.ts'

const text = z.string().trim().min(1).max(200)
const id = z.string().min(1).max(64)
const hex32 = z.string().regex(/^[0-9a-f]{64}$/)

/** What hall staff may do at a site; the words are those of the roles. */
export const DUTIES = ['site-manager', 'site-engineer', 'invigilator'] as const
export const Duty = z.enum(DUTIES)
export type Duty = z.infer<typeof Duty>

/**
 * How long a fault may last before the sitting stops at this point and is held again (CPA 50 minutes, tax advisers 45),
 * and from how many minutes on a credit needs a second person.
 */
export const FaultRule = z.strictObject({
  mostMinutes: z.number().int().min(1).max(240).default(50),
  secondPersonOverMinutes: z.number().int().min(0).max(240).default(10),
})
export type FaultRule = z.infer<typeof FaultRule>

const SiteSitting = z.strictObject({
  sittingId: z.uuid(),
  title: text,
  paper: Paper,
  level: id,
  rules: AttemptRules,
  fault: FaultRule,
  /** Entry before the start, and minutes after it from which who has not come is absent. */
  entryMinutesBefore: z.number().int().min(0).max(120).default(30),
  absentMinutesAfter: z.number().int().min(1).max(120).default(30),
})
export type SiteSitting = z.infer<typeof SiteSitting>

/** What a site knows of a candidate: nothing that could not be read off the face, the seat and the masked number. */
const RosterCandidate = z.strictObject({
  sittingId: z.uuid(),
  candidateRef: id,
  packageId: z.uuid(),
  ticketNumber: id,
  maskedName: text,
  maskedIdNumber: z.string().max(40).default(''),
  /** A small JPEG; null where the centre has none. */
  faceJpegBase64: z.string().max(80_000).nullable().default(null),
  roomLabel: text,
  seatLabel: text,
  allowanceMinutes: z.number().int().min(0).max(600).default(0),
})
export type RosterCandidate = z.infer<typeof RosterCandidate>

const RosterStaff = z.strictObject({
  staffId: id,
  name: text,
  duties: z.array(Duty).min(1),
  /** argon2id text of the person's pass phrase for this site, as `platform/password.ts` writes it. */
  passVerifier: z.string().max(400),
})
export type RosterStaff = z.infer<typeof RosterStaff>

const Room = z.strictObject({ roomLabel: text, seats: z.array(text).min(1).max(400), spareSeats: z.array(text).max(60).default([]) })
export type SiteRoom = z.infer<typeof Room>

export const CentreKeys = z.strictObject({ recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/), signingKey: hex32 })
export type CentreKeys = z.infer<typeof CentreKeys>

/** The part of a site's package that opens with the site key alone: who sits where, and who keeps the hall. */
export const SiteRoster = z.strictObject({
  version: z.literal(1),
  sitePackageId: z.uuid(),
  /** A rehearsal package has invented people and papers and may be played at any time. */
  rehearsal: z.boolean(),
  /** Which national date, as people read it: 2018年1月考次. */
  title: text,
  siteCode: id,
  siteName: text,
  sittings: z.array(SiteSitting).min(1).max(20),
  rooms: z.array(Room).min(1).max(100),
  candidates: z.array(RosterCandidate).max(5_000),
  staff: z.array(RosterStaff).min(2).max(200),
  /** Where results go: the age recipient of the centre, and the key (Ed25519, hex) that signs its receipts. */
  centre: CentreKeys.optional(),
  /** Shared by the two servers of the site; each proves itself to the other with it. */
  pairKey: hex32,
})
export type SiteRoster = z.infer<typeof SiteRoster>

/** The part that opens only with the opening key as well. */
export const SitePapers = z.strictObject({
  version: z.literal(1),
  sitePackageId: z.uuid(),
  papers: z.array(PaperPackage).min(1).max(40),
})
export type SitePapers = z.infer<typeof SitePapers>
