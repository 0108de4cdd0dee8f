import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type RefusalCatalogue, fillText } from '../../../kernel/refusal-catalogue.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { sendRefusal } from '../reply.ts'
import { sendBusyPage, wantsPage } from './busy-page.ts'
import { PRIORITIES, type Priority } from './priority.ts'
import { type Lane, type LaneLimits, openLane } from './lane.ts'

export type AdmissionLimits = Readonly<Record<Priority, LaneLimits>>

/** A hall of two thousand seats on two cores: saves are grouped, so that many may be in hand; hashing and printing may not. */
export const HALL_LIMITS: AdmissionLimits = {
  0: { atOnce: 2_000, waiting: 4_000, patienceMs: 10_000 },
  1: { atOnce: 64, waiting: 2_000, patienceMs: 4_000 },
  2: { atOnce: 16, waiting: 200, patienceMs: 4_000 },
  3: { atOnce: 16, waiting: 100, patienceMs: 2_000 },
  4: { atOnce: 2, waiting: 20, patienceMs: 1_000 },
}

/** From which delay of the event loop (ms) on a class is sent away; saves and entries never are. */
const SHED_OVER_MS: Readonly<Record<Priority, number>> = { 0: Infinity, 1: Infinity, 2: 1_000, 3: 400, 4: 150 }
const SAMPLE_MS = 500
const SHED_SECONDS = 5
/** The header by which somebody who was told their place in the line comes back with it. */
export const PLACE_HEADER = 'x-zhiheng-place'

export type Admission = {
  /** Lets a request in, or answers it; true when it may go on. */
  admit(order: { priority: Priority; request: FastifyRequest; reply: FastifyReply; stream: boolean }): Promise<boolean>
  readonly load: () => Readonly<Record<Priority, ReturnType<Lane['load']>>>
  close(): void
}

/** Separate lines for the classes of requests, and shedding from the least urgent up. `delayMs` tells how late the process runs. */
export function openAdmission(
  limits: AdmissionLimits,
  catalogue: RefusalCatalogue,
  lateness: { readonly delayMs: () => number; close(): void } = watchLoop(),
): Admission {
  const sendAway = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal & { readonly facts: { readonly seconds: number } }) => {
    const text = catalogue[refusal.code]
    if (!text || !wantsPage(request)) return sendRefusal(reply, catalogue, refusal)
    const { facts } = refusal
    return sendBusyPage(reply, { zh: fillText(text.zh, facts), en: fillText(text.en, facts), seconds: facts.seconds })
  }
  const lanes = Object.fromEntries(PRIORITIES.map(one => [one, openLane(limits[one], () => performance.now())])) as Record<Priority, Lane>
  return {
    load: () => Object.fromEntries(PRIORITIES.map(one => [one, lanes[one].load()])) as ReturnType<Admission['load']>,
    close: () => lateness.close(),
    async admit({ priority, request, reply, stream }) {
      if (lateness.delayMs() > SHED_OVER_MS[priority]) {
        sendAway(request, reply.header('retry-after', SHED_SECONDS), { code: 'overloaded', facts: { seconds: SHED_SECONDS } })
        return false
      }
      if (stream) return true // a stream stays open for hours and costs next to nothing
      const turn = await lanes[priority].arrive(placeOf(request))
      if (turn.in) {
        reply.raw.once('close', turn.leave)
        return true
      }
      const { place, ahead, seconds } = turn
      reply.header('retry-after', seconds).header(PLACE_HEADER, place)
      sendAway(request, reply, { code: 'waiting-in-line', facts: { ahead, seconds } })
      return false
    },
  }
}

function placeOf(request: FastifyRequest): number | null {
  const told = request.headers[PLACE_HEADER]
  return typeof told === 'string' && /^\d{1,9}$/.test(told) ? Number(told) : null
}

/** How late the event loop ran in the last half second. */
function watchLoop() {
  const delays = monitorEventLoopDelay({ resolution: 20 })
  delays.enable()
  let late = 0
  const sample = setInterval(() => {
    late = Math.max(0, delays.percentile(90) / 1e6 - 20)
    delays.reset()
  }, SAMPLE_MS)
  sample.unref()
  return {
    delayMs: () => late,
    close: () => {
      clearInterval(sample)
      delays.disable()
    },
  }
}
