import type { FastifyInstance, FastifyRequest } from 'fastify'
import { SIGN_IN_COOKIE } from '../../platform/http/cookies.ts'
import { BROUGHT_HEADER } from '../../modules/delivery/contract.ts'

/** The token, and what a page of Safe Exam Browser proves itself by. */
const HEADERS = `authorization, content-type, ${BROUGHT_HEADER}`
const METHODS = 'GET, POST'
/** What the exam client calls; consoles, peers and everything else stay within their own server. */
const OF_CANDIDATES = /^\/api\/delivery\/(?:enter$|attempts\/)/
const REMEMBERED_SECONDS = 600

/**
 * Lets the pages of the other server of this site call here, and the pages of this one call there: nobody else, without cookies, and only what
 * an exam client needs. `peerOrigin` is asked at each request, as a site may get its second server late; null: there is none.
 */
export function allowPeer(app: FastifyInstance, peerOrigin: () => string | null): void {
  app.addHook('onRequest', async (request, reply) => {
    const peer = peerOrigin()
    if (peer === null || !isOfPeer(request, peer)) return undefined
    reply.header('access-control-allow-origin', peer).header('vary', 'origin')
    if (request.method !== 'OPTIONS') return undefined
    return reply
      .header('access-control-allow-methods', METHODS)
      .header('access-control-allow-headers', HEADERS)
      .header('access-control-max-age', REMEMBERED_SECONDS)
      .code(204)
      .send()
  })
  // documents say where their page may call; the API's own replies carry no such policy
  app.addHook('onSend', async (_request, reply) => {
    const peer = peerOrigin()
    const policy = reply.getHeader('content-security-policy')
    if (peer !== null && typeof policy === 'string') reply.header('content-security-policy', withPeer(policy, peer))
  })
}

/** Is this a call of an exam client whose page came from the other server? It never brings a cookie. */
export function isOfPeer(request: FastifyRequest, peer: string | null): boolean {
  const path = request.url.split('?')[0] ?? ''
  return request.headers.origin === peer && OF_CANDIDATES.test(path) && !(request.headers.cookie ?? '').includes(`${SIGN_IN_COOKIE}=`)
}

/** The policy of a document with one more address to call. */
export function withPeer(policy: string, peer: string): string {
  return policy.replace(/connect-src ([^;]*)/, (_whole, allowed: string) => `connect-src ${allowed.trim()} ${peer}`)
}
