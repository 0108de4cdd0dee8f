import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { localDate, type LocalDate } from '../../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import { assessmentSites } from '../../../institution/index.ts'
import { openRound } from '../../../registration/index.ts'
import type { publishSession as publishEndpoint } from '../../contract.ts'
import { dated } from '../../core/calendar/dated.ts'
import type { RegistrationWindow } from '../../core/calendar/registration-window.ts'
import { chosenWindow } from '../../core/calendar/scheme-calendar.ts'
import { advanceSession } from '../../core/session.ts'
import { type KeptSession, lockSession, saveSessionState } from '../../store/sessions.ts'
import { sessionView, windowByRule } from './session-views.ts'

/** Without days the window follows the rule; other days need a reason. Without sites every authorised one takes part. */
export type Publication = {
  readonly sessionId: string
  readonly opensOn?: LocalDate
  readonly closesOn?: LocalDate
  readonly windowReason?: string
  readonly sites?: readonly string[]
}

/**
 * Publishes a draft: it enters the calendar, and registration opens its round at the sites that may assess its levels on the day.
 * Refuses `session-unknown`, `wrong-state`, `registration-window-empty`, `registration-past-exam`, `window-reason-missing`, `no-site-for-session`.
 */
export async function publishSession(tx: Tx, ctx: Ctx, publication: Publication): Promise<Result<KeptSession>> {
  const session = await lockSession(tx, publication.sessionId)
  if (!session) return refuse('session-unknown')
  const window = chooseWindow(session, publication)
  if (!window.ok) return window
  const advanced = advanceSession(session, 'publish', { now: ctx.now, window: window.value })
  if (!advanced.ok) return advanced
  const sites = (await assessmentSites(tx, { levels: session.levels, on: session.day })).filter(
    site => publication.sites?.includes(site.code) ?? true,
  )
  if (sites.length === 0) return refuse('no-site-for-session', { ...dated({ day: session.day }), levels: session.levels })
  const { opensOn, closesOn, opensAt, closesAt } = window.value
  const published = { ...session, state: advanced.value.state, opensOn, closesOn, windowReason: publication.windowReason || null }
  if (!(await saveSessionState(tx, published))) return refuse('changed-meanwhile')
  const { id, code, scheme, editionId, flag, levels } = session
  const round = await openRound(tx, ctx, {
    roundId: id,
    code,
    scheme,
    editionId,
    flag,
    levels,
    referenceDate: closesOn,
    opensAt,
    closesAt,
    sites: sites.map(({ code: site, name, province }) => ({ code: site, name, province })),
  })
  if (!round.ok) return round
  const facts = { code, day: session.day, opensOn, closesOn, sites: sites.map(s => s.code), windowReason: publication.windowReason ?? '' }
  await record(tx, ctx, { type: 'session-published', subject: { kind: 'session', id }, facts })
  return ok({ ...published, version: session.version + 1 })
}

/** The rule's window, or one of the centre's own choice with its reason. */
function chooseWindow(session: KeptSession, publication: Publication): Result<RegistrationWindow> {
  const byRule = windowByRule(session)
  if (!byRule.ok) return byRule
  const opensOn = publication.opensOn ?? byRule.value.opensOn
  const closesOn = publication.closesOn ?? byRule.value.closesOn
  if (opensOn === byRule.value.opensOn && closesOn === byRule.value.closesOn) return byRule
  const window = chosenWindow({ day: session.day, opensOn, closesOn })
  if (!window.ok) return window
  if ((publication.windowReason ?? '').trim() !== '') return window
  return refuse('window-reason-missing', dated({ opensOn: byRule.value.opensOn, closesOn: byRule.value.closesOn }))
}

type Request = { readonly params: ParamsOf<typeof publishEndpoint>; readonly body: BodyOf<typeof publishEndpoint> }

export async function publishSessionAction(tx: Tx, { params, body }: Request, ctx: Ctx): Promise<Result<ReplyOf<typeof publishEndpoint>>> {
  const published = await publishSession(tx, ctx, {
    sessionId: params.sessionId,
    windowReason: body.windowReason,
    ...(body.opensOn !== undefined && { opensOn: localDate(body.opensOn) }),
    ...(body.closesOn !== undefined && { closesOn: localDate(body.closesOn) }),
    ...(body.sites !== undefined && { sites: body.sites }),
  })
  return published.ok ? ok(sessionView(published.value)) : published
}
