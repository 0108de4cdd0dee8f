import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import type { Result } from '../../../../kernel/result.ts'
import { OPENING, SITTING } from '../../fixtures.ts'
import { type Signer, type Statement, judgeRecord, statementText } from './judge-record.ts'
import { ResultEnvelope, type SignerWord, judgeWords, signerKeyText } from './result-file.ts'

const signed = (key: string, text: string) => hash('sha256', `${key}${text}`, 'hex').padEnd(86, '0')
const isSignedBy = (key: string, text: string, signature: string) => signed(key, text) === signature
const keyOf = (name: string) => hash('sha256', name, 'hex')
const SITE_KEY = keyOf('site')
const statement: Statement = {
  format: 'zhiheng-result',
  version: 1,
  siteCode: '1101-03',
  sittingId: SITTING,
  lines: 2,
  root: '0'.repeat(64),
  stateDigest: '0'.repeat(64),
  signedAt: OPENING,
  servers: 'both' as const,
}
const word = (signer: Signer, changes: Partial<SignerWord> & { siteCode?: string; by?: string } = {}): SignerWord => {
  const { siteCode = '1101-03', by = SITE_KEY, ...rest } = changes
  const publicKey = keyOf(signer)
  const sworn = signed(by, signerKeyText({ siteCode, signer, publicKey }))
  return { signer, publicKey, sworn, signature: signed(publicKey, statementText(statement)), ...rest }
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : `${result.refusal.code} ${JSON.stringify(result.refusal.facts)}`)
const judge = (words: SignerWord[]) => judgeWords({ statement, words }, SITE_KEY, isSignedBy)
const all = (['server-1', 'server-2', 'site-manager'] as const).map(signer => word(signer))

test('keys that the site vouches for are the keys by which a record is judged', () => {
  const judged = judge(all)
  assert.deepEqual(judged.ok && judged.value.keys, {
    'server-1': keyOf('server-1'),
    'server-2': keyOf('server-2'),
    'site-manager': keyOf('site-manager'),
  })
})

test('a key that the site does not vouch for, or for another site or signer, is refused by name', () => {
  const [one, two, three] = all
  if (!one || !two || !three) assert.fail()
  const refused = 'result-key-unsworn {"signer":"server-2"}'
  assert.equal(code(judge([one, word('server-2', { by: keyOf('somebody') }), three])), refused)
  assert.equal(code(judge([one, word('server-2', { siteCode: '3101-01' }), three])), refused)
  assert.equal(code(judge([one, { ...two, sworn: one.sworn }, three])), refused)
})

test('one key does not sign for two', () => {
  const [one] = all
  if (!one) assert.fail()
  const sworn = signed(SITE_KEY, signerKeyText({ siteCode: '1101-03', signer: 'server-2', publicKey: one.publicKey }))
  assert.match(code(judge([one, { ...one, signer: 'server-2', sworn }])), /^result-key-unsworn/)
})

test('who signs is who the statement says; without a server or the manager nothing is taken', () => {
  const without = (missing: readonly Signer[], mayLack: readonly Signer[] = ['server-1', 'server-2']) => {
    const words = judge(all.filter(one => !missing.includes(one.signer)))
    if (!words.ok) return words.refusal.code
    const { keys, signatures } = words.value
    const hashes = { rootOf: () => '1', digestOf: () => '', stateDigestOf: () => '', isSignedBy }
    return code(judgeRecord({ statement, signatures, lines: ['', ''] }, { siteCode: '1101-03', keys, mayLack, ...hashes }))
  }
  // the root is wrong on purpose: who gets as far as that has signed
  assert.equal(without([]), 'result-altered {}')
  for (const missing of [['server-1'], ['server-2']] as const)
    assert.equal(without(missing), 'result-servers {"count":1}', 'the statement says that both signed')
  assert.equal(without(['server-1', 'server-2']), 'result-unsigned {"signer":"server-1"}')
  assert.equal(without(['site-manager'], ['site-manager', 'server-1', 'server-2']), 'result-unsigned {"signer":"site-manager"}')
  assert.equal(without(['server-2'], []), 'result-unsigned {"signer":"server-2"}')
})

test('an envelope is read strictly', () => {
  const envelope = { format: 'zhiheng-result-file', version: 1, statement, words: all, files: [] }
  assert.ok(ResultEnvelope.safeParse(envelope).success)
  for (const change of [{ version: 2 }, { more: 1 }, { words: [...all, all[0]] }, { files: [{ sha256: 'x', bytes: 1 }] }])
    assert.equal(ResultEnvelope.safeParse({ ...envelope, ...change }).success, false, JSON.stringify(change).slice(0, 60))
})
