import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Actor } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { HALL_ACTS, type HallAct } from './hall/duties.ts'
import { mayDo, mayKnock } from './policy.ts'
import { mayEnrolSites, mayReadSites, readsSite } from './site/centre-policy.ts'
import { DUTIES } from './site/site-package.ts'

type Person = Extract<Actor, { kind: 'person' }>
const person = (...grants: Person['grants'][number][]): Actor => ({ kind: 'person', personId: 'p', accountId: 'a', name: '赵主任', grants })
const grant = (role: string, scope: Person['grants'][number]['scope']) =>
  ({ role, scope, from: localDate('2026-11-01'), until: null }) as Person['grants'][number]
const atSite = (role: string) => person(grant(role, { kind: 'site', site: '91012001' }))
const PUBLIC: Actor = { kind: 'public' }
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) => (result.ok ? 'ok' : result.refusal.code)

describe('who may do what at a console', () => {
  test('everybody may knock at the exam client', () => assert.equal(codeOf(mayKnock()), 'ok'))

  for (const act of Object.keys(HALL_ACTS) as HallAct[])
    test(`${act}: nobody who is not signed in, and only with a duty for it`, () => {
      assert.equal(codeOf(mayDo(act)(PUBLIC)), 'not-signed-in')
      assert.equal(codeOf(mayDo(act)(person())), 'not-permitted')
      for (const duty of DUTIES)
        assert.equal(codeOf(mayDo(act)(atSite(duty))), HALL_ACTS[act].duties.includes(duty) ? 'ok' : 'not-permitted', duty)
    })

  test('officers of the centre have no duty in a hall', () => {
    const officer = person(grant('national-officer', { kind: 'nation' } as never))
    for (const act of Object.keys(HALL_ACTS) as HallAct[]) assert.equal(codeOf(mayDo(act)(officer)), 'not-permitted', act)
  })
})

describe('who lets sites in and who looks on', () => {
  const nation = person(grant('national-officer', { kind: 'nation' } as never))
  const province = (code: string) => person(grant('provincial-officer', { kind: 'province', province: code } as never))
  test('the nation enrols, provinces read, hall staff and strangers do neither', () => {
    const both = (actor: Actor) => [codeOf(mayEnrolSites(actor)), codeOf(mayReadSites(actor))]
    assert.deepEqual(both(nation), ['ok', 'ok'])
    assert.deepEqual(both(province('91')), ['not-permitted', 'ok'])
    assert.deepEqual(both(atSite('site-manager')), ['not-permitted', 'not-permitted'])
    assert.deepEqual(both(PUBLIC), ['not-signed-in', 'not-signed-in'])
  })

  test('a province sees the sites whose code begins with its own, the nation all', () => {
    assert.deepEqual([readsSite(province('91'), '91012001'), readsSite(province('92'), '91012001')], [true, false])
    assert.equal(readsSite(nation, '91012001'), true)
    assert.equal(readsSite(PUBLIC, '91012001'), false)
  })
})
