import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { assembleForm, packageOfForm } from '../../assembly/index.ts'
import {
  type PackageItem,
  type PaperPackage,
  enterPaper,
  finishPackage,
  handInPaper,
  itemsOf,
  saveEvents,
  startPaper,
} from '../../delivery/contract.ts'
import { admitCandidate, installPackage, prepareAttempt } from '../../delivery/index.ts'
import { OPENING, SITTING, aPackage } from '../../delivery/fixtures.ts'
import { type RehearsalHall, openRehearsalHall } from '../../delivery/routes/rehearsal-hall.ts'
import { interactionOf } from '../../interactions/contract.ts'
import type { ItemSecret } from '../../item-bank/contract.ts'
import { itemFiles } from '../../item-bank/fixtures.ts'
import { keysOf, loadItems } from '../../item-bank/index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A day of examination over the real bank of level four: a theory form, a practical paper, and candidates who play them. */
export type ExamDay = {
  readonly hall: RehearsalHall
  readonly theory: PaperPackage
  readonly secrets: ReadonlyMap<string, ItemSecret>
  place(
    sittingId: string,
    paper: 'theory' | 'practical',
    candidateRef?: string,
  ): Promise<{ readonly attemptId: string; readonly ticketNumber: string; readonly candidateRef: string }>
  /** Enters, starts, responds and hands in, as the exam client does. */
  play(
    seated: { readonly sittingId: string; readonly attemptId: string; readonly ticketNumber: string },
    responses: ReadonlyMap<string, unknown>,
  ): Promise<void>
  rightResponse(item: PackageItem): Record<string, unknown>
}

export async function anExamDay(database: Database): Promise<ExamDay> {
  const hall = await openRehearsalHall(database, { paper: aPackage(sha256), opensAt: OPENING, sittingId: SITTING })
  const theory = await theForm(hall)
  const secrets = await hall.inTx((tx, ctx) =>
    keysOf(
      tx,
      ctx,
      itemsOf(theory).map(item => item.itemVersionId),
    ),
  )
  const { digest: _digest, ...body } = aPackage(sha256, {}, newId())
  const practical = finishPackage({ ...body, paper: 'practical' }, sha256)
  await hall.inTx((tx, ctx) => installPackage(tx, ctx, practical))
  let seats = 0
  return {
    hall,
    theory,
    secrets,
    place: (sittingId, paper, candidateRef = newId()) =>
      hall.inTx(async (tx, ctx) => {
        seats += 1
        const ticketNumber = `26113500104${String(seats).padStart(4, '0')}`
        const packageId = paper === 'theory' ? theory.packageId : practical.packageId
        const made = await prepareAttempt(tx, ctx, {
          sittingId,
          candidateRef,
          packageId,
          ticketNumber,
          maskedName: '陈*',
          roomLabel: '第一考场',
          seatLabel: String(seats),
          rules: { opensAt: OPENING },
        })
        assert.ok(made.ok)
        return { attemptId: made.value.attemptId, ticketNumber, candidateRef }
      }),
    play: (seated, responses) => play(hall, seated, responses),
    rightResponse: item => {
      const secret = secrets.get(item.itemVersionId)
      assert.ok(secret)
      const response = interactionOf(item.type).keyResponse(secret.content, secret.key)
      assert.ok(response)
      return response
    },
  }
}

async function theForm(hall: RehearsalHall): Promise<PaperPackage> {
  for (const source of itemFiles('L4')) {
    const loaded = await hall.inTx((tx, ctx) => loadItems(tx, ctx, source))
    assert.ok(loaded.ok)
  }
  return hall.inTx(async (tx, ctx) => {
    const form = await assembleForm(tx, ctx, { editionId: 'ec-2005', level: 'L4', workType: null, seed: 'exam day' })
    assert.ok(form.ok)
    const sealed = await packageOfForm(tx, ctx, form.value.formId)
    assert.ok((await installPackage(tx, ctx, sealed)).ok)
    return sealed
  })
}

async function play(
  hall: RehearsalHall,
  seated: { readonly sittingId: string; readonly attemptId: string; readonly ticketNumber: string },
  responses: ReadonlyMap<string, unknown>,
): Promise<void> {
  hall.at(0)
  const admitted = await hall.inTx((tx, ctx) =>
    admitCandidate(tx, ctx, { sittingId: seated.sittingId as never, attemptId: seated.attemptId as never }),
  )
  assert.ok(admitted.ok)
  const entered = await hall.call(enterPaper, { body: { ticketNumber: seated.ticketNumber, entryCode: admitted.value.entryCode } })
  const { token } = entered.body as { token: string }
  const attemptId = seated.attemptId
  assert.equal((await hall.call(startPaper, { attemptId, token, body: { startRef: newId() } })).status, 200)
  const events = [...responses].map(([itemId, value], at) => ({ seq: at + 1, itemId, kind: 'respond', value, clientMs: at }))
  for (let from = 0; from < events.length; from += 50)
    assert.equal((await hall.call(saveEvents, { attemptId, token, body: { epoch: 1, events: events.slice(from, from + 50) } })).status, 200)
  hall.at(31)
  assert.equal((await hall.call(handInPaper, { attemptId, token, body: { lastSeq: events.length, by: 'candidate' } })).status, 200)
}
