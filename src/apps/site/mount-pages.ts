import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { projectFile } from '../../platform/project-file.ts'

const FOREVER = { maxAge: '365d', immutable: true } as const
const BUNDLES = [
  { at: '/exam/', folder: 'candidate' },
  { at: '/hall/', folder: 'hall' },
] as const

/** Serves the exam client and the consoles as far as they are built: hashed files forever, documents never from a cache. */
export async function mountPages(app: FastifyInstance): Promise<void> {
  const dist = projectFile('dist')
  if (!existsSync(dist)) return
  await app.register(fastifyStatic, { root: dist, serve: false, preCompressed: true })
  for (const { at, folder } of BUNDLES) {
    if (!existsSync(`${dist}/${folder}/index.html`)) continue
    const document = (reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile(`${folder}/index.html`)
    app.get(at.slice(0, -1), (_request, reply) => reply.redirect(at))
    app.get(`${at}*`, (request, reply) => {
      const file = (request.url.split('?')[0] ?? '').slice(at.length)
      return /\.[a-z0-9]{2,5}$/i.test(file) ? reply.sendFile(`${folder}/${file}`, FOREVER) : document(reply)
    })
  }
  // the one file of the exam client whose name never changes
  app.get('/exam/sw.js', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('candidate/sw.js'))
  // a page of Safe Exam Browser carries attempt and nonce in its address
  app.get('/sit/*', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('candidate/index.html'))
  app.get('/', (_request, reply) => reply.redirect('/hall/'))
}
