import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'

const signature = z.string().max(100)
const EnrolmentView = z.object({
  siteCode: z.string(),
  fingerprint: z.string(),
  receivedAt: z.number(),
  confirmedAt: z.number().nullable(),
  /** The one that counts: packages are sealed to it, and what the site signs is held against it. */
  inForce: z.boolean(),
})
export type EnrolmentView = z.infer<typeof EnrolmentView>

/** A site sends its public keys. They count for nothing until a person has compared the fingerprint by voice. */
export const sendEnrolment = endpoint({
  method: 'POST',
  path: '/api/delivery/site-enrolments',
  summary: '考点登记公开密钥 / a site sends its public keys',
  body: z.object({ enrolment: z.string().min(1).max(2000) }),
  reply: z.object({ siteCode: z.string(), fingerprint: z.string() }),
  refusals: ['enrolment-malformed', 'too-many-requests'],
})

export const listSiteEnrolments = endpoint({
  method: 'GET',
  path: '/api/delivery/site-enrolments',
  summary: '考点密钥登记 / enrolments of sites within reach',
  reply: z.object({ enrolments: z.array(EnrolmentView) }),
})

/** `heard`: the fingerprint as the site read it out, never copied from the screen. */
export const confirmEnrolment = endpoint({
  method: 'POST',
  path: '/api/delivery/site-enrolments/:siteCode/confirmations',
  summary: '电话核对指纹后确认登记 / confirm an enrolment after comparing the fingerprint by voice',
  params: z.object({ siteCode: z.string().min(1).max(64) }),
  body: z.object({ fingerprint: z.string().min(1).max(80), heard: z.string().min(1).max(200) }),
  reply: z.object({ confirmedAt: z.number() }),
  refusals: ['enrolment-unknown', 'fingerprint-differs', 'key-symbol', 'key-length', 'key-mistyped', 'key-mistyped-in'],
})

/** A site tells how it stands. Believed by its signature alone, so that it needs no account. */
export const sendSiteReport = endpoint({
  method: 'POST',
  path: '/api/delivery/site-reports',
  summary: '考点状态报告 / a signed report of a site',
  body: z.object({ report: z.record(z.string(), z.unknown()), signature }),
  reply: z.object({ heardAt: z.number(), clockAheadMs: z.number() }),
  refusals: ['site-report-malformed', 'site-unknown', 'site-signature-wrong', 'site-report-repeated', 'too-many-requests'],
})

/** At a site: what its report to the centre is made from. It names nobody. */
export const readStanding = endpoint({
  method: 'GET',
  path: '/api/delivery/hall/standing',
  summary: '本考点状态 / how this server stands, for the report to the centre',
  reply: z.object({
    siteCode: z.string().nullable(),
    package: z.object({ sitePackageId: z.string(), openedAt: z.number().nullable(), armedAt: z.number().nullable() }).nullable(),
    drill: z.object({ performedAt: z.number(), validUntil: z.number() }).nullable(),
    peer: z.enum(['reached', 'lost', 'alone']),
    serverTime: z.number(),
  }),
})
