import type { ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { FileReply } from '../../../../platform/http/route.ts'
import type { downloadArtefact, listTasks, listWorlds, readApp, readWorld } from '../../contract.ts'
import type { Artefact } from '../../core/app/lab-app.ts'
import { marksOf } from '../../core/task/score/marks-of.ts'
import { institutionsTaught } from '../../core/board/workshop.ts'
import { mayReadWorld } from '../../core/policy.ts'
import { appView, artefactOf } from '../../core/world/view.ts'
import { taskByHash, worldsOf } from '../../store/worlds.ts'
import { catalogueOf } from '../documents/catalogue.ts'
import { labEngine } from '../engine.ts'
import { type HeldWorld, peekWorld } from './hold-world.ts'
import { lookedOn } from './reach.ts'
import { nameOfApp, showWorld, summaryOf } from './show-world.ts'

/** The tasks of this build, without what would give them away. */
export async function listOffered(_tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listTasks>>> {
  const tasks = [...catalogueOf(ctx.ports.log).values()].map(({ task, scenario }) => ({
    task: task.task,
    title: task.title,
    level: task.level,
    kind: task.kind,
    workContent: task.workContent,
    claims: task.claims,
    minutes: task.minutes,
    marks: marksOf(task.checks),
    apps: Object.keys(scenario.apps).map(id => ({ id, zh: nameOfApp(id) })),
  }))
  return ok({ tasks, teaches: institutionsTaught(ctx.actor).length > 0 })
}

export async function listOfPerson(
  tx: Tx,
  { query }: { query: QueryOf<typeof listWorlds> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listWorlds>>> {
  if (ctx.actor.kind !== 'person') return refuse('not-signed-in')
  const ownerId = query.ownerId ?? ctx.actor.personId
  const worlds = (await worldsOf(tx, ownerId)).filter(head => mayReadWorld(ctx.actor, head))
  if (worlds.length === 0 && ownerId !== ctx.actor.personId) return refuse('world-not-found')
  const titles = catalogueOf(ctx.ports.log)
  return ok({ worlds: worlds.map(head => summaryOf(head, titles.get(head.task)?.task.title ?? head.task)) })
}

type Asked<P> = { readonly params: P; readonly query: { readonly ownerId?: string | undefined } }

/** The world of a request from memory or store, as it stands. Refusals: those of `lookedOn`, `version-changed`. */
export async function heldFor(tx: Tx, asked: Asked<{ readonly worldId: string }>, ctx: Ctx): Promise<Result<HeldWorld>> {
  const head = await lookedOn(tx, asked, ctx)
  if (!head.ok) return head
  const held = await peekWorld(ctx.ports.database, tx, head.value)
  if (held === undefined) return refuse('world-not-found')
  return 'outdated' in held ? refuse('version-changed') : ok(held)
}

export async function readWhole(tx: Tx, request: Asked<ParamsOf<typeof readWorld>>, ctx: Ctx): Promise<Result<ReplyOf<typeof readWorld>>> {
  const held = await heldFor(tx, request, ctx)
  if (!held.ok) return held
  const { head, world } = held.value
  return ok(showWorld(head, await taskByHash(tx, head.taskHash), world))
}

/** One app, and only one that the acting persona has. */
export async function readOneApp(tx: Tx, request: Asked<ParamsOf<typeof readApp>>, ctx: Ctx): Promise<Result<ReplyOf<typeof readApp>>> {
  const held = await heldFor(tx, request, ctx)
  if (!held.ok) return held
  const { setup, state } = held.value.world
  const { app } = request.params
  const persona = setup.scenario.personas.find(p => p.id === state.persona)
  const own = persona?.apps.find(id => id === app && state.apps[id] !== undefined)
  if (own === undefined) return refuse('app-not-found', { app })
  return ok({ seq: state.seq, persona: state.persona, view: appView(labEngine, state, own, state.persona) })
}

/** What may be sent as what it is; a page or a picture of the world never runs in the browser of the person. */
const PLAIN_TYPES = new Set([
  'message/rfc822',
  'text/csv',
  'application/pem-certificate-chain',
  'application/pkcs10',
  'application/pkix-crl',
])

export async function download(tx: Tx, { params }: { params: ParamsOf<typeof downloadArtefact> }, ctx: Ctx): Promise<Result<FileReply>> {
  const held = await heldFor(tx, { params, query: {} }, ctx)
  if (!held.ok) return held
  const { setup, state } = held.value.world
  const artefact = artefactOf(labEngine, setup, state, { app: params.app, id: params.file })
  if (artefact === null) return refuse('file-not-found')
  return ok(fileOf(artefact))
}

/** An artefact as a download. */
export function fileOf(artefact: Artefact): FileReply {
  return {
    bytes: Buffer.from(artefact.body, artefact.encoding === 'text' ? 'utf8' : 'base64'),
    mediaType: PLAIN_TYPES.has(artefact.mediaType) ? artefact.mediaType : 'application/octet-stream',
    fileName: artefact.name,
  }
}
