import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import { plusMinutes } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { listOwnApplications, listRounds } from '../../contract.ts'
import { type Application, takesPlace } from '../../core/application/application.ts'
import { listOwnApplications as listOwnRows } from '../../store/applications.ts'
import { listRounds as listRoundRows } from '../../store/rounds.ts'
import { levelNameIn, showRound, showState } from '../application-views.ts'
import { roundBehind } from '../gather-facts.ts'

/** Closed rounds stay in the list for so many minutes: four weeks. */
const CLOSED_SHOWN = 28 * 24 * 60

/** Rounds that are open, will open, or closed lately; with the asker's own application in each. */
export async function showRounds(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listRounds>>> {
  const rounds = await listRoundRows(tx, plusMinutes(ctx.now, -CLOSED_SHOWN))
  const own = ctx.actor.kind === 'person' ? await listOwnRows(tx, ctx.actor.personId) : []
  return ok({
    rounds: rounds.map(round => {
      const mine = own.find(a => a.roundId === round.roundId && takesPlace(a.state.kind))
      return { ...showRound(round, ctx.now), ownApplicationId: mine?.applicationId ?? null, ownState: mine?.state.kind ?? null }
    }),
  })
}

/** The asker's applications, the newest first. */
export async function showOwnApplications(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listOwnApplications>>> {
  if (ctx.actor.kind !== 'person') return refuse('not-signed-in')
  const applications = []
  for (const application of await listOwnRows(tx, ctx.actor.personId)) applications.push(await ownRow(tx, application))
  return ok({ applications })
}

async function ownRow(tx: Tx, application: Application) {
  const round = await roundBehind(tx, application)
  const { applicationId, personId, roundId, level, siteCode, changedAt } = application
  return {
    applicationId,
    personId,
    roundId,
    roundCode: round.code,
    level,
    levelName: levelNameIn(round, level),
    siteName: round.sites.find(s => s.code === siteCode)?.name ?? null,
    state: showState(application.state),
    closesAt: round.closesAt,
    changedAt,
  }
}
