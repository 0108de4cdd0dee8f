import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { readScores } from '../../contract.ts'
import { scoreOf } from '../../core/task/gates/rehearse.ts'
import type { CheckEvidence } from '../../core/task/score/score.ts'
import type { Params } from '../../core/task/variant.ts'
import type { Hash } from '../../core/world/ids.ts'
import { type KeptScore, type ScoreKind, evidenceOf, insertScore, scoresOf } from '../../store/scores.ts'
import { type WorldPlace, findWorld, taskByHash } from '../../store/worlds.ts'
import { labEngine, labValidators } from '../engine.ts'
import { wholeWorld } from './hold-world.ts'

export type ScoreView = ReplyOf<typeof readScores>['scores'][number]
export type ScoredWorld = { readonly view: ScoreView; readonly head: Hash; readonly isNew: boolean }

/** Scores a world as it stood at an event, by the rubric it was opened with, and keeps every check with its evidence. */
export async function scoreWorld(
  tx: Tx,
  ctx: Pick<Ctx, 'now'>,
  place: WorldPlace,
  { seq, kind }: { seq: number; kind: ScoreKind },
): Promise<ScoredWorld> {
  const world = await wholeWorld(tx, place, seq)
  const known = (await scoresOf(tx, place)).find(score => score.seq === seq && score.kind === kind)
  if (known !== undefined) return { view: await viewOfScore(tx, place, known), head: world.state.head, isNew: false }
  const head = await findWorld(tx, place)
  const task = await taskByHash(tx, head?.taskHash ?? '')
  const { setup, state } = world
  const variant = { setup, params: setup.params as Params, brief: '' }
  const score = scoreOf({ engine: labEngine, task, validators: labValidators }, variant, world)
  const at = { seq, kind, lap: state.lap }
  await insertScore(tx, { ...place, ...at, score, now: ctx.now })
  const kept: KeptScore = { ...at, got: score.got, max: score.max, waiting: score.waiting, faults: score.faults, scoredAt: ctx.now }
  return { view: shownScore(kept, score.checks), head: state.head, isNew: true }
}

/** A score with its evidence from the store. */
export async function viewOfScore(tx: Tx, place: WorldPlace, score: KeptScore): Promise<ScoreView> {
  return shownScore(score, await evidenceOf(tx, place, score))
}

function shownScore({ seq, kind, lap, got, max, waiting, scoredAt }: KeptScore, checks: readonly CheckEvidence[]): ScoreView {
  return { seq, kind, lap, got, max, waiting, scoredAt, checks: checks.map(check => ({ ...check })) }
}
