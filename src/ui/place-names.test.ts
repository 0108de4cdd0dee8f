import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { provinceName } from './place-names.ts'

test('a province is named in both languages; a code of none is not guessed', () => {
  assert.equal(provinceName('11'), '北京市')
  assert.equal(provinceName('61', 'en'), 'Shaanxi')
  assert.equal(provinceName('91012001'), undefined)
  assert.equal(provinceName(''), undefined)
})

test('the provinces of the seed country bear the names its file gives them', () => {
  const file = readFileSync(new URL('../../data/seed/country.json', import.meta.url), 'utf8')
  const { provinces } = z.object({ provinces: z.array(z.object({ code: z.string(), name: z.string() })) }).parse(JSON.parse(file))
  for (const { code, name } of provinces) assert.equal(provinceName(code), name)
})
