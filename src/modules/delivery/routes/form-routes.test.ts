import assert from 'node:assert/strict'
import { createDecipheriv } from 'node:crypto'
import { rmSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import {
  armSite,
  checkInAtHall,
  enterPaper,
  haltHall,
  openPapersAtSite,
  presentForm,
  readForm,
  readFormFile,
  readFormKey,
  readPaper,
  readState,
  startPaper,
  writeKeyText,
} from '../contract.ts'
import { PaperView } from '../core/views.ts'
import { SITE_PACKAGE, ticketOf } from '../fixtures.ts'
import { ARM_BY_TWO, PASS } from './rehearsal-site.test.ts'
import { type SealedSite, openSealedSite } from './rehearsal-sealed.test.ts'

const databases: TestDatabase[] = []
const folders: string[] = []
after(async () => {
  for (const one of databases) await one.end()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function aSite(): Promise<SealedSite> {
  const server = await testDatabase()
  databases.push(server)
  const made = await openSealedSite(server.database)
  folders.push(made.folder)
  made.site.at(-3000)
  return made
}

/** With the real package in. */
async function aLoadedSite(): Promise<SealedSite> {
  const made = await aSite()
  const taken = await made.importFile(await made.seal('real.zhpkg'))
  assert.ok(taken.ok, JSON.stringify(taken))
  return made
}

const opening = (made: SealedSite, changes: { key?: string; as?: string; second?: string; pass?: string; id?: string } = {}) =>
  made.site.call(openPapersAtSite, {
    as: changes.as ?? 'manager',
    params: { sitePackageId: changes.id ?? SITE_PACKAGE },
    body: {
      spokenKey: changes.key ?? writeKeyText(made.openingKey),
      second: { staffId: changes.second ?? 'engineer', passPhrase: changes.pass ?? PASS },
    },
  })

/** Everything of the papers that must not be read before its hour: the stems of the items. */
const WORDS = ['第1题的题干', '第2个判断']

/** Opens a form with its key as a browser does it. */
function openForm(formFile: string, formKey: string): PaperView {
  const form = readFormFile(Buffer.from(formFile, 'base64url'))
  if (form === null) assert.fail('not a form file')
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(formKey, 'hex'), form.nonce)
  decipher.setAAD(form.head)
  decipher.setAuthTag(form.sealed.subarray(-16))
  const plain = Buffer.concat([decipher.update(form.sealed.subarray(0, -16)), decipher.final()])
  return PaperView.parse(JSON.parse(gunzipSync(plain).toString()))
}

describe('form and key', () => {
  let made: SealedSite
  const seats: { token: string; attemptId: string }[] = []
  const at = (minutes: number) => made.site.at(minutes)
  const ask = (endpoint: Parameters<SealedSite['site']['call']>[0], n = 0) =>
    made.site.call(endpoint, { token: seats[n]?.token ?? '', params: { attemptId: seats[n]?.attemptId ?? '' } })
  before(async () => {
    made = await aLoadedSite()
    at(-20)
    assert.equal((await opening(made)).status, 200)
    for (const n of [1, 2]) {
      const door = await made.site.call(checkInAtHall, { as: 'keeper-1', body: { actId: newId(), ticketNumber: ticketOf(n) } })
      const { entryCode } = door.body as { entryCode: string }
      const entered = await made.site.call(enterPaper, { body: { ticketNumber: ticketOf(n), entryCode } })
      const { token, state } = entered.body as { token: string; state: { attempt: { attemptId: string } } }
      seats.push({ token, attemptId: state.attempt.attemptId })
    }
  })

  test('the form is there while people sit down, and may be kept', async () => {
    const { attemptId = '', token = '' } = seats[0] ?? {}
    const reply = await made.site.app.inject({
      method: 'GET',
      url: readForm.path.replace(':attemptId', attemptId),
      headers: { authorization: `Bearer ${token}` },
    })
    assert.equal(reply.statusCode, 200, reply.body)
    assert.equal(reply.headers['cache-control'], 'private, max-age=31536000, immutable')
    const { formFile, byteLength, packageId } = reply.json<{ formFile: string; byteLength: number; packageId: string }>()
    assert.equal(Buffer.from(formFile, 'base64url').length, byteLength)
    assert.equal(readFormFile(Buffer.from(formFile, 'base64url'))?.packageId, packageId)
    const refused = await made.site.call(readForm, { token, params: { attemptId: seats[1]?.attemptId ?? '' } })
    assert.equal(refused.code, 'token-refused', 'the token of one attempt opens no other')
  })

  test('no key and no plain paper leaves before the start, on no path; nor while the site is not armed or the room is paused', async () => {
    const paths = [readForm, readFormKey, readPaper, readState, startPaper]
    const told: string[] = []
    const everywhere = async () => {
      for (const endpoint of paths) {
        const { attemptId = '', token = '' } = seats[0] ?? {}
        const reply = await made.site.call(endpoint, {
          token,
          params: { attemptId },
          ...(endpoint === startPaper ? { body: { startRef: newId() } } : {}),
        })
        if (endpoint === readForm || endpoint === readState) assert.equal(reply.status, 200)
        else assert.notEqual(reply.status, 200, endpoint.path)
        told.push(JSON.stringify(reply.body))
      }
    }
    const code = async () => (await ask(readFormKey)).code
    await everywhere()
    assert.equal(await code(), 'too-early-to-start')
    at(0)
    await everywhere()
    assert.equal(await code(), 'site-not-armed')
    at(-5)
    await made.certify()
    assert.equal((await made.site.call(armSite, { as: 'manager', body: ARM_BY_TWO })).status, 200)
    at(-1 / 60_000)
    await everywhere()
    assert.equal(await code(), 'too-early-to-start', 'a millisecond before')
    at(0)
    const halt = await made.site.call(haltHall, {
      as: 'manager',
      body: { actId: newId(), roomLabel: null, kind: 'pause', reason: 'power', note: '' },
    })
    assert.equal(halt.status, 200, JSON.stringify(halt.body))
    await everywhere()
    assert.equal(await code(), 'hall-paused')
    const secret = await made.site.inTx(tx => tx.query({ text: 'select form_key_sealed from sealed_form', values: [] }))
    const key = made.site.ports.keys.open(String(secret.rows[0]?.['form_key_sealed']))
    for (const text of told) {
      assert.equal(text.includes(key), false)
      for (const word of WORDS) assert.equal(text.includes(word), false)
    }
    await made.site.inTx(tx => tx.query({ text: 'delete from hall_halt', values: [] }))
  })

  test('at the start the key opens the form, and it shows what the server would show', async () => {
    at(0)
    const [form, key] = [await ask(readForm), await ask(readFormKey)]
    assert.equal(key.status, 200, JSON.stringify(key.body))
    const opened = openForm((form.body as { formFile: string }).formFile, (key.body as { formKey: string }).formKey)
    const state = (await ask(readState)).body as { presentation: { shuffleItems: boolean; shuffleOptions: boolean } }
    assert.equal((await ask(readPaper)).code, 'not-started', 'having the key starts no clock')
    const started = await made.site.call(startPaper, {
      token: seats[0]?.token ?? '',
      params: { attemptId: seats[0]?.attemptId ?? '' },
      body: { startRef: newId() },
    })
    assert.equal(started.status, 200)
    assert.deepEqual(presentForm(opened, state.presentation, seats[0]?.attemptId ?? ''), (await ask(readPaper)).body)
  })

  test('who comes too late gets none, and who works gets it again at another machine', async () => {
    at(26)
    assert.equal((await ask(readFormKey, 1)).code, 'too-late-to-start')
    assert.equal((await ask(readFormKey, 0)).status, 200)
  })
})

test('a hall without sealed forms says so', async () => {
  const made = await aSite()
  await made.site.install(made.roster)
  await made.site.openPapers()
  made.site.at(-10)
  const door = await made.site.call(checkInAtHall, { as: 'keeper-1', body: { actId: newId(), ticketNumber: ticketOf(1) } })
  const entered = await made.site.call(enterPaper, {
    body: { ticketNumber: ticketOf(1), entryCode: (door.body as { entryCode: string }).entryCode },
  })
  const { token, state } = entered.body as { token: string; state: { attempt: { attemptId: string } } }
  for (const endpoint of [readForm, readFormKey])
    assert.equal((await made.site.call(endpoint, { token, params: { attemptId: state.attempt.attemptId } })).code, 'forms-not-staged')
})
