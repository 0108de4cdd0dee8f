import type { Grant } from '../../../kernel/actor.ts'
import type { BodyOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { type IdNumber, birthDateOf, maskedIdNumber, sexOf } from '../../../kernel/id-number.ts'
import { dayOf } from '../../../kernel/instant.ts'
import { type LocalDate, localDate } from '../../../kernel/local-date.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { hashPassword } from '../../../platform/password.ts'
import { record } from '../../audit/index.ts'
import type { registerAccount } from '../contract.ts'
import { type IdKind, maskedMobile } from '../core/person.ts'
import { insertAccount, insertGrant } from '../store/accounts.ts'
import { insertPerson } from '../store/people.ts'

/** A person to be entered: by themselves, by an import, or by the seed. */
export type PersonToRegister = {
  readonly name: string
  readonly idKind: IdKind
  readonly idNumber: string
  readonly sex: 'male' | 'female'
  readonly birthDate: LocalDate
  readonly mobile: string
  readonly signInName: string
  readonly passwordHash: string | null
  readonly persona: string | null
  readonly grants: readonly Grant[]
}

/** Enters a person with an account and grants; refused when the ID number or the sign-in name is taken. */
export async function registerPerson(tx: Tx, ctx: Ctx, person: PersonToRegister): Promise<Result<{ personId: string; accountId: string }>> {
  const { keys } = ctx.ports
  const personId = newId()
  const accountId = newId()
  const idMasked =
    person.idKind === 'resident-id'
      ? maskedIdNumber(person.idNumber as IdNumber)
      : `${person.idNumber.slice(0, 2)}******${person.idNumber.slice(-2)}`
  const { name, idKind, sex, birthDate } = person
  const entered = await insertPerson(tx, {
    personId,
    name,
    idKind,
    sex,
    birthDate,
    idMasked,
    idSealed: keys.seal(person.idNumber),
    idIndex: keys.blindIndex('id-number', person.idNumber),
    mobileSealed: keys.seal(person.mobile),
    mobileMasked: maskedMobile(person.mobile),
    createdAt: ctx.now,
  })
  if (!entered) return refuse('id-number-taken')
  if (
    !(await insertAccount(tx, {
      personId,
      accountId,
      signInName: person.signInName,
      passwordHash: person.passwordHash,
      persona: person.persona,
      createdAt: ctx.now,
    }))
  )
    return refuse('sign-in-name-taken')
  for (const grant of person.grants)
    await insertGrant(tx, {
      ...grant,
      personId,
      grantId: newId(),
      grantedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : ctx.actor.kind,
      grantedAt: ctx.now,
    })
  await record(tx, ctx, {
    type: 'person-registered',
    subject: { kind: 'person', id: personId },
    facts: { idKind, roles: person.grants.map(g => g.role) },
  })
  return ok({ personId, accountId })
}

/** A candidate registers. The mobile number is the sign-in name; sex and birth date of a resident come from the ID number. */
export async function registerCandidate(
  request: { body: BodyOf<typeof registerAccount> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof registerAccount>>> {
  const { name, idDocument: document, mobile, password } = request.body
  const resident = document.kind === 'resident-id' ? (document.number as IdNumber) : null
  const birthDate = resident ? birthDateOf(resident) : request.body.birthDate
  const sex = resident ? sexOf(resident) : request.body.sex
  if (!birthDate || !sex) return refuse('invalid-input', {}, [{ path: birthDate ? 'sex' : 'birthDate', zh: '此项必填。', en: 'Required.' }])
  const passwordHash = await hashPassword(password)
  const candidate: Grant = { role: 'candidate', scope: { kind: 'person', person: 'self' }, from: dayOf(ctx.now), until: null }
  return ctx.ports.database.transact(async tx => {
    const entered = await registerPerson(tx, ctx, {
      name,
      idKind: document.kind,
      idNumber: document.number,
      sex,
      birthDate: localDate(birthDate),
      mobile,
      signInName: mobile,
      passwordHash,
      persona: null,
      grants: [candidate],
    })
    return entered.ok ? ok({ personId: entered.value.personId, signInName: mobile }) : entered
  })
}
