import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { idDocument, localDateField, mobileNumber, newPassword, personName } from './core/fields.ts'

export { idDocument, localDateField, mobileNumber, newPassword, personName, signInNameField } from './core/fields.ts'
export { type IdKind, ID_KINDS, maskedMobile, normalisedName, type Person, type PersonId } from './core/person.ts'
export { anybody, signedIn } from './core/policy.ts'
export { identityRefusals } from './core/refusals.ts'

const ScopeView = z.union([
  z.object({ kind: z.literal('nation') }),
  z.object({ kind: z.literal('province'), province: z.string() }),
  z.object({ kind: z.literal('institution'), institution: z.string() }),
  z.object({ kind: z.literal('site'), site: z.string() }),
  z.object({ kind: z.literal('person'), person: z.string() }),
])
const RoleView = z.enum([
  'candidate',
  'teacher',
  'institution-manager',
  'registrar',
  'provincial-officer',
  'national-officer',
  'item-writer',
  'item-reviewer',
  'site-manager',
  'site-engineer',
  'invigilator',
  'assessor',
  'chief-assessor',
  'external-verifier',
  'auditor',
])
const GrantView = z.object({ role: RoleView, scope: ScopeView, from: z.string(), until: z.string().nullable() })
const PersonaView = z.object({ persona: z.string(), name: z.string(), roles: z.array(RoleView), note: z.string(), place: z.string() })
const PersonView = z.object({
  personId: z.string(),
  name: z.string(),
  idKind: z.string(),
  idMasked: z.string(),
  sex: z.enum(['male', 'female']),
  birthDate: z.string(),
  mobileMasked: z.string(),
})

/** Signs in by name and password. */
export const signInWithPassword = endpoint({
  method: 'POST',
  path: '/api/identity/sign-ins',
  summary: '账号密码登录 / sign in with a password',
  body: z.object({ signInName: z.string().trim().min(1).max(60), password: z.string().min(1).max(128) }),
  reply: z.object({ secondFactor: z.enum(['none-needed', 'awaiting-code', 'enrolling', 'done']) }),
  refusals: ['wrong-sign-in', 'account-locked', 'too-many-requests'],
})
/** In the seed country: signs in as one of its people. */
export const signInAsPersona = endpoint({
  method: 'POST',
  path: '/api/identity/persona-sign-ins',
  summary: '以体验身份登录 / sign in as a persona',
  body: z.object({ persona: z.string().min(1).max(60) }),
  reply: z.object({ name: z.string() }),
  refusals: ['persona-unknown', 'personas-closed'],
})
export const listPersonas = endpoint({
  method: 'GET',
  path: '/api/identity/personas',
  summary: '体验身份 / personas of the seed country',
  reply: z.object({ open: z.boolean(), personas: z.array(PersonaView) }),
})
/** In the seed country: offers the own account as a persona. */
export const offerPersona = endpoint({
  method: 'PUT',
  path: '/api/identity/own-persona',
  summary: '将本人账号设为体验身份 / offer the own account as a persona',
  body: z.object({ persona: z.string().regex(/^[a-z0-9-]{3,40}$/), note: z.string().trim().max(80) }),
  refusals: ['personas-closed', 'persona-taken'],
})
/** The second step of a staff sign-in. */
export const confirmCode = endpoint({
  method: 'POST',
  path: '/api/identity/sign-in-codes',
  summary: '提交动态验证码 / confirm with a TOTP code',
  body: z.object({ code: z.string().regex(/^\d{6}$/, '请输入6位数字。|Six digits.') }),
  reply: z.object({ secondFactor: z.literal('done') }),
  refusals: ['wrong-code', 'no-code-awaited'],
})
/** Begins the enrolment of an authenticator: shown once, confirmed by a code. */
export const enrolAuthenticator = endpoint({
  method: 'POST',
  path: '/api/identity/authenticators',
  summary: '绑定动态验证器 / enrol a TOTP authenticator',
  reply: z.object({ uri: z.string(), secret: z.string(), qrSvg: z.string() }),
  refusals: ['no-code-awaited'],
})
export const signOut = endpoint({ method: 'POST', path: '/api/identity/sign-outs', summary: '退出登录 / sign out' })
/** Who holds this browser. */
export const whoAmI = endpoint({
  method: 'GET',
  path: '/api/identity/me',
  summary: '当前登录人 / who is signed in',
  reply: z.object({
    state: z.enum(['nobody', 'awaiting-code', 'enrolling', 'signed-in']),
    personId: z.string().nullable(),
    name: z.string().nullable(),
    grants: z.array(GrantView),
    now: z.number(),
    clockSettable: z.boolean(),
    demonstration: z.boolean(),
  }),
})
/** A person makes an account of their own, as a candidate. */
export const registerAccount = endpoint({
  method: 'POST',
  path: '/api/identity/accounts',
  summary: '考生注册 / register as a candidate',
  body: z.object({
    name: personName,
    idDocument,
    sex: z.enum(['male', 'female']).optional(),
    birthDate: localDateField.optional(),
    mobile: mobileNumber,
    password: newPassword,
  }),
  reply: z.object({ personId: z.string(), signInName: z.string() }),
  refusals: ['id-number-taken', 'sign-in-name-taken'],
})
/** Shows a full ID number once, for a stated reason; recorded. */
export const unmaskIdNumber = endpoint({
  method: 'POST',
  path: '/api/identity/people/:personId/unmaskings',
  summary: '查看完整证件号码（留痕）/ read a full ID number, recorded',
  params: z.object({ personId: z.string() }),
  body: z.object({ reason: z.string().trim().min(4, '请写明查看原因（至少4个字）。|State the reason.').max(200) }),
  reply: z.object({ idNumber: z.string(), mobile: z.string() }),
  refusals: ['person-unknown'],
})
export const grantRole = endpoint({
  method: 'POST',
  path: '/api/identity/people/:personId/grants',
  summary: '授予岗位 / give a role',
  params: z.object({ personId: z.string() }),
  body: z.object({ role: RoleView, scope: ScopeView, from: localDateField, until: localDateField.nullable() }),
  reply: z.object({ grantId: z.string() }),
  refusals: ['person-unknown', 'candidate-cannot-be-staff'],
})
export const listPeople = endpoint({
  method: 'GET',
  path: '/api/identity/people',
  summary: '人员与岗位 / people and their roles',
  query: z.object({ name: z.string().max(50).default(''), most: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({ people: z.array(PersonView.extend({ grants: z.array(GrantView) })) }),
})
const [YEAR_2000, YEAR_2100] = [946_684_800_000, 4_102_444_800_000]
/** Moves the clock of the seed country, within this century; `at: null` brings back real time. */
export const setClock = endpoint({
  method: 'PUT',
  path: '/api/identity/clock',
  summary: '调整示范环境时钟 / set the clock of the seed country',
  body: z.object({ at: z.number().int().min(YEAR_2000).max(YEAR_2100).nullable() }),
  reply: z.object({ now: z.number() }),
  refusals: ['clock-not-settable'],
})
