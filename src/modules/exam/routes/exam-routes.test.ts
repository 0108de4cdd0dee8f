import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import type { Actor } from '../../../kernel/actor.ts'
import { instantOf } from '../../../kernel/instant.ts'
import { createServer } from '../../../platform/http/server.ts'
import { newId } from '../../../platform/id.ts'
import { actorWith } from '../../../platform/test-context.ts'
import { deliveryRefusals } from '../../delivery/contract.ts'
import { deliveryRoutes } from '../../delivery/routes/delivery-routes.ts'
import { standardRefusals } from '../../standard/contract.ts'
import { arrangeSession } from '../actions/arrangement/arrange-session.ts'
import { type SeatFacts, seatsOf, type SittingFacts, sittingsOf } from '../actions/exam-facts.ts'
import { invigilatorAt, must, national, type Rehearsal, rehearse, SITES } from '../actions/rehearsal.test.ts'
import type { WallSeat } from '../contract.ts'
import { examRefusals } from '../core/refusals.ts'
import { examRoutes } from './exam-routes.ts'

let season: Rehearsal
let app: FastifyInstance
let actor: Actor = { kind: 'public' }
let sessionId = ''
let theory: SittingFacts
let seats: readonly SeatFacts[]
before(async () => {
  season = await rehearse()
  sessionId = await season.closedSession({ people: 8 })
  must(await arrangeSession(season.context(), { sessionId }))
  theory = (await season.inTx(tx => sittingsOf(tx, sessionId))).find(
    s => s.siteCode === SITES[0] && s.paper === 'theory' && s.level === 'L4',
  ) as SittingFacts
  seats = (await season.inTx(tx => seatsOf(tx, { sessionId }))).filter(s => s.sittingId === theory.sittingId)
  const refusals = { ...standardRefusals, ...deliveryRefusals, ...examRefusals }
  app = await createServer({
    routes: [...examRoutes, ...deliveryRoutes],
    refusals,
    ports: season.ports,
    actorOf: async () => actor,
    ready: async () => true,
  })
})
after(async () => {
  await app.close()
  await season.db.end()
})

type Asked = { readonly as?: Actor; readonly method?: 'GET' | 'POST'; readonly payload?: object; readonly bearer?: string }
async function ask(url: string, { as = { kind: 'public' }, method = 'GET', payload, bearer }: Asked = {}) {
  actor = as
  const headers: Record<string, string> = bearer
    ? { authorization: `Bearer ${bearer}` }
    : { cookie: 'zh_signin=x; zh_csrf=c', 'x-zhiheng-csrf': 'c' }
  const reply = await app.inject({ method, url, headers, ...(payload && { payload }) })
  const json = reply.headers['content-type']?.toString().includes('json') ? (JSON.parse(reply.body) as Record<string, unknown>) : {}
  return {
    status: reply.statusCode,
    json,
    code: (json['error'] as { code: string } | undefined)?.code ?? 'ok',
    bytes: reply.rawPayload,
    head: reply.headers,
  }
}
const candidate = (personId: string): Actor => actorWith('candidate', { kind: 'person', person: 'self' }, personId)
const mine = invigilatorAt(SITES[0])
const hallOf = () => `/api/exam/sittings/${theory.sittingId}`

test('each route opens to its roles and to nobody else', async () => {
  const manager = actorWith('institution-manager', { kind: 'institution', institution: SITES[0] })
  const table: readonly [string, Actor, string][] = [
    ['/api/exam/calendar', { kind: 'public' }, 'not-signed-in'],
    ['/api/exam/calendar', candidate('p'), 'ok'],
    ['/api/exam/sessions', candidate('p'), 'not-permitted'],
    ['/api/exam/calendar', national, 'ok'],
    ['/api/exam/sessions', manager, 'ok'],
    ['/api/exam/sittings', manager, 'not-permitted'],
    ['/api/exam/sittings', mine, 'ok'],
    ['/api/exam/own-tickets', { kind: 'public' }, 'not-signed-in'],
    [`${hallOf()}/hall`, invigilatorAt(SITES[1]), 'sitting-unknown'],
    [`${hallOf()}/hall`, actorWith('provincial-officer', { kind: 'province', province: '20' }), 'sitting-unknown'],
    [`${hallOf()}/hall`, actorWith('provincial-officer', { kind: 'province', province: '10' }), 'ok'],
  ]
  for (const [url, as, code] of table) assert.equal((await ask(url, { as })).code, code, `${url} ${code}`)
  const order = { as: actorWith('provincial-officer', { kind: 'province', province: '10' }), method: 'POST', payload: {} } as const
  assert.equal((await ask(`/api/exam/sessions/${sessionId}/arrangements`, order)).code, 'not-permitted')
})

test('no view shows a full ID number', async () => {
  const hall = await ask(`${hallOf()}/hall`, { as: mine })
  assert.match(JSON.stringify(hall.json), /\d{6}\*{8}\d{3}/)
  assert.doesNotMatch(JSON.stringify(hall.json).replace(/"ticketNumber":"\d{15}"/g, ''), /"\d{17}[\dX]"/)
})

