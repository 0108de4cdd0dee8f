/** Plays the runs of an app with the real engine. Holds no test itself. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { EFFECTS } from '../../actions/effects/effects.ts'
import { LAB_APPS } from '../registry.ts'
import { type Json, canonical } from '../world/canonical.ts'
import type { Engine } from '../world/engine.ts'
import { appId, commandId, personaId, worldId, worldTime } from '../world/ids.ts'
import type { Reply, Setup } from '../world/state.ts'
import { captionOf, worldView } from '../world/view.ts'
import { type World, openWorld, submit } from '../world/world.ts'
import { freeze } from '../world/toy-apps.test.ts'
import type { LabApp } from './define-app.ts'
import type { Play } from './play.ts'

export const START = worldTime(1_772_413_200) // 2 March 2026, nine o'clock
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export function engineOf(apps: Readonly<Record<string, LabApp>> = LAB_APPS): Engine {
  return { apps, sha256, effects: EFFECTS }
}

export function setupOf(play: Play): Setup {
  const apps = Object.keys(play.apps).map(appId)
  const persona = (id: string, name: string) => ({ id: personaId(id), name, kind: id, apps })
  const scenario = {
    id: `play@1`,
    start: START,
    horizon: worldTime(START + 500 * 86_400 - (play.apps['net'] === undefined ? 400 * 86_400 : 0)),
    days: { holidays: [], workdays: [] },
    personas: play.personas ?? [persona('clerk', '王芳'), persona('second', '陈经理')],
    persona: personaId('clerk'),
    apps: play.apps,
    agents: play.agents ?? [],
    costs: {},
  }
  return { id: worldId('play'), mode: play.mode ?? 'practice', seed: 'seed-1', params: {}, scenario, tasks: [] }
}

/** Everything that left the engine in the course of a play. */
export type Played = {
  readonly world: World
  readonly worlds: readonly World[]
  readonly replies: readonly Reply[]
  readonly shown: string
  readonly views: readonly Json[]
}

/** Plays a run from its beginning; a step that is refused when it must not be, or the other way round, fails. */
export function perform(play: Play, engine: Engine = engineOf()): Played {
  const setup = setupOf(play)
  let world = openWorld(engine, setup)
  const worlds = [world]
  const replies: Reply[] = []
  const views: Json[] = [worldView(engine, setup, world.state)]
  for (const [i, [type, data, refusal]] of play.steps.entries()) {
    freeze(world.state)
    const before = world.state
    const outcome = submit(engine, world, { id: commandId(`c${i}`), type, data, expectedSeq: world.state.seq })
    const code = outcome.reply.ok ? undefined : outcome.reply.refusal.code
    assert.equal(
      code,
      refusal,
      `${play.name}: step ${i} ${type} ${outcome.reply.ok ? '' : outcome.reply.refusal.zh} ${outcome.world.trace.at(-1)?.alarm ?? ''}`,
    )
    if (refusal !== undefined) assert.equal(outcome.world.state, before, `${type}: a refusal changed the state`)
    world = outcome.world
    worlds.push(world)
    replies.push(outcome.reply)
    views.push(worldView(engine, setup, world.state))
  }
  const captions = world.events.map(e => captionOf({ engine, setup }, e, world.state.persona))
  const shown = canonical([views, captions, replies as unknown as Json, world.trace.map(t => t.reply) as unknown as Json])
  return { world, worlds, replies, shown, views }
}
