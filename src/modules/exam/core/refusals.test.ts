import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { examRefusals } from './refusals.ts'

const module = new URL('../', import.meta.url)
const sources = ['core', 'actions'].flatMap(room =>
  readdirSync(new URL(room, module), { recursive: true, encoding: 'utf8' })
    .filter(f => f.endsWith('.ts') && !f.endsWith('.test.ts') && f !== 'refusals.ts')
    .map(f => readFileSync(new URL(`${room}/${f}`, module), 'utf8')),
)
/** Told by the general catalogue of the platform, or by delivery, whose decisions these are. */
const GENERAL = ['not-signed-in', 'not-permitted', 'not-found', 'changed-meanwhile', 'file-missing', 'shares-do-not-join', 'site-unknown']
const codes = new Set(
  sources.flatMap(text => [...text.matchAll(/refuse\(\s*'([a-z-]+)'/g)].map(m => m[1] ?? '')).filter(code => !GENERAL.includes(code)),
)

test('every refusal of the module has its text, and no text is without a refusal', () => {
  assert.deepEqual(Object.keys(examRefusals).sort(), [...codes].sort())
})

test('texts say what and what next, in official punctuation and without typed spaces', () => {
  for (const [code, { zh, en }] of Object.entries(examRefusals)) {
    assert.match(zh, /。.*。$|：.*。$/, code)
    assert.doesNotMatch(zh, /[\p{Script=Han}] |[ ]\p{Script=Han}|[,;!?]/u, code)
    assert.match(en, /^[A-Z{].*\.$/, code)
    assert.doesNotMatch(en, /\p{Script=Han}/u, code)
  }
})

test('both languages fill from the same facts', () => {
  const facts = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(m => (m[1] ?? '').replace(/(En|Zh)$/, ''))
  for (const [code, { zh, en }] of Object.entries(examRefusals)) {
    for (const fact of facts(en)) assert.ok(facts(zh).includes(fact), `${code}: ${fact}`)
  }
})
