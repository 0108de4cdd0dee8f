import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import type { readWorld } from '../../contract.ts'
import type { TaskDocument } from '../../core/task/document-schema.ts'
import { fillTemplate } from '../../core/task/template.ts'
import { bare } from '../../core/task/variant.ts'
import { appOf } from '../../core/world/engine.ts'
import type { Params } from '../../core/task/variant.ts'
import type { LabEvent, Setup, WorldState } from '../../core/world/state.ts'
import { type DueItem, captionOf, preview, worldView } from '../../core/world/view.ts'
import type { WorldHead } from '../../store/worlds.ts'
import { labEngine } from '../engine.ts'

type Summary = Pick<ReplyOf<typeof readWorld>, 'worldId' | 'task' | 'title' | 'mode' | 'openedAt' | 'touchedAt' | 'lap' | 'lastSeq'>

/** A line in the list of worlds. */
export function summaryOf(head: WorldHead, title: string): Summary {
  const { worldId, task, mode, openedAt, touchedAt, lap, lastSeq } = head
  if (mode === 'replay') throw new TypeError('a replay is not a world of its own')
  return { worldId, task, title, mode, openedAt, touchedAt, lap, lastSeq }
}

/** A world as its person sees it: the task, the apps of the persona, what is known to happen, and the view of every app. */
export function showWorld(head: WorldHead, task: TaskDocument, { setup, state }: Shown): ReplyOf<typeof readWorld> {
  return {
    ...summaryOf(head, task.title),
    brief: fillTemplate(task.brief, bare(setup.params as Params)),
    minutes: task.minutes,
    apps: appsOf(setup, state),
    due: dueIn(setup, state),
    view: worldView(labEngine, setup, state),
  }
}

type Shown = { readonly setup: Setup; readonly state: WorldState }

function appsOf(setup: Setup, state: WorldState): { id: string; zh: string; host: string | null }[] {
  const persona = setup.scenario.personas.find(p => p.id === state.persona)
  return (persona?.apps ?? [])
    .filter(id => state.apps[id] !== undefined)
    .map(id => ({ id, zh: nameOfApp(id), host: appOf(labEngine, id).host }))
}

export function nameOfApp(id: string): string {
  return appOf(labEngine, id).zh
}

/** Everything a person may know of that is still to come in this world. */
export function dueIn(setup: Setup, state: WorldState): DueItem[] {
  return preview(state, setup.scenario.horizon)
}

/** The lines of Chinese for events, as the persona that acts may know them. */
export function captionsOf({ setup, state }: Shown, events: readonly LabEvent[]): string[] {
  return events.flatMap(event => captionOf({ engine: labEngine, setup }, event, state.persona) ?? [])
}
