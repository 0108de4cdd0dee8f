import { holdsAt } from '../../../../kernel/actor.ts'
import type { QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { showDashboard, showQueue, showSpecification } from '../../contract.ts'
import { daysBetween, spansOf } from '../../core/standing/spans.ts'
import { OPEN_STATES, isOpen } from '../../core/versions/states.ts'
import type { KeptVersion } from '../../core/versions/version.ts'
import { listOwn, listWaiting } from '../../store/items/versions.ts'
import { countCoverage, countStates, countWriters, listAges } from '../../store/placing/figures.ts'
import { countPlaced, findSpecification, listPoints } from '../../store/placing/specification.ts'
import { personIn, viewOf } from '../facts/who.ts'

const MOST_WAITING = 500
const USES = [0, 1, 2, 3, 5]
const DAYS = [30, 90, 180, 365, 730]

/** What waits for whoever asks. What they had a hand in is not offered: they may not decide about it. */
export async function viewQueue(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof showQueue>>> {
  const { personId } = personIn(ctx)
  const waiting = await listWaiting(tx, { states: ['item-review', 'passed', 'approved', 'trial'], most: MOST_WAITING })
  const others = waiting.filter(version => version.writerId !== personId)
  const reviews = holdsAt(ctx.actor, {}, 'item-reviewer')
  const approves = holdsAt(ctx.actor, {}, 'national-officer')
  const shown = (may: boolean, wanted: (version: KeptVersion) => boolean) =>
    may ? others.filter(wanted).map(version => viewOf(version, ctx)) : []
  return ok({
    mine: (await listOwn(tx, personId)).map(version => viewOf(version, ctx)),
    toReview: shown(reviews, version => version.state === 'item-review'),
    toApprove: shown(approves, version => version.state === 'passed' && version.reviewerId !== personId),
    toDecide: shown(approves, version => version.state === 'approved' || version.state === 'trial'),
  })
}

export async function viewDashboard(
  tx: Tx,
  request: { query: QueryOf<typeof showDashboard> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof showDashboard>>> {
  const place = request.query
  const ages = await listAges(tx, place)
  const byWriter = Map.groupBy(await countWriters(tx, place), row => row.writer)
  const sum = (rows: readonly { readonly items: number }[]) => rows.reduce((total, row) => total + row.items, 0)
  return ok({
    states: await countStates(tx, place),
    writers: [...byWriter].map(([writer, rows]) => ({
      writer,
      items: sum(rows),
      operational: sum(rows.filter(row => row.state === 'operational')),
      returned: sum(rows.filter(row => row.state === 'returned')),
    })),
    coverage: (await countCoverage(tx, place)).map(({ code: point, ...row }) => ({ point, ...row })),
    exposure: spansOf(
      ages.map(age => age.uses),
      USES,
    ),
    lastUse: spansOf(
      ages.flatMap(age => (age.lastUsedAt === null ? [] : [daysBetween(age.lastUsedAt, ctx.now)])),
      DAYS,
    ),
    age: spansOf(
      ages.map(age => daysBetween(age.enteredAt, ctx.now)),
      DAYS,
    ),
  })
}

export async function viewSpecification(
  tx: Tx,
  request: { query: QueryOf<typeof showSpecification> },
): Promise<Result<ReplyOf<typeof showSpecification>>> {
  const { editionId, level } = request.query
  const table = await findSpecification(tx, request.query)
  if (table === undefined) return refuse('specification-unknown')
  const placed = Map.groupBy(await countPlaced(tx, { editionId, level, states: [...OPEN_STATES, 'operational'] }), row => row.code)
  const count = (code: string, wanted: (state: KeptVersion['state']) => boolean) =>
    (placed.get(code) ?? []).filter(row => wanted(row.state)).reduce((sum, row) => sum + row.items, 0)
  const points = (await listPoints(tx, table.specificationId)).map(point => ({
    ...point,
    operational: count(point.code, state => state === 'operational'),
    onTheirWay: count(point.code, isOpen),
    states: (placed.get(point.code) ?? []).map(({ state, items }) => ({ state, items })),
  }))
  return ok({ ...table, points })
}
