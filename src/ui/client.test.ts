import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { type CallInput, callOver, fileNameOf, urlOf, whenSignedOut, type Wire } from './client.ts'

const review = endpoint({
  method: 'POST',
  path: '/api/applications/:applicationId/review',
  summary: 'Review an application',
  params: z.object({ applicationId: z.string() }),
  query: z.object({ panel: z.array(z.string()).optional() }),
  body: z.object({ verdict: z.enum(['accepted', 'refused']), reason: z.string() }),
  reply: z.object({ state: z.string() }),
})
const upload = endpoint({
  method: 'POST',
  path: '/api/evidence',
  summary: 'Add evidence',
  body: z.object({ clause: z.string(), pages: z.number() }),
  reply: z.object({ id: z.string() }),
  upload: true,
})
const input = { params: { applicationId: '甲/1' }, body: { verdict: 'accepted', reason: '材料齐全' } } as const

type Sent = { url: string; init: RequestInit }
function wire(reply: () => Response | Promise<Response>, sent: Sent[] = []): Wire {
  return {
    cookies: () => 'a=1; zh_csrf=tok%3D1',
    fetch: async (url, init) => {
      sent.push({ url: String(url), init: init ?? {} })
      return reply()
    },
  }
}

test('path, query, body and CSRF header are derived from the declaration', async () => {
  const sent: Sent[] = []
  const reply = await callOver(
    wire(() => Response.json({ state: 'accepted' }), sent),
    review,
    { ...input, query: { panel: ['一', '二'] } },
  )
  assert.deepEqual(reply, { ok: true, value: { state: 'accepted' } })
  assert.equal(
    sent[0]?.url,
    `/api/applications/${encodeURIComponent('甲/1')}/review?panel=${encodeURIComponent('一')}&panel=${encodeURIComponent('二')}`,
  )
  const headers = sent[0]?.init.headers as Record<string, string>
  assert.equal(headers['x-zhiheng-csrf'], 'tok=1')
  assert.equal(sent[0]?.init.body, JSON.stringify(input.body))
})

test('a refusal arrives with its texts, facts and field faults', async () => {
  const error = {
    code: 'bad-input',
    zh: '有两处不对',
    en: 'Two faults',
    facts: { n: 2 },
    fields: [{ path: 'reason', zh: '请填写', en: 'Required' }],
  }
  const reply = await callOver(
    wire(() => Response.json({ error }, { status: 422 })),
    review,
    input,
  )
  assert.deepEqual(reply, { ok: false, refusal: { ...error, status: 422 } })
})

test('a lost network and a broken reply are refusals, not exceptions', async () => {
  const lost = await callOver(
    wire(() => Promise.reject(new TypeError('fetch failed'))),
    review,
    input,
  )
  assert.equal(!lost.ok && lost.refusal.code, 'network-lost')
  const broken = await callOver(
    wire(() => new Response('<html>', { status: 502 })),
    review,
    input,
  )
  assert.equal(!broken.ok && broken.refusal.code, 'server-fault')
  const half = await callOver(
    wire(() => new Response('{"state":', { status: 200 })),
    review,
    input,
  )
  assert.equal(!half.ok && half.refusal.code, 'server-fault')
})

test('401 tells the listeners that nobody is signed in', async () => {
  let told = 0
  const stop = whenSignedOut(() => (told += 1))
  const reply = () => Response.json({ error: { code: 'sign-in-needed', zh: '请先登录', en: 'Sign in first', facts: {} } }, { status: 401 })
  await callOver(wire(reply), review, input)
  stop()
  await callOver(wire(reply), review, input)
  assert.equal(told, 1)
})

test('an upload sends its fields before its file', async () => {
  const sent: Sent[] = []
  await callOver(
    wire(() => Response.json({ id: 'f' }), sent),
    upload,
    { body: { clause: '2', pages: 3 }, file: new File(['x'], '学历证书.pdf') },
  )
  const form = sent[0]?.init.body as FormData
  assert.deepEqual([...form.keys()], ['clause', 'pages', 'file'])
  assert.equal(form.get('pages'), '3')
  assert.equal((form.get('file') as File).name, '学历证书.pdf')
  assert.equal(new Headers(sent[0]?.init.headers).get('content-type'), null)
})

test('a missing path parameter is a bug', () => assert.throws(() => urlOf(review, {})))

test('Chinese file names come from filename*', () => {
  assert.equal(fileNameOf(`attachment; filename="a.pdf"; filename*=UTF-8''${encodeURIComponent('准考证.pdf')}`), '准考证.pdf')
  assert.equal(fileNameOf('attachment; filename="a.pdf"'), 'a.pdf')
})

type Input = CallInput<typeof review>
/** Wrong calls do not compile. */
export const wrongCalls = [
  // @ts-expect-error the verdict is a closed set
  { params: { applicationId: '1' }, body: { verdict: 'perhaps', reason: '' } } satisfies Input,
  // @ts-expect-error params are required
  { body: input.body } satisfies Input,
]
