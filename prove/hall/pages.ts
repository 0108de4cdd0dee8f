import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const MEDIA: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** A built exam client below /exam/. */
export function servePages(app: FastifyInstance, folder: string): void {
  app.get('/exam/*', (request, reply) => {
    const asked = join(folder, request.url.slice('/exam/'.length).split('?')[0] ?? '')
    const file = extname(asked) !== '' && existsSync(asked) ? asked : join(folder, 'index.html')
    return reply.type(MEDIA[extname(file)] ?? 'application/octet-stream').send(readFileSync(file))
  })
}
