import { z } from 'zod'
import type { Grant, Role, Scope } from '../../../kernel/actor.ts'
import { type Instant, instant } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { Account, SecondFactor } from '../core/account.ts'

const sql = sqlFile(import.meta.url, './identity.sql')
const AccountRow = z
  .object({
    person_id: z.string(),
    account_id: z.string(),
    sign_in_name: z.string(),
    password_hash: z.string().nullable(),
    totp_sealed: z.string().nullable(),
    totp_confirmed_at: z.number().nullable(),
    failed_tries: z.number().int(),
    locked_until: z.number().nullable(),
  })
  .transform((row): Account => ({
    personId: row.person_id,
    accountId: row.account_id,
    signInName: row.sign_in_name,
    passwordHash: row.password_hash,
    totp: row.totp_sealed === null ? null : { sealed: row.totp_sealed, confirmed: row.totp_confirmed_at !== null },
    failedTries: row.failed_tries,
    lockedUntil: row.locked_until === null ? null : instant(row.locked_until),
  }))
const GrantRow = z.object({
  person_id: z.string(),
  role: z.string(),
  scope_kind: z.enum(['nation', 'province', 'institution', 'site', 'person']),
  scope_code: z.string(),
  from_day: z.string(),
  until_day: z.string().nullable(),
})
const SignInRow = z
  .object({
    token_hash: z.string(),
    person_id: z.string(),
    account_id: z.string(),
    second_factor: z.enum(['none-needed', 'awaiting-code', 'enrolling', 'done']),
    expires_at: z.number(),
  })
  .transform(row => ({
    tokenHash: row.token_hash,
    personId: row.person_id,
    accountId: row.account_id,
    secondFactor: row.second_factor,
    expiresAt: instant(row.expires_at),
  }))
const PersonaRow = z
  .object({ persona: z.string(), persona_note: z.string().nullable(), person_id: z.string(), name: z.string() })
  .transform(row => ({ persona: row.persona, note: row.persona_note ?? '', personId: row.person_id, name: row.name }))
const PersonaKeyRow = z
  .object({ person_id: z.string(), account_id: z.string() })
  .transform(row => ({ personId: row.person_id, accountId: row.account_id }))

export type SignIn = z.output<typeof SignInRow>

/** False when the name is taken; then nothing was written. */
export async function insertAccount(
  tx: Tx,
  account: {
    personId: string
    accountId: string
    signInName: string
    passwordHash: string | null
    persona: string | null
    createdAt: Instant
  },
): Promise<boolean> {
  const { signInName, personId, accountId } = account
  if ((await sql.run(tx, 'reserve-name', { signInName, personId, accountId })) === 0) return false
  await sql.run(tx, 'insert-account', account)
  return true
}

export function findAccountByName(tx: Tx, signInName: string): Promise<Account | undefined> {
  return sql.maybe(tx, 'find-account-by-name', { signInName }, AccountRow)
}

/** The account as it stands now, kept for a decision on its tries. */
export function lockAccount(tx: Tx, key: { personId: string; accountId: string }): Promise<Account | undefined> {
  return sql.maybe(tx, 'lock-account', { personId: key.personId, accountId: key.accountId }, AccountRow)
}

export async function countTries(tx: Tx, account: Account, count: { failedTries: number; lockedUntil: Instant | null }): Promise<void> {
  await sql.run(tx, 'count-tries', { personId: account.personId, accountId: account.accountId, ...count })
}

export async function setTotp(
  tx: Tx,
  key: { personId: string; accountId: string },
  totp: { sealed: string; confirmedAt: Instant | null },
): Promise<void> {
  await sql.run(tx, 'set-totp', { personId: key.personId, accountId: key.accountId, ...totp })
}

export function listPersonaAccounts(tx: Tx): Promise<{ persona: string; note: string; personId: string; name: string }[]> {
  return sql.many(tx, 'list-personas', {}, PersonaRow)
}

/** Offers an account as a persona of the seed country. */
export async function setPersona(
  tx: Tx,
  key: { personId: string; accountId: string },
  persona: { persona: string; note: string },
): Promise<void> {
  await sql.run(tx, 'set-persona', { ...key, ...persona })
}

export function findPersona(tx: Tx, persona: string): Promise<{ personId: string; accountId: string } | undefined> {
  return sql.maybe(tx, 'find-persona', { persona }, PersonaKeyRow)
}

export async function insertGrant(
  tx: Tx,
  grant: Grant & { personId: string; grantId: string; grantedBy: string; grantedAt: Instant },
): Promise<void> {
  const { scope, from, until, ...rest } = grant
  await sql.run(tx, 'insert-grant', { ...rest, scopeKind: scope.kind, scopeCode: codeOf(scope), fromDay: from, untilDay: until })
}

/** Grants of several people, whether they hold today or not. */
export async function listGrants(tx: Tx, personIds: readonly string[]): Promise<Map<string, Grant[]>> {
  const grants = new Map<string, Grant[]>(personIds.map(id => [id, []]))
  for (const row of await sql.many(tx, 'list-grants', { personIds }, GrantRow)) {
    grants.get(row.person_id)?.push(grantOf(row))
  }
  return grants
}

/** Who holds a role at this site itself, whether today or not, with the grants for it. */
export async function grantsAtSite(tx: Tx, siteCode: string): Promise<Map<string, Grant[]>> {
  const rows = await sql.many(tx, 'grants-at-site', { siteCode }, GrantRow)
  return new Map([...Map.groupBy(rows, row => row.person_id)].map(([personId, held]) => [personId, held.map(grantOf)]))
}

function grantOf(row: z.output<typeof GrantRow>): Grant {
  return {
    role: row.role as Role,
    scope: scopeOf(row.scope_kind, row.scope_code),
    from: localDate(row.from_day),
    until: row.until_day === null ? null : localDate(row.until_day),
  }
}

function codeOf(scope: Scope): string {
  switch (scope.kind) {
    case 'nation':
      return ''
    case 'province':
      return scope.province
    case 'institution':
      return scope.institution
    case 'site':
      return scope.site
    case 'person':
      return scope.person
  }
}

function scopeOf(kind: Scope['kind'], code: string): Scope {
  switch (kind) {
    case 'nation':
      return { kind }
    case 'province':
      return { kind, province: code }
    case 'institution':
      return { kind, institution: code }
    case 'site':
      return { kind, site: code }
    case 'person':
      return { kind, person: code }
  }
}

export async function insertSignIn(
  tx: Tx,
  row: { tokenHash: string; personId: string; accountId: string; secondFactor: SecondFactor; createdAt: Instant; expiresAt: Instant },
): Promise<void> {
  await sql.run(tx, 'insert-sign-in', row)
}

export function findSignIn(tx: Tx, key: { tokenHash: string; now: Instant }): Promise<SignIn | undefined> {
  return sql.maybe(tx, 'find-sign-in', key, SignInRow)
}

export async function completeSignIn(tx: Tx, tokenHash: string): Promise<void> {
  await sql.run(tx, 'complete-sign-in', { tokenHash })
}

export async function endSignIn(tx: Tx, key: { tokenHash: string; now: Instant }): Promise<void> {
  await sql.run(tx, 'end-sign-in', key)
}

export async function sweepSignIns(tx: Tx, before: Instant): Promise<number> {
  return sql.run(tx, 'sweep-sign-ins', { before })
}
