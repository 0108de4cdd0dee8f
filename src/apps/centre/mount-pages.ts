import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { pageAt, publicPages } from './public/page-table.ts'

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url))
const FOREVER = { maxAge: '365d', immutable: true } as const

/** Serves the built pages: files with a hash in their name forever, documents never from a cache. */
export async function mountPages(app: FastifyInstance): Promise<void> {
  if (!existsSync(`${dist}portal/index.html`)) return
  await app.register(fastifyStatic, { root: dist, serve: false, preCompressed: true })
  for (const folder of ['assets/*', 'public/*', 'lab-files/*', 'exam/*'])
    app.get(`/${folder}`, (request, reply) => {
      const path = pathOf(request.url)
      return isFile(path) ? reply.sendFile(fileOf(path), FOREVER) : sendDocument(reply, documentOf(path))
    })
  // the one file of the exam client whose name never changes
  app.get('/exam/sw.js', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile(fileOf('/exam/sw.js')))
  app.get('/exam', (_request, reply) => reply.redirect('/exam/'))
  app.get('/*', (request, reply) => {
    const path = pathOf(request.url)
    return isFile(path) ? reply.callNotFound() : sendDocument(reply, documentOf(path))
  })
}

type Bundle = 'portal' | 'public' | 'lab' | 'candidate'

/** Which bundle answers for an address: the exam client, a public page of the table, or else the portal. */
export function documentOf(path: string): Bundle {
  // the pages of Safe Exam Browser carry attempt and nonce in their address
  if (path.startsWith('/exam/') || path.startsWith('/sit/')) return 'candidate'
  if (path === '/lab' || path.startsWith('/lab/')) return 'lab'
  return path === '/' || pageAt(publicPages, path) ? 'public' : 'portal'
}

/** Where a hashed file lies in `dist/`: the exam client and the public pages have their own folder and address, the rest is the portal's. */
export function fileOf(path: string): string {
  if (path.startsWith('/exam/')) return `candidate/${path.slice('/exam/'.length)}`
  if (path.startsWith('/lab-files/')) return `lab/${path.slice('/lab-files/'.length)}`
  return path.startsWith('/public/') ? path.slice(1) : `portal${path}`
}

function sendDocument(reply: FastifyReply, bundle: Bundle): FastifyReply {
  return reply.header('cache-control', 'no-cache').sendFile(`${bundle}/index.html`)
}

function pathOf(url: string): string {
  return url.split('?')[0] ?? '/'
}

function isFile(path: string): boolean {
  return /\.[a-z0-9]{2,5}$/i.test(path)
}
