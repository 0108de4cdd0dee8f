import { setTimeout as pause } from 'node:timers/promises'
import { type FieldFault, type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { type DifferingPart, RECORD_PARTS } from '../../core/record/differing-parts.ts'
import type { Servers, Statement } from '../../core/record/judge-record.ts'
import type { SittingRecord } from '../../core/record/record.ts'
import type { SignerWord } from '../../core/record/result-file.ts'
import { linkOf } from '../hall/peer/link.ts'
import { askForWord, isWordOfPeer } from './peer-word.ts'
import type { SitePlace } from './place.ts'

const TOLD_MS = 3_000
const AGAIN_MS = 700
/** What one server has done last reaches the other within a moment; longer it is not waited for. */
const MOST_TRIES = 8

type Built = { readonly statement: Statement; readonly record: SittingRecord }
export type Agreed<B extends Built> = { readonly built: B; readonly peer: SignerWord | null }
type Order<B extends Built> = {
  readonly place: SitePlace
  /** The enrolled key of the site (hex). */
  readonly siteKey: string
  /** Builds anew from the tables, with what the statement shall say of the servers. */
  readonly build: (servers: Servers) => Promise<Result<B>>
  /** Two persons want the result although the other server does not sign it. */
  readonly alone: boolean
}

/**
 * Builds a result that the other server signs too: it is asked until what it holds is the same. Where the site has one server the statement says
 * so. Where the other one does not answer, or goes on to hold something else, the result is built only if people say so, and says it itself.
 * Refusals: `result-peer-away`, `result-peer-differs` with the places, those of `build`.
 */
export async function agreeWithPeer<B extends Built>(ctx: Ctx, order: Order<B>): Promise<Result<Agreed<B>>> {
  const link = linkOf(ctx.ports.database)
  if (!link) return withoutPeer(order, 'one')
  for (let tries = 1; ; tries++) {
    await link.told(TOLD_MS)
    const built = await order.build('both')
    if (!built.ok) return built
    const given = await askForWord(link, built.value)
    if (given.kind === 'word') {
      const { place, siteKey } = order
      if (!isWordOfPeer(given.word, built.value.statement, siteKey, place.name)) return refuse('result-peer-differs', { count: 1 })
      return ok({ built: built.value, peer: given.word })
    }
    if (tries < MOST_TRIES && (given.kind === 'differs' || link.view().state !== 'away')) {
      await pause(AGAIN_MS)
      continue
    }
    if (order.alone) return withoutPeer(order, given.kind === 'away' ? 'peer-away' : 'peer-differs')
    if (given.kind === 'away') return refuse('result-peer-away')
    return refuse('result-peer-differs', { count: Math.max(1, given.places.length) }, placesOf(given.places, built.value.record))
  }
}

async function withoutPeer<B extends Built>({ build }: Order<B>, servers: Servers): Promise<Result<Agreed<B>>> {
  const built = await build(servers)
  return built.ok ? ok({ built: built.value, peer: null }) : built
}

/** The places as people find them: by seat, and what of it. */
function placesOf(places: readonly DifferingPart[], { attempts }: SittingRecord): FieldFault[] {
  const seats = new Map(attempts.map(({ attempt }) => [attempt.id, `${attempt.roomLabel} ${attempt.seatLabel}`]))
  return places.map(({ attemptId, part }) => {
    const said = RECORD_PARTS[part]
    if (attemptId === null) return { path: part, zh: `${said.zh}不一致。`, en: `${said.en} differ.` }
    const seat = seats.get(attemptId) ?? attemptId
    return { path: `${attemptId}.${part}`, zh: `${seat}：${said.zh}不一致。`, en: `${seat}: ${said.en} differ.` }
  })
}
