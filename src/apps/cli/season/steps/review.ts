import { listForReview, readApplication, reviewApplication } from '../../../../modules/registration/contract.ts'
import type { Client } from '../../../../platform/http/client.ts'
import { inParallel } from '../driving/in-parallel.ts'
import { AT_ONCE, type SeasonWorld, type Track, told } from '../driving/season-world.ts'
import type { OpenSession } from './open-session.ts'

export type Reviewed = { readonly approved: number; readonly returned: number; readonly rejected: number }
type Row = { readonly personId: string; readonly applicationId: string }
type Choice =
  | { readonly kind: 'approve'; readonly clauseId: string }
  | { readonly kind: 'return' | 'reject'; readonly reasons: { readonly clauseId: string; readonly text: string }[] }

const MOST = 200

/** The registrars of each province work off what waits: approve what the findings carry, return what lacks evidence, reject what contradicts itself. */
export async function review(world: SeasonWorld, session: OpenSession, tracks: readonly Track[]): Promise<Reviewed> {
  const counts = { approved: 0, returned: 0, rejected: 0 }
  const byApplication = new Map(tracks.map(t => [t.application?.applicationId, t]))
  await Promise.all(
    [...new Set(session.sites.map(s => s.province))].map(async province => {
      const registrar = await world.staff.one('registrar', province)
      const query = { state: 'submitted' as const, roundId: session.sessionId, province, most: MOST }
      for (;;) {
        const { applications } = await world.caller.must(registrar, listForReview, { query })
        if (applications.length === 0) return
        await inParallel(applications, AT_ONCE / 2, async row => {
          const track = byApplication.get(row.applicationId)
          if (track) counts[await decide(world, registrar, row, track)] += 1
          else throw new Error(`未知的申报${row.applicationId}：此考次还有他人在用。(somebody else applies for this session)`)
          world.progress.step()
        })
      }
    }),
  )
  return counts
}

async function decide(world: SeasonWorld, registrar: Client, { personId, applicationId }: Row, track: Track): Promise<keyof Reviewed> {
  const { caller } = world
  const params = { personId, applicationId }
  const { version, verdict, clauseId } = await caller.must(registrar, readApplication, { params })
  const finding = verdict.clauses.find(c => c.clauseId === clauseId)
  if (clauseId === null || finding === undefined) throw new Error(`application ${applicationId} names no clause of its level`)
  if (finding.verdict === 'needs-evidence') await tryTooSoon(world, registrar, params, { version, clauseId, track })
  const choice = choose(clauseId, finding.verdict, track.person.plan.kind === 'contradicted')
  const { state } = await caller.must(registrar, reviewApplication, { params, body: { version, choice } })
  switch (state.kind) {
    case 'approved':
      track.standing = 'approved'
      track.approvedClause = state.clauseId
      return 'approved'
    case 'returned':
    case 'rejected':
      track.standing = state.kind
      return state.kind
    default:
      throw new Error(`a review led to the state ${state.kind}`)
  }
}

function choose(clauseId: string, verdict: 'met' | 'needs-evidence' | 'not-met', contradicted: boolean): Choice {
  if (contradicted) return { kind: 'reject', reasons: [{ clauseId, text: '证明材料载明的起止日期与填写不一致，经核实不符合申报条件。' }] }
  if (verdict === 'met') return { kind: 'approve', clauseId }
  return { kind: 'return', reasons: [{ clauseId, text: '缺少证明材料，请补充后重新提交。' }] }
}

/** Approving without evidence must be impossible, whoever tries. */
async function tryTooSoon(
  world: SeasonWorld,
  registrar: Client,
  params: Row,
  { version, clauseId, track }: { readonly version: number; readonly clauseId: string; readonly track: Track },
): Promise<void> {
  const tried = await world.caller.ask(registrar, reviewApplication, { params, body: { version, choice: { kind: 'approve', clauseId } } })
  if (tried.ok || tried.refusal.code !== 'clause-needs-evidence') world.surprises.push(`${told(track)}缺少证明材料，却可以审核通过`)
}
