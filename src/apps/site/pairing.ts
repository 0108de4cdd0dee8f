import type { FastifyInstance } from 'fastify'
import { type PairLink, openPair } from '../../modules/delivery/index.ts'
import type { Ports } from '../../platform/context.ts'
import { sendRefusal } from '../../platform/http/reply.ts'
import { siteRefusals } from './mounted.ts'

type Order = { readonly name: 'A' | 'B'; readonly peer: string | null; readonly hear: (heard: number) => void }
/** What candidates ask for; the consoles and the exchange itself are always served. */
const CANDIDATES = /^\/api\/delivery\/(?:attempts\/|enter\b)/
const RETRY_SECONDS = 2

/** Begins the exchange with the other server. A server with a new disk serves no candidates until it holds what the other one holds. */
export async function startPairing(app: FastifyInstance, ports: Ports, { name, peer, hear }: Order): Promise<PairLink | null> {
  const link = await openPair(ports, { name, peer, hearTime: hear })
  if (!link) return null
  app.addHook('onRequest', async (request, reply) => {
    if (link.isInStep() || !CANDIDATES.test(request.url)) return undefined
    return sendRefusal(reply.header('retry-after', RETRY_SECONDS), siteRefusals, { code: 'catching-up', facts: {} })
  })
  return link
}
