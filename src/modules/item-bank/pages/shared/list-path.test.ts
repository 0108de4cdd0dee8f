import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listPath } from './list-path.ts'

test('the list is addressed by what narrows it, and by nothing else', () => {
  assert.equal(listPath({ edition: 'ec-2005', level: 'L4' }), '/items/list?edition=ec-2005&level=L4')
  assert.equal(
    listPath({ edition: 'ec-2005', level: 'L3:网商', point: 'A-B', difficulty: 2, type: undefined, writer: '', used: 'unused' }),
    '/items/list?edition=ec-2005&level=L3%3A%E7%BD%91%E5%95%86&point=A-B&difficulty=2&used=unused',
  )
})
