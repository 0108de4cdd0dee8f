import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url))

/** Serves the built pages: hashed assets forever, documents never from a cache. */
export async function mountPages(app: FastifyInstance): Promise<void> {
  if (!existsSync(`${dist}portal/index.html`)) return
  await app.register(fastifyStatic, { root: dist, serve: false })
  app.get('/exam/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    return /\.\w+$/.test(path) ? reply.sendFile(`candidate/${path.slice('/exam/'.length)}`, { maxAge: '365d', immutable: true }) : reply.header('cache-control', 'no-cache').sendFile('candidate/index.html')
  })
  app.get('/exam', (_request, reply) => reply.redirect('/exam/'))
  app.get('/assets/*', (request, reply) => reply.sendFile(`portal${request.url.split('?')[0]}`, { maxAge: '365d', immutable: true }))
  app.get('/*', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('portal/index.html'))
}