test('a candidate reads and downloads the own ticket, never another’s', async () => {
  const me = candidate(seats[0]?.personId ?? '')
  const list = (await ask('/api/exam/own-tickets', { as: me })).json as { tickets: { ticketNumber: string; papers: unknown[] }[] }
  assert.deepEqual([list.tickets.length, list.tickets[0]?.ticketNumber, list.tickets[0]?.papers.length], [1, seats[0]?.ticketNumber, 2])
  const file = await ask(`/api/exam/own-tickets/${sessionId}/file`, { as: me })
  assert.equal(file.bytes.subarray(0, 5).toString(), '%PDF-', file.bytes.toString().slice(0, 300))
  assert.match(String(file.head['content-disposition']), new RegExp(`${encodeURIComponent('准考证')}-${seats[0]?.ticketNumber}\\.pdf`))
  const stranger = candidate(newId())
  assert.deepEqual((await ask('/api/exam/own-tickets', { as: stranger })).json['tickets'], [])
  assert.equal((await ask(`/api/exam/own-tickets/${sessionId}/file`, { as: stranger })).code, 'ticket-unknown')
})

test('the office of the site prints a ticket again, another site does not', async () => {
  const url = `${hallOf()}/seats/${seats[0]?.applicationId}/ticket`
  assert.equal((await ask(url, { as: mine })).bytes.subarray(0, 5).toString(), '%PDF-')
  assert.equal((await ask(url, { as: invigilatorAt(SITES[1]) })).code, 'sitting-unknown')
  assert.equal((await ask(`${hallOf()}/seats/${newId()}/ticket`, { as: mine })).code, 'seat-unknown')
})

test('the photo is shown to the staff of the hall and to its owner, and printed on the ticket', async () => {
  const [seat, bare] = [seats[0], seats[1]]
  const photo = await sharp({ create: { width: 295, height: 413, channels: 3, background: '#dde3ea' } })
    .jpeg()
    .toBuffer()
  const own = `/api/exam/own-tickets/${sessionId}`
  const me = candidate(seat?.personId ?? '')
  const pictures = async () => (await ask(`${own}/file`, { as: me })).bytes.toString('latin1').split('/Subtype /Image').length - 1
  const before = await pictures()
  await season.inTx(async tx =>
    tx.query({
      text: 'update application set photo_file_id = $1, photo_bytes = $2 where application_id = $3',
      values: [await season.ports.files.put(photo), photo.length, seat?.applicationId],
    }),
  )
  const url = `${hallOf()}/seats/${seat?.applicationId}/photo`
  const shown = await ask(url, { as: mine })
  assert.deepEqual([shown.head['content-type'], shown.bytes], ['image/jpeg', photo])
  assert.deepEqual((await ask(`${own}/photo`, { as: me })).bytes, photo)
  assert.equal(await pictures(), before + 1)
  const table: readonly [string, Actor, string][] = [
    [url, { kind: 'public' }, 'not-signed-in'],
    [url, me, 'not-permitted'],
    [url, national, 'not-permitted'],
    [url, invigilatorAt(SITES[1]), 'sitting-unknown'],
    [`${hallOf()}/seats/${bare?.applicationId}/photo`, mine, 'photo-unknown'],
    [`${hallOf()}/seats/${newId()}/photo`, mine, 'seat-unknown'],
    [`${own}/photo`, candidate(bare?.personId ?? ''), 'photo-unknown'],
    [`${own}/photo`, candidate(newId()), 'ticket-unknown'],
  ]
  for (const [address, as, code] of table) assert.equal((await ask(address, { as })).code, code, `${address} ${code}`)
})

test('from the door to the machine: the code opens the paper, the wall shows it answering, and time left keeps the sitting open', async () => {
  season.at('2026-12-27T08:20:00+08:00')
  const seat = seats[0]
  const entry = { applicationId: seat?.applicationId, document: 'passport', ticketShown: true, identityMatches: true }
  const door = await ask(`${hallOf()}/check-ins`, { as: mine, method: 'POST', payload: entry })
  assert.equal(door.code, 'ok')
  const entered = await ask('/api/delivery/enter', {
    method: 'POST',
    payload: { ticketNumber: seat?.ticketNumber, entryCode: door.json['entryCode'] },
  })
  assert.equal(entered.code, 'ok')
  season.at('2026-12-27T08:31:00+08:00')
  const start = { method: 'POST', payload: { startRef: newId() }, bearer: String(entered.json['token']) } as const
  assert.equal((await ask(`/api/delivery/attempts/${seat?.attemptId}/start`, start)).code, 'ok')
  season.at('2026-12-27T08:33:00+08:00')
  const events = [{ seq: 1, itemId: 'a', kind: 'mark', value: true, clientMs: 1 }]
  const save = { method: 'POST', payload: { epoch: 1, events }, bearer: String(entered.json['token']) } as const
  assert.equal((await ask(`/api/delivery/attempts/${seat?.attemptId}/events`, save)).code, 'ok')
  const hall = (await ask(`${hallOf()}/hall`, { as: mine })).json as {
    rooms: { seats: WallSeat[] }[]
  }
  const tile = hall.rooms.flatMap(r => r.seats).find(s => s.applicationId === seat?.applicationId)
  assert.deepEqual([tile?.state, tile?.entries], ['answering', 1])
  assert.equal(tile?.checkedInAt, instantOf('2026-12-27T08:20:00+08:00'))
  assert.equal(tile?.savedAt, instantOf('2026-12-27T08:33:00+08:00'))
  const waiting = hall.rooms.flatMap(r => r.seats).find(s => s.applicationId === seats[1]?.applicationId)
  assert.deepEqual([waiting?.checkedInAt, waiting?.savedAt], [null, null])
  const close = { as: mine, method: 'POST', payload: {} } as const
  season.at('2026-12-27T10:05:00+08:00')
  assert.equal((await ask(`${hallOf()}/closings`, close)).code, 'attempts-still-running')
  season.at('2026-12-27T10:11:00+08:00')
  assert.deepEqual((await ask(`${hallOf()}/closings`, close)).json, { handedIn: 1, absent: seats.length - 1 })
})
