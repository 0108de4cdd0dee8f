import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'
import { newId } from '../id.ts'
import { type Admission, openAdmission } from './admission/admission.ts'
import { USUAL_PRIORITY } from './admission/priority.ts'
import { SIGN_IN_COOKIE } from './cookies.ts'
import { generalRefusals } from './general-refusals.ts'
import { handle } from './handle.ts'
import { openApi } from './open-api.ts'
import { answerError, sendRefusal } from './reply.ts'
import type { Route } from './route.ts'
import type { ServerOptions } from './server-options.ts'
import { TooManyRequests } from './too-many-requests.ts'

const JSON_LIMIT = 256 * 1024
const UPLOAD_LIMIT = 5 * 1024 * 1024

/** The HTTP server with every declared route, health, readiness and the API description. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const catalogue: RefusalCatalogue = { ...options.refusals, ...generalRefusals }
  const app = Fastify({
    // the two kinds differ in the type of the raw server alone, of which nothing here makes use
    ...((options.tls ? { https: { ...options.tls, minVersion: 'TLSv1.2' } } : {}) as object),
    loggerInstance: options.ports.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: JSON_LIMIT,
    genReqId: () => newId(),
    trustProxy: options.behindProxy ?? false,
    forceCloseConnections: 'idle',
  })
  await app.register(helmet, { contentSecurityPolicy: contentPolicy, crossOriginEmbedderPolicy: false, hsts: false })
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  await app.register(multipart, { limits: { files: 1, fields: 40, fieldSize: JSON_LIMIT, fileSize: UPLOAD_LIMIT, parts: 45 } })
  app.setErrorHandler((error, request, reply) => answerError({ error: error as Error, request, reply, catalogue, log: options.ports.log }))
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/')) return sendRefusal(reply, catalogue, { code: 'not-found', facts: {} })
    return reply.code(404).type('text/html; charset=utf-8').send(NOT_FOUND_PAGE)
  })
  const admission = options.admission && openAdmission(options.admission, catalogue)
  app.addHook('onClose', async () => admission?.close())
  for (const route of options.routes) mount(app, route, { ...options, catalogue, line: admission })
  const description = openApi(options.routes, catalogue)
  app.get('/api/openapi.json', async () => description)
  app.get('/health', async () => ({ status: 'ok' }))
  app.get('/ready', async (_request, reply) =>
    (await options.ready()) ? { status: 'ready' } : reply.code(503).send({ status: 'not-ready' }),
  )
  return app
}

type Mounting = ServerOptions & { readonly catalogue: RefusalCatalogue; readonly line: Admission | undefined }

function mount(app: FastifyInstance, route: Route, { catalogue, line, ...options }: Mounting): void {
  const { endpoint, limit } = route
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    // JSON carries its own short headers; the document policy belongs to pages and files
    ...(endpoint.replies === 'file' ? {} : { helmet: false }),
    bodyLimit: route.maxBytes ?? (endpoint.upload ? UPLOAD_LIMIT + JSON_LIMIT : JSON_LIMIT),
    config: limit
      ? {
          rateLimit: {
            max: limit.max,
            timeWindow: limit.perSeconds * 1000,
            keyGenerator: (request: FastifyRequest) =>
              limit.by === 'caller' ? (request.cookies[SIGN_IN_COOKIE] ?? request.ip) : request.ip,
            errorResponseBuilder: (_request: unknown, context: { ttl: number }) => new TooManyRequests(Math.ceil(context.ttl / 1000)),
          },
        }
      : {},
    ...(line ? { onRequest: async (request: FastifyRequest, reply: FastifyReply) => standInLine(line, route, request, reply) } : {}),
    handler: (request, reply) => handle({ route, request, reply, options, catalogue }),
  })
}

async function standInLine(line: Admission, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const order = { priority: route.priority ?? USUAL_PRIORITY, request, reply, stream: route.endpoint.replies === 'events' }
  return (await line.admit(order)) ? undefined : reply
}

const contentPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'self'"],
    'form-action': ["'self'"],
    'worker-src': ["'self'"],
  },
}

const NOT_FOUND_PAGE =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>没有这个页面 · 职衡</title><body style="font:16px/1.6 sans-serif;background:#faf8f4;color:#1b2430;max-width:32em;margin:15vh auto;padding:0 24px"><h1 style="font-size:24px">没有这个页面</h1><p>地址可能有误，或页面已移动。</p><p><a href="/" style="color:#1f5fa8">回到首页</a></p></body></html>'
