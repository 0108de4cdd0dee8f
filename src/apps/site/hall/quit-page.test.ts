import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fastify } from 'fastify'
import { QUIT_PATH } from '../../../modules/delivery/contract.ts'
import { mountPages } from './mount-pages.ts'

test('the address that makes Safe Exam Browser quit has a page of its own, before those of the exam client', async () => {
  const app = fastify()
  await mountPages(app)
  const reply = await app.inject(QUIT_PATH)
  assert.deepEqual(
    [reply.statusCode, reply.headers['content-type'], reply.headers['cache-control']],
    [200, 'text/html; charset=utf-8', 'no-cache'],
  )
  assert.match(reply.body, /考试已结束.*正在退出.*举手/s)
  await app.close()
})
