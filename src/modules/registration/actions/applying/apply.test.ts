import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { instantOf, plusMinutes } from '../../../../kernel/instant.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { newId } from '../../../../platform/id.ts'
import { must, refusalOf } from '../../../standard/fixtures.ts'
import type { ApplicationDraft } from '../../core/application/application-draft.ts'
import { aDraft } from '../../fixtures.ts'
import { applicationOf } from '../read-application.ts'
import { type TestRound, filledForm, testCandidate, testRound } from '../round-for-tests.test.ts'
import { takeEvidenceBack } from './attach-document.ts'
import { judgeDraft } from './judge-own.ts'
import { showOwnApplications, showRounds } from './list-own.ts'
import { start } from './start-application.ts'

let db: TestDatabase
let round: TestRound
before(async () => {
  db = await testDatabase()
})
after(() => db.end())
beforeEach(async () => {
  round = testRound(db.database)
  must(await round.open())
})

test('a second application in the same round is refused and leaves nothing behind', async () => {
  const { who, params } = await filledForm(round)
  const refusal = refusalOf(await round.begin(who, 'L3'))
  assert.deepEqual(refusal, {
    code: 'application-duplicate',
    facts: { code: '2026-12', state: '填写中', stateEn: 'draft', applicationId: params.applicationId },
  })
  assert.equal(must(await round.act((tx, ctx) => showOwnApplications(tx, {}, ctx), who)).applications.length, 1)
})

test('two applications at the same moment: one stands', async () => {
  const who = await testCandidate(round)
  const outcomes = await Promise.all([round.begin(who), round.begin(who, 'L3'), round.begin(who), round.begin(who, 'L3')])
  assert.deepEqual(outcomes.map(o => (o.ok ? 'ok' : o.refusal.code)).toSorted(), [
    'application-duplicate',
    'application-duplicate',
    'application-duplicate',
    'ok',
  ])
  const rows = await db.database.statement({ text: 'select application_id from application where person_id = $1', values: [who.personId] })
  assert.equal(rows.rowCount, 1)
})

test('unknown round, closed level, too early, too late: each has its code and nothing is written', async () => {
  const who = await testCandidate(round)
  assert.equal(
    refusalOf(await round.act((tx, ctx) => start(tx, { body: { roundId: 'nowhere', level: 'L4' } }, ctx), who)).code,
    'round-unknown',
  )
  assert.equal(refusalOf(await round.begin(who, 'L2')).code, 'level-not-in-round')
  assert.equal(refusalOf(await round.begin(who, 'L4', instantOf('2026-09-26T23:59:59+08:00'))).code, 'round-not-open')
  assert.equal(refusalOf(await round.begin(who, 'L4', instantOf('2026-12-14T00:00:00+08:00'))).code, 'round-closed')
  const rows = await db.database.statement({
    text: 'select 1 from application_place where person_id = $1 union all select 1 from application where person_id = $1',
    values: [who.personId],
  })
  assert.equal(rows.rowCount, 0)
})

test('a form that was open at the deadline is not handed in after it', async () => {
  const { who, params, version } = await filledForm(round)
  const late = instantOf('2026-12-14T00:00:00+08:00')
  assert.equal(refusalOf(await round.handIn(who, params, version, late)).code, 'round-closed')
  assert.equal(refusalOf(await round.keep(who, { params, version }, aDraft(), late)).code, 'round-closed')
  assert.ok((await round.handIn(who, params, version, plusMinutes(late, -1))).ok)
})

test('a round is opened once, and not under an unknown edition', async () => {
  assert.equal(refusalOf(await round.open()).code, 'round-exists')
  assert.equal(refusalOf(await round.open({ roundId: newId(), editionId: 'ec-1999' })).code, 'edition-unknown')
})

test('an unfinished form is refused with every field; nothing is handed in', async () => {
  const who = await testCandidate(round)
  const { personId, applicationId } = must(await round.begin(who))
  const refusal = refusalOf(await round.handIn(who, { personId, applicationId }, 1))
  assert.equal(refusal.code, 'application-incomplete')
  assert.ok(refusal.fields?.some(f => f.path === 'photo') && refusal.fields.some(f => f.path === 'nation'))
  assert.equal(must(await round.read(who, { personId, applicationId })).state.kind, 'draft')
})

test('of two writers of one form the slower is told; a form handed in is not changed any more', async () => {
  const { who, params, version } = await filledForm(round)
  assert.equal(refusalOf(await round.keep(who, { params, version: version - 1 })).code, 'changed-meanwhile')
  assert.equal(refusalOf(await round.handIn(who, params, version - 1)).code, 'changed-meanwhile')
  const next = must(await round.handIn(who, params, version)).version
  assert.equal(refusalOf(await round.keep(who, { params, version: next })).code, 'application-wrong-state')
  assert.equal(refusalOf(await round.attach(who, params, 'identity-document')).code, 'application-wrong-state')
})

test('the live verdict covers every level and follows the form', async () => {
  const { who, params } = await filledForm(round)
  const judge = async (draft: ApplicationDraft) =>
    must(await round.act((tx, ctx) => judgeDraft(tx, { params, body: { draft } }, ctx), who)).levels.map(l => `${l.level} ${l.verdict}`)
  assert.deepEqual(await judge(aDraft()), ['L4 met', 'L3 not-met'])
  assert.deepEqual(await judge(aDraft({ employments: [] })), ['L4 not-met', 'L3 not-met'])
})

test('a document is taken back while the form is open; one that is gone is told', async () => {
  const { who, params } = await filledForm(round)
  const [document] = must(await round.read(who, params)).evidence
  const remove = () =>
    round.act((tx, ctx) => takeEvidenceBack(tx, { params: { ...params, evidenceId: document?.evidenceId ?? '' } }, ctx), who)
  assert.ok((await remove()).ok)
  assert.equal(refusalOf(await remove()).code, 'document-unknown')
})

test('rounds show what is open, with the asker’s own application', async () => {
  const { who, params } = await filledForm(round)
  const shown = must(await round.act((tx, ctx) => showRounds(tx, {}, ctx), who)).rounds.find(r => r.roundId === round.roundId)
  assert.deepEqual(
    [shown?.standing, shown?.ownApplicationId, shown?.ownState, shown?.levels.map(l => l.name)],
    ['open', params.applicationId, 'draft', ['电子商务员', '助理电子商务师']],
  )
  assert.equal((await db.database.transact(tx => applicationOf(tx, params)))?.applicantName, '陈晓')
})
