import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Grant, Scope } from '../../../kernel/actor.ts'
import { idNumberOf } from '../../../kernel/id-number.ts'
import { localDate } from '../../../kernel/local-date.ts'
import type { Result } from '../../../kernel/result.ts'
import { registerPerson } from '../../../modules/identity/index.ts'
import { enterAuthorisation, enterInstitution, enterRoom } from '../../../modules/institution/index.ts'
import { LabPlacings } from '../../../modules/item-bank/contract.ts'
import { enterTasks, loadItems, loadSpecification } from '../../../modules/item-bank/index.ts'
import { GatesRecord } from '../../../modules/lab/contract.ts'
import { type Ctx, type Ports, systemContext } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type Country, type Duty, readCountry } from './country.ts'

const NOWHERE = '110199' // an area code that was never given out: the numbers belong to nobody
const LEVELS = ['L4', 'L3', 'L2', 'L1'] as const
/** Items of the old syllabus, kept apart by their edition. */
const TRIAL = 'trial'
const DATA = fileURLToPath(new URL('../../../../data/', import.meta.url))
const IN_OFFICE_SINCE = localDate('2024-01-01')

/** Plants what must stand before a season can run: institutions, rooms, people with duties, and the item bank. */
export async function plantCountry(ports: Ports): Promise<Country> {
  const country = readCountry()
  const ctx = systemContext(ports, 'seed')
  await ports.database.transact(async tx => {
    for (const institution of country.institutions) await plantInstitution(tx, ctx, institution)
    for (const [index, person] of country.staff.entries()) await plantPerson(tx, ctx, person, index)
  })
  for (const level of LEVELS) await plantSpecification(ports, level)
  for (const folder of [...LEVELS, TRIAL]) await plantItems(ports, folder)
  await plantTasks(ports)
  return country
}

async function plantInstitution(tx: Tx, ctx: Ctx, plan: Country['institutions'][number]): Promise<void> {
  const { code, name, address, scopes, levels, from, until } = plan
  must(await enterInstitution(tx, ctx, { code, name, address }))
  must(await enterAuthorisation(tx, ctx, { institution: code, scopes, levels, from, until }))
  for (const room of plan.rooms)
    must(await enterRoom(tx, ctx, { institution: code, ...room, uses: ['theory', 'skill'], spareSeats: 1, certifiedUntil: until }))
}

async function plantPerson(tx: Tx, ctx: Ctx, person: Country['staff'][number], index: number): Promise<void> {
  const { name, sex, birth, persona } = person
  // the 17th digit tells the sex: odd for men
  const serial = index * 2 + (sex === 'male' ? 1 : 2)
  const grants = person.duties.map(duty => grantOf(duty))
  const mobile = `1390000${String(index).padStart(4, '0')}`
  must(
    await registerPerson(tx, ctx, {
      name,
      sex,
      birthDate: birth,
      idKind: 'resident-id',
      idNumber: idNumberOf({ area: NOWHERE, birth, serial }),
      mobile,
      signInName: persona,
      passwordHash: null,
      persona,
      grants,
    }),
  )
}

function grantOf([role, kind, code]: Duty): Grant {
  const scopes: Record<typeof kind, Scope> = {
    nation: { kind: 'nation' },
    province: { kind: 'province', province: code },
    institution: { kind: 'institution', institution: code },
    site: { kind: 'site', site: code },
  }
  return { role, scope: scopes[kind], from: IN_OFFICE_SINCE, until: null }
}

async function plantSpecification(ports: Ports, level: string): Promise<void> {
  const file = `ec-2005-${level}.json`
  const path = `${DATA}specification/${file}`
  if (!existsSync(path)) return
  const text = readFileSync(path, 'utf8')
  must(await ports.database.transact(tx => loadSpecification(tx, systemContext(ports, 'seed'), { file, text })))
}

async function plantItems(ports: Ports, level: string): Promise<void> {
  const folder = `${DATA}items/${level}/`
  const pictures = picturesIn(`${folder}pictures/`)
  const files = namesIn(folder).filter(name => name.endsWith('.json'))
  for (const file of files) {
    const text = readFileSync(folder + file, 'utf8')
    must(await ports.database.transact(tx => loadItems(tx, systemContext(ports, 'seed'), { file: `${level}/${file}`, text, pictures })))
  }
}

/** The tasks of the laboratory at their places in each edition, on the word that the gates left beside them. */
async function plantTasks(ports: Ports): Promise<void> {
  const folder = `${DATA}lab/placings/`
  const said = GatesRecord.array().parse(JSON.parse(readFileSync(`${DATA}lab/gates.json`, 'utf8')))
  for (const name of namesIn(folder)) {
    const placings = LabPlacings.parse(JSON.parse(readFileSync(folder + name, 'utf8')))
    must(await ports.database.transact(tx => enterTasks(tx, systemContext(ports, 'seed'), { file: `lab/${name}`, placings, said })))
  }
}

function picturesIn(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(namesIn(folder).map(name => [name, readFileSync(folder + name)]))
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : []
}

/** The seed country is our own text: a refusal in it is a bug. */
function must<T>(outcome: Result<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`seed refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal)}`)
}
