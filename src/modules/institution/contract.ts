import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { DUTIES } from './core/institution.ts'
import { STANDINGS } from './core/standing.ts'

export type { Authorisation, AuthorisationId, AuthorisationState, AuthorisedScope } from './core/authorisation.ts'
export { type Appointment, DUTIES, type Duty, type Institution } from './core/institution.ts'
export { INSTITUTION_KINDS, type InstitutionCode, type InstitutionKind, parseInstitutionCode } from './core/institution-code.ts'
export { institutionRefusals } from './core/refusals.ts'
export { STANDINGS, type Standing } from './core/standing.ts'

const code = z.string().regex(/^\d{8}$/, '机构代码为8位数字。|An institution code has eight digits.')
const Scopes = z.array(z.enum(['training', 'assessment']))
const InstitutionView = z.object({
  code: z.string(),
  name: z.string(),
  province: z.string(),
  kind: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  address: z.string(),
  rooms: z.number(),
  /** Candidates its rooms take at once. */
  seats: z.number(),
  standing: z.enum(STANDINGS),
})
export type InstitutionView = z.infer<typeof InstitutionView>
const AuthorisationView = z.object({
  authorisationId: z.string(),
  scopes: Scopes,
  levels: z.array(z.string()),
  from: z.string(),
  until: z.string(),
  state: z.enum(['granted', 'suspended', 'withdrawn']),
  reason: z.string(),
  standing: z.enum(STANDINGS),
  daysLeft: z.number().nullable(),
})
const RoomView = z.object({
  roomId: z.string(),
  number: z.number(),
  name: z.string(),
  uses: z.array(z.enum(['theory', 'skill'])),
  rows: z.number(),
  columns: z.number(),
  spareSeats: z.number(),
  capacity: z.number(),
  certifiedUntil: z.string().nullable(),
  seats: z.array(z.object({ seatNo: z.number(), row: z.number(), column: z.number() })),
})
const AppointmentView = z.object({
  appointmentId: z.string(),
  name: z.string(),
  duty: z.enum(DUTIES),
  levels: z.array(z.string()),
  from: z.string(),
  until: z.string().nullable(),
  holds: z.boolean(),
})

/** The institutions within the reach of whoever asks. */
export const listInstitutions = endpoint({
  method: 'GET',
  path: '/api/institution/institutions',
  summary: '机构目录 / institutions within reach',
  query: z.object({
    province: z.string().max(2).default(''),
    search: z.string().trim().max(60).default(''),
    from: z.coerce.number().int().min(0).default(0),
    most: z.coerce.number().int().min(1).max(500).default(500),
  }),
  reply: z.object({ total: z.number(), today: z.string(), institutions: z.array(InstitutionView) }),
})

/** The names of all institutions by code: public facts, so that pages say a place instead of its code. */
export const listInstitutionNames = endpoint({
  method: 'GET',
  path: '/api/institution/names',
  summary: '机构名称 / names of institutions',
  reply: z.object({ names: z.array(z.object({ code: z.string(), name: z.string() })) }),
})

/** One institution with authorisations, rooms and appointments. */
export const showInstitution = endpoint({
  method: 'GET',
  path: '/api/institution/institutions/:institution',
  summary: '机构详情：授权、考场、聘任 / one institution',
  params: z.object({ institution: code }),
  reply: InstitutionView.extend({
    today: z.string(),
    authorisations: z.array(AuthorisationView),
    roomGrids: z.array(RoomView),
    appointments: z.array(AppointmentView),
  }),
  refusals: ['institution-unknown'],
})

/** Suspends, resumes or withdraws an authorisation. */
export const decideAuthorisation = endpoint({
  method: 'POST',
  path: '/api/institution/institutions/:institution/authorisations/:authorisationId/decisions',
  summary: '暂停、恢复或撤销授权 / suspend, resume or withdraw an authorisation',
  params: z.object({ institution: code, authorisationId: z.string().max(64) }),
  body: z.object({ decision: z.enum(['suspend', 'resume', 'withdraw']), reason: z.string().trim().max(300).default('') }),
  reply: z.object({ state: z.enum(['granted', 'suspended', 'withdrawn']), reason: z.string() }),
  refusals: ['institution-unknown', 'authorisation-reason-missing', 'wrong-state', 'changed-meanwhile'],
})
