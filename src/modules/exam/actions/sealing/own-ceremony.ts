import { type Actor, holds } from '../../../../kernel/actor.ts'
import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { RolledBack, type Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { hashPassword } from '../../../../platform/password.ts'
import { newAgePair, openSealedText } from '../../../../platform/sealing/age-text.ts'
import { openUnderPassPhrase, sealUnderPassPhrase } from '../../../../platform/sealing/pass-phrase.ts'
import { newSigningKey } from '../../../../platform/sealing/signing-keys.ts'
import { record } from '../../../audit/index.ts'
import type { makeCustodianKey, makeSealerKey, readOwnCeremony, setHallPass, takeOwnShare } from '../../contract.ts'
import { mayKeepShare } from '../../core/sealing/ceremony.ts'
import {
  custodianKeyOf,
  hallPasses,
  insertSealerKey,
  putCustodianKey,
  putHallPass,
  sealerKeyOf,
  sharesWaitedFor,
} from '../../store/sealing/keepers.ts'
import { custodiansOf, findSealing, lockCustodian, sharesOfPerson, takeShare } from '../../store/sealing/sealings.ts'
import { findSession } from '../../store/sessions.ts'
import { titleOf } from './compose-site.ts'
import { spoken } from './opening-key.ts'

type Own = Extract<Actor, { kind: 'person' }>
type WithPhrase = { readonly body: BodyOf<typeof setHallPass> }
const HALL = ['site-manager', 'site-engineer', 'invigilator'] as const

function own({ actor }: Ctx): Own {
  if (actor.kind !== 'person') throw new Error('nobody acts')
  return actor
}

/** Own keys, own shares, own pass phrase for the halls. Nothing secret is in it. */
export async function readOwnCeremonyAction(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof readOwnCeremony>>> {
  const me = own(ctx)
  const sealer = await sealerKeyOf(tx, me.personId)
  const custodian = await custodianKeyOf(tx, me.personId)
  const pass = (await hallPasses(tx, [me.personId])).get(me.personId)
  const shares: ReplyOf<typeof readOwnCeremony>['shares'][number][] = []
  for (const { sessionId, state: _state, ...share } of await sharesOfPerson(tx, me.personId)) {
    const session = await findSession(tx, sessionId)
    shares.push({ ...share, title: session ? titleOf(session) : '' })
  }
  return ok({
    now: ctx.now,
    sealer: sealer ? { sealerId: sealer.sealerId, publicKey: sealer.publicKey, madeAt: sealer.madeAt } : null,
    custodian: custodian ? { madeAt: custodian.madeAt } : null,
    hallPass: pass ? { setAt: pass.setAt } : null,
    may: { seal: holds(me, 'national-officer'), keepShares: mayKeepShare(me).ok, keepHalls: holds(me, ...HALL) },
    shares,
  })
}

/** A new key of a sealer; the one before stays known, so that packages under way still open. */
export async function makeSealerKeyAction({ body }: WithPhrase, ctx: Ctx): Promise<Result<ReplyOf<typeof makeSealerKey>>> {
  const { personId, name } = own(ctx)
  const made = newSigningKey()
  const kept = await sealUnderPassPhrase(made.pem, body.passPhrase)
  const sealerId = newId()
  return ctx.ports.database.transact(async tx => {
    await insertSealerKey(tx, { sealerId, personId, name, publicKey: made.publicKey, kept }, ctx.now)
    await record(tx, ctx, {
      type: 'sealer-key-made',
      subject: { kind: 'person', id: personId },
      facts: { sealerId, publicKey: made.publicKey },
    })
    return ok({ sealerId })
  })
}

/**
 * A key that shares are sealed to. It is not replaced while a share waits for it: nobody could read that share any more.
 * Refusals: those of `mayKeepShare`, `custodian-keeps-share`.
 */
export async function makeCustodianKeyAction({ body }: WithPhrase, ctx: Ctx): Promise<Result<ReplyOf<typeof makeCustodianKey>>> {
  const me = own(ctx)
  const may = mayKeepShare(me)
  if (!may.ok) return may
  const pair = await newAgePair()
  const kept = await sealUnderPassPhrase(pair.identity, body.passPhrase)
  const { personId, name } = me
  return ctx.ports.database.transact(async tx => {
    if ((await sharesWaitedFor(tx, personId)) > 0) return refuse('custodian-keeps-share')
    await putCustodianKey(tx, { personId, name, recipient: pair.recipient, kept }, ctx.now)
    await record(tx, ctx, { type: 'custodian-key-made', subject: { kind: 'person', id: personId }, facts: { recipient: pair.recipient } })
    return ok({ madeAt: ctx.now })
  })
}

/** What a person of hall staff opens the console of their site with; it goes into the rosters sealed from now on. */
export async function setHallPassAction({ body }: WithPhrase, ctx: Ctx): Promise<Result<ReplyOf<typeof setHallPass>>> {
  const { personId } = own(ctx)
  const passVerifier = await hashPassword(body.passPhrase)
  return ctx.ports.database.transact(async tx => {
    await putHallPass(tx, { personId, passVerifier, now: ctx.now })
    await record(tx, ctx, { type: 'hall-pass-set', subject: { kind: 'person', id: personId }, facts: {} })
    return ok({ setAt: ctx.now })
  })
}

type Take = { readonly params: ParamsOf<typeof takeOwnShare>; readonly body: BodyOf<typeof takeOwnShare> }

/** Shows the own share once; it goes away with being shown. Refusals: `share-not-yours`, `share-taken`, `share-not-made`, `own-pass-phrase-wrong`. */
export async function takeOwnShareAction({ params: { sealingId }, body }: Take, ctx: Ctx): Promise<Result<ReplyOf<typeof takeOwnShare>>> {
  const { personId } = own(ctx)
  const { database } = ctx.ports
  const key = await database.transact(tx => custodianKeyOf(tx, personId))
  const identity = key ? await openUnderPassPhrase(key.kept, body.passPhrase) : null
  return database.transact(async tx => {
    const outcome = await takeOnce(tx, ctx, { sealingId, personId, identity })
    if (!outcome.ok && !outcome.keep) throw new RolledBack(outcome)
    return outcome
  })
}

type TakeOnce = { readonly sealingId: string; readonly personId: string; readonly identity: string | null }

async function takeOnce(tx: Tx, ctx: Ctx, { sealingId, personId, identity }: TakeOnce): Promise<Result<ReplyOf<typeof takeOwnShare>>> {
  const custodian = await lockCustodian(tx, { sealingId, personId })
  const sealing = custodian && (await findSealing(tx, sealingId))
  if (!custodian || !sealing) return refuse('share-not-yours')
  if (custodian.takenAt !== null) return refuse('share-taken')
  if (sealing.state !== 'sealed' || custodian.shareSealed === null) return refuse('share-not-made')
  const text = identity === null ? null : await openSealedText(custodian.shareSealed, identity)
  const subject = { kind: 'sealing', id: sealingId }
  if (text === null) {
    await record(tx, ctx, { type: 'share-refused', subject, facts: { place: custodian.place } })
    return { ...refuse('own-pass-phrase-wrong'), keep: true }
  }
  if (!(await takeShare(tx, { sealingId, personId, now: ctx.now }))) return refuse('share-taken')
  await record(tx, ctx, { type: 'share-taken', subject, facts: { place: custodian.place } })
  const custodians = (await custodiansOf(tx, sealingId)).length
  return ok({ ...spoken(text), place: custodian.place, custodians, needed: sealing.needed })
}
