import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { allEditions } from '../../../standard/contract.ts'
import { INSTITUTION_KINDS, isNamed } from './institution-kinds.ts'

describe('kinds of schools', () => {
  test('every wording of every edition covers a kind that the forms offer', () => {
    const predicates = allEditions().flatMap(e => e.levels.flatMap(l => l.eligibility.flatMap(c => c.all)))
    const words = predicates.flatMap(p => (p.p === 'education' ? (p.institutions ?? []) : []))
    assert.ok(words.length > 10)
    assert.deepEqual(
      words.filter(word => !INSTITUTION_KINDS.some(kind => isNamed(kind, [word]))),
      [],
    )
  })

  test('a wording always covers the school of that very name, listed or not', () => {
    assert.ok(isNamed('技工院校', ['技工院校']))
    assert.ok(isNamed('军事院校', ['军事院校']))
    assert.ok(!isNamed('军事院校', ['技工院校']))
  })

  test('technician colleges are technician schools, universities are not', () => {
    assert.ok(isNamed('技师学院', ['技工院校']))
    assert.ok(!isNamed('普通高等学校', ['技工院校', '中等及以上职业院校']))
    assert.ok(isNamed('普通高等学校', ['普通高校']))
  })
})
