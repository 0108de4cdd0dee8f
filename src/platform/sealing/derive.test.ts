import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PaperKeys, formKey, hkdfSha256, papersIdentity } from './derive.ts'
import { recipientOf } from './site-keys.ts'

const hex = (text: string) => Buffer.from(text, 'hex')
const range = (from: number, until: number) => Buffer.from(Array.from({ length: until - from }, (_, n) => from + n))

test('HKDF-SHA-256 gives what RFC 5869 A.1 to A.3 print', () => {
  const input = Buffer.alloc(22, 0x0b)
  const vectors = [
    {
      input,
      salt: range(0, 13),
      info: range(0xf0, 0xfa),
      length: 42,
      output: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    },
    {
      input: range(0, 0x50),
      salt: range(0x60, 0xb0),
      info: range(0xb0, 0x100),
      length: 82,
      output:
        'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
    },
    {
      input,
      salt: Buffer.alloc(0),
      info: Buffer.alloc(0),
      length: 42,
      output: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    },
  ]
  for (const { output, input: from, ...how } of vectors) assert.deepEqual(hkdfSha256(from, how), hex(output))
})

const keys: PaperKeys = { siteSecret: Buffer.alloc(32, 1), openingKey: Buffer.alloc(16, 2), sitePackageId: 'package-1' }

test('the papers need the site secret, the opening key and the package', async () => {
  const identity = papersIdentity(keys)
  assert.match(identity, /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/)
  assert.match(await recipientOf(identity), /^age1[0-9a-z]{58}$/)
  assert.equal(papersIdentity({ ...keys }), identity)
  const others = [
    { ...keys, siteSecret: Buffer.alloc(32, 3) },
    { ...keys, openingKey: Buffer.alloc(16, 3) },
    { ...keys, sitePackageId: 'package-2' },
  ]
  assert.equal(new Set([identity, ...others.map(papersIdentity)]).size, 4)
})

test('every form has a key of its own, and none is the key of the papers', () => {
  const all = [formKey(keys, 'a'), formKey(keys, 'b'), formKey({ ...keys, openingKey: Buffer.alloc(16, 9) }, 'a')]
  assert.equal(new Set(all.map(key => key.toString('hex'))).size, 3)
  assert.ok(all.every(key => key.length === 32))
})

test('a key of another length is a bug, for joined bytes would be ambiguous', () => {
  assert.throws(() => papersIdentity({ ...keys, siteSecret: Buffer.alloc(31) }), RangeError)
  assert.throws(() => formKey({ ...keys, openingKey: Buffer.alloc(17) }, 'a'), RangeError)
})
