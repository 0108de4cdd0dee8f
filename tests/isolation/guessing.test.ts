import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { TOTP } from 'otpauth'
import { localDate } from '../../src/kernel/local-date.ts'
import { LOOK_UP_BUDGET } from '../../src/modules/certificate/contract.ts'
import { registerPerson } from '../../src/modules/identity/index.ts'
import { systemContext } from '../../src/platform/context.ts'
import { hashPassword } from '../../src/platform/password.ts'
import { type Country, openCountry, signIn } from './world/centre.ts'

const PASSWORD = 'Right-horse-9'
let country: Country
before(async () => {
  country = await openCountry()
  const { ports } = country.centre
  const grants = [
    { role: 'registrar' as const, scope: { kind: 'province' as const, province: '91' }, from: localDate('2024-01-01'), until: null },
  ]
  const person = {
    name: '张三丰',
    idKind: 'passport' as const,
    idNumber: 'E12345678',
    sex: 'male' as const,
    birthDate: localDate('1980-01-01'),
    mobile: '13800138000',
    passwordHash: await hashPassword(PASSWORD),
    persona: null,
  }
  const enter = (signInName: string, idNumber: string, held: typeof grants) =>
    ports.database.transact(tx => registerPerson(tx, systemContext(ports, 'test'), { ...person, signInName, idNumber, grants: held }))
  for (const [name, id, held] of [
    ['staff@test', 'E12345678', grants],
    ['plain@test', 'E12345679', []],
  ] as const)
    assert.ok((await enter(name, id, [...held])).ok)
})
after(() => country?.end())

/** What many requests sent at once hear, by code. */
async function tally(times: number, request: (i: number) => object): Promise<Record<string, number>> {
  const replies = await Promise.all(Array.from({ length: times }, (_, i) => country.app.inject(request(i))))
  const codes = replies.map(r => (r.statusCode < 300 ? 'ok' : String(r.json().error.code)))
  return Object.fromEntries([...Map.groupBy(codes, code => code)].map(([code, all]) => [code, all.length]))
}

test('five wrong passwords are all that is answered, sent one after another or at once', async () => {
  const guess = (i: number) => ({
    method: 'POST',
    url: '/api/identity/sign-ins',
    payload: { signInName: 'plain@test', password: `wrong ${i}` },
  })
  assert.deepEqual(await tally(20, guess), { 'wrong-sign-in': 5, 'account-locked': 15 })
  assert.deepEqual(
    await tally(1, () => ({ method: 'POST', url: '/api/identity/sign-ins', payload: { signInName: 'plain@test', password: PASSWORD } })),
    { 'account-locked': 1 },
  )
})

test('five wrong codes are all that is answered, and a half signed-in browser is nobody', async () => {
  const jar = await signIn(country.app, '/api/identity/sign-ins', { signInName: 'staff@test', password: PASSWORD })
  const { secret } = (await country.app.inject({ method: 'POST', url: '/api/identity/authenticators', headers: jar })).json()
  const now = new TOTP({ secret })
  const near = [-60, -30, 0, 30, 60].map(s => now.generate({ timestamp: Date.now() + s * 1000 }))
  const wrong = ['000000', '111111', '222222', '333333', '444444', '555555', '666666', '777777', '888888', '999999'].filter(
    code => !near.includes(code),
  )
  const heard = await tally(wrong.length, i => ({
    method: 'POST',
    url: '/api/identity/sign-in-codes',
    headers: jar,
    payload: { code: wrong[i] },
  }))
  assert.deepEqual(heard, { 'wrong-code': 5, 'account-locked': wrong.length - 5 })
  const right = await tally(1, () => ({
    method: 'POST',
    url: '/api/identity/sign-in-codes',
    headers: jar,
    payload: { code: now.generate() },
  }))
  assert.deepEqual(right, { 'account-locked': 1 })
  assert.equal((await country.app.inject({ url: '/api/registration/applications', headers: jar })).json().error.code, 'not-signed-in')
})

test('the public look-up answers ten tries a minute from one address, whatever is asked, and a guesser runs out for the day', async () => {
  const { clock } = country.centre.ports
  clock.set((Math.floor(Date.now() / 86_400_000) * 86_400_000) as ReturnType<typeof clock.now>)
  const ask = (remoteAddress: string) => (i: number) => ({
    method: 'POST',
    url: '/api/certificate/look-ups',
    remoteAddress,
    payload: { number: `26910120014${String(i).padStart(5, '0')}`, name: '张三' },
  })
  const { triesPerMinute, missesPerDay } = LOOK_UP_BUDGET
  assert.deepEqual(await tally(triesPerMinute * 2, ask('10.1.1.1')), {
    'certificate-not-found': triesPerMinute,
    'look-up-exhausted': triesPerMinute,
  })
  assert.deepEqual(await tally(1, ask('10.1.1.2')), { 'certificate-not-found': 1 })
  let answered = triesPerMinute
  for (let minute = 1; minute <= missesPerDay / triesPerMinute + 2; minute++) {
    clock.set((clock.now() + 60_000) as ReturnType<typeof clock.now>)
    answered += (await tally(triesPerMinute, ask('10.1.1.1')))['certificate-not-found'] ?? 0
  }
  assert.ok(answered >= missesPerDay && answered < missesPerDay + triesPerMinute, `${answered} guesses were answered`)
  clock.reset()
})

test('the limits of the real door hold: a flood of codes is slowed, and told for how long', async () => {
  const knock = () =>
    fetch(`${country.centre.address}/api/identity/sign-in-codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"code":"123456"}',
    })
  const replies = await Promise.all(Array.from({ length: 15 }, knock))
  const slowed = replies.filter(r => r.status === 429)
  assert.equal(slowed.length, 5)
  for (const reply of slowed) assert.ok(Number(reply.headers.get('retry-after')) > 0 && (await reply.text()).includes('too-many-requests'))
})
